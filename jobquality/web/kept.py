"""What was typed into a form that cannot be done yet, kept so that nothing is lost."""

import re
from collections.abc import Iterable, Sequence

from flask import request

#: Ways to prove who one is, inside any form.
PROOFS = ("proof_password", "proof_code", "proof_passkey")
#: What belongs to one sending of a form, or is nobody's to read on a page.
_NOT_KEPT = frozenset({"csrf_token", *PROOFS})
_SECRETS = ("password", "code", "current", "off")

#: One small word or number without a blank, an address of ours, or JSON.
_MACHINES = re.compile(r"[a-z0-9_.:/@-]*|[\[{].*", re.DOTALL)

Fields = list[tuple[str, str]]


def kept_fields() -> Fields:
    """Return what was typed, to be sent once more; proofs are never shown again."""
    return [
        (name, value) for name, value in request.form.items(multi=True) if name not in _NOT_KEPT
    ]


def has_secrets(fields: Fields) -> bool:
    """Say whether something in it is not to be shown on a page."""
    return any(name in _SECRETS for name, _ in fields)


def readable(fields: Iterable[Sequence[str]]) -> list[str]:
    """Return what a person wrote, without what forms say to themselves: keys, choices, JSON."""
    return [value for _, value in fields if value.strip() and not _MACHINES.fullmatch(value)]
