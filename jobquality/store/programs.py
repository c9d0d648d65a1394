"""PostgreSQL's own programs, which write and read its databases whole."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from psycopg.conninfo import make_conninfo
from sqlalchemy import make_url

from jobquality.errors import SetupError
from jobquality.store.border import SEES_ALL

_KNOWN = (
    ("/usr/lib/postgresql", "*/bin"),
    ("/usr", "pgsql-*/bin"),
    ("/opt/homebrew/opt", "postgresql@*/bin"),
    ("/usr/local/opt", "postgresql@*/bin"),
)
#: How much of what a program complains about is told.
_TOLD = 300


@dataclass(frozen=True, slots=True)
class Programs:
    """Where the programs are: a folder that somebody named, else where systems put them."""

    folder: str = ""

    def run(self, name: str, *arguments: str, url: str) -> None:
        """Run a program on the database at `url`; its password is on no command line.

        Raises:
            SetupError: there is no such program, or it did not do it; says what it said.
        """
        parts = make_url(url)
        conninfo = make_conninfo(
            "", **{key: str(part) for key, part in _parts(url).items() if key != "password"}
        )
        environ = {**os.environ, "PGPASSWORD": parts.password or ""}
        done = subprocess.run(  # noqa: S603 - PostgreSQL's own program, told no words from outside
            [self.find(name), f"--dbname={conninfo}", *arguments],
            env=environ if parts.password else dict(os.environ),
            check=False,
            capture_output=True,
            text=True,
        )
        if done.returncode:
            said = done.stderr.strip()[-_TOLD:]
            raise SetupError(
                f"{name} did not do it: {said} Where it is older than the server, name the "
                "folder of the server's own programs in PG_BINDIR."
            )

    def find(self, name: str) -> str:
        """Return the path of a program.

        Raises:
            SetupError: it is nowhere.
        """
        for found in self._candidates(name):
            if os.access(found, os.X_OK):
                return str(found)
        raise SetupError(
            f"{name} is not on this machine. Install PostgreSQL's client programs "
            "(on Debian: apt install postgresql-client), or name their folder in PG_BINDIR."
        )

    def _candidates(self, name: str) -> Iterator[Path]:
        if self.folder:
            yield Path(self.folder) / name
            return
        if on_path := shutil.which(name):
            yield Path(on_path)
        for place, pattern in _KNOWN:
            yield from (one / name for one in sorted(Path(place).glob(pattern), reverse=True))


def _parts(url: str) -> dict[str, object]:
    """Return an address as libpq names its parts."""
    parts = make_url(url)
    named = {
        "host": parts.host, "port": parts.port, "user": parts.username,
        "password": parts.password, "dbname": parts.database, **parts.query,
    }  # fmt: skip
    # These programs copy the rows of every organization.
    named["options"] = f"{named.get('options', '')} {SEES_ALL}".strip()
    return {key: part for key, part in named.items() if part is not None}
