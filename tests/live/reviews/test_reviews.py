from dataclasses import replace
from datetime import date

import pytest

from jobquality.access.states import AssessmentState
from jobquality.errors import ConflictError, FaultsError, ForbiddenError, RefusedError
from jobquality.scoring.facts import Grade
from jobquality.services.assessments import RecordAnswer, record_answer
from jobquality.services.history import history_of
from jobquality.services.reviews import Mark, SendBack, abandon, hold, lift, send_back
from jobquality.store.assessments import Workers
from jobquality.store.database import Session
from jobquality.store.employers import change_employer, get_employer
from jobquality.store.evidence import Evidence, add_evidence
from tests.live.factories import stored_person
from tests.live.reviews.parts import CATALOG, ON, Walk, new_id


def returned(walk: Walk, **comments: str) -> None:
    command = SendBack(
        id=new_id(),
        assessment_id=walk.assessment_id,
        version=walk.assessment.version,
        comments=comments,
    )
    send_back(walk.session, walk.reviewer.actor, command, at=walk.at)


def marked(walk: Walk, reason: str = "A strike began.") -> Mark:
    return Mark(id=new_id(), assessment_id=walk.assessment_id, reason=reason)


def stored_evidence(walk: Walk, criterion: str, **but: object) -> None:
    given: dict[str, object] = {
        "id": new_id(),
        "organization_id": walk.organization.id,
        "assessment_id": walk.assessment_id,
        "criterion": criterion,
        "title": "Payroll export",
        "grade": Grade.E2,
        "added_by": walk.author.id,
        "added_at": walk.at,
        "url": "https://records.example/1",
    }
    add_evidence(walk.session, Evidence(**given | but))  # type: ignore[arg-type]  # as above


def places_of(refused: pytest.ExceptionInfo[FaultsError]) -> set[str]:
    return {fault.where for fault in refused.value.faults}


def test_answers_of_last_time_that_nobody_confirmed_stop_a_draft_each_by_name(
    session: Session,
) -> None:
    walk = Walk(session).drafted()
    walk.answered("sched_notice_days", "3", carried=True)
    walk.answered("adv_ladder", "1", carried=True)

    with pytest.raises(FaultsError) as refused:
        walk.submitted()

    assert places_of(refused) == {"sched_notice_days", "adv_ladder"}


def test_answers_with_nothing_behind_them_stop_a_draft_each_by_name(session: Session) -> None:
    walk = Walk(session).drafted()
    walk.answered("sched_notice_days", "3", source="")
    walk.answered("ben_health_cost", "not_offered", source="", grade=None)
    walk.answered("child_labor", "none_found", source=" ")

    with pytest.raises(FaultsError) as refused:
        walk.submitted()

    assert places_of(refused) == {"sched_notice_days", "ben_health_cost", "child_labor"}


def test_an_answer_that_nobody_could_find_needs_nothing_behind_it(session: Session) -> None:
    walk = Walk(session).drafted()
    walk.answered("sched_notice_days", "unknown", source="", grade=Grade.E0)

    walk.submitted()

    assert walk.assessment.state is AssessmentState.IN_REVIEW


def test_a_grade_with_nothing_behind_it_stops_even_an_open_answer(session: Session) -> None:
    walk = Walk(session).drafted()
    walk.answered("sched_notice_days", "unknown", source="", grade=Grade.E2)

    with pytest.raises(FaultsError) as refused:
        walk.submitted()

    assert places_of(refused) == {"sched_notice_days"}


def test_a_file_a_link_or_five_workers_are_enough_behind_an_answer(session: Session) -> None:
    walk = Walk(session).drafted()
    workers = Workers(asked=5, confirming=5, month="2026-02")
    walk.answered("sched_notice_days", "3", source="", workers=workers)
    walk.answered("adv_ladder", "1", source="")
    stored_evidence(walk, "adv_ladder")

    walk.submitted()

    assert walk.assessment.state is AssessmentState.IN_REVIEW


def test_four_workers_are_not_enough_behind_an_answer(session: Session) -> None:
    walk = Walk(session).drafted()
    workers = Workers(asked=4, confirming=4, month="2026-02")
    walk.answered("sched_notice_days", "3", source="", workers=workers)

    with pytest.raises(FaultsError):
        walk.submitted()


def test_what_lies_behind_a_measured_answer_also_lies_behind_its_parts(session: Session) -> None:
    walk = Walk(session).drafted()
    walk.answered("wages_living_share", "")
    walk.answered("workers_at_living_wage", "4", source="")
    walk.answered("hourly_workers", "20", source="")
    stored_evidence(walk, "wages_living_share")

    walk.submitted()

    assert walk.assessment.state is AssessmentState.IN_REVIEW


def test_nobody_approves_what_they_wrote(session: Session) -> None:
    walk = Walk(session).drafted().submitted()
    walk.reviewer = walk.author

    with pytest.raises(ForbiddenError):
        walk.approved()


def test_nobody_approves_what_they_gave_one_answer_to(session: Session) -> None:
    walk = Walk(session).drafted()
    walk.answered("adv_ladder", "1", author_id=walk.reviewer.id)

    with pytest.raises(ForbiddenError):
        walk.submitted().approved()


