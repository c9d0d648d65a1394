"""A published score comes out again from what was published with it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from jobquality.errors import FaultsError
from jobquality.ledger.form import dump_snapshot, load_snapshot
from jobquality.ledger.recompute import parameters_of, rebuild, recomputed
from jobquality.ledger.snapshot import Snapshot, UsedParameter
from jobquality.rubrics.catalog import shipped, shipped_parameters
from jobquality.rubrics.model import State
from jobquality.rubrics.parameters import Parameters, load_parameters
from jobquality.scoring.score import score
from jobquality.scoring.scorecard import Scorecard
from tests.pure.ledger.snapshots import snapshot_of, with_score
from tests.pure.scoring.cases import a_standard, facts_of, the_parameters
from tests.pure.scoring.random_facts import Case, cases, shipped_cases

_PLACES = shipped_parameters().places
_STANDARD = shipped().newest("restaurants_us").rubric
_CAFES = a_standard(
    """
    - criterion: pay
      weight: 40
      ask: What do they pay?
      answer: usd_per_hour
      points:
        - {under: minimum_wage, gives: 0}
        - {from: minimum_wage, gives: 1}
        - {from: living_wage, gives: 2}
    - criterion: soup
      weight: 60
      ask: Is there soup?
      answer: yes_no
      na: yes
    """
)


@given(shipped_cases())
@settings(max_examples=150, deadline=None)
def test_a_scorecard_of_a_shipped_standard_comes_out_again(case: Case) -> None:
    card = case.card()
    snapshot = load_snapshot(dump_snapshot(snapshot_of(card, case.facts)))
    assert recomputed(snapshot, case.rubric, _PLACES) == ()
    assert _trace(rebuild(snapshot, case.rubric, _PLACES)) == _trace(card)


@given(cases())
@settings(max_examples=150, deadline=None)
def test_a_scorecard_of_any_standard_comes_out_again(case: Case) -> None:
    card = case.card()
    snapshot = load_snapshot(dump_snapshot(snapshot_of(card, case.facts)))
    assert recomputed(snapshot, case.rubric, _PLACES) == ()
    assert _trace(rebuild(snapshot, case.rubric, _PLACES)) == _trace(card)


def _trace(card: Scorecard) -> list[object]:
    """Return all that a page says about a card, and where the numbers come from."""
    traced: list[object] = [card.outcome.level, card.outcome.could_reach]
    for node in card.total.walk():
        traced += [node.id, node.state, node.value, node.low, node.high, node.share, node.supposed]
        if node.line is not None:
            line = node.line
            traced += [line.grade, line.edges, line.step, line.better, line.unmet, line.reason]
            traced += [(found.row.value, found.row.place, found.due) for found in line.found]
    return traced


def published(
    answers: Mapping[str, str],
    *,
    profile: Mapping[str, str] | None = None,
    on: date = date(2026, 6, 1),
    parameters: Parameters | None = None,
) -> Snapshot:
    """Return the snapshot of a small cafe, back from its text."""
    facts = facts_of(_CAFES, answers, profile=profile, on=on)
    card = score(_CAFES, facts, parameters or the_parameters())
    return load_snapshot(dump_snapshot(snapshot_of(card, facts)))


def test_the_figures_of_a_place_chain_are_found_again() -> None:
    snapshot = published(
        {"pay": "15"}, profile={"place": "0423620"}, parameters=_parameters(place="AZ")
    )
    places = [row.place for row in _figure(snapshot, "minimum_wage").rows]
    assert places[0] == "0423620"
    assert sorted(places) == ["04", "0423620", "us"]


@pytest.mark.parametrize("headcount", ["3", "25", "5000"])
def test_every_place_gives_the_same_floor_again(headcount: str) -> None:
    tried = 0
    for place in [*_PLACES.by_id, "48453", "36081"]:
        profile = {"place": place, "headcount": headcount, "fast_food_chain_60": "yes"}
        try:
            snapshot = published({"pay": "15"}, profile=profile, parameters=_parameters(place="us"))
        except FaultsError:
            continue  # no figure is known there on that day
        assert recomputed(snapshot, _CAFES, _PLACES) == ()
        tried += 1
    assert tried > 40


def test_limits_of_a_row_are_found_again() -> None:
    profile = {"place": "NJ", "headcount": "25", "sector": "722511"}
    more = _parameters("{sector: 72, headcount: {from: 4.5}}", place="NJ")
    snapshot = published({"pay": "15"}, profile=profile, parameters=more)
    row = _figure(snapshot, "living_wage").rows[0]
    assert row.limits == {"headcount": {"from": "4.5"}, "sector": {"equals": "72"}}
    assert recomputed(snapshot, _CAFES, _PLACES) == ()


def test_a_row_past_its_check_date_is_past_it_again() -> None:
    snapshot = published({"pay": "15"}, parameters=_parameters(check_by="2026-02-01"))
    card = rebuild(snapshot, _CAFES, _PLACES)
    found = {one.parameter.id: one for line in _lines(card) for one in line}
    assert found["living_wage"].due
    assert not found["minimum_wage"].due


def _lines(card: Scorecard) -> list[tuple[Any, ...]]:
    return [node.line.found for node in card.total.walk() if node.line]


def test_two_rows_that_say_the_same_are_published_once() -> None:
    again = the_parameters().joined([the_parameters().by_id["living_wage"]])
    snapshot = published({"pay": "15"}, parameters=again)
    assert len(_figure(snapshot, "living_wage").rows) == 1
    assert recomputed(snapshot, _CAFES, _PLACES) == ()


def test_a_figure_that_nothing_rests_on_is_not_published() -> None:
    assert published({"pay": "unknown"}).parameters == ()


def test_only_published_rows_are_looked_up() -> None:
    snapshot = published({"pay": "15"})
    assert set(parameters_of(snapshot, _PLACES).by_id) == {"living_wage", "minimum_wage"}


def test_answers_that_are_no_values_come_out_again() -> None:
    snapshot = published({"pay": "not_offered", "soup": "na: a bakery"})
    assert [fact.state for fact in snapshot.facts] == [State.NOT_OFFERED, State.NA]
    assert recomputed(snapshot, _CAFES, _PLACES) == ()


@pytest.mark.parametrize("column", ["value", "low", "high", "coverage", "share"])
def test_a_changed_score_is_named(column: str) -> None:
    changed = with_score(published({"pay": "15", "soup": "yes"}), "pay", **{column: "0.25"})
    (difference,) = recomputed(changed, _CAFES, _PLACES)
    assert (difference.where, difference.published) == (f"pay {column}", "0.25")


@pytest.mark.parametrize("name", ["level", "could_reach", "if_evidence_holds"])
def test_a_changed_level_is_named(name: str) -> None:
    changed = replace(published({"pay": "15"}), **{name: "gold"})  # type: ignore[arg-type]  # each is a text
    assert [difference.where for difference in recomputed(changed, _CAFES, _PLACES)] == [name]


def test_a_node_left_out_is_named() -> None:
    snapshot = published({"pay": "15"})
    cut = replace(snapshot, scores=snapshot.scores[:-1])
    assert [difference.where for difference in recomputed(cut, _CAFES, _PLACES)] == ["nodes"]


def test_a_figure_that_is_not_used_is_named() -> None:
    snapshot = published({"pay": "15"})
    more = replace(snapshot.parameters[0], id="another")
    changed = replace(snapshot, parameters=(*snapshot.parameters, more))
    assert [difference.where for difference in recomputed(changed, _CAFES, _PLACES)] == ["figures"]


def test_rows_in_another_order_are_named() -> None:
    snapshot = published(
        {"pay": "15"}, profile={"place": "0423620"}, parameters=_parameters(place="AZ")
    )
    living, minimum = snapshot.parameters
    turned = replace(minimum, rows=minimum.rows[::-1])
    changed = replace(snapshot, parameters=(living, turned))
    (difference,) = recomputed(changed, _CAFES, _PLACES)
    assert difference.where == "figure minimum_wage"


def test_a_changed_figure_changes_the_score() -> None:
    snapshot = published({"pay": "15"})
    living, minimum = snapshot.parameters
    cheap = replace(living, rows=(replace(living.rows[0], value="14"),))
    changed = replace(snapshot, parameters=(cheap, minimum))
    assert "pay value" in [one.where for one in recomputed(changed, _CAFES, _PLACES)]


@pytest.mark.parametrize(
    ("fact", "message"),
    [
        ({"criterion": "sooup"}, "does not ask"),
        ({"state": State.UNKNOWN}, "its answer reads value"),
        ({"answer": "lots"}, "is not a number"),
        ({"unit": "days"}, "Its unit is 'days'"),
    ],
)
def test_an_answer_that_does_not_read_so_is_refused(fact: Mapping[str, Any], message: str) -> None:
    snapshot = published({"pay": "15"})
    changed = replace(snapshot, facts=(replace(snapshot.facts[0], **fact),))
    with pytest.raises(FaultsError, match=message):
        rebuild(changed, _CAFES, _PLACES)


def test_an_answer_that_stands_twice_is_refused() -> None:
    snapshot = published({"pay": "15"})
    with pytest.raises(FaultsError, match="twice"):
        rebuild(replace(snapshot, facts=snapshot.facts * 2), _CAFES, _PLACES)


@pytest.mark.parametrize(
    "figure",
    [
        {"unit": "florins"},
        {"lookup": "lowest"},
        {"rows": ()},
        {"value": "7.250"},
        {"limits": {"headcount": {"from": "many"}}},
        {"limits": {"headcount": {"at_least": "4"}}},
    ],
)
def test_a_figure_that_cannot_be_read_is_refused(figure: Mapping[str, Any]) -> None:
    snapshot = published({"pay": "15"})
    living, minimum = snapshot.parameters
    of_row = {name: value for name, value in figure.items() if name in ("value", "limits")}
    rows = tuple(replace(row, **of_row) for row in living.rows)
    changed = replace(living, **{"rows": rows} if of_row else figure)
    with pytest.raises(FaultsError) as caught:
        rebuild(replace(snapshot, parameters=(changed, minimum)), _CAFES, _PLACES)
    assert [fault.where for fault in caught.value.faults] == ["living_wage"]


@pytest.mark.parametrize("name", ["scoring_hash", "edition", "rubric"])
def test_another_standard_is_refused(name: str) -> None:
    changed = replace(published({"pay": "15"}), **{name: "2026.9"})  # type: ignore[arg-type]  # each is a text
    with pytest.raises(FaultsError, match="Use the edition"):
        rebuild(changed, _CAFES, _PLACES)


def test_the_shipped_standard_needs_no_answers_to_come_out_again() -> None:
    facts = facts_of(_STANDARD, {})
    card = score(_STANDARD, facts, the_parameters())
    assert recomputed(snapshot_of(card, facts), _STANDARD, _PLACES) == ()


def _figure(snapshot: Snapshot, name: str) -> UsedParameter:
    return next(one for one in snapshot.parameters if one.id == name)


def _parameters(
    applies: str = "{}", *, place: str = "TX", check_by: str = "2027-01-31"
) -> Parameters:
    text = f"""
parameters:
  - parameter: living_wage
    title: Living wage
    unit: usd_per_hour
    lookup: nearest
    values:
      - place: {place}
        from: 2026-01-01
        value: 20.125
        source: Our board
        as_of: 2026-01-12
        last_checked: 2026-01-12
        check_by: {check_by}
{f"        applies: {applies}" if applies != "{}" else ""}
"""
    return shipped_parameters().joined(load_parameters(text.encode(), _PLACES))
