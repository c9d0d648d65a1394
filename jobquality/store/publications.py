"""Publications, their bodies, and the ledger that chains them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.exc import IntegrityError

from jobquality.access.states import PublicationState
from jobquality.errors import ConflictError, NotFoundError
from jobquality.store.database import Session
from jobquality.store.rows import BodyRow, LedgerRow, PublicationRow, PublicKeyRow, TombstoneRow

_BOTH_AT_ONCE = (
    "Somebody else published at the same moment, or the same thing is published already. "
    "Nothing was changed. Reload the page, then try again."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One link of an organization's chain.

    `hash` is the SHA-256 of the body in hex, `previous` the link's own hash before it (64
    zeros at the start), `signature` is Ed25519 in base64url over the link (see
    `jobquality.ledger.chain`). `kind` is `publication` or `certificate`.
    """

    organization_id: str
    number: int
    kind: str
    hash: str
    previous: str
    at: datetime
    key_id: str
    signature: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicKey:
    """The public half of a signing key, raw, in base64url."""

    organization_id: str
    key_id: str
    public_key: str
    first: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """Where a snapshot stands; `content` is its canonical JSON, byte for byte."""

    hash: str
    organization_id: str
    number: int
    employer_id: str
    assessment_id: str
    state: PublicationState
    contested: bool
    published_at: datetime
    published_by: str
    content: str
    version: int = 1


def add_entry(session: Session, entry: Entry, content: str) -> None:
    """Append a link and its body; the database refuses to change either afterwards.

    Raises:
        ConflictError: the number or the body is there already.
    """
    session.add(BodyRow(hash=entry.hash, organization_id=entry.organization_id, content=content))
    session.add(
        LedgerRow(
            organization_id=entry.organization_id,
            number=entry.number,
            kind=entry.kind,
            hash=entry.hash,
            previous=entry.previous,
            at=entry.at,
            key_id=entry.key_id,
            signature=entry.signature,
        )
    )
    _flush_new(session)


def list_entries(session: Session, organization_id: str) -> tuple[Entry, ...]:
    """Return the chain of an organization, oldest first."""
    rows = session.scalars(
        select(LedgerRow)
        .where(LedgerRow.organization_id == organization_id)
        .order_by(LedgerRow.number)
    )
    return tuple(_entry(row) for row in rows)


def first_entry(session: Session, organization_id: str) -> Entry | None:
    """Return the link with which an organization's chain begins, or None before there is one."""
    row = session.scalars(
        select(LedgerRow).where(LedgerRow.organization_id == organization_id, LedgerRow.number == 1)
    ).first()
    return _entry(row) if row else None


def last_entry(session: Session, organization_id: str) -> Entry | None:
    """Return the newest link of an organization's chain, or None at the start."""
    row = session.scalars(
        select(LedgerRow)
        .where(LedgerRow.organization_id == organization_id)
        .order_by(LedgerRow.number.desc())
        .limit(1)
    ).first()
    return _entry(row) if row else None


def list_signed(session: Session, hashes: Iterable[str]) -> tuple[tuple[Entry, PublicKey], ...]:
    """Return the entries of these bodies, each with the recorded key that it names."""
    found = session.execute(
        select(LedgerRow, PublicKeyRow)
        .join(
            PublicKeyRow,
            and_(
                PublicKeyRow.key_id == LedgerRow.key_id,
                PublicKeyRow.organization_id == LedgerRow.organization_id,
            ),
        )
        .where(LedgerRow.hash.in_(sorted(set(hashes))))
    )
    return tuple((_entry(row), _key(key)) for row, key in found)


def find_body(session: Session, body_hash: str) -> str | None:
    """Return the canonical JSON under that hash, or None."""
    row = session.scalars(select(BodyRow).where(BodyRow.hash == body_hash)).first()
    return row.content if row else None


def empty_body(session: Session, body_hash: str, *, act_hash: str, at: datetime) -> None:
    """Let a body give way to the tombstone that the act of that hash is.

    Raises:
        NotFoundError: there is no such body.
    """
    row = session.scalars(select(BodyRow).where(BodyRow.hash == body_hash)).first()
    if row is None:
        raise NotFoundError("There is no body under that hash.")
    session.add(
        TombstoneRow(
            body_hash=body_hash, organization_id=row.organization_id, act_hash=act_hash, at=at
        )
    )
    session.flush()
    row.content = ""
    session.flush()


def add_public_key(session: Session, key: PublicKey) -> None:
    """Keep the public half of a new signing key.

    Raises:
        ConflictError: it is there already.
    """
    session.add(
        PublicKeyRow(
            key_id=key.key_id,
            organization_id=key.organization_id,
            public_key=key.public_key,
            first=key.first,
        )
    )
    _flush_new(session)


