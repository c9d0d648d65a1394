"""R17: a backup that is taken while people write is whole, and gives everything back."""

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import delete, select

from jobquality.cli.installed import kept_secret
from jobquality.errors import SetupError
from jobquality.services.manifests import read_manifest
from jobquality.services.restoring import check_whole
from jobquality.store.database import EVERY_ORGANIZATION, Database, open_database
from jobquality.store.dumps import look_into
from jobquality.store.evidence import add_evidence, get_evidence
from jobquality.store.files import FileStore
from jobquality.store.people import get_person
from jobquality.store.rows import AssessmentRow, EvidenceRow
from tests.cli.calling import call
from tests.live.backups.places import MARKER, SECRET, Place
from tests.live.evidence.copying import stored_piece

WRITERS = 8
_BACKER = "import sys; from jobquality.cli import main; main(['backup', sys.argv[1]])"


@dataclass(slots=True)
class Writers:
    """Eight who add evidence, and one of them takes back half of hers."""

    place: Place
    first: str
    acknowledged: set[str] = field(default_factory=set)
    removed: set[str] = field(default_factory=set)
    faults: list[BaseException] = field(default_factory=list)

    @contextmanager
    def at_work(self) -> Iterator[None]:
        end = Event()
        threads = [Thread(target=self._work, args=(number, end)) for number in range(WRITERS)]
        for one in threads:
            one.start()
        try:
            yield
        finally:
            end.set()
            for one in threads:
                one.join()

    def _work(self, number: int, end: Event) -> None:
        database, files = open_database(self.place.url), self.place.files
        try:
            while not end.is_set():
                name = self._add(database, files)
                if number == 0:
                    self._remove(database, files, name)
                end.wait(0.02)
        except BaseException as error:  # noqa: BLE001 - told to the test, which fails
            self.faults.append(error)
        finally:
            database.close()

    def _add(self, database: Database, files: FileStore) -> str:
        name = files.keep(MARKER + os.urandom(2000))
        with database.transaction(EVERY_ORGANIZATION) as session:
            first = get_evidence(session, self.first)
            add_evidence(session, replace(first, id=name[:32], sha256=name, url=""))
        self.acknowledged.add(name)
        return name

    def _remove(self, database: Database, files: FileStore, name: str) -> None:
        self.removed.add(name)
        with database.transaction(EVERY_ORGANIZATION) as session:
            session.connection().execute(
                delete(EvidenceRow.__table__).where(EvidenceRow.__table__.c.id == name[:32])  # type: ignore[arg-type]
            )
        files.remove(name)


def stored_first(place: Place) -> str:
    """Keep one piece of evidence with a file; return its id."""
    database = open_database(place.url)
    with database.transaction(EVERY_ORGANIZATION) as session:
        row = session.scalars(select(AssessmentRow).limit(1)).one()
        person = get_person(session, row.author_id)
        name = place.files.keep(MARKER)
        piece = stored_piece(session, person, row.id, sha256=name)
    database.close()
    return piece.id


def names_in(place: Place) -> set[str]:
    """Return the files that rows of evidence name."""
    return set(look_into(place.url).files)


def newest(folder: Path) -> Path:
    return max(folder.glob("jobquality-*"))


def check_backup_under_load(here: Place, elsewhere: Place, *, before: int) -> None:
    writers = Writers(here, stored_first(here))
    out = here.data.parent / "out"
    with writers.at_work():
        while len(writers.acknowledged) < before:
            assert not writers.faults
            time.sleep(0.05)
        acknowledged = set(writers.acknowledged)
        backed = here.call("backup", out)
        while len(writers.acknowledged) == len(acknowledged):  # they go on to the end
            assert not writers.faults
    assert writers.faults == []
    assert backed.code == 0, backed.err
    checked = here.call("backup", "--verify", newest(out))
    restored = elsewhere.call("restore", newest(out))

    assert (checked.code, restored.code) == (0, 0), (checked, restored)
    assert acknowledged - writers.removed <= names_in(elsewhere)
    assert "3 entries are whole, 2 scores come out the same again" in restored.out
    for name in names_in(elsewhere):
        assert elsewhere.files.read(name).startswith(MARKER)
    assert elsewhere.call("evidence", "sweep").code == 0
    assert not list(here.files.folder.rglob("*.gone"))


