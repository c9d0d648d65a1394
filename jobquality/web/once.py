"""Do what a form asks for once: a double click, a retry or a reload finds it done already."""

import hashlib
import hmac
import json
import secrets
from collections.abc import Callable

from flask import request

from jobquality.access.actors import Actor
from jobquality.errors import ConflictError, Fault, FaultsError
from jobquality.http import current
from jobquality.store.database import Session
from jobquality.store.intents import Intent, add_intent, find_intent, set_intent_answer

KEY = "key"
_LONGEST_KEY = 64
#: What changes from one sending of the same form to the next.
_NOT_MEANT = ("csrf_token",)


def new_key() -> str:
    """Return a fresh key for a form."""
    return secrets.token_hex(16)


def secret_of_form(actor: Actor, purpose: str) -> str:
    """Return 256 random bits in hex: the same for a second click, and kept by nobody.

    They follow from the form's own key, which cannot be guessed, so that whoever sends a form
    twice sees the same link or token twice.
    """
    secret = current().settings.secret_key.encode()
    about = f"{purpose} {actor.person_id} {request.form.get(KEY, '')}"
    return hmac.new(secret, about.encode(), hashlib.sha256).hexdigest()


def once(actor: Actor, work: Callable[[Session], str]) -> str:
    """Do `work` in one transaction of the actor's organization and return its answer.

    The form's key says which intent it is; where it was done before, the first answer comes
    back and nothing is done. `work` returns what to show next: an id or an address.

    Raises:
        FaultsError: the form has no key, or the key was used for something else.
    """
    intent = _intent(actor)
    try:
        return _do(intent, work)
    except ConflictError:
        done = _find(intent)
        if done is None:
            raise
        return done


def _do(intent: Intent, work: Callable[[Session], str]) -> str:
    with current().database.transaction(intent.organization_id) as session:
        known = find_intent(session, intent.key)
        if known is not None:
            return _same(known, intent)
        add_intent(session, intent)
        answer = work(session)
        set_intent_answer(session, intent.key, answer)
        return answer


def _find(intent: Intent) -> str | None:
    with current().database.reading(intent.organization_id) as session:
        known = find_intent(session, intent.key)
    return _same(known, intent) if known else None


def _same(known: Intent, intent: Intent) -> str:
    if known.fingerprint != intent.fingerprint:
        raise FaultsError(
            [
                Fault(
                    message="This form was sent before with other answers.",
                    remedy="Open the page anew and send it again.",
                )
            ]
        )
    return known.answer


def _intent(actor: Actor) -> Intent:
    key = request.form.get(KEY, "") or request.headers.get("Idempotency-Key", "")
    if not key or len(key) > _LONGEST_KEY:
        fault = Fault(message="The form has no key.", remedy="Open the page anew.")
        raise FaultsError([fault])
    return Intent(
        key=hashlib.sha256(f"{actor.person_id} {key}".encode()).hexdigest(),
        organization_id=actor.organization_id,
        fingerprint=_fingerprint(),
        answer="",
        at=current().clock(),
    )


def _fingerprint() -> str:
    """Return the hash of what was sent, files by name and size."""
    sent = [
        request.path,
        sorted(
            (name, value)
            for name, value in request.form.items(multi=True)
            if name not in _NOT_MEANT
        ),
        sorted((name, file.filename or "") for name, file in request.files.items(multi=True)),
    ]
    return hashlib.sha256(json.dumps(sent).encode()).hexdigest()
