"""Further names of employers, and the public names that they had before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import or_, select

from jobquality.errors import NotFoundError
from jobquality.store.database import Session
from jobquality.store.rows import EmployerNameRow, EmployerRow, OldSlugRow, PublicationRow


class NameKind(StrEnum):
    """What a further name is."""

    BRAND = "brand"
    LEGAL = "legal"
    TRADE = "trade"
    FORMER = "former"


@dataclass(frozen=True, slots=True, kw_only=True)
class EmployerName:
    """A further name of an employer, and when it was used.

    Everyone may see it once `confirmed_by` names a second person.
    """

    id: str
    organization_id: str
    employer_id: str
    kind: NameKind
    text: str
    added_by: str
    added_at: datetime
    since: date | None = None
    until: date | None = None
    confirmed_by: str | None = None

    @property
    def is_public(self) -> bool:
        """Whether two people stand behind it."""
        return self.confirmed_by is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """Where an old public name leads: the record it was of, and the public name to go to.

    `is_part` says that the record became a part of another one.
    """

    employer_id: str
    own_slug: str
    slug: str

    @property
    def is_part(self) -> bool:
        """Whether the record is a part of another one now."""
        return self.own_slug != self.slug


def add_name(session: Session, name: EmployerName) -> None:
    """Keep a further name."""
    session.add(
        EmployerNameRow(
            id=name.id,
            organization_id=name.organization_id,
            employer_id=name.employer_id,
            kind=name.kind.value,
            text=name.text,
            since=name.since,
            until=name.until,
            added_by=name.added_by,
            added_at=name.added_at,
            confirmed_by=name.confirmed_by,
        )
    )
    session.flush()


def get_name(session: Session, name_id: str) -> EmployerName:
    """Return one further name.

    Raises:
        NotFoundError: there is none of that id.
    """
    return _value(_row(session, name_id))


def confirm_name(session: Session, name_id: str, *, by: str) -> None:
    """Write who confirmed a name."""
    _row(session, name_id).confirmed_by = by
    session.flush()


def remove_name(session: Session, name_id: str) -> None:
    """Take a further name away."""
    session.delete(_row(session, name_id))
    session.flush()


def move_names(session: Session, name_ids: Iterable[str], *, employer_id: str) -> None:
    """Let names belong to another record."""
    for name_id in name_ids:
        _row(session, name_id).employer_id = employer_id
    session.flush()


def list_names(
    session: Session, employer_ids: Iterable[str] | None = None
) -> tuple[EmployerName, ...]:
    """Return the further names of some employers, or all of them, as they were added."""
    wanted = [] if employer_ids is None else [EmployerNameRow.employer_id.in_(tuple(employer_ids))]
    rows = session.scalars(
        select(EmployerNameRow)
        .where(*wanted)
        .order_by(EmployerNameRow.added_at, EmployerNameRow.id)
    )
    return tuple(_value(row) for row in rows)


def keep_old_slug(
    session: Session, slug: str, *, employer_id: str, organization_id: str, at: datetime
) -> None:
    """Let a public name lead to an employer for ever; nobody else can have it again."""
    session.add(
        OldSlugRow(slug=slug, employer_id=employer_id, organization_id=organization_id, since=at)
    )
    session.flush()


def list_old_slugs(session: Session, employer_id: str) -> tuple[str, ...]:
    """Return the public names that an employer had, oldest first."""
    found = session.scalars(
        select(OldSlugRow.slug)
        .where(OldSlugRow.employer_id == employer_id)
        .order_by(OldSlugRow.since, OldSlugRow.slug)
    )
    return tuple(found)


def find_moved(session: Session, slug: str) -> Moved | None:
    """Return where a public name leads that is not the one to use any more, or None.

    Nothing is told of an employer of whom nothing is published. The session belongs to
    everybody.
    """
    own = _record_of(session, slug)
    if own is None:
        return None
    kept = session.get(EmployerRow, own.merged_into) if own.merged_into else own
    if kept is None or kept.slug == slug or not _is_published(session, own.id, kept.id):
        return None
    return Moved(employer_id=own.id, own_slug=own.slug, slug=kept.slug)


def _record_of(session: Session, slug: str) -> EmployerRow | None:
    live = session.scalars(select(EmployerRow).where(EmployerRow.slug == slug)).first()
    if live is not None:
        return live
    return session.scalars(
        select(EmployerRow)
        .join(OldSlugRow, OldSlugRow.employer_id == EmployerRow.id)
        .where(OldSlugRow.slug == slug)
    ).first()


def _is_published(session: Session, *employer_ids: str) -> bool:
    """Say whether anything is published of these records, or of who runs sites of their brand."""
    records = select(EmployerRow.id).where(
        or_(EmployerRow.id.in_(employer_ids), EmployerRow.brand_id.in_(employer_ids))
    )
    found = select(PublicationRow.hash).where(PublicationRow.employer_id.in_(records)).limit(1)
    return session.scalars(found).first() is not None


def _row(session: Session, name_id: str) -> EmployerNameRow:
    row = session.scalars(select(EmployerNameRow).where(EmployerNameRow.id == name_id)).first()
    if row is None:
        raise NotFoundError("There is no such name.")
    return row


def _value(row: EmployerNameRow) -> EmployerName:
    return EmployerName(
        id=row.id,
        organization_id=row.organization_id,
        employer_id=row.employer_id,
        kind=NameKind(row.kind),
        text=row.text,
        since=row.since,
        until=row.until,
        added_by=row.added_by,
        added_at=row.added_at,
        confirmed_by=row.confirmed_by,
    )
