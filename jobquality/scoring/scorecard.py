"""What a score is: a tree of nodes, each recomputable by hand from the lines below it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from jobquality.rubrics.model import (
    Condition,
    Criterion,
    Critical,
    Floor,
    Group,
    Level,
    Reading,
    Rubric,
    State,
)
from jobquality.rubrics.parameters import Found
from jobquality.scoring.cohorts import Stats
from jobquality.scoring.facts import Fact, Grade
from jobquality.scoring.figures import Figure
from jobquality.scoring.landings import Landing, Step

_NONE = Fraction(0)
Rescored = Callable[[Mapping[str, Fraction]], "NodeScore"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Why a criterion has its points.

    `landing` is where an answer that gives points lands among the steps of the criterion.
    `unmet` is the condition because of which it does not apply, or does not count; `doubtful`
    the one of which nobody knows whether it holds.
    """

    question: Criterion
    fact: Fact | None
    figure: Figure | None = None
    grade: Grade | None = None
    landing: Landing | None = None
    unmet: Condition | None = None
    doubtful: Condition | None = None
    reason: str = ""

    @property
    def step(self) -> Step | None:
        """The band or choice that the answer lands in; None for a range, or without points."""
        return self.landing.step if self.landing else None

    @property
    def better(self) -> Step | None:
        """The nearest band or choice that gives more."""
        return self.landing.better if self.landing else None

    @property
    def edges(self) -> tuple[Fraction | None, ...]:
        """Where the bands start, parameters resolved; None for a band that is open below."""
        return self.landing.edges if self.landing else ()

    @property
    def found(self) -> tuple[Found, ...]:
        """Every dated figure that these points rest on, each once."""
        working = self.figure.working if self.figure else None
        parts = working.parts if working else ()
        used = [part.found for part in parts if part.found is not None]
        return tuple(dict.fromkeys([*used, *(self.landing.found if self.landing else ())]))


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeScore:
    """The score of one node.

    `value`, `low`, `high` and `most` are on the node's own scale: points for a criterion,
    0 to `out_of` for a mean. `value` is None where nothing is known, an end is None where
    it is open or the node does not apply. `value_most` is the most that the answers behind
    `value` could give. `weight` is relative to the siblings that count, `share` the part of the
    total (0 to 1). `answered`, `coverage` (E2 or better), `confirmed` (E3 or better) and
    `supposed` (coverage if answers without a grade hold) are shares of the weight below
    this node that applies (0 to 1). `parts` are the scores of the same node for each part of
    the employer, of which this one is made, and `part` names the part. `reading` is how the
    value reads what is open, `blocks` says that no score above has a value, `held_back` are
    the nodes that this one requires and that are not complete. `stats` are those of the cohort
    that the score is held against.
    """

    node: Group | Criterion
    state: State
    weight: Fraction
    most: Fraction | None
    value: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    value_most: Fraction | None = None
    share: Fraction = _NONE
    answered: Fraction = _NONE
    coverage: Fraction = _NONE
    confirmed: Fraction = _NONE
    supposed: Fraction = _NONE
    children: "tuple[NodeScore, ...]" = ()
    line: Line | None = None
    part: str = ""
    parts: "tuple[NodeScore, ...]" = ()
    blocks: bool = False
    reading: Reading | None = None
    held_back: tuple[str, ...] = ()
    stats: Stats | None = None

    @property
    def id(self) -> str:
        """The node's id."""
        return self.node.id

    @property
    def is_out(self) -> bool:
        """Whether the node does not apply and so leaves everything."""
        return self.state is State.NA and self.value is None

    def walk(self) -> Iterator["NodeScore"]:
        """Yield this node and all below it, in the order of the file; not those of parts."""
        left = [self]
        while left:
            node = left.pop()
            yield node
            left.extend(reversed(node.children))

    def walk_parts(self) -> Iterator["NodeScore"]:
        """Yield this node and all below it, each followed by its scores for every part."""
        left = [self]
        while left:
            node = left.pop()
            yield node
            left.extend(reversed((*node.parts, *node.children)))


class Checked(StrEnum):
    """What is known of a critical violation."""

    FOUND = "found"
    NONE_FOUND = "none_found"
    NOT_CHECKED = "not_checked"


@dataclass(frozen=True, slots=True, kw_only=True)
class CriticalResult:
    """One critical violation and what is known of it."""

    critical: Critical
    checked: Checked
    fact: Fact | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One condition of a level, held against the worst end of the score.

    `name` is the node looked at (`each_dimension` yields one check a dimension), with the
    share of it that is looked at: `wages.coverage`. `actual` is None where the end is open or
    the node does not apply, which counts as held, and so does what is `exempt`.
    """

    floor: Floor
    name: str
    actual: Fraction | None
    holds: bool
    exempt: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelResult:
    """Every reason for and against one level.

    `checks` are those of the levels that it comes after, too. Of the groups in `any_of` one
    must hold as a whole; those of a level that comes before stand after its own.
    """

    level: Level
    checks: tuple[Check, ...]
    blocked_by: tuple[CriticalResult, ...]
    any_of: tuple[tuple[tuple[Check, ...], ...], ...] = ()

    @property
    def is_reached(self) -> bool:
        """Whether every condition holds and no critical violation stands in the way."""
        is_held = all(check.holds for check in self.checks) and all(map(one_holds, self.any_of))
        return is_held and not self.blocked_by


def one_holds(groups: tuple[tuple[Check, ...], ...]) -> bool:
    """Say whether all conditions of at least one group hold."""
    return any(all(check.holds for check in group) for group in groups)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The level, and what it would be.

    Each is the id of a level, `no_level`, `not_enough_known`, or empty where the standard
    has no levels. `if_evidence_holds` takes answers without a grade as seen in records and
    unchecked critical violations as not found; `could_reach` is the best the open answers
    could make of it. `exempt` is what nobody asks for while a declared level is in force.
    """

    level: str
    if_evidence_holds: str
    could_reach: str
    levels: tuple[LevelResult, ...]
    critical: tuple[CriticalResult, ...]
    declared: Fact | None
    exempt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard:
    """A score with its whole trace: a pure function of edition, facts, figures and date.

    `cohort` is the hash of the frozen cohort that it was held against. `again` scores the total
    anew with other points for some criteria.
    """

    rubric: Rubric
    scoring: str
    employer: str
    part: str
    on: date
    total: NodeScore
    outcome: Outcome
    cohort: str = ""
    again: Rescored | None = field(default=None, compare=False, repr=False)
