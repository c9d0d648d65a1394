"""Where the lines of a picture of the past run."""

from datetime import date, timedelta

import pytest

from jobquality.reading.trend import PointWords
from jobquality.web.pictures import history_chart

_FIRST = date(2026, 1, 1)


def _point(day: int, *, is_new: bool = False) -> PointWords:
    return PointWords(
        revision=1,
        day=_FIRST + timedelta(days=day),
        on="",
        published_on="",
        edition="",
        text="",
        level="",
        low_at="40",
        high_at="50",
        is_new_edition=is_new,
    )


@pytest.mark.parametrize("days", [(0, 10, 400), (0, 390, 400), (0, 0, 400), (5, 5, 5)])
def test_a_new_edition_is_drawn_just_before_its_first_score(days: tuple[int, int, int]) -> None:
    first, second, third = days
    chart = history_chart([_point(first), _point(second), _point(third, is_new=True)])

    (at,) = (float(one) for one in chart.breaks)
    last, new = float(chart.dots[1].x), float(chart.dots[2].x)
    assert last < at < new
    assert new - at == pytest.approx(min(9, (new - last) / 2), abs=0.1)
