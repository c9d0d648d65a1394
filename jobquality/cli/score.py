"""`jobquality score`: a table of answers in, scores with their reasons out."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import click

from jobquality.cli.explain import explain
from jobquality.cli.standards import find_edition, find_parameters
from jobquality.errors import Fault, FaultsError, NotFoundError
from jobquality.rubrics.fields import nearest
from jobquality.rubrics.model import MAIN, Rubric
from jobquality.rubrics.parameters import Parameters, read_day
from jobquality.schemas.facts import load_facts
from jobquality.schemas.scorecards import COLUMNS, NUMBERS, Nodes, dump_scorecard
from jobquality.scoring.facts import EmployerFacts
from jobquality.scoring.score import find_scoring
from jobquality.scoring.score import score as score_facts
from jobquality.scoring.scorecard import Scorecard
from jobquality.tables.sheets import read_sheet
from jobquality.tables.writing import csv_text, write_table

#: From here on people wait long enough to want to see how far it is.
_MANY = 200


@click.command(short_help="Score the employers of a table.")
@click.argument("rubric")
@click.argument("facts")
@click.option(
    "--on", metavar="DATE", help="The day to score for, where a row has none. Today if left out."
)
@click.option(
    "--parameters",
    "parameter_files",
    multiple=True,
    metavar="FILE",
    help="Your own dated figures, such as a living wage. May be given more than once.",
)
@click.option("--scoring", default=MAIN, metavar="NAME", help="Another scoring of the standard.")
@click.option(
    "--nodes",
    type=click.Choice([one.value for one in Nodes]),
    default=Nodes.TOTAL.value,
    help="Which rows: the total only, the dimensions too, or every criterion.",
)
@click.option(
    "--out", metavar="FILE", help="Write here (.csv, .xlsx or .parquet) instead of to the screen."
)
@click.option(
    "--explain",
    "explained",
    metavar="EMPLOYER",
    help="Print how this employer's score comes about.",
)
def score(**options: object) -> None:
    """Score the employers in FACTS by the standard RUBRIC.

    RUBRIC is a standard that we ship (restaurants_us, or restaurants_us@2026.1) or a YAML
    file. FACTS is a table (.csv, .xlsx or .parquet): long, with the columns employer,
    criterion, answer; or wide, with employer and a column for each criterion. See
    docs/facts-files.md.
    """
    run(**options)  # type: ignore[arg-type]  # click hands over what the options declare


def run(  # noqa: PLR0913  # one argument for each option of the command
    *,
    rubric: str,
    facts: str,
    on: str | None,
    parameter_files: tuple[str, ...],
    scoring: str,
    nodes: str,
    out: str | None,
    explained: str | None,
) -> None:
    """Score a table of facts; nothing is written unless everything could be read."""
    day = _day(on)
    parameters = find_parameters(parameter_files)
    standard = find_edition(rubric, parameters).rubric
    find_scoring(standard, scoring)
    sheet = read_sheet(Path(facts))
    rows = [(row.line, row.cells) for row in sheet.rows]
    employers = load_facts(sheet.header, rows, standard, on=day, places=parameters.places)
    cards = score_all(standard, employers, parameters, scoring)
    if explained is not None:
        click.echo("\n\n".join(explain(card) for card in _named(cards, explained)))
    _write(cards, Nodes(nodes), out, quiet=explained is not None)
    count = len({card.employer for card in cards})
    click.echo(
        f"{count} {'employer' if count == 1 else 'employers'} scored by {standard.name}.", err=True
    )


def _day(on: str | None) -> date:
    if on is None:
        return datetime.now(UTC).date()
    day = read_day(on)
    if day is None:
        raise FaultsError(
            [Fault(message=f"--on '{on}' is not a date.", remedy="Write it as 2026-03-01.")]
        )
    return day


def score_all(
    standard: Rubric, employers: Sequence[EmployerFacts], parameters: Parameters, scoring: str
) -> list[Scorecard]:
    """Return every scorecard.

    Raises:
        FaultsError: some could not be scored; names each of them, with its faults.
    """
    cards: list[Scorecard] = []
    faults: list[Fault] = []
    for facts in _with_progress(employers):
        try:
            cards.append(score_facts(standard, facts, parameters, scoring=scoring))
        except FaultsError as error:
            faults.extend(replace(fault, where=_where(facts, fault)) for fault in error.faults)
    if faults:
        raise FaultsError(faults)
    return cards


def _where(facts: EmployerFacts, fault: Fault) -> str:
    return ", ".join(part for part in (facts.employer, facts.part, fault.where) if part)


def _with_progress(employers: Sequence[EmployerFacts]) -> Iterator[EmployerFacts]:
    if len(employers) < _MANY or not sys.stderr.isatty():
        yield from employers
        return
    with click.progressbar(employers, label="Scoring", file=sys.stderr) as shown:
        yield from shown


def _named(cards: Sequence[Scorecard], employer: str) -> list[Scorecard]:
    found = [card for card in cards if card.employer == employer]
    if not found:
        names = dict.fromkeys(card.employer for card in cards)
        raise NotFoundError(
            f"The facts hold no employer '{employer}'. {nearest(employer, names)}".strip()
        )
    return found


def _write(cards: Sequence[Scorecard], nodes: Nodes, out: str | None, *, quiet: bool) -> None:
    records = [row for card in cards for row in dump_scorecard(card, nodes)]
    if out is not None:
        write_table(Path(out), records, COLUMNS, numbers=NUMBERS)
    elif not quiet:
        click.echo(csv_text(records, COLUMNS, numbers=NUMBERS), nl=False)
