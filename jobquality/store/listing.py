"""What is published of employers, found by their public names."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import aliased

from jobquality.access.states import PublicationState
from jobquality.store.database import Session
from jobquality.store.employers import family_of
from jobquality.store.practice import list_practice
from jobquality.store.publications import Publication, list_publications
from jobquality.store.rows import EmployerRow, PublicationRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """An employer by its public name, with the publications that were asked for, newest first.

    `employer_id` is the record that has the name; the publications are of all its family.
    """

    slug: str
    employer_id: str
    organization_id: str
    publications: tuple[Publication, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When something was published of a record; its body may be gone."""

    employer_id: str
    hash: str
    number: int
    published_at: datetime


def walk_published(session: Session, *, after: str) -> Iterator[Published]:
    """Yield every employer of whom something was published, after `after`.

    `after` is a public name. What is current comes alone; where nothing is, what was withdrawn.

    What is published in practice is passed over.

    Names are compared letter by letter, so whoever goes on from the last one sees each
    employer once, whatever is added meanwhile; one that is renamed on the way may be passed
    over. Records that became a part of another employer come with that one.
    """
    practice = list_practice(session)
    while True:
        slug = _next_slug(session, after, practice)
        if slug is None:
            return
        found = _of(session, slug, PublicationState.CURRENT)
        if found is not None and not found.publications:
            found = _of(session, slug, PublicationState.WITHDRAWN)
        if found is not None and not found.publications:
            # Something of each employer stands or was taken back; only a forged row hides it.
            found = _of(session, slug, None)
        if found is not None:
            yield found
        after = slug


def find_published(session: Session, slug: str) -> Published | None:
    """Return an employer with all of its publications, or None where nothing was published."""
    found = _of(session, slug, None)
    return found if found and found.publications else None


def list_moments(session: Session, employer_ids: Iterable[str]) -> tuple[Moment, ...]:
    """Return when everything was published of some records, the oldest of each first."""
    found = session.execute(
        select(
            PublicationRow.employer_id,
            PublicationRow.hash,
            PublicationRow.number,
            PublicationRow.published_at,
        )
        .where(PublicationRow.employer_id.in_(sorted(employer_ids)))
        .order_by(PublicationRow.number)
    )
    return tuple(
        Moment(employer_id=employer, hash=body_hash, number=number, published_at=at)
        for employer, body_hash, number, at in found
    )


def _next_slug(session: Session, after: str, practice: Collection[str]) -> str | None:
    # PostgreSQL would sort by the language of the database, which passes over hyphens.
    slug = EmployerRow.slug.collate(_collation(session))
    part = aliased(EmployerRow)
    records = (
        select(part.id)
        .where(or_(part.id == EmployerRow.id, part.merged_into == EmployerRow.id))
        .correlate(EmployerRow)  # two queries further out
    )
    return session.scalars(
        select(EmployerRow.slug)
        .where(
            slug > after,
            EmployerRow.merged_into.is_(None),
            EmployerRow.organization_id.not_in(sorted(practice)),
            select(PublicationRow.hash).where(PublicationRow.employer_id.in_(records)).exists(),
        )
        .order_by(slug)
        .limit(1)
    ).first()


def _collation(session: Session) -> str:
    return "C" if session.get_bind().dialect.name == "postgresql" else "BINARY"


def _of(session: Session, slug: str, state: PublicationState | None) -> Published | None:
    wanted = select(EmployerRow.id, EmployerRow.organization_id).where(EmployerRow.slug == slug)
    found = session.execute(wanted).first()
    if found is None:
        return None
    family = family_of(session, found.id)
    return Published(
        slug=slug,
        employer_id=found.id,
        organization_id=found.organization_id,
        publications=list_publications(session, employer_ids=family, state=state),
    )
