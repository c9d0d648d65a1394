"""Who is left to accept and decide, once somebody makes the employer's link.

Whoever makes it could be the one who opens it, so they accept nobody who came through it and do
not decide alone on the reply. In a small team that can leave nobody.

Source: docs/decisions/0043-who-speaks.md
"""

from collections.abc import Collection
from dataclasses import dataclass

from jobquality.access.actors import Action, Actor
from jobquality.errors import Fault, FaultsError
from jobquality.services.approvals import authors_of
from jobquality.services.deliveries import makers_of
from jobquality.store.assessments import get_assessment
from jobquality.store.database import Session
from jobquality.store.guests import list_guests
from jobquality.store.notices import find_last_notice
from jobquality.store.people import Person, list_people

#: The field by which somebody says that they know.
ANYWAY = "anyway"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lonely:
    """That nobody here could decide, if the actor makes the link; `better` names who should."""

    better: tuple[str, ...]


def find_lonely(session: Session, actor: Actor, assessment_id: str) -> Lonely | None:
    """Return what a link of the actor's would leave, or None where somebody can still decide."""
    notice = find_last_notice(session, assessment_id)
    makers = makers_of(session, notice) if notice else frozenset()
    if actor.person_id in makers:
        return None
    people = [one for one in list_people(session) if one.active]
    deciders = _deciders(session, assessment_id, people)
    if deciders - makers - {actor.person_id}:
        return None
    others = (one for one in people if one.id != actor.person_id and one.actor.may(Action.NOTIFY))
    better = tuple(one.name for one in others if deciders - makers - {one.id})
    return Lonely(better=better)


def check_not_lonely(session: Session, actor: Actor, assessment_id: str, *, is_known: bool) -> None:
    """Be quiet where somebody can decide, or the actor says that they know that nobody can.

    Raises:
        FaultsError: nobody could; says who should make the link instead.
    """
    lonely = None if is_known else find_lonely(session, actor, assessment_id)
    if lonely is None:
        return
    message = "If you make this link, nobody here can decide on the employer's reply."
    remedy = "Invite a guest reviewer, or tick that you know."
    if lonely.better:
        remedy = f"Let {', '.join(lonely.better)} make it, or tick that you know."
    raise FaultsError([Fault(message=message, where=f"{ANYWAY}-yes", remedy=remedy)])


def _deciders(session: Session, assessment_id: str, people: Collection[Person]) -> frozenset[str]:
    """Return the ids of all who may decide alone on a reply: reviewers and guests, no authors."""
    authors = authors_of(session, get_assessment(session, assessment_id))
    own = {one.id for one in people if one.actor.may(Action.REVIEW)}
    guests = {
        one.person_id
        for one in list_guests(session, assessment_id)
        if one.person_id and one.ended_at is None
    }
    return frozenset(own | guests) - authors
