"""Two people of an organization who bring standards."""

from pathlib import Path

import pytest

from jobquality.store.database import Database, Session
from tests.live.ledger.published import Center, stored_center
from tests.live.standards.bringing import Bench, bench_of


@pytest.fixture
def center(session: Session, tmp_path: Path) -> Center:
    return stored_center(session, tmp_path)


@pytest.fixture
def bench(session: Session, database: Database, center: Center) -> Bench:
    people = (center.author.actor, center.reviewer.actor)
    return bench_of(session, database, center.keys, *people)
