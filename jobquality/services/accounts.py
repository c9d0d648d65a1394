"""Open an installation, and let people look after their own account."""

import hashlib
import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from jobquality.access.actors import Role
from jobquality.errors import ConflictError, ForbiddenError
from jobquality.services.events import EventKind, note
from jobquality.services.organizations import OrganizationCommand, create_organization
from jobquality.store.database import Session
from jobquality.store.invitations import withdraw_links_for
from jobquality.store.people import (
    Person,
    add_person,
    change_person,
    get_person,
    has_real_people,
)
from jobquality.store.practice import list_ownerless
from jobquality.store.sessions import end_visits_of
from jobquality.store.setups import is_open_setup_code, replace_setup_code, use_setup_code
from jobquality.store.tokens import end_tokens_of

#: No letter or digit that is mistaken for another one (Crockford's base 32).
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOK_ALIKE = str.maketrans("OILU", "011V")
_GROUPS, _IN_A_GROUP = 5, 4
SETUP_LASTS = timedelta(hours=24)

_NO_CODE = (
    "This code does not open the installation. Copy the newest one from the window in which it "
    "was started; it is good for one day."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """Somebody who gets an account. The password arrives hashed: hashing is slow on purpose.

    Without one they come in another way: into practice, from their own account.
    """

    id: str
    name: str
    email: str
    password_hash: str | None
    session_key: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """All that opens an installation: the digest of its code, an organization and a person."""

    digest: str
    organization_id: str
    organization: OrganizationCommand
    person: NewPerson


def new_code(groups: int) -> str:
    """Return random groups of four that can be read aloud, 20 bits each: `7K2M-…`."""
    made = ("".join(secrets.choice(_LETTERS) for _ in range(_IN_A_GROUP)) for _ in range(groups))
    return "-".join(made)


def new_setup_code() -> str:
    """Return a code of 100 random bits."""
    return new_code(_GROUPS)


def digest_of_code(code: str) -> str:
    """Return what is kept of a code. Case, spaces, hyphens and look-alike letters do not matter."""
    plain = "".join(one for one in code.upper() if one.isalnum()).translate(_LOOK_ALIKE)
    return hashlib.sha256(plain.encode()).hexdigest()


def offer_setup(session: Session, code: str, *, at: datetime) -> bool:
    """Let `code` open this installation for a day, and say so; not where somebody is here."""
    if has_real_people(session):
        return False
    replace_setup_code(session, digest_of_code(code), at=at, expires_at=at + SETUP_LASTS)
    return True


def check_setup_code(session: Session, digest: str, *, at: datetime) -> None:
    """Be quiet when this code opens the installation.

    Raises:
        ForbiddenError: it does not, or not any more.
    """
    if not is_open_setup_code(session, digest, at=at):
        raise ForbiddenError(_NO_CODE)


def open_installation(session: Session, command: Opening, *, at: datetime) -> Person:
    """Make the first organization and the first person, who has every role; return the person.

    Raises:
        ConflictError: somebody was faster.
        ForbiddenError: the code opens nothing any more.
    """
    if has_real_people(session):
        raise ConflictError("Somebody else set this up a moment ago. Ask them to invite you.")
    if not use_setup_code(session, command.digest, at=at):
        raise ForbiddenError(_NO_CODE)
    made = create_organization(
        session, command.organization, organization_id=command.organization_id, at=at
    )
    person = new_person(command.person, made.id, frozenset(Role), at=at)
    add_person(session, person)
    note(session, person.actor, EventKind.SET_UP, at=at)
    # Whoever practiced before it began: from now on this organization can remove that.
    for practice in list_ownerless(session):
        note(session, person.actor, EventKind.PRACTICE_MADE, practice, at=at)
    return person


def new_person(
    new: NewPerson, organization_id: str, roles: frozenset[Role], *, at: datetime
) -> Person:
    """Return the person that a new account makes."""
    return Person(
        id=new.id,
        organization_id=organization_id,
        name=new.name,
        email=new.email,
        roles=roles,
        language=new.language,
        session_key=new.session_key,
        created_at=at,
        password_hash=new.password_hash,
    )


def change_profile(
    session: Session, person_id: str, *, name: str, language: str, seen: int
) -> Person:
    """Change how somebody is called and which language is theirs.

    Raises:
        ConflictError: they changed it elsewhere since version `seen`.
    """
    known = get_person(session, person_id)
    return _changed(session, replace(known, name=name, language=language, version=seen))


def change_language(session: Session, person_id: str, language: str) -> Person:
    """Let the pages speak another language to somebody, wherever they log in."""
    return _changed(session, replace(get_person(session, person_id), language=language))


def change_password(  # noqa: PLR0913  # whose password becomes which, how, and when
    session: Session,
    person_id: str,
    *,
    password_hash: str,
    session_key: str,
    at: datetime,
    by_link: bool = False,
) -> Person:
    """Give somebody another password, and end what the old one opened: visits, links, tokens.

    `by_link`: they did not know the old one, and came through a link.
    """
    known = get_person(session, person_id)
    end_visits_of(session, person_id)
    end_tokens_of(session, person_id, at=at)
    withdraw_links_for(session, person_id, at=at)
    kind = EventKind.PASSWORD_RESET if by_link else EventKind.PASSWORD_CHANGED
    note(session, known.actor, kind, person_id, at=at)
    return _changed(session, replace(known, password_hash=password_hash, session_key=session_key))


def _changed(session: Session, person: Person) -> Person:
    change_person(session, person)
    return get_person(session, person.id)
