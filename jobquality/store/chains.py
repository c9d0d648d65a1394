"""Whole chains for `verify`: every link with its body, and what the lists repeat of them."""

from collections.abc import Collection, Generator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import and_, case, func, or_, select
from sqlalchemy.orm import aliased

from jobquality.access.states import PublicationState
from jobquality.store.database import Session
from jobquality.store.publications import Entry
from jobquality.store.rows import (
    BodyRow,
    CertificateRow,
    LedgerRow,
    OrganizationRow,
    PublicationRow,
    PublicKeyRow,
)

#: The kind of an entry that brings in a key.
_KEY = "key"
#: How many bodies are held in memory at a time.
_AT_A_TIME = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Where a snapshot stands, as the list of publications has it."""

    hash: str
    number: int
    employer_id: str
    state: PublicationState
    published_at: datetime
    published_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StandOfCertificate:
    """What the list of certificates repeats of one; `publication` is a hash."""

    hash: str
    number: int
    code: str
    publication: str
    employer_id: str
    valid_from: date
    valid_until: date
    issued_at: datetime


@dataclass(frozen=True, slots=True)
class Tip:
    """The newest entry of a chain."""

    organization_id: str
    number: int
    hash: str


def list_tips(session: Session, organization_ids: Collection[str]) -> tuple[Tip, ...]:
    """Return the newest entry of each of these chains that has one."""
    other = aliased(LedgerRow)
    newest = (
        select(func.max(other.number))
        .where(other.organization_id == OrganizationRow.id)
        .scalar_subquery()
    )
    found = session.execute(
        select(LedgerRow.organization_id, LedgerRow.number, LedgerRow.hash)
        .join(OrganizationRow, OrganizationRow.id == LedgerRow.organization_id)
        .where(OrganizationRow.id.in_(sorted(organization_ids)), LedgerRow.number == newest)
    )
    return tuple(Tip(*one) for one in found)


def newest_numbers(session: Session, employer_ids: Collection[str]) -> dict[str, int]:
    """Return the number of the newest score's entry of each of these records that has one."""
    found = session.execute(
        select(PublicationRow.employer_id, func.max(LedgerRow.number).label("number"))
        .join(
            LedgerRow,
            and_(
                LedgerRow.hash == PublicationRow.hash,
                LedgerRow.organization_id == PublicationRow.organization_id,
            ),
        )
        .where(PublicationRow.employer_id.in_(sorted(employer_ids)))
        .group_by(PublicationRow.employer_id)
    )
    return {row.employer_id: row.number for row in found}


def list_homeless(session: Session) -> tuple[str, ...]:
    """Return the ids under which something was published and of which no organization is here.

    The session belongs to every organization.
    """
    here = select(OrganizationRow.id)
    kept = (LedgerRow, BodyRow, PublicationRow, CertificateRow, PublicKeyRow)
    found = {
        one
        for table in kept
        for one in session.scalars(
            select(table.organization_id).where(table.organization_id.not_in(here)).distinct()
        )
    }
    return tuple(sorted(found))


def list_key_entries(
    session: Session, organization_ids: Collection[str]
) -> tuple[tuple[Entry, str, str], ...]:
    """Return the first entry of each of these chains and those that name a key, in their order.

    Each with its body (empty for a first one of another kind), and with the public half that is
    kept under the id of the key that it names; empty where there is none.
    """
    names_a_key = LedgerRow.kind == _KEY
    found = session.execute(
        select(
            LedgerRow,
            case((names_a_key, BodyRow.content), else_=""),
            func.coalesce(PublicKeyRow.public_key, ""),
        )
        .outerjoin(
            BodyRow,
            and_(
                BodyRow.hash == LedgerRow.hash,
                BodyRow.organization_id == LedgerRow.organization_id,
            ),
        )
        .outerjoin(
            PublicKeyRow,
            and_(
                PublicKeyRow.key_id == LedgerRow.key_id,
                PublicKeyRow.organization_id == LedgerRow.organization_id,
            ),
        )
        .where(
            LedgerRow.organization_id.in_(sorted(organization_ids)),
            or_(LedgerRow.number == 1, names_a_key),
        )
        .order_by(LedgerRow.organization_id, LedgerRow.number)
    )
    return tuple((_entry(row), content or "", key) for row, content, key in found)


def count_entries(session: Session, organization_id: str) -> int:
    """Return how many entries a chain has."""
    wanted = select(func.count(LedgerRow.number)).where(
        LedgerRow.organization_id == organization_id
    )
    return session.scalar(wanted) or 0


