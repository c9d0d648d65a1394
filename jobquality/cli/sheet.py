"""`jobquality sheet`: the questions of a standard on paper, for a visit."""

from pathlib import Path

import click

from jobquality.cli.options import PARAMETERS
from jobquality.cli.standards import find_edition, find_parameters
from jobquality.wording.sentence import LANGUAGES


@click.command(short_help="Write the questions of a standard as a PDF to print.")
@click.argument("name", metavar="RUBRIC")
@click.option(
    "--language", type=click.Choice(LANGUAGES), default="en", show_default=True, help="Its words."
)
@click.option(
    "-o", "--output", metavar="FILE", help="Where to write it; else ID-EDITION-LANGUAGE.pdf here."
)
@PARAMETERS
def sheet(name: str, language: str, output: str | None, parameter_files: tuple[str, ...]) -> None:
    """Write the questions of a standard as a PDF, with boxes to tick and lines to write on.

    It fits on A4 and on US Letter. Workers stay without a name on it: only counts.
    """
    # Drawing and writing tables are not needed for anything else on the command line.
    from jobquality.documents.papers import paper_pdf  # noqa: PLC0415
    from jobquality.tables.writing import write_whole  # noqa: PLC0415

    edition = find_edition(name, find_parameters(parameter_files))
    rubric = edition.rubric
    path = Path(output or f"{rubric.id}-{rubric.edition}-{language}.pdf")
    write_whole(path, paper_pdf(edition, language=language, address=""), ending=".pdf")
    click.echo(f"{rubric.name} on paper: {path}")
