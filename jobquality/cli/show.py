"""A standard as text: what it asks, what each answer gives, and the ids for a facts file."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import chain
from textwrap import wrap

from jobquality.cli.show_points import points_table
from jobquality.cli.show_rest import rest_words
from jobquality.cli.show_rules import asked_words, rules_words
from jobquality.cli.tailored import tailored_lines
from jobquality.reading.names import FILES, unit_words
from jobquality.reading.numbers import number_words
from jobquality.reading.outcomes import condition_words, floor_in_words
from jobquality.reading.workings import measured_words
from jobquality.rubrics.catalog import Edition
from jobquality.rubrics.model import (
    AnswerKind,
    Asked,
    Criterion,
    Curve,
    Group,
    Level,
    Rubric,
    Term,
)
from jobquality.rubrics.parameters import Parameters
from jobquality.rubrics.words import Words
from jobquality.scoring.points import bands_of
from jobquality.scoring.shares import in_100, shares_of

_STEP = "  "
#: Longer lines are hard to read.
WIDEST = 100


def show_edition(edition: Edition, parameters: Parameters, *, width: int = WIDEST) -> str:
    """Return a standard as text, its lines no longer than `width` letters where words allow it."""
    lines = (line for text in _shown(edition, parameters) for line in _wrapped(text, width))
    return "\n".join(lines)


def _wrapped(text: str, width: int) -> Iterator[str]:
    """Yield a line as several where it is too long, further in than where it starts."""
    for line in text.split("\n"):
        pad = line[: len(line) - len(line.lstrip())]
        if len(line) <= width:
            yield line
            continue
        yield from wrap(
            line.strip(),
            width,
            initial_indent=pad,
            subsequent_indent=f"{pad}{_STEP * 2}",
            break_long_words=False,
            break_on_hyphens=False,
        )


def _shown(edition: Edition, parameters: Parameters) -> Iterator[str]:
    rubric, words = edition.rubric, edition.words.get("en")
    title = (words.title if words else "") or rubric.wording.title
    yield f"{title} ({rubric.name})" if title else rubric.name
    yield from tailored_lines(rubric)
    about = (words.about if words else "") or rubric.wording.about
    if about:
        yield about
    yield from _needed(rubric, parameters)
    total = list(rules_words(rubric.root))
    if total:
        yield "\nTotal"
        yield from (f"{_STEP}{said}" for said in total)
    yield from _group(rubric.root, words, _shares(rubric), pad="")
    yield from _critical(rubric, words)
    if rubric.levels:
        yield "\nLevels, the highest first"
        yield from (f"{_STEP}{level.id}: {_level(level)}" for level in rubric.levels)
    yield from rest_words(rubric)


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
        yield from (edge for edge in _edges(question) if isinstance(edge, str))


def _edges(question: Criterion) -> Iterator[Fraction | str | None]:
    if isinstance(question.points, Curve):
        yield from (knot.at for knot in question.points.knots)
    yield from (band.start for band in bands_of(question))


def _terms(question: Criterion) -> tuple[Term, ...]:
    measure = question.measure
    if measure is None:
        return ()
    return (*measure.of, *measure.to, *((measure.cap,) if measure.cap else ()))


def _limits(used: list[str], parameters: Parameters) -> Iterator[str]:
    rows = chain.from_iterable(parameters.by_id[name].rows for name in used)
    return (limit.name for row in rows for limit in row.limits)


def _conditions(rubric: Rubric) -> Iterator[str]:
    groups = chain.from_iterable(group.applies for group in rubric.root.groups())
    asked = chain.from_iterable(question.applies for question in rubric.questions())
    return (
        one.name for one in chain(groups, asked) if not (one.figure or one.scored or one.answered)
    )


def _shares(rubric: Rubric) -> dict[str, str]:
    """Return what each node counts of the total, in words to stand behind its weight."""
    shares = shares_of(rubric).items()
    return {name: f", {in_100(share)} in 100 of the total" for name, share in shares}


def _group(group: Group, words: Words | None, shares: dict[str, str], *, pad: str) -> Iterator[str]:
    for child in group.children:
        weight = f", weight {number_words(child.weight)}{shares.get(child.id, '')}"
        weight = ", adds nothing" if child.rules and child.rules.unscored else weight
        yield f"\n{pad}{FILES.labelled(child, words)}{weight}"
        yield from (f"{pad}{_STEP}{said}" for said in rules_words(child))
        if isinstance(child, Group):
            yield from _group(child, words, shares, pad=pad + _STEP)
        else:
            yield from (f"{pad}{_STEP}{said}" for said in _criterion(child))
    if group.figures:
        yield f"\n{pad}Figures that are asked, but give no points"
    for figure in group.figures:
        yield f"{pad}{_STEP}{figure.id}: {figure.wording.ask} Answer: {_kind(figure)}."


def _criterion(criterion: Criterion) -> Iterator[str]:
    yield criterion.wording.ask
    yield f"Answer: {_kind(criterion)}.{_measured(criterion)}"
    yield from asked_words(criterion)
    yield from (f"{_STEP}[ ] {box.id}: {box.ask}" for box in criterion.boxes)
    yield from points_table(criterion.points)
    if criterion.evidence:
        yield f"Evidence: {', '.join(criterion.evidence)}"


def _kind(question: Criterion) -> str:
    kinds = {
        AnswerKind.NUMBER: f"a number ({unit_words(question)})".replace(" ()", ""),
        AnswerKind.CHOICE: "one of these, by its id",
        AnswerKind.CHECKLIST: "how many of these are true, or their ids with ; between them",
        AnswerKind.YES_NO: "yes or no",
        AnswerKind.TALLY: "what was found, as often as it was (a*3; b), or 0 for nothing",
        AnswerKind.DATE: "a date such as 2026-03-01",
    }
    return kinds[question.kind]


def _measured(question: Criterion) -> str:
    measure = question.measure
    if measure is None:
        return ""
    over, under = ([_term(term) for term in terms] for terms in (measure.of, measure.to))
    return f" Or give its parts: {measured_words(measure.how, over, under, FILES)}."


def _term(term: Term) -> str:
    return number_words(term.number) if term.name == term.unit.name else term.name


def _critical(rubric: Rubric, words: Words | None) -> Iterator[str]:
    if rubric.critical:
        yield "\nCritical violations. Answer: found, none_found or not_checked"
    for one in rubric.critical:
        source = f" ({one.source})" if one.source else ""
        allows = f" When found, {one.allows} at most." if one.allows else ""
        yield f"{_STEP}{FILES.labelled(one, words)}: {one.wording.ask}{source}{allows}"


def _level(level: Level) -> str:
    if level.declared is not None:
        kind = "yes or no" if level.declared is AnswerKind.YES_NO else "a date"
        exempts = "".join(f" It {said}." for said in condition_words(level, FILES))
        first = " It goes before the score." if level.overrides else ""
        return f"declared, not scored. {level.wording.ask} Answer: {kind}.{first}{exempts}"
    floors = [floor_in_words(floor, FILES) for floor in level.floors]
    floors += condition_words(level, FILES)
    months = f". A certificate lasts {level.months} months" if level.months else ""
    return f"{', '.join(floors) or 'whatever is left'}{months}."
