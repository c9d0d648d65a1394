"""What was typed into a form that cannot be done yet, kept so that nothing is lost.

What lets somebody in is a secret and never stands in a page a second time. Which fields do is
declared here, by form: a field is no secret because its name sounds like one.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from flask import request

#: Ways to prove who one is, inside any form.
PROOFS = ("proof_password", "proof_code", "proof_passkey")
#: What belongs to one sending of a form, or is nobody's to read on a page.
_NOT_KEPT = frozenset({"csrf_token", *PROOFS})
#: What a browser makes for one sending; nobody can type it again.
_MADE = frozenset({"csrf_token", "credential", "proof_passkey"})
#: Secrets on whatever form they stand, each with the words that ask for it.
SECRETS: Mapping[str, str] = {
    "password": "accounts_password",
    "current": "accounts_me_current",
    "off": "accounts_me_current",
    "recovery": "recovery_code",
    "proof_password": "proofs_password",
    "proof_code": "proofs_code",
}
#: Forms on which a code lets somebody in; elsewhere `code` is a word like any other.
CODES: Mapping[str, tuple[str, str]] = {
    "accounts.code": ("code", "accounts_code"),
    "accounts.step": ("code", "accounts_code"),
    "accounts.setup": ("code", "accounts_setup_code"),
    "accounts.old_code": ("old_code", "hands_old_code"),
    "questionnaire.come": ("code", "claims_code"),
    "after.come": ("code", "claims_code"),
    "reply.come": ("code", "claims_code"),
}

#: One small word or number without a blank, an address of ours, or JSON.
_MACHINES = re.compile(r"[a-z0-9_.:/@-]*|[\[{].*", re.DOTALL)

Fields = list[tuple[str, str]]


def kept_fields() -> Fields:
    """Return what was typed, to be sent once more; proofs are never shown again."""
    return [
        (name, value) for name, value in request.form.items(multi=True) if name not in _NOT_KEPT
    ]


def typed_fields() -> Fields:
    """Return what was typed and may be shown again, without what lets somebody in."""
    secrets = {*_secrets_here(), *_MADE}
    return [(name, value) for name, value in request.form.items(multi=True) if name not in secrets]


def secrets_to_retype() -> list[tuple[str, str]]:
    """Return each secret that the form carries and the name of the words that ask for it."""
    return [(name, words) for name, words in _secrets_here().items() if name in request.form]


def has_secrets(fields: Fields) -> bool:
    """Say whether something in it is not to be shown on a page."""
    return any(name in {*_secrets_here(), *_MADE} for name, _ in fields)


def _secrets_here() -> dict[str, str]:
    """Return the secrets of the form that was sent."""
    code = CODES.get(request.endpoint or "")
    return {**SECRETS, **({code[0]: code[1]} if code else {})}


def readable(fields: Iterable[Sequence[str]]) -> list[str]:
    """Return what a person wrote, without what forms say to themselves: keys, choices, JSON."""
    return [value for _, value in fields if value.strip() and not _MACHINES.fullmatch(value)]
