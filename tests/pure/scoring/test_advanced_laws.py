"""What holds for every standard that uses the advanced words."""

from hypothesis import assume, given, reject, settings
from hypothesis import strategies as st

from jobquality.errors import FaultsError
from jobquality.scoring.scorecard import NodeScore
from tests.pure.scoring.advanced import Advanced, advanced_cases, completed, forgotten

some = settings(max_examples=max(1, settings().max_examples // 4))
seeds = st.integers(0, 10**6)


def total_of(case: Advanced) -> NodeScore:
    try:
        return case.card().total
    except FaultsError:  # a share of nothing, a part that weighs nothing
        reject()


@some
@given(advanced_cases(), seeds)
def test_every_completion_lies_between_the_ends(case: Advanced, seed: int) -> None:
    before, after = total_of(case), total_of(completed(case, seed))

    assume(not before.is_out and not after.is_out)
    assert before.low is None or (after.low is not None and before.low <= after.low)
    assert before.high is None or (after.high is not None and after.high <= before.high)


@some
@given(advanced_cases(), seeds)
def test_what_nobody_knows_any_more_never_raises_the_low_end(case: Advanced, seed: int) -> None:
    before, after = total_of(case), total_of(forgotten(case, seed))

    assume(before.low is not None and after.low is not None)
    assert after.low is not None
    assert before.low is not None
    assert after.low <= before.low
