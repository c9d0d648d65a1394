"""What somebody wants to change of who an employer is, until another person decides."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select

from jobquality.errors import NotFoundError
from jobquality.store.database import Session
from jobquality.store.rows import IdentityChangeRow
from jobquality.store.versions import check_version


class ChangeState(StrEnum):
    """Where a proposed change stands; `replaced` by a newer proposal."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityChange:
    """A proposed change; `wanted` has the new value of each field as text, empty for none."""

    id: str
    organization_id: str
    employer_id: str
    wanted: Mapping[str, str]
    state: ChangeState
    proposed_by: str
    proposed_at: datetime
    decided_by: str | None = None
    decided_at: datetime | None = None
    version: int = 1


def add_change(session: Session, change: IdentityChange) -> None:
    """Keep a proposed change."""
    session.add(
        IdentityChangeRow(
            id=change.id,
            organization_id=change.organization_id,
            employer_id=change.employer_id,
            wanted=json.dumps(dict(change.wanted), sort_keys=True),
            state=change.state.value,
            proposed_by=change.proposed_by,
            proposed_at=change.proposed_at,
            decided_by=change.decided_by,
            decided_at=change.decided_at,
        )
    )
    session.flush()


def settle_change(
    session: Session, change: IdentityChange, state: ChangeState, *, by: str, at: datetime
) -> None:
    """Write what became of a proposed change.

    Raises:
        ConflictError: somebody decided since `change.version`.
    """
    row = session.get_one(IdentityChangeRow, change.id)
    check_version(row, change.version)
    row.state, row.decided_by, row.decided_at = state.value, by, at
    session.flush()


def get_change(session: Session, change_id: str) -> IdentityChange:
    """Return one proposed change.

    Raises:
        NotFoundError: there is none of that id.
    """
    row = session.scalars(
        select(IdentityChangeRow).where(IdentityChangeRow.id == change_id)
    ).first()
    if row is None:
        raise NotFoundError("There is no such change.")
    return _value(row)


def list_changes(
    session: Session, employer_id: str | None = None, *, state: ChangeState | None = None
) -> tuple[IdentityChange, ...]:
    """Return proposed changes, newest first."""
    wanted = []
    if employer_id is not None:
        wanted.append(IdentityChangeRow.employer_id == employer_id)
    if state is not None:
        wanted.append(IdentityChangeRow.state == state.value)
    rows = session.scalars(
        select(IdentityChangeRow)
        .where(*wanted)
        .order_by(IdentityChangeRow.proposed_at.desc(), IdentityChangeRow.id)
    )
    return tuple(_value(row) for row in rows)


def _value(row: IdentityChangeRow) -> IdentityChange:
    return IdentityChange(
        id=row.id,
        organization_id=row.organization_id,
        employer_id=row.employer_id,
        wanted=json.loads(row.wanted),
        state=ChangeState(row.state),
        proposed_by=row.proposed_by,
        proposed_at=row.proposed_at,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        version=row.version,
    )
