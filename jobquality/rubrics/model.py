"""What a standard is: a tree of criteria, its levels, and the wrongs no score can make good.

Everything here is frozen and complete: a `Rubric` that exists has passed every check, so
the evaluator never meets a weight of zero or a band with a gap.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from jobquality.rubrics.floors import Floor, Ranks
from jobquality.rubrics.limits import fewest_of, most_of
from jobquality.rubrics.rules import Combine, Rounding, Rules, Ties
from jobquality.rubrics.steps import (
    Band,
    Basis,
    Choice,
    CohortReading,
    Curve,
    Grounds,
    Needs,
    Points,
    Span,
)
from jobquality.rubrics.units import Unit

__all__ = [
    "Band", "Basis", "Choice", "CohortReading", "Combine", "Curve", "Floor", "Grounds", "Needs",
    "Points", "Ranks", "Rounding", "Rules", "Span", "Ties",
]  # fmt: skip

#: Ids that every scored file has, so no criterion may take them.
TOTAL = "total"
MAIN = "main"
NO_LEVEL = "no_level"
NOT_ENOUGH_KNOWN = "not_enough_known"


class State(StrEnum):
    """What is known of one answer. `missing` was not asked yet; `unknown` was not found."""

    VALUE = "value"
    NOT_OFFERED = "not_offered"
    NA = "na"
    UNKNOWN = "unknown"
    DECLINED = "declined"
    MISSING = "missing"


OPEN_STATES = (State.UNKNOWN, State.DECLINED, State.MISSING)
#: Words that stand for a state in a facts file, so no choice may be called so.
STATE_WORDS = tuple(state.value for state in State)


class AnswerKind(StrEnum):
    """How a question is answered."""

    NUMBER = "number"
    CHOICE = "choice"
    CHECKLIST = "checklist"
    YES_NO = "yes_no"
    TALLY = "tally"
    DATE = "date"


class Reading(StrEnum):
    """How *value* reads an open answer; the low and high ends never depend on it, but for `na`.

    `out` leaves it out; `zero` gives the fewest points, `full` the most, `nothing` 0 points;
    `na` reads it as not applicable; `block` leaves every score above it without a value;
    `siblings` gives the mean of what is known beside it, `cohort_mean` and `cohort_median`
    what that number of the cohort would get.
    """

    OUT = "out"
    ZERO = "zero"
    FULL = "full"
    NOTHING = "nothing"
    NA = "na"
    BLOCK = "block"
    SIBLINGS = "siblings"
    COHORT_MEAN = "cohort_mean"
    COHORT_MEDIAN = "cohort_median"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One box of a checklist."""

    id: str
    ask: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """Something about the employer that must hold: a profile fact or a figure.

    One of `equals`, `among`, `at_least` (inclusive) and `below` is given, or both of the last.
    It speaks of a figure when `figure` is true, of the score of a node when `scored` is, of
    another answer when `answered` is, otherwise of the profile.
    """

    name: str
    figure: bool
    equals: str | None = None
    at_least: Fraction | None = None
    below: Fraction | None = None
    among: tuple[str, ...] = ()
    scored: bool = False
    answered: bool = False


class Asked(StrEnum):
    """Where a part of a measure comes from."""

    FIGURE = "figure"
    PARAMETER = "parameter"
    NUMBER = "number"
    NODE = "node"


