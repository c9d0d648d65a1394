"""A standard as text: what it asks, what each answer gives, and the ids for a facts file."""

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain

from jobquality.cli.tailored import tailored_lines
from jobquality.reading.names import FILES, band_words, unit_words
from jobquality.reading.numbers import number_words
from jobquality.reading.outcomes import floor_words
from jobquality.reading.reasons import bands_of, divided_by, gives_words, grounds_words
from jobquality.rubrics.catalog import Edition
from jobquality.rubrics.model import (
    AnswerKind,
    Asked,
    Band,
    Choice,
    Condition,
    Criterion,
    Grounds,
    Group,
    Level,
    Rubric,
    Span,
    Term,
)
from jobquality.rubrics.parameters import Parameters
from jobquality.rubrics.steps import steps_of
from jobquality.rubrics.words import Words

_STEP = "  "
_WIDTH = 10


def show_edition(edition: Edition, parameters: Parameters) -> str:
    """Return a standard as text."""
    return "\n".join(_shown(edition, parameters))


def _shown(edition: Edition, parameters: Parameters) -> Iterator[str]:
    rubric, words = edition.rubric, edition.words.get("en")
    title = (words.title if words else "") or rubric.wording.title
    yield f"{title} ({rubric.name})" if title else rubric.name
    yield from tailored_lines(rubric)
    yield from _needed(rubric, parameters)
    yield from _group(rubric.root, words, pad="")
    yield from _critical(rubric, words)
    if rubric.levels:
        yield "\nLevels, the highest first"
        yield from (f"{_STEP}{level.id}: {_level(level)}" for level in rubric.levels)


def _needed(rubric: Rubric, parameters: Parameters) -> Iterator[str]:
    """Yield what a facts file has to say of the employer itself."""
    used = [name for name in parameters.by_id if name in set(_parameters(rubric))]
    facts = dict.fromkeys(
        [*(["place"] if used else []), *_limits(used, parameters), *_conditions(rubric)]
    )
    if facts:
        yield f"\nFacts about the employer: {', '.join(f'profile.{name}' for name in facts)}"
    if used:
        shown = (
            name if parameters.by_id[name].rows else f"{name} (bring your own with --parameters)"
            for name in used
        )
        yield f"Figures that depend on place and date: {', '.join(shown)}"


def _parameters(rubric: Rubric) -> Iterator[str]:
    for question in rubric.questions():
        yield from (term.name for term in _terms(question) if term.kind is Asked.PARAMETER)
        yield from (band.start for band in bands_of(question) if isinstance(band.start, str))


def _terms(question: Criterion) -> tuple[Term, ...]:
    measure = question.measure
    if measure is None:
        return ()
    return (*measure.of, *measure.to, *((measure.cap,) if measure.cap else ()))


def _limits(used: list[str], parameters: Parameters) -> Iterator[str]:
    rows = chain.from_iterable(parameters.by_id[name].rows for name in used)
    return (limit.name for row in rows for limit in row.limits)


def _conditions(rubric: Rubric) -> Iterator[str]:
    asked = chain.from_iterable(question.applies for question in rubric.questions())
    return (condition.name for condition in asked if not condition.figure)


def _group(group: Group, words: Words | None, *, pad: str) -> Iterator[str]:
    for child in group.children:
        weight = f", weight {number_words(child.weight)}"
        yield f"\n{pad}{FILES.labelled(child, words)}{weight}"
        if isinstance(child, Group):
            yield from _group(child, words, pad=pad + _STEP)
        else:
            yield from (f"{pad}{_STEP}{said}" for said in _criterion(child))
    if group.figures:
        yield f"\n{pad}Figures that are asked, but give no points"
    for figure in group.figures:
        yield f"{pad}{_STEP}{figure.id}: {figure.wording.ask} Answer: {_kind(figure)}."


