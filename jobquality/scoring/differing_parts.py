"""One change between two standards, and how any two parts of them are held together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from fractions import Fraction

from jobquality.rubrics.hashing import NOT_SCORED, scored_part
from jobquality.rubrics.model import Condition, Measure, Term
from jobquality.rubrics.units import show_number

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
_MOST_SHOWN = 120


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
    return _short(_said(part)) or "nothing"


def _said(part: object) -> str:
    if isinstance(part, Measure):
        return _measure(part)
    if isinstance(part, Condition):
        return _condition(part)
    if isinstance(part, tuple):
        return ", ".join(_said(one) for one in part)
    return part if isinstance(part, str) else _in_words(scored_part(part))


def _measure(measure: Measure) -> str:
    of, to = ([_term(term) for term in terms] for terms in (measure.of, measure.to))
    cap = f", never more than {_term(measure.cap)}" if measure.cap else ""
    if measure.how is not None:
        return f"{measure.how} of {', '.join(of)}{f' to {_under(to)}' if to else ''}{cap}"
    return f"{' × '.join(of)}{f' ÷ {_under(to)}' if to else ''}{cap}"


def _under(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"({' × '.join(names)})"


def _term(term: Term) -> str:
    is_named = term.number is None or term.name != term.unit.name
    return term.name if is_named else f"{show_number(term.number or Fraction(0))} {term.name}"


def _condition(condition: Condition) -> str:
    words = condition.among or ((condition.equals,) if condition.equals is not None else ())
    ends = [f"{show_number(condition.at_least)} or more"] if condition.at_least is not None else []
    ends += [f"under {show_number(condition.below)}"] if condition.below is not None else []
    return f"{condition.name} {' or '.join(words) or ', '.join(ends)}"


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
