"""Read the log: each event with who did it and what it is about, as far as the reader may see."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from jobquality.access.actors import Action, Actor
from jobquality.store.database import Session
from jobquality.store.events import (
    Event,
    WantedEvents,
    count_events,
    find_events,
    list_actors,
)
from jobquality.store.logbook import Thing, name_people, name_things, things_of_employer

#: How many events are read at once where all of them are.
_AT_ONCE = 500
#: What reviewers see of others: all that hangs on an assessment.
OF_REVIEWERS = frozenset({"assessment", "publication", "certificate"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One event. `who` is empty where nobody who is logged in did it, `what` None where gone."""

    event: Event
    who: str
    what: Thing | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LogPage:
    """Some entries, the newest first, of `total`; `older` begins the next page, if there is one."""

    entries: tuple[Entry, ...]
    total: int
    older: int | None


def visible_to(actor: Actor, wanted: WantedEvents) -> WantedEvents:
    """Return what of the wanted events somebody may see.

    Administrators see everything, reviewers what is about assessments, and everybody what they
    did themselves and what was done to their account.
    """
    if actor.may(Action.MANAGE):
        return replace(wanted, seen_by=None)
    abouts = OF_REVIEWERS if actor.may(Action.REVIEW) else frozenset()
    return replace(wanted, seen_by=actor.person_id, abouts=abouts)


def of_thing(session: Session, about: str, about_id: str) -> frozenset[str]:
    """Return the ids that stand for a thing in the log: an employer brings all that is its own."""
    if about == "employer":
        return things_of_employer(session, about_id)
    return frozenset({about_id})


def read_page(
    session: Session, actor: Actor, wanted: WantedEvents, *, before: int | None, most: int
) -> LogPage:
    """Return one page of the log."""
    seen = visible_to(actor, wanted)
    events = find_events(session, seen, before=before, limit=most + 1)
    shown = events[:most]
    return LogPage(
        entries=tuple(_entries(session, shown, name_people(session))),
        total=count_events(session, seen),
        older=shown[-1].number if len(events) > most else None,
    )


def read_all(session: Session, actor: Actor, wanted: WantedEvents) -> Iterator[Entry]:
    """Yield every entry that fits, the newest first."""
    seen, people = visible_to(actor, wanted), name_people(session)
    before = None
    while events := find_events(session, seen, before=before, limit=_AT_ONCE):
        yield from _entries(session, events, people)
        before = events[-1].number


def list_people_of_log(session: Session, actor: Actor) -> list[tuple[str, str]]:
    """Return who stands in the log and what they are called, by name: only oneself to others."""
    names, acting = name_people(session), list_actors(session)
    known = [(one, names[one]) for one in acting if one in names]
    mine = [one for one in known if one[0] == actor.person_id]
    return sorted(
        known if actor.may(Action.REVIEW) or actor.may(Action.MANAGE) else mine,
        key=lambda one: (one[1].casefold(), one[0]),
    )


def _entries(session: Session, events: Iterable[Event], people: dict[str, str]) -> Iterator[Entry]:
    events = tuple(events)
    wanted: dict[str, set[str]] = {}
    for one in events:
        wanted.setdefault(one.about, set()).add(one.about_id)
    things = name_things(session, wanted)
    for one in events:
        yield Entry(
            event=one,
            who=people.get(one.person_id or "", ""),
            what=things.get((one.about, one.about_id)),
        )
