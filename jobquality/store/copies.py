"""Copies of evidence with something covered: drawn by one person, let out by another."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime

from sqlalchemy import select

from jobquality.errors import NotFoundError
from jobquality.store.database import Session
from jobquality.store.rows import EvidenceCopyRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """A box drawn over a page: `page` from 1, the rest in percent of the page's own size."""

    page: int
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A picture of a piece of evidence, with boxes in it and nothing under them.

    `number` counts the copies of one piece; `of_sha256` is the file it was made from, `sha256`
    its own. It may leave the team while it is `is_out`.
    """

    id: str
    organization_id: str
    evidence_id: str
    number: int
    of_sha256: str
    covers: tuple[Cover, ...]
    sha256: str
    media_type: str
    size: int
    pages: int
    drawn_by: str
    drawn_at: datetime
    released_by: str | None = None
    released_at: datetime | None = None
    withdrawn_by: str | None = None
    withdrawn_at: datetime | None = None

    @property
    def is_out(self) -> bool:
        """Whether somebody let it out and nobody took it back."""
        return self.released_at is not None and self.withdrawn_at is None


def add_copy(session: Session, copy: Copy) -> Copy:
    """Keep a new copy under the next number of its piece and return it; its file is on the disk."""
    last = session.scalars(
        select(EvidenceCopyRow.number)
        .where(EvidenceCopyRow.evidence_id == copy.evidence_id)
        .order_by(EvidenceCopyRow.number.desc())
        .limit(1)
    ).first()
    numbered = replace(copy, number=(last or 0) + 1)
    session.add(EvidenceCopyRow(**_columns(numbered)))
    session.flush()
    return numbered


def get_copy(session: Session, copy_id: str) -> Copy:
    """Return one copy.

    Raises:
        NotFoundError: there is none of that id.
    """
    return _value(_row(session, copy_id))


def change_copy(session: Session, copy: Copy) -> Copy:
    """Keep who let a copy out, or took it back.

    Raises:
        NotFoundError: there is none of that id.
    """
    row = _row(session, copy.id)
    for name, value in _columns(copy).items():
        setattr(row, name, value)
    session.flush()
    return copy


def list_copies(session: Session, evidence_ids: Iterable[str]) -> tuple[Copy, ...]:
    """Return every copy of some pieces of evidence, the newest of each piece first."""
    rows = session.scalars(
        select(EvidenceCopyRow)
        .where(EvidenceCopyRow.evidence_id.in_(list(evidence_ids)))
        .order_by(EvidenceCopyRow.evidence_id, EvidenceCopyRow.number.desc())
    )
    return tuple(_value(row) for row in rows)


def find_copies_by_hash(session: Session, sha256: str) -> tuple[Copy, ...]:
    """Return every copy that is this very file; two pieces may have been given the same one."""
    rows = session.scalars(select(EvidenceCopyRow).where(EvidenceCopyRow.sha256 == sha256))
    return tuple(_value(row) for row in rows)


def _row(session: Session, copy_id: str) -> EvidenceCopyRow:
    row = session.scalars(select(EvidenceCopyRow).where(EvidenceCopyRow.id == copy_id)).first()
    if row is None:
        raise NotFoundError("There is no such copy.")
    return row


def _columns(copy: Copy) -> dict[str, object]:
    said = {one.name: getattr(copy, one.name) for one in fields(Copy) if one.name != "covers"}
    return {**said, "boxes": json.dumps([asdict(one) for one in copy.covers])}


def _value(row: EvidenceCopyRow) -> Copy:
    said = {one.name: getattr(row, one.name) for one in fields(Copy) if one.name != "covers"}
    return Copy(**said, covers=tuple(Cover(**one) for one in json.loads(row.boxes)))
