"""What an author is told to look at again, although the standard can be used."""

import pytest

from jobquality.rubrics.catalog import shipped, shipped_parameters
from jobquality.rubrics.loader import load_rubric
from jobquality.rubrics.model import Rubric
from jobquality.rubrics.warnings import warnings_on
from tests.pure.rubrics.factories import SMALL, Change

PARAMETERS = shipped_parameters()
#: The small standard, with a source for every threshold and a test for every level.
SOUND = (
    SMALL.replace("gives: 0}", "gives: 0, source: We}")
    .replace("gives: 1}", "gives: 1, source: We}")
    .replace("gives: 2}", "gives: 2, source: We}")
    + "  - ask: A fair cafe\n    answer: {lowest_pay: 15, notice_days: 14, on_call: never}\n"
    "    gives: {level: basic}\n"
)


def warnings(text: str) -> list[str]:
    rubric = load_rubric(text.encode(), parameters=PARAMETERS.units)
    return [str(fault) for fault in warnings_on(rubric, PARAMETERS)]


def changed(*changes: Change) -> str:
    text = SOUND
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def test_a_sound_standard_has_no_warnings() -> None:
    assert warnings(SOUND) == []


@pytest.mark.parametrize("rubric", [one.rubric for one in shipped().by_name.values()])
def test_of_ours_only_what_a_center_brings_and_some_levels_are_named(rubric: Rubric) -> None:
    said = [fault.message for fault in warnings_on(rubric, PARAMETERS)]

    assert [
        one for one in said if not one.startswith(("'living_wage' has", "No test reaches"))
    ] == []


EVIDENCE = "        critical: [wages_unpaid]"
MORE = "answer: people\n      - {criterion: share, ask: Q, answer: percent}"
OPENINGS = "      - criterion: openings"
PAY = """\
      - {criterion: pay, ask: Q, answer: ratio, of: [pay_now], to: [living_wage]}
      - {criterion: pay_now, ask: Q, answer: usd_per_hour}
"""
FLOORS = "total: 70, each_dimension: 50, coverage: 80"
#: A warning, and what its line starts with, by the changes that bring it on.
WARNED: dict[str, tuple[str, list[Change]]] = {
    "1 of 2 lines of the points of 'lowest_pay' have no source. Add": (
        "- criterion: lowest_pay",
        [("gives: 1, source: We", "gives: 1")],
    ),
    "No line of the points of 'on_call' has a source. Add": (
        "- criterion: on_call",
        [
            ('unpaid", gives: 0, source: We', 'unpaid", gives: 0'),
            ("Never, gives: 2, source: We", "Never, gives: 2"),
        ],
    ),
    "The threshold at 15 changes nothing: both sides give the same points. Join": (
        "- {from: 15",
        [("from: 15, gives: 1", "from: 15, gives: 0")],
    ),
    "Every answer to 'on_call' gives 1, so its weight says nothing. Let": (
        "- criterion: on_call",
        [("Never, gives: 2", "Never, gives: 1"), ('unpaid", gives: 0', 'unpaid", gives: 1')],
    ),
    "'notice_days' can never count: 'on_call' has no such answer. Change": (
        "- criterion: notice_days",
        [(EVIDENCE, "        applies: {on_call: [always]}")],
    ),
    "'notice_days' can never count: 'share' is never 101, but 100 at most. Change": (
        "- criterion: notice_days",
        [(EVIDENCE, "        from: {share: 101}"), ("answer: people", MORE)],
    ),
    "'notice_days' can never count: 'openings' is never under 0. Change": (
        "- criterion: notice_days",
        [(EVIDENCE, "        applies: {openings: {under: 0}}")],
    ),
    "'basic' asks for wages 0, which everybody has. Ask": (
        "- level: basic",
        [("from: {total: 50}", "from: {total: 50, wages: 0}")],
    ),
    "'fair' asks for total 70, but whoever has each dimension 75 has that already. Ask": (
        "- level: fair",
        [("total: 70, each_dimension: 50", "total: 70, each_dimension: 75")],
    ),
    "Nobody stays at 'basic': whoever reaches it reaches 'fair' too. Ask": (
        "- level: basic",
        [("from: {total: 50}", f"from: {{{FLOORS}}}")],
    ),
    "Nobody reaches 'fair': with what it allows at most, the total is 64, not 70. Ask": (
        "- level: fair",
        [("coverage: 80}\n", "coverage: 80}\n    at_most: {wages: 40}\n")],
    ),
    "No test reaches 'fair'. Add": ("- level: fair", [(", level: fair}", "}")]),
    "No test answers 'on_call'. Add": (
        "- criterion: on_call",
        [(", on_call: never}", "}"), (", on_call: never}", "}")],
    ),
    "'living_wage' has no rows yet, so nobody can be scored by it. Bring": (
        "- {criterion: pay,",
        [(OPENINGS, f"{PAY}{OPENINGS}")],
    ),
}


@pytest.mark.parametrize("said", WARNED)
def test_what_may_be_wrong_is_named_with_its_line_and_what_to_do(said: str) -> None:
    starts, changes = WARNED[said]
    text = changed(*changes)

    found = [one.partition(": ") for one in warnings(text) if f": {said} " in one]

    [(place, _, _)] = found
    line = text.splitlines()[int(place.removeprefix("line ")) - 1]
    assert line.strip().startswith(starts)


def test_a_file_without_tests_is_told_to_have_some() -> None:
    [said] = warnings(SOUND.partition("tests:")[0])

    assert said.startswith("line 1: The file has no tests. Add tests:")


def test_yes_or_no_without_points_needs_no_source() -> None:
    start = SOUND.index("        answer: choice")
    end = SOUND.index("        evidence: [schedule_postings]\n      - criterion: openings")
    plain = f"{SOUND[:start]}        answer: yes_no\n{SOUND[end:]}".replace(": never", ": yes")

    assert warnings(plain) == []
