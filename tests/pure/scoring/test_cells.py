from hypothesis import given
from hypothesis import strategies as st

from jobquality.scoring.cells import (
    Hidden,
    hidden_parts,
    may_split,
    why_hidden,
    workers_of,
)

headcounts = st.lists(st.none() | st.integers(1, 200), max_size=8)
parts = st.dictionaries(st.sampled_from("abcdef"), headcounts.filter(bool), max_size=6)


def test_two_employers_are_too_few() -> None:
    assert why_hidden([10, 10]) is Hidden.FEW


def test_three_employers_are_enough() -> None:
    assert why_hidden([10, 10, 10]) is None


def test_one_with_more_than_60_percent_of_the_workers_hides_the_rest() -> None:
    assert why_hidden([61, 20, 19]) is Hidden.DOMINANT


def test_exactly_60_percent_does_not() -> None:
    assert why_hidden([60, 20, 20]) is None


def test_workers_are_not_counted_where_one_headcount_is_unknown() -> None:
    assert workers_of([10, None]) is None
    assert workers_of([10, 5]) == 15


def test_a_lone_hidden_part_takes_the_smallest_other_with_it() -> None:
    hidden = hidden_parts({"a": [10] * 2, "b": [10] * 9, "c": [10] * 4})

    assert hidden == {"a": Hidden.FEW, "c": Hidden.BESIDE}


def test_hidden_parts_that_protect_each_other_take_nobody_with_them() -> None:
    hidden = hidden_parts({"a": [10] * 2, "b": [10] * 2, "c": [10] * 9})

    assert hidden == {"a": Hidden.FEW, "b": Hidden.FEW}


def test_nothing_is_hidden_without_need() -> None:
    assert hidden_parts({"a": [10] * 3, "b": [10] * 3}) == {}


def test_a_split_is_told_only_where_neither_side_is_one_employer() -> None:
    assert may_split([10] * 3, [])
    assert may_split([10] * 3, [10] * 3)
    assert not may_split([10], [10] * 5)


@given(parts=parts)
def test_what_a_total_leaves_for_the_hidden_could_be_shown_or_nothing_is(
    parts: dict[str, list[int | None]],
) -> None:
    hidden = hidden_parts(parts)

    together = [count for name in hidden for count in parts[name]]
    assert not hidden or len(hidden) == len(parts) or why_hidden(together) is None


@given(parts=parts)
def test_no_part_that_shows_breaks_the_rule(parts: dict[str, list[int | None]]) -> None:
    hidden = hidden_parts(parts)

    assert all(why_hidden(of) is None for name, of in parts.items() if name not in hidden)
