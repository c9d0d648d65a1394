"""The hash that tells whether two files score alike."""

import hashlib
from dataclasses import fields, is_dataclass
from enum import Enum
from fractions import Fraction
from typing import Any

import rfc8785

from jobquality.rubrics.model import Rubric
from jobquality.rubrics.units import Unit

#: Wording, places in the file, grounds for thresholds and efforts cannot change a score.
NOT_SCORED = frozenset(
    {
        "about", "advanced", "ask", "code", "cost", "edition", "evidence", "examples", "extends",
        "grounds", "help", "line", "scoring_hash", "source", "tailored", "title",
        "upcoming", "words", "wording", "wording_hash",
    }
)  # fmt: skip
#: Written as words and values in the file, where order says nothing.
_UNORDERED = frozenset(
    {"any_of", "applies", "besides", "counts_from", "critical", "exempts", "floors"}
)


def scoring_hash(rubric: Rubric) -> str:
    """Return SHA-256 (hex) over everything in `rubric` that can change a score.

    Empty and false values are left out, so that a word which later releases add does not
    change the hash of the editions that do not use it. Canonical JSON is RFC 8785.
    """
    return hashlib.sha256(canonical(rubric)).hexdigest()


def canonical(part: object) -> bytes:
    """Return all that can change a score in a part of a standard, as canonical JSON."""
    return rfc8785.dumps(scored_part(part))


def scored_part(value: object) -> Any:  # noqa: ANN401  # JSON is any of its own kinds
    """Return as JSON what of a part of a standard can change a score; equal parts score alike."""
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, Unit):
        return value.name
    if isinstance(value, Enum):
        return str(value.value)
    return _several(value)


def _several(value: object) -> Any:  # noqa: ANN401  # JSON is any of its own kinds
    if is_dataclass(value):
        named = {field.name: getattr(value, field.name) for field in fields(value)}
        return {
            name: _ordered(name, part)
            for name, part in _kept(named).items()
            if name not in NOT_SCORED
        }
    if isinstance(value, dict):
        return _kept(value)
    if isinstance(value, tuple):
        return [scored_part(part) for part in value]
    return value


def _ordered(name: str, part: Any) -> Any:  # noqa: ANN401  # JSON is any of its own kinds
    return sorted(part, key=rfc8785.dumps) if name in _UNORDERED else part


def _kept(named: dict[str, object]) -> dict[str, Any]:
    return {name: scored_part(part) for name, part in named.items() if not _is_empty(part)}


def _is_empty(part: object) -> bool:
    return part is None or part is False or (isinstance(part, str | tuple | dict) and not part)