def test_nobody_approves_what_they_added_evidence_to(session: Session) -> None:
    walk = Walk(session).drafted()
    stored_evidence(walk, "adv_ladder", added_by=walk.reviewer.id)

    with pytest.raises(ForbiddenError):
        walk.submitted().approved()


def test_approving_names_what_changed_since_it_was_seen(session: Session) -> None:
    walk = Walk(session).drafted().submitted()
    seen = walk.seen()
    walk.answered("adv_ladder", "2")

    with pytest.raises(ConflictError, match="Result, adv_ladder"):
        walk.approved(seen=seen.seen)

    assert walk.assessment.state is AssessmentState.IN_REVIEW


def test_approving_names_the_employer_when_their_facts_changed(session: Session) -> None:
    walk = Walk(session).drafted().submitted()
    seen = walk.seen()
    employer = get_employer(session, walk.employer.id)
    change_employer(session, replace(employer, headcount=40))

    with pytest.raises(ConflictError, match="Employer"):
        walk.approved(seen=seen.seen)


def test_approving_is_refused_when_it_was_returned_and_came_back_meanwhile(
    session: Session,
) -> None:
    walk = Walk(session).drafted().submitted()
    seen = walk.seen()
    returned(walk, adv_ladder="Which year?")
    walk.submitted()

    with pytest.raises(ConflictError, match="submitted again"):
        walk.approved(version=seen.version)


def test_a_found_violation_must_be_confirmed_by_itself(session: Session) -> None:
    walk = Walk(session).drafted()
    walk.answered("child_labor", "found").submitted()

    with pytest.raises(FaultsError) as refused:
        walk.approved()
    walk.approved(confirmed=frozenset({"child_labor"}))

    assert places_of(refused) == {"finding-child_labor"}
    assert walk.assessment.state is AssessmentState.APPROVED


@pytest.mark.parametrize(
    ("but", "why"),
    [
        ({"grade": Grade.E1}, "grade E2"),
        ({"on": None}, "no day"),
        ({"on": date(2023, 2, 19)}, "older than 3 years"),
        ({"source": ""}, "needs a source"),
    ],
)
def test_a_found_violation_needs_a_strong_source_in_date(
    session: Session, but: dict[str, object], why: str
) -> None:
    walk = Walk(session).drafted()
    walk.answered("child_labor", "found", **but)

    with pytest.raises(FaultsError, match=why):
        walk.submitted()


def test_a_found_violation_with_a_source_of_the_last_day_that_counts_is_in_date(
    session: Session,
) -> None:
    walk = Walk(session).drafted()
    walk.answered("child_labor", "found", on=date(ON.year - 3, ON.month, ON.day))

    walk.submitted()

    assert walk.assessment.state is AssessmentState.IN_REVIEW


def test_returning_needs_a_comment(session: Session) -> None:
    walk = Walk(session).drafted().submitted()

    with pytest.raises(FaultsError) as refused:
        returned(walk)

    assert places_of(refused) == {"comment"}


def test_a_returned_draft_keeps_the_comments_by_question(session: Session) -> None:
    walk = Walk(session).drafted().submitted()

    returned(walk, adv_ladder="Which year?")

    comments = {event.about: event.comment for event in history_of(session, walk.assessment)}
    assert walk.assessment.state is AssessmentState.DRAFT
    assert comments["adv_ladder"] == "Which year?"


def test_no_answer_changes_after_it_was_submitted(session: Session) -> None:
    walk = Walk(session).drafted().submitted().approved()
    command = RecordAnswer(
        assessment_id=walk.assessment_id, criterion="adv_ladder", answer="4", seen=1
    )

    with pytest.raises(RefusedError):
        record_answer(session, walk.author.actor, command, catalog=CATALOG, at=walk.at)


def test_a_hold_blocks_every_step_until_it_is_lifted(session: Session) -> None:
    walk = Walk(session).drafted()
    hold(session, walk.reviewer.actor, marked(walk), at=walk.at)

    with pytest.raises(RefusedError, match="A strike began"):
        walk.submitted()
    lift(session, walk.reviewer.actor, marked(walk, "It ended."), at=walk.at)
    walk.submitted()

    assert walk.assessment.state is AssessmentState.IN_REVIEW


def test_a_hold_needs_a_reason(session: Session) -> None:
    walk = Walk(session).drafted()

    with pytest.raises(FaultsError) as refused:
        hold(session, walk.reviewer.actor, marked(walk, " "), at=walk.at)

    assert places_of(refused) == {"reason"}


def test_what_was_given_up_never_goes_on(session: Session) -> None:
    walk = Walk(session).drafted()
    abandon(session, walk.reviewer.actor, marked(walk), at=walk.at)

    with pytest.raises(RefusedError):
        walk.submitted()


def test_the_history_says_who_did_what(session: Session) -> None:
    walk = Walk(session).drafted().submitted().later(hours=1).approved()

    told = [(event.what, event.person) for event in history_of(session, walk.assessment)]

    assert told == [
        ("started", walk.author.name),
        ("submitted", walk.author.name),
        ("partly", walk.reviewer.name),
        ("approved", walk.reviewer.name),
    ]


def test_another_organization_finds_no_such_assessment(session: Session) -> None:
    walk = Walk(session).drafted()
    foreign = Walk(session)
    walk.author = stored_person(session, foreign.organization)

    with pytest.raises(Exception, match="no such assessment"):
        walk.submitted()
