from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import Session

from jobquality.store.editions import registered_editions
from tests.live.store.editions import add_an_edition


def test_a_moment_comes_back_aware_and_in_utc(session: Session) -> None:
    six_in_new_york = datetime(2026, 3, 1, 6, tzinfo=timezone(timedelta(hours=-5)))

    add_an_edition(session, first_seen=six_in_new_york)
    session.expire_all()

    (edition,) = registered_editions(session)
    assert edition.first_seen == six_in_new_york
    assert edition.first_seen.tzinfo is UTC


def test_a_moment_without_a_time_zone_is_refused(session: Session) -> None:
    naive = datetime(2026, 3, 1, 6)  # noqa: DTZ001 - the fault under test

    with pytest.raises(StatementError, match="has no time zone"):
        add_an_edition(session, first_seen=naive)
    session.rollback()
