"""`jobquality rubric check`: everything that is wrong in a standard, and what else to look at."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import click

from jobquality.cli.refusals import Refusal, in_file
from jobquality.cli.standards import find_edition
from jobquality.cli.tailored import tailored_lines
from jobquality.errors import Fault, FaultsError, check_faults
from jobquality.reading.numbers import count_words
from jobquality.rubrics.catalog import Edition, shipped_parameters
from jobquality.rubrics.catalog.bases import bases_beside
from jobquality.rubrics.laws import LAW_WORDS, Law, find_breaks, kept_laws
from jobquality.rubrics.loader import examine_rubric
from jobquality.rubrics.model import Basis, Rubric
from jobquality.rubrics.parameters import Parameters
from jobquality.rubrics.steps import steps_of
from jobquality.rubrics.used import used_parameters
from jobquality.rubrics.warnings import warnings_on
from jobquality.rubrics.words import missing_words
from jobquality.scoring.examples import find_unreadable, run_examples

_MISSING_SHOWN = 8
_BREAKS_SHOWN = 5
_WARNINGS_SHOWN = 50
_NO_END = 10**9


def check_one(name: str, parameters: Parameters) -> Refusal | None:
    """Print what a standard holds; return the refusal of one that cannot be used."""
    try:
        edition = find_edition(name, parameters)
        with in_file(name):
            check_faults(
                (
                    *_without_rows(edition.rubric, parameters),
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
        rubric, noted = examine_rubric(
            Path(name).read_bytes(),
            parameters=parameters.units,
            facts=parameters.facts,
            base=bases_beside(Path(name)),
        )
    except (FaultsError, OSError):
        return refusal
    if not noted.found:
        return refusal
    more = [*_unreadable(rubric, noted.found), *_without_rows(rubric, parameters)]
    if not more:
        return refusal
    faults = sorted((*refusal.faults, *more), key=lambda fault: fault.line or 0)
    return Refusal(name, faults)


def _without_rows(rubric: Rubric, parameters: Parameters) -> Iterator[Fault]:
    """Yield each dated figure of somebody's own file that has no row, for no place and day.

    Those that ship without rows are for everyone to bring, when employers are scored.
    """
    ours = shipped_parameters().by_id
    for name, line in used_parameters(rubric).items():
        known = parameters.by_id.get(name)
        if known is not None and not known.rows and name not in ours:
            message = f"It asks for '{name}', but no row of any file of figures answers it."
            yield Fault(message=message, line=line, remedy="Add rows to its values:.")


def _unreadable(rubric: Rubric, noted: Iterable[Fault]) -> Iterator[Fault]:
    """Yield each answer of a test outside its scale, but where the scale itself is at fault."""
    lines = {question.id: question.line for question in rubric.questions()}
    ends = dict(pairwise(sorted({*lines.values(), _NO_END})))
    faulty = [(fault.line or 0, fault.message) for fault in noted]
    for fault in find_unreadable(rubric):
        first = lines.get(fault.where, 0)
        after = ends.get(first, first)
        inside = any(first < line < after for line, _ in faulty)
        if not inside and not any(line == first and _is_kind(said) for line, said in faulty):
            yield fault


def _is_kind(message: str) -> bool:
    """Say whether a fault is that nobody knows the kind of answer."""
    return message.startswith("'answer: ")


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
    warnings = (*warnings_on(rubric, parameters), *_missing(edition))
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


def _missing(edition: Edition) -> Iterator[Fault]:
    """Yield for each file of words what it does not say."""
    for language, words in edition.words.items():
        missing = missing_words(edition.rubric, words, translated=language != "en")
        if missing:
            more = " …" if len(missing) > _MISSING_SHOWN else ""
            message = f"Words missing in {language}: {', '.join(missing[:_MISSING_SHOWN])}{more}."
            file = f"{edition.file.stem}.{language}{edition.file.suffix}"
            yield Fault(message=message, where=file, remedy="Add them below say:.")


def _remarks(edition: Edition) -> Iterator[str]:
    rubric = edition.rubric
    yield from tailored_lines(rubric)
    if rubric.advanced:
        yield f"Advanced words used: {', '.join(rubric.advanced)}."
    yield from edition.remarks
    for language, words in edition.words.items():
        if not words.is_reviewed:
            yield f"The words in {language} have not been reviewed by a person."
