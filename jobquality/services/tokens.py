"""Keys for programs: made, used and ended by the people for whom they act."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from jobquality.access.actors import Action, Actor, check_may
from jobquality.access.scopes import Bearer, Scope
from jobquality.errors import RefusedError
from jobquality.services.events import EventKind, note
from jobquality.store.database import Session
from jobquality.store.people import get_person
from jobquality.store.tokens import (
    Token,
    add_token,
    end_token,
    find_token,
    get_token,
    list_tokens,
    note_token_use,
)

#: How long a token lives, in days: as long as most people need, and never longer than a year.
USUAL_DAYS, LONGEST_DAYS = 90, 365
#: More at once than anybody looks after.
MOST_TOKENS = 20

#: Programs that look for secrets in files know ours by it. Source: ASVS 5.0, 11.4.2
PREFIX = "jq_"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewToken:
    """A token to be made; only the digest of `secret` is kept. `days` is how long it lives."""

    id: str
    secret: str
    name: str
    scopes: frozenset[Scope]
    days: int = USUAL_DAYS


def digest_of_secret(secret: str) -> str:
    """Return what is kept of a token: 256 random bits need no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()


def make_token(session: Session, actor: Actor, new: NewToken, *, at: datetime) -> Token:
    """Let a program act for the actor.

    Raises:
        RefusedError: the actor has too many of them, or it has no scope or the wrong life.
    """
    check_may(actor, Action.LOOK)
    if not new.scopes or not 1 <= new.days <= LONGEST_DAYS:
        raise RefusedError(f"A token needs a scope, and lives 1 to {LONGEST_DAYS} days.")
    if len(list_tokens(session, at=at, person_id=actor.person_id)) >= MOST_TOKENS:
        raise RefusedError(f"You have {MOST_TOKENS} tokens. End one that you don't need any more.")
    token = Token(
        id=new.id,
        organization_id=actor.organization_id,
        person_id=actor.person_id,
        name=new.name,
        digest=digest_of_secret(new.secret),
        scopes=new.scopes,
        created_at=at,
        expires_at=at + timedelta(days=new.days),
    )
    add_token(session, token)
    note(session, actor, EventKind.TOKEN_MADE, token.id, at=at)
    return token


def stop_token(session: Session, actor: Actor, token_id: str, *, at: datetime) -> Token:
    """Let a token open nothing from the next request on: one's own, or as an administrator any.

    Raises:
        NotFoundError: there is none of that id here.
        ForbiddenError: it is somebody else's, and the actor is no administrator.
    """
    token = get_token(session, token_id)
    if token.person_id != actor.person_id:
        check_may(actor, Action.MANAGE)
    end_token(session, token.id, at=at)
    note(session, actor, EventKind.TOKEN_ENDED, token.id, at=at, person=token.person_id)
    return token


def find_bearer(session: Session, secret: str, *, at: datetime) -> tuple[Bearer, Token] | None:
    """Return for whom a token acts now, with the roles of now; None where it opens nothing.

    A program has no second step, whatever its person has. The session sees every organization.
    """
    token = find_token(session, digest_of_secret(secret), at=at)
    person = get_person(session, token.person_id) if token else None
    if token is None or person is None or not person.active:
        return None
    actor = replace(person.actor, second_step=False)
    return Bearer(token_id=token.id, actor=actor, scopes=token.scopes), token


def note_use(session: Session, token: Token, *, at: datetime) -> None:
    """Write down the day on which a token was used."""
    note_token_use(session, token.id, at.date())
