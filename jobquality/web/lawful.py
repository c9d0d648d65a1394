"""The law and the dated figures beside a question."""

from collections.abc import Iterable, Iterator

from jobquality.reading.names import Names
from jobquality.rubrics.model import (
    Asked,
    Band,
    Basis,
    Criterion,
    Critical,
    Measure,
    Rubric,
)
from jobquality.rubrics.parameters import Found, NoFigureError
from jobquality.scoring.answers import Question
from jobquality.services.sheets import Sheet
from jobquality.store.assessments import Answer
from jobquality.web.asked import Known, Law

#: Figures that a law sets: what the law asks at least, and at most.
_FLOORS = ("minimum_wage", "tipped_minimum_wage")
_CEILINGS = ("health_affordability",)
#: Rates that an organization brings itself.
_RATES = ("living_wage",)
_HOURLY, _TIPPED = "usd_per_hour", "tipped_workers"


def known_beside(sheet: Sheet, question: Question, names: Names) -> tuple[Known, ...]:
    """Return every dated figure that a question needs, as it is at the place on the day."""
    wanted = parameters_beside(sheet.edition.rubric, question)
    return tuple(_known(sheet, name, names) for name in wanted)


def law_beside(sheet: Sheet, question: Question, names: Names, answer: Answer | None) -> Law:
    """Return what is said of the law beside a question."""
    wanted = [
        name
        for name in parameters_beside(sheet.edition.rubric, question)
        if name in (*_FLOORS, *_CEILINGS)
    ]
    checked = answer.law_checked_on if answer else None
    return Law(
        asks=tuple(_asks(sheet, wanted, names)),
        none=names.day(checked) if checked else "",
        elsewhere=tuple(dict.fromkeys(_elsewhere(question))),
    )


def parameters_beside(rubric: Rubric, question: Question) -> tuple[str, ...]:
    """Return the ids of the figures that stand beside a question, the law's own first."""
    named = (
        _beside_critical(rubric, question)
        if isinstance(question, Critical)
        else _beside_criterion(rubric, question)
        if isinstance(question, Criterion)
        else ()
    )
    legal = (*_FLOORS, *_CEILINGS)
    return tuple(sorted(dict.fromkeys(named), key=lambda name: name not in legal))


def _beside_critical(rubric: Rubric, critical: Critical) -> Iterator[str]:
    """Yield the floors of every question at which this violation is to be looked for."""
    for question in rubric.questions():
        if critical.id in question.critical:
            named = [*_beside_criterion(rubric, question), *_of_parts(rubric, question)]
            yield from (name for name in named if name in _FLOORS)


def _of_parts(rubric: Rubric, question: Criterion) -> Iterator[str]:
    parts = {term.name for term in terms_of(question.measure) if term.kind is Asked.FIGURE}
    for part in rubric.questions():
        if part.id in parts:
            yield from _beside_criterion(rubric, part)


def _beside_criterion(rubric: Rubric, question: Criterion) -> Iterator[str]:
    for term in terms_of(question.measure):
        if term.kind is Asked.PARAMETER:
            yield term.name
    for step in question.points if isinstance(question.points, tuple) else ():
        if isinstance(step, Band) and isinstance(step.start, str):
            yield step.start
    if question.unit is not None and question.unit.name == _HOURLY:
        yield _FLOORS[_is_of_tipped(rubric, question)]


def _is_of_tipped(rubric: Rubric, question: Criterion) -> bool:
    """Say whether a wage is one of tipped workers: the criterion it is a part of says so."""
    around = (
        one
        for one in rubric.questions()
        if one is question or question.id in {term.name for term in terms_of(one.measure)}
    )
    return any(condition.name == _TIPPED for one in around for condition in one.applies)


def terms_of(measure: Measure | None) -> tuple:  # type: ignore[type-arg]  # of terms
    """Return every part of a measure; none where there is no measure."""
    if measure is None:
        return ()
    return (*measure.of, *measure.to, *((measure.cap,) if measure.cap else ()))


def _find(sheet: Sheet, name: str) -> Found | None:
    try:
        return sheet.parameters.look_up(name, profile=sheet.employer.facts, on=sheet.assessment.on)
    except (NoFigureError, KeyError):
        return None


def _known(sheet: Sheet, name: str, names: Names) -> Known:
    found = _find(sheet, name)
    title = names.figure(name)
    title = title[:1].upper() + title[1:]
    if found is None:
        place = names.place(sheet.employer.place, sheet.parameters.places)
        return Known(
            title=title, amount="", place=place, source="", as_of="", due="",
            is_rate=name in _RATES,
        )  # fmt: skip
    return _shown(found, title, sheet, names)


def _shown(found: Found, title: str, sheet: Sheet, names: Names) -> Known:
    row = found.row
    return Known(
        title=title,
        amount=names.measured(row.value, found.parameter.unit),
        place=names.place(row.place, sheet.parameters.places),
        source=row.source,
        as_of=names.day(row.as_of),
        due=names.day(row.check_by) if found.due and row.check_by else "",
        is_rate=False,
    )


def _asks(sheet: Sheet, wanted: Iterable[str], names: Names) -> Iterator[tuple[str, Known]]:
    for name in wanted:
        found = _find(sheet, name)
        if found is not None and not found.due:
            known = _shown(found, names.figure(name), sheet, names)
            sentence = "ask_law_asks_most" if name in _CEILINGS else "ask_law_asks"
            yield names.say(sentence, amount=known.amount, place=known.place), known


def _elsewhere(question: Question) -> Iterator[str]:
    """Yield the laws that thresholds were taken from; a file does not say where they hold."""
    if not isinstance(question, Criterion) or not isinstance(question.points, tuple):
        return
    for step in question.points:
        of_our_own = isinstance(step, Band) and isinstance(step.start, str)
        if step.grounds.basis is Basis.LAW and step.grounds.source and not of_our_own:
            yield step.grounds.source
