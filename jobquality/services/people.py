"""Who works in an organization, and with which roles."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from jobquality.access.actors import Action, Actor, Role, check_may
from jobquality.errors import ConflictError, NotFoundError, RefusedError
from jobquality.services.accountmail import tell_person
from jobquality.services.accounts import NewPerson, change_password, new_person
from jobquality.services.events import EventKind, note
from jobquality.services.hands import keep_hands
from jobquality.services.leaving import end_proposals_of
from jobquality.services.pairs import Change, check_alone, managers_of
from jobquality.services.practice import check_role
from jobquality.services.steps import drop_every_step
from jobquality.store.database import Session
from jobquality.store.hands import Why, list_hands
from jobquality.store.invitations import (
    Invitation,
    add_invitation,
    find_invitation,
    get_invitation,
    use_invitation,
    withdraw_invitations_of,
)
from jobquality.store.invitations import withdraw_invitation as end_invitation
from jobquality.store.organizations import hold_organization
from jobquality.store.people import (
    Person,
    add_person,
    change_person,
    find_person,
    get_person,
    list_people,
)
from jobquality.store.recovery import list_recovery_digests
from jobquality.store.sessions import end_visits_of
from jobquality.store.tokens import end_tokens_of

INVITATION_LASTS = timedelta(days=7)
NEW_PASSWORD_LASTS = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link to be made; only the digest of its token is kept."""

    id: str
    token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Invite:
    """Somebody who shall join."""

    link: Link
    name: str
    roles: frozenset[Role]


def digest_of_token(token: str) -> str:
    """Return what is kept of a link's secret."""
    return hashlib.sha256(token.encode()).hexdigest()


def invite(session: Session, actor: Actor, command: Invite, *, at: datetime) -> Invitation:
    """Make a link by which one person can join within seven days.

    Raises:
        ForbiddenError: the actor is no administrator.
        RefusedError: practice would have a second administrator.
    """
    check_may(actor, Action.MANAGE)
    check_role(session, actor, command.roles)
    invitation = Invitation(
        id=command.link.id,
        organization_id=actor.organization_id,
        token_digest=digest_of_token(command.link.token),
        name=command.name,
        roles=command.roles,
        invited_by=actor.person_id,
        created_at=at,
        expires_at=at + INVITATION_LASTS,
    )
    add_invitation(session, invitation)
    note(session, actor, EventKind.INVITED, invitation.id, at=at)
    return invitation


def offer_password(
    session: Session, actor: Actor, person_id: str, link: Link, *, at: datetime
) -> Invitation:
    """Make a link by which somebody who forgot their password chooses another, within a day.

    Raises:
        ForbiddenError: the actor is no administrator.
        RefusedError: that person may not come in, or a second person has to agree.
    """
    check_may(actor, Action.MANAGE)
    check_alone(session, actor, get_person(session, person_id), Change.PASSWORD, at=at)
    return make_password_link(session, actor, person_id, link, at=at)


def make_password_link(
    session: Session, actor: Actor, person_id: str, link: Link, *, at: datetime
) -> Invitation:
    """Make such a link on the word of those who may; the person is told.

    Raises:
        RefusedError: that person may not come in.
    """
    person = get_person(session, person_id)
    if not person.active or person.email is None:
        raise RefusedError("This person cannot log in. Let them in again first.")
    invitation = password_link_of(person, link, actor.person_id, at=at)
    add_invitation(session, invitation)
    note(session, actor, EventKind.PASSWORD_LINK, person_id, at=at)
    tell_person(session, person, "password_link", by=actor.name, at=at)
    return invitation


def password_link_of(person: Person, link: Link, made_by: str, *, at: datetime) -> Invitation:
    """Return the invitation by which somebody chooses a new password."""
    return Invitation(
        id=link.id,
        organization_id=person.organization_id,
        token_digest=digest_of_token(link.token),
        name=person.name,
        roles=person.roles,
        invited_by=made_by,
        created_at=at,
        expires_at=at + NEW_PASSWORD_LASTS,
        person_id=person.id,
    )


