"""What a path to a level is: its steps, what they cost, and what holds after them."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from jobquality.rubrics.model import Condition, Level, Needs
from jobquality.scoring.facts import EmployerFacts, Grade
from jobquality.scoring.scorecard import Check, CriticalResult, Scorecard
from jobquality.scoring.steps import Step


class Doing(StrEnum):
    """What somebody does for a step.

    `improve` gives a better answer, `find_out` turns an open answer into at least this one;
    both are then seen in records (E2). `prove` shows records of an answer as it is (E2),
    `confirm` lets workers confirm it (E3).
    """

    IMPROVE = "improve"
    FIND_OUT = "find_out"
    PROVE = "prove"
    CONFIRM = "confirm"


ANSWERS = (Doing.IMPROVE, Doing.FIND_OUT)


@dataclass(frozen=True, slots=True, kw_only=True)
class PathStep:
    """One thing to do about the answer to one question.

    `step` is the better answer, None where the answer stays and only its evidence changes to
    `grade`. `points` is how many points of the criterion's own scale it moves. `replaces` are
    the parts of its figure that the new answer stands for, `needs` what has to back it. `place`
    orders steps that are alike: the order of the file, confirmations last.
    """

    criterion: str
    doing: Doing
    cost: Fraction
    grade: Grade
    place: int
    step: Step | None = None
    points: Fraction = Fraction(0)
    replaces: tuple[str, ...] = ()
    needs: tuple[Needs, ...] = ()

    def __hash__(self) -> int:
        """Hash what tells steps apart; a step is looked up very often."""
        return hash((self.criterion, self.doing, self.points))

    @property
    def is_answer(self) -> bool:
        """Whether the answer changes, and not only its evidence."""
        return self.step is not None


class Why(StrEnum):
    """Why there is no path to a level, or none was worked out.

    No path: `nothing` of the standard applies; a critical violation was `found` or is
    `unchecked`; a `declared` state goes before the score; a `condition` is out of reach
    whatever is done; or each condition can be met, but not all `together`. Not computed: there
    is `too_much` to try, the numbers are `too_long` to be sure, or `not_all` answers of the
    standard can be tried.
    """

    NOTHING = "nothing"
    FOUND = "found"
    UNCHECKED = "unchecked"
    DECLARED = "declared"
    CONDITION = "condition"
    TOGETHER = "together"
    TOO_MUCH = "too_much"
    TOO_LONG = "too_long"
    NOT_ALL = "not_all"


NO_PATH = (Why.NOTHING, Why.FOUND, Why.UNCHECKED, Why.DECLARED, Why.CONDITION, Why.TOGETHER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One reason; `check` is the condition as it is at its best, `critical` the violation.

    `words` are the words of the standard for which every combination has to be tried.
    """

    why: Why
    check: Check | None = None
    critical: CriticalResult | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelPath:
    """The cheapest way to one level, or why there is none.

    `facts` and `card` are what is true, and the exact scorecard, after all steps were done;
    None where there is no path. Where none was computed, every path costs `at_least` so much.
    """

    level: Level
    steps: tuple[PathStep, ...] = ()
    facts: EmployerFacts | None = None
    card: Scorecard | None = None
    reasons: tuple[Reason, ...] = ()
    at_least: Fraction | None = None

    @property
    def is_found(self) -> bool:
        """Whether there is a path."""
        return self.card is not None

    @property
    def is_impossible(self) -> bool:
        """Whether it is sure that there is no path."""
        return self.card is None and all(one.why in NO_PATH for one in self.reasons)

    @property
    def cost(self) -> Fraction:
        """What all steps cost together."""
        return sum((step.cost for step in self.steps), Fraction(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A criterion that no path raises.

    Its answer alone changes nothing: `needs` is what must hold before it counts. Or it cannot
    be scored: `faults` say why. Or, with neither, no better answer to it can be named.
    """

    criterion: str
    needs: tuple[Condition, ...] = ()
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paths:
    """The cheapest path to each level above the present one, the highest level first."""

    card: Scorecard
    paths: tuple[LevelPath, ...]
    left_out: tuple[LeftOut, ...]