def test_r17_a_backup_while_eight_write_gives_back_all_that_was_acknowledged(
    here: Place, elsewhere: Place
) -> None:
    check_backup_under_load(here, elsewhere, before=40)


@pytest.mark.soak
def test_r17_a_backup_after_thousands_of_writes_gives_all_back(
    here: Place, elsewhere: Place
) -> None:
    check_backup_under_load(here, elsewhere, before=3000)


def test_a_backup_is_for_its_owners_eyes_and_names_everything(here: Place) -> None:
    stored_first(here)
    out = here.data.parent / "out"

    done = here.call("backup", out)

    folder = newest(out)
    manifest = read_manifest(folder)
    lying = {str(one.relative_to(folder)) for one in folder.rglob("*") if one.is_file()}
    assert set(manifest.files) | {"manifest.json", "manifest.sha256"} == lying
    assert {"secret_key", "keys/evidence.key"} <= lying
    assert dict(manifest.tables) == dict(look_into(here.url).tables)
    assert [stat.S_IMODE(one.stat().st_mode) for one in folder.rglob("*") if one.is_dir()] == [
        0o700 for one in folder.rglob("*") if one.is_dir()
    ]
    assert all(
        stat.S_IMODE(one.stat().st_mode) == 0o600 for one in folder.rglob("*") if one.is_file()
    )
    for name, head in manifest.heads.items():
        assert f"{name}:{head.number}:{head.hash}" in done.out


def test_r17_a_place_that_is_not_empty_is_never_written_to(here: Place) -> None:
    out = here.data.parent / "out"
    here.call("backup", out)
    before = {one: one.read_bytes() for one in here.data.rglob("*") if one.is_file()}

    refused = here.call("restore", newest(out))

    assert refused.code == 1
    assert "JOBQUALITY_DATA" in refused.err
    assert "is not empty: it holds" in refused.err
    assert (
        "DATABASE_URL: The database is not empty: it has account_hands, activities" in refused.err
    )
    assert {one: one.read_bytes() for one in here.data.rglob("*") if one.is_file()} == before


