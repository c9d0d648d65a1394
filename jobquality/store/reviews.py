"""What happened to an assessment, step by step, by whom and with what said."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select

from jobquality.store.database import Session
from jobquality.store.rows import ReviewRow


class Step(StrEnum):
    """One kind of step.

    `seen` keeps, as JSON, the fingerprint of what was approved, or submitted (it says so in
    `criterion`); `done` what an author did about a comment; `finding` that the reviewer read
    the source of one critical finding; `heard` that a reviewer checked that the employer has
    the draft of the notice in `criterion`; `attempt` one attempt to hand the notice over, its way
    and day in `criterion`; `taken_back` that the decision on the notice in `criterion` does not
    stand, with the reason and the decision in the comment; `partly` that an approval was given
    before everything was looked at: answers looked at, answers, files opened and files, with
    colons between, in `criterion`.
    """

    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    COMMENT = "comment"
    DONE = "done"
    SEEN = "seen"
    FINDING = "finding"
    SENT = "sent"
    RESUMED = "resumed"
    LINK = "link"
    ATTEMPT = "attempt"
    HANDED_OVER = "handed_over"
    DECIDED = "decided"
    HELD = "held"
    LIFTED = "lifted"
    ABANDONED = "abandoned"
    PUBLISHED = "published"
    GUEST = "guest"
    GUEST_ENDED = "guest_ended"
    HEARD = "heard"
    PARTLY = "partly"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewStep:
    """One step. `criterion` is what a comment is about, empty for the whole."""

    id: str
    organization_id: str
    assessment_id: str
    step: Step
    person_id: str
    at: datetime
    criterion: str = ""
    comment: str = ""


def add_steps(session: Session, steps: Iterable[ReviewStep]) -> None:
    """Keep steps; none is ever changed."""
    session.add_all(
        ReviewRow(
            id=step.id,
            organization_id=step.organization_id,
            assessment_id=step.assessment_id,
            step=step.step.value,
            criterion=step.criterion,
            comment=step.comment,
            person_id=step.person_id,
            at=step.at,
        )
        for step in steps
    )
    session.flush()


def list_steps(session: Session, assessment_id: str) -> tuple[ReviewStep, ...]:
    """Return the steps of an assessment, oldest first; what is said with an approval before it."""
    rows = session.scalars(
        select(ReviewRow)
        .where(ReviewRow.assessment_id == assessment_id)
        .order_by(ReviewRow.at, ReviewRow.step == Step.APPROVED.value, ReviewRow.id)
    )
    return tuple(
        ReviewStep(
            id=row.id,
            organization_id=row.organization_id,
            assessment_id=row.assessment_id,
            step=Step(row.step),
            person_id=row.person_id,
            at=row.at,
            criterion=row.criterion,
            comment=row.comment,
        )
        for row in rows
    )
