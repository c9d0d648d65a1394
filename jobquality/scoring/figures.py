"""Work a figure out from its parts, and keep every part for the trace."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from fractions import Fraction

from jobquality.errors import Fault
from jobquality.rubrics.fields import shown
from jobquality.rubrics.model import (
    OPEN_STATES,
    Asked,
    Criterion,
    How,
    Measure,
    Rubric,
    State,
    Term,
)
from jobquality.rubrics.parameters import Found, NoFigureError, Parameters
from jobquality.rubrics.steps import CohortReading
from jobquality.scoring.cohorts import NOBODY, Key, Others, Stats, stands_alone
from jobquality.scoring.facts import EmployerFacts, Fact
from jobquality.scoring.numbers import find_limit_fault
from jobquality.scoring.rounding import decimal_text
from jobquality.scoring.workings import Figure, Part, Working, terms_of, worked_out

__all__ = ["Figure", "Figures", "Part", "Working"]

#: A finished figure is often rounded: it agrees with its parts when it differs from what
#: they give by half of one percent of the larger one, or by less.
_AGREE = Fraction(1, 200)


FREEZE_ONE = "Freeze one from the answers of all: jobquality cohort RUBRIC FACTS."
#: Parts of a measure that rest on answers.
_NEEDED = (Asked.FIGURE, Asked.NODE)


def _no_score(name: str) -> Fraction | None:
    """Where no tree is being scored, no node has a score."""
    del name
    return None


class Figures:
    """Every figure of one employer, each worked out once.

    `faults` gathers what makes the facts unusable: a missing parameter row, a finished
    figure that its own parts contradict.
    """

    def __init__(
        self,
        rubric: Rubric,
        facts: EmployerFacts,
        parameters: Parameters,
        cohort: Others | None = None,
    ) -> None:
        self.faults: list[Fault] = []
        self.scores: Callable[[str], Fraction | None] = _no_score
        self._questions = {question.id: question for question in rubric.questions()}
        self._facts = facts
        self._parameters = parameters
        self._cohort = cohort
        self._rubric = rubric
        self._known: dict[str, Figure] = {}
        self._found: dict[str, Found | str] = {}

    def of(self, name: str) -> Figure:
        """Return the figure of a question whose answer is a number."""
        if name not in self._known:
            self._known[name] = self._figure(self._questions[name])
        return self._known[name]

    def for_part(self, facts: EmployerFacts) -> "Figures":
        """Return the figures of a part of the employer; what is wrong with them is noted here."""
        inner = Figures(self._rubric, facts, self._parameters, self._cohort)
        inner.faults = self.faults
        return inner

    @property
    def has_cohort(self) -> bool:
        """Whether there are others to be held against."""
        return self._cohort is not None

    @property
    def is_gathering(self) -> bool:
        """Whether the numbers of a cohort are gathered, and nothing is held against it yet."""
        return self._cohort is not None and not self._cohort.is_frozen

    def gather(self, node: str, number: Fraction) -> None:
        """Hand the number of a node to the cohort that is being gathered, if it asks for it."""
        others = self._cohort
        for within in others.asked(node) if others else ():
            key = self._key(node, within)
            if others is not None and (key.group or not within):
                others.add(key, number)

    def known(self, node: str, within: str = "") -> Stats | None:
        """Return what is known of a node in the frozen cohort, or None."""
        return self._cohort.find(self._key(node, within)) if self._cohort else None

    def stats(self, node: str, within: str = "") -> Stats | None:
        """Return what is known of a node in the frozen cohort; None is noted as a fault."""
        found = self.known(node, within)
        if found is None and not self.is_gathering:
            self.faults.append(self._not_frozen(self._key(node, within)))
        return found

    def stats_for(self, node: str, reading: CohortReading) -> Stats | None:
        """Return what a reading needs to know of a node, which may be nothing."""
        return NOBODY if stands_alone(reading) else self.stats(node, reading.within)

    def _key(self, node: str, within: str) -> Key:
        """Return whom this employer is compared with; facts are compared in small letters."""
        group = self._facts.profile.get(within, "").strip().lower() if within else ""
        return Key(node=node, within=within, group=group)

    def _not_frozen(self, key: Key) -> Fault:
        if self._cohort is None:
            message = "It is held against a cohort, and none was given."
            remedy = FREEZE_ONE
        elif key.within and not key.group:
            message = f"It is held against those with the same {key.within}, which is not given."
            remedy = f"Fill in profile.{key.within}."
        else:
            among = f" with {key.within} {shown(key.group)}" if key.within else ""
            message = f"Nobody in the cohort{among} has a number to hold it against."
            remedy = "Freeze a cohort that has some."
        return Fault(message=message, where=key.node, remedy=remedy)

    def fact(self, name: str) -> Fact | None:
        """Return what was answered to another question."""
        return self._facts.find(name)

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
        figures = [self._needed(term) for term in terms_of(measure) if term.kind in _NEEDED]
        facts = tuple(fact for figure in figures for fact in figure.facts)
        gaps = [figure.state for figure in figures if figure.number is None]
        if gaps and measure.how is How.COUNT:
            gaps = [gap for gap in gaps if gap in OPEN_STATES]
        if gaps:
            return Figure(state=_weakest(gaps), facts=facts)
        of = self._parts(measure.of, question)
        to = self._parts(measure.to, question)
        cap = self._parts((measure.cap,) if measure.cap else (), question)
        if len((*of, *to, *cap)) < len(terms_of(measure)) and measure.how is not How.COUNT:
            return Figure(state=State.MISSING, facts=facts)
        worked = worked_out(question, Working(of=of, to=to, cap=cap[0] if cap else None))
        self._check_possible(question, worked)
        return replace(worked, facts=facts)

    def _parts(self, terms: Iterable[Term], question: Criterion) -> tuple[Part, ...]:
        parts = (self._part(term, question) for term in terms)
        return tuple(part for part in parts if part is not None)

    def _part(self, term: Term, question: Criterion) -> Part | None:
        """Return a part, or None for a dated figure that was not found."""
        found = None
        number = term.number
        if term.kind in _NEEDED:
            number = self._needed(term).number
        if term.kind is Asked.PARAMETER:
            found = self.parameter(term.name, needed_for=question.id)
            number = found.row.value if found else None
        if number is None:
            return None
        return Part(name=term.name, number=number, unit=term.unit, found=found)

    def _needed(self, term: Term) -> Figure:
        """Return the figure, or the score of another node, that a part stands for."""
        if term.kind is Asked.FIGURE:
            return self.of(term.name)
        number = self.scores(term.name)
        return Figure(state=State.UNKNOWN if number is None else State.VALUE, number=number)

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
