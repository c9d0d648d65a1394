"""`jobquality robustness`: would levels and ranks be the same, had the weights been others?"""

import sys
from dataclasses import dataclass
from pathlib import Path

import click

from jobquality.cli.batch import score_all
from jobquality.cli.cohort import check_compares_nobody
from jobquality.cli.given import find_day, find_target, read_employers
from jobquality.cli.options import ON, PARAMETERS
from jobquality.cli.refusals import in_file
from jobquality.cli.standards import find_edition, find_parameters
from jobquality.rubrics.model import MAIN

#: More draws than this change no figure that anyone reads.
_MOST_DRAWS = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What was asked for on the command line."""

    rubric: str
    facts: str
    draws: int
    seed: int
    scoring: str
    parameter_files: tuple[str, ...]
    on: str | None
    out: str | None


@click.command(short_help="Say how levels and ranks hold under other weights.")
@click.argument("rubric")
@click.argument("facts")
@click.option(
    "--draws",
    type=click.IntRange(1, _MOST_DRAWS),
    default=1_000,
    show_default=True,
    help="How many other sets of weights to try, of each of the two kinds.",
)
@click.option(
    "--seed",
    type=click.IntRange(0),
    default=1,
    show_default=True,
    help="Where the draws begin: the same number draws the same weights everywhere.",
)
@click.option(
    "--scoring", default=MAIN, metavar="NAME", help="Use another scoring that the standard offers."
)
@PARAMETERS
@ON
@click.option(
    "--out", metavar="FILE", help="Write the table here (.csv, .xlsx or .parquet), not on screen."
)
def robustness(**options: object) -> None:
    """Score the employers in FACTS by RUBRIC again and again, each time with other weights.

    The weights of a standard are a judgment. This says in how many of the draws each employer
    keeps its level, between which ranks it lies, and which employers cannot be told apart.

    Weights are drawn in two ways: around the official ones, and each by itself from half to
    one and a half times its official value. Nothing else changes: answers, points and levels
    stay as they are.
    """
    run(Options(**options))  # type: ignore[arg-type]  # click hands over what the options declare


def run(options: Options) -> None:
    """Show or write what holds; nothing is written unless everything could be read."""
    # Other commands start without what only this one needs.
    from jobquality.cli import robustness_words as words  # noqa: PLC0415
    from jobquality.scoring.robustness.measured import Settings, robustness_of  # noqa: PLC0415
    from jobquality.tables.writing import write_table  # noqa: PLC0415

    day = find_day(options.on)
    read = (options.rubric, options.facts, *options.parameter_files)
    target = find_target(options.out, read)
    parameters = find_parameters(options.parameter_files)
    rubric = find_edition(options.rubric, parameters).rubric
    check_compares_nobody(rubric, options.scoring, "robustness")
    with in_file(options.facts):
        employers = read_employers(Path(options.facts), rubric, parameters, day)
        cards = score_all(rubric, employers, parameters, options.scoring)
    settings = Settings(draws=options.draws, seed=options.seed)
    found = robustness_of(cards, employers, parameters, settings)
    if target is None:
        sys.stdout.write("\n".join(words.report(found, rubric)) + "\n")
        return
    write_table(target, list(words.records(found)), words.COLUMNS, numbers=words.NUMBERS)
    click.echo("\n".join([*words.pair_lines(found), f"The table is in {target}."]), err=True)
