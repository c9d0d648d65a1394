"""More time for a reply: asked for once, granted or refused."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select

from jobquality.errors import NotFoundError
from jobquality.store.database import Session
from jobquality.store.rows import ExtensionRow
from jobquality.store.versions import check_version


class ExtensionState(StrEnum):
    """Where a wish for more time stands."""

    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """What an employer asked for and what the team answered; `days` are those that were granted.

    `asked_by` is a name and a position, as written; `speaker_id` who that is, empty where nobody
    had to say who they are yet.
    """

    id: str
    organization_id: str
    assessment_id: str
    notice_id: str
    reason: str
    asked_by: str
    asked_at: datetime
    speaker_id: str = ""
    state: ExtensionState = ExtensionState.ASKED
    days: int = 0
    answer: str = ""
    decided_by: str | None = None
    decided_at: datetime | None = None
    version: int = 1


def add_extension(session: Session, extension: Extension) -> None:
    """Keep that more time was asked for."""
    row = ExtensionRow(
        id=extension.id,
        organization_id=extension.organization_id,
        assessment_id=extension.assessment_id,
        notice_id=extension.notice_id,
        speaker_id=extension.speaker_id,
        reason=extension.reason,
        asked_by=extension.asked_by,
        asked_at=extension.asked_at,
    )
    _decide(row, extension)
    session.add(row)
    session.flush()


def decide_extension(session: Session, extension: Extension) -> None:
    """Write what the team answered.

    Raises:
        NotFoundError: there is none of that id.
        ConflictError: somebody answered since `extension.version`.
    """
    row = session.scalars(select(ExtensionRow).where(ExtensionRow.id == extension.id)).first()
    if row is None:
        raise NotFoundError("Nobody asked for more time.")
    check_version(row, extension.version)
    _decide(row, extension)
    session.flush()


def remove_extension(session: Session, extension_id: str) -> None:
    """Forget that more time was asked for."""
    for row in session.scalars(select(ExtensionRow).where(ExtensionRow.id == extension_id)):
        session.delete(row)
    session.flush()


def find_extension(session: Session, notice_id: str) -> Extension | None:
    """Return what was asked for at a notice, or None."""
    row = session.scalars(select(ExtensionRow).where(ExtensionRow.notice_id == notice_id)).first()
    return None if row is None else _extension(row)


def list_open_extensions(session: Session) -> frozenset[str]:
    """Return the assessments whose employer waits for an answer about more time."""
    asked = ExtensionState.ASKED.value
    return frozenset(
        session.scalars(select(ExtensionRow.assessment_id).where(ExtensionRow.state == asked))
    )


def _decide(row: ExtensionRow, extension: Extension) -> None:
    row.state = extension.state.value
    row.days = extension.days
    row.answer = extension.answer
    row.decided_by = extension.decided_by
    row.decided_at = extension.decided_at


def _extension(row: ExtensionRow) -> Extension:
    return Extension(
        id=row.id,
        organization_id=row.organization_id,
        assessment_id=row.assessment_id,
        notice_id=row.notice_id,
        speaker_id=row.speaker_id,
        reason=row.reason,
        asked_by=row.asked_by,
        asked_at=row.asked_at,
        state=ExtensionState(row.state),
        days=row.days,
        answer=row.answer,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        version=row.version,
    )
