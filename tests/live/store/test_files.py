"""Files are on the disk whole, or not there at all."""

import os
import random
import signal
import stat
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest

from jobquality.errors import NotFoundError
from jobquality.store.files import FileStore
from jobquality.store.folders import write_whole

_ROUNDS = 6
_SIZE = 8 * 1024 * 1024
_WRITER = f"""
import os, sys
from pathlib import Path
from jobquality.store.files import FileStore
files = FileStore(Path(sys.argv[1]))
while True:
    print(files.keep(os.urandom({_SIZE})), flush=True)
"""


def test_what_is_kept_is_read_back_under_its_hash(tmp_path: Path) -> None:
    files = FileStore(tmp_path / "files")
    name = files.keep(b"payslip")
    assert name == sha256(b"payslip").hexdigest()
    assert files.read(name) == b"payslip"


def test_the_same_content_is_one_file(tmp_path: Path) -> None:
    files = FileStore(tmp_path / "files")
    assert files.keep(b"payslip") == files.keep(b"payslip")
    assert len([place for place in (tmp_path / "files").rglob("*") if place.is_file()]) == 1


def test_only_the_owner_may_look(tmp_path: Path) -> None:
    files = FileStore(tmp_path / "files")
    name = files.keep(b"payslip")
    (place,) = tmp_path.rglob(name)
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700


def test_a_file_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="not here any more"):
        FileStore(tmp_path / "files").read("0" * 64)


def test_a_file_that_was_damaged_is_not_given_out(tmp_path: Path) -> None:
    files = FileStore(tmp_path / "files")
    name = files.keep(b"payslip")
    next(tmp_path.rglob(name)).write_bytes(b"paysl1p")
    with pytest.raises(NotFoundError, match="backup"):
        files.read(name)


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "0" * 63, "A" * 64, "/" * 64, "0" * 65])
def test_a_name_that_is_no_hash_leads_nowhere(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotFoundError, match="no such file"):
        FileStore(tmp_path / "files").read(name)


def test_a_kill_in_the_middle_leaves_no_half_file(tmp_path: Path) -> None:
    """What was acknowledged is there and whole; what was not is whole or invisible."""
    folder, acknowledged = tmp_path / "files", set()
    chance = random.Random(3)  # noqa: S311  # moments of a kill, no secret
    for _ in range(_ROUNDS):
        acknowledged |= _written_until_killed(folder, after=chance.uniform(0.02, 0.4))
    files = FileStore(folder)
    for name in acknowledged:
        files.read(name)
    for place in folder.rglob("*"):
        if place.is_file() and place.suffix != ".part":
            assert files.is_whole(place.name)
    assert acknowledged


def _written_until_killed(folder: Path, *, after: float) -> set[str]:
    command = [sys.executable, "-c", _WRITER, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        names = [writer.stdout.readline()]
        time.sleep(after)
        os.kill(writer.pid, signal.SIGKILL)
        names += writer.stdout.read().split("\n")
    return {name.strip() for name in names if name.strip()}


def test_r1_a_file_is_on_the_disk_before_its_name_and_the_name_before_we_say_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """R1: what the operating system is asked, in order; a power cut takes what was not synced."""
    asked: list[tuple[str, object]] = []
    sync, name = os.fsync, os.replace

    def syncing(handle: int) -> None:
        place = Path(f"/proc/self/fd/{handle}").readlink()
        asked.append(("sync", place.name if place.is_dir() else place.read_bytes()))
        sync(handle)

    def naming(part: Path, place: Path) -> None:
        asked.append(("name", Path(place).name))
        name(part, place)

    monkeypatch.setattr(os, "fsync", syncing)
    monkeypatch.setattr(os, "replace", naming)

    write_whole(tmp_path / "stub", [b"pay", b"slip"])

    assert asked == [("sync", b"payslip"), ("name", "stub"), ("sync", tmp_path.name)]
