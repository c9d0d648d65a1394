"""Passkeys: the public halves of the keys that people's devices keep."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError

from jobquality.errors import ConflictError, NotFoundError
from jobquality.store.database import Session
from jobquality.store.marks import is_ours
from jobquality.store.rows import PasskeyRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Passkey:
    """One key of a person; `credential_id` and `public_key` are base64url, as devices send them.

    `sign_count` is how often the device says it was used; a smaller one later means a copy.
    """

    id: str
    organization_id: str
    person_id: str
    name: str
    credential_id: str
    public_key: str
    sign_count: int
    created_at: datetime
    used_on: date | None = None


def add_passkey(session: Session, passkey: Passkey) -> None:
    """Keep a new passkey.

    Raises:
        ConflictError: somebody has it already.
    """
    session.add(
        PasskeyRow(
            id=passkey.id,
            organization_id=passkey.organization_id,
            person_id=passkey.person_id,
            name=passkey.name,
            credential_id=passkey.credential_id,
            public_key=passkey.public_key,
            sign_count=passkey.sign_count,
            created_at=passkey.created_at,
            used_on=passkey.used_on,
        )
    )
    try:
        session.flush()
    except IntegrityError as error:
        raise ConflictError("This passkey is known here already.") from error


def find_passkey(session: Session, credential_id: str) -> Passkey | None:
    """Return the passkey that a device calls so, or None."""
    wanted = select(PasskeyRow).where(PasskeyRow.credential_id == credential_id)
    row = session.scalars(wanted).first()
    return _value(row) if row and is_ours(row) else None


def get_passkey(session: Session, passkey_id: str) -> Passkey:
    """Return one passkey.

    Raises:
        NotFoundError: there is none of that id.
    """
    row = session.scalars(select(PasskeyRow).where(PasskeyRow.id == passkey_id)).first()
    if row is None:
        raise NotFoundError("There is no such passkey.")
    return _value(row)


def list_passkeys(session: Session, person_id: str) -> tuple[Passkey, ...]:
    """Return every passkey of a person, oldest first."""
    wanted = select(PasskeyRow).where(PasskeyRow.person_id == person_id)
    ordered = wanted.order_by(PasskeyRow.created_at, PasskeyRow.id)
    return tuple(_value(row) for row in session.scalars(ordered) if is_ours(row))


def note_passkey_use(session: Session, passkey_id: str, *, sign_count: int, on: date) -> None:
    """Write down that a passkey was used, and what its device counted."""
    used = update(PasskeyRow).where(PasskeyRow.id == passkey_id)
    session.execute(used.values(sign_count=sign_count, used_on=on))


def remove_passkey(session: Session, passkey_id: str) -> None:
    """Forget a passkey: it opens nothing any more."""
    session.execute(delete(PasskeyRow).where(PasskeyRow.id == passkey_id))


def remove_passkeys_of(session: Session, person_id: str) -> None:
    """Forget every passkey of a person."""
    session.execute(delete(PasskeyRow).where(PasskeyRow.person_id == person_id))


def _value(row: PasskeyRow) -> Passkey:
    return Passkey(
        id=row.id,
        organization_id=row.organization_id,
        person_id=row.person_id,
        name=row.name,
        credential_id=row.credential_id,
        public_key=row.public_key,
        sign_count=row.sign_count,
        created_at=row.created_at,
        used_on=row.used_on,
    )
