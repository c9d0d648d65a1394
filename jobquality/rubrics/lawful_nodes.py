"""Laws of the tree: how groups combine, what leaves them, and what is done to their scores."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from jobquality.rubrics.lawful import ALL, BETTER, ENDS, INTERVAL, ORDER, Found, beyond
from jobquality.rubrics.model import (
    Choice,
    Combine,
    Criterion,
    Group,
    Reading,
    Rubric,
)
from jobquality.rubrics.rules import Rules
from jobquality.rubrics.scales import Reach, counted_in, reach_of
from jobquality.rubrics.steps import Band, CohortReading, Curve, Points, steps_of

Node = Group | Criterion
Nodes = Mapping[str, Node]
_NODE = frozenset(
    {
        "id", "code", "line", "weight", "wording", "combine", "out_of", "children", "figures",
        "applies", "rules", "kind", "unit", "points", "boxes", "measure", "evidence", "critical",
        "counts_from", "allows_na", "read_as", "when", "reads", "needs",
    }
)  # fmt: skip
_RULES = frozenset(
    {
        "kind", "unscored", "requires", "at_least", "at_most", "rounding", "start", "over", "each",
        "is_raw", "rescaled", "complete_from", "enough", "points", "take",
    }
)  # fmt: skip
#: What leaves these must lie between what the others can be.
_RANKED = (Combine.MIN, Combine.MAX, Combine.MEDIAN)
_NONE, _ONE = Fraction(0), Fraction(1)


def node_breaks(rubric: Rubric) -> Iterator[Found]:
    """Yield what breaks a law in the tree of a standard."""
    nodes = {node.id: node for node in rubric.root.walk()}
    for node in nodes.values():
        yield from _of_any(node, nodes, rubric)
        if isinstance(node, Group):
            yield from _of_group(node)
        else:
            yield from _of_criterion(node)


def _found(node: Node, word: str, says: str, laws: tuple[str, ...]) -> Found:
    return Found(laws=laws, line=node.line, where=node.id, word=word, says=says)


def _of_any(node: Node, nodes: Nodes, rubric: Rubric) -> Iterator[Found]:
    for word in beyond(node, _NODE):
        yield _found(node, word, "nobody has decided what it keeps.", ALL)
    for condition in node.applies:
        if condition.scored or condition.answered:
            says = f"a better '{condition.name}' may bring a question in that costs points."
            yield _found(node, "applies", says, (BETTER, *ENDS))
        if condition.figure and isinstance(node, Group):
            says = f"while '{condition.name}' is not known, all of it counts."
            yield _found(node, "applies", says, ENDS)
    rules = node.rules
    if rules is not None:
        yield from _of_rules(node, rules, nodes, rubric)


def _of_rules(node: Node, rules: Rules, nodes: Nodes, rubric: Rubric) -> Iterator[Found]:
    for word in beyond(rules, _RULES):
        yield _found(node, word, "nobody has decided what it keeps.", ALL)
    if rules.each is not None:
        yield _found(node, "each", "a part that nobody named is in no range.", ENDS)
    if rules.each is not None and rules.each.by:
        says = f"'{rules.each.by}' decides how much a part counts, for better or worse."
        yield _found(node, "each", says, (BETTER,))
    if rules.requires:
        yield from _of_requires(node, rules, nodes, rubric)
    if rules.points is not None and not rises(rules.points):
        says = "the points for its score fall somewhere while the score rises."
        yield _found(node, "points", says, (BETTER,))


def _of_requires(node: Node, rules: Rules, nodes: Nodes, rubric: Rubric) -> Iterator[Found]:
    others = [nodes[one.name] for one in rules.requires if one.name in nodes]
    if any(may_leave(one) or _leavers(one) for one in others):
        says = "what it requires may turn out not to apply, and then it counts after all."
        yield _found(node, "requires", says, ENDS)
    if may_leave(node):
        says = "held back it gets the fewest points, but when it does not apply it costs none."
        yield _found(node, "requires", says, ENDS)
    if rubric.lower_is_better:
        says = "without what it requires it gets the fewest points, which are the best here."
        yield _found(node, "requires", says, (BETTER, *ENDS))


def rises(points: Points) -> bool:
    """Say whether a larger number never gives fewer points."""
    return direction(points) >= 0 and _is_steady(points)


def _is_steady(points: Points) -> bool:
    gives = _gives(points)
    return gives in (sorted(gives), sorted(gives, reverse=True))


def direction(points: Points) -> int:
    """Return 1 where a larger number gives more points or as many, -1 where fewer, else 0."""
    if isinstance(points, CohortReading):
        return -1 if points.lower else 1
    gives = _gives(points)
    if gives == sorted(gives):
        return 1
    return -1 if gives == sorted(gives, reverse=True) else 0


def _gives(points: Points) -> list[Fraction]:
    if isinstance(points, Curve):
        return [knot.gives for knot in points.knots]
    return [step.gives for step in steps_of(points) if isinstance(step, Band)]


def _of_group(group: Group) -> Iterator[Found]:
    children = counted_in(group)
    inner = [one for one in group.groups() if one is not group]
    if group.rules is not None and group.rules.over and any(one.applies for one in inner):
        yield _found(group, "over", "what it combines may leave with the group around it.", ENDS)
    yield from _of_combining(group, children)
    for child in children:
        if may_leave(child):
            yield from _of_leaving(group, child, children)


def _of_combining(group: Group, children: list[Node]) -> Iterator[Found]:
    if group.rules is not None and group.rules.take is not None:
        yield from _of_take(group, children)
    if group.combine is Combine.LADDER and len(children) > 1:
        says = "a rung counts only after those that stand before it."
        yield _found(group, "combine: ladder", says, (ORDER,))
    if group.combine is Combine.PRODUCT and any(_is_below_zero(child) for child in children):
        says = "times a number below 0, a better answer makes the product worse."
        yield _found(group, "combine: product", says, (BETTER, *ENDS))


def _of_take(group: Group, children: list[Node]) -> Iterator[Found]:
    if len({child.weight for child in children}) > 1:
        says = "a better answer may put one that weighs more out of what counts."
        yield _found(group, "take", says, (BETTER, *ENDS))
    elif any(may_leave(child) for child in children):
        yield _found(group, "take", "what leaves lets something else count.", ENDS)


def _is_below_zero(node: Node) -> bool:
    low = reach_of(node).low
    return low is None or low < 0


def may_leave(node: Node) -> bool:
    """Say whether a node may turn out not to apply."""
    if node.applies:
        return True
    if isinstance(node, Criterion):
        return node.allows_na and node.when.na in (None, Reading.OUT, Reading.NA)
    return all(may_leave(child) for child in counted_in(node))


def _leavers(node: Node) -> list[Node]:
    """Return what may leave from inside a node."""
    children = counted_in(node) if isinstance(node, Group) else []
    return [one for child in children for one in (child, *_leavers(child)) if may_leave(one)]


def _of_leaving(group: Group, child: Node, children: list[Node]) -> Iterator[Found]:
    """Yield why a child that does not apply may carry the score out of its range.

    While it is open, it counts as something between its fewest points and its most. When it
    leaves, the score must be one that some answer could have given.
    """
    says = _why_not_leave(group, child, children)
    if says:
        word = "applies" if child.applies else "na"
        yield _found(child, word, says, ENDS)


def _why_not_leave(group: Group, child: Node, children: list[Node]) -> str:
    if len(children) == 1:
        return ""  # then the group leaves with it
    reach, why = reach_of(child), _why_reshaped(group, child)
    if why:
        return why
    if group.combine in _RANKED or (group.rules is not None and group.rules.is_raw):
        is_alike = all(reach_of(one) == reach for one in children)
        return "" if is_alike else f"beside it in '{group.id}' others reach other points."
    middle = _ONE if group.combine is Combine.PRODUCT else _NONE
    return _why_not_around(reach, middle)


def _why_reshaped(group: Group, child: Node) -> str:
    if group.rules is not None and _is_reshaped(group.rules):
        return f"'{group.id}' does something to its score, which leaving may change."
    if isinstance(child, Group) and child.rules is not None and child.rules.points is not None:
        return "points for its score may stop short of the most, which leaving does not."
    return ""


def _why_not_around(reach: Reach, middle: Fraction) -> str:
    """Say why leaving is not between the worst answer and the best; nothing where it is."""
    if reach.low is None or reach.low > middle:
        return "even the worst answer gives points, so leaving may score less than any answer."
    if reach.high is not None and reach.high < middle:
        return "even the best answer takes points, so leaving may score more than any answer."
    return ""


def _is_reshaped(rules: Rules) -> bool:
    """Say whether a score is more than what its children make together."""
    done = (rules.at_least, rules.at_most, rules.start, rules.points, rules.each)
    return any(one is not None for one in done)


def _of_criterion(question: Criterion) -> Iterator[Found]:
    if Reading.NA in (question.when.unknown, question.when.declined, question.when.missing):
        says = "what is not known leaves the score, as if it did not apply."
        yield _found(question, "when: na", says, ENDS)
    if any(isinstance(step, Choice) and step.needs for step in _steps(question)):
        says = "a better answer without what must back it counts as unknown."
        yield _found(question, "needs", says, (BETTER,))
    if isinstance(question.points, CohortReading) and question.points.log:
        says = "a number that has no logarithm gives nothing at all."
        yield _found(question, "log", says, (BETTER, *ENDS))
    is_cohort = isinstance(question.points, CohortReading)
    if is_cohort and None in (question.fewest, question.most):
        says = "its points have no end, so no range holds them."
        yield _found(question, "cohort", says, (INTERVAL,))


def _steps(question: Criterion) -> tuple[object, ...]:
    return steps_of(question.points)
