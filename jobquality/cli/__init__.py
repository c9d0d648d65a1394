"""The command line: `jobquality score`, `cohort`, `trend`, `rubric`, `sheet` and others."""

import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from jobquality.cli.refusals import refusal_text
from jobquality.errors import JobQualityError

_REFUSED, _STOPPED = 1, 130


#: The commands, each in a module of its own. It is loaded when somebody asks for it: what
#: checks a database takes a second to load, which nobody else should wait for.
_COMMANDS = {
    "backup": "backup",
    "check": "check",
    "cohort": "cohort",
    "evidence": "evidence",
    "files": "files",
    "mail": "mail",
    "init": "init",
    "keys": "keys",
    "migrate": "migrate",
    "move": "move",
    "people": "people",
    "plan": "plan",
    "restore": "restore",
    "robustness": "robustness",
    "rubric": "rubric",
    "score": "score",
    "seal": "seal",
    "serve": "serve",
    "sheet": "sheet",
    "trend": "trend",
    "verify": "verify_ledgers",
}


class _Commands(click.Group):
    """Commands that are loaded one by one."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return [*_COMMANDS, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return one command, or None where there is none of that name."""
        if cmd_name not in _COMMANDS:
            return super().get_command(ctx, cmd_name)
        found: click.Command = getattr(
            import_module(f"jobquality.cli.{cmd_name}"), _COMMANDS[cmd_name]
        )
        return found


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="jobquality")
def commands() -> None:
    """Score employers against open, published job-quality standards.

    Start with: jobquality rubric show restaurants_us
    """


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
