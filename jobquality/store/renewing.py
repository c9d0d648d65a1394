"""A new key of marks, where the one that made them is gone with every copy of it.

Nothing can be told apart any more then: a row of ours looks like a forged one. So nothing is
believed. What lets somebody in ends, whatever it is, and who comes in again comes in anew.

Source: docs/decisions/0061-a-lost-key.md
"""

import secrets
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import delete, select, update

from jobquality.errors import RefusedError
from jobquality.store.database import EVERY_ORGANIZATION, Database, Session
from jobquality.store.events import newest_number
from jobquality.store.filekeys import FileKey
from jobquality.store.folders import write_whole
from jobquality.store.marks import Marker
from jobquality.store.rowkeys import (
    NAME,
    RENEWED,
    SINCE,
    RowKey,
    has_marks,
    kinds,
    trace_all,
    wait_for_turn,
)
from jobquality.store.rows import (
    AfterLinkRow,
    CalendarRow,
    NoticeRow,
    PasskeyRow,
    PersonRow,
    QuestionnaireRow,
    RecoveryCodeRow,
    SessionRow,
    TokenRow,
)

#: Not the name of the key that waits at a first start: after a kill nothing takes this one.
_WAITING = f"{NAME}.renewed"
#: Whoever holds one of these came in by it; they make another.
_GONE = (SessionRow, TokenRow, RecoveryCodeRow, PasskeyRow, CalendarRow)
#: Links to employers: the record stays, and gets another address from the team.
_LINKS = (NoticeRow, QuestionnaireRow, AfterLinkRow)


@dataclass(frozen=True, slots=True)
class Renewing:
    """What makes a new key in a folder, and lets nobody in but some."""

    database: Database
    folder: Path

    def renew(
        self, person_ids: Collection[str], work: Callable[[Session], tuple[str, ...]]
    ) -> tuple[str, ...]:
        """Make a new key, end every way in, and do some work with the new marks, all or nothing.

        Everybody's account is closed, and has no password, phone or passkey any more; those of
        `person_ids` are open and have none either. The service must not run meanwhile.

        Raises:
            RefusedError: there is a key, or nothing was ever marked.
        """
        if RowKey(self.folder).place.exists():
            raise RefusedError("The key of marks is there: nothing is lost. Nothing was changed.")
        made: list[Marker] = []
        with replace(self.database, marker=lambda: made[0]).transaction(
            EVERY_ORGANIZATION
        ) as session:
            wait_for_turn(session.connection())
            if not has_marks(session):
                raise RefusedError("Nothing has a mark yet. The next start makes the key itself.")
            last = newest_number(session)
            made.append(self._make(last))
            for kind in kinds():
                _end(session, kind, made[0], person_ids)
            session.expunge_all()
            done = work(session)
            trace_all(session, made[0])
        self._keep(last)
        return done

    def _make(self, last: int) -> Marker:
        waiting = FileKey(self.folder / _WAITING)
        waiting.place.unlink(missing_ok=True)  # of a try that was cut off
        waiting.make()
        return Marker(waiting.seal().key, since=last, renewed=last)

    def _keep(self, last: int) -> None:
        for name in (SINCE, RENEWED):
            write_whole(self.folder / name, (f"{last}\n".encode(),))
        (self.folder / _WAITING).replace(self.folder / NAME)


def _end(session: Session, kind: Any, marker: Marker, kept: Collection[str]) -> None:  # noqa: ANN401 - any table's row
    if kind in _GONE:
        session.execute(delete(kind))
        return
    # Whatever is not named here opens nothing without its mark.
    session.connection().execute(update(kind.__table__).values(mark=""))
    if kind in _LINKS:
        for row in session.scalars(select(kind)).all():
            _rewrite(session, row, marker, token_digest=secrets.token_hex(32))
    if kind is PersonRow:
        for row in session.scalars(select(PersonRow)).all():
            _rewrite(session, row, marker, **_without_a_way_in(row, kept))


def _without_a_way_in(row: PersonRow, kept: Collection[str]) -> dict[str, Any]:
    return {
        "password_hash": None,
        "second_factor": None,
        "totp_secret": None,
        "session_key": secrets.token_hex(32),
        # Without an address nobody logs in: the invented people of the samples.
        "active": row.id in kept or (row.active and row.email is None),
    }


def _rewrite(session: Session, row: Any, marker: Marker, **values: object) -> None:  # noqa: ANN401 - any table's row
    """Write past the rows, with the mark of what stands there then."""
    table = row.__table__
    said = {name: values.get(name, getattr(row, name)) for name in row.MARKED}
    this = [column == getattr(row, column.name) for column in table.primary_key.columns]
    mark = marker.mark(row.__tablename__, said)
    session.connection().execute(update(table).where(*this).values(**values, mark=mark))
