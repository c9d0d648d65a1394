"""How a figure comes out of its parts: a product over a product, a sum, a change and more."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from math import prod

from jobquality.rubrics.model import Criterion, How, Measure, State, Term
from jobquality.rubrics.parameters import Found
from jobquality.rubrics.units import Unit
from jobquality.scoring.facts import Fact
from jobquality.scoring.reals import power

_NONE, _ONE = Fraction(0), Fraction(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a figure as it was used; `found` is there for a dated parameter."""

    name: str
    number: Fraction
    unit: Unit
    found: Found | None = None

    @property
    def base(self) -> Fraction:
        """The number in base units: a percent is 1/100."""
        return self.number * self.unit.factor


@dataclass(frozen=True, slots=True, kw_only=True)
class Working:
    """How a figure came about: its parts, whether the cap held it, or that it was given.

    `given` says that the finished figure was given and its parts were not seen. `how` is none
    for a product over a product.
    """

    of: tuple[Part, ...] = ()
    to: tuple[Part, ...] = ()
    cap: Part | None = None
    capped: bool = False
    given: bool = False
    how: How | None = None

    @property
    def parts(self) -> tuple[Part, ...]:
        """Every part, the cap last."""
        return (*self.of, *self.to, *((self.cap,) if self.cap else ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure for one criterion: its number, or the state that stands in its place.

    `facts` are the answers it rests on; `finished` is the figure that was given beside the
    parts it was worked out from. `chosen` is the id of a choice, which has no number, and
    `tallied` the choices that were found, each as often as it was.
    """

    state: State
    number: Fraction | None = None
    working: Working | None = None
    facts: tuple[Fact, ...] = ()
    reason: str = ""
    finished: Fraction | None = None
    chosen: str = ""
    tallied: tuple[str, ...] = ()


def terms_of(measure: Measure) -> tuple[Term, ...]:
    """Return every part of a measure, the cap last."""
    return (*measure.of, *measure.to, *((measure.cap,) if measure.cap else ()))


def worked_out(question: Criterion, working: Working) -> Figure:
    """Return the figure that its parts give, or that it is unknown because it cannot be."""
    how = question.measure.how if question.measure else None
    working = replace(working, how=how)
    if how is How.POWER and working.of[0].base < 0:
        reason = f"{working.of[0].name} is below 0, and has no power"
        return Figure(state=State.UNKNOWN, working=working, reason=reason)
    below = _below(how, working)
    if below == 0:
        named = _named(how, working)
        reason = f"{named} is 0, so nothing can be compared with it"
        return Figure(state=State.UNKNOWN, working=working, reason=reason)
    factor = question.unit.factor if question.unit else _ONE
    number = _above(how, working) / below / factor
    most = number if working.cap is None else working.cap.base / factor
    return Figure(
        state=State.VALUE,
        number=min(number, most),
        working=replace(working, capped=most < number),
    )


def _below(how: How | None, working: Working) -> Fraction:
    if how is None:
        return _product(working.to)
    return _sum(working.to) if how in (How.SHARE, How.CHANGE) else _ONE


def _named(how: How | None, working: Working) -> str:
    return (" + " if how else " × ").join(part.name for part in working.to)


def _above(how: How | None, working: Working) -> Fraction:
    if how is None:
        return _product(working.of)
    if how is How.CHANGE:
        return _sum(working.of) - _sum(working.to)
    if how is How.POWER:
        return power(working.of[0].base, working.to[0].number)
    return _WAYS[how]([part.base for part in working.of])


def _product(parts: Iterable[Part]) -> Fraction:
    return prod((part.base for part in parts), start=_ONE)


def _sum(parts: Iterable[Part]) -> Fraction:
    return sum((part.base for part in parts), _NONE)


def _difference(numbers: list[Fraction]) -> Fraction:
    return numbers[0] - sum(numbers[1:], _NONE)


def _average(numbers: list[Fraction]) -> Fraction:
    return sum(numbers, _NONE) / len(numbers)


def _count(numbers: list[Fraction]) -> Fraction:
    """Return how many are above 0."""
    return Fraction(sum(1 for number in numbers if number > 0))


def _added(numbers: list[Fraction]) -> Fraction:
    return sum(numbers, _NONE)


_WAYS: Mapping[How, Callable[[list[Fraction]], Fraction]] = {
    How.SUM: _added,
    How.SHARE: _added,
    How.DIFFERENCE: _difference,
    How.LARGEST: max,
    How.SMALLEST: min,
    How.AVERAGE: _average,
    How.COUNT: _count,
}
