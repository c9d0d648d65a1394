"""Who says that they speak for an employer: one way to keep them, at each of its three doors."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, select

from jobquality.errors import NotFoundError
from jobquality.store.database import Session
from jobquality.store.versions import check_version


class Standing(StrEnum):
    """Whether the center believes that somebody speaks for the employer."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaking:
    """Somebody who says that they may speak for an employer.

    `way` is how the center checked it, `reason` what it noted, or why it refused.
    """

    id: str
    organization_id: str
    name: str
    role: str
    contact: str
    came_at: datetime
    state: Standing = Standing.PENDING
    way: str = ""
    reason: str = ""
    decided_by: str | None = None
    decided_at: datetime | None = None
    version: int = 1

    @property
    def seen(self) -> int:
        """What a form says of how somebody stood when it was opened."""
        return self.version

    @property
    def who(self) -> str:
        """Who this is, in words: name and role."""
        return f"{self.name}, {self.role}"


S = TypeVar("S", bound=Speaking)

#: What somebody said of themselves, and where they came in, never changes.
_FIXED = frozenset({"id", "organization_id", "name", "role", "contact", "came_at", "version"})


class Speakers(Generic[S]):
    """The speakers of one door: rows of its table as frozen values of its kind."""

    def __init__(self, row: Any, value: type[S], fixed: Iterable[str]) -> None:  # noqa: ANN401 - the row of any door
        """Say which table and which value belong together, and what else never changes."""
        self._row, self._value = row, value
        self._names = tuple(one.name for one in fields(value))
        self._changing = tuple(set(self._names) - _FIXED - frozenset(fixed))

    def add(self, session: Session, speaker: S) -> None:
        """Keep somebody who came."""
        given = {name: getattr(speaker, name) for name in self._names if name != "version"}
        session.add(self._row(**given | {"state": speaker.state.value}))
        session.flush()

    def change(self, session: Session, speaker: S) -> S:
        """Write what became of somebody; who they said they are never changes.

        Raises:
            ConflictError: somebody changed it since `speaker.version`.
        """
        row = session.get_one(self._row, speaker.id)
        check_version(row, speaker.version)
        for name in self._changing:
            setattr(row, name, getattr(speaker, name))
        row.state = speaker.state.value
        session.flush()
        return self._read(row)

    def get(self, session: Session, speaker_id: str) -> S:
        """Return somebody who came.

        Raises:
            NotFoundError: there is nobody of that id.
        """
        row = session.scalars(select(self._row).where(self._row.id == speaker_id)).first()
        if row is None:
            raise NotFoundError("There is nobody of that id.")
        return self._read(row)

    def find_all(self, session: Session, *wanted: ColumnElement[bool]) -> tuple[S, ...]:
        """Return those of whom all of this holds, in the order in which they came."""
        rows = session.scalars(
            select(self._row).where(*wanted).order_by(self._row.came_at, self._row.id)
        )
        return tuple(self._read(row) for row in rows)

    def _read(self, row: Any) -> S:  # noqa: ANN401 - as above
        given = {name: getattr(row, name) for name in self._names}
        return self._value(**given | {"state": Standing(row.state)})
