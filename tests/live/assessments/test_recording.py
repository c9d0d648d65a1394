"""Answers are kept one by one, by those who may, and never over somebody else's."""

from dataclasses import replace
from datetime import date

import pytest

from jobquality.access.actors import Role
from jobquality.access.states import AssessmentState
from jobquality.errors import (
    ConflictError,
    FaultsError,
    ForbiddenError,
    NotFoundError,
    RefusedError,
)
from jobquality.rubrics.catalog import shipped
from jobquality.rubrics.model import State
from jobquality.scoring.facts import Grade
from jobquality.services.assessments import RecordAnswer, record_answer
from jobquality.services.scorecards import score_assessment
from jobquality.store.assessments import Workers, change_assessment, get_assessment, list_answers
from jobquality.store.database import Session
from tests.live.assessments.assessing import record, stored_case
from tests.live.factories import NOON, stored_organization, stored_person

NOTICE = "sched_notice_days"
FEW = Workers(asked=4, confirming=4, month="2026-02")
ENOUGH = Workers(asked=5, confirming=4, month="2026-02")


def _places(refused: pytest.ExceptionInfo[FaultsError]) -> list[str]:
    return [fault.where for fault in refused.value.faults]


def test_an_answer_is_kept_with_its_version(session: Session) -> None:
    case = stored_case(session)

    first = record(session, case, NOTICE, "14")
    second = record(session, case, NOTICE, "21", seen=first.version)

    assert (first.version, second.version) == (1, 2)
    assert list_answers(session, case.assessment.id)[NOTICE].answer == "21"


def test_who_saw_an_older_answer_overwrites_nothing(session: Session) -> None:
    case = stored_case(session)
    record(session, case, NOTICE, "14")

    with pytest.raises(ConflictError):
        record(session, case, NOTICE, "21", seen=0)

    assert list_answers(session, case.assessment.id)[NOTICE].answer == "14"


def test_answers_to_different_questions_never_conflict(session: Session) -> None:
    case = stored_case(session)
    record(session, case, NOTICE, "14")

    record(session, case, "sched_rest_hours", "10", seen=0)

    assert len(list_answers(session, case.assessment.id)) == 2


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("14", State.VALUE),
        ("not_offered", State.NOT_OFFERED),
        ("unknown", State.UNKNOWN),
        ("declined", State.DECLINED),
    ],
)
def test_every_way_to_answer_reaches_the_score(session: Session, text: str, state: State) -> None:
    case = stored_case(session)
    record(session, case, NOTICE, text)

    card = score_assessment(session, case.assessment.id, catalog=shipped())

    assert next(node for node in card.total.walk() if node.id == NOTICE).state is state


def test_a_question_that_must_apply_is_never_not_applicable(session: Session) -> None:
    with pytest.raises(FaultsError, match="cannot be 'not applicable'"):
        record(session, stored_case(session), NOTICE, "na: nobody has a schedule")


def test_an_answer_that_does_not_fit_names_its_field(session: Session) -> None:
    case = stored_case(session)

    with pytest.raises(FaultsError) as refused:
        record(session, case, NOTICE, "two weeks", law_checked_on=date(2027, 1, 1))

    assert _places(refused) == ["answer", "law_checked_on"]


def test_fewer_than_five_workers_cannot_give_grade_e3(session: Session) -> None:
    case = stored_case(session)

    with pytest.raises(FaultsError, match="at least 5 workers") as refused:
        record(session, case, NOTICE, "14", grade=Grade.E3, workers=FEW)

    assert _places(refused) == ["grade"]


def test_five_workers_can_give_grade_e3(session: Session) -> None:
    case = stored_case(session)

    kept = record(session, case, NOTICE, "14", grade=Grade.E3, workers=ENOUGH)

    assert kept.workers == ENOUGH


def test_grade_e3_needs_more_than_half_of_the_workers_asked(session: Session) -> None:
    case = stored_case(session)

    with pytest.raises(FaultsError, match="no more than half"):
        record(session, case, NOTICE, "14", grade=Grade.E3, workers=replace(ENOUGH, confirming=2))


@pytest.mark.parametrize(
    "workers",
    [
        replace(ENOUGH, confirming=6),
        replace(ENOUGH, asked=0, confirming=0),
        replace(ENOUGH, confirming=-1),
        replace(ENOUGH, month="2026-02-14"),
        replace(ENOUGH, month="2026-09"),
    ],
)
def test_counts_that_cannot_be_are_refused(session: Session, workers: Workers) -> None:
    case = stored_case(session)

    with pytest.raises(FaultsError):
        record(session, case, NOTICE, "14", workers=workers)


def test_only_advocates_answer(session: Session) -> None:
    case = stored_case(session)
    organization = stored_organization(session)
    reviewer = stored_person(session, organization, Role.REVIEWER)
    command = RecordAnswer(assessment_id=case.assessment.id, criterion=NOTICE, answer="14")

    with pytest.raises(ForbiddenError):
        record_answer(session, reviewer.actor, command, catalog=shipped(), at=NOON)


def test_another_organization_finds_no_such_assessment(session: Session) -> None:
    case = stored_case(session)
    stranger = stored_person(session, stored_organization(session))
    command = RecordAnswer(assessment_id=case.assessment.id, criterion=NOTICE, answer="14")

    with pytest.raises(NotFoundError):
        record_answer(session, stranger.actor, command, catalog=shipped(), at=NOON)


def test_a_question_that_the_standard_does_not_ask_is_not_found(session: Session) -> None:
    with pytest.raises(NotFoundError):
        record(session, stored_case(session), "favorite_color", "green")


def test_what_is_no_draft_takes_no_answer(session: Session) -> None:
    case = stored_case(session)
    stored = get_assessment(session, case.assessment.id)
    change_assessment(session, replace(stored, state=AssessmentState.IN_REVIEW))

    with pytest.raises(RefusedError, match="no longer a draft"):
        record(session, case, NOTICE, "14")


def test_a_critical_violation_is_found_or_not_or_not_checked(session: Session) -> None:
    case = stored_case(session)
    record(session, case, "child_labor", "none_found")
    record(session, case, "retaliation", "found")
    record(session, case, "forced_labor_or_violence", "not_checked")

    card = score_assessment(session, case.assessment.id, catalog=shipped())

    checked = {one.critical.id: one.checked.value for one in card.outcome.critical}
    assert checked["child_labor"] == "none_found"
    assert checked["retaliation"] == "found"
    assert checked["forced_labor_or_violence"] == "not_checked"


def test_a_declared_level_is_answered_with_its_date(session: Session) -> None:
    case = stored_case(session)
    record(session, case, "committed", "2027-01-31")

    card = score_assessment(session, case.assessment.id, catalog=shipped())

    assert card.outcome.level == "committed"
