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
from jobquality.reading.numbers import counted
from jobquality.rubrics.catalog import Edition
from jobquality.rubrics.catalog.bases import bases_beside
from jobquality.rubrics.laws import Law, find_breaks, kept_laws
from jobquality.rubrics.model import Basis, Rubric
from jobquality.rubrics.parameters import Parameters
from jobquality.rubrics.steps import steps_of
from jobquality.rubrics.warnings import warnings_on
from jobquality.scoring.checking import missing_in, more_faults, without_rows
from jobquality.scoring.examples import run_examples
from jobquality.wording import Speaker

_BREAKS_SHOWN = 5
_WARNINGS_SHOWN = 50


def check_one(name: str, parameters: Parameters, say: Speaker) -> Refusal | None:
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
    click.echo("\n".join(_report(edition, parameters, say)))
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


def _report(edition: Edition, parameters: Parameters, say: Speaker) -> Iterator[str]:
    rubric = edition.rubric
    yield say("report_usable", name=rubric.name)
    yield f"  {', '.join(_counted(rubric, say))}."
    bases = _bases(rubric, say)
    if bases:
        yield f"  {say('report_bases', bases=bases)}"
    yield f"  {say('report_hash', hash=rubric.scoring_hash)}"
    yield from _laws(rubric, say)
    yield from (f"  {said}" for said in _remarks(edition, say))
    warnings = (*warnings_on(rubric, parameters), *missing_in(edition))
    if warnings:
        yield f"  {say('report_look')}"
        yield from (f"    {say.checked(str(one))}" for one in warnings[:_WARNINGS_SHOWN])
    if len(warnings) > _WARNINGS_SHOWN:
        yield f"    {say('report_more', count=len(warnings) - _WARNINGS_SHOWN)}"


def _laws(rubric: Rubric, say: Speaker) -> Iterator[str]:
    """Yield which laws the standard keeps, and which words break the others."""
    breaks = find_breaks(rubric)
    kept = kept_laws(rubric)
    if kept:
        laws = " ".join(say(f"standards_law_{law}") for law in kept)
        yield f"  {say('report_kept', laws=laws)}"
    for law in Law:
        found = [one for one in breaks if one.law is law]
        if found:
            yield f"  {say('report_broken', law=say(f'standards_law_{law}'))}"
            yield from (f"    {say.checked(str(one))}" for one in found[:_BREAKS_SHOWN])
        if len(found) > _BREAKS_SHOWN:
            yield f"    {say('report_more', count=len(found) - _BREAKS_SHOWN)}"
    yield f"  {say('report_no_certificates' if breaks else 'report_certificates')}"


def _counted(rubric: Rubric, say: Speaker) -> Iterator[str]:
    dimensions = len(list(rubric.root.groups())) - 1
    figures = sum(1 for question in rubric.questions() if question.points is None)
    yield counted("report_criteria", len(list(rubric.root.criteria())), say)
    yield counted("report_dimensions", dimensions, say)
    yield counted("report_figures", figures, say)
    yield counted("report_critical", len(rubric.critical), say)
    yield counted("report_levels", len(rubric.levels), say)
    yield counted("report_tests", len(rubric.examples), say)


def _bases(rubric: Rubric, say: Speaker) -> str:
    count = Counter(
        step.grounds.basis
        for criterion in rubric.root.criteria()
        for step in steps_of(criterion.points)
    )
    return (
        ", ".join(f"{say(f'report_basis_{basis}')} {count[basis]}" for basis in Basis)
        if count
        else ""
    )


def _remarks(edition: Edition, say: Speaker) -> Iterator[str]:
    rubric = edition.rubric
    yield from tailored_lines(rubric)
    if rubric.advanced:
        yield say("report_advanced", words=", ".join(rubric.advanced))
    yield from (say.checked(one) for one in edition.remarks)
    for language, words in edition.words.items():
        if not words.is_reviewed:
            yield say("report_unreviewed", language=language)