def _flip(place: Path) -> None:
    content = bytearray(place.read_bytes())
    content[len(content) // 2] ^= 1
    place.write_bytes(content)


def _without(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).unlink()


def _with_a_byte_of(pattern: str) -> Callable[[Path], None]:
    return lambda folder: _flip(next(folder.glob(pattern)))


_DAMAGE: dict[str, tuple[Callable[[Path], None], str]] = {
    "a byte of the manifest": (_with_a_byte_of("manifest.json"), "is not what was written"),
    "no manifest": (_without("manifest.json"), "is no whole backup"),
    "a byte of the database": (_with_a_byte_of("database.*"), "database."),
    "a byte of a file": (_with_a_byte_of("files/*/*"), "files/"),
    "no key": (_without("keys/evidence.key"), "keys/evidence.key: It is missing"),
}


@pytest.mark.parametrize(("damage", "said"), _DAMAGE.values(), ids=_DAMAGE)
def test_r17_a_backup_that_was_changed_is_refused_before_anything_is_written(
    here: Place, elsewhere: Place, damage: Callable[[Path], None], said: str
) -> None:
    stored_first(here)
    out = here.data.parent / "out"
    here.call("backup", out)
    damage(newest(out))

    refused, checked = (
        elsewhere.call("restore", newest(out)),
        here.call("backup", "--verify", newest(out)),
    )

    assert (refused.code, checked.code) == (1, 1)
    assert said in refused.err
    assert said in checked.err
    assert not elsewhere.data.exists()
    assert not look_into(elsewhere.url).tables


def test_every_fault_of_a_restore_is_named_at_once(here: Place) -> None:
    stored_first(here)
    out = here.data.parent / "out"
    here.call("backup", out)
    _flip(next(newest(out).glob("database.*")))
    (newest(out) / "keys/evidence.key").unlink()

    refused = here.call("restore", newest(out))

    assert refused.err.count("\n") == 4
    for said in ("database.", "keys/evidence.key", "JOBQUALITY_DATA", "DATABASE_URL"):
        assert said in refused.err


def test_without_keys_nothing_secret_is_in_it_and_what_is_lost_is_said(
    here: Place, elsewhere: Place
) -> None:
    stored_first(here)
    out = here.data.parent / "out"

    done = here.call("backup", "--without-keys", out)
    checked = here.call("backup", "--verify", newest(out))
    restored = elsewhere.call("restore", newest(out))

    assert (done.code, checked.code, restored.code) == (0, 0, 0)
    assert "nothing can be published, no evidence be opened" in done.out
    assert "Put keys/ and secret_key into the folder of data" in restored.out
    assert not (newest(out) / "keys").exists()
    assert not (newest(out) / "secret_key").exists()
    assert SECRET.encode() not in b"".join(one.read_bytes() for one in newest(out).glob("*.*"))


def test_after_a_restore_without_keys_a_start_makes_no_new_secret_by_itself(
    here: Place, elsewhere: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Phones were set up with the old one: whoever starts gets it back first, or says so."""
    stored_first(here)
    out = here.data.parent / "out"
    here.call("backup", "--without-keys", out)
    elsewhere.call("restore", newest(out))
    monkeypatch.delenv("SECRET_KEY")

    refused = call("init")

    assert refused.code != 0
    assert "Put secret_key and the folder keys back into" in refused.err
    assert not (elsewhere.data / "secret_key").exists()
    with pytest.raises(SetupError, match="people have used this database"):
        kept_secret(os.environ)
    (elsewhere.data / "secret_key").write_text(SECRET)
    assert kept_secret(os.environ) == SECRET
    assert call("init").code == 0


def test_a_backup_that_was_killed_is_never_taken_for_a_whole_one(
    here: Place, elsewhere: Place
) -> None:
    for _ in range(30):
        here.files.keep(os.urandom(200_000))
    out = here.data.parent / "out"
    here.settle()
    worker = subprocess.Popen([sys.executable, "-c", _BACKER, str(out)], stdout=subprocess.DEVNULL)
    while not list(out.glob(".jobquality-*/files/*/*")):
        assert worker.poll() is None
        time.sleep(0.005)
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    (left,) = out.glob(".jobquality-*.part")
    os.utime(left, (0, 0))

    refused = elsewhere.call("restore", left)
    after = here.call("backup", out)

    assert not left.exists()
    assert refused.code == 1
    assert "is no whole backup" in refused.err
    assert after.code == 0
    assert here.call("backup", "--verify", newest(out)).code == 0


def test_a_restore_that_was_cut_off_says_so_and_is_finished_by_the_same_command(
    here: Place, elsewhere: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored_first(here)
    out = here.data.parent / "out"
    here.call("backup", out)
    folder = newest(out)

    def cut_off(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("jobquality.services.restoring.load", cut_off)
        assert elsewhere.call("restore", folder).code == 130
    with pytest.raises(SetupError, match="was cut off"):
        check_whole(elsewhere.data)
    done = elsewhere.call("restore", folder)

    assert done.code == 0, done.err
    check_whole(elsewhere.data)


def test_a_file_that_is_gone_already_is_told_by_the_backup(here: Place) -> None:
    stored_first(here)
    (name,) = names_in(here)
    here.files.remove(name)
    out = here.data.parent / "out"

    done = here.call("backup", out)

    assert done.code == 1
    assert f"Missing: {name}" in done.out
    assert read_manifest(newest(out)).missing == (name,)
