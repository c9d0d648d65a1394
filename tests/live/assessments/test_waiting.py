"""Two people, one question: neither answer is lost, and somebody chooses."""

from dataclasses import replace
from datetime import timedelta

import pytest

from jobquality.access.actors import Role
from jobquality.access.states import AssessmentState
from jobquality.services.waiting import find_undecided
from jobquality.store.assessments import change_assessment, get_assessment
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.earlier import list_earlier
from jobquality.store.organizations import get_organization
from tests.live.assessments.assessing import record, stored_draft
from tests.live.assessments.saving import NOTICE, Site, Typed
from tests.live.factories import NOON, log_in, stored_organization, stored_person, turn_clock


def test_an_answer_that_came_too_late_waits_until_somebody_chooses(site: Site) -> None:
    site.send(NOTICE, number="14")
    site.send(NOTICE, key="k2", number="21", note="I asked again")

    assert site.waiting() == ["21"]
    assert "21 days" in site.page(NOTICE)
    assert "I asked again" in site.page(NOTICE)


def test_the_one_that_waited_can_be_chosen(site: Site) -> None:
    site.send(NOTICE, number="14")
    site.send(NOTICE, key="k2", number="21", note="I asked again")

    chosen = site.choose(NOTICE, "waiting")

    assert chosen.status_code == 303
    assert site.answers()[NOTICE].answer == "21"
    assert site.answers()[NOTICE].note == "I asked again"
    assert not site.waiting()


def test_the_one_that_is_there_can_be_kept(site: Site) -> None:
    site.send(NOTICE, number="14")
    site.send(NOTICE, key="k2", number="21")

    site.choose(NOTICE, "there")

    assert site.answers()[NOTICE].answer == "14"
    assert site.answers()[NOTICE].version == 1
    assert not site.waiting()


def test_a_form_sent_again_after_the_choice_asks_nothing_anew(site: Site) -> None:
    site.send(NOTICE, number="14")
    site.save(NOTICE, key="k2", number="21")
    site.choose(NOTICE, "there")

    again = site.save(NOTICE, key="k2", number="21")

    assert again.status_code == 200
    assert not site.waiting()


def test_the_same_late_form_waits_once(site: Site) -> None:
    site.send(NOTICE, number="14")
    for _ in range(3):
        site.save(NOTICE, key="k2", number="21")

    assert site.waiting() == ["21"]


def test_one_person_who_says_the_same_twice_too_late_waits_once(site: Site) -> None:
    site.send(NOTICE, number="14")
    told = [site.save(NOTICE, key=key, number="21") for key in ("k2", "k3")]

    assert [one.status_code for one in told] == [409, 409]
    assert site.waiting() == ["21"]


def test_two_who_say_the_same_are_not_asked_to_choose(site: Site) -> None:
    site.save(NOTICE, number="14", source="the posted schedule")

    told = site.save(NOTICE, key="k2", number="14.0", source="the posted schedule")

    assert told.status_code == 200
    assert not site.waiting()


def test_whoever_chose_later_sees_what_was_chosen(site: Site) -> None:
    site.send(NOTICE, number="14")
    site.send(NOTICE, key="k2", number="21")
    site.send(NOTICE, key="k3", number="28", seen="1")

    late = site.choose(NOTICE, "waiting")

    assert late.status_code == 409
    assert "28 days" in late.text
    assert site.answers()[NOTICE].answer == "28"
    assert site.waiting() == ["21"]


def move(site: Site, state: AssessmentState) -> None:
    """Let the assessment stand elsewhere."""
    with site.database.transaction(site.case.person.organization_id) as session:
        assessment = get_assessment(session, site.case.assessment.id)
        change_assessment(session, replace(assessment, state=state))


