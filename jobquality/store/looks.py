"""What reviewers said to single answers, and what an assessment looked like when returned."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from jobquality.errors import ConflictError
from jobquality.store.database import Session
from jobquality.store.rows import LookRow, SheetRow
from jobquality.store.versions import SENTENCE


class Verdict(StrEnum):
    """What a reviewer says to an answer."""

    ACCEPTED = "accepted"
    ASKED = "asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What one reviewer said to one answer; `mark` tells which version of it they saw."""

    assessment_id: str
    organization_id: str
    person_id: str
    criterion: str
    verdict: Verdict
    mark: str
    at: datetime
    comment: str = ""


def keep_look(session: Session, look: Look) -> None:
    """Write what a reviewer says to an answer, in place of what they said before.

    Raises:
        ConflictError: they said it twice at the same moment.
    """
    session.merge(
        LookRow(
            assessment_id=look.assessment_id,
            person_id=look.person_id,
            criterion=look.criterion,
            organization_id=look.organization_id,
            verdict=look.verdict.value,
            mark=look.mark,
            comment=look.comment,
            at=look.at,
        )
    )
    try:
        session.flush()
    except IntegrityError as error:
        raise ConflictError(SENTENCE) from error


def list_looks(session: Session, assessment_id: str) -> tuple[Look, ...]:
    """Return what every reviewer said, oldest first."""
    rows = session.scalars(
        select(LookRow)
        .where(LookRow.assessment_id == assessment_id)
        .order_by(LookRow.at, LookRow.criterion)
    )
    return tuple(
        Look(
            assessment_id=row.assessment_id,
            organization_id=row.organization_id,
            person_id=row.person_id,
            criterion=row.criterion,
            verdict=Verdict(row.verdict),
            mark=row.mark,
            at=row.at,
            comment=row.comment,
        )
        for row in rows
    )


def forget_accepted(
    session: Session, assessment_id: str, person_id: str, names: Iterable[str]
) -> int:
    """Forget that somebody accepted these answers; return how many they had accepted."""
    found = session.scalars(
        select(LookRow).where(
            LookRow.assessment_id == assessment_id,
            LookRow.person_id == person_id,
            LookRow.verdict == Verdict.ACCEPTED.value,
            LookRow.criterion.in_(tuple(names)),
        )
    ).all()
    for row in found:
        session.delete(row)
    session.flush()
    return len(found)


def forget_questions(session: Session, assessment_id: str) -> None:
    """Forget what reviewers asked: it was sent to the author, and is kept as comments."""
    session.execute(
        delete(LookRow).where(
            LookRow.assessment_id == assessment_id, LookRow.verdict == Verdict.ASKED.value
        )
    )


def keep_sheet(  # noqa: PLR0913 - which, of whom, what and when
    session: Session,
    *,
    sheet_id: str,
    organization_id: str,
    assessment_id: str,
    content: str,
    at: datetime,
) -> None:
    """Keep what an assessment looked like; it is never changed."""
    session.add(
        SheetRow(
            id=sheet_id,
            organization_id=organization_id,
            assessment_id=assessment_id,
            content=content,
            at=at,
        )
    )
    session.flush()


def find_last_sheet(session: Session, assessment_id: str) -> str | None:
    """Return what an assessment looked like when it was returned last, or None."""
    return session.scalars(
        select(SheetRow.content)
        .where(SheetRow.assessment_id == assessment_id)
        .order_by(SheetRow.at.desc(), SheetRow.id.desc())
        .limit(1)
    ).first()
