"""`jobquality rubric`: is a standard usable, what does it say, and what changed?"""

import json
import sys
from pathlib import Path
from shutil import get_terminal_size

import click

from jobquality.cli.rubric_check import check_one
from jobquality.cli.rubric_diff import diff_text
from jobquality.cli.rubric_test import test_one
from jobquality.cli.show import WIDEST, show_edition
from jobquality.cli.standards import find_edition, find_parameters
from jobquality.rubrics.schema import rubric_schema
from jobquality.wording import Speaker
from jobquality.wording.sentence import LANGUAGES

_PARAMETERS = click.option(
    "--parameters", "parameter_files", multiple=True, metavar="FILE", help="Your own dated figures."
)

_NARROWEST = 40


@click.group(short_help="Check, show, test or compare standards.")
def rubric() -> None:
    """Check, show, test or compare standards."""


@rubric.command(short_help="Name everything that is wrong in a standard.")
@click.argument("names", nargs=-1, required=True, metavar="RUBRIC…")
@_PARAMETERS
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default="en",
    show_default=True,
    help="Of the report.",
)
def check(names: tuple[str, ...], parameter_files: tuple[str, ...], language: str) -> None:
    """Check standards: YAML files, or names of standards that we ship.

    Names every fault at once, with its line and what to do. The tests in the file must
    come out too. Exit code 0 means that every file can be used, 1 that one cannot.
    """
    parameters = find_parameters(parameter_files)
    say = Speaker(language)
    refusals = [one for name in names if (one := check_one(name, parameters, say)) is not None]
    if refusals:
        said = (say.checked_lines(one.message) for one in refusals)
        raise click.ClickException("\n\n".join(said))


@rubric.command(short_help="Show what a standard asks.")
@click.argument("name", metavar="RUBRIC")
@_PARAMETERS
def show(name: str, parameter_files: tuple[str, ...]) -> None:
    """Show what a standard asks and what each answer gives, with the ids for a facts file."""
    parameters = find_parameters(parameter_files)
    # A file or a pipe gets the same page whatever window it was made in.
    columns = get_terminal_size().columns if sys.stdout.isatty() else WIDEST
    width = min(WIDEST, max(_NARROWEST, columns))
    click.echo(show_edition(find_edition(name, parameters), parameters, width=width))


@rubric.command(short_help="Run the tests that a standard brings along.")
@click.argument("names", nargs=-1, required=True, metavar="RUBRIC…")
@_PARAMETERS
def test(names: tuple[str, ...], parameter_files: tuple[str, ...]) -> None:
    """Run the tests that standards bring along, and say of each whether it comes out.

    Exit code 0 means that every test comes out, 1 that one does not, or that there are none.
    """
    parameters = find_parameters(parameter_files)
    failed = [name for name in names if not test_one(name, parameters)]
    if failed:
        raise click.ClickException(f"Not every test comes out: {', '.join(failed)}.")


@rubric.command(short_help="Say what changed between two standards.")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@_PARAMETERS
def diff(old: str, new: str, parameter_files: tuple[str, ...]) -> None:
    """Say in words what changed between two standards, and which employers gain or lose by it.

    Tells a change of wording from an addition that cannot move a level, and from a change
    of scoring. The tests of both files are scored by both.
    """
    click.echo(diff_text(old, new, find_parameters(parameter_files)))


@rubric.command(short_help="Print the JSON Schema, for editors.")
def schema() -> None:
    """Print the JSON Schema (2020-12) of standards, with which editors complete their words."""
    click.echo(json.dumps(rubric_schema(), indent=2, ensure_ascii=False))


@rubric.command(short_help="Write a standard as a form for KoBo and ODK.")
@click.argument("name", metavar="RUBRIC")
@click.option(
    "-o", "--output", metavar="FILE", help="Where to write it; else ID-EDITION-xlsform.xlsx here."
)
@_PARAMETERS
def xlsform(name: str, output: str | None, parameter_files: tuple[str, ...]) -> None:
    """Write a standard as an XLSForm, in English and Spanish, for KoBo and ODK.

    Take the answers in on the page of an assessment: they come back by name and edition.
    """
    # What writes workbooks is not needed for anything else here.
    from jobquality.reading.fieldforms import field_form  # noqa: PLC0415
    from jobquality.tables.fieldforms import xlsform_bytes  # noqa: PLC0415
    from jobquality.tables.writing import write_whole  # noqa: PLC0415

    edition = find_edition(name, find_parameters(parameter_files))
    path = Path(output or f"{edition.rubric.id}-{edition.rubric.edition}-xlsform.xlsx")
    write_whole(path, xlsform_bytes(field_form(edition)), ending=".xlsx")
    click.echo(f"{edition.rubric.name} as a form: {path}")
