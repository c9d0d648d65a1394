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
from jobquality.scoring.carrying import carry_all, rests_on
from jobquality.scoring.cohorts import Cohort
from jobquality.scoring.facts import EmployerFacts
from jobquality.scoring.score import find_scoring, score
from jobquality.scoring.scorecard import NodeScore, Scorecard

LIKE_FOR_LIKE = "like_for_like"
_UNCOUNTED = Fraction(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """All that one score is a function of: edition, facts with their day, figures, cohort."""

    rubric: Rubric
    facts: EmployerFacts
    parameters: Parameters
    scoring: str = MAIN
    cohort: Cohort | None = None

    @property
    def root(self) -> Group:
        """The tree that is scored."""
        return find_scoring(self.rubric, self.scoring).root or self.rubric.root

    def card(self) -> Scorecard:
        """Return the scorecard.

        Raises:
            FaultsError: the facts cannot be scored.
            NotFoundError: the standard has no such scoring.
        """
        return score(
            self.rubric, self.facts, self.parameters, scoring=self.scoring, cohort=self.cohort
        )


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
    readable = frozenset.intersection(*(readable for _, readable in carried))
    names = frozenset(_Readable(last, readable).below(last.root))
    common = _common(last, names)
    pairs = zip(periods, carried, strict=True) if names else ()
    asked = [one.id for one in last.root.criteria()]
    return Lines(
        published=tuple(_published(periods)),
        like_for_like=tuple(_like_for_like(period, facts, common) for period, (facts, _) in pairs),
        compared=tuple(name for name in asked if name in names),
        left_out=tuple(name for name in asked if name not in names),
    )


def _published(periods: Sequence[Period]) -> Iterator[Point]:
    before = periods[0]
    for period in periods:
        is_break = not is_same_reading(before, period)
        yield Point(period=period, total=period.card().total, is_break=is_break)
        before = period


def _to_the_last(
    place: int, periods: Sequence[Period], bridges: Sequence[Bridge | None]
) -> tuple[EmployerFacts, frozenset[str]]:
    """Return the facts of a period in the words of the last edition, one bridge at a time."""
    facts, readable = periods[place].facts, _asked(periods[place].rubric)
    for bridge, old, new in zip(
        bridges[place:], periods[place:], periods[place + 1 :], strict=False
    ):
        if not is_same_edition(old.rubric, new.rubric):
            there = bridge or Bridge(old=old.rubric.name, new=new.rubric.name)
            links = tuple(link for link in there.links if readable.issuperset(link.old))
            facts, readable = carry_all(replace(there, links=links), facts, new.rubric)
    return facts, readable


def _asked(rubric: Rubric) -> frozenset[str]:
    return frozenset(question.id for question in rubric.questions())


class _Readable:
    """Which scored questions can be read in every period, with all that they rest on."""

    def __init__(self, last: Period, readable: frozenset[str]) -> None:
        nodes: list[Group | Criterion] = [*last.rubric.questions(), *last.root.walk()]
        self._nodes = {node.id: node for node in nodes}
        self._readable = readable

    def below(self, group: Group) -> Iterator[str]:
        """Yield those below a topic, in the order of the file."""
        for child in group.children:
            if isinstance(child, Criterion):
                yield from (child.id,) if self._is_read(child.id, frozenset()) else ()
            elif all(self._is_read(one, frozenset()) for one in rests_on(child)):
                yield from self.below(child)

    def _is_read(self, name: str, seen: frozenset[str]) -> bool:
        node = self._nodes.get(name)
        if node is None or name in seen:
            return True
        if isinstance(node, Criterion) and name not in self._readable:
            return False
        inner = [one.id for one in node.criteria()] if isinstance(node, Group) else []
        return all(self._is_read(one, seen | {name}) for one in (*inner, *rests_on(node)))


def _common(last: Period, names: frozenset[str]) -> Period:
    """Return the last period with the questions outside of `names` left uncounted."""
    out = [node.id for node in last.root.walk() if _is_left_out(node, names)]
    if not out or not names:
        return last
    reading = find_scoring(last.rubric, last.scoring)
    weights = {**reading.weights, **dict.fromkeys(out, _UNCOUNTED)}
    common = replace(reading, id=LIKE_FOR_LIKE, weights=weights)
    rubric = replace(last.rubric, scorings=(*last.rubric.scorings, common))
    cohort = replace(last.cohort, scoring=LIKE_FOR_LIKE) if last.cohort else None
    return replace(last, rubric=rubric, scoring=LIKE_FOR_LIKE, cohort=cohort)


def _is_left_out(node: Group | Criterion, names: frozenset[str]) -> bool:
    if isinstance(node, Group):
        return not any(one.id in names for one in node.criteria())
    return node.id not in names


def _like_for_like(period: Period, facts: EmployerFacts, common: Period) -> Point:
    read = replace(common, facts=facts, parameters=period.parameters)
    if is_same_reading(period, common):
        read = replace(read, cohort=period.cohort)
    try:
        return Point(period=period, total=read.card().total)
    except FaultsError as error:
        return Point(period=period, total=None, faults=error.faults)
