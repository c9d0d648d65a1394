import hashlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobquality.ledger.snapshot import FEWEST_WORKERS, Share
from jobquality.ledger.workers import coarse, month_of, seal_of


@pytest.mark.parametrize(
    ("asked", "confirming", "at_least", "share"),
    [
        (5, 5, 5, Share.ALL),
        (6, 5, 5, Share.MOST),
        (9, 9, 5, Share.ALL),
        (10, 9, 10, Share.MOST),
        (10, 5, 10, Share.FEW),
        (10, 0, 10, Share.FEW),
        (24, 13, 20, Share.MOST),
    ],
)
def test_of_counts_only_a_step_of_five_and_a_share_leave_the_team(
    asked: int, confirming: int, at_least: int, share: Share
) -> None:
    told = coarse(asked, confirming, "2026-02")

    assert told is not None
    assert (told.at_least, told.share) == (at_least, share)


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
def test_two_counts_side_by_side_never_differ_by_fewer_than_five(
    asked: int, confirming: int, later: int, confirming_later: int
) -> None:
    first = coarse(asked, min(asked, confirming), "2026-02")
    second = coarse(later, min(later, confirming_later), "2026-05")

    counts = [one.at_least if one else 0 for one in (first, second)]
    assert abs(counts[0] - counts[1]) % FEWEST_WORKERS == 0
    assert (first is None) == (asked < FEWEST_WORKERS)


def test_employers_see_the_same_bytes_for_every_count_under_five() -> None:
    assert {coarse(asked, asked, "2026-02") for asked in range(FEWEST_WORKERS)} == {None}


def test_a_day_leaves_as_its_month() -> None:
    assert [month_of(date(2026, 3, 9)), month_of(date(2026, 3, 31)), month_of(None)] == [
        *("2026-03", "2026-03"),
        "",
    ]


def test_whoever_has_the_file_cannot_find_its_seal_without_the_secret_id() -> None:
    sha256 = hashlib.sha256(b"the schedule that only one worker got").hexdigest()
    seal = seal_of("0123456789abcdef", sha256)

    assert sha256 not in seal
    assert seal == hashlib.sha256(f"0123456789abcdef:{sha256}".encode()).hexdigest()
    assert seal_of("fedcba9876543210", sha256) != seal
    assert seal_of("0123456789abcdef", "") == ""


def test_nothing_is_told_where_nearly_everybody_who_works_there_said_the_same() -> None:
    assert coarse(8, 8, "2026-02", headcount=10) is None
    assert coarse(8, 8, "2026-02", headcount=40) is not None
    assert coarse(8, 5, "2026-02", headcount=10) is not None