def open_invitation(session: Session, token: str, *, at: datetime) -> Invitation:
    """Return the invitation behind a link.

    Raises:
        NotFoundError: there is none, or it is used up, withdrawn or too old: all read the same.
    """
    invitation = find_invitation(session, digest_of_token(token), at=at)
    if invitation is None:
        raise NotFoundError("This link opens nothing any more.")
    return invitation


def join(session: Session, token: str, new: NewPerson, *, at: datetime) -> Person:
    """Let the invited person in, once, and return them; the session sees every organization.

    Raises:
        NotFoundError: the link opens nothing any more.
        ConflictError: somebody has an account with that e-mail address.
    """
    invitation = _take(session, token, new.id, at=at)
    if find_person(session, email=new.email) is not None:
        raise ConflictError("There is an account with this e-mail address already.")
    person = new_person(new, invitation.organization_id, invitation.roles, at=at)
    add_person(session, person)
    keep_hands(session, person, [invitation.invited_by], Why.JOINED, at=at)
    note(session, person.actor, EventKind.JOINED, invitation.id, at=at)
    return person


def renew_password(
    session: Session, token: str, *, password_hash: str, session_key: str, at: datetime
) -> Person:
    """Give the person whom a link is for another password, once; their second step stays.

    Without a second step the link alone let somebody in: maybe whoever made it.

    Raises:
        NotFoundError: the link opens nothing any more.
    """
    invitation = open_invitation(session, token, at=at)
    person_id = invitation.person_id or ""
    _take(session, token, person_id, at=at)
    person = get_person(session, person_id)
    if person.second_factor is None:
        keep_hands(session, person, [invitation.invited_by], Why.PASSWORD, at=at)
    tell_person(session, person, "password", by=person.name, at=at)
    return change_password(
        session,
        person_id,
        password_hash=password_hash,
        session_key=session_key,
        at=at,
        by_link=True,
    )


def withdraw_invitation(
    session: Session, actor: Actor, invitation_id: str, *, at: datetime
) -> None:
    """End an invitation; one that was used or is over already stays as it is.

    Raises:
        ForbiddenError: the actor is no administrator.
        NotFoundError: there is none of that id here.
    """
    check_may(actor, Action.MANAGE)
    end_invitation(session, get_invitation(session, invitation_id).id, at=at)
    note(session, actor, EventKind.INVITATION_WITHDRAWN, invitation_id, at=at)


def change_roles(  # noqa: PLR0913  # who gives whom which roles, as they saw them, and when
    session: Session,
    actor: Actor,
    person_id: str,
    roles: frozenset[Role],
    *,
    seen: int,
    at: datetime,
) -> Person:
    """Give somebody other roles, from their next request on.

    Raises:
        ForbiddenError: the actor is no administrator.
        RefusedError: no administrator would be left, or no role, or a second person has to
            agree.
        ConflictError: somebody changed them since version `seen`.
    """
    known = _held(session, actor, person_id)
    if known.roles - roles >= {Role.ADMINISTRATOR}:
        check_alone(session, actor, known, Change.DEMOTE, at=at)
    return give_roles(session, actor, known, roles, seen=seen, at=at)


def give_roles(  # noqa: PLR0913  # as above
    session: Session,
    actor: Actor,
    known: Person,
    roles: frozenset[Role],
    *,
    seen: int,
    at: datetime,
) -> Person:
    """Give somebody other roles on the word of those who may; the person is told.

    Raises:
        RefusedError: no administrator would be left, or no role.
        ConflictError: somebody changed them since version `seen`.
    """
    check_role(session, actor, roles - known.roles)
    if not roles:
        raise RefusedError("Choose one role at least. To keep somebody out, close their account.")
    if Role.ADMINISTRATOR not in roles:
        check_not_last(session, known)
    changed = replace(known, roles=roles, version=seen)
    change_person(session, changed)
    said = {"before": " ".join(sorted(known.roles)), "after": " ".join(sorted(roles))}
    note(session, actor, EventKind.ROLES_CHANGED, known.id, at=at, **said)
    if roles != known.roles and known.id != actor.person_id:
        tell_person(session, changed, "roles", by=actor.name, at=at)
    return changed


