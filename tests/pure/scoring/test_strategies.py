"""The random standards and facts are such as could come in through the door."""

from hypothesis import given, settings
from hypothesis import strategies as st

from jobquality.rubrics.checks import check_rubric
from jobquality.rubrics.fields import Faults
from jobquality.rubrics.model import State
from tests.pure.scoring.random_facts import Case, cases
from tests.pure.scoring.strategies import ANY, LOWER

some = settings(max_examples=max(1, settings().max_examples // 8))


@some
@given(case=st.one_of(cases(ANY), cases(LOWER)))
def test_a_random_standard_passes_every_check_of_the_loader(case: Case) -> None:
    faults = Faults()

    check_rubric(case.rubric, faults, {})

    kept = [one.message for one in faults.found if "level" not in one.message]
    assert kept == []


@some
@given(case=cases())
def test_random_facts_can_be_scored(case: Case) -> None:
    assert case.card().total.state in State
