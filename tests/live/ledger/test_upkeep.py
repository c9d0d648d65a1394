"""The running service seals the logs by itself, and lets chains begin to say what stands beside.

So does the command `jobquality seal`; and what is done to an account is sealed at once.
"""

import secrets
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask

from jobquality.access.actors import Role
from jobquality.services.beginning import begin_beside
from jobquality.services.events import EventKind, note
from jobquality.services.logseals import find_unsealed, seal_log
from jobquality.store.database import EVERY_ORGANIZATION, Database, Session, open_database
from jobquality.store.keys import Keyring
from jobquality.store.publications import list_entries
from jobquality.store.schema import migrate
from jobquality.upkeep import begin_due, seal_due
from tests.cli.calling import call
from tests.live.accounts.members import changed_by_two, stored_member
from tests.live.conftest import NOON
from tests.live.factories import log_in
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
    assert sealed(database, center, at=LATER) == (1, ["publication", "beside", "known", "log"])
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


def test_after_an_update_a_chain_says_at_once_what_it_did_not_say_before(
    database: Database, tmp_path: Path
) -> None:
    """With nothing new in the log, and each of it once."""
    center = written(database, tmp_path)
    with database.transaction(center.organization.id) as session:
        begin_beside(session, center.organization.id, keys=center.keys, at=LATER)
        seal_log(session, center.organization.id, keys=center.keys, at=LATER)
    for _ in range(2):
        begin_due(database, center.keys, at=LATER)
    assert kinds_of(database, center) == ["publication", "beside", "log", "known"]
    begin_due(database, Keyring(tmp_path / "elsewhere"), at=LATER)


def kinds_of(database: Database, center: Center) -> list[str]:
    with database.reading(EVERY_ORGANIZATION) as session:
        return [one.kind for one in list_entries(session, center.organization.id)]


def test_the_command_seals_what_the_service_did_not_and_says_where_it_cannot(
    empty_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    migrate(empty_url)
    monkeypatch.setenv("DATABASE_URL", empty_url)
    monkeypatch.setenv("JOBQUALITY_DATA", str(tmp_path))
    with closing(open_database(empty_url)) as database:
        center, samples = (
            written(database, tmp_path, slug=name, is_sample=name == "samples")
            for name in ("center", "samples")
        )
        assert call("seal").out == "center: 1 entry of the log sealed.\n"
        assert call("seal").out == "center: nothing to seal.\n"
        assert kinds_of(database, center) == ["publication", "beside", "known", "log"]
        assert kinds_of(database, samples) == ["publication"], "the samples may go whole"
        with database.transaction(center.organization.id) as session:
            note(session, center.author.actor, EventKind.LOGGED_IN, at=LATER)
        for one in (tmp_path / "keys").iterdir():
            one.unlink()
        refused = call("seal")
        assert refused.code == 1
        assert "center: NOT SEALED: " in refused.out


def published_early(app: Flask, database: Database) -> tuple[Center, Keyring]:
    """Publish before the clock of the tests, in the place of this application."""
    keys: Keyring = app.extensions["jobquality"].keys
    with database.transaction() as session:
        center = replace(stored_center(session, keys.folder.parent), keys=keys)
        center.publish(center.employer(), published_at=NOON - timedelta(days=1))
    return center, keys


def test_t10_what_is_done_to_an_account_is_sealed_in_the_same_moment(
    app: Flask, database: Database
) -> None:
    center, keys = published_early(app, database)
    boss, other, *_ = (
        stored_member(app, database, role, of=center.organization)
        for role in (Role.ADMINISTRATOR, Role.REVIEWER, Role.ADMINISTRATOR)
    )
    changed_by_two(app, database, boss, other, "step")
    # Asked for, and done: each is in the chain as soon as it is in the log.
    assert kinds_of(database, center) == ["publication", "log", "log"]
    with database.reading(center.organization.id) as session:
        assert find_unsealed(session, center.organization.id) is None
    for one in keys.folder.iterdir():
        one.unlink()
    done = log_in(app.test_client(), boss).post(
        "/en/people/invite", data={"name": "Rosa", "roles": "advocate", "key": secrets.token_hex()}
    )
    assert done.status_code < 400, "nobody is kept from it by a key that is not here"
    assert kinds_of(database, center) == ["publication", "log", "log"]


def test_a_log_is_due_at_once_where_something_was_done_to_an_account(
    session: Session, tmp_path: Path
) -> None:
    center = stored_center(session, tmp_path)
    assert find_unsealed(session, center.organization.id) is None, "there is no chain yet"
    center.publish(center.employer())
    owner, day = center.organization.id, timedelta(days=1)
    session.info["organization"] = owner
    assert find_unsealed(session, owner) is None
    note(session, center.author.actor, EventKind.LOGGED_IN, at=LATER)
    seal_log(session, owner, keys=center.keys, at=LATER)
    note(session, center.author.actor, EventKind.LOGGED_IN, at=LATER + day / 4)
    waiting = find_unsealed(session, owner)
    assert waiting is not None
    assert (waiting.events, waiting.due) == (1, LATER + day)
    note(session, center.author.actor, EventKind.JOINED, at=LATER + day / 2)
    waiting = find_unsealed(session, owner)
    assert waiting is not None
    assert (waiting.events, waiting.since) == (2, LATER + day / 4)
    assert waiting.due == LATER + day / 2
