"""What a backup is not taken for: whole where it is not, the one of several, done when refused."""

import hashlib
import json
import shutil
import stat
from contextlib import closing
from pathlib import Path

import pytest

from jobquality.services.manifests import read_manifest
from jobquality.store.database import EVERY_ORGANIZATION, open_database
from tests.cli.calling import call
from tests.live.backups.places import MARKER, Place
from tests.live.backups.test_backup import newest
from tests.live.ledger.published import tamper
from tests.live.messages.postbox import running_postbox


def test_r17_a_backup_with_a_ledger_that_is_not_whole_is_not_whole(
    here: Place, elsewhere: Place
) -> None:
    """Every byte of it is what was written: what was written is not what was signed."""
    with (
        closing(open_database(here.url)) as database,
        database.transaction(EVERY_ORGANIZATION) as session,
    ):
        tamper(session, "UPDATE ledger SET previous = :none WHERE number = 2", none="0" * 64)
    out = here.data.parent / "out"
    assert here.call("backup", out).code == 0

    checked = here.call("backup", "--verify", newest(out))
    restored = elsewhere.call("restore", newest(out))

    assert (checked.code, restored.code) == (1, 1)
    assert "FAILED" in checked.out
    assert "Whole" not in checked.out
    assert "not everything is whole" in restored.err


def _with_one_row_more(said: dict[str, dict[str, int]]) -> None:
    said["tables"]["employers"] += 1


def _with_a_later_head(said: dict[str, dict[str, dict[str, int]]]) -> None:
    next(iter(said["heads"].values()))["number"] += 1


@pytest.mark.parametrize("change", [_with_one_row_more, _with_a_later_head])
def test_r17_a_backup_whose_rows_are_not_those_of_its_manifest_is_refused(
    here: Place, elsewhere: Place, change: object
) -> None:
    assert callable(change)
    out = here.data.parent / "out"
    here.call("backup", out)
    place = newest(out) / "manifest.json"
    said = json.loads(place.read_bytes())
    change(said)
    content = json.dumps(said).encode()
    place.write_bytes(content)
    seal = f"{hashlib.sha256(content).hexdigest()}  manifest.json\n"
    (newest(out) / "manifest.sha256").write_text(seal)

    checked = here.call("backup", "--verify", newest(out))
    restored = elsewhere.call("restore", newest(out))

    assert (checked.code, restored.code) == (1, 1)
    for one in (checked, restored):
        assert "does not have the rows that the manifest names" in one.err


def test_of_several_backups_each_is_looked_at_and_the_newest_is_named(
    here: Place, elsewhere: Place
) -> None:
    out = here.data.parent / "out"
    here.call("backup", out)
    last = newest(out)
    broken = out / "jobquality-2026-01-02T020000Z"
    shutil.copytree(last, broken)
    (broken / "secret_key").write_text("x")

    checked = here.call("backup", "--verify", broken, last)
    restored = elsewhere.call("restore", broken, last)

    assert checked.code == 1
    assert f"Not whole, or not looked at: {broken}." in checked.err
    assert "secret_key: It is not what was written" in checked.out
    assert "Whole: " in checked.out.partition(f"{last}:")[2]
    assert restored.code == 2
    assert f"The newest is {last}" in restored.err
    assert here.call("backup", out, last).code == 2
    assert not elsewhere.data.exists()


def test_a_refused_backup_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("JOBQUALITY_DATA", "DATABASE_URL", "SECRET_KEY"):
        monkeypatch.delenv(name, raising=False)

    refused = call("backup", "out")

    assert refused.code == 1
    assert "There is no database data/jobquality.sqlite." in refused.err
    assert list(tmp_path.iterdir()) == []


def test_a_backup_that_fails_half_way_leaves_no_part_of_itself(
    here: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "manifest.json")

    out = here.data.parent / "out"
    with monkeypatch.context() as patched:
        patched.setattr("jobquality.services.backups.dump_manifest", full)
        refused = here.call("backup", out)

    assert refused.code == 1
    assert "No space left on device" in refused.err
    assert list(out.iterdir()) == []
    assert stat.S_IMODE(here.data.stat().st_mode) == 0o700


def test_a_file_that_is_removed_between_the_rows_and_the_files_of_a_backup_is_in_it(
    here: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The moment that a backup under load meets only by chance: the rows are copied, no file."""
    name, out = here.files.keep(MARKER), here.data.parent / "out"

    def removed(said: str) -> None:
        if said.startswith("Database:"):
            here.files.remove(name)

    monkeypatch.setattr("jobquality.cli.backup.tell", removed)
    assert here.call("backup", out).code == 0

    assert f"files/{name[:2]}/{name}" in read_manifest(newest(out)).files
    assert not here.files.is_there(name)
    assert here.files.all_names() == ()


def test_mail_is_sent_by_hand_with_the_secret_that_the_installation_keeps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the page says after `jobquality init`: nobody sets SECRET_KEY there."""
    for name in ("DATABASE_URL", "SECRET_KEY", "PUBLIC_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("JOBQUALITY_DATA", str(tmp_path / "data"))
    assert call("init").code == 0

    with running_postbox() as postbox:
        monkeypatch.setenv("MAIL_SERVER", f"smtp://127.0.0.1:{postbox.server.port}")
        done = call("mail", "send")

    assert (done.code, done.err) == (0, "")
    assert "0 messages were sent." in done.out
