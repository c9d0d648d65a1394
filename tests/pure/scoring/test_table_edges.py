"""Where a float passes an edge is decided on decimals, whatever the edge."""

from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from jobquality.scoring.table.edges import decimal_of, first_beyond, first_from

numbers = st.floats(min_value=-1e12, max_value=1e12, allow_subnormal=False).map(np.float64)
edges = st.one_of(
    st.decimals(min_value=-(10**9), max_value=10**9, places=4).map(Fraction),
    st.fractions(min_value=-(10**6), max_value=10**6),
)


@given(numbers, edges)
def test_a_float_is_compared_as_the_decimal_that_it_prints(
    number: np.float64, edge: Fraction
) -> None:
    assert (number >= first_from(edge)) == (decimal_of(number) >= edge)
    assert (number >= first_beyond(edge)) == (decimal_of(number) > edge)


@given(edges, st.integers(-3, 3))
def test_so_it_is_right_beside_the_edge(edge: Fraction, steps: int) -> None:
    number = first_from(edge)
    for _ in range(abs(steps)):
        number = np.nextafter(number, np.sign(steps) * np.inf)

    assert (number >= first_from(edge)) == (decimal_of(number) >= edge)
    assert (number >= first_beyond(edge)) == (decimal_of(number) > edge)


def test_an_edge_beyond_all_numbers_is_never_reached() -> None:
    assert first_from(Fraction(10**40)) == np.inf
    assert first_from(Fraction(-(10**40))) == -np.inf
