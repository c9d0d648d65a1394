"""A scorecard as text that can be followed by hand, line by line."""

from collections.abc import Iterator
from itertools import groupby

from jobquality.cli.explain_groups import group_words
from jobquality.reading.cohorts import reading_words
from jobquality.reading.landed import landed_working
from jobquality.reading.names import FILES
from jobquality.reading.nodes import node_reason
from jobquality.reading.numbers import (
    count_words,
    ends_words,
    number_words,
    percent_words,
    points_words,
    range_words,
)
from jobquality.reading.outcomes import (
    blocking_words,
    check_words,
    checked_words,
    level_reason,
    other_words,
    standing,
)
from jobquality.reading.reasons import (
    found_words,
    line_reason,
    missing_parts,
    next_step,
)
from jobquality.reading.workings import working_words
from jobquality.rubrics.model import (
    CohortReading,
    Combine,
    Criterion,
    Group,
    Missing,
    Reading,
    State,
)
from jobquality.rubrics.places import Places
from jobquality.rubrics.words import Words
from jobquality.scoring.rounding import shown_as
from jobquality.scoring.scorecard import Checked, LevelResult, Line, NodeScore, Scorecard

EVERYDAY = (Combine.MEAN, Combine.SUM, Combine.MIN, Combine.MAX, Combine.LADDER)
_STEP = "  "


def explain(card: Scorecard, words: Words | None, places: Places) -> str:
    """Return how a score comes about: total, level, dimensions, every line."""
    explainer = _Explainer(card, words, places)
    title = (words.title if words else "") or card.rubric.wording.title
    parts = (explainer.head(title), explainer.levels(), explainer.critical(), explainer.lines())
    return "\n\n".join(text for part in parts if (text := "\n".join(part)))


