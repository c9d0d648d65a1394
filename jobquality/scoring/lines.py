"""Points for one criterion: what was answered, which band it hits, and why not more."""

from fractions import Fraction

from jobquality.errors import Fault
from jobquality.rubrics.model import (
    OPEN_STATES,
    AnswerKind,
    Band,
    Choice,
    Condition,
    Criterion,
    Missing,
    Reading,
    Span,
    State,
)
from jobquality.scoring.facts import EmployerFacts, Fact, Grade
from jobquality.scoring.figures import Figure, Figures, holds
from jobquality.scoring.scorecard import Line, NodeScore

_ONE, _NONE = Fraction(1), Fraction(0)
_SEEN = (Grade.E2, Grade.E3, Grade.E4)
_CONFIRMED = (Grade.E3, Grade.E4)


def score_criterion(
    question: Criterion, facts: EmployerFacts, figures: Figures, when: Missing
) -> NodeScore:
    """Return the points of one criterion, with the reason for them."""
    fact = facts.find(question.id)
    unmet = _first_unmet(question.applies, facts, figures)
    if unmet is not None:
        _check_silence(fact, unmet, figures)
        return _out(
            question, Line(question=question, fact=fact, figure=None, grade=None, unmet=unmet)
        )
    if fact is not None and fact.state is State.NA:
        return _out(
            question,
            Line(question=question, fact=fact, figure=None, grade=fact.grade, reason=fact.note),
        )
    figure = _figure(question, fact, figures)
    too_few = _first_unmet(question.counts_from, facts, figures)
    if too_few is not None and figure.state is State.VALUE:
        figure = Figure(state=State.UNKNOWN, facts=figure.facts, working=figure.working)
    return _in(question, fact, figure, too_few, figures, when)


def _first_unmet(
    conditions: tuple[Condition, ...], facts: EmployerFacts, figures: Figures
) -> Condition | None:
    return next((one for one in conditions if holds(one, facts, figures) is False), None)


def _check_silence(fact: Fact | None, unmet: Condition, figures: Figures) -> None:
    if fact is not None and fact.state is State.VALUE and not unmet.figure:
        figures.faults.append(
            Fault(
                message=f"It was answered '{fact.text}', but profile.{unmet.name} says that it does not apply.",
                where=fact.criterion,
                remedy="Correct one of them.",
            )
        )


def _out(question: Criterion, line: Line) -> NodeScore:
    return NodeScore(
        node=question, state=State.NA, value=None, low=None, high=None,
        most=question.most, value_most=None, weight=question.weight, share=_NONE,
        answered=_NONE, coverage=_NONE, confirmed=_NONE, supposed=_NONE, line=line,
    )  # fmt: skip


def _figure(question: Criterion, fact: Fact | None, figures: Figures) -> Figure:
    if question.kind is AnswerKind.NUMBER:
        return figures.of(question.id)
    if fact is None:
        return Figure(state=State.MISSING)
    if question.kind is AnswerKind.CHECKLIST and fact.state is State.VALUE:
        count = fact.value if isinstance(fact.value, Fraction) else Fraction(len(fact.value))  # type: ignore[arg-type]  # a set of boxes
        return Figure(state=fact.state, number=count, facts=(fact,))
    return Figure(state=fact.state, facts=(fact,), reason=fact.note)


def _in(
    question: Criterion,
    fact: Fact | None,
    figure: Figure,
    too_few: Condition | None,
    figures: Figures,
    when: Missing,
) -> NodeScore:
    grade = _weakest_grade(figure.facts)
    step, better, edges = _step(question, figure, figures)
    line = Line(
        question=question, fact=fact, figure=figure, grade=grade, step=step,
        better=better, edges=edges, unmet=too_few, reason=figure.reason,
    )  # fmt: skip
    is_answered = figure.state not in OPEN_STATES
    low, high = question.fewest, question.most
    value: Fraction | None = None
    if is_answered:
        value = low = high = _points(question, figure, step)
    elif when.of(figure.state) is Reading.ZERO:
        value = question.fewest
    answered = _ONE if is_answered else _NONE
    return NodeScore(
        node=question, state=figure.state, value=value, low=low, high=high,
        most=question.most, value_most=question.most, weight=question.weight, share=_NONE,
        answered=answered,
        coverage=answered if grade in _SEEN else _NONE,
        confirmed=answered if grade in _CONFIRMED else _NONE,
        supposed=answered if grade in (None, *_SEEN) else _NONE,
        line=line,
    )  # fmt: skip


def _weakest_grade(facts: tuple[Fact, ...]) -> Grade | None:
    """A figure is as well proved as the weakest answer it rests on."""
    grades = [fact.grade for fact in facts]
    if not grades or None in grades:
        return min((grade for grade in grades if grade not in (None, *_SEEN)), default=None)
    return min(grade for grade in grades if grade is not None)


def _points(question: Criterion, figure: Figure, step: Band | Choice | None) -> Fraction:
    if figure.state is State.NOT_OFFERED:
        return question.fewest
    if isinstance(question.points, Span):
        return figure.number or _NONE
    return step.gives if step is not None else question.fewest


Step = tuple[Band | Choice | None, Band | Choice | None, tuple[Fraction | None, ...]]


def _step(question: Criterion, figure: Figure, figures: Figures) -> Step:
    if isinstance(question.points, Span) or figure.state is not State.VALUE:
        return None, None, ()
    if question.kind in (AnswerKind.CHOICE, AnswerKind.YES_NO):
        return _choice_step(question, figure)
    return _band_step(question, figure, figures)


def _choice_step(question: Criterion, figure: Figure) -> Step:
    choices = [choice for choice in question.points if isinstance(choice, Choice)]  # type: ignore[union-attr]  # not a span
    chosen = next(choice for choice in choices if choice.id == figure.facts[0].value)
    more = [choice for choice in choices if choice.gives > chosen.gives]
    return chosen, min(more, key=lambda choice: choice.gives, default=None), ()


def _band_step(question: Criterion, figure: Figure, figures: Figures) -> Step:
    bands = [band for band in question.points if isinstance(band, Band)]  # type: ignore[union-attr]  # not a span
    edges = tuple(_edge(band, question, figures) for band in bands)
    _check_rising(question, edges, figures)
    number = figure.number or _NONE
    hit = max((i for i, edge in enumerate(edges) if edge is None or edge <= number), default=0)
    more = [i for i, band in enumerate(bands) if band.gives > bands[hit].gives]
    nearest = min(more, key=lambda i: (bands[i].gives, abs(i - hit)), default=None)
    return bands[hit], None if nearest is None else bands[nearest], edges


def _edge(band: Band, question: Criterion, figures: Figures) -> Fraction | None:
    if not isinstance(band.start, str):
        return band.start
    found = figures.parameter(band.start, needed_for=question.id)
    return found.row.value if found else None


def _check_rising(
    question: Criterion, edges: tuple[Fraction | None, ...], figures: Figures
) -> None:
    known = [edge for edge in edges if edge is not None]
    if known != sorted(set(known)):
        figures.faults.append(
            Fault(
                message="A parameter makes the bands cross: "
                + ", ".join(f"{float(edge):g}" for edge in known)
                + ".",
                where=question.id,
                remedy="Check the parameter for this place and date.",
            )
        )
