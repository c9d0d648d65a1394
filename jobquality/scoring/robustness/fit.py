"""Whether a standard can be scored under many weightings at once, and with how fine weights."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from itertools import chain

from jobquality.rubrics.model import (
    Asked,
    Combine,
    Criterion,
    Floor,
    Group,
    Level,
    Missing,
    Reading,
    Rounding,
    Rubric,
    Scoring,
)
from jobquality.rubrics.rules import Rules
from jobquality.scoring.robustness.columns import Branch, Columns
from jobquality.scoring.robustness.measures import EXACT

#: How many parts the weights of siblings have together: hundredths of a percent, or tenths.
PARTS = (10_000, 1_000)

_INT64 = 2**63
#: With fewer parts a child than this, a draw would be too coarse.
_FEWEST_PARTS = 10
_READINGS = (Reading.OUT, Reading.ZERO)
#: What each thing may say without its score depending on the weights elsewhere. Whatever the
#: language learns besides is scored draw by draw until it is entered here.
_PLAIN: Mapping[type, frozenset[str]] = {
    Rubric: frozenset({
        "id", "edition", "wording", "root", "critical", "levels", "examples", "scorings",
        "rounding", "lower_is_better", "advanced", "scoring_hash", "wording_hash", "ranks",
        "extends", "tailored",
    }),
    Group: frozenset({
        "id", "code", "line", "weight", "wording", "combine", "out_of", "children", "figures",
    }),
    Criterion: frozenset({
        "id", "code", "line", "weight", "wording", "kind", "unit", "points", "boxes", "measure",
        "evidence", "critical", "applies", "counts_from", "allows_na", "read_as", "when", "reads",
        "needs",
    }),
    Level: frozenset({
        "id", "code", "line", "wording", "floors", "months", "declared", "overrides",
    }),
    Floor: frozenset({"name", "number", "at_most"}),
    Rounding: frozenset({"digits", "ties", "on_levels"}),
    Scoring: frozenset({"id", "line", "weights", "when"}),
    Missing: frozenset({"unknown", "declined", "missing"}),
}  # fmt: skip


def why_not(rubric: Rubric, reading: Scoring) -> str:
    """Return why a standard has to be scored draw by draw; empty where it has not."""
    reasons = chain(_odd_words(rubric, reading), *(_of_node(node) for node in rubric.root.walk()))
    return next(reasons, "")


def _odd_words(rubric: Rubric, reading: Scoring) -> Iterator[str]:
    floors = [floor for level in rubric.levels for floor in level.floors]
    whens = [reading.when] if reading.when else []
    for thing in (rubric, reading, *rubric.levels, *floors, *whens):
        yield from (f"it uses '{name}'" for name in odd_fields(thing))
    if any(floor.name == "answered" for floor in floors):
        yield "a level asks how much is answered"
    if rubric.rounding.on_levels:
        yield from (f"levels are decided on '{name}'" for name in odd_fields(rubric.rounding))
    if any(not _counted(group, reading) for group in rubric.root.groups()):
        yield "a topic has nothing that counts"
    yield from (reason for when in whens for reason in _of_readings(when))


def _counted(group: Group, reading: Scoring) -> bool:
    return any(reading.weights.get(child.id, child.weight) > 0 for child in group.children)


def _of_node(node: Group | Criterion) -> Iterator[str]:
    yield from (f"'{node.id}' uses '{name}'" for name in odd_fields(node))
    if isinstance(node, Group):
        if node.combine is not Combine.MEAN:
            yield f"'{node.id}' is a {node.combine}, not a mean"
        return
    if node.most is None or node.fewest is None:
        yield f"the points of '{node.id}' have no end"
    yield from (f"'{node.id}' looks at scores" for one in _looked_at(node) if one)
    yield from (f"'{node.id}' uses '{name}'" for name in odd_fields(node.when))
    yield from _of_readings(node.when)


def _looked_at(node: Criterion) -> Iterator[bool]:
    """Yield whether each condition or part looks at the score of another node."""
    for condition in (*node.applies, *node.counts_from):
        yield bool(getattr(condition, "scored", False))
    if node.measure is not None:
        known = (Asked.FIGURE, Asked.PARAMETER, Asked.NUMBER)
        yield from (term.kind not in known for term in (*node.measure.of, *node.measure.to))


def _of_readings(when: Missing) -> Iterator[str]:
    for reading in (when.unknown, when.declined, when.missing):
        if reading not in _READINGS:
            yield f"what is missing is read as '{reading}'"


def odd_fields(thing: object) -> Iterator[str]:
    """Yield each word of a part of a standard that is set and not plain."""
    plain = _PLAIN[type(thing)]
    for one in _fields_of(thing):
        value = getattr(thing, one.name)
        if one.name not in plain and not _is_default(value, one) and not _is_label(value):
            yield one.name


def _is_label(value: object) -> bool:
    """Say whether rules give a node nothing but a kind, by which others may name it."""
    return isinstance(value, Rules) and replace(value, kind="") == Rules()


def _fields_of(thing: object) -> "Iterable[Field[object]]":
    return fields(thing) if is_dataclass(thing) else ()


def _is_default(value: object, one: "Field[object]") -> bool:
    if one.default is not MISSING:
        return value == one.default
    return one.default_factory is not MISSING and value == one.default_factory()


def parts_for(columns: Columns, digits: int) -> int:
    """Return into how many parts weights are split so that every number stays exact; 0 for none."""
    return next((parts for parts in PARTS if _fits(columns, parts, digits)), 0)


def _fits(columns: Columns, parts: int, digits: int) -> bool:
    """Say whether no sum of points times weights reaches the end of what is exact.

    Weights that multiply along the way add up to `parts` to the power of the height, and no
    whole number of points is above its `amount`; so no partial sum is above their product.
    """
    root = columns.root
    whole = parts**root.height
    amount = max(columns.amount(quantity) for quantity in columns.points)
    top, bottom = root.out_of.as_integer_ratio()
    rounding = amount * whole * 2 * 10**digits * top + 2 * amount * whole * bottom
    return amount * whole < EXACT and rounding < _INT64 and _fine_enough(root, parts)


def _fine_enough(root: Branch, parts: int) -> bool:
    return all(len(branch.children) * _FEWEST_PARTS <= parts for branch in root.walk())
