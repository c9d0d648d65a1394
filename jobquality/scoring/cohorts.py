"""A frozen cohort: what is known of the others, so that a score needs nobody else's facts."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import Protocol

from jobquality.rubrics.limits import fewest_of, most_of
from jobquality.rubrics.steps import Against, CohortReading, Equals
from jobquality.scoring.reals import natural_log

_NONE, _ONE = Fraction(0), Fraction(1)
_HALF = Fraction(1, 2)
_HUNDRED = Fraction(100)


class Known(StrEnum):
    """What may be known of the numbers of a cohort.

    All but `fill_mean` and `fill_median` are taken after logarithms and winsorising. The
    deviation is that of the population or of a sample, as the reading says, to 40 digits.
    """

    LEAST = "least"
    MOST = "most"
    MEAN = "mean"
    DEVIATION = "deviation"
    FILL_MEAN = "fill_mean"
    FILL_MEDIAN = "fill_median"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """What is known of one number in a cohort: no more than its reading needs.

    `count` is how many members have one. `numbers` are all of them in order, where places are
    counted; equal ones once, where they share a place.
    """

    count: int
    known: Mapping[Known, Fraction] = field(default_factory=dict)
    numbers: tuple[Fraction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Key:
    """Whose numbers they are: those of a node, of all members or of those with one fact.

    `within` is the fact of the profile and `group` what it is, in small letters; both are
    empty where everyone is compared with everyone.
    """

    node: str
    within: str = ""
    group: str = ""


class Others(Protocol):
    """Whom an employer is held against: a frozen cohort, or one that is still gathered."""

    @property
    def is_frozen(self) -> bool:
        """Whether what is not there is a fault."""

    def find(self, key: Key) -> Stats | None:
        """Return what is known, or None where it was never frozen."""

    def asked(self, node: str) -> tuple[str, ...]:
        """Return within which facts the numbers of a node are gathered."""

    def add(self, key: Key, number: Fraction) -> None:
        """Take the number of one member."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cohort:
    """Every number of a cohort that a standard compares with, for one scoring of one edition.

    `members` is how many employers or parts were looked at, and `hash` is over all of it
    (SHA-256 in hex). Nobody is named.
    """

    rubric: str
    edition: str
    scoring_hash: str
    scoring: str
    members: int
    stats: Mapping[Key, Stats]
    hash: str = ""

    @property
    def is_frozen(self) -> bool:
        """Whether what is not there is a fault."""
        return True

    @property
    def name(self) -> str:
        """The edition that it was frozen for: `restaurants_us@2026.1`."""
        return f"{self.rubric}@{self.edition}"

    def find(self, key: Key) -> Stats | None:
        """Return what is known, or None where it was never frozen."""
        return self.stats.get(key)

    def asked(self, node: str) -> tuple[str, ...]:  # noqa: ARG002  # as `Others` has it
        """Return nothing: what is frozen gathers no more."""
        return ()

    def add(self, key: Key, number: Fraction) -> None:
        """Take nothing in: what is frozen stays as it is."""


#: What is known of a cohort that nobody has to know.
NOBODY = Stats(count=0)


def stands_alone(reading: CohortReading) -> bool:
    """Say whether the file itself gives all there is to compare with: a mean and a deviation."""
    is_given = reading.mean is not None and reading.deviation is not None
    return reading.by is Against.ZSCORE and is_given and reading.winsorise is None


def place(reading: CohortReading, stats: Stats, number: Fraction) -> Fraction:
    """Return what a number gets by its place in the cohort, clipped as the reading says.

    A number beyond those of the cohort gets no more than the best, and no less than the worst
    of a scale. With `log` the number is above 0.
    """
    return _placed(reading, stats, natural_log(number) if reading.log else number)


def _placed(reading: CohortReading, stats: Stats, number: Fraction) -> Fraction:
    if reading.winsorise:
        number = min(max(number, stats.known[Known.LEAST]), stats.known[Known.MOST])
    low, high = _clips(reading, stats)
    found = _PLACES[reading.by](reading, stats, number)
    found = found if low is None else max(found, low)
    return found if high is None else min(found, high)


def _clips(reading: CohortReading, stats: Stats) -> tuple[Fraction | None, Fraction | None]:
    low, high = fewest_of(reading, None), most_of(reading, None)
    if reading.by is Against.RANK and (high is None or high > places_of(stats)):
        high = places_of(stats)
    return low, high


def places_of(stats: Stats) -> Fraction:
    """Return how many places there are in a ranking."""
    return Fraction(len(stats.numbers))


