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

#: What a law asks at least of the pay for an hour: of other workers, and of tipped ones.
_FLOORS = ("minimum_wage", "tipped_minimum_wage")
#: Rates that an organization brings itself.
_RATES = ("living_wage",)
_HOURLY, _TIPPED = "usd_per_hour", "tipped_workers"


def known_beside(sheet: Sheet, question: Question, names: Names) -> tuple[Known, ...]:
    """Return every dated figure that a question needs, as it is at the place on the day."""
    rubric = sheet.edition.rubric
    wanted = [*floors_beside(rubric, question)]
    wanted += _figures_of(question) if isinstance(question, Criterion) else ()
    return tuple(_known(sheet, name, names) for name in dict.fromkeys(wanted))


def law_beside(sheet: Sheet, question: Question, names: Names, answer: Answer | None) -> Law:
    """Return what is said of the law beside a question.

    Only a dated row for the place says that the law asks something. What a threshold was
    taken from says nothing of where, and of whom, that law holds.
    """
    checked = answer.law_checked_on if answer else None
    return Law(
        asks=tuple(_asks(sheet, floors_beside(sheet.edition.rubric, question), names)),
        none=names.day(checked) if checked else "",
        elsewhere=tuple(dict.fromkeys(_elsewhere(question, names))),
    )


def floors_beside(rubric: Rubric, question: Question) -> tuple[str, ...]:
    """Return the ids of the legal floors that stand beside a question, each once."""
    if isinstance(question, Critical):
        looked_at = (one for one in rubric.questions() if question.id in one.critical)
        found = [name for one in looked_at for name in _floors_of(rubric, one)]
    else:
        found = [*_floors_of(rubric, question)] if isinstance(question, Criterion) else []
    return tuple(dict.fromkeys(found))


def _floors_of(rubric: Rubric, question: Criterion) -> Iterator[str]:
    """Yield the floor of a wage, and of each wage that a figure is worked out from."""
    parts = {term.name for term in terms_of(question.measure) if term.kind is Asked.FIGURE}
    for wage in rubric.questions():
        is_meant = wage is question or wage.id in parts
        if is_meant and wage.unit is not None and wage.unit.name == _HOURLY:
            yield _FLOORS[_is_of_tipped(rubric, wage)]


def _figures_of(question: Criterion) -> Iterator[str]:
    """Yield the figures that a question is worked out from, or that its bands start at."""
    for term in terms_of(question.measure):
        if term.kind is Asked.PARAMETER:
            yield term.name
    for step in question.points if isinstance(question.points, tuple) else ():
        if isinstance(step, Band) and isinstance(step.start, str):
            yield step.start


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


def figure_title(name: str, names: Names) -> str:
    """Return what a dated figure is called, to stand alone."""
    title = names.say.spoken_or(f"ask_figure_{name}", names.figure(name))
    return title[:1].upper() + title[1:]


def missing_figures(sheet: Sheet, question: Question, names: Names) -> tuple[Known, ...]:
    """Return the figures of a question that nobody has for the place and day."""
    return tuple(one for one in known_beside(sheet, question, names) if not one.amount)


def _find(sheet: Sheet, name: str) -> Found | None:
    try:
        return sheet.parameters.look_up(name, profile=sheet.employer.facts, on=sheet.assessment.on)
    except (NoFigureError, KeyError):
        return None


def _known(sheet: Sheet, name: str, names: Names) -> Known:
    found = _find(sheet, name)
    if found is None:
        title = figure_title(name, names)
        place = names.place(sheet.employer.place, sheet.parameters.places)
        return Known(
            name=name, title=title, amount="", place=place, source="", as_of="", due="",
            is_rate=name in _RATES,
        )  # fmt: skip
    return _shown(found, name, sheet, names)


def _shown(found: Found, name: str, sheet: Sheet, names: Names) -> Known:
    row = found.row
    return Known(
        name=name,
        title=figure_title(name, names),
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
            known = _shown(found, name, sheet, names)
            sentence = names.say("ask_law_asks", amount=known.amount, place=known.place)
            yield f"{known.title}: {sentence}", known


def _elsewhere(question: Question, names: Names) -> Iterator[str]:
    """Yield the laws that thresholds were taken from; a file does not say where they hold."""
    if not isinstance(question, Criterion) or not isinstance(question.points, tuple):
        return
    for step in question.points:
        if step.grounds.basis is Basis.LAW and step.grounds.source:
            yield names.source(step.grounds.source)
