"""My work: what came back, the inbox by age, clocks, and a page as quick for 100 as for five."""

import re
from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from jobquality.access.states import AssessmentState
from jobquality.scoring.facts import Grade
from jobquality.services.inbox import find_next, inbox_of
from jobquality.store.assessments import Assessment, add_assessment
from jobquality.store.evidence import Evidence, add_evidence
from jobquality.store.organizations import get_organization
from jobquality.store.people import Person
from jobquality.store.reviews import ReviewStep, Step, add_steps
from tests.live.factories import (
    NOON,
    log_in,
    stored_employer,
    stored_organization,
    stored_person,
)
from tests.live.queries import counted

PAGE = "/en/work/"
A = AssessmentState


@pytest.fixture
def author(session: Session) -> Person:
    return stored_person(session, stored_organization(session), name="Ana Author")


@pytest.fixture
def reviewer(session: Session, author: Person) -> Person:
    return stored_person(session, get_organization(session, author.organization_id))


def stands(session: Session, author: Person, state: AssessmentState, name: str) -> Assessment:
    employer = stored_employer(session, author, name=name, name_key=name.casefold())
    assessment = Assessment(
        id=f"of-{employer.id}",
        organization_id=author.organization_id,
        employer_id=employer.id,
        rubric="restaurants_us",
        edition="2026.1",
        on=date(2026, 2, 1),
        sites=(),
        state=state,
        author_id=author.id,
        created_at=NOON - timedelta(days=30),
        changed_at=NOON - timedelta(days=30),
    )
    add_assessment(session, assessment)
    return assessment


def happened(session: Session, one: Assessment, step: Step, *, days: int, about: str = "") -> None:
    kept = ReviewStep(
        id=f"{step}{about}{one.id}"[:32],
        organization_id=one.organization_id,
        assessment_id=one.id,
        step=step,
        person_id=one.author_id,
        at=NOON - timedelta(days=days),
        criterion=about,
    )
    add_steps(session, [kept])


def waiting(session: Session, author: Person, name: str, *, days: int) -> Assessment:
    one = stands(session, author, A.IN_REVIEW, name)
    happened(session, one, Step.SUBMITTED, days=days)
    return one


def part(page: str, name: str) -> str:
    """Return one part of the page."""
    return page.partition(f'aria-labelledby="{name}"')[2].partition("</section>")[0]


def names_in(text: str) -> list[str]:
    return re.findall(r"<h3>([^<]+)</h3>", text)


def test_the_inbox_stands_by_age_with_the_days_that_each_waits(
    client: FlaskClient, session: Session, author: Person, reviewer: Person
) -> None:
    waiting(session, author, "Young Diner", days=0)
    waiting(session, author, "Old Diner", days=12)
    waiting(session, author, "Middle Diner", days=1)

    inbox = part(log_in(client, reviewer).get(PAGE).text, "inbox")

    assert names_in(inbox) == ["Old Diner", "Middle Diner", "Young Diner"]
    ages = re.findall(r'<b class="age">([^<]+)</b>', inbox)
    assert ages == ["Waits for 12 days", "Waits for 1 day", "Waits since today"]
    assert "by Ana Author" in inbox


def test_the_next_in_the_inbox_is_the_one_that_waits_longest_after_this(
    session: Session, author: Person, reviewer: Person
) -> None:
    young = waiting(session, author, "Young Diner", days=0)
    old = waiting(session, author, "Old Diner", days=12)
    middle = waiting(session, author, "Middle Diner", days=3)
    actor = reviewer.actor

    following = [find_next(session, actor, one.id) for one in (old, middle, young)]

    assert [one.assessment.id for one in following if one] == [middle.id, young.id, old.id]
    assert inbox_of(session, author.actor) == ()


def test_what_came_back_stands_first_and_counts_the_questions(
    client: FlaskClient, session: Session, author: Person
) -> None:
    stands(session, author, A.DRAFT, "New Diner")
    back = stands(session, author, A.DRAFT, "Returned Diner")
    happened(session, back, Step.RETURNED, days=2)
    happened(session, back, Step.COMMENT, days=2, about="adv_ladder")
    happened(session, back, Step.COMMENT, days=2, about="sched_notice_days")
    happened(session, back, Step.DONE, days=1, about="adv_ladder")

    page = log_in(client, author).get(PAGE).text

    assert names_in(part(page, "returned")) == ["Returned Diner"]
    assert "1 of 2 questions done" in part(page, "returned")
    assert names_in(part(page, "drafts")) == ["New Diner"]
    assert page.index('id="returned"') < page.index('id="drafts"')


def test_a_colleagues_draft_is_not_among_mine(
    client: FlaskClient, session: Session, author: Person, reviewer: Person
) -> None:
    stands(session, author, A.DRAFT, "Her Diner")

    page = log_in(client, reviewer).get(PAGE).text

    assert names_in(part(page, "drafts")) == []
    assert names_in(part(page, "others")) == ["Her Diner"]


def test_an_empty_inbox_says_what_comes_there(
    client: FlaskClient, session: Session, author: Person
) -> None:
    stands(session, author, A.DRAFT, "New Diner")

    assert "The inbox is empty." in log_in(client, author).get(PAGE).text


def test_evidence_that_ends_soon_is_told(
    client: FlaskClient, session: Session, author: Person
) -> None:
    draft = stands(session, author, A.DRAFT, "New Diner")
    for name, days in (("ends soon", 20), ("lasts", 400), ("has ended", -3)):
        evidence = Evidence(
            id=name.replace(" ", ""),
            organization_id=author.organization_id,
            assessment_id=draft.id,
            criterion="sched_notice_days",
            title=f"A page that {name}",
            grade=Grade.E1,
            added_by=author.id,
            added_at=NOON,
            url="https://diner.example",
            expires_on=NOON.date() + timedelta(days=days),
        )
        add_evidence(session, evidence)

    ending = part(log_in(client, author).get(PAGE).text, "ending")

    assert names_in(ending) == ["A page that has ended", "A page that ends soon"]
    assert "until March 21, 2026" in ending


def test_a_hundred_assessments_ask_the_database_as_often_as_three(
    client: FlaskClient, session: Session, engine: Engine, author: Person, reviewer: Person
) -> None:
    log_in(client, reviewer)

    def fill(numbers: range) -> None:
        for number in numbers:
            waiting(session, author, f"Diner number {number}", days=number % 40)

    def queries(path: str) -> int:
        with counted(engine) as sent:
            assert client.get(path).status_code == 200
        return len(sent)

    fill(range(3))
    review = f"/en/work/assessments/{inbox_of(session, reviewer.actor)[0].assessment.id}/review"
    few = queries(PAGE), queries(review)
    fill(range(3, 100))
    many = queries(PAGE), queries(review)

    assert many[0] <= few[0] <= 32
    assert many[1] <= few[1] <= 60
    assert len(names_in(part(client.get(PAGE).text, "inbox"))) == 100