@pytest.mark.parametrize("state", [AssessmentState.IN_REVIEW, AssessmentState.DRAFT])
@pytest.mark.parametrize("language", ["en", "es"])
def test_an_answer_that_somebody_decided_against_never_counts_however_often_it_is_sent(
    site: Site, state: AssessmentState, language: str
) -> None:
    """It waited while there was none; then "there is none" was chosen, and a phone sends anew."""
    move(site, AssessmentState.IN_REVIEW)
    assert site.save(NOTICE, number="21").status_code == 409
    move(site, AssessmentState.DRAFT)
    assert site.choose(NOTICE, "there", seen="0").status_code == 303
    move(site, state)

    fields: dict[str, Typed] = {"key": "k1", "seen": "0", "number": "21"}
    told = site.post(f"/{language}", NOTICE, fields, {"Accept": "application/json"})
    shown = site.send(NOTICE, number="21")

    assert (told.status_code, shown.status_code) == (200, 409)
    assert (told.get_json()["version"], told.get_json()["answer"]) == (0, "")
    name = site.case.person.name
    said = {
        "en": f"{name} decided about this answer on March 1, 2026",
        "es": f"{name} ya decidió sobre esta respuesta el 1 de marzo de 2026",
    }[language]
    assert said in told.get_json()["said"]
    assert "decided about this answer" in shown.text
    if state is AssessmentState.DRAFT:
        assert 'value="21"' in shown.text, "what was typed is still there"
    assert NOTICE not in site.answers()
    assert not site.waiting()


@pytest.mark.parametrize("is_there", [True, False])
def test_the_same_late_words_never_count_under_another_key_after_somebody_decided(
    site: Site, *, is_there: bool
) -> None:
    """A phone that lost its line makes a new form of the same words; nobody changed anything."""
    if is_there:
        site.save(NOTICE, number="14")
    move(site, AssessmentState.IN_REVIEW)
    seen = "1" if is_there else "0"
    assert site.save(NOTICE, key="k2", seen=seen, number="21").status_code == 409
    move(site, AssessmentState.DRAFT)
    assert site.choose(NOTICE, "there", seen=seen).status_code == 303
    before = site.answers()

    told = site.save(NOTICE, key="k3", seen=seen, number="21")
    shown = site.send(NOTICE, key="k4", seen=seen, number="21")
    older = site.save(NOTICE, key="k5", seen="0", number="21")

    assert (told.status_code, shown.status_code, older.status_code) == (200, 409, 200)
    for said in (told.get_json()["said"], shown.text, older.get_json()["said"]):
        assert f"{site.case.person.name} decided about this answer on March 1, 2026" in said
    assert told.get_json()["version"] == int(seen)
    assert site.answers() == before
    assert not site.waiting(), "nobody is asked a second time"


def test_whoever_still_means_it_after_a_decision_says_why(site: Site) -> None:
    site.save(NOTICE, number="14")
    site.save(NOTICE, key="k2", number="21")
    site.choose(NOTICE, "there")

    again = site.save(NOTICE, key="k3", seen="1", number="21", note="The new plan is up")

    assert (again.status_code, again.get_json()["version"]) == (200, 2)
    assert site.answers()[NOTICE].answer == "21"


def test_the_same_words_count_where_another_answer_came_after_the_decision(site: Site) -> None:
    site.save(NOTICE, number="14")
    site.save(NOTICE, key="k2", number="21")
    site.choose(NOTICE, "there")
    turn_clock(site.client, NOON + timedelta(hours=1))
    site.save(NOTICE, key="k3", seen="1", number="28")

    again = site.save(NOTICE, key="k4", seen="2", number="21")

    assert (again.status_code, again.get_json()["version"]) == (200, 3)
    assert site.answers()[NOTICE].answer == "21"


def test_another_persons_same_words_are_no_late_ones(site: Site) -> None:
    site.save(NOTICE, number="14")
    site.save(NOTICE, key="k2", number="21")
    site.choose(NOTICE, "there")
    with site.database.transaction(site.case.person.organization_id) as session:
        organization = get_organization(session, site.case.person.organization_id)
        other = stored_person(session, organization, Role.ADVOCATE)
    log_in(site.client, other)

    told = site.save(NOTICE, key="k3", seen="1", number="21")

    assert (told.status_code, told.get_json()["version"]) == (200, 2)


def test_an_answer_that_was_chosen_stays_when_its_form_comes_again(site: Site) -> None:
    move(site, AssessmentState.IN_REVIEW)
    site.save(NOTICE, number="21")
    move(site, AssessmentState.DRAFT)
    site.choose(NOTICE, "waiting", seen="0")

    again = site.save(NOTICE, number="21")

    assert (again.status_code, again.get_json()["version"]) == (200, 1)
    assert site.answers()[NOTICE].answer == "21"


