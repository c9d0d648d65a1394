"""The page of a score and the page of its certificate end on the same minute."""

from datetime import UTC, datetime

import pytest

from tests.live.documents.conftest import House
from tests.live.documents.issuing import CODE


@pytest.mark.parametrize(("hour", "is_linked"), [(4, True), (6, False)])
def test_a_certificate_stands_on_the_page_until_midnight_at_its_issuer(
    house: House, hour: int, *, is_linked: bool
) -> None:
    until = house.published.certified().valid_until
    # The day after in UTC; in Chicago, five hours behind in March, it ends at five.
    house.published.walk.at = datetime(until.year, until.month, until.day + 1, hour, tzinfo=UTC)

    page = house.client().get(f"/en/e/{house.published.walk.employer.slug}").text
    door = house.client().get(f"/en/verify/{CODE}").text

    assert (f"/verify/{CODE}" in page) is is_linked
    assert ("This certificate holds until" in door) is is_linked
