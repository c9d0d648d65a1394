"""T8: evidence lies sealed, whether it came today through a page or before there was a key."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from jobquality.config import Settings
from jobquality.services.sweeping import sweep
from jobquality.store.database import EVERY_ORGANIZATION, Database, Session, open_database
from jobquality.store.documents import Drawn, add_document
from jobquality.store.evidence import list_evidence
from jobquality.store.files import FileStore
from jobquality.store.schema import migrate
from tests.cli.calling import call
from tests.live.assessments.assessing import Case, stored_case
from tests.live.employers.test_evidence import PHOTO, Desk
from tests.live.evidence.copying import stored_piece
from tests.live.factories import log_in
from tests.live.store.test_sealed_files import MARKER, kept_plain, place_of
from tests.uploads.files import picture

_SEALER = "from jobquality.cli import main; main(['files', 'seal'])"


@pytest.fixture
def opened(empty_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """An installation of this test's own, which the commands find."""
    monkeypatch.setenv("DATABASE_URL", empty_url)
    monkeypatch.setenv("JOBQUALITY_DATA", str(tmp_path))
    migrate(empty_url)
    made = open_database(empty_url)
    yield made
    made.close()


def stored(opened: Database, *names: str) -> Case:
    with opened.transaction() as session:
        case = stored_case(session)
        for name in names:
            stored_piece(session, case.person, case.assessment.id, sha256=name)
    return case


def test_t8_no_byte_of_uploaded_evidence_lies_in_the_files_or_in_the_database(
    client: FlaskClient, app: Flask, settings: Settings, session: Session
) -> None:
    case = stored_case(session)
    sent = Desk(log_in(client, case.person), case).send(picture(), "Maria-payslip.jpg", **PHOTO)
    assert sent.status_code == 303
    (piece,) = list_evidence(session, case.assessment.id)
    served = client.get(f"/en/work/evidence/{piece.id}").data

    places = [one for one in settings.data.rglob("*") if one.is_file()]
    lying = b"".join(one.read_bytes() for one in places)

    assert sha256(served).hexdigest() == piece.sha256
    assert app.extensions["jobquality"].files.is_sealed(piece.sha256)
    assert len(served) > 64
    assert not any(served[at : at + 16] in lying for at in range(0, len(served) - 16, 16))
    assert b"Maria-payslip" not in lying


def test_t8_files_of_before_are_sealed_by_one_command_and_public_ones_stay(
    opened: Database, tmp_path: Path
) -> None:
    files = FileStore(tmp_path / "files")
    old, public = kept_plain(files, MARKER), files.keep_public(b"%PDF certificate")
    new = files.keep(b"of today")
    case = stored(opened, old, new)
    with opened.transaction(case.person.organization_id) as session:
        drawn = Drawn(
            organization_id=case.person.organization_id,
            subject="a" * 64,
            kind="plan",
            language="en",
            sha256=public,
        )
        add_document(session, drawn, at=datetime(2026, 3, 1, tzinfo=UTC))

    first, again = call("files", "seal"), call("files", "seal")

    assert (first.code, again.code) == (0, 0)
    assert "Sealed: 1 file." in first.out
    assert "Sealed: 0 files." in again.out
    assert [files.is_sealed(name) for name in (old, new, public)] == [True, True, False]
    with opened.reading(EVERY_ORGANIZATION) as session:
        assert sweep(session, files, at=datetime.now(UTC)).is_whole


def test_a_damaged_file_is_named_and_the_others_are_sealed(
    opened: Database, tmp_path: Path
) -> None:
    files = FileStore(tmp_path / "files")
    damaged, whole = kept_plain(files, b"first"), kept_plain(files, b"second")
    stored(opened, damaged, whole)
    place_of(files, damaged).write_bytes(b"f1rst")

    done = call("files", "seal")

    assert done.code == 1
    assert f"Not sealed: {damaged}: This file was damaged" in done.out
    assert files.is_sealed(whole)


def test_after_a_kill_sealing_goes_on_and_nothing_is_lost(opened: Database, tmp_path: Path) -> None:
    files = FileStore(tmp_path / "files")
    names = [kept_plain(files, os.urandom(200_000)) for _ in range(40)]
    stored(opened, names[0])
    worker = subprocess.Popen([sys.executable, "-c", _SEALER], stdout=subprocess.DEVNULL)
    while not any(map(files.is_sealed, names)):
        assert worker.poll() is None
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    assert all(map(files.is_whole, names))

    done = call("files", "seal")

    assert done.code == 0
    assert all(files.is_sealed(name) and files.is_whole(name) for name in names)


def test_the_sweeper_tells_a_lost_key_and_calls_no_file_damaged(
    opened: Database, tmp_path: Path
) -> None:
    files = FileStore(tmp_path / "files")
    stored(opened, files.keep(MARKER))
    files.key.place.unlink()

    told = call("evidence", "sweep")

    assert told.code == 1
    assert "key that files are sealed with is missing" in told.err
    assert "Damaged" not in told.out
