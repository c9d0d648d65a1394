"""Fixtures for what happens to a publication later."""

from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from jobquality.store.keys import Keyring
from tests.live.corrections.correcting import Desk


@pytest.fixture
def keys(tmp_path: Path) -> Keyring:
    return Keyring(tmp_path / "keys")


@pytest.fixture
def desk(session: Session, keys: Keyring) -> Desk:
    """Two people and an employer."""
    return Desk(session, keys)
