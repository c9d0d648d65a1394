from dataclasses import replace
from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from jobquality.access.actors import Role
from jobquality.access.states import AssessmentState, ReplyState
from jobquality.rubrics.catalog import shipped
from jobquality.services.calendars import deadlines_of
from jobquality.services.desk import Task, desk_of
from jobquality.store.assessments import Assessment, add_assessment
from jobquality.store.extensions import Extension, ExtensionState, add_extension
from jobquality.store.notices import Notice, add_notice
from jobquality.store.people import Person, add_person
from jobquality.store.reviews import ReviewStep, Step, add_steps
from tests.live.factories import (
    NOON,
    log_in,
    stored_employer,
    stored_organization,
    stored_person,
)

PAGE = "/en/work/"
A, R = AssessmentState, ReplyState
LATER, BEFORE = NOON + timedelta(days=3), NOON - timedelta(days=3)


@pytest.fixture
def person(session: Session) -> Person:
    return stored_person(session, stored_organization(session))


def colleague(session: Session, person: Person, *roles: Role) -> Person:
    other = replace(
        person, id="colleague", email=None, session_key="colleague", roles=frozenset(roles or Role)
    )
    add_person(session, other)
    return other


def stands(session: Session, author: Person, state: AssessmentState, **but: object) -> Assessment:
    employer = stored_employer(session, author)
    given: dict[str, object] = {
        "id": f"of-{employer.id}",
        "organization_id": author.organization_id,
        "employer_id": employer.id,
        "rubric": "restaurants_us",
        "edition": "2026.1",
        "on": date(2026, 2, 1),
        "sites": (),
        "state": state,
        "author_id": author.id,
        "created_at": NOON,
        "changed_at": NOON,
    }
    assessment = Assessment(**given | but)  # type: ignore[arg-type]  # a test says what it needs
    add_assessment(session, assessment)
    return assessment


def noticed(session: Session, author: Person, state: ReplyState, **but: object) -> None:
    assessment = stands(session, author, A.NOTICE)
    given: dict[str, object] = {
        "id": f"notice-{assessment.id}"[:32],
        "organization_id": author.organization_id,
        "assessment_id": assessment.id,
        "token_digest": assessment.id,
        "state": state,
        "days": 14,
        "draft": "{}",
        "sent_by": author.id,
        "sent_at": BEFORE,
    }
    add_notice(session, Notice(**given | but))  # type: ignore[arg-type]  # as above


def tasks(session: Session, person: Person) -> list[tuple[Task, bool]]:
    return [(item.task, item.mine) for item in desk_of(session, person.actor, at=NOON).items]


def test_ones_own_work_waits_for_another_persons_review(session: Session, person: Person) -> None:
    stands(session, person, A.IN_REVIEW)

    assert tasks(session, person) == [(Task.WAITING, False)]
    assert tasks(session, colleague(session, person)) == [(Task.REVIEW, True)]


def test_whoever_may_not_review_is_not_asked_to(session: Session, person: Person) -> None:
    stands(session, person, A.IN_REVIEW)

    assert tasks(session, colleague(session, person, Role.ADVOCATE)) == [(Task.WAITING, False)]


def test_whoever_could_review_a_colleagues_draft_is_not_asked_to_answer_it(
    client: FlaskClient, session: Session, person: Person
) -> None:
    stands(session, person, A.DRAFT)
    ben = colleague(session, person, Role.ADVOCATE, Role.REVIEWER)

    assert tasks(session, ben) == [(Task.DRAFT, False)], "or nobody is left to review it"
    assert tasks(session, person) == [(Task.DRAFT, True)]
    log_in(client, ben)
    assert "Go on answering" not in client.get(PAGE).text
    assert "Seguir respondiendo" not in client.get("/es/work/").text


def test_a_colleague_who_only_assesses_goes_on_with_a_draft(
    session: Session, person: Person
) -> None:
    stands(session, person, A.DRAFT)

    assert tasks(session, colleague(session, person, Role.ADVOCATE)) == [(Task.DRAFT, True)]


def test_a_returned_draft_comes_before_a_new_one(session: Session, person: Person) -> None:
    stands(session, person, A.DRAFT)
    returned = stands(session, person, A.DRAFT)
    step = ReviewStep(
        id="step",
        organization_id=person.organization_id,
        assessment_id=returned.id,
        step=Step.RETURNED,
        person_id=person.id,
        at=NOON,
    )
    add_steps(session, [step])

    assert tasks(session, person) == [(Task.RETURNED, True), (Task.DRAFT, True)]


@pytest.mark.parametrize(
    ("ends_at", "task"), [(LATER, Task.CLOCK), (BEFORE, Task.REPLY)], ids=["before", "after"]
)
def test_a_reply_that_was_saved_and_not_sent_waits_for_a_decision_once_the_time_is_over(
    session: Session, person: Person, ends_at: object, task: Task
) -> None:
    noticed(session, person, R.DELIVERED, ends_at=ends_at, statement="We fixed it.")

    assert [item.task for item in desk_of(session, person.actor, at=NOON).items] == [task]


