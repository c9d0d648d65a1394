"""`jobquality trend`: what changed between two scores, and what was the employer's doing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from jobquality.cli.batch import score_all
from jobquality.cli.cohort import check_compares_nobody
from jobquality.cli.given import check_unread, find_day, find_target, read_employers
from jobquality.cli.options import PARAMETERS
from jobquality.cli.refusals import in_file
from jobquality.cli.standards import find_edition, find_parameters, read_bytes
from jobquality.cli.trending import trend_text
from jobquality.errors import Fault, FaultsError, NotFoundError
from jobquality.reading.numbers import count_words
from jobquality.rubrics.bridges import Bridge, load_bridge
from jobquality.rubrics.bridging import bridge_text, propose_bridge, same_only
from jobquality.rubrics.fields import nearest
from jobquality.rubrics.model import MAIN, Rubric
from jobquality.rubrics.parameters import Parameters
from jobquality.schemas.texts import quoted
from jobquality.schemas.trends import COLUMNS, EXACT, NUMBERS, dump_trend
from jobquality.scoring.changes import ChangeSplit, split_change
from jobquality.scoring.periods import Lines, Period, draw_lines, is_same_edition
from jobquality.tables.writing import write_table

Who = tuple[str, str]
_NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What was asked for on the command line."""

    old_rubric: str
    old_facts: str
    new_rubric: str
    new_facts: str
    bridge: str | None
    draft: str | None
    employer: str | None
    on_old: str | None
    on_new: str | None
    parameter_files: tuple[str, ...]
    out: str | None


@click.command(short_help="Compare two scores of an employer, like for like.")
@click.argument("old_rubric")
@click.argument("old_facts")
@click.argument("new_rubric")
@click.argument("new_facts")
@click.option(
    "--bridge", metavar="FILE", help="Which question of one edition is which of the other."
)
@click.option(
    "--draft-bridge",
    "draft",
    metavar="FILE",
    help="Write what the ids alone suggest as a bridge, for a person to complete, and stop.",
)
@click.option("--employer", metavar="NAME", help="Only this employer.")
@click.option("--on-old", metavar="DATE", help="The day of the old facts where they name none.")
@click.option("--on-new", metavar="DATE", help="The day of the new facts where they name none.")
@PARAMETERS
@click.option(
    "--out", metavar="FILE", help="Write the figures here (.csv, .xlsx or .parquet), not on screen."
)
def trend(**options: object) -> None:
    """Compare the scores of OLD_FACTS by OLD_RUBRIC with those of NEW_FACTS by NEW_RUBRIC.

    Two lines are shown: as published, each score by its own edition; and like for like, both
    by the later edition, over the criteria that are comparable. Then the change of the
    published score is split into what the employer, the rubric, dated figures and evidence
    did. The parts add up exactly.
    """
    run(Options(**options))  # type: ignore[arg-type]  # click hands over what the options declare


def run(options: Options) -> None:
    """Show or write the trend of every employer that both tables have."""
    read = _read(options)
    target = find_target(options.out, read)
    parameters = find_parameters(options.parameter_files)
    old = find_edition(options.old_rubric, parameters).rubric
    new = find_edition(options.new_rubric, parameters).rubric
    if options.draft:
        _write_draft(options.draft, old, new, read)
        return
    for rubric in (old, new):
        check_compares_nobody(rubric, MAIN, "trend")
    bridge = _bridge(options.bridge, old, new)
    days = (
        find_day(options.on_old, option="--on-old"),
        find_day(options.on_new, option="--on-new"),
    )
    before = _periods(options.old_facts, old, parameters, days[0])
    after = _periods(options.new_facts, new, parameters, days[1])
    both = _both(before, after, options.employer)
    _give([_trend(before[who], after[who], bridge) for who in both], parameters, target)


def _read(options: Options) -> tuple[str, ...]:
    """Return every file that is read, so that none is written over."""
    files = (options.old_rubric, options.old_facts, options.new_rubric, options.new_facts)
    return (*files, *options.parameter_files, options.bridge or "")


def _write_draft(name: str, old: Rubric, new: Rubric, read: tuple[str, ...]) -> None:
    check_unread(name, read)
    draft = propose_bridge(old, new)
    try:
        Path(name).write_text(bridge_text(draft, old, new), encoding="utf-8")
    except OSError as error:
        message = f"'{name}' cannot be written: {error.strerror}."
        raise FaultsError([Fault(message=message)]) from None
    open_links = len(draft.links) - len(same_only(draft).links)
    count = count_words(len(draft.links), "link", "links")
    click.echo(f"A draft with {count} is in {name}; {open_links} to be confirmed.", err=True)


def _bridge(file: str | None, old: Rubric, new: Rubric) -> Bridge:
    if file is not None:
        with in_file(file):
            return load_bridge(read_bytes(Path(file)), old, new)
    bridge = same_only(propose_bridge(old, new))
    if not is_same_edition(old, new):
        click.echo(
            "No bridge was given, so only questions with the same id and the same scale are "
            "compared. Write a draft to complete with --draft-bridge FILE.",
            err=True,
        )
    return bridge


def _periods(file: str, rubric: Rubric, parameters: Parameters, day: date) -> dict[Who, Period]:
    """Return every employer and part of a table that can be scored."""
    with in_file(file):
        employers = read_employers(Path(file), rubric, parameters, day)
        score_all(rubric, employers, parameters, MAIN)
    return {
        (facts.employer, facts.part): Period(rubric=rubric, facts=facts, parameters=parameters)
        for facts in employers
    }


def _both(
    before: dict[Who, Period], after: dict[Who, Period], employer: str | None
) -> tuple[Who, ...]:
    """Return who stands in both tables, and say who does not."""
    both = tuple(who for who in after if who in before and employer in (None, who[0]))
    if not both:
        raise NotFoundError(_nobody(before, after, employer))
    alone = dict.fromkeys(who[0] for who in (*before, *after) if who not in set(both))
    if alone and employer is None:
        names = list(alone)
        more = " …" if len(names) > _NAMED else ""
        said = ", ".join(names[:_NAMED])
        click.echo(f"Warning: only one of the tables has: {said}{more}", err=True)
    return both


def _nobody(before: dict[Who, Period], after: dict[Who, Period], employer: str | None) -> str:
    if employer is None:
        return "No employer stands in both tables under the same name and part."
    shared = [name for name, _ in after if any(name == one for one, _ in before)]
    hint = nearest(employer, shared) or f"Both have: {', '.join(shared[:_NAMED]) or 'nobody'}."
    return f"The tables do not both hold {quoted(employer)}. {hint}"


def _trend(before: Period, after: Period, bridge: Bridge) -> tuple[Lines, ChangeSplit]:
    return draw_lines([before, after], [bridge]), split_change(before, after, bridge)


def _give(
    trends: Sequence[tuple[Lines, ChangeSplit]], parameters: Parameters, target: Path | None
) -> None:
    if target is None:
        texts = (trend_text(lines, split, parameters.places) for lines, split in trends)
        click.echo("\n\n\n".join(texts))
        return
    records = [row for lines, split in trends for row in dump_trend(lines, split)]
    is_text = target.suffix.lower() == ".csv"
    write_table(target, records, COLUMNS, numbers=(*NUMBERS, *EXACT) if is_text else NUMBERS)
    count = count_words(len(trends), "employer", "employers")
    click.echo(f"The trend of {count} is in {target}.", err=True)
