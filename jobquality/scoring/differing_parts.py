"""One change between two standards, and how any two parts of them are held together."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

from jobquality.rubrics.hashing import NOT_SCORED, scored_part

_WORDS = {"title": "title", "ask": "question", "help": "help", "about": "text about it"}
_PLAIN_WORDS = {
    "combine": "way to make one score of many",
    "out_of": "scale",
    "unit": "unit",
    "kind": "kind of answer",
    "measure": "working-out from parts",
    "applies": "condition for being asked",
    "counts_from": "figures that must be large enough",
    "allows_na": "answer 'does not apply'",
    "when": "reading of what is not known",
    "read_as": "reading of a file's answers",
    "boxes": "boxes",
    "evidence": "evidence",
    "critical": "critical violations to check",
    "code": "published label",
    "allows": "highest level after a finding",
    "months": "time that a certificate lasts",
    "weights": "weights",
    "source": "source",
}
_MOST_SHOWN = 80


class ChangeKind(StrEnum):
    """What a change can do: nothing to a score (wording), nothing to a level, or anything."""

    WORDING = "wording"
    ADDITION = "addition"
    SCORING = "scoring"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change, in a sentence. `where` is the id of what changed; empty for the whole."""

    kind: ChangeKind
    where: str
    says: str


def words_changes(old: object, new: object, what: str, where: str) -> Iterator[Change]:
    """Yield what reads otherwise now of the texts about one id."""
    was, now = getattr(old, "wording", None), getattr(new, "wording", None)
    for name, called in _WORDS.items():
        before, after = getattr(was, name, ""), getattr(now, name, "")
        if before != after:
            yield wording_change(where, f"The {called} of {what} reads “{_short(after)}” now.")


def field_changes(
    old: object, new: object, what: str, where: str, skipped: Iterable[str]
) -> Iterator[Change]:
    """Yield every other field that differs, whatever the language comes to hold."""
    passed = {*skipped, "wording", "advanced", "scoring_hash", "wording_hash", "edition"}
    for field in fields(old):  # type: ignore[arg-type]  # both are parts of a standard
        before, after = getattr(old, field.name), getattr(new, field.name, None)
        if field.name in passed or before == after:
            continue
        is_scored = scored_part(before) != scored_part(after) and field.name not in NOT_SCORED
        called = _PLAIN_WORDS.get(field.name, field.name.replace("_", " "))
        says = f"{what}, {called}: {_told(after)} now, {_told(before)} before."
        yield scoring_change(where, says) if is_scored else wording_change(where, says)


def _told(part: object) -> str:
    """Return any part of a standard for people, cut where it is long."""
    plain = scored_part(part) if not isinstance(part, str) else part
    return _short(_in_words(plain)) or "nothing"


def _in_words(plain: object) -> str:
    if isinstance(plain, Mapping):
        return ", ".join(f"{name} {_in_words(one)}" for name, one in plain.items())
    if isinstance(plain, list):
        return ", ".join(_in_words(one) for one in plain)
    if plain is None or isinstance(plain, bool):
        return "yes" if plain else "no"
    return str(plain)


def _short(text: str) -> str:
    return f"{text[:_MOST_SHOWN]}…" if len(text) > _MOST_SHOWN else text


def scoring_change(where: str, says: str) -> Change:
    """Return a change that can move a score."""
    return Change(kind=ChangeKind.SCORING, where=where, says=says)


def wording_change(where: str, says: str) -> Change:
    """Return a change that moves no score."""
    return Change(kind=ChangeKind.WORDING, where=where, says=says)
