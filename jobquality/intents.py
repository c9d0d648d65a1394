"""Do once what somebody meant to do, for a form and for a program alike.

The key is taken in the same transaction as the work, by a row whose primary key it is. Whoever
comes second with it finds the first answer, and nothing is done.

Source: docs/decisions/0012-once.md
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass

from jobquality.access.actors import Actor
from jobquality.errors import ConflictError, Fault, FaultsError
from jobquality.http import current
from jobquality.services.logseals import seal_weighty
from jobquality.store.database import Session
from jobquality.store.intents import Intent, add_intent, find_intent, set_intent_answer

LONGEST_KEY = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """What a request means: its sender's key, and all that was sent, as JSON can say it.

    `reused` is what to tell whoever used the key before for something else.
    """

    key: str
    sent: object
    reused: Fault


@dataclass(frozen=True, slots=True)
class Done:
    """The answer of the first time, and whether this was not the first time."""

    answer: str
    again: bool


def do_once(actor: Actor, meant: Meant, work: Callable[[Session], str]) -> Done:
    """Do `work` in one transaction of the actor's organization, unless it was done before.

    What `work` refuses is not kept: the same key may be sent again.

    Raises:
        FaultsError: the key was used for something else.
        ConflictError: `work` found that somebody else was faster.
        PausedError: the database has too much to do; nothing was done.
    """
    intent = _intent(actor, meant)
    try:
        return _do(intent, meant, work)
    except ConflictError:
        done = _find(intent, meant)
        if done is None:
            raise
        return done


def _do(intent: Intent, meant: Meant, work: Callable[[Session], str]) -> Done:
    with current().database.transaction(intent.organization_id) as session:
        known = find_intent(session, intent.key)
        if known is not None:
            return _same(known, intent, meant)
        add_intent(session, intent)
        answer = work(session)
        here = current()
        seal_weighty(session, intent.organization_id, keys=here.keys, at=here.clock())
        set_intent_answer(session, intent.key, answer)
        return Done(answer, again=False)


def _find(intent: Intent, meant: Meant) -> Done | None:
    with current().database.reading(intent.organization_id) as session:
        known = find_intent(session, intent.key)
    return _same(known, intent, meant) if known else None


def _same(known: Intent, intent: Intent, meant: Meant) -> Done:
    if known.fingerprint != intent.fingerprint:
        raise FaultsError([meant.reused])
    return Done(known.answer, again=True)


def _intent(actor: Actor, meant: Meant) -> Intent:
    """Return the intent as it is kept; a key counts for one person alone."""
    return Intent(
        key=hashlib.sha256(f"{actor.person_id} {meant.key}".encode()).hexdigest(),
        organization_id=actor.organization_id,
        fingerprint=hashlib.sha256(json.dumps(meant.sent).encode()).hexdigest(),
        answer="",
        at=current().clock(),
    )
