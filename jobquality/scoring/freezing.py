"""Freeze a cohort: from the answers of all employers, the numbers that each is held against."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from graphlib import TopologicalSorter

import rfc8785

from jobquality.errors import Fault, check_faults
from jobquality.rubrics.effective import effective
from jobquality.rubrics.model import MAIN, Criterion, Group, Reading, Rubric, Scoring
from jobquality.rubrics.parameters import Parameters
from jobquality.rubrics.steps import Against, CohortReading, Equals
from jobquality.rubrics.structure import needs_of
from jobquality.scoring.cohorts import Cohort, Key, Known, Stats, stands_alone
from jobquality.scoring.exact import exact_text
from jobquality.scoring.facts import EmployerFacts
from jobquality.scoring.figures import Figures
from jobquality.scoring.reals import natural_log
from jobquality.scoring.score import find_scoring, fitting_facts
from jobquality.scoring.spreads import deviation_of, kept, mean_of, median_of, winsorised
from jobquality.scoring.tree import Frame, Tree

#: With fewer, the numbers of the others can be worked out from one's own.
FEWEST = 3
_FILLS = (Reading.COHORT_MEAN, Reading.COHORT_MEDIAN)
_COUNTING = (Against.RANK, Against.PERCENTILE)
_OUTERMOST = frozenset({Known.LEAST, Known.MOST})
Node = Group | Criterion
#: A node, and the fact that the members it is compared with share.
Where = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Want:
    """What a standard needs to know of the numbers of a node."""

    reading: CohortReading | None = None
    fills: frozenset[Reading] = frozenset()

    @property
    def known(self) -> frozenset[Known]:
        """Everything that has to be known."""
        filled = {Known.FILL_MEAN} if Reading.COHORT_MEAN in self.fills else set()
        filled |= {Known.FILL_MEDIAN} if Reading.COHORT_MEDIAN in self.fills else set()
        return frozenset(filled) | (_needed(self.reading) if self.reading else frozenset())

    @property
    def is_counted(self) -> bool:
        """Whether places are counted among all numbers."""
        return self.reading is not None and self.reading.by in _COUNTING


def _needed(reading: CohortReading) -> frozenset[Known]:
    if reading.by in _COUNTING:
        return frozenset()
    if reading.by is Against.MINMAX or reading.winsorise:
        return _OUTERMOST | _of_zscore(reading)
    if reading.by is Against.BEST:
        return frozenset({Known.LEAST if reading.lower else Known.MOST})
    is_open = reading.at_least is None or reading.at_most is None
    return _of_zscore(reading) | (_OUTERMOST if is_open else frozenset())


def _of_zscore(reading: CohortReading) -> frozenset[Known]:
    given = {Known.MEAN: reading.mean, Known.DEVIATION: reading.deviation}
    is_zscore = reading.by is Against.ZSCORE
    return frozenset(one for one, number in given.items() if is_zscore and number is None)


def wants_of(rubric: Rubric, reading: Scoring) -> dict[Where, Want]:
    """Return what a scoring of a standard needs to know, by node and by what members share."""
    found: dict[Where, Want] = {}
    for node in effective(rubric, reading).root.walk():
        points = _points_of(node)
        if isinstance(points, CohortReading) and not stands_alone(points):
            found[node.id, points.within] = Want(reading=points)
        when = (reading.when or node.when) if isinstance(node, Criterion) else None
        fills = frozenset({when.unknown, when.declined, when.missing} if when else ()) & {*_FILLS}
        if when and fills:
            where = (node.id, when.within)
            found[where] = replace(found.get(where, Want()), fills=fills)
    return found


def _points_of(node: Node) -> object:
    if isinstance(node, Criterion):
        return node.points
    return node.rules.points if node.rules else None


def needs_cohort(rubric: Rubric, *, scoring: str = MAIN) -> bool:
    """Say whether a scoring of a standard holds employers against each other.

    Raises:
        NotFoundError: the standard has no such scoring.
    """
    return bool(wants_of(rubric, find_scoring(rubric, scoring)))


@dataclass(slots=True, kw_only=True)
class _Gathering:
    """A cohort while its numbers are gathered, a few nodes at a time."""

    stats: dict[Key, Stats] = field(default_factory=dict)
    withins: dict[str, tuple[str, ...]] = field(default_factory=dict)
    numbers: dict[Key, list[Fraction]] = field(default_factory=dict)

    @property
    def is_frozen(self) -> bool:
        """Nothing is missing yet."""
        return False

    def find(self, key: Key) -> Stats | None:
        """Return what was frozen in an earlier round."""
        return self.stats.get(key)

    def asked(self, node: str) -> tuple[str, ...]:
        """Return within which facts the numbers of a node are gathered in this round."""
        return self.withins.get(node, ())

    def add(self, key: Key, number: Fraction) -> None:
        """Take the number of one member."""
        self.numbers.setdefault(key, []).append(number)


def freeze(
    rubric: Rubric,
    employers: Sequence[EmployerFacts],
    parameters: Parameters,
    *,
    scoring: str = MAIN,
    fewest: int = 1,
) -> Cohort:
    """Return what is known of all these employers, for one scoring of a standard.

    A member counts with what is known of it: the answer to a criterion, the value of a group.
    Answers that do not fit are left out; scoring the employers names them. What rests on other
    places in the cohort is gathered once those are frozen, so each employer is scored once for
    each layer of comparisons. Nobody is named in it, and the order of employers changes nothing.

    Raises:
        FaultsError: fewer than `fewest` members have a number, or one has no logarithm; names
            every such node.
        NotFoundError: the standard has no such scoring.
    """
    reading = find_scoring(rubric, scoring)
    wants = wants_of(rubric, reading)
    rubric = effective(rubric, reading)
    frame = Frame(root=rubric.root, reading=reading)
    gathering = _Gathering()
    members = [fitting_facts(rubric, facts) for facts in employers]
    faults: list[Fault] = []
    for layer in _layers(rubric, {node for node, _ in wants}):
        gathering.withins = {
            node: tuple(within for name, within in wants if name == node) for node in layer
        }
        gathering.numbers = {}
        for facts in members:
            Tree(frame, facts, Figures(rubric, facts, parameters, gathering)).total()
        for key, numbers in sorted(gathering.numbers.items()):
            want = wants[key.node, key.within]
            faults += _faults_of(key, numbers, want, fewest)
            gathering.stats[key] = stats_of(numbers, want)
    check_faults(faults)
    cohort = Cohort(
        rubric=rubric.id,
        edition=rubric.edition,
        scoring_hash=rubric.scoring_hash,
        scoring=reading.id,
        members=len(members),
        stats=gathering.stats,
    )
    return replace(cohort, hash=cohort_hash(cohort))


def _layers(rubric: Rubric, compared: set[str]) -> Iterator[set[str]]:
    """Yield the nodes that are compared, those that rest on no other comparison first."""
    nodes = {node.id: node for node in rubric.root.walk()}
    questions = {question.id: question for question in rubric.questions()}
    needs = {name: set(needs_of(node, nodes, questions)) for name, node in nodes.items()}
    depth: dict[str, int] = {}
    for name in TopologicalSorter(needs).static_order():
        below = max((depth[one] for one in needs.get(name, ())), default=0)
        depth[name] = below + (name in compared)
    for layer in sorted({depth[name] for name in compared}):
        yield {name for name in compared if depth[name] == layer}


def _faults_of(key: Key, numbers: Sequence[Fraction], want: Want, fewest: int) -> Iterator[Fault]:
    among = f" with {key.within} {key.group}" if key.within else ""
    if len(numbers) < fewest:
        message = f"Only {len(numbers)} of its numbers{among} are known, and {fewest} are needed."
        remedy = "Who has one of so few numbers can work out the others. Add employers."
        yield Fault(message=message, where=key.node, remedy=remedy)
    if want.is_counted and any(kept(number) != number for number in numbers):
        message = f"A member{among} has a number with more than 600 digits, too many to keep."
        yield Fault(message=message, where=key.node, remedy="Round the scores that it is made of.")
    if want.reading is not None and want.reading.log and min(numbers) <= 0:
        message = f"A member{among} has {exact_text(min(numbers))}, which has no logarithm."
        yield Fault(message=message, where=key.node, remedy="Leave 'log' out of 'cohort'.")


def stats_of(numbers: Iterable[Fraction], want: Want) -> Stats:
    """Return what has to be known of some numbers, one at least."""
    plain = sorted(numbers)
    reading = want.reading or CohortReading(by=Against.MINMAX)
    if reading.log:
        plain = [one for one in plain if one > 0] or [Fraction(1)]
    read = [natural_log(number) for number in plain] if reading.log else plain
    read = winsorised(read, reading.winsorise)
    is_once = reading.equals is Equals.ONCE
    return Stats(
        count=len(read),
        known={one: kept(_KNOWN[one](plain, read, reading)) for one in sorted(want.known)},
        numbers=tuple(sorted(set(read)) if is_once else read) if want.is_counted else (),
    )


_Numbers = Sequence[Fraction]


def _least(plain: _Numbers, read: _Numbers, reading: CohortReading) -> Fraction:
    del plain, reading
    return read[0]


def _most(plain: _Numbers, read: _Numbers, reading: CohortReading) -> Fraction:
    del plain, reading
    return read[-1]


def _mean(plain: _Numbers, read: _Numbers, reading: CohortReading) -> Fraction:
    del plain, reading
    return mean_of(read)


def _deviation(plain: _Numbers, read: _Numbers, reading: CohortReading) -> Fraction:
    del plain
    return deviation_of(read, sample=reading.sample)


def _fill_mean(plain: _Numbers, read: _Numbers, reading: CohortReading) -> Fraction:
    del read, reading
    return mean_of(plain)


def _fill_median(plain: _Numbers, read: _Numbers, reading: CohortReading) -> Fraction:
    del read, reading
    return median_of(plain)


_KNOWN = {
    Known.LEAST: _least,
    Known.MOST: _most,
    Known.MEAN: _mean,
    Known.DEVIATION: _deviation,
    Known.FILL_MEAN: _fill_mean,
    Known.FILL_MEDIAN: _fill_median,
}


def as_document(cohort: Cohort) -> dict[str, object]:
    """Return all that a cohort says, as JSON of texts: every number exactly."""
    return {
        "cohort": cohort.name,
        "scoring": cohort.scoring,
        "scoring_hash": cohort.scoring_hash,
        "members": str(cohort.members),
        "numbers": [_entry(key, stats) for key, stats in sorted(cohort.stats.items())],
    }


def _entry(key: Key, stats: Stats) -> dict[str, object]:
    entry: dict[str, object] = {"node": key.node}
    if key.within:
        entry |= {"within": key.within, "is": key.group}
    entry["count"] = str(stats.count)
    entry |= {one.value: exact_text(number) for one, number in sorted(stats.known.items())}
    if stats.numbers:
        entry["all"] = [exact_text(number) for number in stats.numbers]
    return entry


def cohort_hash(cohort: Cohort) -> str:
    """Return SHA-256 (hex) over the canonical JSON (RFC 8785) of all that a cohort says."""
    return hashlib.sha256(rfc8785.dumps(as_document(cohort))).hexdigest()  # type: ignore[arg-type]  # texts only
