"""All that is held about oneself, complete, for whoever asks about themselves."""

from collections.abc import Mapping
from datetime import datetime

from jobquality.access.actors import Actor
from jobquality.services.events import EventKind, note
from jobquality.store.database import Session
from jobquality.store.owndata import held_about

Tables = Mapping[str, list[dict[str, object]]]


def own_data(session: Session, actor: Actor) -> Tables:
    """Return every row about the actor by its table; empty tables are left out."""
    found = held_about(session, actor.person_id)
    return {table: rows for table, rows in found.items() if rows}


def take_own_data(session: Session, actor: Actor, *, at: datetime) -> Tables:
    """The same to take along, which the log tells."""
    note(session, actor, EventKind.OWN_EXPORTED, actor.person_id, at=at)
    return own_data(session, actor)
