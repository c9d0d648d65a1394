"""The second step: a phone with codes, passkeys, and recovery codes for the day both are gone."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from jobquality.access.actors import Actor
from jobquality.errors import NotFoundError, RefusedError
from jobquality.services.accounts import digest_of_code, new_code
from jobquality.services.events import EventKind, note
from jobquality.store.database import Session
from jobquality.store.passkeys import (
    Passkey,
    add_passkey,
    get_passkey,
    list_passkeys,
    remove_passkey,
    remove_passkeys_of,
)
from jobquality.store.people import Person, change_person, get_person
from jobquality.store.recovery import drop_recovery_codes, replace_recovery_codes
from jobquality.store.recovery import use_recovery_code as use_code

#: How a person proves to be there a second time.
AUTHENTICATOR, PASSKEY = "authenticator", "passkey"

RECOVERY_CODES = 10
#: 120 random bits in six groups of four: nobody guesses them, so that a quick hash is enough.
_GROUPS = 6
MOST_PASSKEYS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPasskey:
    """A passkey that a device made, in its own words."""

    id: str
    name: str
    credential_id: str
    public_key: str
    sign_count: int


def set_second_step(
    session: Session, person_id: str, *, secret: str | None, at: datetime
) -> Person:
    """Ask somebody for a code of their phone at each login, or with None no longer."""
    known = get_person(session, person_id)
    kind = EventKind.STEP_SET if secret else EventKind.STEP_REMOVED
    note(session, known.actor, kind, person_id, at=at)
    return _kept(session, replace(known, totp_secret=secret))


def keep_passkey(session: Session, actor: Actor, new: NewPasskey, *, at: datetime) -> Person:
    """Let somebody come in with one more passkey.

    Raises:
        RefusedError: they have as many as anybody looks after.
        ConflictError: the passkey is known here already.
    """
    if len(list_passkeys(session, actor.person_id)) >= MOST_PASSKEYS:
        raise RefusedError(f"You have {MOST_PASSKEYS} passkeys. Remove one that you don't use.")
    add_passkey(
        session,
        Passkey(
            id=new.id,
            organization_id=actor.organization_id,
            person_id=actor.person_id,
            name=new.name,
            credential_id=new.credential_id,
            public_key=new.public_key,
            sign_count=new.sign_count,
            created_at=at,
        ),
    )
    note(session, actor, EventKind.PASSKEY_ADDED, actor.person_id, at=at)
    return _kept(session, get_person(session, actor.person_id))


def drop_passkey(session: Session, actor: Actor, passkey_id: str, *, at: datetime) -> Person:
    """Remove one of one's own passkeys.

    Raises:
        NotFoundError: there is none of that id, or it is somebody else's: both read the same.
    """
    passkey = get_passkey(session, passkey_id)
    if passkey.person_id != actor.person_id:
        raise NotFoundError("There is no such passkey.")
    remove_passkey(session, passkey.id)
    note(session, actor, EventKind.PASSKEY_REMOVED, actor.person_id, at=at)
    return _kept(session, get_person(session, actor.person_id))


def drop_every_step(session: Session, person: Person) -> Person:
    """Let somebody who lost their phone in by the password alone: until they set up another."""
    remove_passkeys_of(session, person.id)
    return _kept(session, replace(person, totp_secret=None))


def new_recovery_codes() -> tuple[str, ...]:
    """Return ten codes that can be printed and read aloud."""
    return tuple(new_code(_GROUPS) for _ in range(RECOVERY_CODES))


def keep_recovery_codes(
    session: Session, person_id: str, codes: Iterable[str], *, at: datetime
) -> None:
    """Let these codes open the account once each; every older one opens nothing any more.

    Raises:
        RefusedError: there is no second step for which they could stand in.
    """
    person = get_person(session, person_id)
    if person.second_factor is None:
        raise RefusedError("Set up a second step first. The codes are for when you lose it.")
    replace_recovery_codes(session, person, [digest_of_recovery(person_id, code) for code in codes])
    note(session, person.actor, EventKind.CODES_MADE, person_id, at=at)


def use_recovery_code(session: Session, person: Person, code: str, *, at: datetime) -> bool:
    """Use a code up, and say whether it was one of theirs that was still there."""
    used = use_code(session, person.id, digest_of_recovery(person.id, code), at.date())
    if used:
        note(session, person.actor, EventKind.CODE_USED, person.id, at=at)
    return used


def digest_of_recovery(person_id: str, code: str) -> str:
    """Return what is kept of somebody's recovery code."""
    return hashlib.sha256(f"{person_id} {digest_of_code(code)}".encode()).hexdigest()


def _kept(session: Session, person: Person) -> Person:
    """Write a person with the second step that they have now; without any, no codes are left."""
    has_passkeys = bool(list_passkeys(session, person.id))
    otherwise = PASSKEY if has_passkeys else None
    factor = AUTHENTICATOR if person.totp_secret else otherwise
    if factor is None:
        drop_recovery_codes(session, person.id)
    change_person(session, replace(person, second_factor=factor))
    return get_person(session, person.id)
