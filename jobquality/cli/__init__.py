"""The command line: `jobquality score`, `jobquality rubric check|show`."""

import sys

import click

from jobquality.cli.rubric import rubric
from jobquality.cli.score import score
from jobquality.errors import JobQualityError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="jobquality")
def commands() -> None:
    """Score employers against open, published job-quality standards."""


commands.add_command(rubric)
commands.add_command(score)


def main() -> None:
    """Run the command line; a refusal is a sentence for people and exit code 1."""
    try:
        commands(standalone_mode=False)
    except JobQualityError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        click.echo("Stopped.", err=True)
        sys.exit(130)