def walk_chain(
    session: Session, organization_id: str
) -> Generator[tuple[Entry, str | None], None, None]:
    """Yield the chain of an organization, oldest first, each entry with its body or None.

    Only a few are in memory at a time. Whoever stops early closes it.
    """
    whole_chain = (
        select(LedgerRow, BodyRow.content)
        .outerjoin(
            BodyRow,
            and_(
                BodyRow.hash == LedgerRow.hash,
                BodyRow.organization_id == LedgerRow.organization_id,
            ),
        )
        .where(LedgerRow.organization_id == organization_id)
        .order_by(LedgerRow.number)
        .execution_options(yield_per=_AT_A_TIME)
    )
    with session.execute(whole_chain) as found:
        for row, content in found:
            yield _entry(row), content
            session.expunge(row)


def find_entry(session: Session, body_hash: str) -> Entry | None:
    """Return the entry of a body, or None where the session sees none."""
    row = session.scalars(select(LedgerRow).where(LedgerRow.hash == body_hash)).first()
    return _entry(row) if row else None


def find_entries(session: Session, hashes: Collection[str]) -> dict[str, int]:
    """Return the numbers of the entries of some bodies, by hash."""
    found = session.execute(
        select(LedgerRow.hash, LedgerRow.number).where(LedgerRow.hash.in_(sorted(hashes)))
    )
    return {row.hash: row.number for row in found}


def has_kind(session: Session, organization_id: str, kind: str) -> bool:
    """Say whether an organization's chain has an entry of a kind."""
    found = session.scalars(
        select(LedgerRow.number)
        .where(LedgerRow.organization_id == organization_id, LedgerRow.kind == kind)
        .limit(1)
    )
    return found.first() is not None


def has_newer(
    session: Session, organization_id: str, *, after: int, other_than: Collection[str]
) -> bool:
    """Say whether a chain has an entry after a number that is of none of these kinds."""
    found = session.scalars(
        select(LedgerRow.number)
        .where(
            LedgerRow.organization_id == organization_id,
            LedgerRow.number > after,
            LedgerRow.kind.not_in(sorted(other_than)),
        )
        .limit(1)
    )
    return found.first() is not None


def list_of_kinds(
    session: Session, kinds: Collection[str], *, organization_id: str | None = None
) -> tuple[tuple[Entry, str], ...]:
    """Return the entries of some kinds with their bodies, in the order in which they came.

    Without `organization_id`, they are those of all chains that the session sees.
    """
    query = (
        select(LedgerRow, BodyRow.content)
        .join(
            BodyRow,
            and_(
                BodyRow.hash == LedgerRow.hash,
                BodyRow.organization_id == LedgerRow.organization_id,
            ),
        )
        .where(LedgerRow.kind.in_(sorted(kinds)))
        .order_by(LedgerRow.at, LedgerRow.organization_id, LedgerRow.number)
    )
    if organization_id is not None:
        query = query.where(LedgerRow.organization_id == organization_id)
    return tuple((_entry(row), content) for row, content in session.execute(query))


def count_bodies(session: Session, organization_id: str) -> int:
    """Return how many bodies an organization has."""
    wanted = select(func.count(BodyRow.hash)).where(BodyRow.organization_id == organization_id)
    return session.scalar(wanted) or 0


def list_stands(session: Session, organization_id: str) -> tuple[Stand, ...]:
    """Return where every snapshot of an organization stands, oldest first."""
    rows = session.scalars(
        select(PublicationRow)
        .where(PublicationRow.organization_id == organization_id)
        .order_by(PublicationRow.number, PublicationRow.hash)
    )
    return tuple(
        Stand(
            hash=row.hash,
            number=row.number,
            employer_id=row.employer_id,
            state=PublicationState(row.state),
            published_at=row.published_at,
            published_by=row.published_by,
        )
        for row in rows
    )


def list_certificate_stands(
    session: Session, organization_id: str
) -> tuple[StandOfCertificate, ...]:
    """Return every certificate of an organization as the list has it, oldest first."""
    rows = session.scalars(
        select(CertificateRow)
        .where(CertificateRow.organization_id == organization_id)
        .order_by(CertificateRow.number, CertificateRow.code)
    )
    return tuple(
        StandOfCertificate(
            hash=row.hash,
            number=row.number,
            code=row.code,
            publication=row.publication_hash,
            employer_id=row.employer_id,
            valid_from=row.valid_from,
            valid_until=row.valid_until,
            issued_at=row.issued_at,
        )
        for row in rows
    )


def _entry(row: LedgerRow) -> Entry:
    return Entry(
        organization_id=row.organization_id,
        number=row.number,
        kind=row.kind,
        hash=row.hash,
        previous=row.previous,
        at=row.at,
        key_id=row.key_id,
        signature=row.signature,
    )
