"""The steps of a question as a brief names them: without a place, whose figures would differ."""

from dataclasses import dataclass
from fractions import Fraction

from jobquality.reading.names import Names
from jobquality.reading.numbers import number_words, percent_words
from jobquality.rubrics.model import AnswerKind, Asked, Band, Choice, Criterion
from jobquality.scoring.points import bands_of


@dataclass(frozen=True, slots=True)
class Steps:
    """Names steps in one language."""

    names: Names

    def good(self, question: Criterion, standard: Band | Choice) -> str:
        """Return what counts as good: the side of the step that leads to it."""
        if isinstance(standard, Choice):
            return self.names.choice(question, standard)
        start, end = _edges(question, standard)
        if question.kind is AnswerKind.CHECKLIST:
            number, most = number_words(start), len(question.boxes)
            return self.names.say("briefs_boxes", number=number, most=most)
        if _falls(question) and end is not None:
            return self.names.say("plan_under", amount=self._amount(end, question))
        said = "–" if start is None else self._amount(start, question)
        return self.names.say("plan_from", amount=said)

    def step(self, question: Criterion, step: Band | Choice) -> str:
        """Return one step with its unit said once: `7 to under 14 days`, `28 days or more`."""
        if isinstance(step, Choice):
            return self.names.choice(question, step)
        start, end = _edges(question, step)
        if question.kind is AnswerKind.CHECKLIST:
            return self.names.band(question, start, end)
        return self._between(question, start, end)

    def _between(self, question: Criterion, start: Fraction | None, end: Fraction | None) -> str:
        say = self.names.say
        if start is None:
            return say("plan_under", amount="–" if end is None else self._short(end, question))
        if end is None:
            return say("plan_from", amount=self._short(start, question))
        bare = percent_words(start) if figure_of(question) else number_words(start)
        return say("briefs_between", start=bare, end=self._short(end, question))

    def _amount(self, number: Fraction, question: Criterion) -> str:
        figure = figure_of(question)
        if not figure:
            return self.names.amount(number, question)
        return self.names.say(
            "briefs_of_figure", percent=percent_words(number), figure=self.names.figure(figure)
        )

    def _short(self, edge: Fraction, question: Criterion) -> str:
        return percent_words(edge) if figure_of(question) else self.names.amount(edge, question)


def figure_of(question: Criterion) -> str:
    """Return the dated figure that a ratio is of, such as the living wage; else nothing."""
    measure, unit = question.measure, question.unit
    if measure is None or unit is None or unit.name != "ratio" or len(measure.to) != 1:
        return ""
    return measure.to[0].name if measure.to[0].kind is Asked.PARAMETER else ""


def _edges(question: Criterion, band: Band) -> tuple[Fraction | None, Fraction | None]:
    """Return where a band starts and ends; None where it is open or hangs on a dated figure."""
    bands = bands_of(question)
    starts = [one.start if isinstance(one.start, Fraction) else None for one in bands]
    place = bands.index(band)
    return starts[place], starts[place + 1] if place + 1 < len(starts) else None


def _falls(question: Criterion) -> bool:
    """Say whether smaller numbers give more points."""
    bands = bands_of(question)
    return bands[0].gives > bands[-1].gives
