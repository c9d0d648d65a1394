"""Do what a form asks for once: a double click, a retry or a reload finds it done already."""

import hashlib
import hmac
import json
import secrets
from collections.abc import Callable

from flask import request
from werkzeug.datastructures import FileStorage

from jobquality.access.actors import Actor
from jobquality.errors import Fault, FaultsError
from jobquality.http import current
from jobquality.intents import LONGEST_KEY, Meant, do_once
from jobquality.store.database import Session
from jobquality.web.kept import PROOFS

KEY = "key"
#: What changes from one sending of the same form to the next.
_NOT_MEANT = ("csrf_token", *PROOFS)
_REUSED = Fault(
    message="This form was sent before with other answers.",
    remedy="Open the page anew and send it again.",
)


def new_key() -> str:
    """Return a fresh key for a form."""
    return secrets.token_hex(16)


def secret_of_form(actor: Actor, purpose: str) -> str:
    """Return 256 random bits in hex: the same for a second click, and kept by nobody.

    They follow from the form's own key, which cannot be guessed, so that whoever sends a form
    twice sees the same link or token twice, and never a second one for another form.

    Raises:
        FaultsError: the form has no key.
    """
    secret = current().settings.secret_key.encode()
    about = f"{purpose} {actor.person_id} {sent_key()}"
    return hmac.new(secret, about.encode(), hashlib.sha256).hexdigest()


def once(actor: Actor, work: Callable[[Session], str]) -> str:
    """Do `work` in one transaction of the actor's organization and return its answer.

    The form's key says which intent it is; where it was done before, the first answer comes
    back and nothing is done. `work` returns what to show next: an id or an address.

    Raises:
        FaultsError: the form has no key, or the key was used for something else.
    """
    return do_once(actor, Meant(key=sent_key(), sent=_sent(), reused=_REUSED), work).answer


def part_key(name: str, fields: object) -> str:
    """Return the key of one part of a form: of these words in this form, and of no others.

    Raises:
        FaultsError: the form has no key.
    """
    about = json.dumps([sent_key(), name, fields])
    return hashlib.sha256(about.encode()).hexdigest()[:LONGEST_KEY]


def once_for_part(actor: Actor, key: str, work: Callable[[Session], str]) -> str:
    """Do `work` once for a part of a form, in a transaction of its own; as for `once`."""
    return do_once(actor, Meant(key=key, sent=[request.path, key], reused=_REUSED), work).answer


def sent_key() -> str:
    """Return the key that a form carries, or the script that sends it.

    Raises:
        FaultsError: there is none.
    """
    key = request.form.get(KEY, "") or request.headers.get("Idempotency-Key", "")
    if not key or len(key) > LONGEST_KEY:
        fault = Fault(message="The form has no key.", remedy="Open the page anew.")
        raise FaultsError([fault])
    return key


def _sent() -> object:
    """Return what was sent, files by name and content: phones call every photo the same."""
    return [
        request.path,
        sorted(
            (name, value)
            for name, value in request.form.items(multi=True)
            if name not in _NOT_MEANT
        ),
        sorted(
            (name, file.filename or "", _digest_of(file))
            for name, file in request.files.items(multi=True)
        ),
    ]


def _digest_of(file: FileStorage) -> str:
    file.stream.seek(0)
    digest = hashlib.sha256(file.stream.read()).hexdigest()
    file.stream.seek(0)
    return digest
