"""Places in a cohort, followed by hand. All figures are SAMPLE."""

from collections.abc import Iterable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobquality.rubrics.steps import Against, CohortReading, Equals, Winsorise
from jobquality.scoring.cohorts import Stats, best_place, ends, place, worst_place
from jobquality.scoring.freezing import Want, stats_of
from jobquality.scoring.reals import natural_log, square_root

F = Fraction
NUMBERS = st.fractions(min_value=-50, max_value=50, max_denominator=7)
COHORTS = st.lists(NUMBERS, min_size=1, max_size=12)
WAYS = list(Against)


def read(by: str, **words: object) -> CohortReading:
    return CohortReading(by=Against(by), **words)  # type: ignore[arg-type]  # each test says which


def stats(reading: CohortReading, numbers: Iterable[object]) -> Stats:
    return stats_of([F(str(one)) for one in numbers], Want(reading=reading))


def ends_of(reading: CohortReading, known: Stats | None) -> tuple[object, object]:
    """Return the worst and the best place, to be compared with plain numbers."""
    return ends(reading, known)


def places(reading: CohortReading, members: Iterable[object], asked: str = "") -> list[Fraction]:
    """Return the place of each member, or of each number asked for."""
    known = stats(reading, members)
    return [place(reading, known, F(one)) for one in (asked.split() or map(str, members))]


@pytest.mark.parametrize(
    ("words", "gives"),
    [
        ({}, (0, 25, 100)),
        ({"low": F(1), "high": F(100)}, (1, F(103, 4), 100)),
        ({"lower": True}, (100, 75, 0)),
        ({"low": F(10), "high": F(20), "at_most": F(12)}, (10, 12, 12)),
    ],
)
def test_minmax_goes_from_the_worst_to_the_best(
    words: dict[str, object], gives: tuple[Fraction, ...]
) -> None:
    """(x - min) / (max - min), set to a scale. OECD and JRC (2008), Handbook, step 5."""
    assert places(read("minmax", **words), (10, 15, 30)) == list(gives)


def test_a_number_beyond_the_cohort_gets_no_more_than_the_best() -> None:
    assert places(read("minmax"), (10, 30), "5 31") == [0, 100]


def test_beyond_the_best_goes_on_where_the_clip_says_so() -> None:
    assert places(read("minmax", at_most=F(120)), (10, 20), "21 30") == [110, 120]


@pytest.mark.parametrize(("lower", "gives"), [(False, [0, 50, 100]), (True, [100, 50, 0])])
def test_where_all_are_equal_everyone_is_half_way(lower: bool, gives: list[int]) -> None:  # noqa: FBT001  # a parameter of the test
    assert places(read("minmax", lower=lower), (7, 7, 7), "6 7 8") == gives


def test_a_z_score_counts_deviations_from_the_mean() -> None:
    """(x - mean) / deviation; 2, 4, 4, 4, 5, 5, 7, 9 has mean 5 and population deviation 2."""
    members = (2, 4, 4, 4, 5, 5, 7, 9)

    assert places(read("zscore"), members, "2 5 9") == [F(-3, 2), 0, 2]
    assert places(read("zscore", lower=True), members, "9") == [-2]


def test_the_deviation_of_a_sample_divides_by_one_less() -> None:
    """The sum of squares is 32: 32/7 is the variance of a sample."""
    found = places(read("zscore", sample=True), (2, 4, 4, 4, 5, 5, 7, 9), "9")

    assert found == [4 / square_root(F(32, 7))]


def test_a_z_score_may_have_a_mean_and_deviation_of_its_own_and_be_set_to_others() -> None:
    """An intelligence quotient: mean 100, deviation 15; here of a test with 24 and 4."""
    reading = read(
        "zscore", mean=F(24), deviation=F(4), sets_mean=F(100), sets_deviation=F(15),
        at_least=F(55), at_most=F(145),
    )  # fmt: skip

    assert places(reading, (0, 1), "24 28 22 99 0") == [100, 115, F(185, 2), 145, 55]


def test_where_all_are_equal_a_z_score_is_0() -> None:
    assert places(read("zscore"), (7, 7)) == [0, 0]
    assert places(read("zscore", sample=True), (7,)) == [0]


@pytest.mark.parametrize(
    ("equals", "gives"),
    [
        (None, [1, 3, 3, 4]),
        (Equals.ALL, [1, 3, 3, 4]),
        (Equals.NONE, [1, 2, 2, 4]),
        (Equals.HALF, [1, F(5, 2), F(5, 2), 4]),
        (Equals.ONCE, [1, 2, 2, 3]),
    ],
)
def test_a_rank_counts_from_the_worst(equals: Equals | None, gives: list[Fraction]) -> None:
    """`max`, `min`, `average` and `dense` of rankdata in SciPy; RANK.EQ ascending is `none`."""
    assert places(read("rank", equals=equals), (10, 20, 20, 30)) == gives


def test_where_less_is_better_the_least_has_the_highest_rank() -> None:
    assert places(read("rank", lower=True), (10, 20, 20, 30)) == [4, 3, 3, 1]


@pytest.mark.parametrize("equals", list(Equals))
def test_a_rank_of_somebody_else_is_one_of_the_places(equals: Equals) -> None:
    found = places(read("rank", equals=equals), (10, 20, 20, 30), "1 15 99")

    assert found[0] == 1
    assert 1 <= found[1] <= 2
    assert found[2] == (3 if equals is Equals.ONCE else 4)


