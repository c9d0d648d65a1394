"""`jobquality plan`: what each better answer gains, and the cheapest path to each level."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from jobquality.cli.cohort import frozen_or_own
from jobquality.cli.given import find_day, read_employers
from jobquality.cli.options import ON, PARAMETERS
from jobquality.cli.planning import plan_text
from jobquality.cli.refusals import in_file
from jobquality.cli.standards import find_edition, find_parameters
from jobquality.errors import NotFoundError
from jobquality.rubrics.fields import nearest
from jobquality.rubrics.model import MAIN, Rubric, State
from jobquality.schemas.costs import load_costs
from jobquality.schemas.texts import quoted
from jobquality.scoring.answers import NONE_FOUND
from jobquality.scoring.facts import EmployerFacts, Fact
from jobquality.scoring.paths.cheapest import cheapest_paths
from jobquality.scoring.paths.costs import Costs
from jobquality.tables.sheets import read_sheet

_NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What was asked for on the command line."""

    rubric: str
    facts: str
    employer: str | None
    costs: str | None
    once_checked: bool
    on: str | None
    parameter_files: tuple[str, ...]
    scoring: str
    cohort_file: str | None


@click.command(short_help="Show the cheapest path to each level.")
@click.argument("rubric")
@click.argument("facts")
@click.option("--employer", metavar="NAME", help="The employer to plan for, if there are several.")
@click.option(
    "--costs",
    metavar="FILE",
    help="A table of costs with the columns criterion, do, answer, cost and per. "
    "What it does not name costs 1.",
)
@click.option(
    "--once-checked",
    is_flag=True,
    help="Take critical violations that nobody has looked into as looked into and not found.",
)
@ON
@PARAMETERS
@click.option(
    "--cohort",
    "cohort_file",
    metavar="FILE",
    help="Compare with this frozen cohort, not with the employers of FACTS themselves.",
)
@click.option(
    "--scoring", default=MAIN, metavar="NAME", help="Use another scoring that the standard offers."
)
def plan(**options: object) -> None:
    """Show what each better answer gains, and the cheapest path to each level.

    RUBRIC and FACTS are as for `jobquality score`. Every gain and every path is scored
    exactly; a path is shown only where no cheaper one exists.
    """
    run(Options(**options))  # type: ignore[arg-type]  # click hands over what the options declare


def run(options: Options) -> None:
    """Print the plan of one employer, and of each of its parts."""
    day = find_day(options.on)
    parameters = find_parameters(options.parameter_files)
    edition = find_edition(options.rubric, parameters)
    with in_file(options.facts):
        employers = read_employers(Path(options.facts), edition.rubric, parameters, day)
        cohort = frozen_or_own(
            options.cohort_file, edition.rubric, employers, parameters, scoring=options.scoring
        )
    chosen = _chosen(employers, options.employer)
    if options.once_checked:
        chosen = [_checked(facts, edition.rubric) for facts in chosen]
    costs = _costs(options.costs, edition.rubric)
    with in_file(options.facts):
        found = [
            cheapest_paths(
                edition.rubric,
                facts,
                parameters,
                costs=costs,
                scoring=options.scoring,
                cohort=cohort,
            )
            for facts in chosen
        ]
    words = edition.words.get("en")
    click.echo("\n\n\n".join(plan_text(paths, words) for paths in found))


def _chosen(employers: Sequence[EmployerFacts], name: str | None) -> list[EmployerFacts]:
    names = list(dict.fromkeys(facts.employer for facts in employers))
    found = [facts for facts in employers if facts.employer == (name or names[0])]
    if found and (name or len(names) == 1):
        return found
    more = " …" if len(names) > _NAMED else ""
    listed = f"It has: {', '.join(names[:_NAMED])}{more}"
    if name is None:
        message = f"The facts hold several employers: say which with --employer. {listed}"
    else:
        hint = nearest(name, names) or listed
        message = f"The facts hold no employer {quoted(name)}. {hint}"
    raise NotFoundError(message)


def _checked(facts: EmployerFacts, rubric: Rubric) -> EmployerFacts:
    """Return the facts with every violation that nobody looked into as not found."""
    open_ones = [
        one.id
        for one in rubric.critical
        if (fact := facts.find(one.id)) is None or fact.state is not State.VALUE
    ]
    supposed = {
        name: Fact(criterion=name, state=State.VALUE, text=NONE_FOUND, value=NONE_FOUND)
        for name in open_ones
    }
    return replace(facts, facts={**facts.facts, **supposed})


def _costs(file: str | None, rubric: Rubric) -> Costs:
    if file is None:
        return Costs()
    with in_file(file):
        return Costs(given=load_costs(read_sheet(Path(file)).numbered(), rubric))
