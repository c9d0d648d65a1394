"""The place of a number in a cohort as a calculation that can be followed by hand."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from jobquality.reading.calculation import Writer, writer_for
from jobquality.reading.numbers import number_words
from jobquality.rubrics.steps import Against, CohortReading, Equals
from jobquality.scoring.cohorts import Known, Stats, place
from jobquality.scoring.reals import natural_log

_NONE, _HALF, _ONE, _HUNDRED = Fraction(0), Fraction(1, 2), Fraction(1), Fraction(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placing:
    """A number held against a cohort, after the logarithm and after winsorising."""

    reading: CohortReading
    stats: Stats
    number: Fraction

    def known(self, one: Known) -> Fraction:
        return self.stats.known[one]

    @property
    def scale(self) -> tuple[Fraction, Fraction]:
        low, high = self.reading.low, self.reading.high
        return (_NONE if low is None else low, _HUNDRED if high is None else high)

    @property
    def mean(self) -> Fraction:
        return self.known(Known.MEAN) if self.reading.mean is None else self.reading.mean

    @property
    def deviation(self) -> Fraction:
        given = self.reading.deviation
        return self.known(Known.DEVIATION) if given is None else given

    @property
    def counted(self) -> tuple[int, int]:
        """How many numbers are worse, and how many are equal."""
        numbers, is_lower = self.stats.numbers, self.reading.lower
        worse = sum(one > self.number if is_lower else one < self.number for one in numbers)
        return worse, sum(one == self.number for one in numbers)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A calculation: its numbers, the text with places for them, and what it gives."""

    numbers: tuple[Fraction, ...]
    text: str
    gives: Callable[..., Fraction]


def placed_sum(reading: CohortReading, stats: Stats, number: Fraction) -> str:
    """Return how a place comes out: `0 + (12 - 10) ÷ (30 - 10) × (100 - 0) = 10`.

    A place that is clipped says so behind the calculation. Empty where there is nothing to
    calculate, as where all members have the same number.
    """
    inside = read_as(reading, stats, number)
    placing = _Placing(reading=reading, stats=stats, number=inside)
    told = _TOLD[reading.by](placing)
    if told is None:
        return ""
    exact = told.gives(*told.numbers)
    write = writer_for(lambda writer: _kept(told, writer))
    shown = f"{told.text.format(*map(write, told.numbers))} = {number_words(exact)}"
    clipped = place(reading, stats, number)
    return shown if clipped == exact else f"{shown} → {number_words(clipped)}"


def read_as(reading: CohortReading, stats: Stats, number: Fraction) -> Fraction:
    """Return a number as it is compared: its logarithm, and pulled in where the cohort is."""
    inside = natural_log(number) if reading.log else number
    if reading.winsorise:
        inside = min(max(inside, stats.known[Known.LEAST]), stats.known[Known.MOST])
    return inside


def _kept(told: _Told, writer: Writer) -> Fraction | None:
    """Return what the numbers give as they are printed; None where nothing is left to divide by."""
    try:
        return told.gives(*map(writer.kept, told.numbers))
    except ZeroDivisionError:
        return None


def _minmax(one: _Placing) -> _Told | None:
    least, most = one.known(Known.LEAST), one.known(Known.MOST)
    if least == most:
        return None
    (low, high), is_lower = one.scale, one.reading.lower
    ends = (most, one.number, most, least) if is_lower else (one.number, least, most, least)
    return _Told(
        numbers=(low, *ends, high),
        text="{0} + ({1} - {2}) ÷ ({3} - {4}) × ({5} - {0})",
        gives=lambda a, b, c, d, e, f: a + (b - c) / (d - e) * (f - a),
    )


def _best(one: _Placing) -> _Told | None:
    best = one.known(Known.LEAST if one.reading.lower else Known.MOST)
    above, below = (best, one.number) if one.reading.lower else (one.number, best)
    low, high = one.scale
    if best <= 0 or below <= 0:
        return None
    return _Told(
        numbers=(low, above, below, high),
        text="{0} + {1} ÷ {2} × ({3} - {0})",
        gives=lambda a, b, c, d: a + b / c * (d - a),
    )


def _zscore(one: _Placing) -> _Told | None:
    if not one.deviation:
        return None
    ends = (one.mean, one.number) if one.reading.lower else (one.number, one.mean)
    sets_mean, sets_deviation = one.reading.sets_mean, one.reading.sets_deviation
    if sets_mean is None and sets_deviation is None:
        return _Told(
            numbers=(*ends, one.deviation),
            text="({0} - {1}) ÷ {2}",
            gives=lambda a, b, c: (a - b) / c,
        )
    spread = _ONE if sets_deviation is None else sets_deviation
    return _Told(
        numbers=(sets_mean or _NONE, *ends, one.deviation, spread),
        text="{0} + ({1} - {2}) ÷ {3} × {4}",
        gives=lambda a, b, c, d, e: a + (b - c) / d * e,
    )


def _rank(one: _Placing) -> _Told | None:
    worse, equal = one.counted
    how = one.reading.equals or Equals.ALL
    numbers = (Fraction(worse), Fraction(equal))
    if how is Equals.ALL:
        return _Told(numbers=numbers, text="{0} + {1}", gives=lambda a, b: a + b)
    if how is Equals.HALF:
        return _Told(
            numbers=numbers, text="{0} + 1 + ({1} - 1) ÷ 2", gives=lambda a, b: a + 1 + (b - 1) / 2
        )
    return _Told(numbers=numbers, text="{0} + 1", gives=lambda a, _: a + 1)


def _percentile(one: _Placing) -> _Told | None:
    worse, equal = one.counted
    count = one.stats.count
    if one.reading.others:
        count, equal = count - 1, max(equal - 1, 0)
    if count == 0:
        return None
    how = one.reading.equals or Equals.HALF
    parts = {Equals.NONE: _NONE, Equals.ALL: _ONE}
    part, words = parts.get(how, _HALF), {Equals.NONE: "", Equals.ALL: " + {2}"}
    low, high = one.scale
    return _Told(
        numbers=(low, Fraction(worse), Fraction(equal), Fraction(count), high),
        text="{0} + ({1}" + words.get(how, " + {2} ÷ 2") + ") ÷ {3} × ({4} - {0})",
        gives=lambda a, b, c, d, e: a + (b + c * part) / d * (e - a),
    )


_TOLD: Mapping[Against, Callable[[_Placing], _Told | None]] = {
    Against.MINMAX: _minmax,
    Against.BEST: _best,
    Against.ZSCORE: _zscore,
    Against.RANK: _rank,
    Against.PERCENTILE: _percentile,
}