@pytest.mark.parametrize(
    ("words", "gives"),
    [
        ({}, [F(25, 2), 50, 50, F(175, 2)]),
        ({"equals": Equals.NONE}, [0, 25, 25, 75]),
        ({"equals": Equals.ALL}, [25, 75, 75, 100]),
        ({"equals": Equals.NONE, "others": True}, [0, F(100, 3), F(100, 3), 100]),
        ({"equals": Equals.ALL, "others": True}, [0, F(200, 3), F(200, 3), 100]),
        ({"others": True}, [0, 50, 50, 100]),
    ],
)
def test_a_percentile_is_the_share_that_is_worse(
    words: dict[str, object], gives: list[Fraction]
) -> None:
    """`mean`, `strict` and `weak` of percentileofscore in SciPy; PERCENTRANK.INC among others.

    PERCENTRANK.INC, and COINr's percentile rank, are (rank - 1) / (n - 1).
    """
    assert places(read("percentile", **words), (10, 20, 20, 30)) == gives


def test_alone_one_has_half_of_nobody_behind_oneself() -> None:
    reading = read("percentile", others=True, equals=Equals.NONE)

    assert places(reading, (10,), "9 10 11") == [0, 50, 100]


def test_the_best_has_the_whole_scale_and_the_others_their_share_of_it() -> None:
    """The highest gets 100 and the others their percentage of it, as in the Shanghai ranking."""
    assert places(read("best"), (10, 25, 50), "10 25 50 60 -1") == [20, 50, 100, 100, 0]
    assert places(read("best", lower=True), (10, 25, 50), "10 25 50 5") == [100, 40, 20, 100]
    assert places(read("best"), (-2, 0), "-2 0") == [0, 100]


def test_logarithms_are_taken_first() -> None:
    """The logarithm of 10 is half way from that of 1 to that of 100."""
    assert places(read("minmax", log=True), (1, 10, 100)) == [0, 50, 100]
    known = stats(read("zscore", log=True), (1, 10))
    assert set(known.known.values()) >= {natural_log(F(10)), 0}


def test_numbers_are_pulled_in_before_they_are_read() -> None:
    reading = read("minmax", winsorise=Winsorise(count=1))

    assert places(reading, (0, 10, 20, 999)) == [0, 0, 100, 100]
    assert places(reading, (0, 10, 20, 999), "-5 15 5000") == [0, 50, 100]


def test_a_z_score_of_pulled_in_numbers_has_ends() -> None:
    reading = read("zscore", winsorise=Winsorise(count=1), mean=F(10), deviation=F(5))
    known = stats(reading, (0, 10, 20, 999))

    assert ends_of(reading, known) == (0, 2)
    assert place(reading, known, F(10**6)) == 2


def test_the_ends_of_what_nobody_knows_are_those_of_the_reading() -> None:
    members = (10, 20, 20, 30)

    assert ends_of(read("zscore"), stats(read("zscore"), members)) == (None, None)
    assert ends_of(read("zscore", at_least=F(-3)), None) == (-3, None)
    assert ends_of(read("rank"), stats(read("rank"), members)) == (1, 4)
    assert ends_of(read("rank"), None) == (1, None)
    assert ends_of(read("minmax", low=F(1)), None) == (1, 100)
    once = read("rank", equals=Equals.ONCE)
    assert ends_of(once, stats(once, members)) == (1, 3)


def test_without_an_end_the_worst_and_the_best_of_the_cohort_stand_in() -> None:
    reading = read("zscore", lower=True)
    known = stats(reading, (2, 4, 4, 4, 5, 5, 7, 9))

    assert [worst_place(reading, known), best_place(reading, known)] == [-2, F(3, 2)]


@given(COHORTS, st.lists(NUMBERS, min_size=2, max_size=6), st.sampled_from(WAYS), st.booleans())
def test_a_better_number_never_has_a_worse_place(
    members: list[Fraction],
    asked: list[Fraction],
    by: Against,
    lower: bool,  # noqa: FBT001  # drawn
) -> None:
    reading = CohortReading(by=by, lower=lower)
    known = stats(reading, members)

    found = [place(reading, known, one) for one in sorted(asked, reverse=lower)]

    assert found == sorted(found)


@given(COHORTS, NUMBERS, st.sampled_from(list(Equals)), st.booleans(), st.booleans())
def test_every_place_lies_between_the_ends(
    members: list[Fraction],
    number: Fraction,
    equals: Equals,
    others: bool,  # noqa: FBT001  # drawn
    lower: bool,  # noqa: FBT001  # drawn
) -> None:
    for by in WAYS:
        how = Equals.NONE if by is Against.PERCENTILE and equals is Equals.ONCE else equals
        reading = CohortReading(by=by, lower=lower, equals=how, others=others, low=F(1))
        known = stats(reading, members)
        low, high = ends(reading, known)
        found = place(reading, known, number)

        assert low is None or low <= found
        assert high is None or found <= high


@given(COHORTS, st.sampled_from([Equals.NONE, Equals.HALF, Equals.ALL]))
def test_the_ranks_of_all_add_up_to_the_same_but_for_ties(
    members: list[Fraction], equals: Equals
) -> None:
    """With the middle place for equal numbers the sum of ranks is n (n + 1) / 2, always."""
    total = sum(places(read("rank", equals=equals), members), F(0))
    expected = F(len(members) * (len(members) + 1), 2)

    assert (
        total == expected
        if equals is Equals.HALF
        else (total - expected) * (1 if equals is Equals.ALL else -1) >= 0
    )


def test_the_logarithm_is_the_natural_one() -> None:
    reading = read("zscore", log=True, mean=F(0), deviation=F(1))

    assert float(places(reading, (1, 2), "10")[0]) == pytest.approx(2.302585092994046)
