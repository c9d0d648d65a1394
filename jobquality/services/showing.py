"""The second person: what one wrote of an initiative, another reads and shows to everyone."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from jobquality.access.actors import Action, Actor, check_may
from jobquality.services.events import EventKind, note
from jobquality.services.hands import ANY_WAY, check_two
from jobquality.services.naming import check_no_employer
from jobquality.store import initiatives as store
from jobquality.store.database import Session
from jobquality.store.initiatives import Activity, Initiative, Partner
from jobquality.store.versions import check_version

Item: TypeAlias = Initiative | Partner | Activity


class What(StrEnum):
    """What can be shown one by one."""

    INITIATIVE = "initiative"
    PARTNER = "partner"
    ACTIVITY = "activity"


@dataclass(frozen=True, slots=True, kw_only=True)
class Show:
    """What somebody has read; `version` is the one that they saw."""

    initiative_id: str
    what: What
    item_id: str
    version: int


def show(session: Session, actor: Actor, command: Show, *, at: datetime) -> Item:
    """Let everyone see what another person wrote.

    Raises:
        ForbiddenError: the actor may neither lead nor review, or wrote it.
        NotFoundError: there is no such thing in this initiative.
        ConflictError: somebody changed it since the version that was read.
        FaultsError: it names somebody who has become an employer since.
    """
    check_may(actor, Action.LEAD if actor.may(Action.LEAD) else Action.REVIEW)
    item = _find(session, command)
    check_version(item, command.version)
    alone = (
        "You wrote this, so another person of your organization has to read it. "
        "Nobody publishes alone."
    )
    check_two(session, actor, [item.written_by], alone, at=at, ways=ANY_WAY)
    check_no_employer(session, _texts(item))
    _keep(session, replace(item, shown_by=actor.person_id, shown_at=at))
    what = command.what.value
    note(session, actor, EventKind.SHOWN, command.initiative_id, at=at, what=what)
    return _find(session, command)


def to_read(session: Session, initiative: Initiative) -> tuple[tuple[What, Item], ...]:
    """Return what nobody but its writer has read, each with what it is."""
    items: list[tuple[What, Item]] = [(What.INITIATIVE, initiative)]
    items += [(What.PARTNER, one) for one in store.list_partners(session, initiative.id)]
    items += [(What.ACTIVITY, one) for one in store.list_activities(session, initiative.id)]
    return tuple(one for one in items if not one[1].is_shown)


def _find(session: Session, command: Show) -> Item:
    if command.what is What.PARTNER:
        return store.get_partner(session, command.initiative_id, command.item_id)
    if command.what is What.ACTIVITY:
        return store.get_activity(session, command.initiative_id, command.item_id)
    return store.get_initiative(session, command.initiative_id)


def _keep(session: Session, item: Item) -> None:
    match item:
        case Initiative():
            store.change_initiative(session, item)
        case Partner():
            store.change_partner(session, item)
        case Activity():
            store.change_activity(session, item)


def _texts(item: Item) -> dict[str, str]:
    match item:
        case Initiative():
            return {"": f"{item.name} / {item.about}"}
        case Partner():
            return {"": f"{item.name} / {item.part}"}
        case Activity():
            return {"": f"{item.title} / {item.text} / {item.source}"}
