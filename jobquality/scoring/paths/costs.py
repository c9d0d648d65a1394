"""What a step costs: as the employer says, else as the standard says, else 1."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from jobquality.errors import Fault, check_faults
from jobquality.rubrics.units import read_number
from jobquality.scoring.facts import EmployerFacts, Value
from jobquality.scoring.paths.result import ANSWERS, Doing
from jobquality.scoring.steps import Step

_ONE = Fraction(1)


class Per(StrEnum):
    """What a cost is multiplied by: nothing, the headcount, or the hours worked in a year."""

    ONCE = "once"
    WORKER = "worker"
    HOUR = "hour"


#: Where the number of workers or hours is found: a profile fact, or else an answer.
NUMBERS = {Per.WORKER: "headcount", Per.HOUR: "hours_worked"}


@dataclass(frozen=True, slots=True, kw_only=True)
class StepCost:
    """What some steps cost this employer, 0 or more; None where they cannot be done.

    An empty `criterion` means every criterion. `doing` is `improve` (which finding out counts
    as), `prove` or `confirm`. `answer` names one better answer: a choice, or a number in its
    band; None means every one.
    """

    cost: Fraction | None
    criterion: str = ""
    doing: Doing = Doing.IMPROVE
    answer: Value | None = None
    per: Per = Per.ONCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """What an employer says of costs. What nobody says anything of costs 1.

    Of several that fit, the one for one answer goes before the one for a criterion, and that
    before the one for every criterion; of equals the last counts.
    """

    given: tuple[StepCost, ...] = ()

    @classmethod
    def of(cls, costs: Mapping[tuple[str, Value | None], Fraction]) -> "Costs":
        """Return costs from a mapping of (criterion, answer or None) to a number."""
        return cls(
            given=tuple(
                StepCost(criterion=criterion, answer=answer, cost=cost)
                for (criterion, answer), cost in costs.items()
            )
        )


class Prices:
    """What every step costs one employer.

    Raises:
        FaultsError: a cost is for each worker or hour, and nobody said how many there are;
            or it is below 0. Names all of them.
    """

    def __init__(self, costs: Costs, facts: EmployerFacts) -> None:
        numbers = {per: _number(name, facts) for per, name in NUMBERS.items()}
        numbers[Per.ONCE] = _ONE
        check_faults(dict.fromkeys(_faults(costs, numbers)))
        self._given = [(one, _times(one.cost, numbers[one.per])) for one in costs.given]

    def of(self, criterion: str, doing: Doing, step: Step | None = None) -> Fraction | None:
        """Return what a step costs; None where it cannot be done."""
        said = [(one, cost) for one, cost in self._given if _fits(one, criterion, doing, step)]
        if said:
            return max(enumerate(said), key=lambda pair: (_how_near(pair[1][0]), pair[0]))[1][1]
        return step.cost if step is not None and step.cost is not None else _ONE


def _faults(costs: Costs, numbers: Mapping[Per, Fraction | None]) -> Iterator[Fault]:
    for one in costs.given:
        if numbers[one.per] is None:
            yield Fault(
                message=f"A cost is given per {one.per}, but nobody says how many there are.",
                where=f"profile.{NUMBERS[one.per]}",
                remedy="Add the number, or give the whole cost.",
            )
        if one.cost is not None and one.cost < 0:
            yield Fault(
                message="A cost is below 0.", where=one.criterion, remedy="Write 0 or more."
            )


def _number(name: str, facts: EmployerFacts) -> Fraction | None:
    number = read_number(facts.profile.get(name, "").strip())
    fact = facts.find(name)
    if number is None and fact is not None and isinstance(fact.value, Fraction):
        number = fact.value
    return None if number is None or number < 0 else number


def _times(cost: Fraction | None, number: Fraction | None) -> Fraction | None:
    return None if cost is None or number is None else cost * number


def _fits(one: StepCost, criterion: str, doing: Doing, step: Step | None) -> bool:
    asked = Doing.IMPROVE if doing in ANSWERS else doing
    if one.criterion not in ("", criterion) or one.doing is not asked:
        return False
    return one.answer is None or (step is not None and _is_the_answer(step, one.answer))


def _is_the_answer(step: Step, answer: Value) -> bool:
    if not isinstance(answer, Fraction) or step.choice is not None:
        return step.answer == answer
    above = step.start is None or step.start <= answer
    return above and (step.end is None or answer < step.end)


def _how_near(one: StepCost) -> tuple[bool, bool]:
    return one.answer is not None, bool(one.criterion)
