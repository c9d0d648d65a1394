"""`jobquality rubric check` and `show`: is a file usable, and what does it say?"""

from collections.abc import Iterator
from datetime import UTC, datetime

import click

from jobquality.cli.standards import find_edition, find_parameters
from jobquality.errors import FaultsError
from jobquality.rubrics.catalog import Edition
from jobquality.rubrics.model import Band, Basis, Choice, Criterion, Group, Rubric, Span
from jobquality.rubrics.parameters import Parameters
from jobquality.rubrics.words import missing_words
from jobquality.schemas.reasons import number_words
from jobquality.scoring.examples import run_examples

_PARAMETERS = click.option(
    "--parameters", "parameter_files", multiple=True, metavar="FILE", help="Your own dated figures."
)


@click.group(short_help="Check a standard, or show it.")
def rubric() -> None:
    """Check a standard, or show it."""


@rubric.command(short_help="Name everything that is wrong in a standard.")
@click.argument("names", nargs=-1, required=True, metavar="RUBRIC…")
@_PARAMETERS
def check(names: tuple[str, ...], parameter_files: tuple[str, ...]) -> None:
    """Check standards: YAML files, or names of standards that we ship.

    Names every fault at once, with its line and what to do. The tests in the file must
    come out too. Exit code 0 means that the file can be used.
    """
    parameters = find_parameters(parameter_files)
    for name in names:
        edition = find_edition(name, parameters)
        faults = run_examples(edition.rubric, parameters, on=datetime.now(UTC).date())
        if faults:
            raise FaultsError(faults)
        for said in _report(edition):
            click.echo(said)


def _report(edition: Edition) -> Iterator[str]:
    rubric = edition.rubric
    scored = list(rubric.root.criteria())
    figures = sum(1 for question in rubric.questions() if question.points is None)
    yield f"{rubric.name}: can be used."
    yield f"  {len(scored)} criteria in {len(list(rubric.root.groups())) - 1} dimensions, {figures} figures asked beside them, {len(rubric.critical)} critical violations, {len(rubric.levels)} levels, {len(rubric.examples)} tests come out."
    yield f"  Thresholds rest on: {_bases(rubric)}."
    yield f"  Scoring hash {rubric.scoring_hash}"
    yield from (f"  {said}" for said in _remarks(edition))


def _bases(rubric: Rubric) -> str:
    count = dict.fromkeys(Basis, 0)
    for criterion in rubric.root.criteria():
        for step in () if isinstance(criterion.points, Span) else criterion.points or ():
            count[step.grounds.basis] += 1
    return ", ".join(f"{basis} {number}" for basis, number in count.items())


def _remarks(edition: Edition) -> Iterator[str]:
    rubric = edition.rubric
    if rubric.advanced:
        yield f"Advanced words used: {', '.join(rubric.advanced)}."
    if not rubric.examples:
        yield "The file has no tests; it needs some before it can be published."
    for language, words in edition.words.items():
        missing = missing_words(rubric, words, translated=language != "en")
        if missing:
            yield f"Words missing in {language}: {', '.join(missing[:8])}{' …' if len(missing) > 8 else ''}"
        if not words.is_reviewed:
            yield f"The words in {language} have not been reviewed by a person."


@rubric.command(short_help="Show a standard as text.")
@click.argument("name", metavar="RUBRIC")
@_PARAMETERS
def show(name: str, parameter_files: tuple[str, ...]) -> None:
    """Show what a standard asks, what each answer gives, and the ids for a facts file."""
    parameters: Parameters = find_parameters(parameter_files)
    edition = find_edition(name, parameters)
    for said in _shown(edition):
        click.echo(said)


def _shown(edition: Edition) -> Iterator[str]:
    rubric = edition.rubric
    english = edition.words.get("en")
    yield f"{english.title if english else rubric.wording.title or rubric.id} ({rubric.name})"
    yield from _group(rubric.root, depth=0)
    if rubric.critical:
        yield "\nCritical violations (found, none_found, not_checked)"
    for critical in rubric.critical:
        yield f"  {critical.id}: {critical.wording.ask} [{critical.source}]"
    if rubric.levels:
        yield "\nLevels"
    for level in rubric.levels:
        floors = ", ".join(
            f"{floor.name} {'at most' if floor.at_most else 'from'} {number_words(floor.number)}"
            for floor in level.floors
        )
        yield f"  {level.id}: {floors or 'declared' if level.declared else floors or 'otherwise'}"


def _group(group: Group, *, depth: int) -> Iterator[str]:
    pad = "  " * depth
    for child in group.children:
        if isinstance(child, Group):
            yield f"\n{pad}{child.id} (weight {number_words(child.weight)})"
            yield from _group(child, depth=depth + 1)
        else:
            yield from _criterion(child, pad)
    for figure in group.figures:
        yield f"{pad}{figure.id}: {figure.wording.ask} [{figure.unit.words if figure.unit else figure.kind}] (not scored)"


def _criterion(criterion: Criterion, pad: str) -> Iterator[str]:
    yield f"{pad}{criterion.id} (weight {number_words(criterion.weight)}): {criterion.wording.ask}"
    if isinstance(criterion.points, Span):
        yield f"{pad}    the answer is the points, from {number_words(criterion.points.low)} to {number_words(criterion.points.high)}"
        return
    for box in criterion.boxes:
        yield f"{pad}    [ ] {box.id}: {box.ask}"
    for step in criterion.points or ():
        yield f"{pad}    {number_words(step.gives)}  {_step(step, criterion)}"


def _step(step: Band | Choice, criterion: Criterion) -> str:
    if isinstance(step, Choice):
        return f"{step.id}: {step.ask}" if step.ask else step.id
    unit = criterion.unit.words if criterion.unit else "boxes"
    if step.start is None:
        return f"less than that ({unit})"
    start = step.start if isinstance(step.start, str) else number_words(step.start)
    return f"from {start} {unit}"