def ends(reading: CohortReading, stats: Stats | None) -> tuple[Fraction | None, Fraction | None]:
    """Return the worst and the best place that any number can get; None where there is no end.

    A z-score has ends where it is clipped, or where numbers are pulled in first.
    """
    if stats is None:
        return fewest_of(reading, None), most_of(reading, None)
    if reading.by is Against.ZSCORE and reading.winsorise:
        return worst_place(reading, stats), best_place(reading, stats)
    return _clips(reading, stats)


def worst_place(reading: CohortReading, stats: Stats) -> Fraction:
    """Return what the worst of the cohort gets, or the end of the scale."""
    return _end(reading, stats, _clips(reading, stats)[0], is_best=False)


def best_place(reading: CohortReading, stats: Stats) -> Fraction:
    """Return what the best of the cohort gets, or the end of the scale."""
    return _end(reading, stats, _clips(reading, stats)[1], is_best=True)


def _end(reading: CohortReading, stats: Stats, clip: Fraction | None, *, is_best: bool) -> Fraction:
    if clip is not None and not (reading.by is Against.ZSCORE and reading.winsorise):
        return clip
    outermost = Known.MOST if is_best is not reading.lower else Known.LEAST
    return _placed(reading, stats, stats.known[outermost])


def _minmax(reading: CohortReading, stats: Stats, number: Fraction) -> Fraction:
    least, most = stats.known[Known.LEAST], stats.known[Known.MOST]
    way = _half_way(number, least) if least == most else (number - least) / (most - least)
    return _scaled(reading, 1 - way if reading.lower else way)


def _half_way(number: Fraction, all_have: Fraction) -> Fraction:
    """Where all are equal nobody is best or worst; only others can be better or worse."""
    return _HALF if number == all_have else Fraction(number > all_have)


def _scaled(reading: CohortReading, way: Fraction) -> Fraction:
    low = _NONE if reading.low is None else reading.low
    high = _HUNDRED if reading.high is None else reading.high
    return low + way * (high - low)


def _best(reading: CohortReading, stats: Stats, number: Fraction) -> Fraction:
    """Return the share of the best; where less is better, how often the best goes into it."""
    best = stats.known[Known.LEAST if reading.lower else Known.MOST]
    above, below = (best, number) if reading.lower else (number, best)
    if best <= 0 or below <= 0:
        is_as_good = number <= best if reading.lower else number >= best
        return _scaled(reading, Fraction(is_as_good))
    return _scaled(reading, above / below)


def _zscore(reading: CohortReading, stats: Stats, number: Fraction) -> Fraction:
    known = stats.known
    mean = known[Known.MEAN] if reading.mean is None else reading.mean
    deviation = known[Known.DEVIATION] if reading.deviation is None else reading.deviation
    score = (number - mean) / deviation if deviation else _NONE
    score = -score if reading.lower else score
    spread = _ONE if reading.sets_deviation is None else reading.sets_deviation
    return (reading.sets_mean or _NONE) + score * spread


def _rank(reading: CohortReading, stats: Stats, number: Fraction) -> Fraction:
    """Return the place from the worst, which is 1: the best gets as many as there are places."""
    worse, equal = _counted(reading, stats, number)
    how = reading.equals or Equals.ALL
    if how is Equals.ALL:
        return Fraction(worse + equal)
    return worse + 1 + (Fraction(equal - 1, 2) if how is Equals.HALF else _NONE)


def _percentile(reading: CohortReading, stats: Stats, number: Fraction) -> Fraction:
    worse, equal = _counted(reading, stats, number)
    count = stats.count
    if reading.others:
        count, equal = count - 1, max(equal - 1, 0)
    if count == 0:
        way = _half_way(number, stats.numbers[0])
        return _scaled(reading, 1 - way if reading.lower else way)
    how = reading.equals or Equals.HALF
    part = {Equals.NONE: _NONE, Equals.ALL: Fraction(equal)}.get(how, Fraction(equal, 2))
    return _scaled(reading, (worse + part) / count)


def _counted(reading: CohortReading, stats: Stats, number: Fraction) -> tuple[int, int]:
    below, up_to = bisect_left(stats.numbers, number), bisect_right(stats.numbers, number)
    worse = len(stats.numbers) - up_to if reading.lower else below
    return worse, up_to - below


_PLACES = {
    Against.MINMAX: _minmax,
    Against.ZSCORE: _zscore,
    Against.RANK: _rank,
    Against.PERCENTILE: _percentile,
    Against.BEST: _best,
}
