"""Standards that organizations bring: what was published, and which are used."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from jobquality.errors import ConflictError, RefusedError
from jobquality.store.database import Session
from jobquality.store.rows import (
    StandardFileRow,
    StandardInUseRow,
    StandardOwnerRow,
    StandardRow,
)
from jobquality.store.tenancy import past_the_border

#: The parts of an edition that are no words of a language.
STANDARD, BRIDGE = "standard", "bridge"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnEdition:
    """A published edition of an organization's own.

    `follows` is the edition that it was compared with, `kind` the kind of change from there;
    both empty for the first one. `act_hash` is that of its entry in the ledger.
    """

    organization_id: str
    rubric: str
    edition: str
    sha256: str
    scoring_hash: str
    wording_hash: str
    in_use_from: date
    follows: str
    kind: str
    published_at: datetime
    proposed_by: str
    published_by: str
    act_hash: str

    @property
    def name(self) -> str:
        """The name of the edition: `texas_kitchens@2026.1`."""
        return f"{self.rubric}@{self.edition}"


def add_own_edition(session: Session, own: OwnEdition, files: Mapping[str, bytes]) -> None:
    """Keep a published edition with its files; the database refuses to change them afterwards.

    Raises:
        RefusedError: the standard belongs to another organization.
        ConflictError: the same edition is there, or somebody else was faster.
    """
    check_owner(session, own.rubric, own.organization_id)
    if session.get(StandardOwnerRow, own.rubric) is None:
        session.add(
            StandardOwnerRow(
                rubric=own.rubric, organization_id=own.organization_id, since=own.published_at
            )
        )
    try:
        session.flush()
        session.add(_row(own))
        for part, content in files.items():
            session.add(_file(own, part, content))
        session.flush()
    except IntegrityError as error:
        raise ConflictError("This edition was published at the same moment.") from error


def owner_of(session: Session, rubric: str) -> str | None:
    """Return whose standard an id is; it is asked past the border of one organization."""
    table = StandardOwnerRow.__table__
    wanted = select(table.c.organization_id).where(table.c.rubric == rubric)
    with past_the_border(session) as connection:
        return connection.scalar(wanted)


def check_owner(session: Session, rubric: str, organization_id: str) -> None:
    """Be quiet where an id is free, or this organization's own.

    Raises:
        RefusedError: it belongs to another organization.
    """
    if owner_of(session, rubric) not in (None, organization_id):
        raise RefusedError(
            f"The id '{rubric}' belongs to the standard of another organization. "
            "Give yours another id."
        )


def find_own(session: Session, rubric: str, edition: str) -> OwnEdition | None:
    """Return a published edition of that name; None where there is none."""
    wanted = select(StandardRow).where(StandardRow.rubric == rubric, StandardRow.edition == edition)
    row = session.scalars(wanted).first()
    return _value(row) if row else None


def list_own(session: Session, *, rubric: str | None = None) -> tuple[OwnEdition, ...]:
    """Return the published editions that the session sees, in the order of their publication."""
    wanted = select(StandardRow).order_by(StandardRow.published_at, StandardRow.rubric)
    if rubric is not None:
        wanted = wanted.where(StandardRow.rubric == rubric)
    return tuple(_value(row) for row in session.scalars(wanted))


def read_files(session: Session, name: str) -> dict[str, bytes]:
    """Return the files of a published edition by part, byte for byte."""
    rows = session.scalars(select(StandardFileRow).where(StandardFileRow.name == name))
    return {row.part: row.content for row in rows}


def list_in_use(session: Session) -> tuple[str, ...]:
    """Return what the session's organization chose to work with; nothing where it never chose."""
    rows = session.scalars(select(StandardInUseRow.name).order_by(StandardInUseRow.name))
    return tuple(rows)


def choose_in_use(session: Session, organization_id: str, names: Sequence[str]) -> None:
    """Keep what an organization works with, in place of what it chose before."""
    session.execute(
        delete(StandardInUseRow).where(StandardInUseRow.organization_id == organization_id)
    )
    for name in names:
        session.add(StandardInUseRow(organization_id=organization_id, name=name))
    session.flush()


def _row(own: OwnEdition) -> StandardRow:
    return StandardRow(
        organization_id=own.organization_id,
        rubric=own.rubric,
        edition=own.edition,
        sha256=own.sha256,
        scoring_hash=own.scoring_hash,
        wording_hash=own.wording_hash,
        in_use_from=own.in_use_from,
        follows=own.follows,
        kind=own.kind,
        published_at=own.published_at,
        proposed_by=own.proposed_by,
        published_by=own.published_by,
        act_hash=own.act_hash,
    )


def _file(own: OwnEdition, part: str, content: bytes) -> StandardFileRow:
    return StandardFileRow(
        organization_id=own.organization_id,
        name=own.name,
        part=part,
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
    )


def _value(row: StandardRow) -> OwnEdition:
    return OwnEdition(
        organization_id=row.organization_id,
        rubric=row.rubric,
        edition=row.edition,
        sha256=row.sha256,
        scoring_hash=row.scoring_hash,
        wording_hash=row.wording_hash,
        in_use_from=row.in_use_from,
        follows=row.follows,
        kind=row.kind,
        published_at=row.published_at,
        proposed_by=row.proposed_by,
        published_by=row.published_by,
        act_hash=row.act_hash,
    )