@pytest.mark.parametrize(
    ("state", "ends_at", "task"),
    [
        (R.SENT, None, Task.HAND_OVER),
        (R.DELIVERED, LATER, Task.CLOCK),
        (R.DELIVERED, BEFORE, Task.PUBLISH),
        (R.ANSWERED, LATER, Task.REPLY),
        (R.ANSWERED, BEFORE, Task.REPLY),
        (R.DECIDED, LATER, Task.CLOCK),
        (R.DECIDED, BEFORE, Task.PUBLISH),
        (R.LAPSED, BEFORE, Task.PUBLISH),
    ],
)
def test_the_next_step_follows_from_the_reply_and_the_clock(
    session: Session, person: Person, state: ReplyState, ends_at: object, task: Task
) -> None:
    noticed(session, person, state, ends_at=ends_at)

    assert [one for one, _ in tasks(session, person)] == [task]


def test_nothing_of_another_organization_is_on_the_desk(session: Session, person: Person) -> None:
    stands(session, person, A.DRAFT)

    stranger = stored_person(session, stored_organization(session))

    assert tasks(session, stranger) == []


def test_what_is_published_or_given_up_is_not_on_the_desk(session: Session, person: Person) -> None:
    stands(session, person, A.PUBLISHED)
    stands(session, person, A.ABANDONED)

    assert tasks(session, person) == []


def test_what_is_held_says_why(client: FlaskClient, session: Session, person: Person) -> None:
    stands(session, person, A.APPROVED, hold_since=NOON, hold_reason="Strike <b>vote")
    log_in(client, person)

    page = client.get(PAGE).text

    assert "On hold" in page
    assert "Strike &lt;b&gt;vote" in page


def test_an_empty_installation_shows_the_six_first_steps(
    client: FlaskClient, session: Session, person: Person
) -> None:
    log_in(client, person)

    page = client.get(PAGE).text

    assert "Your first published scorecard" in page
    assert page.count("(done)") == 0
    assert 'href="/en/work/employers/new"' in page
    stands(session, person, A.APPROVED)
    assert client.get(PAGE).text.count("(done)") == 3  # employer, assessed, reviewed


def test_the_first_steps_are_gone_once_something_is_published(
    client: FlaskClient, session: Session, person: Person
) -> None:
    stands(session, person, A.PUBLISHED)
    log_in(client, person)

    page = client.get(PAGE).text

    assert "Your first published scorecard" not in page
    assert "Nothing is waiting." in page


def test_samples_are_offered_to_administrators_and_removed_where_they_are(
    client: FlaskClient, session: Session, person: Person
) -> None:
    log_in(client, person)
    assert 'action="/en/work/samples"' in client.get(PAGE).text

    log_in(client, colleague(session, person, Role.ADVOCATE))
    assert "samples" not in client.get(PAGE).text

    log_in(client, person)
    stored_organization(session, is_sample=True)
    assert 'action="/en/work/samples/remove"' in client.get(PAGE).text


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("state", list(A))
def test_an_employers_page_says_where_each_assessment_stands(
    client: FlaskClient, session: Session, person: Person, state: AssessmentState, language: str
) -> None:
    assessment = stands(session, person, state)
    log_in(client, person)

    page = client.get(f"/{language}/work/employers/{assessment.employer_id}")

    assert page.status_code == 200
    assert "2026.1" in page.text


def waits(session: Session, person: Person, state: ExtensionState, **but: object) -> None:
    """Let an employer ask for more time two days before the end of a clock that is past now."""
    ends_at = NOON - timedelta(days=1)
    given = {"delivered_at": BEFORE, "ends_at": ends_at, "statement": "We will.", **but}
    noticed(session, person, R.DELIVERED, **given)
    (item,) = desk_of(session, person.actor, at=BEFORE).items
    extension = Extension(
        id="extension",
        organization_id=person.organization_id,
        assessment_id=item.assessment.id,
        notice_id=f"notice-{item.assessment.id}"[:32],
        reason="The owner is ill.",
        asked_by="Ana Ruiz, owner",
        asked_at=ends_at - timedelta(days=2),
        state=state,
    )
    add_extension(session, extension)


@pytest.mark.parametrize("statement", ["", "We will."])
def test_a_clock_stands_still_on_desk_and_calendar_while_the_employer_waits(
    session: Session, person: Person, statement: str
) -> None:
    waits(session, person, ExtensionState.ASKED, statement=statement)

    (item,) = desk_of(session, person.actor, at=NOON).items
    (deadline,) = deadlines_of(session, catalog=shipped(), on=NOON.date(), at=NOON)

    assert item.task is Task.CLOCK
    assert item.ends_at == deadline.ends == NOON + timedelta(days=2)


@pytest.mark.parametrize("state", [ExtensionState.GRANTED, ExtensionState.REFUSED])
def test_a_clock_runs_on_once_more_time_was_answered(
    session: Session, person: Person, state: ExtensionState
) -> None:
    waits(session, person, state, statement="")

    (item,) = desk_of(session, person.actor, at=NOON).items
    (deadline,) = deadlines_of(session, catalog=shipped(), on=NOON.date(), at=NOON)

    assert item.task is Task.PUBLISH
    assert item.ends_at == deadline.ends == NOON - timedelta(days=1)


def test_whoever_replied_waits_for_no_answer_about_more_time(
    session: Session, person: Person
) -> None:
    waits(session, person, ExtensionState.ASKED, answered_at=BEFORE)

    (item,) = desk_of(session, person.actor, at=NOON).items

    assert item.ends_at == NOON - timedelta(days=1)
