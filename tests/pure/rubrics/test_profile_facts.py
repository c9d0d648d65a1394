"""Profile facts that a test gives: each must be one that something looks at."""

import pytest

from jobquality.errors import FaultsError
from jobquality.rubrics.loader import load_rubric
from tests.pure.rubrics.factories import Change, a_rubric, faults_after, rubric_text
from tests.pure.rubrics.parameter_files import some_parameters


def given(*facts: str) -> Change:
    """Let the test of the small standard give more facts."""
    return "{lowest_pay: 18,", f"{{{', '.join(facts)}, lowest_pay: 18,"


def applies(condition: str) -> Change:
    return "answer: days", f"answer: days\n        applies: {{{condition}}}"


def test_a_fact_spelt_otherwise_than_in_the_criterion_is_named_with_both_lines() -> None:
    found = faults_after(applies("tiped_workers: yes"), given("profile.tipped_workers: yes"))

    assert found == [
        (
            "line 51: The test gives 'profile.tipped_workers', but nothing looks at it. "
            "Line 19 looks at 'tiped_workers': write both the same way."
        )
    ]


@pytest.mark.parametrize(
    ("fact", "remedy"),
    [
        ("placce: TX", "Did you mean 'profile.place'?"),
        ("owner_kind: family", "Leave it out, or name it in 'applies' of a criterion."),
    ],
)
def test_a_fact_that_nothing_looks_at_is_refused(fact: str, remedy: str) -> None:
    name = fact.partition(":")[0]

    assert faults_after(given(f"profile.{fact}")) == [
        f"line 50: The test gives 'profile.{name}', but nothing looks at it. {remedy}"
    ]


def test_a_fact_that_several_tests_give_is_named_once() -> None:
    again = "tests:\n  - ask: Again\n    answer: {profile.owner: us}\n    gives: {total: 0}\n"

    found = faults_after(("tests:\n", again), given("profile.owner: us"))

    assert [fault.split(",")[0] for fault in found] == ["line 50: The test gives 'profile.owner'"]


@pytest.mark.parametrize(
    "fact", ["place: TX", "sector: 722511", "headcount: 12", "tipped_workers: no"]
)
def test_a_fact_that_something_may_look_at_is_fine(fact: str) -> None:
    a_rubric(applies("profile.tipped_workers: yes"), given(f"profile.{fact}"))


def test_a_fact_that_a_figure_depends_on_is_fine() -> None:
    row = "place: TX, from: 2026-01-01, applies: {chain: yes, sector: 72}, value: 9"
    content = rubric_text(given("profile.chain: yes")).encode()
    facts = some_parameters(row).facts

    assert facts == {"chain", "sector"}
    load_rubric(
        content, parameters={"living_wage": some_parameters(row).units["wage"]}, facts=facts
    )
    with pytest.raises(FaultsError):
        load_rubric(content, parameters={})
