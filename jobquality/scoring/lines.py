"""Points for one criterion: what was answered, which band it hits, and why not more."""

from dataclasses import dataclass, replace
from fractions import Fraction

from jobquality.errors import Fault
from jobquality.rubrics.fields import shown
from jobquality.rubrics.model import (
    OPEN_STATES,
    AnswerKind,
    CohortReading,
    Condition,
    Criterion,
    Missing,
    Reading,
    State,
)
from jobquality.rubrics.rules import Rules
from jobquality.rubrics.steps import Against
from jobquality.scoring.backing import find_lacking, lacking_words
from jobquality.scoring.cohorts import Known, best_place, ends, worst_place
from jobquality.scoring.conditions import find_doubtful, find_unmet
from jobquality.scoring.facts import EmployerFacts, Fact, Grade
from jobquality.scoring.figures import Figure, Figures
from jobquality.scoring.finishing import capped
from jobquality.scoring.landings import Landing, land
from jobquality.scoring.rounding import decimal_text
from jobquality.scoring.scorecard import Line, NodeScore

_ONE, _NONE = Fraction(1), Fraction(0)
_SEEN = (Grade.E2, Grade.E3, Grade.E4)
_CONFIRMED = (Grade.E3, Grade.E4)
_WITHOUT_POINTS = (*OPEN_STATES, State.NA)
_FILLED = {Reading.COHORT_MEAN: Known.FILL_MEAN, Reading.COHORT_MEDIAN: Known.FILL_MEDIAN}
_OUTERMOST = {Reading.ZERO: worst_place, Reading.FULL: best_place}
_NUMBERED = (AnswerKind.NUMBER, AnswerKind.CHECKLIST)
#: Why a figure is not known although each of its parts was answered.
PART_DOES_NOT_APPLY = "a part of it does not apply"


def score_criterion(
    question: Criterion,
    facts: EmployerFacts,
    figures: Figures,
    *,
    when: Missing,
    weight: Fraction,
) -> NodeScore:
    """Return the points of one criterion, with the reason for them."""
    line = _line(question, facts, figures)
    if line.landing is not None:
        if figures.is_gathering:
            _gather(line, line.landing, figures)
        return _answered(line, line.landing, weight, figures)
    if line.figure is None:
        return _out(line, weight)
    state = line.figure.state
    reading = when.of(state)
    if reading is Reading.NA or (state is State.NA and reading is Reading.OUT):
        return _out(line, weight)
    gap = _Gap(reading, when.within, figures)
    return _stated(line, gap, weight) if state is State.NA else _open(line, state, gap, weight)


def _gather(line: Line, landing: Landing, figures: Figures) -> None:
    """Hand what was answered to the cohort; of choices, which are no numbers, their points."""
    if landing.state is not State.VALUE or line.figure is None:
        return
    number = landing.points if line.figure.number is None else line.figure.number
    figures.gather(line.question.id, number)


def _line(question: Criterion, facts: EmployerFacts, figures: Figures) -> Line:
    fact = facts.find(question.reads or question.id)
    unmet = find_unmet(question.applies, facts, figures)
    if unmet is not None:
        _check_silence(fact, unmet, figures)
        return Line(question=question, fact=fact, unmet=unmet)
    figure = _figure(question, fact, figures)
    few = None
    if figure.state is State.VALUE:
        few = find_unmet(question.counts_from, facts, figures)
    doubtful = _find_doubtful(question, figure, few, figures)
    figure = _as_it_counts(figure, few, doubtful)
    figure = _as_backed(question, fact, figure)
    return Line(
        question=question,
        fact=fact,
        figure=figure,
        grade=weakest_grade(figure.facts),
        landing=_land(question, figure, figures),
        unmet=few,
        doubtful=doubtful,
        reason=figure.reason,
    )


def _check_silence(fact: Fact | None, unmet: Condition, figures: Figures) -> None:
    is_about_profile = not (unmet.figure or unmet.scored or unmet.answered)
    if fact is not None and fact.state is State.VALUE and is_about_profile:
        figures.faults.append(
            Fault(
                message=f"It was answered {shown(fact.text)}, but profile.{unmet.name} says that "
                "it does not apply.",
                where=fact.criterion,
                remedy="Correct one of them.",
            )
        )


