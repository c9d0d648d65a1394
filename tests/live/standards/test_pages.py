"""Standards in the web: bring one, see its faults, look at it, and publish it as two people."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from flask.testing import FlaskClient
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from jobquality.access.actors import Role
from jobquality.services.scorecards import score_assessment
from jobquality.store.assessments import add_assessment, get_assessment
from jobquality.store.database import Session
from jobquality.store.events import list_events
from jobquality.store.people import Person
from jobquality.store.standard_drafts import list_drafts
from jobquality.store.standards import list_in_use, list_own
from tests.live.factories import log_in, stored_person
from tests.live.ledger.published import Center
from tests.live.standards.bringing import WASHES, WASHES_2, Bench
from tests.live.standards.test_editionmoves import BRIDGE, NEWER, Draft

PAGE = "/en/work/standards"


class Hands:
    """Somebody at the pages."""

    def __init__(self, client: FlaskClient, person: Person) -> None:
        self.client = log_in(client, person)
        self.person = person

    def get(self, address: str) -> str:
        response = self.client.get(address)
        assert response.status_code == 200, (address, response.status_code)
        return response.text

    def send(self, address: str, /, **fields: object) -> TestResponse:
        self.count = getattr(self, "count", 0) + 1
        key = f"{self.person.id}-{self.count}"
        boundary, body = encode_multipart({"key": key, **fields})
        kind = f'multipart/form-data; boundary="{boundary}"'
        return self.client.post(address, data=body, content_type=kind)

    def bring(self, content: bytes = WASHES, /, **files: bytes) -> TestResponse:
        named = {"standard": content, **files}
        sent = {name: FileStorage(BytesIO(one), f"{name}.yaml") for name, one in named.items()}
        return self.send(PAGE, **sent)


@pytest.fixture
def first(client: FlaskClient, center: Center) -> Hands:
    return Hands(client, center.author)


@pytest.fixture
def second(client: FlaskClient, center: Center) -> Hands:
    return Hands(client.application.test_client(), center.reviewer)


def test_a_standard_goes_from_a_file_to_the_public_page_by_two_people(
    first: Hands, second: Hands, session: Session
) -> None:
    page = first.bring().location
    assert "Work it out" in first.get(page)
    first.send(f"{page}/impact")
    first.send(f"{page}/propose", reason="Our members voted it.", in_use_from="2026-03-01")

    assert "A new edition of a standard is proposed" in second.get("/en/work/")
    assert "Publish this edition" in second.get(page)
    done = second.send(f"{page}/decide", seen="1", verdict="accept")

    assert done.status_code == 303
    assert [one.name for one in list_own(session)] == ["washes@2026.1"]
    public = first.client.application.test_client()
    assert "Car washes" in public.get("/en/standards/washes/2026.1").text
    assert public.get("/standards/washes/2026.1.yaml").data == WASHES
    assert "In use" in second.get(PAGE)
    kinds = [one.kind for one in list_events(session)]
    assert kinds[-3:] == ["standard.brought", "standard.proposed", "standard.published"]


def test_whoever_brought_it_is_not_offered_the_decision(first: Hands) -> None:
    page = first.bring().location
    first.send(f"{page}/impact")
    first.send(f"{page}/propose", reason="Voted.", in_use_from="2026-03-01")

    assert 'value="accept"' not in first.get(page)


def test_faults_stand_beside_their_lines_and_nothing_is_kept(
    first: Hands, session: Session
) -> None:
    wrong = WASHES.replace(b"answer: yes_no", b"anser: yes_no", 1)
    line = wrong.split(b"\n").index(b"        anser: yes_no") + 1

    refused = first.bring(wrong)

    assert refused.status_code == 422
    assert f"Line {line}" in refused.text
    assert "<code>        anser: yes_no</code>" in refused.text
    assert "Did you mean &#39;answer&#39;?" in refused.text
    assert list_drafts(session) == ()


def test_faults_in_the_words_name_their_own_file_and_line(first: Hands) -> None:
    words = b"words: washes\nedition: 2026.1\nlanguage: es\ntitle: X\nsay:\n  waterr: {title: A}\n"

    refused = first.bring(words_es=words)

    assert refused.status_code == 422
    assert "standard.es.yaml" in refused.text
    assert "<code>  waterr: {title: A}</code>" in refused.text


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_draft_is_seen_as_the_form_and_as_the_public_page(first: Hands, language: str) -> None:
    page = first.bring().location.replace("/en/", f"/{language}/")

    form, method = first.get(f"{page}/form"), first.get(f"{page}/method")

    assert "What is the lowest hourly pay?" in form
    assert 'name="number"' in form
    assert "<form" not in form.partition("<main")[2].partition("</main>")[0]
    assert "Is there drinking water?" in method
    assert first.client.get(f"{page}.yaml").data == WASHES


def test_the_difference_in_words_and_its_kind_are_shown(first: Hands, bench: Bench) -> None:
    bench.publish()

    shown = first.get(first.bring(WASHES_2).location)

    assert "A change of scoring: scores and levels can change." in shown
    assert "&#39;safety&#39; counts more: 50 in 100 of the total instead of 40." in shown
    assert "The criterion &#39;shade&#39; was added to &#39;safety&#39;" in shown


def test_a_failing_test_of_the_file_is_shown_and_stops_the_proposal(first: Hands) -> None:
    page = first.bring(WASHES.replace(b"gives: {total: 100}", b"gives: {total: 90}")).location

    shown = first.get(page)

    assert "Does not come out" in shown
    assert "total gives 100, not 90." in shown
    assert "Propose it to a second person" not in shown


def test_an_organization_chooses_what_new_assessments_start_by(
    first: Hands, session: Session, center: Center
) -> None:
    employer = center.employer()

    first.send(f"{PAGE}/in-use", in_use=["retail_us"])

    assert list_in_use(session) == ("retail_us",)
    asked = first.get(f"/en/work/employers/{employer.id}/assess")
    assert "retail_us@2026.1" in asked
    assert "restaurants_us@2026.1" not in asked
    begun = first.send(
        f"/en/work/employers/{employer.id}/assess",
        standard="restaurants_us@2026.1",
        on="2026-02-01",
    )
    assert begun.status_code == 422


def test_choosing_nothing_is_refused(first: Hands) -> None:
    refused = first.send(f"{PAGE}/in-use")

    assert refused.status_code == 422
    assert "Choose at least one standard" in refused.text


def test_a_standard_is_tailored_by_a_form_and_the_file_is_seen(first: Hands) -> None:
    asked = first.get("/en/work/standards/tailor?base=restaurants_us@2026.1")
    assert 'name="weight-scheduling"' in asked

    made = first.send(
        "/en/work/standards/tailor",
        base="restaurants_us@2026.1",
        rubric="texas_kitchens",
        edition="2026.1",
        why="Our members voted it",
        **{
            "weight-scheduling": "20",
            "why-scheduling": "Schedules matter more",
            "weight-wages": "26",
            "why-wages": "Schedules matter more",
        },
    )

    assert made.status_code == 303, made.text
    file = first.client.get(f"{made.location}.yaml").text
    assert "extends: restaurants_us@2026.1" in file
    assert "  scheduling:\n    weight: 20\n    why: " in file
    assert "Schedules matter more" in first.get(made.location)


def test_the_lines_of_a_question_are_called_by_its_own_answers_in_both_languages(
    first: Hands,
) -> None:
    address = "/en/work/standards/tailor?base=restaurants_us@2026.1"
    english, spanish = (
        re.findall(r'<label for="gives-(\w+)-\d+"([^>]*)>([^<]*)<', first.get(one))
        for one in (address, address.replace("/en/", "/es/"))
    )

    assert len(english) == len(spanish) >= 60
    answers = [words for name, _, words in spanish if name == "ben_health_hours"]
    assert answers[0] == "No hay seguro"
    assert len(set(answers)) == len(answers) == 5
    assert ("sched_notice_days", "", "14 or more, under 28") in english
    assert ("sched_notice_days", "", "14 o m\u00e1s, menos de 28") in spanish
    assert {marked for _, marked, _ in (*english, *spanish)} == {""}
    assert [words for *_, words in english if words.startswith("answer ")] == []
    assert [words for *_, words in spanish if re.match("answer |from |under ", words)] == []


def test_a_page_sends_nobody_to_a_command_line(first: Hands) -> None:
    figures = b"parameters:\n  - parameter: living_wage\n"
    for language, words in (
        ("en", "Bring it under To do, Living wage and other figures."),
        ("es", "Tr\u00e1igala en Por hacer, en Salario digno y otras cifras."),
    ):
        sent = {"standard": FileStorage(BytesIO(figures), "figures.yaml")}
        refused = first.send(PAGE.replace("/en/", f"/{language}/"), **sent)
        assert refused.status_code == 422
        assert words in refused.text
        assert "--parameters" not in refused.text


def test_a_tailored_weight_without_a_reason_is_a_fault_beside_its_line(first: Hands) -> None:
    refused = first.send(
        "/en/work/standards/tailor",
        base="restaurants_us@2026.1",
        rubric="texas_kitchens",
        edition="2026.1",
        why="Voted",
        **{"weight-scheduling": "20"},
    )

    assert refused.status_code == 422
    assert "has no reason" in refused.text
    assert "add up to 102" in refused.text


def test_somebody_without_the_role_sees_standards_and_cannot_bring_any(
    client: FlaskClient, session: Session, center: Center
) -> None:
    reader = Hands(client, stored_person(session, center.organization, Role.ADVOCATE))

    assert "Check it" not in reader.get(PAGE)
    assert reader.bring().status_code == 403


def test_t5_what_each_edition_changed_is_public_for_ever(first: Hands, bench: Bench) -> None:
    bench.publish()
    bench.publish(WASHES_2)

    for edition in ("2026.1", "2026.2"):
        shown = first.client.application.test_client().get(f"/en/standards/washes/{edition}").text
        assert "Against washes@2026.1:" in shown
        assert "The criterion &#39;shade&#39; was added to &#39;safety&#39;" in shown


def test_a_draft_is_offered_the_newer_edition_and_goes_only_when_sent(
    first: Hands, session: Session, bench: Bench, center: Center
) -> None:
    draft = Draft(bench, center)
    draft.say("stubs", "yes")
    draft.say("water", "no")
    bench.publish(NEWER, bridge=BRIDGE)
    session.commit()
    overview = "/en/work/assessments/a%20draft"

    assert "There is a newer edition of this standard: 2026.2." in first.get(overview)
    page = first.get(f"{overview}/newer-edition")
    assert "Answers that come along: 1." in page
    assert "so this answer does not fit" in page
    assert "edition 2026.1" in first.get(overview)

    done = first.send(f"{overview}/newer-edition", edition="2026.2", seen="1")

    assert done.status_code == 303
    shown = first.get(overview)
    assert "edition 2026.2" in shown
    assert "These answers did not come along:" in shown
    assert "to confirm" in shown
    assert first.client.get(f"{overview}/newer-edition").status_code == 409
    assert "pasó el borrador" in first.get("/es/work/log")


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_standard_without_a_file_of_words_is_named_by_its_own_title(
    first: Hands, session: Session, bench: Bench, center: Center, language: str
) -> None:
    """WASHES says its title itself and has no words beside it, in no language."""
    Draft(bench, center)
    known = get_assessment(session, "a draft")
    other = center.employer()
    add_assessment(session, replace(known, id="another", employer_id=other.id))
    session.commit()
    at, kept = f"/{language}/work", known.employer_id

    assert "Car washes" in first.get(f"{at}/employers/{kept}/assess")
    assert "Car washes 2026.1" in first.get(f"{at}/")
    merging = first.get(f"{at}/employers/{kept}/merge?other={other.id}")
    assert merging.count("Car washes, ") == 2


@pytest.mark.parametrize(
    ("language", "mark"),
    [
        ("en", "(counts from January 1, 2027; does not count yet)"),
        ("es", "(cuenta desde el 1 de enero de 2027; todavía no cuenta)"),
    ],
)
def test_what_is_only_announced_is_marked_wherever_it_is_asked(
    first: Hands, bench: Bench, center: Center, language: str, mark: str
) -> None:
    soon = b"{criterion: online, ask: Is pay shown online?, answer: yes_no, upcoming: 2027-01-01}"
    content = WASHES.replace(b"levels:", b"      - " + soon + b"\nlevels:", 1)
    draft = Draft(bench, center, content)
    draft.say("online", "yes")
    card = score_assessment(bench.session, "a draft", catalog=bench.catalog)
    bench.session.commit()
    at = f"/{language}/work/assessments/a%20draft"

    for page in (f"{at}/topics/safety", f"{at}/online", f"/{language}/standards/washes/2026.1"):
        assert mark in first.get(page), page
    assert card.total.low == 0
    assert card.total.high == 100


def test_only_what_nobody_translated_of_an_own_standard_is_marked_as_english(
    first: Hands, second: Hands
) -> None:
    words = (
        b"words: washes\nedition: 2026.1\nlanguage: es\ntitle: Lavados\n"
        b"sources:\n  - {source: Vote of our members, says: Voto de nuestros miembros}\n"
    )
    page = first.bring(words_es=words).location
    first.send(f"{page}/impact")
    first.send(f"{page}/propose", reason="Voted.", in_use_from="2026-03-01")
    second.send(f"{page}/decide", seen="1", verdict="accept")

    shown = first.client.application.test_client().get("/es/standards/washes/2026.1").text

    assert "<span>Voto de nuestros miembros</span>" in shown
    assert 'lang="en">Voto' not in shown


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "&#39;water&#39; is used again: in washes@2026.1 it asks"),
        ("es", "«water» se usa otra vez: en washes@2026.1 pregunta «Is there drinking water?»"),
    ],
)
def test_an_id_that_would_mean_something_else_is_refused_unless_a_bridge_says_so(
    first: Hands, bench: Bench, language: str, words: str
) -> None:
    bench.publish()
    reused = WASHES_2.replace(b"Is there drinking water?", b"Do managers shout at people?")
    said = b"{old: water, new: water, relation: reworded, why: Our members say so}"
    bridge = b"bridge: washes\nfrom: 2026.1\nto: 2026.2\nlinks:\n  - " + said

    named = {"standard": FileStorage(BytesIO(reused), "standard.yaml")}
    refused = first.send(PAGE.replace("/en/", f"/{language}/"), **named)

    assert refused.status_code == 422
    assert words in refused.text
    assert list_drafts(bench.session) == ()
    assert first.bring(reused, bridge=bridge).status_code == 303
    reworded = WASHES_2.replace(b"Is there drinking water?", b"Is there good drinking water?")
    page = first.get(first.bring(reworded).location)
    assert "asks in other words than in washes@2026.1" in page
