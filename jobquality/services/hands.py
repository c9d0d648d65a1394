"""Two accounts count as two people only while nobody could be in both of them.

Whoever makes a link into an account, or takes its second step away, could use it themself. For
a week, or until somebody who could not be in it confirms who is there, that account counts as
its maker's too.

Source: docs/decisions/0041-two-people.md
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta

from jobquality.access.actors import Actor, Role, check_second_step
from jobquality.errors import ForbiddenError, RefusedError
from jobquality.services.events import EventKind, note
from jobquality.services.steps import digest_of_recovery
from jobquality.store.database import Session
from jobquality.store.hands import Hand, Why, add_hand, end_hands, list_hands
from jobquality.store.people import Person, get_person, list_people

#: For how long an account counts as its maker's too, where nobody confirms who is there. The
#: team sees it all that time, and no employer's clock is shorter.
COUNTS_FOR = timedelta(days=7)

#: Who made a link that no person made: the command on the server.
FROM_SERVER = "server"

#: What counts in each act of two, and what counts where something becomes public: there, also
#: that somebody joined by a link of the other's.
RESETS = frozenset({Why.PASSWORD, Why.STEP})
ANY_WAY = frozenset(Why)


def keep_hands(  # noqa: PLR0913  # who could be in whose account, how, and since when
    session: Session,
    person: Person,
    makers: Iterable[str],
    why: Why,
    *,
    proofs: tuple[str, ...] = (),
    at: datetime,
) -> None:
    """Let an account count as that of whoever could have come in, too, for a week."""
    for maker in dict.fromkeys(makers):
        if maker != person.id:
            hand = Hand(
                organization_id=person.organization_id,
                person_id=person.id,
                maker=maker,
                why=why,
                at=at,
                ends_at=at + COUNTS_FOR,
                proofs=proofs,
            )
            add_hand(session, hand)


def check_two(  # noqa: PLR0913  # who acts beside whom, what is said to one alone, when, how
    session: Session,
    actor: Actor,
    others: Iterable[str],
    alone: str,
    *,
    at: datetime,
    ways: Collection[Why] = RESETS,
) -> None:
    """Be quiet when the actor and each of the others are two people: the one rule for it.

    Raises:
        ForbiddenError: the actor is one of them, which `alone` says, or one person could be in
            both accounts.
    """
    known = frozenset(others)
    if actor.person_id in known:
        raise ForbiddenError(alone)
    check_apart(session, actor.person_id, known, at=at, ways=ways)


def check_apart(
    session: Session,
    person_id: str,
    others: Iterable[str],
    *,
    at: datetime,
    ways: Collection[Why] = RESETS,
) -> None:
    """Be quiet when nobody could be in the account of one person and of another.

    Raises:
        ForbiddenError: somebody could; says from when on they count as two.
    """
    hands = [one for one in list_hands(session, at=at) if one.why in ways]
    makers = _makers(session, hands)
    mine = _closure(person_id, makers)
    for other in others:
        theirs = _closure(other, makers)
        if mine & theirs:
            until = max(one.ends_at for one in hands if one.person_id in mine | theirs)
            raise ForbiddenError(
                "One person could have come in as both of you, by a link or a reset of these "
                "days. Let a third person do this, or let one confirm on the page People who "
                f"it is. Otherwise you count as two people from {until:%Y-%m-%d %H:%M} UTC on."
            )


def list_doubts(session: Session, *, at: datetime) -> dict[str, tuple[Hand, ...]]:
    """Return by person what lets their account count as somebody else's too."""
    found: dict[str, tuple[Hand, ...]] = {}
    for one in list_hands(session, at=at):
        found[one.person_id] = (*found.get(one.person_id, ()), one)
    return found


def may_confirm(session: Session, actor: Actor, person_id: str, *, at: datetime) -> bool:
    """Say whether somebody is a third person for an account: they could not be in it."""
    hands = list_hands(session, at=at)
    makers = _makers(session, hands)
    is_theirs = _closure(person_id, makers) & _closure(actor.person_id, makers)
    return not actor.is_guest and bool(actor.roles) and not is_theirs


def confirm_person(session: Session, actor: Actor, person_id: str, *, at: datetime) -> Person:
    """Stand in for somebody as a third person: they spoke, and it is them.

    Raises:
        SecondStepError: the actor comes in by a password alone.
        ForbiddenError: it is themself, or the actor could be in the account.
        NotFoundError: there is no such person.
    """
    check_second_step(actor)
    person = get_person(session, person_id)
    if not may_confirm(session, actor, person_id, at=at):
        raise ForbiddenError(
            "Only a third person can confirm this: not whoever made the link or the reset, and "
            "nobody who joined by a link of theirs these days."
        )
    end_hands(session, [person.id], by=actor.person_id, at=at)
    note(session, actor, EventKind.CONFIRMED, person.id, at=at)
    return person


def confirm_by_old_code(session: Session, actor: Actor, code: str, *, at: datetime) -> None:
    """Let somebody show that it is them, by a recovery code from before the reset.

    Raises:
        RefusedError: it is none of these codes.
    """
    mine = [one for one in list_hands(session, at=at) if one.person_id == actor.person_id]
    known = {digest for one in mine for digest in one.proofs}
    if digest_of_recovery(actor.person_id, code) not in known:
        raise RefusedError("This is no recovery code that you had before the reset.")
    end_hands(session, [actor.person_id], by=actor.person_id, at=at)
    note(session, actor, EventKind.CONFIRMED, actor.person_id, at=at)


def _makers(session: Session, hands: Collection[Hand]) -> dict[str, frozenset[str]]:
    """Return by person who could be in their account; behind the server, any administrator."""
    found: dict[str, frozenset[str]] = {}
    for one in hands:
        found[one.person_id] = found.get(one.person_id, frozenset()) | {one.maker}
    if not any(one.maker == FROM_SERVER for one in hands):
        return found
    bosses = frozenset(one.id for one in list_people(session) if Role.ADMINISTRATOR in one.roles)
    return {
        person_id: makers - {FROM_SERVER} | bosses if FROM_SERVER in makers else makers
        for person_id, makers in found.items()
    }


def _closure(person_id: str, makers: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return everybody who could be in an account, also through the accounts of others."""
    found, asked = {person_id}, [person_id]
    while asked:
        new = makers.get(asked.pop(), frozenset()) - found
        found |= new
        asked += new
    return frozenset(found)
