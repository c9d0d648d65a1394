"""What a published method may add to a node: how it combines, and what is done to its score.

Every node of an everyday standard does without.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from jobquality.rubrics.steps import Points


class Combine(StrEnum):
    """How a group makes one score of its children."""

    MEAN = "mean"
    SUM = "sum"
    MIN = "min"
    MAX = "max"
    LADDER = "ladder"
    MEDIAN = "median"
    PRODUCT = "product"
    GEOMETRIC = "geometric"
    HARMONIC = "harmonic"
    ALL = "all"
    ANY = "any"
    COUNT = "count"
    SHARE = "share"


class Ties(StrEnum):
    """Where a number that lies exactly between two others goes."""

    HALF_UP = "half_up"
    HALF_EVEN = "half_even"
    DOWN = "down"
    UP = "up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rounding:
    """How scores are rounded; `on_levels` also decides levels on it.

    With `never_full` what is not complete is never shown as complete: 99 until it is 100.
    """

    digits: int | None = None
    ties: Ties = Ties.HALF_UP
    on_levels: bool = False
    never_full: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """Another node that must be complete, or have at least `number`, for this one to count."""

    name: str
    number: Fraction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Enough:
    """How much of a group must be answered for it to have a value.

    `share` is in percent of the weight that applies, `count` the number of nodes.
    """

    share: Fraction | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """Which of several numbers are combined: as many of the highest or lowest, or all but some.

    At least one is always taken, from the middle where nothing else is left.
    """

    highest: int | None = None
    lowest: int | None = None
    without_highest: int | None = None
    without_lowest: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Each:
    """The node is scored for each part of the employer, and the scores are combined.

    `kinds` are kinds of parts, outermost first: the mean is taken in stages, inside each part
    of the first kind over its parts of the second. `by` is what the parts weigh: a fact of
    their profile or a figure. `take` says which of them count.
    """

    kinds: tuple[str, ...]
    combine: Combine = Combine.MEAN
    by: str = ""
    take: Take | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What a published method adds to one node; all of it may be absent.

    `kind` is a label by which `over` and scorings name nodes. `unscored` nodes are judged and
    add nothing. `at_least`, `at_most` and `rounding` act on the score that goes on. For a
    group: `start` is where a sum begins, `over` what is combined instead of the children
    (`leaves`, or a kind), `is_raw` that a mean is taken of points and not of shares, `rescaled`
    that a sum is rescaled to the group's `out_of`, `complete_from` which share of its most (in
    percent) makes a child complete, `take` which of its children count, and `points` what the
    group's own score gives.
    """

    kind: str = ""
    unscored: bool = False
    requires: tuple[Requirement, ...] = ()
    at_least: Fraction | None = None
    at_most: Fraction | None = None
    rounding: Rounding | None = None
    start: Fraction | None = None
    over: str = ""
    each: Each | None = None
    is_raw: bool = False
    rescaled: bool = False
    complete_from: Fraction | None = None
    enough: Enough | None = None
    points: Points | None = None
    take: Take | None = None


#: What `over` calls the criteria below a group, whatever stands between.
LEAVES = "leaves"
