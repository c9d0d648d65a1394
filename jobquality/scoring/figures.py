"""Work a figure out from its parts, and keep every part for the trace."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from math import prod

from jobquality.errors import Fault
from jobquality.rubrics.model import (
    OPEN_STATES,
    Asked,
    Criterion,
    Measure,
    Rubric,
    State,
    Term,
)
from jobquality.rubrics.parameters import Found, NoFigureError, Parameters
from jobquality.rubrics.units import Unit
from jobquality.scoring.facts import EmployerFacts, Fact
from jobquality.scoring.numbers import find_limit_fault
from jobquality.scoring.rounding import decimal_text

#: A finished figure is often rounded: it agrees with its parts when it differs from what
#: they give by half of one percent of the larger one, or by less.
_AGREE = Fraction(1, 200)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a figure as it was used; `found` is there for a dated parameter."""

    name: str
    number: Fraction
    unit: Unit
    found: Found | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Working:
    """How a figure came about: its parts, whether the cap held it, or that it was given.

    `given` says that the finished figure was given and its parts were not seen.
    """

    of: tuple[Part, ...] = ()
    to: tuple[Part, ...] = ()
    cap: Part | None = None
    capped: bool = False
    given: bool = False

    @property
    def parts(self) -> tuple[Part, ...]:
        """Every part, the cap last."""
        return (*self.of, *self.to, *((self.cap,) if self.cap else ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure for one criterion: its number, or the state that stands in its place.

    `facts` are the answers it rests on; `finished` is the figure that was given beside the
    parts it was worked out from. `chosen` is the id of a choice, which has no number.
    """

    state: State
    number: Fraction | None = None
    working: Working | None = None
    facts: tuple[Fact, ...] = ()
    reason: str = ""
    finished: Fraction | None = None
    chosen: str = ""


class Figures:
    """Every figure of one employer, each worked out once.

    `faults` gathers what makes the facts unusable: a missing parameter row, a finished
    figure that its own parts contradict.
    """

    def __init__(self, rubric: Rubric, facts: EmployerFacts, parameters: Parameters) -> None:
        self.faults: list[Fault] = []
        self._questions = {question.id: question for question in rubric.questions()}
        self._facts = facts
        self._parameters = parameters
        self._known: dict[str, Figure] = {}
        self._found: dict[str, Found | str] = {}

    def of(self, name: str) -> Figure:
        """Return the figure of a question whose answer is a number."""
        if name not in self._known:
            self._known[name] = self._figure(self._questions[name])
        return self._known[name]

    def parameter(self, name: str, *, needed_for: str) -> Found | None:
        """Return a dated figure for this employer; None is noted as a fault."""
        if name not in self._found:
            self._found[name] = self._look_up(name)
        found = self._found[name]
        if isinstance(found, Found):
            return found
        self.faults.append(Fault(message=found, where=needed_for))
        return None

    def _look_up(self, name: str) -> Found | str:
        try:
            return self._parameters.look_up(name, profile=self._facts.profile, on=self._facts.on)
        except NoFigureError as error:
            return str(error)

    def _figure(self, question: Criterion) -> Figure:
        given = _as_given(self._facts.find(question.id))
        if question.measure is None:
            return given
        return self._measured(question, given, self._from_parts(question, question.measure))

    def _measured(self, question: Criterion, given: Figure, worked: Figure) -> Figure:
        if given.state in OPEN_STATES:
            return _more_telling(worked, given)
        if given.number is None:
            return given
        if not _says_something(worked):
            return replace(given, working=Working(given=True))
        return self._agreed(question, given.number, worked)

    def _agreed(self, question: Criterion, given: Fraction, worked: Figure) -> Figure:
        """Return what the parts give, beside the finished figure where the two agree."""
        if worked.number is not None and _agree(given, worked.number):
            return replace(worked, finished=given)
        self.faults.append(
            Fault(
                message=f"The figure given is {_shown(given)}, but {_said(worked)}.",
                where=question.id,
                remedy="Correct one of them, or leave the figure empty.",
            )
        )
        return worked

    def _from_parts(self, question: Criterion, measure: Measure) -> Figure:
        figures = [self.of(term.name) for term in _terms(measure) if term.kind is Asked.FIGURE]
        facts = tuple(fact for figure in figures for fact in figure.facts)
        gaps = [figure.state for figure in figures if figure.number is None]
        if gaps:
            return Figure(state=_weakest(gaps), facts=facts)
        of = self._parts(measure.of, question)
        to = self._parts(measure.to, question)
        cap = self._parts((measure.cap,) if measure.cap else (), question)
        if len((*of, *to, *cap)) < len(_terms(measure)):
            return Figure(state=State.MISSING, facts=facts)
        worked = _divide(question, Working(of=of, to=to, cap=cap[0] if cap else None))
        self._check_possible(question, worked)
        return replace(worked, facts=facts)

    def _parts(self, terms: Iterable[Term], question: Criterion) -> tuple[Part, ...]:
        parts = (self._part(term, question) for term in terms)
        return tuple(part for part in parts if part is not None)

    def _part(self, term: Term, question: Criterion) -> Part | None:
        """Return a part, or None for a dated figure that was not found."""
        found = None
        number = term.number
        if term.kind is Asked.FIGURE:
            number = self.of(term.name).number
        if term.kind is Asked.PARAMETER:
            found = self.parameter(term.name, needed_for=question.id)
            number = found.row.value if found else None
        if number is None:
            return None
        return Part(name=term.name, number=number, unit=term.unit, found=found)

    def _check_possible(self, question: Criterion, worked: Figure) -> None:
        fault = None if worked.number is None else find_limit_fault(question, worked.number)
        if fault is not None:
            self.faults.append(
                Fault(
                    message=f"What its parts give {fault}",
                    where=question.id,
                    remedy="Correct the parts.",
                )
            )


def _terms(measure: Measure) -> tuple[Term, ...]:
    return (*measure.of, *measure.to, *((measure.cap,) if measure.cap else ()))


def _as_given(fact: Fact | None) -> Figure:
    if fact is None:
        return Figure(state=State.MISSING)
    number = fact.value if isinstance(fact.value, Fraction) else None
    return Figure(state=fact.state, number=number, facts=(fact,), reason=fact.note)


def _weakest(states: Iterable[State]) -> State:
    """Return the one state that stands for several gaps.

    Something not offered is nothing at all; a refusal weighs more than a search in vain.
    """
    order = (State.NOT_OFFERED, State.NA, State.DECLINED, State.UNKNOWN)
    found = set(states)
    return next((state for state in order if state in found), State.MISSING)


def _more_telling(worked: Figure, given: Figure) -> Figure:
    """Return what the parts say, where all that is said of the figure is that it is open."""
    if worked.state not in OPEN_STATES:
        return worked
    return replace(
        worked,
        state=_weakest((worked.state, given.state)),
        facts=(*given.facts, *worked.facts),
        reason=given.reason or worked.reason,
    )


def _says_something(worked: Figure) -> bool:
    """Say whether the parts alone settle the figure, or show that there can be none."""
    return worked.working is not None or worked.state is State.NOT_OFFERED


def _agree(given: Fraction, worked: Fraction) -> bool:
    return abs(given - worked) <= _AGREE * max(abs(given), abs(worked))


def _said(worked: Figure) -> str:
    if worked.number is not None:
        return f"its parts give {_shown(worked.number)}"
    return worked.reason or "a part of it is not offered"


def _shown(number: Fraction) -> str:
    return decimal_text(number, digits=4)


def _divide(question: Criterion, working: Working) -> Figure:
    below = _product(working.to)
    if below == 0:
        named = " × ".join(part.name for part in working.to)
        reason = f"{named} is 0, so nothing can be compared with it"
        return Figure(state=State.UNKNOWN, working=working, reason=reason)
    factor = question.unit.factor if question.unit else Fraction(1)
    number = _product(working.of) / below / factor
    most = number if working.cap is None else _product((working.cap,)) / factor
    return Figure(
        state=State.VALUE,
        number=min(number, most),
        working=replace(working, capped=most < number),
    )


def _product(parts: Iterable[Part]) -> Fraction:
    return prod((part.number * part.unit.factor for part in parts), start=Fraction(1))
