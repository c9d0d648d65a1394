"""R8: kills in the middle of uploads leave no half file, and what they leave is found."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from jobquality.services.sweeping import remove_unnamed, sweep
from jobquality.store.database import EVERY_ORGANIZATION, Database, open_database
from jobquality.store.files import FileStore
from jobquality.store.rows import Row
from jobquality.store.schema import migrate
from jobquality.store.sweeping import WITH_FILES, named_files
from tests.cli.calling import call
from tests.live.assessments.assessing import stored_case
from tests.live.evidence.copying import stored_copy, stored_piece

LATER = datetime.now(UTC) + timedelta(hours=25)
_SIZE = 4 * 1024 * 1024
#: Does what an upload does, over and over: the file first, then its row.
_UPLOADER = f"""
import os, sys
from pathlib import Path
from jobquality.store.database import open_database
from jobquality.store.evidence import get_evidence, add_evidence
from jobquality.store.files import FileStore
from dataclasses import replace
files = FileStore(Path(sys.argv[1]))
database = open_database(sys.argv[2])
while True:
    name = files.keep(os.urandom({_SIZE}))
    with database.transaction("*") as session:
        first = get_evidence(session, sys.argv[3])
        add_evidence(session, replace(first, id=name[:32], sha256=name, url=""))
    print("kept", flush=True)
"""


@pytest.fixture
def opened(empty_url: str) -> Iterator[Database]:
    """A database of this test's own, with real connections."""
    migrate(empty_url)
    made = open_database(empty_url)
    yield made
    made.close()


def kill_uploads(url: str, folder: Path, piece_id: str, *, rounds: int) -> None:
    """Start an uploader again and again, and kill it some time after its first upload."""
    chance = random.Random(8)  # noqa: S311 - when to kill is no secret
    for _ in range(rounds):
        worker = subprocess.Popen(
            [sys.executable, "-c", _UPLOADER, str(folder), url, piece_id], stdout=subprocess.PIPE
        )
        assert worker.stdout is not None
        assert worker.stdout.readline() == b"kept\n"
        time.sleep(chance.uniform(0.02, 0.3))
        worker.send_signal(signal.SIGKILL)
        worker.wait()
        worker.stdout.close()


def check_after_kills(opened: Database, url: str, folder: Path, *, rounds: int) -> None:
    files = FileStore(folder)
    with opened.transaction() as session:
        case = stored_case(session)
        first = stored_piece(session, case.person, case.assessment.id)

    kill_uploads(url, folder, first.id, rounds=rounds)

    with opened.reading(EVERY_ORGANIZATION) as session:
        swept = sweep(session, files, at=LATER)
        assert len(named_files(session)) >= rounds
    assert (swept.missing, swept.damaged) == ((), ())
    assert not list(folder.rglob("*.part"))
    for place in folder.glob("??/*"):
        assert files.is_whole(place.name)


def test_r8_kills_in_the_middle_of_uploads_leave_no_half_file(
    opened: Database, empty_url: str, tmp_path: Path
) -> None:
    check_after_kills(opened, empty_url, tmp_path / "files", rounds=3)


@pytest.mark.soak
def test_r8_sixty_kills_leave_no_half_file(
    opened: Database, empty_url: str, tmp_path: Path
) -> None:
    check_after_kills(opened, empty_url, tmp_path / "files", rounds=60)


def test_half_written_files_go_after_a_day_and_not_before(opened: Database, tmp_path: Path) -> None:
    files = FileStore(tmp_path / "files")
    name = files.keep(b"whole")
    stray = next((tmp_path / "files").rglob(name)).with_name("tmp123.part")
    stray.write_bytes(b"hal")

    with opened.reading(EVERY_ORGANIZATION) as session:
        early = sweep(session, files, at=datetime.now(UTC) + timedelta(hours=23))
        assert stray.exists()
        late = sweep(session, files, at=LATER)

    assert (early.half_written, late.half_written) == (0, 1)
    assert not stray.exists()
    assert files.read(name) == b"whole"


