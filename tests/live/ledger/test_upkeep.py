"""The running service seals the logs by itself, and lets chains begin to say what stands beside."""

from datetime import datetime, timedelta
from pathlib import Path

from jobquality.services.events import EventKind, note
from jobquality.store.database import EVERY_ORGANIZATION, Database
from jobquality.store.publications import list_entries
from jobquality.upkeep import seal_due
from tests.live.ledger.published import Center, stored_center
from tests.live.statements.speaking import LATER


def written(database: Database, folder: Path, **but: object) -> Center:
    """Publish once, and write one event into the log."""
    with database.transaction() as session:
        center = stored_center(session, folder, **but)
        center.publish(center.employer())
        note(session, center.author.actor, EventKind.LOGGED_IN, at=LATER)
    return center


def sealed(database: Database, center: Center, *, at: datetime) -> tuple[int, list[str]]:
    """Let one round go by; return how many logs were sealed, and what is in the chain."""
    count = seal_due(database, center.keys, clock=lambda: at)
    with database.reading(EVERY_ORGANIZATION) as session:
        return count, [one.kind for one in list_entries(session, center.organization.id)]


def test_a_log_is_sealed_once_and_then_not_before_something_is_written(
    database: Database, tmp_path: Path
) -> None:
    center = written(database, tmp_path)
    assert sealed(database, center, at=LATER) == (1, ["publication", "beside", "log"])
    assert sealed(database, center, at=LATER + timedelta(days=2))[0] == 0
    with database.transaction(center.organization.id) as session:
        note(session, center.author.actor, EventKind.LOGGED_IN, at=LATER)
    assert sealed(database, center, at=LATER + timedelta(hours=23))[0] == 0
    assert sealed(database, center, at=LATER + timedelta(days=1))[1][-2:] == ["log", "log"]


def test_samples_and_a_clock_that_is_behind_seal_nothing(
    database: Database, tmp_path: Path
) -> None:
    samples = written(database, tmp_path, is_sample=True)
    assert sealed(database, samples, at=LATER) == (0, ["publication"])
    center = written(database, tmp_path)
    early = center.publications[0].published_at - timedelta(days=1)
    assert sealed(database, center, at=early) == (0, ["publication"])
