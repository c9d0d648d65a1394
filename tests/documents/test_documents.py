"""Each document read back: it says what the snapshot says, and shows hostile text as text."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
import zxingcpp
from PIL import Image

from jobquality.documents.briefs import Place, brief_pdf, certified_of, read_brief
from jobquality.documents.certificates import Door, certificate_pdf, printed_certificate
from jobquality.documents.plans import plan_page, plan_pdf
from jobquality.documents.posters import poster_pdf
from jobquality.ledger.certificate import CertificateBody, WageUsed
from jobquality.ledger.snapshot import Snapshot, Stanced
from jobquality.services.briefs import Scope, make_brief
from tests.documents.looking import bare, edges_of, outside, page_count, raster, text_of
from tests.documents.published import CATALOG, EDITION, PLACES, called, listed, published

URL = "https://jobs.example.org"
LANGUAGES = ("en", "es")
HOSTILE = (
    "<img src=http://127.0.0.1:9/x onerror=alert(1)>",
    "{{7*7}} {% raw %} ${7*7}",
    "</h1><style>@import url(http://127.0.0.1:9/y);</style>",
    "<link rel=attachment href=file:///etc/passwd>",
    '"><script>alert(1)</script>&amp;',
    "W" * 200,
    "Muy largo " * 20,
    "شركة المطعم الطويل",
    "Phở Nguyễn & Señor Ñandú ½",
)


def body_of(snapshot: Snapshot, **but: object) -> CertificateBody:
    used = next(one for one in snapshot.parameters if one.id == "living_wage")
    row = used.rows[0]
    body = CertificateBody(
        number=14,
        code="7QK3MZPT9WX4HRBD",
        level="silver",
        issuer_id="center",
        issuer=snapshot.organization.name,
        contact=snapshot.organization.contact,
        is_sample=True,
        time_zone="America/Chicago",
        employer_id="one",
        employer=snapshot.employer.name,
        slug="casa",
        sites=snapshot.employer.sites,
        living_wage=WageUsed(
            value=row.value, unit=used.unit, place=row.place, source=row.source, as_of=row.as_of
        ),
        rubric=snapshot.rubric,
        edition=snapshot.edition,
        scoring_hash=snapshot.scoring_hash,
        publication="ab" * 32,
        issued_at=datetime(2026, 6, 1, 12, tzinfo=UTC),
        valid_from=date(2026, 6, 1),
        valid_until=date(2028, 6, 1),
    )
    return replace(body, **but)  # type: ignore[arg-type]  # a test says what it needs


def certificate(snapshot: Snapshot, language: str = "en", **but: object) -> bytes:
    door = Door(language=language, public_url=URL)
    return certificate_pdf(body_of(snapshot, **but), snapshot, EDITION, PLACES, of=door)


def plan(snapshot: Snapshot, language: str = "en") -> bytes:
    return plan_pdf(snapshot, EDITION, PLACES, language=language, public_url=URL)


def brief(snapshot: Snapshot, language: str = "en") -> bytes:
    everyone = listed([snapshot, published("pine_2026"), published("luna_2026")])
    made = make_brief(everyone, Scope(sector="7225", place="us"), catalog=CATALOG, places=PLACES)
    at = Place(language=language, public_url=URL)
    words = read_brief(made, certified_of({}), PLACES, at=at)
    return brief_pdf(words, language=language)


KINDS: dict[str, Callable[[Snapshot, str], bytes]] = {
    "certificate": certificate,
    "plan": plan,
    "brief": brief,
}


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("kind", KINDS)
def test_hostile_names_show_as_text_and_fetch_nothing(kind: str, name: str) -> None:
    drawn = KINDS[kind](called(published(), name), "en")

    if name.isascii():
        assert bare(name) in bare(text_of(drawn))
    assert b"/EmbeddedFile" not in drawn
    assert outside(drawn) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_certificate_says_what_the_ledger_says(language: str) -> None:
    snapshot = published()
    drawn = certificate(snapshot, language)
    door = Door(language=language, public_url=URL)
    printed = printed_certificate(body_of(snapshot), snapshot, EDITION, PLACES, of=door)

    said = bare(text_of(drawn))
    for wanted in (
        printed.employer,
        printed.level,
        printed.code,
        printed.address,
        printed.wage,
        printed.wage_where,
        printed.valid_from,
        printed.valid_until,
        printed.issuer,
        printed.contact,
        f"{printed.standard}",
        *printed.sites,
    ):
        assert bare(wanted) in said


def test_plan_and_certificate_lead_to_what_the_employer_says() -> None:
    """What is printed never changes, so whether it is contested today stands at the address."""
    replied = published()
    assert replied.reply is not None
    nothing = replace(
        replied.reply, answered_at=None, statement="", stances=(), decision="", replied_by=""
    )
    silent = replace(replied, reply=nothing)

    said = bare(text_of(plan(replied)))
    assert bare("The employer replied on") in said
    assert bare(f"{URL}/en/e/{silent.employer.slug}#reply-title") in said
    assert bare("The employer replied.") in bare(text_of(certificate(replied)))
    assert bare("The employer replied.") not in bare(text_of(certificate(silent)))
    assert bare("if the employer answers or contests") in bare(text_of(certificate(silent)))


def test_a_certificate_is_one_page_and_lists_many_places_on_a_second() -> None:
    snapshot = published()
    site = snapshot.employer.sites[0]
    sites = tuple(replace(site, name=f"Branch {number}") for number in range(40))

    assert page_count(certificate(snapshot)) == 1
    many = certificate(snapshot, sites=sites)
    assert page_count(many) == 2
    assert all(f"Branch {number}" in text_of(many) for number in range(40))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("length", [10, 60, 120, 200])
def test_a_certificate_of_any_name_stays_on_its_page(language: str, length: int) -> None:
    name = ("Restaurante Familiar Ñandú " * 8)[:length].strip()
    drawn = certificate(
        called(paid_by(LONG), name),
        language,
        issuer="Coalition of Immigrant Restaurant Workers of Central Texas and the Valley",
        contact="123 Center Street, Suite 400, Austin, Texas 78701, corrections@center.example",
    )

    assert page_count(drawn) == 1
    assert bare(name) in bare(text_of(drawn))
    assert outside(drawn) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_certificate_is_the_same_to_the_byte_whatever_number_of_workers_was_asked(
    language: str,
) -> None:
    """Not even the snapshot behind it, of whatever age, can bring a count onto it."""
    snapshot = published()
    drawn = certificate(snapshot, language)

    for count in (1, 2, 3, 4, 7):
        facts = tuple(
            replace(
                one, answer=str(count), note=f"{count} of 22 workers", source=f"{count} workers"
            )
            for one in snapshot.facts
        )
        profile = {**snapshot.employer.profile, "headcount": str(count)}
        told = replace(snapshot, facts=facts, employer=replace(snapshot.employer, profile=profile))
        assert certificate(told, language) == drawn


LONG = "Dues of 4,300 members, " * 40 + "and the Last Foundation"
PAPERS: dict[str, Callable[[Snapshot, str], bytes]] = {
    "certificate": certificate,
    "plan": plan,
    "poster": lambda snapshot, language: poster_pdf(snapshot, address=URL, language=language),
}


def paid_by(funding: str) -> Snapshot:
    """Return a score whose organization says this of who pays."""
    snapshot = published()
    return replace(snapshot, organization=replace(snapshot.organization, funding=funding))


@pytest.mark.parametrize(
    ("language", "label"), [("en", "Who funds"), ("es", "Quién")], ids=LANGUAGES
)
@pytest.mark.parametrize("kind", PAPERS)
def test_whatever_hangs_on_a_wall_says_who_pays_for_the_work(
    kind: str, language: str, label: str
) -> None:
    said = bare(text_of(PAPERS[kind](paid_by("Dues, and the Elm & Oak Fund"), language)))
    unsaid = bare(text_of(PAPERS[kind](paid_by(""), language)))

    assert bare("Dues, and the Elm & Oak Fund") in said
    assert bare(label) in said
    assert bare("Who funds") not in unsaid
    assert bare("financia") not in unsaid


@pytest.mark.parametrize(
    ("language", "rest"),
    [("en", "the scorecard says the rest"), ("es", "el resto está en la calificación")],
)
@pytest.mark.parametrize("kind", ["certificate", "poster"])
def test_where_one_sheet_cannot_say_all_who_pay_it_says_where_they_stand(
    kind: str, language: str, rest: str
) -> None:
    drawn = PAPERS[kind](paid_by(LONG), language)
    said = bare(text_of(drawn))

    assert page_count(drawn) == 1
    assert bare("Dues of 4,300 members, Dues") in said
    assert bare(rest) in said
    assert bare("Last Foundation") not in said
    assert outside(drawn) == []


@pytest.mark.parametrize("length", [28, 60, 110, 200])
def test_no_words_of_a_poster_lie_over_each_other(length: int) -> None:
    name = ("Restaurante Familiar Ñandú " * 8)[:length].strip()
    address = f"https://jobs.restaurant-workers.example.org/es/e/{'restaurante-familiar-' * 5}"
    drawn = poster_pdf(called(paid_by(LONG), name), address=address, language="es")

    promised = edges_of(drawn, "El código abre siempre la página más nueva.")
    foot = edges_of(drawn, "SAMPLE Cooks and Servers Center")

    assert page_count(drawn) == 1
    assert promised.bottom > foot.top
    assert foot.bottom > 0


def test_a_plan_says_all_who_pay_however_long_the_list() -> None:
    assert bare(LONG) in bare(text_of(plan(paid_by(LONG))))


@pytest.mark.parametrize("dpi", [72, 100, 150, 200, 300])
def test_the_qr_code_is_read_from_paper(dpi: int) -> None:
    image = raster(certificate(published()), dpi=dpi)

    assert _read(image) == f"{URL}/verify/7QK3MZPT9WX4HRBD"


def test_the_qr_code_is_read_from_a_bad_and_crooked_photo() -> None:
    image = raster(certificate(published()), dpi=150).convert("L")
    crooked = image.rotate(12, expand=True, fillcolor=255)

    assert _read(crooked) == f"{URL}/verify/7QK3MZPT9WX4HRBD"


def _read(image: Image.Image) -> str:
    found = zxingcpp.read_barcodes(image)
    return "".join(one.text for one in found)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["luna_2025", "quick_2026", "pine_2026", "casa_2026"])
def test_a_plan_says_what_the_score_says(key: str, language: str) -> None:
    snapshot = published(key)
    page, _ = plan_page(snapshot, EDITION, PLACES, language=language, public_url=URL)

    said = bare(text_of(plan(snapshot, language)))

    assert bare(page.score.ends.text) in said
    assert bare(page.score.level) in said
    assert bare(page.plan.promised) in said
    assert bare("(America/Chicago)") in said
    for wrong in page.plan.must_stop:
        assert bare(wrong.title) in said
    for action in (*page.plan.legal, *page.plan.best, *page.plan.open):
        assert bare(action.title) in said
        assert bare(action.best.text) in said
        assert bare(action.gain) in said


@pytest.mark.parametrize(
    ("language", "stop", "check"),
    [
        (
            "en",
            (
                "Nothing was found that must stop at once. But this was not checked, so nobody "
                "knows whether it has to stop: Pay below the minimum"
            ),
            (
                "Have these checked Nobody has looked into these critical violations yet. While "
                "that is so, they stand in the way of a level. Pay below the minimum. Is any"
            ),
        ),
        (
            "es",
            (
                "No se encontró nada que deba parar de inmediato. Pero esto no se revisó, así que "
                "nadie sabe si hay que detenerlo: Pago debajo del mínimo"
            ),
            (
                "Haga revisar esto Nadie ha revisado todavía estas faltas graves. Mientras sea "
                "así, cierran el paso a un nivel. Pago debajo del mínimo. ¿"
            ),
        ),
    ],
)
def test_a_plan_names_what_nobody_checked_and_never_reads_it_as_good(
    language: str, stop: str, check: str
) -> None:
    said = bare(text_of(plan(published("pine_2026", paid_below_minimum=""), language)))
    checked = bare(text_of(plan(published("pine_2026"), language)))

    assert bare(stop) in said
    assert bare(check) in said
    assert bare(check[:16]) not in checked


def test_the_longest_reply_is_printed_whole() -> None:
    snapshot = published()
    words = [f"Word{number}x" for number in range(560)]
    statement = " ".join(words)
    assert snapshot.reply is not None
    long = replace(snapshot, reply=replace(snapshot.reply, statement=statement, stances=()))

    for drawn in (plan(long), brief(long)):
        said = text_of(drawn)
        assert [word for word in words if word not in said] == []
        assert outside(drawn) == []


def test_what_the_employer_says_to_a_question_is_printed_whole() -> None:
    snapshot = published()
    assert snapshot.reply is not None
    stances = (Stanced(criterion="sched_notice_days", stance="disagree", text="<b>Noway</b>"),)
    reply = replace(snapshot.reply, statement="", stances=stances, decision="Decidedso")

    for drawn in (plan(replace(snapshot, reply=reply)), brief(replace(snapshot, reply=reply))):
        said = bare(text_of(drawn))
        assert bare("The employer disagrees") in said
        assert bare("<b>Noway</b>") in said
        assert bare(reply.replied_by) in said


def test_a_plan_prints_the_decision_and_an_employer_s_silence() -> None:
    snapshot = published()
    assert snapshot.reply is not None
    decided = replace(snapshot, reply=replace(snapshot.reply, decision="Decidedso"))

    assert bare("Decidedso") in bare(text_of(plan(decided)))
    assert bare("and did not reply.") in bare(text_of(plan(replace(snapshot, reply=None))))


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_is_the_same_to_the_byte(kind: str) -> None:
    assert KINDS[kind](published(), "es") == KINDS[kind](published(), "es")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_brief_says_its_findings_with_what_they_are_counted_of(language: str) -> None:
    everyone = listed([published(key) for key in ("casa_2026", "pine_2026", "luna_2026")])
    made = make_brief(everyone, Scope(sector="7225", place="us"), catalog=CATALOG, places=PLACES)
    at = Place(language=language, public_url=URL)
    words = read_brief(made, certified_of({"Casa": ("silver", date(2028, 6, 1))}), PLACES, at=at)

    said = bare(text_of(brief_pdf(words, language=language)))

    for wanted in (words.title, *words.headlines, *words.method, words.cite, words.who):
        assert bare(wanted) in said
    for topic in words.topics:
        for finding in topic.findings:
            assert bare(finding.title) in said
            assert bare(finding.hidden or finding.count) in said
