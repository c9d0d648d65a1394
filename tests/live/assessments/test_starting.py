"""A new assessment starts from the answers of last time, and none counts before it is confirmed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from jobquality.access.states import AssessmentState
from jobquality.errors import ConflictError, FaultsError, NotFoundError
from jobquality.rubrics.catalog import shipped
from jobquality.rubrics.model import State
from jobquality.scoring.scorecard import NodeScore
from jobquality.services.assessments import ConfirmAnswer, confirm_answer
from jobquality.services.scorecards import score_assessment
from jobquality.store.assessments import change_assessment, get_assessment, list_answers
from jobquality.store.database import Session
from tests.live.assessments.assessing import Case, record, stored_case, stored_draft
from tests.live.factories import NOON, stored_employer, stored_organization, stored_person

NOTICE = "sched_notice_days"


def _second(session: Session, case: Case, **but: object) -> Case:
    draft = stored_draft(session, case.person, case.employer, id="second", **but)
    return replace(case, assessment=draft)


def _notice(session: Session, case: Case) -> NodeScore:
    card = score_assessment(session, case.assessment.id, catalog=shipped())
    return next(node for node in card.total.walk() if node.id == NOTICE)


def test_the_first_assessment_starts_empty(session: Session) -> None:
    case = stored_case(session)

    assert case.assessment.state is AssessmentState.DRAFT
    assert case.assessment.previous_id is None
    assert not list_answers(session, case.assessment.id)


def test_the_next_one_carries_the_answers_of_the_last(session: Session) -> None:
    case = stored_case(session)
    given = record(session, case, NOTICE, "14", note="Seen on the board")

    second = _second(session, case)

    carried = list_answers(session, second.assessment.id)[NOTICE]
    assert second.assessment.previous_id == case.assessment.id
    assert carried == replace(given, assessment_id="second", carried=True, version=1)


def test_the_last_published_one_goes_before_the_last(session: Session) -> None:
    case = stored_case(session)
    record(session, case, NOTICE, "14")
    stored = get_assessment(session, case.assessment.id)
    change_assessment(session, replace(stored, state=AssessmentState.PUBLISHED))
    stored_draft(session, case.person, case.employer, id="draft", on=date(2026, 2, 20))

    third = stored_draft(session, case.person, case.employer, id="third")

    assert third.previous_id == case.assessment.id


def test_an_empty_draft_does_not_hide_the_answers_of_last_year(session: Session) -> None:
    empty = stored_case(session)
    last_year = stored_draft(
        session, empty.person, empty.employer, id="last year", on=date(2025, 2, 1)
    )
    record(session, replace(empty, assessment=last_year), NOTICE, "14")

    third = stored_draft(session, empty.person, empty.employer, id="third")

    assert third.previous_id == "last year"
    assert list_answers(session, "third")[NOTICE].answer == "14"


def test_answers_to_another_standard_are_not_carried(session: Session) -> None:
    case = stored_case(session)
    record(session, case, NOTICE, "14")

    other = stored_draft(session, case.person, case.employer, id="other", rubric="retail_us")

    assert other.previous_id is None


def test_a_carried_answer_does_not_count_until_it_is_confirmed(session: Session) -> None:
    case = stored_case(session)
    record(session, case, NOTICE, "14")
    second = _second(session, case)
    before = _notice(session, second).state

    command = ConfirmAnswer(assessment_id="second", criterion=NOTICE, seen=1)
    confirm_answer(session, case.actor, command, at=NOON + timedelta(days=1))

    assert before is State.MISSING
    assert _notice(session, second).state is State.VALUE


def test_a_carried_answer_that_changed_counts_as_the_new_one(session: Session) -> None:
    case = stored_case(session)
    record(session, case, NOTICE, "14")
    second = _second(session, case)

    record(session, second, NOTICE, "7", seen=1)

    assert not list_answers(session, "second")[NOTICE].carried


def test_nobody_confirms_what_was_changed_meanwhile(session: Session) -> None:
    case = stored_case(session)
    record(session, case, NOTICE, "14")
    second = _second(session, case)
    record(session, second, NOTICE, "7", seen=1)

    command = ConfirmAnswer(assessment_id="second", criterion=NOTICE, seen=1)
    with pytest.raises(ConflictError):
        confirm_answer(session, case.actor, command, at=NOON)


def test_a_day_in_the_future_is_refused(session: Session) -> None:
    with pytest.raises(FaultsError, match="future"):
        stored_case(session, on=date(2026, 3, 2))


def test_a_site_of_another_employer_is_refused(session: Session) -> None:
    with pytest.raises(FaultsError, match="site"):
        stored_case(session, sites=("elsewhere",))


def test_an_employer_of_another_organization_is_not_found(session: Session) -> None:
    case = stored_case(session)
    stranger = stored_person(session, stored_organization(session))

    with pytest.raises(NotFoundError):
        stored_draft(session, stranger, case.employer)


def test_answers_of_another_employer_are_never_carried(session: Session) -> None:
    case = stored_case(session)
    other = stored_employer(session, case.person)

    with pytest.raises(NotFoundError):
        stored_draft(session, case.person, other, previous_id=case.assessment.id)
