"""A backup of the samples, some of which follow a standard of their own, proves itself whole."""

from pathlib import Path

import pytest

from jobquality.app import add_samples, prepare
from jobquality.config import Settings
from tests.live.backups.places import SECRET, Place
from tests.live.backups.test_backup import newest
from tests.live.factories import NOON


@pytest.mark.soak
def test_scores_by_an_organizations_own_standard_come_out_of_a_backup_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    url = f"sqlite:///{data / 'jobquality.sqlite'}"
    settings = Settings.from_environ({"JOBQUALITY_DATA": str(data), "SECRET_KEY": SECRET})
    prepare(settings, at=NOON)
    add_samples(settings)
    here = Place(data=data, url=url, monkeypatch=monkeypatch)
    here.call("backup", tmp_path / "out")

    checked = here.call("backup", "--verify", newest(tmp_path / "out"))
    moved = here.call("move", "--to", f"sqlite:///{tmp_path / 'moved.sqlite'}")

    assert (checked.code, moved.code) == (0, 0), (checked, moved)
    assert "FAILED" not in checked.out + moved.out
