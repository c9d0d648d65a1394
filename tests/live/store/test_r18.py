"""R18: from each released version with data to this one; nothing published moves by a byte."""

import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import MetaData, column, insert, select, table, text

from jobquality.app import prepare
from jobquality.config import Settings
from jobquality.errors import SetupError
from jobquality.rubrics.catalog import shipped
from jobquality.services.manifests import dump_manifest, read_manifest, seal_of
from jobquality.services.verifying import verify
from jobquality.store.border import say_whose
from jobquality.store.database import EVERY_ORGANIZATION, make_engine, open_database
from jobquality.store.dumps import look_into
from jobquality.store.rows import Row
from jobquality.store.schema import check_ready, is_newest, migrate, migrate_to
from tests.cli.calling import call
from tests.live.backups.places import Place, fill
from tests.live.backups.test_backup import newest
from tests.live.factories import NOON

#: What was released before, by the revision of its tables.
RELEASED = ("0002", "0009")
#: Stops before the so-manieth change of a table, and waits to be killed.
_UPGRADER = """
import sys, time
from sqlalchemy import event
from sqlalchemy.engine import Engine
from jobquality.store.schema import migrate
left = int(sys.argv[2])
@event.listens_for(Engine, "before_cursor_execute")
def wait(_connection, _cursor, statement, *_):
    global left
    left -= statement.lstrip().startswith(("CREATE", "ALTER", "DROP", "INSERT"))
    if left == 0:
        print("there", flush=True)
        time.sleep(60)
migrate(sys.argv[1])
"""


def made_by(url: str, revision: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Fill a database as a release left it, with a published chain; return what was published."""
    source = Place(
        data=folder, url=f"sqlite:///{folder / 'source.sqlite'}", monkeypatch=monkeypatch
    )
    fill(source)
    migrate_to(url, revision)
    here, there = make_engine(source.url), make_engine(url)
    reflected = MetaData()
    with here.connect() as reader, there.begin() as writer:
        reflected.reflect(writer)
        for model in Row.metadata.sorted_tables:
            if model.name in reflected.tables:
                kept = [one for one in model.c if one.name in reflected.tables[model.name].c]
                old = table(model.name, *(column(one.name, one.type) for one in kept))
                for row in reader.execute(select(*kept)).mappings():
                    writer.execute(insert(old).values(**row))
    here.dispose()
    there.dispose()
    return bodies_in(source.url)


def bodies_in(url: str) -> list[str]:
    engine = make_engine(url)
    with engine.connect() as connection:
        say_whose(connection, EVERY_ORGANIZATION)
        found = list(connection.scalars(text("SELECT content FROM bodies ORDER BY hash")))
    engine.dispose()
    return found


def check_whole(url: str) -> None:
    with (
        closing(open_database(url)) as database,
        database.reading(EVERY_ORGANIZATION) as session,
    ):
        report = verify(session, shipped())
    assert report.is_whole, report
    assert [(one.entries, one.scores) for one in report.organizations] == [(3, 2)]


@pytest.mark.parametrize("revision", RELEASED)
def test_r18_every_published_byte_and_score_of_a_release_is_the_same_today(
    empty_url: str, revision: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = made_by(empty_url, revision, tmp_path, monkeypatch)
    assert look_into(empty_url).schema == revision

    migrate(empty_url)

    assert bodies_in(empty_url) == before
    assert len(before) == 3
    check_whole(empty_url)


@pytest.mark.parametrize("change", [60])
def test_r18_a_kill_in_mid_migration_leaves_the_release_as_it_was_and_a_rerun_completes(
    empty_url: str, change: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = made_by(empty_url, "0002", tmp_path, monkeypatch)
    worker = subprocess.Popen(
        [sys.executable, "-c", _UPGRADER, empty_url, str(change)], stdout=subprocess.PIPE
    )
    assert worker.stdout is not None
    assert worker.stdout.readline() == b"there\n"
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    worker.stdout.close()
    left = look_into(empty_url).schema

    migrate(empty_url)

    assert left == "0002"
    with closing(open_database(empty_url)) as database:
        check_ready(database)
    assert bodies_in(empty_url) == before
    check_whole(empty_url)


def test_r18_a_dry_run_names_every_step_and_does_none(
    empty_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    migrate_to(empty_url, "0009")
    monkeypatch.setenv("DATABASE_URL", empty_url)

    told = call("migrate", "--dry-run")
    left = look_into(empty_url).schema
    done = call("migrate")

    assert told.out.startswith("0010: ")
    assert told.out.endswith("Nothing was done.\n")
    assert left == "0009"
    assert done.out.endswith("Up to date.\n")
    assert is_newest(look_into(empty_url).schema)
    assert call("migrate").out == "Up to date: nothing to do.\n"


def test_r18_a_database_of_a_newer_program_is_refused_by_every_way_in(
    empty_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Place(data=tmp_path / "data", url=empty_url, monkeypatch=monkeypatch)
    fill(place)
    place.call("backup", tmp_path / "out")
    engine = make_engine(empty_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    environ = {
        "JOBQUALITY_DATA": str(place.data),
        "DATABASE_URL": empty_url,
        "SECRET_KEY": "k" * 32,
    }

    with pytest.raises(SetupError, match="newer jobquality"):
        prepare(Settings.from_environ(environ), at=NOON)
    for command in ("migrate", "verify"):
        assert "newer jobquality (schema 9999)" in place.call(command).err


def test_r18_a_backup_of_a_newer_program_is_refused_in_a_sentence(
    empty_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Place(data=tmp_path / "data", url=empty_url, monkeypatch=monkeypatch)
    fill(place)
    place.call("backup", tmp_path / "out")
    folder = newest(tmp_path / "out")
    manifest = read_manifest(folder)
    object.__setattr__(manifest, "schema", "9999")
    (folder / "manifest.json").write_bytes(dump_manifest(manifest))
    (folder / "manifest.sha256").write_bytes(seal_of(dump_manifest(manifest)))
    elsewhere = Place(
        data=tmp_path / "new", url=f"sqlite:///{tmp_path / 'new.sqlite'}", monkeypatch=monkeypatch
    )

    refused = elsewhere.call("restore", folder)

    assert refused.code == 1
    assert "made by a newer jobquality" in refused.err
    assert not elsewhere.data.exists()
