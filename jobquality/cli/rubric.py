"""`jobquality rubric check` and `show`: is a file usable, and what does it say?"""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime

import click

from jobquality.cli.refusals import Refusal, in_file
from jobquality.cli.show import show_edition
from jobquality.cli.standards import find_edition, find_parameters
from jobquality.errors import check_faults
from jobquality.reading.numbers import count_words
from jobquality.rubrics.catalog import Edition
from jobquality.rubrics.model import Basis, Rubric, Span
from jobquality.rubrics.parameters import Parameters
from jobquality.rubrics.words import missing_words
from jobquality.scoring.examples import run_examples

_PARAMETERS = click.option(
    "--parameters", "parameter_files", multiple=True, metavar="FILE", help="Your own dated figures."
)
_MISSING_SHOWN = 8


@click.group(short_help="Check a standard, or show it.")
def rubric() -> None:
    """Check a standard, or show what it asks."""


@rubric.command(short_help="Name everything that is wrong in a standard.")
@click.argument("names", nargs=-1, required=True, metavar="RUBRIC…")
@_PARAMETERS
def check(names: tuple[str, ...], parameter_files: tuple[str, ...]) -> None:
    """Check standards: YAML files, or names of standards that we ship.

    Names every fault at once, with its line and what to do. The tests in the file must
    come out too. Exit code 0 means that every file can be used, 1 that one cannot.
    """
    parameters = find_parameters(parameter_files)
    refusals = [one for name in names if (one := _check(name, parameters)) is not None]
    if refusals:
        raise click.ClickException("\n\n".join(one.message for one in refusals))


def _check(name: str, parameters: Parameters) -> Refusal | None:
    """Print what a standard holds; return the refusal of one that cannot be used."""
    try:
        edition = find_edition(name, parameters)
        with in_file(name):
            check_faults(run_examples(edition.rubric, parameters, on=datetime.now(UTC).date()))
    except Refusal as refusal:
        return refusal
    click.echo("\n".join(_report(edition)))
    return None


def _report(edition: Edition) -> Iterator[str]:
    rubric = edition.rubric
    yield f"{rubric.name}: can be used."
    yield f"  {', '.join(_counted(rubric))}."
    bases = _bases(rubric)
    if bases:
        yield f"  Thresholds rest on: {bases}."
    yield f"  Scoring hash {rubric.scoring_hash}"
    yield from (f"  {said}" for said in _remarks(edition))


def _counted(rubric: Rubric) -> Iterator[str]:
    dimensions = len(list(rubric.root.groups())) - 1
    figures = sum(1 for question in rubric.questions() if question.points is None)
    yield count_words(len(list(rubric.root.criteria())), "criterion", "criteria")
    yield count_words(dimensions, "dimension", "dimensions")
    yield f"{count_words(figures, 'figure', 'figures')} asked beside them"
    yield count_words(len(rubric.critical), "critical violation", "critical violations")
    yield count_words(len(rubric.levels), "level", "levels")
    tests = len(rubric.examples)
    yield "1 test comes out" if tests == 1 else f"{tests} tests come out"


def _bases(rubric: Rubric) -> str:
    count = Counter(
        step.grounds.basis
        for criterion in rubric.root.criteria()
        if not isinstance(criterion.points, Span)
        for step in criterion.points or ()
    )
    return ", ".join(f"{basis} {count[basis]}" for basis in Basis) if count else ""


def _remarks(edition: Edition) -> Iterator[str]:
    rubric = edition.rubric
    if rubric.advanced:
        yield f"Advanced words used: {', '.join(rubric.advanced)}."
    if not rubric.examples:
        yield "The file has no tests; it needs some before it can be published."
    yield from edition.remarks
    for language, words in edition.words.items():
        missing = missing_words(rubric, words, translated=language != "en")
        if missing:
            more = " …" if len(missing) > _MISSING_SHOWN else ""
            yield f"Words missing in {language}: {', '.join(missing[:_MISSING_SHOWN])}{more}"
        if not words.is_reviewed:
            yield f"The words in {language} have not been reviewed by a person."


@rubric.command(short_help="Show what a standard asks.")
@click.argument("name", metavar="RUBRIC")
@_PARAMETERS
def show(name: str, parameter_files: tuple[str, ...]) -> None:
    """Show what a standard asks and what each answer gives, with the ids for a facts file."""
    parameters = find_parameters(parameter_files)
    click.echo(show_edition(find_edition(name, parameters), parameters))