def list_public_keys(session: Session, organization_id: str) -> tuple[PublicKey, ...]:
    """Return every row of a key of an organization, oldest first.

    Which of them ever signed, only the chain says.
    """
    rows = session.scalars(
        select(PublicKeyRow)
        .where(PublicKeyRow.organization_id == organization_id)
        .order_by(PublicKeyRow.first)
    )
    return tuple(_key(row) for row in rows)


def add_publication(session: Session, publication: Publication) -> None:
    """Keep where a new snapshot stands; its body is in the ledger already."""
    session.add(
        PublicationRow(
            hash=publication.hash,
            organization_id=publication.organization_id,
            number=publication.number,
            employer_id=publication.employer_id,
            assessment_id=publication.assessment_id,
            state=publication.state.value,
            contested=publication.contested,
            published_at=publication.published_at,
            published_by=publication.published_by,
        )
    )
    session.flush()


def set_publication_state(session: Session, body_hash: str, state: PublicationState) -> None:
    """Mark a publication as superseded or withdrawn."""
    row = session.scalars(select(PublicationRow).where(PublicationRow.hash == body_hash)).one()
    row.state = state.value
    session.flush()


def set_contested(session: Session, body_hash: str, *, contested: bool) -> None:
    """Set or end the mark that an employer contests a publication."""
    row = session.scalars(select(PublicationRow).where(PublicationRow.hash == body_hash)).one()
    row.contested = contested
    session.flush()


def get_publication(session: Session, body_hash: str) -> Publication:
    """Return one publication.

    Raises:
        NotFoundError: nothing was published under that hash.
    """
    found = _list(session, PublicationRow.hash == body_hash)
    if not found:
        raise NotFoundError("Nothing was published under that hash.")
    return found[0]


def list_publications(  # noqa: PLR0913  # each narrows it in a way of its own
    session: Session,
    *,
    employer_id: str | None = None,
    employer_ids: Iterable[str] | None = None,
    assessment_id: str | None = None,
    state: PublicationState | None = None,
    hashes: Iterable[str] | None = None,
) -> tuple[Publication, ...]:
    """Return publications with their bodies, newest first.

    Each stands under the record that it was signed for: where that became a part of another
    one, `employer_ids` are those of all the records of the employer.
    """
    wanted: list[ColumnElement[bool]] = []
    if employer_ids is not None:
        wanted.append(PublicationRow.employer_id.in_(tuple(employer_ids)))
    if hashes is not None:
        wanted.append(PublicationRow.hash.in_(sorted(hashes)))
    if assessment_id is not None:
        wanted.append(PublicationRow.assessment_id == assessment_id)
    if employer_id is not None:
        wanted.append(PublicationRow.employer_id == employer_id)
    if state is not None:
        wanted.append(PublicationRow.state == state.value)
    return _list(session, *wanted)


def list_standing(
    session: Session, *, employer_ids: Iterable[str] | None = None
) -> tuple[Publication, ...]:
    """Return what is listed as current, and the newest entry of each record however it is listed.

    So nothing that stands is left out because of a row alone; newest first.
    """
    newest = (
        select(PublicationRow.employer_id, func.max(LedgerRow.number).label("number"))
        .join(LedgerRow, LedgerRow.hash == PublicationRow.hash)
        .group_by(PublicationRow.employer_id)
        .subquery()
    )
    is_newest = (
        select(LedgerRow.hash)
        .join(newest, newest.c.number == LedgerRow.number)
        .where(
            LedgerRow.hash == PublicationRow.hash,
            newest.c.employer_id == PublicationRow.employer_id,
        )
        .exists()
    )
    wanted = [or_(PublicationRow.state == PublicationState.CURRENT.value, is_newest)]
    if employer_ids is not None:
        wanted.append(PublicationRow.employer_id.in_(sorted(employer_ids)))
    return _list(session, *wanted)


def _flush_new(session: Session) -> None:
    try:
        session.flush()
    except IntegrityError as error:
        raise ConflictError(_BOTH_AT_ONCE) from error


def _list(session: Session, *wanted: ColumnElement[bool]) -> tuple[Publication, ...]:
    found = session.execute(
        select(PublicationRow, BodyRow)
        .join(BodyRow, BodyRow.hash == PublicationRow.hash)
        .where(*wanted)
        .order_by(PublicationRow.published_at.desc(), PublicationRow.number.desc())
    )
    return tuple(_publication(row, body) for row, body in found)


def _key(row: PublicKeyRow) -> PublicKey:
    return PublicKey(
        organization_id=row.organization_id,
        key_id=row.key_id,
        public_key=row.public_key,
        first=row.first,
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


def _publication(row: PublicationRow, body: BodyRow) -> Publication:
    return Publication(
        hash=row.hash,
        organization_id=row.organization_id,
        number=row.number,
        employer_id=row.employer_id,
        assessment_id=row.assessment_id,
        state=PublicationState(row.state),
        contested=row.contested,
        published_at=row.published_at,
        published_by=row.published_by,
        content=body.content,
        version=row.version,
    )
