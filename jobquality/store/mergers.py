"""Two records of one employer that became one, or shall; and pairs that are not the same."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, or_, select

from jobquality.errors import NotFoundError
from jobquality.store.database import Session
from jobquality.store.rows import DifferentRow, MergerRow
from jobquality.store.versions import check_version


class MergerState(StrEnum):
    """Where a merger stands."""

    OPEN = "open"
    MERGED = "merged"
    REFUSED = "refused"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Merger:
    """Two records that are one employer. `moved` says, by kind, the ids of what an undo returns."""

    id: str
    organization_id: str
    kept_id: str
    merged_id: str
    reason: str
    state: MergerState
    proposed_by: str
    proposed_at: datetime
    moved: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    decided_by: str | None = None
    decided_at: datetime | None = None
    version: int = 1


def add_merger(session: Session, merger: Merger) -> None:
    """Keep a merger that somebody proposes."""
    session.add(
        MergerRow(
            id=merger.id,
            organization_id=merger.organization_id,
            kept_id=merger.kept_id,
            merged_id=merger.merged_id,
            reason=merger.reason,
            state=merger.state.value,
            moved=_text(merger.moved),
            proposed_by=merger.proposed_by,
            proposed_at=merger.proposed_at,
            decided_by=merger.decided_by,
            decided_at=merger.decided_at,
        )
    )
    session.flush()


def change_merger(session: Session, merger: Merger) -> None:
    """Write what became of a merger.

    Raises:
        ConflictError: somebody decided since `merger.version`.
    """
    row = session.get_one(MergerRow, merger.id)
    check_version(row, merger.version)
    row.state, row.moved = merger.state.value, _text(merger.moved)
    row.decided_by, row.decided_at = merger.decided_by, merger.decided_at
    session.flush()


def get_merger(session: Session, merger_id: str) -> Merger:
    """Return one merger.

    Raises:
        NotFoundError: there is none of that id.
    """
    row = session.scalars(select(MergerRow).where(MergerRow.id == merger_id)).first()
    if row is None:
        raise NotFoundError("There is no such merger.")
    return _value(row)


def list_mergers(
    session: Session, employer_id: str | None = None, *, state: MergerState | None = None
) -> tuple[Merger, ...]:
    """Return mergers, of one employer or all of them, newest first."""
    wanted: list[ColumnElement[bool]] = []
    if employer_id is not None:
        wanted.append(or_(MergerRow.kept_id == employer_id, MergerRow.merged_id == employer_id))
    if state is not None:
        wanted.append(MergerRow.state == state.value)
    rows = session.scalars(
        select(MergerRow).where(*wanted).order_by(MergerRow.proposed_at.desc(), MergerRow.id)
    )
    return tuple(_value(row) for row in rows)


def add_different(
    session: Session, pair: tuple[str, str], *, organization_id: str, by: str, at: datetime
) -> None:
    """Remember that two employers are not the same; said twice, the first time counts."""
    first, second = sorted(pair)
    if (first, second) not in list_different(session):
        session.add(
            DifferentRow(
                first_id=first,
                second_id=second,
                organization_id=organization_id,
                said_by=by,
                said_at=at,
            )
        )
        session.flush()


def list_different(session: Session) -> frozenset[tuple[str, str]]:
    """Return every pair that somebody called not the same, the smaller id first."""
    rows = session.scalars(select(DifferentRow))
    return frozenset((row.first_id, row.second_id) for row in rows)


def _text(moved: Mapping[str, tuple[str, ...]]) -> str:
    return json.dumps({kind: list(ids) for kind, ids in moved.items()}, sort_keys=True)


def _value(row: MergerRow) -> Merger:
    return Merger(
        id=row.id,
        organization_id=row.organization_id,
        kept_id=row.kept_id,
        merged_id=row.merged_id,
        reason=row.reason,
        state=MergerState(row.state),
        moved={kind: tuple(ids) for kind, ids in json.loads(row.moved).items()},
        proposed_by=row.proposed_by,
        proposed_at=row.proposed_at,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        version=row.version,
    )
