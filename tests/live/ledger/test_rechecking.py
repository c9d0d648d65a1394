"""Each day some published scores are worked out again; what does not come out is told."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from jobquality.rubrics.catalog import shipped
from jobquality.services.events import EventKind
from jobquality.services.rechecking import DAYS, find_still_missed
from jobquality.store.database import EVERY_ORGANIZATION, Database, Session
from jobquality.store.events import WantedEvents, find_events
from jobquality.upkeep import look_due
from tests.live.ledger.published import Center, stored_center, tamper
from tests.live.statements.speaking import LATER

_CATALOG = shipped()
_WITHOUT = replace(_CATALOG, by_name={})


@pytest.fixture
def center(database: Database, tmp_path: Path) -> Center:
    """Three scores, the first of them withdrawn."""
    with database.transaction() as session:
        made = stored_center(session, tmp_path)
        for _ in range(3):
            made.publish(made.employer())
        made.withdraw(made.publications[0])
    return made


@contextmanager
def every(database: Database) -> Iterator[Session]:
    with database.reading(EVERY_ORGANIZATION) as session:
        yield session


def told(database: Database) -> list[str]:
    wanted = WantedEvents(kind=EventKind.NOT_RECOMPUTED.value)
    with every(database) as session:
        return sorted(one.details["entry"] for one in find_events(session, wanted, limit=99))


def test_each_score_is_looked_at_once_a_month_and_told_once_where_it_does_not_come_out(
    database: Database, center: Center
) -> None:
    assert len(center.publications) == 3
    month = [LATER + timedelta(days=day) for day in range(DAYS)]
    assert [one for at in month for one in look_due(database, _CATALOG, at=at)] == []
    assert told(database) == []

    # A program that lost a standard gets no score of it any more.
    missed = [one.number for at in month for one in look_due(database, _WITHOUT, at=at)]
    assert sorted(missed) == [2, 3], "the first was withdrawn"
    assert [one.number for at in month for one in look_due(database, _WITHOUT, at=at)] == missed
    assert told(database) == ["2", "3"]
    with every(database) as session:
        assert {one.number for one in find_still_missed(session, _WITHOUT)} == {2, 3}
        assert find_still_missed(session, _CATALOG) == (), "and right again with the old program"


def test_t10_a_forged_body_is_found_without_anybody_asking(
    database: Database, center: Center
) -> None:
    last = center.publications[-1]
    forged = json.loads(last.content)
    forged["level"] = "gold"
    with database.transaction(EVERY_ORGANIZATION) as session:
        content = json.dumps(forged)
        statement = "UPDATE bodies SET content = :content WHERE hash = :hash"
        tamper(session, statement, content=content, hash=last.hash)
    month = (LATER + timedelta(days=day) for day in range(DAYS))
    assert [one.hash for at in month for one in look_due(database, _CATALOG, at=at)] == [last.hash]
