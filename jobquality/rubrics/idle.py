"""What stands in a standard and changes nothing: for nobody, or for everybody alike."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from jobquality.errors import Fault
from jobquality.rubrics.model import (
    AnswerKind,
    Combine,
    Condition,
    Criterion,
    Floor,
    Group,
    Level,
    Rubric,
)
from jobquality.rubrics.scales import reach_of
from jobquality.rubrics.steps import Band, Choice, steps_of
from jobquality.rubrics.units import show_number

_EACH = "each_dimension"
_TOTAL = "total"
_SHARES = ("coverage", "confirmed")
_YES_NO = ("yes", "no")
_PLAIN = (Combine.MEAN, Combine.SUM, Combine.MIN, Combine.MAX)


def idle_points(rubric: Rubric) -> Iterator[Fault]:
    """Yield each criterion whose points say nothing, and each threshold that does not."""
    for question in rubric.root.criteria():
        steps = steps_of(question.points)
        gives = {step.gives for step in steps}
        if len(gives) == 1:
            points = show_number(steps[0].gives)
            message = f"Every answer to '{question.id}' gives {points}, so its weight says nothing."
            remedy = "Let answers give different points, or leave the weight to the others."
            yield Fault(message=message, line=question.line, remedy=remedy)
        else:
            yield from _idle_bands([step for step in steps if isinstance(step, Band)])
        if isinstance(question.points, tuple) and _is_hopeless(question, rubric):
            message = f"No answer to '{question.id}' gives more than 0 points."
            yield Fault(message=message, line=question.line, remedy="Let the best one give some.")


def _is_hopeless(question: Criterion, rubric: Rubric) -> bool:
    most = question.most
    gives = {step.gives for step in steps_of(question.points)}
    return most is not None and most <= 0 and len(gives) > 1 and not rubric.lower_is_better


def _idle_bands(bands: list[Band]) -> Iterator[Fault]:
    for lower, higher in pairwise(bands):
        if lower.gives == higher.gives:
            start = higher.start
            shown = show_number(start) if isinstance(start, Fraction) else start
            message = f"The threshold at {shown} changes nothing: both sides give the same points."
            yield Fault(message=message, line=higher.line, remedy="Join the two bands.")


def never_asked(rubric: Rubric) -> Iterator[Fault]:
    """Yield each condition that no employer can meet, so that nobody is asked or counts."""
    questions = {question.id: question for question in rubric.questions()}
    nodes = {node.id: node for node in rubric.root.walk()}
    for node in (*rubric.root.walk(), *(one for one in rubric.questions() if one.points is None)):
        counts = node.counts_from if isinstance(node, Criterion) else ()
        for condition in (*node.applies, *counts):
            why = _why_never(condition, questions, nodes)
            if why:
                message = f"'{node.id}' can never count: {why}."
                yield Fault(message=message, line=node.line, remedy="Change the condition.")


def _why_never(
    condition: Condition, questions: dict[str, Criterion], nodes: dict[str, Group | Criterion]
) -> str:
    name = condition.name
    if condition.answered and name in questions:
        return _why_no_answer(condition, questions[name])
    if condition.scored and name in nodes:
        reach = reach_of(nodes[name])
        return _why_out_of(condition, reach.low, reach.high)
    if condition.figure and name in questions:
        unit = questions[name].unit
        return "" if unit is None else _why_out_of(condition, unit.least, unit.most)
    return ""


def _why_no_answer(condition: Condition, question: Criterion) -> str:
    is_yes_no = question.kind is AnswerKind.YES_NO
    choices = [step.id for step in steps_of(question.points) if isinstance(step, Choice)]
    known = _YES_NO if is_yes_no else choices
    if question.kind not in (AnswerKind.YES_NO, AnswerKind.CHOICE) or not known:
        return ""
    return "" if set(condition.among) & set(known) else f"'{condition.name}' has no such answer"


def _why_out_of(condition: Condition, least: Fraction | None, most: Fraction | None) -> str:
    name, start, end = condition.name, condition.at_least, condition.below
    if start is not None and most is not None and start > most:
        return f"'{name}' is never {show_number(start)}, but {show_number(most)} at most"
    if end is not None and least is not None and end <= least:
        return f"'{name}' is never under {show_number(end)}"
    return ""


def idle_floors(rubric: Rubric) -> Iterator[Fault]:
    """Yield each condition of a level that asks for nothing, or for what another asks already."""
    nodes = {node.id: node for node in rubric.root.walk()}
    for level in rubric.levels:
        plain = [floor for floor in level.floors if not (floor.of or floor.besides)]
        floors = {floor.name: floor.number for floor in plain if not floor.at_most}
        for floor in plain:
            low = reach_of(nodes[floor.name]).low if floor.name in nodes else Fraction(0)
            if not floor.at_most and low is not None and floor.number <= low:
                message = f"'{level.id}' asks for {_shown(floor)}, which everybody has."
                yield Fault(
                    message=message, line=level.line, remedy="Ask for more, or leave it out."
                )
        if _is_met_by_each(floors, rubric.root):
            each = f"each dimension {show_number(floors[_EACH])}"
            message = (
                f"'{level.id}' asks for total {show_number(floors[_TOTAL])}, but whoever has "
                f"{each} has that already."
            )
            yield Fault(message=message, line=level.line, remedy="Ask for a higher total.")


def _is_met_by_each(floors: dict[str, Fraction], root: Group) -> bool:
    is_mean = root.combine is Combine.MEAN and root.rules is None
    alike = all(
        isinstance(child, Group) and reach_of(child).high == root.out_of for child in root.children
    )
    has_both = _EACH in floors and _TOTAL in floors
    return is_mean and alike and has_both and floors[_TOTAL] <= floors[_EACH]


def _shown(floor: Floor) -> str:
    return f"{floor.name.replace('_', ' ')} {show_number(floor.number)}"


def idle_levels(rubric: Rubric) -> Iterator[Fault]:
    """Yield each level that nobody can reach, or at which nobody can stay."""
    scored = [level for level in rubric.levels if not level.declared]
    for higher, lower in pairwise(scored):
        is_plain = not (higher.any_of or higher.after)
        if higher.floors and is_plain and set(_floors(higher)) <= set(_floors(lower)):
            message = f"Nobody stays at '{lower.id}': whoever reaches it reaches '{higher.id}' too."
            remedy = f"Ask for more at '{higher.id}', or leave '{lower.id}' out."
            yield Fault(message=message, line=lower.line, remedy=remedy)
    for level in scored:
        yield from _out_of_reach(level, rubric.root)


def _floors(level: Level) -> Iterator[tuple[str, str, Fraction, bool]]:
    return ((floor.name, floor.of, floor.number, floor.at_most) for floor in level.floors)


def _out_of_reach(level: Level, root: Group) -> Iterator[Fault]:
    """Yield a level whose caps on some scores leave too little for its floors on others."""
    caps = {floor.name: floor.number for floor in level.floors if floor.at_most and not floor.of}
    for floor in level.floors if caps else ():
        if floor.at_most or floor.name != _TOTAL:
            continue
        most = _most_within(root, caps)
        if most is not None and most < floor.number:
            message = (
                f"Nobody reaches '{level.id}': with what it allows at most, the total is "
                f"{show_number(most)}, not {show_number(floor.number)}."
            )
            yield Fault(message=message, line=level.line, remedy="Ask for less, or allow more.")


def _most_within(node: Group | Criterion, caps: dict[str, Fraction]) -> Fraction | None:
    """Return the highest score of a node where some below it are capped; None if not known."""
    high = reach_of(node).high
    if isinstance(node, Group) and node.combine in _PLAIN and node.rules is None:
        high = _most_of_group(node, caps)
    cap = caps.get(node.id)
    return high if cap is None or high is None else min(high, cap)


def _most_of_group(group: Group, caps: dict[str, Fraction]) -> Fraction | None:
    highs = [_most_within(child, caps) for child in group.children]
    tops = [reach_of(child).high for child in group.children]
    known = [(high, top) for high, top in zip(highs, tops, strict=True) if high is not None and top]
    if len(known) < len(highs):
        return None
    numbers = [high for high, _ in known]
    if group.combine is Combine.MEAN:
        weights = [child.weight for child in group.children]
        shares = [high / top * weight for (high, top), weight in zip(known, weights, strict=True)]
        return sum(shares, Fraction(0)) / sum(weights) * group.out_of
    plain = {Combine.MIN: min, Combine.MAX: max}
    return plain[group.combine](numbers) if group.combine in plain else None
