"""The command line: `jobquality score`, `cohort`, `robustness`, `trend`, `rubric`, `verify`."""

import io
import os
import sys
from collections.abc import Sequence

import click

from jobquality.cli.cohort import cohort
from jobquality.cli.plan import plan
from jobquality.cli.refusals import refusal_text
from jobquality.cli.robustness import robustness
from jobquality.cli.rubric import rubric
from jobquality.cli.score import score
from jobquality.cli.trend import trend
from jobquality.cli.verify import verify_ledgers
from jobquality.errors import JobQualityError

_REFUSED, _STOPPED = 1, 130


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="jobquality")
def commands() -> None:
    """Score employers against open, published job-quality standards.

    Start with: jobquality rubric show restaurants_us
    """


commands.add_command(plan)
commands.add_command(robustness)
commands.add_command(rubric)
commands.add_command(score)
commands.add_command(cohort)
commands.add_command(trend)
commands.add_command(verify_ledgers)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; a refusal is a sentence for people and exit code 1.

    Exit codes: 0 done, 1 refused, 2 the command was not understood, 130 stopped by hand.
    """
    _speak_utf8()
    try:
        commands(arguments, prog_name="jobquality", standalone_mode=False)
    except JobQualityError as error:
        click.echo(refusal_text(error), err=True)
        sys.exit(_REFUSED)
    except click.UsageError as error:
        error.show()
        sys.exit(error.exit_code)
    except click.ClickException as error:
        click.echo(error.message, err=True)
        sys.exit(error.exit_code)
    except click.Abort:
        click.echo("Stopped.", err=True)
        sys.exit(_STOPPED)
    except BrokenPipeError:
        # The reader has seen enough (`| head`); Python must not complain about it at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(_REFUSED)


def _speak_utf8() -> None:
    """Print names and signs as they are, whatever the machine's own encoding."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
