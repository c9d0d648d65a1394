"""`jobquality rubric check`: everything that is wrong in a standard, and what else to look at."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click

from jobquality.cli.refusals import Refusal, in_file
from jobquality.cli.standards import find_edition
from jobquality.cli.tailored import tailored_lines
from jobquality.errors import check_faults
from jobquality.reading.numbers import count_words
from jobquality.rubrics.catalog import Edition
from jobquality.rubrics.catalog.bases import bases_beside
from jobquality.rubrics.laws import LAW_WORDS, Law, find_breaks, kept_laws
from jobquality.rubrics.model import Basis, Rubric
from jobquality.rubrics.parameters import Parameters
from jobquality.rubrics.steps import steps_of
from jobquality.rubrics.warnings import warnings_on
from jobquality.scoring.checking import missing_in, more_faults, without_rows
from jobquality.scoring.examples import run_examples

_BREAKS_SHOWN = 5
_WARNINGS_SHOWN = 50


def check_one(name: str, parameters: Parameters) -> Refusal | None:
    """Print what a standard holds; return the refusal of one that cannot be used."""
    try:
        edition = find_edition(name, parameters)
        with in_file(name):
            check_faults(
                (
                    *without_rows(edition.rubric, parameters),
                    *run_examples(edition.rubric, parameters, on=datetime.now(UTC).date()),
                )
            )
    except Refusal as refusal:
        return _with_more(refusal, name, parameters)
    click.echo("\n".join(_report(edition, parameters)))
    return None


def _with_more(refusal: Refusal, name: str, parameters: Parameters) -> Refusal:
    """Return a refusal with what can be said of a standard although it has other faults."""
    try:
        content = Path(name).read_bytes()
    except OSError:
        return refusal
    _, more = more_faults(content, parameters, bases_beside(Path(name)))
    if not more:
        return refusal
    faults = sorted((*refusal.faults, *more), key=lambda fault: fault.line or 0)
    return Refusal(name, faults)


def _report(edition: Edition, parameters: Parameters) -> Iterator[str]:
    rubric = edition.rubric
    yield f"{rubric.name}: can be used."
    yield f"  {', '.join(_counted(rubric))}."
    bases = _bases(rubric)
    if bases:
        yield f"  Thresholds rest on: {bases}."
    yield f"  Scoring hash {rubric.scoring_hash}"
    yield from _laws(rubric)
    yield from (f"  {said}" for said in _remarks(edition))
    warnings = (*warnings_on(rubric, parameters), *missing_in(edition))
    if warnings:
        yield "  Look again at:"
        yield from (f"    {one}" for one in warnings[:_WARNINGS_SHOWN])
    if len(warnings) > _WARNINGS_SHOWN:
        yield f"    … and {len(warnings) - _WARNINGS_SHOWN} more."


def _laws(rubric: Rubric) -> Iterator[str]:
    """Yield which laws the standard keeps, and which words break the others."""
    breaks = find_breaks(rubric)
    kept = kept_laws(rubric)
    if kept:
        yield f"  Laws kept: {' '.join(LAW_WORDS[law] for law in kept)}"
    for law in Law:
        found = [one for one in breaks if one.law is law]
        if found:
            yield f"  Law broken: {LAW_WORDS[law]}"
            yield from (f"    {one}" for one in found[:_BREAKS_SHOWN])
        if len(found) > _BREAKS_SHOWN:
            yield f"    … and {len(found) - _BREAKS_SHOWN} more."
    may = "No certificate can rest on it" if breaks else "Certificates may rest on it"
    yield f"  {may}."


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
        for step in steps_of(criterion.points)
    )
    return ", ".join(f"{basis} {count[basis]}" for basis in Basis) if count else ""


def _remarks(edition: Edition) -> Iterator[str]:
    rubric = edition.rubric
    yield from tailored_lines(rubric)
    if rubric.advanced:
        yield f"Advanced words used: {', '.join(rubric.advanced)}."
    yield from edition.remarks
    for language, words in edition.words.items():
        if not words.is_reviewed:
            yield f"The words in {language} have not been reviewed by a person."
