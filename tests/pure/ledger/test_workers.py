import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobquality.ledger.snapshot import FEWEST_WORKERS, Share
from jobquality.ledger.workers import coarse


@pytest.mark.parametrize(
    ("asked", "confirming", "share", "counted"),
    [
        (5, 5, Share.ALL, 5),
        (10, 9, Share.MOST, None),
        (10, 5, Share.FEW, 5),
        (12, 7, Share.MOST, 7),
        (10, 4, Share.FEW, None),
        (10, 0, Share.FEW, None),
    ],
)
def test_what_leaves_the_team_never_singles_out_fewer_than_five(
    asked: int, confirming: int, share: Share, counted: int | None
) -> None:
    told = coarse(asked, confirming, "2026-02")

    assert told is not None
    assert (told.share, told.confirming) == (share, counted)


@given(st.integers(0, 60), st.integers(0, 60))
def test_nobody_can_count_a_group_of_fewer_than_five(asked: int, confirming: int) -> None:
    told = coarse(asked, min(asked, confirming), "2026-02")

    if asked < FEWEST_WORKERS:
        assert told is None
        return
    assert told is not None
    if told.confirming is not None:
        rest = told.asked - told.confirming
        assert told.confirming >= FEWEST_WORKERS
        assert rest == 0 or rest >= FEWEST_WORKERS


def test_employers_see_the_same_bytes_for_every_count_under_five() -> None:
    assert {coarse(asked, asked, "2026-02") for asked in range(FEWEST_WORKERS)} == {None}