class _Explainer:
    """Tells one scorecard, with the names that people use."""

    def __init__(self, card: Scorecard, words: Words | None, places: Places) -> None:
        self._card = card
        self._words = words
        self._places = places
        self._nodes = {node.id: node for node in card.total.walk()}
        self._tells_value = any(_is_unusual(node.node) for node in card.total.walk())

    def head(self, title: str) -> Iterator[str]:
        card, total = self._card, self._card.total
        yield f"{card.employer}, {card.part}" if card.part else card.employer
        name = f"{title} ({card.rubric.name})" if title else card.rubric.name
        yield f"{name}, scored for {card.on}"
        yield f"Scoring {card.scoring}, scoring hash {card.rubric.scoring_hash}"
        if card.cohort:
            yield f"Compared with the cohort {card.cohort}"
        yield ""
        known = "nothing is known yet" if total.value is None else number_words(total.value)
        yield f"Score: {ends_words(total, FILES.say)}. Over what is known: {known}."
        yield from self._rounded()
        yield (
            f"Of the weight, {percent_words(total.answered)} is answered, "
            f"{percent_words(total.coverage)} with evidence of grade E2 or better, "
            f"{percent_words(total.confirmed)} with E3 or better."
        )
        yield (
            f"Level: {level_reason(card, FILES)}"
            if card.outcome.level
            else "This standard has no levels."
        )

    def _rounded(self) -> Iterator[str]:
        rounding, total = self._card.rubric.rounding, self._card.total
        if rounding.digits is None:
            return
        low, high, value = (
            None if number is None else shown_as(number, rounding, total.most)
            for number in (total.low, total.high, total.value)
        )
        decimals = count_words(rounding.digits, "decimal", "decimals")
        ties = rounding.ties.value.replace("_", " ")
        yield (
            f"Published with {decimals}, ties {ties}: {range_words(low, high, FILES.say)}; "
            f"over what is known {number_words(value)}."
        )

    def levels(self) -> Iterator[str]:
        for result in self._card.outcome.levels:
            yield from self._level(result)

    def _level(self, result: LevelResult) -> Iterator[str]:
        yield f"{FILES.level(result.level.id)}: {'reached' if result.is_reached else 'not reached'}"
        for check in result.checks:
            node = self._nodes.get(check.name)
            mark = standing(check, node)
            yield f"{_STEP}{mark}: {check_words(check, FILES, node)}"
        for mark, said in other_words(result, self._card, FILES):
            yield f"{_STEP}{mark}: {said}"
        yield from (f"{_STEP}against: {said}" for said in blocking_words(result, FILES))

    def critical(self) -> Iterator[str]:
        results = self._card.outcome.critical
        if results:
            yield "Critical violations"
        for checked in (Checked.FOUND, Checked.NOT_CHECKED, Checked.NONE_FOUND):
            found = [one.critical for one in results if one.checked is checked]
            said = checked_words(checked, FILES.say)
            if found and checked is Checked.NONE_FOUND:
                yield f"{_STEP}{said}: {', '.join(one.id for one in found)}"
            elif found:
                yield f"{_STEP}{said}:"
                yield from (f"{_STEP}{_STEP}{one.id}: {one.wording.ask}" for one in found)

    def lines(self) -> Iterator[str]:
        """Yield the tree: each node, how its score came about, and what is below it."""
        return self._node(self._card.total, pad="")

    def _node(self, node: NodeScore, *, pad: str, part: bool = False) -> Iterator[str]:
        if node.parts:
            yield from self._over_parts(node, pad=pad, part=part)
        elif node.line is not None:
            yield from self._criterion(node, node.line, pad=pad, part=part)
        elif node.is_out:
            why = node_reason(node, FILES) or FILES.say("reason_state_na")
            yield f"{pad}{self._name(node, part=part)}: {why}"
            for child in node.children:
                if not child.is_out:
                    yield from self._node(child, pad=pad + _STEP)
        else:
            yield from self._group(node, pad=pad, part=part)

    def _over_parts(self, node: NodeScore, *, pad: str, part: bool) -> Iterator[str]:
        shown = ends_words(node, FILES.say)
        yield f"{pad}{self._name(node, part=part)}: {shown}{self._place(node, part=part)}"
        yield from self._made(node, pad=pad)
        for one in node.parts:
            yield from self._node(one, pad=pad + _STEP, part=True)

    def _made(self, node: NodeScore, *, pad: str) -> Iterator[str]:
        said = group_words(node, tells_value=self._tells_value)
        return (f"{pad}{_STEP}{one[:1].upper()}{one[1:]}" for one in said)

    def _group(self, node: NodeScore, *, pad: str, part: bool) -> Iterator[str]:
        shown = ends_words(node, FILES.say)
        yield f"{pad}{self._name(node, part=part)}: {shown}{self._place(node, part=part)}"
        yield from self._made(node, pad=pad)
        bare = [child for child in node.children if _is_bare(child)]
        for child in node.children:
            if child not in bare:
                yield from self._node(child, pad=pad + _STEP)
        yield from (f"{pad}{_STEP}{said}" for said in self._not_asked(bare))

    def _place(self, node: NodeScore, *, part: bool) -> str:
        """Return what a node weighs, or what of the total it is."""
        if part:
            return f", weight {number_words(node.weight)}"
        if _is_unscored(node):
            return ", adds nothing"
        return _counts(node)

    def _name(self, node: NodeScore, *, part: bool) -> str:
        if part:
            return node.part
        return "Total" if node is self._card.total else FILES.labelled(node.node, self._words)

    def _not_asked(self, bare: list[NodeScore]) -> Iterator[str]:
        """Yield what nobody asked yet, the criteria with the same points in one line."""
        ordered = sorted(bare, key=_points)
        for points, alike in groupby(ordered, key=_points):
            named = ", ".join(f"{one.id} (weight {number_words(one.weight)})" for one in alike)
            yield f"Not asked yet, {points}: {named}"

    def _criterion(self, node: NodeScore, line: Line, *, pad: str, part: bool) -> Iterator[str]:
        name = self._name(node, part=part)
        if node.is_out:
            yield f"{pad}{name}: {line_reason(line, node.state, FILES)}"
            return
        evidence = f", {_evidence(line)}" if node.answered else ""
        weight = f", weight {number_words(node.weight)}{_counts(node)}"
        weight = ", adds nothing" if _is_unscored(node) else weight
        yield f"{pad}{name}: {_points(node)}{weight}{evidence}"
        reason = node_reason(node, FILES)
        yield f"{pad}{_STEP}{reason[:1].upper()}{reason[1:]}"
        if node.state is State.VALUE:
            yield from (f"{pad}{_STEP}{said}" for said in self._working(line))
            more = next_step(line, FILES)
            yield from [f"{pad}{_STEP}For more: {more}"] if more else []

    def _working(self, line: Line) -> Iterator[str]:
        if line.figure is not None and line.figure.working is not None:
            yield from working_words(line.question, line.figure.working, FILES)
        if isinstance(line.question.points, CohortReading):
            yield from reading_words(line.question.points, FILES.say)
        yield from landed_working(line, FILES.say)
        for found in line.found:
            yield from found_words(found, self._places.title, FILES)


def _points(node: NodeScore) -> str:
    return points_words(node, FILES.say)


def _evidence(line: Line) -> str:
    return f"evidence {line.grade}" if line.grade else "no evidence grade"


def _counts(node: NodeScore) -> str:
    """Return which share of the total a node is; below a part nobody counts that."""
    return f" ({percent_words(node.share)} of the total)" if 0 < node.share < 1 else ""


def _is_unusual(node: Group | Criterion) -> bool:
    """Say whether a node combines or reads gaps as no everyday standard does."""
    if node.rules is not None:
        return True
    return node.combine not in EVERYDAY if isinstance(node, Group) else node.when != Missing()


def _is_unscored(node: NodeScore) -> bool:
    return node.node.rules is not None and node.node.rules.unscored


def _is_bare(node: NodeScore) -> bool:
    """Say whether nobody asked yet, and not even a part is there."""
    if node.line is None or node.state is not State.MISSING or node.reading is not Reading.OUT:
        return False
    return not missing_parts(node.line)