class How(StrEnum):
    """How a figure is made of its parts, where it is not a product over a product."""

    SUM = "sum"
    DIFFERENCE = "difference"
    LARGEST = "largest"
    SMALLEST = "smallest"
    AVERAGE = "average"
    COUNT = "count"
    SHARE = "share"
    CHANGE = "change"
    POWER = "power"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One part of a measure: a figure to ask for, a dated parameter, a fixed number, or a score."""

    kind: Asked
    name: str
    unit: Unit
    number: Fraction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """The product of `of` divided by the product of `to`, never more than `cap`.

    With `how` it is something else: the sum, the largest, … of `of`; as a share, the sum of
    `of` over the sum of `to`; as a change, `of` less `to`, over `to`; as a power, `of` to the
    power of `to`, a fixed number above 0.
    """

    of: tuple[Term, ...]
    to: tuple[Term, ...]
    cap: Term | None
    how: How | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """How *value* reads each kind of open answer, and what does not apply (None: it leaves).

    `within` is a fact of the profile: then a cohort is that of the members with the same one.
    """

    unknown: Reading = Reading.OUT
    declined: Reading = Reading.OUT
    missing: Reading = Reading.OUT
    na: Reading | None = None
    within: str = ""

    def of(self, state: State) -> Reading:
        """Return the reading of an open state, or of one that does not apply."""
        return {
            State.UNKNOWN: self.unknown,
            State.DECLINED: self.declined,
            State.MISSING: self.missing,
            State.NA: self.na or Reading.OUT,
        }[state]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What people read about one id; any of it may be empty."""

    title: str = ""
    ask: str = ""
    help: str = ""
    about: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One thing that is looked at.

    `weight` is relative to its siblings. Without `points` it is a figure that is asked but
    not scored. `unit` is there when the answer is a number. `reads` is the id of the question
    whose answer is read here once more; `needs` is what must back every answer. From the day
    `upcoming` a later edition counts it; here it is asked and gives nothing.
    """

    id: str
    code: str
    line: int
    weight: Fraction
    wording: Wording
    kind: AnswerKind
    unit: Unit | None
    points: Points | None
    boxes: tuple[Box, ...]
    measure: Measure | None
    evidence: tuple[str, ...]
    critical: tuple[str, ...]
    applies: tuple[Condition, ...]
    counts_from: tuple[Condition, ...]
    allows_na: bool
    read_as: Mapping[str, State]
    when: Missing
    reads: str = ""
    needs: Needs | None = None
    rules: Rules | None = None
    upcoming: date | None = None

    @property
    def is_scored(self) -> bool:
        """Whether its answer gives points here: a figure does not, nor does what is upcoming."""
        return self.points is not None and self.upcoming is None

    @property
    def most(self) -> Fraction | None:
        """The most points an answer can give; None where points are open above, or not given."""
        is_tally = self.kind is AnswerKind.TALLY
        return None if self.points is None else most_of(self.points, self.rules, tally=is_tally)

    @property
    def fewest(self) -> Fraction | None:
        """The fewest points an answer can give, 0 where it gives none; None where open below."""
        is_tally = self.kind is AnswerKind.TALLY
        none = Fraction(0)
        return none if self.points is None else fewest_of(self.points, self.rules, tally=is_tally)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A topic: the total itself, or a dimension.

    `out_of` is the scale of a mean. `children` are scored; `figures` are asked only.
    """

    id: str
    code: str
    line: int
    weight: Fraction
    wording: Wording
    combine: Combine
    out_of: Fraction
    children: "tuple[Group | Criterion, ...]"
    figures: tuple[Criterion, ...]
    applies: tuple[Condition, ...] = ()
    rules: Rules | None = None

    def walk(self) -> "Iterator[Group | Criterion]":
        """Yield this group and every scored node below it, in the order of the file."""
        yield self
        for child in self.children:
            if isinstance(child, Group):
                yield from child.walk()
            else:
                yield child

    def groups(self) -> "Iterator[Group]":
        """Yield this group and every group below it."""
        return (node for node in self.walk() if isinstance(node, Group))

    def criteria(self) -> Iterator[Criterion]:
        """Yield every scored criterion below this group."""
        return (node for node in self.walk() if isinstance(node, Criterion))


@dataclass(frozen=True, slots=True, kw_only=True)
class Critical:
    """A wrong that bounds the level when found, and blocks it while not checked.

    `allows` is the highest level still possible after a finding; empty means none.
    """

    id: str
    code: str
    line: int
    wording: Wording
    source: str
    evidence: tuple[str, ...]
    allows: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A level: reached by its floors, or `declared` with an answer of its own.

    `months` is how long a certificate lasts, where the rubric says so. Of the groups in
    `any_of` one must hold beside the floors, and so must all that the level `after` asks for.
    While a declared level is in force, nobody asks for what it `exempts`: nodes, shares and
    critical violations.
    """

    id: str
    code: str
    line: int
    wording: Wording
    floors: tuple[Floor, ...]
    months: int | None
    declared: AnswerKind | None
    overrides: bool
    any_of: tuple[tuple[Floor, ...], ...] = ()
    after: str = ""
    exempts: tuple[str, ...] = ()

    @property
    def has_conditions(self) -> bool:
        """Whether it asks for anything."""
        return bool(self.floors or self.any_of or self.after)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scoring:
    """Another reading of the same answers: other weights (0 leaves a node out), other gaps.

    `root` is the whole tree where other words of it change; such a reading has no levels
    (`has_no_levels`) unless it asks for those of the standard. `line` is 0 for a reading that
    no file holds.
    """

    id: str
    line: int = 0
    weights: Mapping[str, Fraction]
    when: Missing | None
    root: Group | None = None
    rounding: Rounding | None = None
    has_no_levels: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A worked case of the file itself: answers as written, and what they must give.

    `gives` holds for each node the low and high end as the author wrote them, under the main
    scoring or the one that it names.
    """

    ask: str
    line: int
    answers: Mapping[str, str]
    gives: Mapping[str, tuple[str, str]]
    level: str
    scoring: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rubric:
    """One edition of a standard.

    `scoring_hash` changes with anything that can change a score, and with nothing else;
    `wording_hash` with any character of the file. `advanced` are the advanced words it uses.
    One that `extends` another says what was `tailored`, each with the reason.
    """

    id: str
    edition: str
    wording: Wording
    root: Group
    critical: tuple[Critical, ...]
    levels: tuple[Level, ...]
    examples: tuple[Example, ...]
    scorings: tuple[Scoring, ...]
    rounding: Rounding
    lower_is_better: bool
    advanced: tuple[str, ...]
    scoring_hash: str
    wording_hash: str
    ranks: Ranks | None = None
    extends: str = ""
    tailored: tuple[tuple[str, str], ...] = ()

    @property
    def name(self) -> str:
        """The name people pass around: `restaurants_us@2026.1`."""
        return f"{self.id}@{self.edition}"

    def questions(self) -> Iterator[Criterion]:
        """Yield everything that is asked, scored or not, in the order of the file."""
        for group in self.root.groups():
            children = (child for child in group.children if isinstance(child, Criterion))
            yield from (child for child in children if not child.reads)
            yield from group.figures
