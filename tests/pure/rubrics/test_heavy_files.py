"""Standards that can be used, and are made to keep whoever looks into them busy."""

import pytest

from jobquality.rubrics.catalog import shipped_parameters
from jobquality.rubrics.laws import find_breaks
from jobquality.rubrics.model import Rubric
from jobquality.rubrics.warnings import warnings_on
from jobquality.scoring.differences import find_differences
from tests.pure.rubrics.factories import load
from tests.pure.rubrics.fuzzing import at_most

#: Seconds of work; each takes a tenth of it, and in as many steps as there are ways, years.
_MOST = 5.0
TOP = "rubric: r\nedition: 2026.1\nweights: relative\ncriteria:\n"
POINTS = "points: [{under: 1, gives: 0}, {from: 1, gives: 1}]"


def woven() -> str:
    """Return figures in 18 steps, each worked out from both of the step below: 2**18 ways."""
    steps = "".join(
        f"  - {{criterion: {name}{step}, ask: Q, answer: ratio, sum: [a{step + 1}, b{step + 1}]}}\n"
        for step in range(18)
        for name in "ab"
    )
    ends = "".join(f"  - {{criterion: {name}18, ask: Q, answer: ratio}}\n" for name in "ab")
    return f"{TOP}  - {{criterion: c, ask: Q, answer: ratio, of: [a0], {POINTS}}}\n{steps}{ends}"


def many() -> str:
    """Return 1,200 criteria, each of which waits for the first, and as many tests of nothing."""
    asked = "".join(
        f"  - {{criterion: c{one}, ask: Q, answer: days, requires: [c0], na: yes, {POINTS}}}\n"
        for one in range(1, 1_200)
    )
    first = f"  - {{criterion: c0, ask: Q, answer: days, {POINTS}}}\n"
    tests = "".join(
        f"  - {{ask: T{one}, answer: {{c{one}: 1}}, gives: {{c{one}: 1}}}}\n" for one in range(300)
    )
    return f"{TOP}{first}{asked}tests:\n{tests}"


@pytest.fixture(params=[woven, many], ids=["woven", "many"])
def heavy(request: pytest.FixtureRequest) -> Rubric:
    text: str = request.param()
    with at_most(_MOST):
        return load(text)


def test_its_laws_are_decided(heavy: Rubric) -> None:
    with at_most(_MOST):
        assert find_breaks(heavy) is not None


def test_what_to_look_at_again_is_found(heavy: Rubric) -> None:
    with at_most(_MOST):
        assert warnings_on(heavy, shipped_parameters())


def test_it_is_held_against_another(heavy: Rubric) -> None:
    with at_most(_MOST):
        assert find_differences(heavy, load(SHORT)).changes


SHORT = f"{TOP}  - {{criterion: c0, ask: Q, answer: days, {POINTS}}}\n"
