"""How the score of a group came about: what counts, the calculation, and what was done then."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from jobquality.cli.explain_sums import sum_words
from jobquality.reading.cohorts import reading_words
from jobquality.reading.names import FILES
from jobquality.reading.nodes import gap_words, needs_words
from jobquality.reading.numbers import count_words, number_words
from jobquality.reading.stages import stage_words
from jobquality.rubrics.model import CohortReading, Combine, Group
from jobquality.rubrics.rules import LEAVES
from jobquality.scoring.combining import Terms, combined
from jobquality.scoring.fold import counted_nodes, is_as_siblings
from jobquality.scoring.making import End, Made, made
from jobquality.scoring.scorecard import NodeScore

_CALLED = {
    End.LOW: "low end",
    End.HIGH: "high end",
    End.VALUE: "over what is known",
}
_ONE, _NONE = Fraction(1), Fraction(0)
_COMPLETING = (Combine.LADDER, Combine.ALL, Combine.ANY, Combine.COUNT, Combine.SHARE)


def group_words(node: NodeScore, *, tells_value: bool) -> Iterator[str]:
    """Yield how the score of a group, or of a node over its parts, came about.

    The reading of what is open is told too where `tells_value` is true.
    """
    group = node.node if isinstance(node.node, Group) and not node.parts else None
    if group is not None:
        yield from _counts(node, group)
    if node.parts:
        yield from _parts(node)
    told = [one for one in made(node) if tells_value or one.end is not End.VALUE]
    yield from _calculations(node, told)
    if group is not None and tells_value:
        yield from _siblings(node, group)
        yield from gap_words(node, FILES)
    if node.held_back:
        yield f"Held back: it counts only with {needs_words(node, FILES)}"


def _counts(node: NodeScore, group: Group) -> Iterator[str]:
    """Yield what is combined, where that is not simply every child."""
    rules = group.rules
    if rules is None:
        return
    if rules.over:
        which = "every criterion" if rules.over == LEAVES else f"every {rules.over}"
        names = ", ".join(one.id for one in counted_nodes(group, node.children))
        yield f"Combined: {which} below: {names or 'none applies'}"
    if rules.complete_from is not None and group.combine in _COMPLETING:
        yield f"Complete means {number_words(rules.complete_from)}% of the most points, or more"
    if isinstance(rules.points, CohortReading):
        yield from reading_words(rules.points, FILES.say)


def _parts(node: NodeScore) -> Iterator[str]:
    rules = node.node.rules
    each = rules.each if rules else None
    if each is None:
        return
    count = count_words(len(node.parts), "part", "parts")
    by = f", each by its {each.by}" if each.by else ""
    yield f"Scored for {count}{by}; combined: {_ways(each.combine)}"


def _ways(combine: Combine) -> str:
    return combine.value.replace("_", " ")


def _calculations(node: NodeScore, told: list[Made]) -> Iterator[str]:
    """Yield each calculation once, and what its result is called where there are several."""
    by_text: dict[tuple[str, ...], list[str]] = {}
    for one in told:
        if one.end is not End.VALUE or one.terms is not None:
            by_text.setdefault(tuple(_calculation(node, one)), []).append(_CALLED[one.end])
    for lines, called in by_text.items():
        tail = "" if len(by_text) == 1 else f" ({', '.join(called)})"
        yield from (f"{line}{tail}" for line in lines)


def _calculation(node: NodeScore, one: Made) -> Iterator[str]:
    """Yield one calculation, and what was done to its result."""
    first = one.stages[0][1]
    if one.terms is None:
        yield "= open"
    else:
        yield f"= {sum_words(one.group, one.terms)} = {number_words(first)}"
    before = first
    for stage, after in one.stages[1:]:
        yield stage_words(node, stage, before, after, FILES.say)
        before = after
    if before != one.result:
        yield f"Held back: {_number(before)} → {_number(one.result)}"


def _number(number: Fraction | None) -> str:
    return FILES.say("end_open") if number is None else number_words(number)


def _siblings(node: NodeScore, group: Group) -> Iterator[str]:
    """Yield the share that a gap is read as, where it is read as what is known beside it."""
    counted = counted_nodes(group, node.children)
    known = [one for one in counted if one.value is not None]
    read = ", ".join(one.id for one in counted if is_as_siblings(one))
    if not known or not read:
        return
    terms = Terms(
        numbers=tuple(one.value or _NONE for one in known),
        most=tuple(one.value_most for one in known),
        weights=tuple(one.weight for one in known),
    )
    mean = replace(group, combine=Combine.MEAN, out_of=_ONE, rules=None)
    said = f"= {sum_words(mean, terms)} = {number_words(combined(mean, terms))}"
    yield f"{said} (what of its most points each gap is read as: {read})"
