"""A scorecard as text that can be followed by hand, line by line."""

from collections.abc import Iterator
from fractions import Fraction

from jobquality.rubrics.model import Combine, Criterion, Group, State
from jobquality.schemas.reasons import (
    check_words,
    checked_words,
    level_reason,
    level_words,
    line_reason,
    next_step,
    number_words,
    percent_words,
    range_words,
    working_words,
)
from jobquality.scoring.fold import counting_weight
from jobquality.scoring.scorecard import LevelResult, NodeScore, Scorecard

_COMBINED = {
    Combine.SUM: "sum of",
    Combine.MIN: "lowest of",
    Combine.MAX: "highest of",
    Combine.LADDER: "each rung counts once the one before is complete:",
}


def explain(card: Scorecard) -> str:
    """Return how a score comes about: total, level, dimensions, every line."""
    return "\n".join((*_head(card), "", *_levels(card), "", *_node(card.total, depth=0)))


def _head(card: Scorecard) -> Iterator[str]:
    part = f", {card.part}" if card.part else ""
    yield f"{card.employer}{part}"
    yield f"{card.rubric.name} on {card.on} (scoring {card.scoring}, scoring hash {card.rubric.scoring_hash[:12]})"
    total = card.total
    yield f"Score: {range_words(total)} of {number_words(total.most)}; over what is known: {number_words(total.value)}"
    yield f"Answered {percent_words(total.answered)}, with evidence of grade E2 or better {percent_words(total.coverage)}, confirmed {percent_words(total.confirmed)}"


def _levels(card: Scorecard) -> Iterator[str]:
    outcome = card.outcome
    yield f"Level: {level_reason(card)}" if outcome.level else "Level: this standard has none."
    for result in outcome.levels:
        yield from _level(result)
    if outcome.critical:
        yield "  Critical violations:"
    for one in outcome.critical:
        yield f"    {one.critical.id}: {checked_words(one.checked)} – {one.critical.wording.ask}"


def _level(result: LevelResult) -> Iterator[str]:
    yield f"  {level_words(result.level.id)}: {'reached' if result.is_reached else 'not reached'}"
    for check in result.checks:
        yield f"    {'for    ' if check.holds else 'against'} {check_words(check)}"
    for one in result.blocked_by:
        yield f"    against {one.critical.id}: {checked_words(one.checked)}"


def _node(node: NodeScore, *, depth: int) -> Iterator[str]:
    if isinstance(node.node, Criterion):
        yield from _criterion(node, depth=depth)
        return
    pad = "  " * depth
    if node.is_out:
        yield f"{pad}{node.id}: does not apply"
    else:
        yield f"{pad}{node.id}: {range_words(node)} of {number_words(node.most)}{_counts(node)}; answered {percent_words(node.answered)}, evidence {percent_words(node.coverage)}"
        yield from (f"{pad}  = {said}" for said in _arithmetic(node))
    for child in node.children:
        yield from _node(child, depth=depth + 1)


def _counts(node: NodeScore) -> str:
    return f" (counts {percent_words(node.share)} of the total)" if node.share != 1 else ""


def _arithmetic(node: NodeScore) -> Iterator[str]:
    """Yield the sum that gives the low end, and the high end where it differs."""
    counted = [child for child in node.children if not child.is_out]
    yield _sum(node, counted, [child.low for child in counted], node.low)
    if node.low != node.high:
        yield _sum(node, counted, [child.high for child in counted], node.high) + "  (best)"


def _sum(
    node: NodeScore, counted: list[NodeScore], ends: list[Fraction | None], result: Fraction | None
) -> str:
    group = node.node
    if not isinstance(group, Group) or group.combine is not Combine.MEAN:
        how = _COMBINED[group.combine] if isinstance(group, Group) else ""
        return f"{how} {', '.join(number_words(end) for end in ends)} = {number_words(result)}"
    terms = " + ".join(
        f"{number_words(child.weight)}×{number_words(end)}/{number_words(child.most)}"
        for child, end in zip(counted, ends, strict=True)
    )
    weights = sum((counting_weight(group, child) for child in counted), Fraction(0))
    return f"({terms}) ÷ {number_words(weights)} × {number_words(group.out_of)} = {number_words(result)}"


def _criterion(node: NodeScore, *, depth: int) -> Iterator[str]:
    line = node.line
    pad = "  " * depth
    if line is None:
        return
    if node.is_out:
        yield f"{pad}{node.id}: {line_reason(line, node.state)}"
        return
    grade = f", evidence {line.grade}" if line.grade else ", no evidence grade"
    known = grade if node.answered else ""
    yield f"{pad}{node.id}: {range_words(node)} of {number_words(node.most)} points, weight {number_words(node.weight)}{_counts(node)}{known}"
    yield f"{pad}  {_said(line_reason(line, node.state))}"
    if line.figure and line.figure.working:
        for said in working_words(line.question, line.figure.working):
            yield f"{pad}  {said}"
    more = next_step(line) if node.state is State.VALUE else ""
    if more:
        yield f"{pad}  why not more: {more}"


def _said(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