def _figure(question: Criterion, fact: Fact | None, figures: Figures) -> Figure:
    if question.kind is AnswerKind.NUMBER:
        return _without_na(question, figures.of(question.reads or question.id))
    if fact is None:
        return Figure(state=State.MISSING)
    return Figure(
        state=fact.state,
        number=_number(fact),
        facts=(fact,),
        reason=fact.note,
        chosen=fact.value if isinstance(fact.value, str) else "",
        tallied=fact.value if isinstance(fact.value, tuple) else (),
    )


def _without_na(question: Criterion, figure: Figure) -> Figure:
    """A part that does not apply takes the criterion out only where it may leave at all."""
    if figure.state is not State.NA or question.allows_na:
        return figure
    return replace(figure, state=State.UNKNOWN, reason=PART_DOES_NOT_APPLY)


def _number(fact: Fact) -> Fraction | None:
    if isinstance(fact.value, frozenset):
        return Fraction(len(fact.value))
    return fact.value if isinstance(fact.value, Fraction) else None


def _find_doubtful(
    question: Criterion, figure: Figure, few: Condition | None, figures: Figures
) -> Condition | None:
    """Return the condition because of which an answer may yet not count."""
    if figure.state in _WITHOUT_POINTS or few is not None:
        return None
    conditions = question.applies
    if figure.state is State.VALUE:
        conditions = (*question.applies, *question.counts_from)
    return find_doubtful(conditions, figures)


def _as_it_counts(figure: Figure, few: Condition | None, doubtful: Condition | None) -> Figure:
    """Read an answer as unknown while it may yet not count: that never helps."""
    if few is not None:
        return replace(figure, state=State.UNKNOWN)
    if doubtful is None:
        return figure
    reason = f"{doubtful.name} is not known, so the answer does not count"
    return replace(figure, state=State.UNKNOWN, reason=reason)


def _land(question: Criterion, figure: Figure, figures: Figures) -> Landing | None:
    if figure.state in _WITHOUT_POINTS:
        return None
    landing = land(question, figure, figures)
    _check_finished(question, figure, landing, figures)
    return landing


def _check_finished(
    question: Criterion, figure: Figure, landing: Landing, figures: Figures
) -> None:
    """Refuse a rounded figure that gives other points than its parts.

    Which of them counts would else depend on whether the parts were seen.
    """
    if figure.finished is None or figure.number is None:
        return
    finished = land(question, replace(figure, number=figure.finished), figures)
    if finished.points != landing.points:
        figures.faults.append(
            Fault(
                message=f"The figure given is {decimal_text(figure.finished, digits=4)}, but its "
                f"parts give {decimal_text(figure.number, digits=4)}, and other points.",
                where=question.id,
                remedy="Leave the figure empty.",
            )
        )


def weakest_grade(facts: tuple[Fact, ...]) -> Grade | None:
    """Return the grade of a figure.

    A figure is as well proved as the weakest answer it rests on.

    An answer without a grade may yet prove to be seen; one below E2 is known not to be.
    """
    grades = [fact.grade for fact in facts if fact.grade is not None]
    if len(grades) < len(facts):
        grades = [grade for grade in grades if grade not in _SEEN]
    return min(grades, default=None)


def _as_backed(question: Criterion, fact: Fact | None, figure: Figure) -> Figure:
    """Read an answer as unknown while what must back it is not there."""
    if fact is None or figure.state is not State.VALUE:
        return figure
    lacking = find_lacking(question, fact)
    if lacking is None:
        return figure
    words = lacking_words(lacking)
    return replace(figure, state=State.UNKNOWN, reason=f"the answer needs {words}")


def _out(line: Line, weight: Fraction) -> NodeScore:
    return NodeScore(
        node=line.question, state=State.NA, most=line.question.most, weight=weight, line=line
    )


