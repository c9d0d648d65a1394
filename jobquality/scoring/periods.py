"""One employer over time: as published, and like for like.

Between two editions a score moves although nothing at the workplace did. So there are two
lines: every edition's own score, and one common standard over what all periods were asked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from jobquality.errors import Fault, FaultsError
from jobquality.rubrics.bridges import Bridge
from jobquality.rubrics.model import MAIN, Criterion, Group, Rubric
from jobquality.rubrics.parameters import Parameters
from jobquality.scoring.carrying import Carried, carry, rests_on
from jobquality.scoring.facts import EmployerFacts
from jobquality.scoring.score import find_scoring, score
from jobquality.scoring.scorecard import NodeScore, Scorecard

LIKE_FOR_LIKE = "like_for_like"
_UNCOUNTED = Fraction(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """All that one score is a function of: edition, facts with their day, dated figures."""

    rubric: Rubric
    facts: EmployerFacts
    parameters: Parameters
    scoring: str = MAIN

    def card(self) -> Scorecard:
        """Return the scorecard.

        Raises:
            FaultsError: the facts cannot be scored.
            NotFoundError: the standard has no such scoring.
        """
        return score(self.rubric, self.facts, self.parameters, scoring=self.scoring)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One score on a line.

    `is_break` says that it is scored by other rules than the point before it, so that the
    step between them is not one of the employer. `total` is None where a like-for-like
    score cannot be made, and `faults` say why.
    """

    period: Period
    total: NodeScore | None
    is_break: bool = False
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """Both lines, oldest first.

    `compared` and `left_out` are the scored questions of the last edition that the
    like-for-like line counts and does not count. Without any to compare it has no points.
    """

    published: tuple[Point, ...]
    like_for_like: tuple[Point, ...]
    compared: tuple[str, ...]
    left_out: tuple[str, ...] = field(default=())


def is_same_edition(old: Rubric, new: Rubric) -> bool:
    """Say whether two editions ask the same and score it alike, whatever they are called."""
    return old is new or (bool(old.scoring_hash) and old.scoring_hash == new.scoring_hash)


def is_same_reading(old: Period, new: Period) -> bool:
    """Say whether two periods are scored by the same rules."""
    return old.scoring == new.scoring and is_same_edition(old.rubric, new.rubric)


def draw_lines(periods: Sequence[Period], bridges: Sequence[Bridge | None]) -> Lines:
    """Return both lines; `bridges[i]` leads from period i to the next one.

    Between periods of the same edition no bridge is needed. The common standard is the last
    edition with the weights that it gives to the questions that are left: a question counts
    where every period has an answer to it, or says that it has none, in words that the last
    edition can read. Every period is read on its own day, with its own dated figures.

    Raises:
        FaultsError: the facts of a period cannot be scored by its own edition.
    """
    carried = [_to_the_last(place, periods, bridges) for place in range(len(periods))]
    last = periods[-1]
    readable = frozenset.intersection(*(one.readable for one in carried))
    compared = _compared(last.rubric, readable)
    names = frozenset(one.id for one in compared)
    common = _common(last, names)
    pairs = zip(periods, carried, strict=True) if names else ()
    return Lines(
        published=tuple(_published(periods)),
        like_for_like=tuple(_like_for_like(period, one, common) for period, one in pairs),
        compared=tuple(one.id for one in compared),
        left_out=tuple(one.id for one in last.rubric.root.criteria() if one.id not in names),
    )


def _published(periods: Sequence[Period]) -> Iterator[Point]:
    before = periods[0]
    for period in periods:
        is_break = not is_same_reading(before, period)
        yield Point(period=period, total=period.card().total, is_break=is_break)
        before = period


def _to_the_last(
    place: int, periods: Sequence[Period], bridges: Sequence[Bridge | None]
) -> Carried:
    """Return the facts of a period in the words of the last edition, one bridge at a time."""
    period = periods[place]
    carried = Carried(facts=period.facts.facts, readable=_asked(period.rubric))
    for bridge, old, new in zip(
        bridges[place:], periods[place:], periods[place + 1 :], strict=False
    ):
        if not is_same_edition(old.rubric, new.rubric):
            carried = _over(bridge, carried, new.rubric)
    return carried


def _over(bridge: Bridge | None, carried: Carried, onto: Rubric) -> Carried:
    if bridge is None:
        return Carried(facts={}, readable=frozenset())
    links = tuple(link for link in bridge.links if carried.readable.issuperset(link.old))
    return carry(replace(bridge, links=links), carried.facts, onto)


def _asked(rubric: Rubric) -> frozenset[str]:
    return frozenset(question.id for question in rubric.questions())


def _compared(rubric: Rubric, readable: frozenset[str]) -> list[Criterion]:
    """Return the scored questions that can be read with all that they rest on."""
    asked = {question.id: question for question in rubric.questions()}
    groups = {group.id: group for group in rubric.root.groups()}

    def is_read(name: str, seen: frozenset[str]) -> bool:
        if name in groups:
            inner = [one.id for one in groups[name].criteria()]
            return all(is_read(one, seen) for one in inner)
        if name not in asked or name in seen:
            return True
        within = seen | {name}
        return name in readable and all(is_read(one, within) for one in rests_on(asked[name]))

    return [one for one in rubric.root.criteria() if is_read(one.id, frozenset())]


def _common(last: Period, names: frozenset[str]) -> Period:
    """Return the last period with the questions outside of `names` left uncounted."""
    out = [node.id for node in last.rubric.root.walk() if _is_left_out(node, names)]
    if not out or not names:
        return last
    reading = find_scoring(last.rubric, last.scoring)
    weights = {**reading.weights, **dict.fromkeys(out, _UNCOUNTED)}
    common = replace(reading, id=LIKE_FOR_LIKE, weights=weights)
    rubric = replace(last.rubric, scorings=(*last.rubric.scorings, common))
    return replace(last, rubric=rubric, scoring=LIKE_FOR_LIKE)


def _is_left_out(node: Group | Criterion, names: frozenset[str]) -> bool:
    if isinstance(node, Group):
        return not any(one.id in names for one in node.criteria())
    return node.id not in names


def _like_for_like(period: Period, carried: Carried, common: Period) -> Point:
    facts = replace(period.facts, facts=carried.facts)
    read = replace(common, facts=facts, parameters=period.parameters)
    try:
        return Point(period=period, total=read.card().total)
    except FaultsError as error:
        return Point(period=period, total=None, faults=error.faults)
