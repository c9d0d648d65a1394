from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.live.backups.places import Place, another_database, fill


@pytest.fixture
def here(empty_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """An installation with a published chain and a certificate."""
    place = Place(data=tmp_path / "data", url=empty_url, monkeypatch=monkeypatch)
    fill(place)
    return place


@pytest.fixture
def elsewhere(here: Place, tmp_path: Path) -> Iterator[Place]:
    """An empty place of the same kind."""
    folder = tmp_path / "elsewhere"
    with another_database(here.url, folder) as url:
        yield Place(data=folder, url=url, monkeypatch=here.monkeypatch)
