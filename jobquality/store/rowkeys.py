"""The key of marks: a file outside the database, made once, when every row gets its mark."""

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, select, text, update

from jobquality.errors import SetupError
from jobquality.store.database import EVERY_ORGANIZATION, Database, Session, open_database
from jobquality.store.events import ASSESSMENT, KEPT, Event, add_traces, newest_number
from jobquality.store.filekeys import FileKey
from jobquality.store.folders import sync_folder
from jobquality.store.marks import MARKER, Marker
from jobquality.store.outbox import sealed_texts
from jobquality.store.rows import AssessmentRow, Marked, OutboxRow, Row, SessionRow
from jobquality.store.traces import older_traces, rows_of

#: The name of the key's file, and of the one that waits until every row has its mark.
NAME, _WAITING = "rows.key", "rows.key.new"
#: The file that says up to which number events were there before the log was marked.
SINCE = "rows.since"
#: The file that says up to which number events carry marks of a key that was lost.
RENEWED = "rows.renewed"
#: Any number that no other program locks on the same server; here the bytes of "jobm".
_LOCK = 0x6A6F626D


@dataclass(frozen=True, slots=True)
class RowKey:
    """The file with the key of marks in the folder of keys.

    That it is there says that every row has its mark: from then on one without opens nothing.
    """

    folder: Path

    @property
    def place(self) -> Path:
        """Where the key lies."""
        return self.folder / NAME

    def marker(self) -> Marker:
        """Return what makes marks.

        Raises:
            SetupError: there is no key, or the file holds something else.
        """
        if not self.place.exists():
            raise SetupError(
                f"The key that proves accounts and links is missing: {self.place}. Restore it "
                "from a backup, or start the program once without READ_ONLY if it was upgraded."
            )
        return Marker(FileKey(self.place).seal().key, since=self.since(), renewed=self.renewed())

    def since(self) -> int | None:
        """Return the number of the last event without a mark that is older than marks.

        It lies outside the database, so that nobody there makes a forged event an old one. None
        before a program that marks events has started.

        Raises:
            SetupError: the file holds something else.
        """
        return self._number_in(SINCE)

    def renewed(self) -> int:
        """Return the number of the last event whose mark was made by a key that was lost, or 0.

        Raises:
            SetupError: the file holds something else.
        """
        return self._number_in(RENEWED) or 0

    def _number_in(self, name: str) -> int | None:
        place = self.folder / name
        try:
            return int(place.read_text(encoding="ascii"))
        except FileNotFoundError:
            return None
        except ValueError:
            raise SetupError(f"{place} is no number. Restore it from a backup.") from None


def marker_in(folder: Path) -> Callable[[], Marker]:
    """Return what reads the key in a folder when it is needed first."""
    return cache(RowKey(folder).marker)


def open_marking(url: str, data: Path) -> Database:
    """Return the doors to a database, with the key of marks in a folder of data."""
    return replace(open_database(url), marker=marker_in(data / "keys"))


def open_proving(url: str, data: Path) -> Database:
    """Return the doors for a program that only looks: where the key is not, it proves no marks."""
    if RowKey(data / "keys").place.exists():
        return open_marking(url, data)
    return open_database(url)


def mark_rows(database: Database, folder: Path) -> None:
    """Make the key where there is none, give every row its mark, and begin to mark the log, once.

    Visits end: everybody logs in once more. What a kill leaves undone is done at the next start.

    Raises:
        SetupError: rows have marks, and their key is not there.
    """
    _make_key(database, folder)
    _begin_log(database, folder)


def _make_key(database: Database, folder: Path) -> None:
    key, waiting = RowKey(folder), FileKey(folder / _WAITING)
    if key.place.exists():
        return
    with database.transaction(EVERY_ORGANIZATION) as session:
        wait_for_turn(session.connection())
        if not waiting.is_there() and has_marks(session):
            key.marker()
        waiting.make()
        if key.place.exists():  # another program was faster
            waiting.place.unlink(missing_ok=True)
            return
        _mark_all(session, Marker(waiting.seal().key))
    if waiting.is_there():
        waiting.place.replace(key.place)
        sync_folder(folder)


def _begin_log(database: Database, folder: Path) -> None:
    """Keep which events are older than marks, and what stands there of each assessment now.

    Nothing changes older events, so they never get a mark. What stands there before anything
    was traced is taken as it is, once: see `store.traces`.
    """
    key = RowKey(folder)
    if key.since() is not None:
        return
    with database.transaction(EVERY_ORGANIZATION) as session:
        wait_for_turn(session.connection())
        last = newest_number(session)
        session.info[MARKER] = key.marker
        trace_all(session, key.marker())
    _keep(folder / SINCE, f"{last}\n")


def trace_all(session: Session, marker: Marker) -> None:
    """Take what stands there of each assessment as it is: nobody can tell what was before."""
    for row in session.scalars(select(AssessmentRow).order_by(AssessmentRow.id)).all():
        event = Event(
            organization_id=row.organization_id,
            kind=KEPT,
            at=row.changed_at,
            person_id=None,
            about=ASSESSMENT,
            about_id=row.id,
            details={},
        )
        add_traces(session, event, older_traces(marker, rows_of(session, row.id)))


def _keep(place: Path, text: str) -> None:
    """Write a file whole, on the disk when this returns; where another was faster, theirs stays."""
    handle, part = tempfile.mkstemp(suffix=".part", dir=place.parent)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    with suppress(FileExistsError):
        os.link(part, place)
    Path(part).unlink()
    sync_folder(place.parent)


def wait_for_turn(connection: Connection) -> None:
    """Wait until no other program makes a key."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})


def has_marks(session: Session) -> bool:
    """Say whether a program with a key wrote anything that lets somebody in."""
    lasting = (kind for kind in kinds() if kind is not SessionRow)
    return any(
        session.scalars(select(kind).where(kind.mark != "").limit(1)).first() for kind in lasting
    )


def _mark_all(session: Session, marker: Marker) -> None:
    session.execute(delete(SessionRow))
    for kind in kinds():
        for row in session.scalars(select(kind)).all():
            _write(session, row, mark=marker.mark_of(row))
    for message in session.scalars(select(OutboxRow).where(OutboxRow.secret != "")).all():
        kept, secret = sealed_texts(marker, message, message.text, message.secret)
        _write(session, message, text=kept, secret=secret)


def _write(session: Session, row: Any, **values: str) -> None:  # noqa: ANN401 - any table's row
    """Write past the rows, so that nobody's open form becomes an older version by it."""
    table = row.__table__
    this = [column == getattr(row, column.name) for column in table.primary_key.columns]
    session.connection().execute(update(table).where(*this).values(**values))


def kinds() -> list[Any]:
    """Return the rows that get their mark when the key is made."""
    marked = (one.class_ for one in Row.registry.mappers if issubclass(one.class_, Marked))
    return [kind for kind in marked if kind.IS_CHANGED]
