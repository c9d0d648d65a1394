"""A frozen cohort: what is known of the others, so that a score needs nobody else's facts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from jobquality.rubrics.steps import Against, CohortReading, Equals

_HUNDRED = Fraction(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """What is known of one number in a cohort, winsorised as its reading says.

    `deviation` is that of the population, `sample_deviation` divides by n - 1; both are kept
    to 40 digits. `numbers` are all of them in order, exactly.
    """

    count: int
    least: Fraction
    most: Fraction
    mean: Fraction
    median: Fraction
    deviation: Fraction
    sample_deviation: Fraction
    numbers: tuple[Fraction, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cohort:
    """Every number of a cohort that a standard compares with, by node and by group of members.

    `hash` is over all of it; the name of the group is empty where there is but one.
    """

    hash: str = ""
    stats: Mapping[tuple[str, str], Stats] = field(default_factory=dict)

    def find(self, node: str, within: str = "") -> Stats | None:
        """Return what is known of a node's number, or None where it was never frozen."""
        return self.stats.get((node, within))


def place(reading: CohortReading, stats: Stats, number: Fraction) -> Fraction:
    """Return what a number gets by its place in the cohort, clipped as the reading says."""
    inside = min(max(number, stats.least), stats.most) if reading.winsorise else number
    found = _PLACES[reading.by](reading, stats, inside)
    if reading.at_least is not None:
        found = max(found, reading.at_least)
    return found if reading.at_most is None else min(found, reading.at_most)


def _minmax(reading: CohortReading, stats: Stats, number: Fraction) -> Fraction:
    width = stats.most - stats.least
    way = (number - stats.least) / width if width else Fraction(1, 2)
    return _scaled(reading, 1 - way if reading.lower else way)


def _scaled(reading: CohortReading, way: Fraction) -> Fraction:
    low = Fraction(0) if reading.low is None else reading.low
    high = _HUNDRED if reading.high is None else reading.high
    return low + way * (high - low)


def _zscore(reading: CohortReading, stats: Stats, number: Fraction) -> Fraction:
    own = stats.sample_deviation if reading.sample else stats.deviation
    deviation = own if reading.deviation is None else reading.deviation
    mean = stats.mean if reading.mean is None else reading.mean
    score = (number - mean) / deviation if deviation else Fraction(0)
    score = -score if reading.lower else score
    spread = Fraction(1) if reading.sets_deviation is None else reading.sets_deviation
    return (reading.sets_mean or Fraction(0)) + score * spread


def _rank(reading: CohortReading, stats: Stats, number: Fraction) -> Fraction:
    """Return how many of the cohort are not better: the best gets as many as there are."""
    below, equal = _counted(reading, stats, number)
    how = reading.equals or Equals.ALL
    return below + _part_of(how, equal)


def _percentile(reading: CohortReading, stats: Stats, number: Fraction) -> Fraction:
    below, equal = _counted(reading, stats, number)
    how = reading.equals or Equals.HALF
    return _scaled(reading, (below + _part_of(how, equal)) / stats.count)


def _part_of(how: Equals, equal: int) -> Fraction:
    return {Equals.NONE: Fraction(0), Equals.HALF: Fraction(equal, 2), Equals.ALL: Fraction(equal)}[
        how
    ]


def _counted(reading: CohortReading, stats: Stats, number: Fraction) -> tuple[int, int]:
    worse = sum(
        1 for other in stats.numbers if (other > number if reading.lower else other < number)
    )
    return worse, sum(1 for other in stats.numbers if other == number)


_PLACES = {
    Against.MINMAX: _minmax,
    Against.ZSCORE: _zscore,
    Against.RANK: _rank,
    Against.PERCENTILE: _percentile,
}