def close_account(
    session: Session, actor: Actor, person_id: str, *, session_key: str, at: datetime
) -> Person:
    """Keep somebody out from their next request on, with every link and token that they made.

    Raises:
        ForbiddenError: the actor is no administrator.
        RefusedError: no administrator would be left, or a second person has to agree.
    """
    known = _held(session, actor, person_id)
    check_alone(session, actor, known, Change.CLOSE, at=at)
    return shut_account(session, actor, known, session_key=session_key, at=at)


def shut_account(
    session: Session, actor: Actor, known: Person, *, session_key: str, at: datetime
) -> Person:
    """Close an account on the word of those who may; the person is told.

    Raises:
        RefusedError: no administrator would be left.
    """
    check_not_last(session, known)
    note(session, actor, EventKind.CLOSED, known.id, at=at)
    return closed_account(session, known, session_key=session_key, by=actor.name, at=at)


def closed_account(
    session: Session, known: Person, *, session_key: str, by: str | None, at: datetime
) -> Person:
    """Close an account with all that it opens, and tell the person by whom."""
    end_visits_of(session, known.id)
    end_tokens_of(session, known.id, at=at)
    withdraw_invitations_of(session, known.id, at=at)
    end_proposals_of(session, known, at=at)
    closed = replace(known, active=False, session_key=session_key)
    change_person(session, closed)
    tell_person(session, known, "closed", by=by, at=at)
    return closed


def open_account(session: Session, actor: Actor, person_id: str, *, at: datetime) -> Person:
    """Let somebody in again, with the roles and the password they had.

    Raises:
        ForbiddenError: the actor is no administrator.
    """
    opened = replace(_held(session, actor, person_id), active=True)
    change_person(session, opened)
    note(session, actor, EventKind.REOPENED, person_id, at=at)
    return opened


def drop_second_step(session: Session, actor: Actor, person_id: str, *, at: datetime) -> Person:
    """Ask somebody who lost their phone for their password only; their passkeys go too.

    Raises:
        ForbiddenError: the actor is no administrator.
        RefusedError: a second person has to agree.
    """
    held = _held(session, actor, person_id)
    check_alone(session, actor, held, Change.STEP, at=at)
    return take_step(session, actor, held, [actor.person_id], at=at)


def take_step(
    session: Session, actor: Actor, held: Person, makers: Iterable[str], *, at: datetime
) -> Person:
    """Take a second step away on the word of `makers`, who could be in it; the person is told."""
    note(session, actor, EventKind.STEP_REMOVED, held.id, at=at)
    tell_person(session, held, "step", by=actor.name, at=at)
    return without_step(session, held, makers, at=at)


def without_step(
    session: Session, person: Person, makers: Iterable[str], *, at: datetime
) -> Person:
    """Take somebody's second step away; their codes prove from now on who they are.

    Not where somebody else could have made these codes.
    """
    is_doubted = any(one.person_id == person.id for one in list_hands(session, at=at))
    proofs = () if is_doubted else list_recovery_digests(session, person.id)
    keep_hands(session, person, makers, Why.STEP, proofs=proofs, at=at)
    return drop_every_step(session, person)


def _take(session: Session, token: str, person_id: str, *, at: datetime) -> Invitation:
    invitation = open_invitation(session, token, at=at)
    if not use_invitation(session, invitation.id, person_id, at=at):
        raise NotFoundError("This link opens nothing any more.")
    return invitation


def _held(session: Session, actor: Actor, person_id: str) -> Person:
    """Return somebody whom only this transaction changes now, for an administrator."""
    check_may(actor, Action.MANAGE)
    return hold_person(session, actor, person_id)


def hold_person(session: Session, actor: Actor, person_id: str) -> Person:
    """Return somebody whom only this transaction changes now: two cannot remove each other.

    Raises:
        NotFoundError: there is no such person.
        RefusedError: the account was erased.
    """
    hold_organization(session, actor.organization_id)
    person = get_person(session, person_id)
    if person.erased_at is not None:
        raise RefusedError("This account was erased, so nothing about it changes any more.")
    return person


def check_not_last(session: Session, person: Person) -> None:
    """Be quiet when somebody else could still manage people.

    Raises:
        RefusedError: nobody could.
    """
    others = [one for one in managers_of(list_people(session)) if one.id != person.id]
    if person.active and not others:
        raise RefusedError(
            "This is the last administrator, and nobody else could manage people. "
            "Make somebody else an administrator first."
        )
