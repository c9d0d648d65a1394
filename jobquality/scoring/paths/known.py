"""Which standards can be searched fast: those made only of words that the search knows.

The fast search changes one line at a time and folds the score again. That is right only
where nothing else depends on the line. So every word of the standard is looked at, and one
that is not named here (a word that a later release adds) sends the standard to the slow
search, which scores the whole employer again for every combination.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from fractions import Fraction

from jobquality.rubrics.model import (
    MAIN,
    AnswerKind,
    Asked,
    Band,
    Box,
    Choice,
    Combine,
    Condition,
    Criterion,
    Critical,
    Curve,
    Floor,
    Group,
    How,
    Level,
    Measure,
    Missing,
    Needs,
    Reading,
    Rounding,
    Rubric,
    Rules,
    Scoring,
    Span,
    Term,
    Ties,
)
from jobquality.rubrics.steps import Backing, Knot
from jobquality.rubrics.units import Unit

_SAID = "id code line wording"
_WHOLE = "id edition wording advanced scoring_hash wording_hash extends tailored"
_ASKED = "kind unit points boxes measure applies counts_from"
_KNOWN: Mapping[type, frozenset[str]] = {
    kind: frozenset(names.split())
    for kind, names in (
        (Rubric, f"{_WHOLE} root critical levels examples scorings rounding lower_is_better ranks"),
        (Group, f"{_SAID} weight combine out_of children figures"),
        (Criterion, f"{_SAID} weight {_ASKED} evidence critical allows_na read_as when needs"),
        (Band, "start gives grounds line above cost"),
        (Choice, "id ask gives grounds code needs cost"),
        (Span, "low high"),
        (Curve, "knots log"),
        (Knot, "at gives grounds line"),
        (Needs, "backing letters"),
        (Box, "id ask"),
        (Condition, "name figure equals at_least below among"),
        (Measure, "of to cap how"),
        (Term, "kind name unit number"),
        (Missing, "unknown declined missing"),
        (Critical, f"{_SAID} source evidence allows"),
        (Level, f"{_SAID} floors months declared overrides"),
        (Floor, "name number at_most"),
        (Rounding, "digits ties on_levels"),
        (Scoring, "id line weights when"),
        # A label, by which only words that are not known here could name a node.
        (Rules, "kind"),
        (Unit, "name words dimension factor least most whole"),
    )
}  # fmt: skip
_VALUES: Mapping[type, frozenset[str]] = {
    Combine: frozenset({"mean", "sum", "min", "max", "ladder"}),
    Reading: frozenset({"out", "zero"}),
    AnswerKind: frozenset({"number", "choice", "checklist", "yes_no", "date"}),
    Asked: frozenset({"figure", "parameter", "number"}),
    How: frozenset(
        {"sum", "difference", "largest", "smallest", "average", "count", "share", "change"}
    ),
    Backing: frozenset({"reason", "url", "file"}),
    Ties: frozenset({"half_up", "half_even", "down", "up"}),
}
#: What is only told: it changes no score.
_TOLD = frozenset({"wording", "grounds", "examples", "evidence", "source", "ask"})


_NAMES = {kind: tuple(field.name for field in fields(kind)) for kind in _KNOWN}
#: What holds no words.
_PLAIN = frozenset({str, int, bool, dict, Fraction, type(None)})


def unknown_words(rubric: Rubric, *, scoring: str = MAIN) -> tuple[str, ...]:
    """Return every word of a standard that the fast search does not know, each once.

    Of its scorings only the one that is used counts.
    """
    used = tuple(one for one in rubric.scorings if one.id == scoring)
    return tuple(dict.fromkeys(_unknown(replace(rubric, scorings=used))))


def asks_known_floors(rubric: Rubric) -> bool:
    """Say whether the levels are made of known words only."""
    return not any(True for _ in _unknown(rubric.levels))


def _unknown(value: object) -> Iterator[str]:
    kind = type(value)
    if isinstance(value, tuple):
        for part in value:
            yield from _unknown(part)
    elif kind in _KNOWN:
        yield from _unknown_in(value, _KNOWN[kind])
    elif isinstance(value, Enum) and value.value not in _VALUES.get(kind, ()):
        yield str(value.value)
    elif is_dataclass(value):
        yield kind.__name__.lower()


def _unknown_in(value: object, known: frozenset[str]) -> Iterator[str]:
    for name in _NAMES[type(value)]:
        inner = getattr(value, name)
        if name in known and (name in _TOLD or type(inner) in _PLAIN):
            continue
        if name in known or type(inner) in _KNOWN:
            yield from _unknown(inner)
        elif not _is_empty(inner):
            yield name


def _is_empty(value: object) -> bool:
    return value is None or value is False or value in ("", (), {})
