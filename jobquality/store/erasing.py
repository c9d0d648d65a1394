"""What an erased account leaves in the tables: its id, its roles, and a name that is nobody's."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import String, Text, delete, func, or_, select, update

from jobquality.store.database import EVERY_ORGANIZATION, PATIENCE, Session, make_engine
from jobquality.store.reviews import Step
from jobquality.store.rows import (
    CalendarRow,
    GuestRow,
    InvitationRow,
    OfOrganization,
    OutboxRow,
    PanelistRow,
    PersonRow,
    ReviewRow,
    Row,
)
from jobquality.store.tenancy import belong

_GUEST_STEPS = (Step.GUEST.value, Step.GUEST_ENDED.value)
#: Texts that are no words of people: ids, digests, codes, and what programs wrote.
_NO_WORDS = (
    "id",
    "hash",
    "digest",
    "key",
    "secret",
    "sha256",
    "state",
    "kind",
    "signature",
    "mark",
)
#: Moves what is in SQLite's log into its file, and leaves the log empty.
_EMPTY_THE_LOG = "PRAGMA wal_checkpoint(TRUNCATE)"
#: Tables of accounts themselves: what stands there goes with the account.
_OF_ACCOUNTS = frozenset({"people", "tokens", "passkeys", "invitations", "guests", "panelists"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """How many rows of a table name somebody in a text that people wrote."""

    table: str
    column: str
    count: int


def erase_account(
    session: Session, person_id: str, *, name: str, session_key: str, at: datetime
) -> None:
    """Take away all that says who somebody is and all by which they could come in.

    Their id stays, with their roles and organization, under a `name` that is nobody's.
    Other organizations that had them as a guest forget their name as well.
    """
    scope = session.info.get("organization")
    belong(session, EVERY_ORGANIZATION)
    row = session.get_one(PersonRow, person_id)
    email = row.email or ""
    _drop_what_opens(session, person_id)
    _rename_guest(session, person_id, name)
    _forget_links_and_mail(session, person_id, email, name)
    row.name, row.email, row.password_hash, row.totp_secret = name, None, None, None
    row.second_factor, row.active, row.language = None, False, "en"
    row.session_key, row.erased_at = session_key, at
    session.flush()
    belong(session, scope)


def find_mentions(session: Session, texts: tuple[str, ...]) -> tuple[Mention, ...]:
    """Return where one of these texts stands in what people wrote, letter case aside."""
    return tuple(_mentions(session, tuple(text for text in texts if text)))


def scrub(url: str) -> bool:
    """Let nothing that was deleted lie about in the file of the database; say whether it is done.

    Only SQLite keeps such leavings where a dump would not show them. Others who write at this
    moment go first: then it is left to the next time.
    """
    return _settle(url, "VACUUM", _EMPTY_THE_LOG)


def empty_the_log(url: str) -> bool:
    """Let nothing that was deleted lie about in the log beside SQLite's file; say if it is done.

    What is deleted is written over in the file itself at once (`secure_delete`), and in the log
    only here. PostgreSQL has no such file beside what a dump shows.
    """
    return _settle(url, _EMPTY_THE_LOG)


def _settle(url: str, *statements: str) -> bool:
    engine = make_engine(url)
    if engine.dialect.name != "sqlite":
        engine.dispose()
        return True
    try:
        with closing(engine.raw_connection()) as connection:
            connection.cursor().execute(f"PRAGMA busy_timeout = {PATIENCE * 1000}")
            answers = [connection.cursor().execute(one).fetchone() for one in statements]
            return not answers[-1][0]  # the log says with a 1 that others still read it
    except sqlite3.OperationalError:
        return False
    finally:
        engine.dispose()


def _drop_what_opens(session: Session, person_id: str) -> None:
    """Delete every row that exists only for the account, in whatever table."""
    for mapper in Row.registry.mappers:
        row: Any = mapper.class_
        for column in row.__table__.columns:
            owners = [one for one in column.foreign_keys if one.target_fullname == "people.id"]
            if any(one.ondelete == "CASCADE" for one in owners) or (row is CalendarRow and owners):
                session.execute(delete(row).where(getattr(row, column.name) == person_id))


def _rename_guest(session: Session, person_id: str, name: str) -> None:
    for guest in session.scalars(select(GuestRow).where(GuestRow.person_id == person_id)):
        was = f"{guest.name} ({guest.affiliation})"
        steps = select(ReviewRow).where(
            ReviewRow.assessment_id == guest.assessment_id,
            ReviewRow.step.in_(_GUEST_STEPS),
            ReviewRow.comment == was,
        )
        for step in session.scalars(steps):  # row by row, so that the log tells of it
            step.comment = f"{name} ({guest.affiliation})"
        guest.name = name
    session.flush()


def _forget_links_and_mail(session: Session, person_id: str, email: str, name: str) -> None:
    used = InvitationRow.used_by == person_id
    session.execute(update(InvitationRow).where(used).values(name=name))
    sat = PanelistRow.person_id == person_id
    session.execute(update(PanelistRow).where(sat).values(name=name))
    if email:
        to_them = func.lower(OutboxRow.recipient) == email
        session.execute(
            update(OutboxRow).where(to_them).values(recipient="", subject="", text="", secret="")
        )


def _mentions(session: Session, texts: tuple[str, ...]) -> Iterator[Mention]:
    for mapper in sorted(Row.registry.mappers, key=lambda one: one.local_table.name):  # type: ignore[attr-defined]  # every row has a table
        row: Any = mapper.class_
        name = row.__tablename__
        is_searched = issubclass(row, OfOrganization) or name == "organizations"
        if is_searched and name not in _OF_ACCOUNTS:
            for column in _words_in(row):
                held = [getattr(row, column).icontains(text, autoescape=True) for text in texts]
                count = session.scalar(select(func.count()).select_from(row).where(or_(*held)))
                if count:
                    yield Mention(table=name, column=column, count=count)


def _words_in(row: Any) -> Iterator[str]:  # noqa: ANN401  # any table
    for column in row.__table__.columns:
        is_text = isinstance(column.type, String | Text)
        is_key = bool(column.primary_key or column.foreign_keys)
        if is_text and not is_key and not column.name.endswith(_NO_WORDS):
            yield column.name