def _criterion(criterion: Criterion) -> Iterator[str]:
    yield criterion.wording.ask
    yield f"Answer: {_kind(criterion)}.{_measured(criterion)}"
    for condition in criterion.applies:
        yield f"Asked only where {_holds(condition)}."
    for condition in criterion.counts_from:
        yield f"Counts only where {_holds(condition)}."
    yield from (f"{_STEP}[ ] {box.id}: {box.ask}" for box in criterion.boxes)
    yield from _points(criterion)
    if criterion.evidence:
        yield f"Evidence: {', '.join(criterion.evidence)}"


def _kind(question: Criterion) -> str:
    kinds = {
        AnswerKind.NUMBER: f"a number ({unit_words(question)})".replace(" ()", ""),
        AnswerKind.CHOICE: "one of these, by its id",
        AnswerKind.CHECKLIST: "how many of these are true, or their ids with ; between them",
        AnswerKind.YES_NO: "yes or no",
        AnswerKind.DATE: "a date such as 2026-03-01",
    }
    return kinds[question.kind]


def _measured(question: Criterion) -> str:
    if question.measure is None:
        return ""
    over, under = (
        " × ".join(_term(term) for term in terms)
        for terms in (question.measure.of, question.measure.to)
    )
    return f" Or give its parts: {over}{divided_by(under)}."


def _term(term: Term) -> str:
    return number_words(term.number) if term.name == term.unit.name else term.name


def _holds(condition: Condition) -> str:
    name = condition.name if condition.figure else f"profile.{condition.name}"
    if condition.equals is not None:
        return f"{name} is {condition.equals}"
    ends = [f"{number_words(condition.at_least)} or more"] if condition.at_least is not None else []
    ends += [f"under {number_words(condition.below)}"] if condition.below is not None else []
    return f"{name} is {', '.join(ends)}"


def _points(criterion: Criterion) -> Iterator[str]:
    points = criterion.points
    if isinstance(points, Span):
        end = f"to {number_words(points.high)}" if points.high is not None else "upwards"
        yield f"The answer itself is the points, from {number_words(points.low)} {end}."
        return
    steps = steps_of(points)
    if not steps:
        return
    edges = [_edge(band) for band in bands_of(criterion)]
    ends = iter(zip(edges, [*edges[1:], ""], strict=True))
    usual, _ = Counter(step.grounds for step in steps).most_common(1)[0]
    for step in steps:
        said = _choice(step) if isinstance(step, Choice) else band_words(*next(ends), FILES.say)
        grounds = f" ({grounds_words(step.grounds, FILES.say)})" if step.grounds != usual else ""
        yield f"{gives_words(step.gives, FILES.say):>{_WIDTH}}: {said}{grounds}"
    yield _rests(steps, usual)


def _rests(steps: Sequence[Band | Choice], usual: Grounds) -> str:
    which = "Basis" if all(step.grounds == usual for step in steps) else "Basis of the others"
    return f"{which}: {grounds_words(usual, FILES.say)}"


def _edge(band: Band) -> str:
    return number_words(band.start) if isinstance(band.start, Fraction) else band.start or ""


def _choice(choice: Choice) -> str:
    return f"{choice.id} – {choice.ask}" if choice.ask else choice.id


def _critical(rubric: Rubric, words: Words | None) -> Iterator[str]:
    if rubric.critical:
        yield "\nCritical violations. Answer: found, none_found or not_checked"
    for one in rubric.critical:
        source = f" ({one.source})" if one.source else ""
        yield f"{_STEP}{FILES.labelled(one, words)}: {one.wording.ask}{source}"


def _level(level: Level) -> str:
    if level.declared is not None:
        kind = "yes or no" if level.declared is AnswerKind.YES_NO else "a date"
        return f"declared, not scored. {level.wording.ask} Answer: {kind}."
    floors = [
        f"{floor.name.replace('_', ' ')} {floor_words(floor, FILES.say)}" for floor in level.floors
    ]
    months = f". A certificate lasts {level.months} months" if level.months else ""
    return f"{', '.join(floors) or 'whatever is left'}{months}."
