"""`jobquality score`: a table of answers in, scores with their reasons out."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from jobquality.cli import batch
from jobquality.cli.cohort import cohort_of, find_cohort
from jobquality.cli.explain import explain
from jobquality.cli.given import find_day, find_target, read_employers
from jobquality.cli.options import ON, PARAMETERS
from jobquality.cli.refusals import in_file
from jobquality.cli.standards import find_edition, find_parameters
from jobquality.errors import NotFoundError
from jobquality.reading.names import FILES
from jobquality.reading.numbers import count_words
from jobquality.reading.reasons import due_words
from jobquality.rubrics.catalog import Edition
from jobquality.rubrics.fields import nearest
from jobquality.rubrics.model import MAIN, Rubric
from jobquality.rubrics.parameters import Found, Parameters
from jobquality.schemas.scorecards import COLUMNS, NUMBERS, Nodes, dump_rank, dump_scorecard
from jobquality.schemas.texts import quoted
from jobquality.scoring.ranks import ranks_of
from jobquality.scoring.score import find_scoring
from jobquality.scoring.scorecard import Scorecard
from jobquality.tables.csvtext import csv_of_columns, csv_text
from jobquality.tables.writing import write_csv, write_table

#: How many employers are named to somebody who asks for one that is not there.
_NAMED = 5


@click.command(short_help="Score the employers of a table.")
@click.argument("rubric")
@click.argument("facts")
@ON
@PARAMETERS
@click.option(
    "--scoring", default=MAIN, metavar="NAME", help="Use another scoring that the standard offers."
)
@click.option(
    "--cohort",
    "cohort_file",
    metavar="FILE",
    help="Compare with this frozen cohort, not with the employers of FACTS themselves.",
)
@click.option(
    "--nodes",
    type=click.Choice([one.value for one in Nodes]),
    default=Nodes.TOTAL.value,
    show_default=True,
    help="Which rows to give: the total, the dimensions too, or every criterion as well.",
)
@click.option(
    "--out", metavar="FILE", help="Write the scores here (.csv, .xlsx or .parquet), not on screen."
)
@click.option(
    "--explain",
    "explained",
    metavar="EMPLOYER",
    help="Print how the score of this employer comes about, step by step.",
)
def score(**options: object) -> None:
    """Score the employers in FACTS by the standard RUBRIC.

    RUBRIC is a standard that we ship (restaurants_us, or restaurants_us@2026.1) or a YAML
    file of your own.

    FACTS is a table (.csv, .xlsx or .parquet). It is long, with the columns employer,
    criterion and answer; or wide, with employer and one column for each criterion. See
    docs/facts-files.md.

    If anything is wrong, every fault is named and nothing is written.
    """
    run(**options)  # type: ignore[arg-type]  # click hands over what the options declare


def run(  # noqa: PLR0913  # one argument for each option of the command
    *,
    rubric: str,
    facts: str,
    on: str | None,
    parameter_files: tuple[str, ...],
    scoring: str,
    cohort_file: str | None,
    nodes: str,
    out: str | None,
    explained: str | None,
) -> None:
    """Score a table of facts; nothing is written unless everything could be read."""
    day = find_day(on)
    target = find_target(out, (rubric, facts, *parameter_files, cohort_file or ""))
    parameters = find_parameters(parameter_files)
    edition = find_edition(rubric, parameters)
    find_scoring(edition.rubric, scoring)
    cohort = find_cohort(cohort_file, edition.rubric, scoring)
    if cohort is None and explained is None and Nodes(nodes) is Nodes.TOTAL:
        table = _Table(Path(facts), edition.rubric, parameters, day, scoring)
        if _score_quickly(table, target):
            return
    with in_file(facts):
        employers = read_employers(Path(facts), edition.rubric, parameters, day)
        cohort = cohort or cohort_of(edition.rubric, employers, parameters, scoring)
        cards = batch.score_all(edition.rubric, employers, parameters, scoring, cohort)
    if explained is not None:
        _explain(_named(cards, explained), edition, parameters)
    if target is not None or explained is None:
        _write(cards, Nodes(nodes), target)
    count = len({card.employer for card in cards})
    _tell(count, edition.rubric, target, _warnings(_due(cards), parameters))


@dataclass(frozen=True, slots=True)
class _Table:
    """A file of facts, and what it is scored by."""

    path: Path
    rubric: Rubric
    parameters: Parameters
    day: date
    scoring: str


def _score_quickly(table: _Table, target: Path | None) -> bool:
    """Score and write a large plain CSV file by columns; say whether that was possible."""
    path = table.path
    is_csv = path.suffix.lower() == ".csv" and (target is None or target.suffix.lower() == ".csv")
    if not is_csv or not path.is_file() or path.stat().st_size < batch.MANY_BYTES:
        return False
    # NumPy and Arrow take longer to import than a small file takes to score.
    from jobquality.cli.quick import STEPS, score_quickly  # noqa: PLC0415
    from jobquality.scoring.table.evaluator import compile_plan  # noqa: PLC0415

    with batch.progress("Scoring", STEPS) as step:
        plan = compile_plan(table.rubric, table.parameters, scoring=table.scoring)
        quick = score_quickly(path, plan, table.day, step)
    if quick is None:
        return False
    text = csv_of_columns(quick.columns, numbers=NUMBERS)
    if target is None:
        _print(text)
    else:
        write_csv(target, text)
    _tell(quick.count, table.rubric, target, _warnings(quick.due, table.parameters))
    return True


def _tell(count: int, rubric: Rubric, target: Path | None, warnings: Iterable[str]) -> None:
    who = count_words(count, "employer", "employers")
    where = f" The scores are in {target}." if target else ""
    click.echo(f"{who} scored by {rubric.name}.{where}", err=True)
    for warning in warnings:
        click.echo(f"Warning: {warning}", err=True)


def _due(cards: Sequence[Scorecard]) -> Iterator[Found]:
    """Yield each figure that was used past its check date."""
    lines = (node.line for card in cards for node in card.total.walk_parts() if node.line)
    yield from (found for line in lines for found in line.found if found.due)


def _warnings(due: Iterable[Found], parameters: Parameters) -> Iterable[str]:
    """Return what to say of figures past their check date, each once."""
    return dict.fromkeys(due_words(found, parameters.places.title, FILES) for found in due)


def _named(cards: Sequence[Scorecard], employer: str) -> list[Scorecard]:
    found = [card for card in cards if card.employer == employer]
    if not found:
        names = list(dict.fromkeys(card.employer for card in cards))
        more = " …" if len(names) > _NAMED else ""
        hint = nearest(employer, names) or f"It has: {', '.join(names[:_NAMED])}{more}"
        message = f"The facts hold no employer {quoted(employer)}. {hint}"
        raise NotFoundError(message)
    return found


def _explain(cards: Sequence[Scorecard], edition: Edition, parameters: Parameters) -> None:
    words = edition.words.get("en")
    click.echo("\n\n".join(explain(card, words, parameters.places) for card in cards))


def _records(cards: Sequence[Scorecard], nodes: Nodes) -> Iterator[dict[str, str]]:
    """Yield the rows of every employer, with its rank where the standard ranks them."""
    way = cards[0].rubric.ranks if cards else None
    ranks = ranks_of(cards, way) if way else ()
    for place, card in enumerate(cards):
        yield from dump_scorecard(card, nodes)
        if way is not None and not card.part:
            yield dump_rank(card, ranks[place])


def _write(cards: Sequence[Scorecard], nodes: Nodes, target: Path | None) -> None:
    records = list(_records(cards, nodes))
    if target is not None:
        write_table(target, records, COLUMNS, numbers=NUMBERS)
        return
    _print(csv_text(records, COLUMNS, numbers=NUMBERS))


def _print(text: str) -> None:
    # Bytes, so that no machine turns line ends or letters into its own.
    sys.stdout.buffer.write(text.encode())
    sys.stdout.flush()
