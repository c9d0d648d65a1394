"""How an answer becomes points: bands, choices, a range, a line, or a place in a cohort."""

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction


class Basis(StrEnum):
    """What a threshold rests on."""

    LAW = "law"
    STANDARD = "standard"
    DATA = "data"
    EDITORIAL = "editorial"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What a threshold rests on and where that can be read.

    `is_said` tells that the file names the basis; `line` is the line of the source.
    """

    basis: Basis = Basis.EDITORIAL
    source: str = ""
    is_said: bool = field(default=False, compare=False)
    line: int = field(default=0, compare=False)


class Backing(StrEnum):
    """What must stand beside an answer for it to count."""

    REASON = "reason"
    URL = "url"
    FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """What must back an answer; a reason has at least `letters` letters."""

    backing: tuple[Backing, ...]
    letters: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Points for numbers from `start` up to where the next band starts.

    `start` is a number in the unit of the answer, the id of a parameter, or None for the
    band that is open below. The band holds its start, unless `above` is true: then the start
    still belongs to the band before. `cost` is the effort of coming here, 0 or more, as it
    compares with other steps; None where the file says nothing.
    """

    start: Fraction | str | None
    gives: Fraction
    grounds: Grounds
    line: int
    above: bool = False
    cost: Fraction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer to choose, its points, and the effort of coming to it (as in `Band`).

    `code` is how a published method writes it.
    """

    id: str
    ask: str
    gives: Fraction
    grounds: Grounds
    code: str = ""
    needs: Needs | None = None
    cost: Fraction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The answer itself is the points, from `low` to `high` inclusive; None is open above."""

    low: Fraction
    high: Fraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Knot:
    """Where a line passes: at this number (or parameter) it gives these points."""

    at: Fraction | str
    gives: Fraction
    grounds: Grounds
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """A line through its knots, level before the first and after the last.

    With `log` the way between two knots is measured on the natural logarithm of the number.
    """

    knots: tuple[Knot, ...]
    log: bool = False


class Against(StrEnum):
    """How a number is held against those of a cohort."""

    MINMAX = "minmax"
    ZSCORE = "zscore"
    RANK = "rank"
    PERCENTILE = "percentile"
    BEST = "best"


class Equals(StrEnum):
    """How much of those that are equal counts as below, in a percentile or a rank.

    In a rank equal numbers share the lowest of their places, the middle or the highest one;
    with `once` they take one place together, so that no place after them is left out.
    """

    NONE = "none"
    HALF = "half"
    ALL = "all"
    ONCE = "once"


@dataclass(frozen=True, slots=True, kw_only=True)
class Winsorise:
    """How far numbers are pulled in before a cohort is read.

    Either `count` numbers at each end, `percent` of them at each end, or as many as it takes,
    and `count` at most, until the skewness is within `skewness` or the kurtosis within
    `kurtosis`: each time the outermost number on the side of the skew becomes the next one.
    `sample` corrects both for a sample, as spreadsheets do; the kurtosis is 0 for a normal
    distribution.
    """

    count: int | None = None
    percent: Fraction | None = None
    skewness: Fraction | None = None
    kurtosis: Fraction | None = None
    sample: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CohortReading:
    """Points by the place of a number among those of a frozen cohort.

    `low` and `high` are what the worst and the best of the cohort get (minmax, percentile), or
    what 0 and the best of it get (best); a z-score has the `mean` and `deviation` of the cohort
    unless they are given, and is then set to `sets_mean` and `sets_deviation`. `at_least` and
    `at_most` clip what comes out. `lower` says that less is better; `sample` divides the
    deviation by n - 1. `within` is a fact of the profile: then only the members with the same
    one are the cohort. With `log` the natural logarithm of the number is read, and `others`
    takes the one that is read out of those that it is counted among (percentile).
    """

    by: Against
    low: Fraction | None = None
    high: Fraction | None = None
    mean: Fraction | None = None
    deviation: Fraction | None = None
    sets_mean: Fraction | None = None
    sets_deviation: Fraction | None = None
    at_least: Fraction | None = None
    at_most: Fraction | None = None
    lower: bool = False
    sample: bool = False
    equals: Equals | None = None
    winsorise: Winsorise | None = None
    within: str = ""
    log: bool = False
    others: bool = False


Points = tuple[Band, ...] | tuple[Choice, ...] | Span | Curve | CohortReading


def steps_of(points: Points | None) -> tuple[Band, ...] | tuple[Choice, ...]:
    """Return the bands or choices that give points; none where points come another way."""
    return points if isinstance(points, tuple) else ()
