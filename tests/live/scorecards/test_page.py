"""The scorecard that everyone may read, from the snapshot alone."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from markupsafe import escape

from jobquality.http import PAGE_POLICY
from jobquality.ledger.form import load_snapshot
from jobquality.ledger.snapshot import Confirmed
from jobquality.ledger.workers import coarse
from jobquality.store.database import Database
from jobquality.store.employers import Employer, change_employer
from tests.live.scorecards.publishing import Press, a_press, replied
from tests.reading.cards import Told, edition_of, every_state, read, the_texas_diner

LANGUAGES = ("en", "es")
HOSTILE = (
    '<img src=x onerror="alert(1)">',
    "{{ 7*7 }} {% raw %}",
    "=HYPERLINK(1)",
    "\u202egnitsop era ew\u202c",
    "</blockquote></section><script>alert(1)</script>",
    "%s {0.__class__}",
)


@pytest.fixture
def press(database: Database, tmp_path: Path) -> Press:
    return a_press(database, tmp_path)


@pytest.fixture
def diner(press: Press) -> Employer:
    employer = press.employer(name="Blue Door Diner", slug="blue-door")
    press.publish(employer, the_texas_diner())
    press.publish(employer)
    return employer


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_on_the_page_is_that_of_the_snapshot(
    client: FlaskClient, press: Press, diner: Employer, language: str
) -> None:
    snapshot = load_snapshot(press.center.publications[-1].content)
    card = read(snapshot, language)

    page = client.get(f"/{language}/e/{diner.slug}").text

    assert f'<span class="number">{card.ends.text}</span>' in page
    for topic in card.topics:
        assert f'<span class="number">{topic.ends.text}</span>' in page
        for line in topic.lines:
            shown = page.partition(f'id="{line.id}"')[2].partition("</details>")[0]
            assert f'<span class="line-points">{line.points}</span>' in shown
            assert str(escape(line.title)) in shown
            assert str(escape(line.mark_word)) in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_employers_reply_stands_beside_the_score_on_an_equal_heading(
    client: FlaskClient, diner: Employer, language: str
) -> None:
    page = client.get(f"/{language}/e/{diner.slug}").text

    score, reply = page.index('<h2 id="score-title">'), page.index('<h2 id="reply-title">')
    assert score < reply < page.index('id="card-findings"')
    assert "We post schedules as early as we can." in page


def test_an_employer_that_did_not_reply_is_said_to_have_been_asked(
    client: FlaskClient, press: Press
) -> None:
    employer = press.employer(slug="silent")
    press.publish(employer, reply=None)

    assert "was asked on February 21, 2026, and did not reply." in client.get("/en/e/silent").text


@pytest.mark.parametrize(
    ("language", "zone"),
    [("en", "Chicago time (America/Chicago)"), ("es", "hora de Chicago (America/Chicago)")],
)
def test_the_page_and_the_record_name_the_time_zone_of_their_days(
    client: FlaskClient, diner: Employer, language: str, zone: str
) -> None:
    about = client.get(f"/{language}/e/{diner.slug}").text.partition('id="card-about"')[2]
    record = client.get(f"/e/{diner.slug}.json").get_json()

    assert zone in about.partition("</section>")[0]
    assert record["notice"]["time_zone"] == "America/Chicago"


def test_findings_stand_above_the_topics_with_source_and_remedy(
    client: FlaskClient, diner: Employer
) -> None:
    page = client.get(f"/en/e/{diner.slug}").text
    findings = page.partition('id="card-findings"')[2].partition("</section>")[0]

    assert page.index('id="card-findings"') < page.index('id="card-topics"')
    assert "Found: Tips kept by bosses" in findings
    assert "Labor agency file 2026-114" in findings
    assert "Paid back in March 2026." in findings
    assert "The others are open." not in findings


def test_unchecked_violations_never_read_as_praise(client: FlaskClient, press: Press) -> None:
    employer = press.employer(slug="open")
    press.publish(employer, the_texas_diner() | {"child_labor": Told("not_checked", None, "")})

    page = client.get("/en/e/open").text

    assert "None was found among those that were checked. The others are open." in page
    assert "All were checked" not in page


def test_violations_of_which_none_was_checked_are_said_to_be_so(
    client: FlaskClient, press: Press
) -> None:
    unchecked = {one.id: Told("not_checked", None, "") for one in edition_of().rubric.critical}
    press.publish(press.employer(slug="open"), the_texas_diner() | unchecked)

    assert "None of these was checked." in client.get("/en/e/open").text
    assert "Ninguna de estas se revisó." in client.get("/es/e/open").text
    assert "None was found" not in client.get("/en/e/open").text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_legend_tells_every_mark_in_a_word_and_a_shape(
    client: FlaskClient, diner: Employer, language: str
) -> None:
    page = client.get(f"/{language}/e/{diner.slug}").text
    legend = page.partition('<ul class="legend"')[2].partition("</ul>")[0]
    shapes = re.findall(r'href="#(mark-\w+)"', legend)

    assert len(shapes) == len(set(shapes)) == 8
    for shape in shapes:
        drawn = page.partition(f'<symbol id="{shape}"')[2].partition("</symbol>")[0]
        assert drawn.count("<") >= 2 or "<path" in drawn or "<circle" in drawn


def test_the_history_shows_every_revision_and_what_changed(
    client: FlaskClient, diner: Employer
) -> None:
    page = client.get(f"/en/e/{diner.slug}").text
    history = page.partition('id="card-history"')[2].partition("</section>")[0]

    assert '<svg class="history"' in history
    assert history.count(f'href="/en/e/{diner.slug}/') == 2
    assert "What changed since" in history


def test_an_old_revision_keeps_its_page_and_says_that_it_is_old(
    client: FlaskClient, press: Press
) -> None:
    employer = press.employer(slug="old")
    press.publish(employer, the_texas_diner())
    first = client.get("/en/e/old/1").text
    press.publish(employer)

    old = client.get("/en/e/old/1").text

    assert "This is an old scorecard." in old
    assert "This is an old scorecard." not in first
    below = '<div class="hero card-hero">'
    assert old.partition(below)[2] == first.partition(below)[2]
    assert "This is an old scorecard." not in client.get("/en/e/old/2").text


def test_the_page_speaks_from_the_snapshot_and_not_from_todays_rows(
    client: FlaskClient, database: Database, diner: Employer
) -> None:
    with database.transaction(diner.organization_id) as session:
        change_employer(session, replace(diner, name="Red Door Diner"))

    page = client.get(f"/en/e/{diner.slug}").text

    assert "Blue Door Diner" in page
    assert "Red Door Diner" not in page


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_names_and_statements_show_as_text(
    client: FlaskClient, press: Press, hostile: str, language: str
) -> None:
    employer = press.employer(slug="hostile", name=hostile)
    statement = (hostile + " ") * (5_000 // (len(hostile) + 1))
    press.publish(employer, reply=replied(statement))

    for address in (f"/{language}/e/hostile", f"/{language}/employers"):
        page = client.get(address).text
        assert str(escape(hostile)) in page
        assert "<script" not in page
        assert "<img src=x" not in page
        assert "49 " not in page
    assert str(escape(statement)) in client.get(f"/{language}/e/hostile").text
    assert f'<h1 dir="auto">{escape(hostile)}</h1>' in client.get(f"/{language}/e/hostile").text


def confirmed(asked: int, confirming: int) -> Confirmed | None:
    return coarse(asked, confirming, "2026-02")


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_about_fewer_than_five_workers_stands_on_the_page(
    client: FlaskClient, press: Press, language: str
) -> None:
    employer = press.employer(slug="few")
    told = every_state() | {
        "sched_notice_days": Told("10", workers=confirmed(4, 3)),
        "ben_paid_time_off": Told("12", workers=confirmed(17, 16)),
    }
    press.publish(employer, told)

    page = client.get(f"/{language}/e/few").text

    assert not re.search(r"\b4 (workers|personas)\b", page)
    assert not re.search(r"\b1[67]\b (workers|personas|of|de)", page)
    assert re.search(r"(At least 15 workers|al menos a 15 personas)", page)


def test_a_withdrawn_scorecard_is_gone_and_says_nothing_of_the_employer(
    client: FlaskClient, press: Press
) -> None:
    employer = press.employer(slug="gone", name="Gone Grill")
    publication = press.publish(employer)
    press.withdraw(publication)

    for address in ("/en/e/gone", "/en/e/gone/1"):
        response = client.get(address)
        assert response.status_code == 410
        assert "Gone Grill" not in response.text


@pytest.mark.parametrize("address", ["/en/e/nobody", "/en/e/blue-door/3", "/en/e/blue-door/0"])
def test_what_was_never_published_is_not_found(
    client: FlaskClient, diner: Employer, address: str
) -> None:
    assert diner.slug == "blue-door"
    assert client.get(address).status_code == 404


def test_an_employer_without_a_publication_is_as_unknown_as_none(
    client: FlaskClient, press: Press
) -> None:
    press.employer(slug="draft-only")

    drafted, unknown = client.get("/en/e/draft-only"), client.get("/en/e/no-such-place")

    assert drafted.status_code == unknown.status_code == 404
    assert drafted.text.replace("draft-only", "no-such-place") == unknown.text


@pytest.mark.parametrize("address", ["/en/e/blue-door", "/es/e/blue-door/1", "/en/employers"])
def test_no_cookie_no_script_and_a_tag_to_ask_by(
    client: FlaskClient, diner: Employer, address: str
) -> None:
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    other = client.get(address.replace("/en/", "/xx/").replace("/es/", "/en/").replace("xx", "es"))

    assert diner.slug in first.text
    assert "Set-Cookie" not in first.headers
    assert "Cookie" not in first.headers.get("Vary", "")
    assert first.headers["Content-Security-Policy"] == PAGE_POLICY
    assert first.headers["Cache-Control"] == "public, max-age=300"
    assert (again.status_code, again.data) == (304, b"")
    assert other.headers["ETag"] != first.headers["ETag"]
    assert not re.search(r"<script|style=|javascript:", first.text)
    elsewhere = r'(src|href)="https?://(?!diner\.example/|localhost[:/])'
    assert not re.search(elsewhere, first.text)


def test_a_new_revision_changes_the_tag(client: FlaskClient, press: Press) -> None:
    employer = press.employer(slug="newer")
    press.publish(employer, the_texas_diner())
    tag = client.get("/en/e/newer").headers["ETag"]
    press.publish(employer)

    assert client.get("/en/e/newer", headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_worker_who_is_punished_is_told_where_to_call(
    client: FlaskClient, diner: Employer, language: str
) -> None:
    page = client.get(f"/{language}/e/{diner.slug}").text

    for number, law in (
        ("1-866-487-9243", "29 USC 215(a)(3)"),
        ("1-844-762-6572", "29 USC 157–158"),
        ("1-800-321-6742", "29 USC 660(c)"),
    ):
        assert f'href="tel:+{number.replace("-", "")}">{number}</a>' in page
        assert law in page
    assert "errors@center.example" in page


def test_a_reply_that_is_printed_again_says_which_scorecard_it_answered(
    client: FlaskClient, press: Press
) -> None:
    employer = press.employer(slug="again", name="Again Grill")
    before = replied("We disagree.")
    press.publish(employer, reply=before)
    press.publish(employer, reply=before)

    assert "answered the draft of scorecard number 1" in client.get("/en/e/again").text
    assert "respondieron al borrador" in client.get("/es/e/again").text
    assert "answered the draft of" not in client.get("/en/e/again/1").text


@pytest.mark.parametrize("language", LANGUAGES)
def test_t14_the_page_of_an_older_scorecard_tells_no_count_under_five(
    client: FlaskClient, press: Press, language: str
) -> None:
    few = {
        "workers_at_living_wage": Told("3", source="Payroll: 3 of 22"),
        "wages_living_share": Told("missing"),
    }
    whole = {"hourly_workers": Told("22")}
    kept = press.publish(press.employer(slug="few", name="Few Grill"), every_state() | few | whole)

    page = client.get(f"/{language}/e/few").text

    assert "3 of 22" in kept.content
    assert "3 of 22" not in page
    assert "13.6" not in page
    assert {"en": "10 or more, under 35", "es": "10 o más, menos de 35"}[language] in page
