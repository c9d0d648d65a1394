"""Work a figure out from its parts, and keep every part for the trace."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from jobquality.errors import Fault
from jobquality.rubrics.model import Asked, Condition, Criterion, Measure, Rubric, State, Term
from jobquality.rubrics.parameters import Found, NoFigureError, Parameters
from jobquality.rubrics.units import Unit
from jobquality.scoring.facts import EmployerFacts, Fact

#: A finished figure and its parts agree when they differ by less than half of one percent.
_AGREE = Fraction(1, 200)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a figure as it was used; `found` is there for a dated parameter."""

    name: str
    number: Fraction | None
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure for one criterion: its number, or the state that stands in its place.

    `facts` are the answers it rests on.
    """

    state: State
    number: Fraction | None = None
    working: Working | None = None
    facts: tuple[Fact, ...] = ()
    reason: str = ""


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

    def of(self, name: str) -> Figure:
        """Return the figure of a question whose answer is a number."""
        if name not in self._known:
            self._known[name] = self._work_out(self._questions[name])
        return self._known[name]

    def parameter(self, name: str, *, needed_for: str) -> Found | None:
        """Return a dated figure for this employer; None is noted as a fault."""
        try:
            return self._parameters.look_up(name, profile=self._facts.profile, on=self._facts.on)
        except NoFigureError as error:
            self.faults.append(Fault(message=str(error), where=needed_for))
            return None

    def _work_out(self, question: Criterion) -> Figure:
        fact = self._facts.find(question.id)
        if question.measure is None:
            return _as_given(fact)
        worked = self._from_parts(question, question.measure)
        if fact is None or fact.state is State.MISSING:
            return worked
        given = _as_given(fact)
        if worked.number is None or given.number is None:
            return Figure(
                state=given.state,
                number=given.number,
                working=Working(given=True),
                facts=given.facts,
                reason=given.reason,
            )
        self._check_agreement(question, given.number, worked.number)
        return worked

    def _check_agreement(self, question: Criterion, given: Fraction, worked: Fraction) -> None:
        if abs(given - worked) > _AGREE * max(abs(worked), abs(given)):
            self.faults.append(
                Fault(
                    message=f"The figure given is {float(given):g}, but its parts give {float(worked):.4g}.",
                    where=question.id,
                    remedy="Correct one of them, or leave the figure empty.",
                )
            )

    def _from_parts(self, question: Criterion, measure: Measure) -> Figure:
        asked = [term for term in _terms(measure) if term.kind is Asked.FIGURE]
        figures = [self.of(term.name) for term in asked]
        facts = tuple(fact for figure in figures for fact in figure.facts)
        open_states = [figure.state for figure in figures if figure.number is None]
        if open_states:
            return Figure(state=_weakest(open_states), facts=facts)
        of = self._parts(measure.of, question)
        to = self._parts(measure.to, question)
        cap = self._parts((measure.cap,) if measure.cap else (), question)
        if any(part.number is None for part in (*of, *to, *cap)):
            return Figure(state=State.MISSING, facts=facts)
        return _divide(question, of, to, cap, facts)

    def _parts(self, terms: Iterable[Term], question: Criterion) -> tuple[Part, ...]:
        return tuple(self._part(term, question) for term in terms)

    def _part(self, term: Term, question: Criterion) -> Part:
        if term.kind is Asked.FIGURE:
            return Part(name=term.name, number=self.of(term.name).number, unit=term.unit)
        if term.kind is Asked.NUMBER:
            return Part(name=term.name, number=term.number, unit=term.unit)
        found = self.parameter(term.name, needed_for=question.id)
        number = found.row.value if found else None
        return Part(name=term.name, number=number, unit=term.unit, found=found)


def _terms(measure: Measure) -> tuple[Term, ...]:
    return (*measure.of, *measure.to, *((measure.cap,) if measure.cap else ()))


def _as_given(fact: Fact | None) -> Figure:
    if fact is None:
        return Figure(state=State.MISSING)
    number = fact.value if isinstance(fact.value, Fraction) else None
    return Figure(state=fact.state, number=number, facts=(fact,), reason=fact.note)


def _weakest(states: list[State]) -> State:
    """Return the one state that stands for several parts that have no number.

    Something not offered is nothing at all; a refusal weighs more than a gap.
    """
    order = (State.NOT_OFFERED, State.DECLINED, State.UNKNOWN, State.NA)
    return next((state for state in order if state in states), State.MISSING)


def _divide(
    question: Criterion,
    of: tuple[Part, ...],
    to: tuple[Part, ...],
    cap: tuple[Part, ...],
    facts: tuple[Fact, ...],
) -> Figure:
    unit = question.unit
    assert unit is not None, "a measure has a unit"  # noqa: S101  # the loader sees to it
    under = _product(to)
    if under == 0:
        reason = f"{' × '.join(part.name for part in to)} is 0, so nothing can be compared with it"
        return Figure(
            state=State.UNKNOWN, facts=facts, working=Working(of=of, to=to), reason=reason
        )
    number = _product(of) / under / unit.factor
    most = _product(cap) / unit.factor if cap else None
    capped = most is not None and most < number
    working = Working(of=of, to=to, cap=cap[0] if cap else None, capped=capped)
    return Figure(
        state=State.VALUE,
        number=most if capped else number,
        working=working,
        facts=facts,
    )


def _product(parts: Iterable[Part]) -> Fraction:
    product = Fraction(1)
    for part in parts:
        product *= (part.number or Fraction(0)) * part.unit.factor
    return product


def holds(condition: Condition, facts: EmployerFacts, figures: Figures) -> bool | None:
    """Say whether a condition holds; None where nothing is known of it."""
    if not condition.figure:
        return _holds_profile(condition, facts.profile.get(condition.name, ""))
    number = figures.of(condition.name).number
    return None if number is None else _in_range(condition, number)


def _holds_profile(condition: Condition, text: str) -> bool | None:
    if text == "":
        return None
    if condition.equals is not None:
        return text == condition.equals
    return _in_range(condition, Fraction(text))


def _in_range(condition: Condition, number: Fraction) -> bool:
    if condition.equals is not None:
        return number == Fraction(condition.equals)
    above = condition.at_least is None or number >= condition.at_least
    return above and (condition.below is None or number < condition.below)
