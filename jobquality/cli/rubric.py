"""`jobquality rubric check` and `show`: is a file usable, and what does it say?"""

import click

from jobquality.cli.rubric_check import check_one
from jobquality.cli.show import show_edition
from jobquality.cli.standards import find_edition, find_parameters

_PARAMETERS = click.option(
    "--parameters", "parameter_files", multiple=True, metavar="FILE", help="Your own dated figures."
)


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
    refusals = [one for name in names if (one := check_one(name, parameters)) is not None]
    if refusals:
        raise click.ClickException("\n\n".join(one.message for one in refusals))


@rubric.command(short_help="Show what a standard asks.")
@click.argument("name", metavar="RUBRIC")
@_PARAMETERS
def show(name: str, parameter_files: tuple[str, ...]) -> None:
    """Show what a standard asks and what each answer gives, with the ids for a facts file."""
    parameters = find_parameters(parameter_files)
    click.echo(show_edition(find_edition(name, parameters), parameters))