@dataclass(frozen=True, slots=True)
class _Gap:
    """How a gap is read, and where the cohort that may fill it is known."""

    reading: Reading
    within: str
    figures: Figures

    def value(self, question: Criterion) -> Fraction | None:
        """Return what the gap counts as; None where it counts as nothing."""
        if self.reading in _FILLED:
            return self._as_the_others(question, _FILLED[self.reading])
        if self.reading in _OUTERMOST and isinstance(question.points, CohortReading):
            return self._as_an_end(question, question.points)
        plain = {
            Reading.ZERO: question.fewest,
            Reading.FULL: question.most,
            Reading.NOTHING: _NONE,
        }
        return plain.get(self.reading)

    def _as_an_end(self, question: Criterion, points: CohortReading) -> Fraction | None:
        """Return the worst or the best place in the cohort."""
        stats = self.figures.known(question.id, points.within)
        if stats is None:
            return None
        return _OUTERMOST[self.reading](points, stats)

    def _as_the_others(self, question: Criterion, fill: Known) -> Fraction | None:
        """Return what the mean or the median of the cohort gets; None where nobody answered."""
        if not self.figures.has_cohort:
            self.figures.stats(question.id)
        stats = self.figures.known(question.id, self.within)
        if stats is None:
            return None
        points = stats.known[fill]
        if question.kind in _NUMBERED:
            points = land(question, Figure(state=State.VALUE, number=points), self.figures).points
        return capped(question.rules, points)


def _stated(line: Line, gap: "_Gap", weight: Fraction) -> NodeScore:
    """Return the points of a question that does not apply, where that gives points."""
    points = gap.value(line.question) or _NONE
    return replace(
        _out(line, weight),
        value=points,
        low=points,
        high=points,
        value_most=line.question.most,
        answered=_ONE,
        coverage=_ONE,
        supposed=_ONE,
        reading=gap.reading,
    )


def _open(line: Line, state: State, gap: _Gap, weight: Fraction) -> NodeScore:
    question = line.question
    fewest, most = _ends(question, gap.figures)
    return NodeScore(
        node=question,
        state=state,
        value=gap.value(question),
        low=fewest,
        high=most,
        most=_most(question, gap.figures),
        value_most=_most(question, gap.figures),
        weight=weight,
        line=line,
        blocks=gap.reading is Reading.BLOCK,
        reading=gap.reading,
    )


def _ends(question: Criterion, figures: Figures) -> tuple[Fraction | None, Fraction | None]:
    """Return the worst and the best that an answer could give."""
    points = question.points
    if not isinstance(points, CohortReading):
        return question.fewest, question.most
    rules = question.rules
    low, high = ends(points, figures.known(question.id, points.within))
    return _capped(rules, low, question.fewest), _capped(rules, high, question.most)


def _capped(
    rules: Rules | None, end: Fraction | None, otherwise: Fraction | None
) -> Fraction | None:
    return otherwise if end is None else capped(rules, end)


def _most(question: Criterion, figures: Figures) -> Fraction | None:
    """Return the most points; of a rank among others, as many as there are places."""
    points = question.points
    if isinstance(points, CohortReading) and points.by is Against.RANK:
        return _ends(question, figures)[1]
    return question.most


def answered_with(node: NodeScore, points: Fraction) -> NodeScore:
    """Return the score of a criterion as if its answer gave these points."""
    return replace(
        node, state=State.VALUE, value=points, low=points, high=points, value_most=node.most
    )


def _answered(line: Line, landing: Landing, weight: Fraction, figures: Figures) -> NodeScore:
    most = _most(line.question, figures)
    points = capped(line.question.rules, landing.points)
    is_seen, is_confirmed = line.grade in _SEEN, line.grade in _CONFIRMED
    return NodeScore(
        node=line.question,
        state=landing.state,
        value=points,
        low=points,
        high=points,
        most=most,
        value_most=most,
        weight=weight,
        answered=_ONE,
        coverage=_ONE if is_seen else _NONE,
        confirmed=_ONE if is_confirmed else _NONE,
        supposed=_ONE if is_seen or line.grade is None else _NONE,
        line=line,
    )
