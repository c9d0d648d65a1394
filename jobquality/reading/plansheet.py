"""The improvement plan as a table to work with: one action a row, and room for who and when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jobquality.ledger.snapshot import Snapshot
from jobquality.reading.numbers import number_words
from jobquality.reading.plans import ActionWords, PlanWords, read_plan
from jobquality.rubrics.catalog import Edition
from jobquality.rubrics.places import Places
from jobquality.scoring.plan import Action, Plan
from jobquality.wording import Speaker

#: The columns of the table; the last two are the employer's to fill in.
COLUMNS = (
    "number",
    "topic",
    "action",
    "now_head",
    "legal",
    "practice",
    "gain",
    "effort",
    "evidence",
    "sources",
    "owner",
    "due",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSheet:
    """A plan as a table: what stands above it, its columns, its rows, and the names of sheets."""

    title: str
    above: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    name: str


def plan_sheet(
    plan: Plan, snapshot: Snapshot, edition: Edition, places: Places, say: Speaker
) -> PlanSheet:
    """Return a plan as a table, the actions by points for effort where that is known of all."""
    words = read_plan(plan, snapshot, edition, places, say)
    told = {one.id: one for one in (*words.legal, *words.best, *words.open)}
    ordered = in_order(plan.actions)
    rows = [
        _row(number, action, told[action.node.id], say)
        for number, action in enumerate(ordered, start=1)
    ]
    return PlanSheet(
        title=say("plansheet_title", employer=snapshot.employer.name),
        above=tuple(_above(words, ordered, say)),
        columns=tuple(say(f"plansheet_{column}") for column in COLUMNS),
        rows=tuple(rows),
        name=say("plansheet_name"),
    )


def in_order(actions: Iterable[Action]) -> tuple[Action, ...]:
    """Return actions as they are best done: what must stop, then by points for effort.

    Where the standard does not give the effort of each, by points alone.
    """
    found = tuple(actions)
    are_priced = all(one.best.step.cost for one in found)
    return tuple(sorted(found, key=lambda one: (not one.stops, -_worth(one, are_priced))))


def _worth(action: Action, is_priced: bool) -> Fraction:  # noqa: FBT001 - one of two orders
    cost = action.best.step.cost
    return action.gain / cost if is_priced and cost else action.gain


def _above(words: PlanWords, actions: Sequence[Action], say: Speaker) -> Iterable[str]:
    yield say("plansheet_now", score=words.now)
    yield say("plansheet_promised", score=words.promised)
    if words.open:
        yield say("plansheet_found_out", score=words.found_out)
    are_priced = bool(actions) and all(one.best.step.cost for one in actions)
    yield say("plansheet_by_effort" if are_priced else "plansheet_by_points")
    for one in words.must_stop:
        yield say("plansheet_must_stop", title=one.title)
    yield say("plansheet_free")


def _row(number: int, action: Action, told: ActionWords, say: Speaker) -> tuple[str, ...]:
    law = [one for one in told.goals if one.is_law]
    cost = action.best.step.cost
    sources = "; ".join(f"{basis}: {source}" if source else basis for basis, source in told.sources)
    best = _goal(told.best.text, told.best.part)
    return (
        str(number),
        told.topic,
        told.title,
        told.now,
        "; ".join(_goal(one.text, one.part) for one in law) or say("plansheet_no_law"),
        say("plansheet_as_law") if law and told.best.is_law else best,
        told.gain,
        number_words(cost) if cost else "",
        ", ".join(told.proof),
        sources,
        "",
        "",
    )


def _goal(text: str, part: str) -> str:
    return f"{text} ({part})" if part else text
