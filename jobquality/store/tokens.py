"""Keys with which programs act for people."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select, update

from jobquality.access.scopes import Scope
from jobquality.errors import NotFoundError
from jobquality.store.database import Session
from jobquality.store.marks import is_ours
from jobquality.store.rows import TokenRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A key of a person's program; `digest` is the SHA-256 of its secret, in hex.

    `used_on` is the last day it was used, and nothing closer; `ended_at` is when it was ended
    before its time.
    """

    id: str
    organization_id: str
    person_id: str
    name: str
    digest: str
    scopes: frozenset[Scope]
    created_at: datetime
    expires_at: datetime
    used_on: date | None = None
    ended_at: datetime | None = None


def add_token(session: Session, token: Token) -> None:
    """Keep a new token."""
    session.add(
        TokenRow(
            id=token.id,
            organization_id=token.organization_id,
            person_id=token.person_id,
            name=token.name,
            digest=token.digest,
            scopes=",".join(sorted(token.scopes)),
            created_at=token.created_at,
            expires_at=token.expires_at,
            used_on=token.used_on,
            ended_at=token.ended_at,
        )
    )
    session.flush()


def find_token(session: Session, digest: str, *, at: datetime) -> Token | None:
    """Return the token that opens something now, or None."""
    row = session.scalars(select(TokenRow).where(TokenRow.digest == digest, *_open(at))).first()
    return _value(row) if row and is_ours(row) else None


def get_token(session: Session, token_id: str) -> Token:
    """Return one token, whatever became of it.

    Raises:
        NotFoundError: there is none of that id.
    """
    row = session.scalars(select(TokenRow).where(TokenRow.id == token_id)).first()
    if row is None:
        raise NotFoundError("There is no such token.")
    return _value(row)


def list_tokens(
    session: Session, *, at: datetime, person_id: str | None = None
) -> tuple[Token, ...]:
    """Return every token that opens something now, newest first: a person's, or everybody's."""
    wanted = select(TokenRow).where(*_open(at)).order_by(TokenRow.created_at.desc(), TokenRow.id)
    if person_id is not None:
        wanted = wanted.where(TokenRow.person_id == person_id)
    return tuple(_value(row) for row in session.scalars(wanted))


def end_token(session: Session, token_id: str, *, at: datetime) -> None:
    """Let a token open nothing any more."""
    session.execute(
        update(TokenRow).where(TokenRow.id == token_id, *_open(at)).values(ended_at=at, mark="")
    )


def end_tokens_of(session: Session, person_id: str, *, at: datetime) -> None:
    """Let no token of a person open anything any more."""
    theirs = (TokenRow.person_id == person_id, *_open(at))
    session.execute(update(TokenRow).where(*theirs).values(ended_at=at, mark=""))


def note_token_use(session: Session, token_id: str, on: date) -> None:
    """Write down that a token was used on a day."""
    session.execute(update(TokenRow).where(TokenRow.id == token_id).values(used_on=on))


def _open(at: datetime) -> tuple[Any, ...]:
    return (TokenRow.ended_at.is_(None), TokenRow.expires_at > at)


def _value(row: TokenRow) -> Token:
    return Token(
        id=row.id,
        organization_id=row.organization_id,
        person_id=row.person_id,
        name=row.name,
        digest=row.digest,
        scopes=frozenset(Scope(name) for name in row.scopes.split(",") if name),
        created_at=row.created_at,
        expires_at=row.expires_at,
        used_on=row.used_on,
        ended_at=row.ended_at,
    )
