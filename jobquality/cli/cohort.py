"""`jobquality cohort`: freeze what is known of all employers of a table, to score others by."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from jobquality.cli.batch import score_all
from jobquality.cli.given import check_unread, find_day, read_employers
from jobquality.cli.options import ON, PARAMETERS
from jobquality.cli.refusals import in_file
from jobquality.cli.standards import find_edition, find_parameters, read_bytes
from jobquality.errors import Fault, FaultsError
from jobquality.reading.numbers import count_words
from jobquality.rubrics.model import MAIN, Rubric
from jobquality.rubrics.parameters import Parameters
from jobquality.schemas.cohorts import MOST_BYTES, dump_cohort, read_cohort
from jobquality.scoring.cohorts import Cohort
from jobquality.scoring.facts import EmployerFacts
from jobquality.scoring.freezing import FEWEST, freeze, needs_cohort


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What was asked for on the command line."""

    rubric: str
    facts: str
    out: str | None
    scoring: str
    on: str | None
    parameter_files: tuple[str, ...]
    small: bool


@click.command(short_help="Freeze the cohort that a standard compares employers with.")
@click.argument("rubric")
@click.argument("facts")
@click.option("--out", metavar="FILE", help="Write the cohort here (.json), not on screen.")
@click.option("--scoring", default=MAIN, metavar="NAME", help="Freeze it for another scoring.")
@ON
@PARAMETERS
@click.option(
    "--small",
    is_flag=True,
    help=f"Also where fewer than {FEWEST} employers have a number: each can then work out those "
    "of the others.",
)
def cohort(**options: object) -> None:
    """Freeze what RUBRIC needs to know of all employers in FACTS.

    The file names nobody, but holds their lowest and highest numbers, or all of them where
    the standard ranks. Give it to `jobquality score --cohort FILE`: then the score of one
    employer no longer depends on who else stands in a table.
    """
    run(Options(**options))  # type: ignore[arg-type]  # click hands over what the options declare


def run(options: Options) -> None:
    """Freeze the employers of a table; nothing is written unless all of them can be scored."""
    day = find_day(options.on)
    if options.out is not None:
        check_unread(options.out, (options.rubric, options.facts, *options.parameter_files))
    parameters = find_parameters(options.parameter_files)
    rubric = find_edition(options.rubric, parameters).rubric
    if not needs_cohort(rubric, scoring=options.scoring):
        message = f"{rubric.name} compares no employers, so it needs no cohort."
        raise FaultsError([Fault(message=message, remedy="Score them: jobquality score.")])
    with in_file(options.facts):
        employers = read_employers(Path(options.facts), rubric, parameters, day)
        frozen = _frozen(rubric, employers, parameters, options)
    _write(dump_cohort(frozen), options.out)
    count = count_words(frozen.members, "employer", "employers")
    where = f" in {options.out}" if options.out else ""
    click.echo(f"{count} frozen{where} for {rubric.name}. Cohort {frozen.hash}.", err=True)


def _frozen(
    rubric: Rubric, employers: Sequence[EmployerFacts], parameters: Parameters, options: Options
) -> Cohort:
    fewest = 1 if options.small else FEWEST
    try:
        found = freeze(rubric, employers, parameters, scoring=options.scoring, fewest=fewest)
    except FaultsError as error:
        raise FaultsError(_with_way_out(fault) for fault in error.faults) from None
    score_all(rubric, employers, parameters, options.scoring, found)
    return found


def _with_way_out(fault: Fault) -> Fault:
    """Return a fault of too few members with the option that lets it be."""
    if not fault.remedy.endswith("Add employers."):
        return fault
    remedy = fault.remedy.replace("Add employers.", "Add employers, or allow it with --small.")
    return Fault(message=fault.message, where=fault.where, line=fault.line, remedy=remedy)


def _write(text: str, name: str | None) -> None:
    if name is None:
        sys.stdout.buffer.write(text.encode())
        sys.stdout.flush()
        return
    try:
        Path(name).write_text(text, encoding="utf-8")
    except OSError as error:
        message = f"'{name}' cannot be written: {error.strerror}."
        raise FaultsError([Fault(message=message)]) from None


def find_cohort(name: str | None, rubric: Rubric, scoring: str) -> Cohort | None:
    """Return the cohort of a file, or None where none was named.

    Raises:
        FaultsError: a cohort is given to a standard that compares no employers.
        Refusal: the file cannot be read, or was frozen for another standard.
    """
    if name is None:
        return None
    if not needs_cohort(rubric, scoring=scoring):
        message = f"{rubric.name} compares no employers, so '{name}' would change nothing."
        raise FaultsError([Fault(message=message, remedy="Leave --cohort out.")])
    with in_file(name):
        return read_cohort(_few_bytes(Path(name)), rubric, scoring=scoring)


def _few_bytes(path: Path) -> bytes:
    """Return a file's content; one that is far too large is not read to its end."""
    if path.is_file() and path.stat().st_size > MOST_BYTES:
        return b" " * (MOST_BYTES + 1)
    return read_bytes(path)


def check_compares_nobody(rubric: Rubric, scoring: str, command: str) -> None:
    """Be quiet where a standard compares no employers.

    Raises:
        FaultsError: it does, and this command cannot do that yet.
        NotFoundError: the standard has no such scoring.
    """
    if needs_cohort(rubric, scoring=scoring):
        message = f"{rubric.name} compares employers, which 'jobquality {command}' cannot do yet."
        raise FaultsError([Fault(message=message, remedy="Score them: jobquality score.")])


def frozen_or_own(
    name: str | None,
    rubric: Rubric,
    employers: Sequence[EmployerFacts],
    parameters: Parameters,
    *,
    scoring: str,
) -> Cohort | None:
    """Return the cohort of a file, or else the employers of a table where a standard needs one.

    Raises:
        Refusal: as `find_cohort`.
    """
    found = find_cohort(name, rubric, scoring)
    return found or cohort_of(rubric, employers, parameters, scoring)


def cohort_of(
    rubric: Rubric, employers: Sequence[EmployerFacts], parameters: Parameters, scoring: str
) -> Cohort | None:
    """Return the employers of a table as the cohort of each other, where a standard needs one."""
    if not needs_cohort(rubric, scoring=scoring):
        return None
    found = freeze(rubric, employers, parameters, scoring=scoring)
    count = count_words(found.members, "employer", "employers")
    click.echo(
        f"Compared with the {count} of this table itself: cohort {found.hash}. "
        "Keep it with: jobquality cohort.",
        err=True,
    )
    return found
