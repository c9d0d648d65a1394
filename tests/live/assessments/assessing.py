"""Assessments and answers, made with as few words as a test needs."""

from dataclasses import dataclass
from datetime import date

from jobquality.access.actors import Actor
from jobquality.rubrics.catalog import shipped
from jobquality.services.assessments import RecordAnswer, StartAssessment, record_answer
from jobquality.services.assessments import start_assessment as start
from jobquality.store.assessments import Answer, Assessment
from jobquality.store.database import Session
from jobquality.store.employers import Employer
from jobquality.store.people import Person
from tests.live.factories import (
    NOON,
    stored_employer,
    stored_organization,
    stored_person,
)

RUBRIC, EDITION = "restaurants_us", "2026.1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An organization with somebody who assesses, an employer, and a draft."""

    person: Person
    employer: Employer
    assessment: Assessment

    @property
    def actor(self) -> Actor:
        """Who assesses."""
        return self.person.actor


def stored_case(session: Session, **but: object) -> Case:
    """Write somebody, an employer, and an empty draft."""
    organization = stored_organization(session)
    person = stored_person(session, organization)
    employer = stored_employer(session, person)
    return Case(
        person=person, employer=employer, assessment=stored_draft(session, person, employer, **but)
    )


def stored_draft(session: Session, person: Person, employer: Employer, **but: object) -> Assessment:
    """Write a draft."""
    given: dict[str, object] = {
        "id": f"draft-of-{employer.id}",
        "employer_id": employer.id,
        "rubric": RUBRIC,
        "edition": EDITION,
        "on": date(2026, 2, 1),
    }
    command = StartAssessment(**given | but)  # type: ignore[arg-type]  # a test says what it needs
    return start(session, person.actor, command, catalog=shipped(), at=NOON)


def record(session: Session, case: Case, criterion: str, answer: str, **but: object) -> Answer:
    """Answer one question."""
    given: dict[str, object] = {
        "assessment_id": case.assessment.id,
        "criterion": criterion,
        "answer": answer,
    }
    command = RecordAnswer(**given | but)  # type: ignore[arg-type]  # a test says what it needs
    return record_answer(session, case.actor, command, catalog=shipped(), at=NOON)
