"""The tests that a rubric file brings along."""

from pathlib import Path

import pytest

from jobquality.rubrics.catalog import edition_files, load_edition, shipped_parameters
from jobquality.scoring.examples import run_examples
from tests.pure.scoring.cases import SUMMER, a_standard, the_parameters

CRITERIA = """
- criterion: pay
  weight: 60
  ask: Pay?
  answer: usd_per_hour
  points: [{under: 15, gives: 0}, {from: 15, gives: 1}, {from: 18, gives: 3}]
- {criterion: notice, weight: 40, ask: Notice?, answer: yes_no, applies: {hourly: yes}}
"""
BELOW = """
critical: [{critical: wages_unpaid, ask: Owed?, source: Records}]
levels:
  - {level: fair, from: {total: 50, coverage: 50}}
  - {level: committed, ask: Until when?, answer: date}
"""


def faults_of(answers: str, gives: str) -> list[str]:
    tests = f"tests:\n  - {{ask: A cafe, answer: {{{answers}}}, gives: {{{gives}}}}}\n"
    rubric = a_standard(CRITERIA, below=BELOW + tests)
    return [str(fault) for fault in run_examples(rubric, the_parameters(), on=SUMMER)]


@pytest.mark.parametrize(
    ("answers", "gives"),
    [
        ("pay: 18, notice: yes", "total: 100, pay: 3, level: fair"),
        ("pay: 15, notice: yes", "total: 60"),
        ("pay: 15", "total: [20, 60], level: no_level"),
        ("pay: 15, notice: no", "total: 20.0"),
        ("pay: 15, profile.hourly: no", "total: 33.33"),
        ("pay: 15, profile.hourly: no", "total: 33"),
        ("pay: 18, wages_unpaid: found", "level: no_level"),
        ("pay: 18, wages_unpaid: not_checked", "level: not_enough_known"),
        ("pay: 9, committed: 2026-06-01", "level: committed"),
        ("pay: 9, committed: 2026-06-01, on: 2026-06-02", "level: no_level"),
    ],
)
def test_a_test_that_comes_out_is_no_fault(answers: str, gives: str) -> None:
    assert faults_of(answers, gives) == []


@pytest.mark.parametrize(
    ("answers", "gives", "said"),
    [
        ("pay: 15, notice: yes", "total: 60.1", "total gives 60, not 60.1."),
        ("pay: 15", "total: 20", "total gives 20 to 60, not 20."),
        ("pay: 15", "total: [20, 61]", "total gives 20 to 60, not 20 to 61."),
        ("pay: 15, profile.hourly: no", "total: 33.34", "total gives 33.3333, not 33.34."),
        ("profile.hourly: no", "notice: 1", "notice does not apply, so it gives nothing, not 1."),
        ("pay: 18", "level: committed", "The level is fair, not committed."),
        ('pay: "7,25"', "total: 0", "The answer to pay: '7,25' is not a number"),
        ("notice: yes, profile.hourly: no", "total: 60", "notice: It was answered 'yes', but"),
    ],
)
def test_a_test_that_does_not_come_out_says_what_it_gives_instead(
    answers: str, gives: str, said: str
) -> None:
    faults = faults_of(answers, gives)

    assert any(said in fault for fault in faults)
    assert all("test 'A cafe'" in fault for fault in faults)


def test_every_answer_of_a_test_that_cannot_be_read_is_named() -> None:
    assert len(faults_of('pay: "$9", notice: perhaps, committed: soon', "total: 0")) == 3


@pytest.mark.parametrize(("ties", "total"), [("half_up", "63"), ("half_even", "62")])
def test_a_test_is_compared_as_the_standard_rounds(ties: str, total: str) -> None:
    rubric = a_standard(
        "- {criterion: one, ask: One?, answer: number, range: {from: 0, under: 8}}",
        below=f"""
        rounding: {{digits: 0, ties: {ties}}}
        tests: [{{ask: A tie, answer: {{one: 5}}, gives: {{total: {total}}}}}]
        """,
    )

    assert run_examples(rubric, the_parameters(), on=SUMMER) == ()


@pytest.mark.parametrize("file", edition_files(), ids=lambda file: file.parent.name)
def test_the_tests_of_every_shipped_standard_come_out(file: Path) -> None:
    edition = load_edition(file, shipped_parameters())

    assert run_examples(edition.rubric, shipped_parameters(), on=SUMMER) == ()
