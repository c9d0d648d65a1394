"""Two accounts count as two people only while nobody could be in both of them.

Whoever makes a link into an account, or takes its second step away, could use it themself. For
a week, or until somebody who could not be in it confirms who is there, that account counts as
its maker's too.

Two accounts whose mail comes to one mailbox are one person, too, in whatever organizations.

Source: docs/decisions/0041-two-people.md, docs/decisions/0045-two-for-an-account.md
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from jobquality.access.actors import Actor, check_second_step
from jobquality.errors import ForbiddenError, RefusedError
from jobquality.services.events import EventKind, note
from jobquality.services.steps import digest_of_recovery
from jobquality.store.database import Session
from jobquality.store.hands import (
    Hand,
    Why,
    add_hand,
    end_hands,
    group_by_address,
    list_administrators_anywhere,
    list_hands,
    list_hands_anywhere,
)
from jobquality.store.organizations import get_organization
from jobquality.store.people import Person, get_person

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
    """Let an account count as that of whoever could have come in, too, for a week.

    Not in practice, where nothing is real and one person plays both.
    """
    if get_organization(session, person.organization_id).is_sample:
        return
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
    known = tuple(others)
    reach = _reach(session, {person_id, *known}, at=at, ways=ways)
    mine = reach.of(person_id)
    for other in known:
        theirs = reach.of(other)
        if mine & theirs:
            until = max(one.ends_at for one in reach.hands if one.person_id in mine | theirs)
            raise ForbiddenError(
                "One person could have come in as both of you, by a link or a reset of these "
                "days. Let a third person do this, or let one confirm on the page People who "
                f"it is. Otherwise you count as two people from {until:%Y-%m-%d %H:%M} UTC on."
            )
        if reach.share_mailbox(mine, theirs):
            raise ForbiddenError(
                "These two accounts count as one person: mail to both, or to somebody who could "
                "be in them, comes to one mailbox. Let somebody else do this."
            )


def find_two_from(
    session: Session,
    person_id: str,
    others: Iterable[str],
    *,
    at: datetime,
    ways: Collection[Why] = ANY_WAY,
) -> datetime | None:
    """Return from when on somebody and some others count as two people; None where they do.

    Or where time does not change it: one of them is them, or mail comes to one mailbox.
    """
    known = frozenset(others) - {person_id}
    reach = _reach(session, {person_id, *known}, at=at, ways=ways)
    mine = reach.of(person_id)
    ends = [
        one.ends_at
        for other in known
        if mine & reach.of(other)
        for one in reach.hands
        if one.person_id in mine | reach.of(other)
    ]
    return max(ends, default=None)


def are_apart(session: Session, one: str, other: str, *, at: datetime) -> bool:
    """Say whether two accounts are two people, also where something becomes public."""
    if one == other:
        return False
    try:
        check_apart(session, one, [other], at=at, ways=ANY_WAY)
    except ForbiddenError:
        return False
    return True


def list_doubts(session: Session, *, at: datetime) -> dict[str, tuple[Hand, ...]]:
    """Return by person what lets their account count as somebody else's too."""
    found: dict[str, tuple[Hand, ...]] = {}
    for one in list_hands(session, at=at):
        found[one.person_id] = (*found.get(one.person_id, ()), one)
    return found


def count_resets(session: Session, *, at: datetime) -> int:
    """Return how many accounts were reset these days, so that somebody else could be in them."""
    found = list_doubts(session, at=at).values()
    return sum(any(one.why in RESETS for one in hands) for hands in found)


def may_confirm(session: Session, actor: Actor, person_id: str, *, at: datetime) -> bool:
    """Say whether somebody is a third person for an account: they could not be in it."""
    reach = _reach(session, {person_id, actor.person_id}, at=at, ways=ANY_WAY)
    mine, theirs = reach.of(actor.person_id), reach.of(person_id)
    is_theirs = bool(mine & theirs) or reach.share_mailbox(mine, theirs)
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


@dataclass(frozen=True, slots=True)
class _Reach:
    """Who could be in whose account: what lets them, by person, and whose mailbox is one."""

    hands: Collection[Hand]
    makers: Mapping[str, frozenset[str]]
    mailboxes: Mapping[str, int]

    def of(self, person_id: str) -> frozenset[str]:
        """Return everybody who could be in an account, also through the accounts of others."""
        found, asked = {person_id}, [person_id]
        while asked:
            new = self.makers.get(asked.pop(), frozenset()) - found
            found |= new
            asked += new
        return frozenset(found)

    def share_mailbox(self, mine: Collection[str], theirs: Collection[str]) -> bool:
        """Say whether mail to one of these and to one of those comes to the same mailbox."""
        ours = {self.mailboxes[one] for one in mine if one in self.mailboxes}
        return any(self.mailboxes.get(one) in ours for one in theirs)


def _reach(
    session: Session, person_ids: Collection[str], *, at: datetime, ways: Collection[Why]
) -> _Reach:
    """Return who could be in these accounts, wherever they stand: a guest's stands elsewhere."""
    hands: list[Hand] = []
    makers: dict[str, frozenset[str]] = {}
    asked = set(person_ids)
    while asked:
        found = [one for one in list_hands_anywhere(session, asked, at=at) if one.why in ways]
        hands += found
        makers |= dict.fromkeys(asked, frozenset())
        for one in found:
            makers[one.person_id] |= _makers_of(session, one)
        asked = {maker for one in found for maker in makers[one.person_id]} - makers.keys()
    return _Reach(hands, makers, group_by_address(session, makers.keys()))


def _makers_of(session: Session, hand: Hand) -> frozenset[str]:
    """Return who that is; behind the server it could be any administrator of the organization."""
    if hand.maker == FROM_SERVER:
        return list_administrators_anywhere(session, hand.organization_id)
    return frozenset({hand.maker})