def test_a_row_without_a_file_a_damaged_one_and_a_file_without_a_row_are_told(
    opened: Database, tmp_path: Path
) -> None:
    files = FileStore(tmp_path / "files")
    whole, damaged, unnamed = (files.keep(one) for one in (b"whole", b"damaged", b"unnamed"))
    with opened.transaction() as session:
        case = stored_case(session)
        piece = stored_piece(session, case.person, case.assessment.id, sha256=whole)
        stored_piece(session, case.person, case.assessment.id, sha256=damaged)
        stored_copy(session, piece, case.person, sha256="f" * 64)
    next((tmp_path / "files").rglob(damaged)).write_bytes(b"d4maged")

    with opened.reading(EVERY_ORGANIZATION) as session:
        swept = sweep(session, files, at=LATER)

    assert swept.missing == ("f" * 64,)
    assert swept.damaged == (damaged,)
    assert swept.unnamed == (unnamed,)
    assert files.is_there(unnamed)


def test_files_that_nothing_names_go_only_when_asked_and_not_needed_meanwhile(
    opened: Database, tmp_path: Path
) -> None:
    files = FileStore(tmp_path / "files")
    first, second = files.keep(b"nobody's"), files.keep(b"somebody's")
    with opened.transaction() as session:
        case = stored_case(session)
        swept = sweep(session, files, at=LATER)
        stored_piece(session, case.person, case.assessment.id, sha256=second)
        gone = remove_unnamed(session, files, swept, at=LATER)

    assert set(swept.unnamed) == {first, second}
    assert gone == (first,)
    assert not files.is_there(first)
    assert files.is_there(second)


def test_a_file_that_comes_again_is_young_again(tmp_path: Path) -> None:
    files = FileStore(tmp_path / "files")
    name = files.keep(b"the same")
    place = next((tmp_path / "files").rglob(name))
    os.utime(place, (0, 0))
    assert files.names(before=datetime(2000, 1, 1, tzinfo=UTC)) == (name,)

    files.keep(b"the same")

    assert files.names(before=datetime(2000, 1, 1, tzinfo=UTC)) == ()


def test_the_command_says_what_it_found_and_fails_where_a_file_is_gone(
    opened: Database, empty_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", empty_url)
    monkeypatch.setenv("JOBQUALITY_DATA", str(tmp_path))
    whole = call("evidence", "sweep")
    with opened.transaction() as session:
        case = stored_case(session)
        stored_piece(session, case.person, case.assessment.id, sha256="e" * 64)

    broken = call("evidence", "sweep")

    assert (whole.code, broken.code) == (0, 1)
    assert "Every file that is named is there and whole." in whole.out
    assert f"Missing: {'e' * 64}" in broken.out


def test_the_command_takes_away_what_nothing_names_only_when_asked(
    opened: Database, empty_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del opened
    monkeypatch.setenv("DATABASE_URL", empty_url)
    monkeypatch.setenv("JOBQUALITY_DATA", str(tmp_path))
    files = FileStore(tmp_path / "files")
    name = files.keep(b"nobody's")
    os.utime(next((tmp_path / "files").rglob(name)), (0, 0))

    told = call("evidence", "sweep")
    still_there = files.is_there(name)
    done = call("evidence", "sweep", "--remove-unnamed")

    assert f"Named by nothing: {name}" in told.out
    assert still_there
    assert f"Removed: {name}" in done.out
    assert not files.is_there(name)


def test_every_table_that_names_files_is_known_to_sweeper_and_backup() -> None:
    hashed = {table.name for table in Row.metadata.sorted_tables if "sha256" in table.c}
    texts_in_the_database = {"standards", "standard_files"}

    assert hashed - texts_in_the_database == {row.__tablename__ for row in WITH_FILES}