def test_a_confirmation_that_somebody_decided_against_does_not_count_either(site: Site) -> None:
    with site.database.transaction(site.case.person.organization_id) as session:
        record(session, site.case, NOTICE, "14")
        draft = stored_draft(
            session,
            site.case.person,
            site.case.employer,
            id="second",
            previous_id=site.case.assessment.id,
        )
    later = replace(site, case=replace(site.case, assessment=draft))
    assert later.answers("second")[NOTICE].carried
    move(later, AssessmentState.IN_REVIEW)
    late = later.post("/en", f"{NOTICE}/confirm", {"key": "k9", "seen": "1"}, {})
    move(later, AssessmentState.DRAFT)
    later.choose(NOTICE, "there", seen="1")

    later.post("/en", f"{NOTICE}/confirm", {"key": "k9", "seen": "1"}, {})

    assert late.status_code == 409
    assert later.answers("second")[NOTICE].carried


def test_an_answer_that_arrives_after_the_draft_was_submitted_waits_too(site: Site) -> None:
    move(site, AssessmentState.IN_REVIEW)

    told = site.save(NOTICE, number="21")

    assert told.status_code == 409
    assert site.waiting() == ["21"]
    assert "21 days" in site.page(NOTICE)


def test_nobody_submits_while_two_answers_stand_beside_each_other(site: Site) -> None:
    site.send(NOTICE, number="14")
    site.send(NOTICE, key="k2", number="21")

    with site.database.reading(EVERY_ORGANIZATION) as session:
        assert [one.where for one in find_undecided(session, site.case.assessment.id)] == [NOTICE]
    address = f"/en/work/assessments/{site.case.assessment.id}"
    refused = site.client.post(f"{address}/submit", data={"key": "s1"})

    assert refused.status_code == 422
    assert "nobody has chosen yet" in refused.text


def test_confirming_last_years_answer_too_late_keeps_both(site: Site) -> None:
    with site.database.transaction(site.case.person.organization_id) as session:
        record(session, site.case, NOTICE, "14")
        draft = stored_draft(session, site.case.person, site.case.employer, id="second")
        record(session, replace(site.case, assessment=draft), NOTICE, "21", seen=1)
    address = f"/en/work/assessments/second/{NOTICE}"

    late = site.client.post(f"{address}/confirm", data={"key": "k9", "seen": "1"})

    assert late.status_code == 409
    assert "14 days" in late.text
    assert site.answers("second")[NOTICE].answer == "21"


def test_an_answer_of_another_organization_can_be_neither_seen_nor_chosen(site: Site) -> None:
    site.send(NOTICE, number="14")
    site.send(NOTICE, key="k2", number="21")
    with site.database.transaction() as session:
        stranger = stored_person(session, stored_organization(session))
    log_in(site.client, stranger)

    assert site.choose(NOTICE, "waiting").status_code == 404
    assert site.answers()[NOTICE].answer == "14"


def test_an_id_that_waits_at_another_question_opens_nothing(site: Site) -> None:
    site.send(NOTICE, number="14")
    site.send(NOTICE, key="k2", number="21")

    assert site.choose("sched_rest_hours", "waiting").status_code == 404


def test_somebody_who_only_reviews_cannot_choose(site: Site) -> None:
    site.send(NOTICE, number="14")
    site.send(NOTICE, key="k2", number="21")
    with site.database.transaction(site.case.person.organization_id) as session:
        organization = get_organization(session, site.case.person.organization_id)
        reviewer = stored_person(session, organization, Role.REVIEWER)
    log_in(site.client, reviewer)

    assert site.choose(NOTICE, "waiting").status_code == 403


def test_every_version_of_an_answer_is_remembered(site: Site) -> None:
    site.send(NOTICE, number="14")
    site.send(NOTICE, key="k2", number="21", seen="1")

    with site.database.reading(EVERY_ORGANIZATION) as session:
        versions = list_earlier(session, site.case.assessment.id, NOTICE)
    assert [(one.version, one.answer) for one in versions] == [(1, "14"), (2, "21")]


def test_the_desk_lists_a_question_with_two_answers_until_somebody_chooses(site: Site) -> None:
    site.send(NOTICE, number="14")
    site.send(NOTICE, key="k2", number="21")

    assert 'id="two-answers"' in site.client.get("/en/work/").text
    site.choose(NOTICE, "there")
    assert 'id="two-answers"' not in site.client.get("/en/work/").text
