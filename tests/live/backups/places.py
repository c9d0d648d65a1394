"""Installations with a published chain, with evidence, and with empty places beside them."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from jobquality.store.database import make_engine, open_database
from jobquality.store.files import FileStore
from jobquality.store.keys import Keyring
from jobquality.store.schema import migrate
from tests.cli.calling import Result, call
from tests.live.ledger.published import Center, stored_center
from tests.live.postgres import find_programs

#: As if drawn.
SECRET = "0123456789abcdef" * 4
MARKER = b"Maria Lopez, payslip of week 12 at 9.25 an hour"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One installation, or the empty place for one: a folder of data and a database."""

    data: Path
    url: str
    monkeypatch: pytest.MonkeyPatch

    @property
    def files(self) -> FileStore:
        return FileStore(self.data / "files")

    def call(self, *arguments: str | Path) -> Result:
        """Run a command with the settings of this place."""
        self.settle()
        return call(*arguments)

    def settle(self) -> None:
        for name, value in {
            "JOBQUALITY_DATA": str(self.data),
            "DATABASE_URL": self.url,
            "SECRET_KEY": SECRET,
            "PG_BINDIR": os.environ.get("PG_BINDIR") or programs(),
        }.items():
            self.monkeypatch.setenv(name, value)


def programs() -> str:
    """Return the folder of programs that are as new as the server of the tests."""
    return str(find_programs())


def fill(place: Place) -> tuple[str, str]:
    """Publish something and keep a file of evidence; return a person's and a draft's id."""
    migrate(place.url)
    database = open_database(place.url)
    with database.transaction() as session:
        center: Center = stored_center(session, place.data)
        center.publish(center.employer())
        center.publish(center.employer())
        center.certify()
        person, draft = center.author.id, center.publications[0].assessment_id
    database.close()
    assert Keyring(place.data / "keys").folder.is_dir()
    return person, draft


@contextmanager
def another_database(url: str, folder: Path) -> Iterator[str]:
    """Give the address of an empty database of the same kind as another one."""
    if make_url(url).get_backend_name() == "sqlite":
        yield f"sqlite:///{folder / 'jobquality.sqlite'}"
        return
    yield from empty_postgresql(url, f"another_{os.getpid()}_{folder.name}".lower()[-60:])


def empty_postgresql(url: str, name: str) -> Iterator[str]:
    """Yield the address of a database on the server of `url`, dropped at the end."""
    admin = make_engine(url)
    with admin.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f'CREATE DATABASE "{name}"'))
        yield make_url(url).set(database=name).render_as_string(hide_password=False)
        connection.execute(text(f'DROP DATABASE "{name}" WITH (FORCE)'))
    admin.dispose()
