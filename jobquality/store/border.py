"""The second wall between organizations: PostgreSQL itself is told whose rows may be seen.

`store.tenancy` narrows each query that the program writes. Should one get past it, or should
somebody send bare SQL, the database shows and takes the rows of the organization that the
transaction was opened for, and of none where it was told nothing. SQLite has no such wall.

Source: docs/decisions/0009-tenancy.md
"""

from typing import Final

from sqlalchemy import Connection, text

#: For work that is not one organization's: logging in, the public pages, `verify`.
EVERY_ORGANIZATION: Final = "*"
#: What the policies of every table ask for; migration 0027 wrote them.
SETTING: Final = "jobquality.organization"
#: For PostgreSQL's own programs, which read a database whole.
SEES_ALL: Final = f"-c {SETTING}={EVERY_ORGANIZATION}"

# Gone with the transaction: a connection that another request takes over was told nothing.
_SAY = text("SELECT set_config(:setting, :whose, true)")
_IS_ABOVE = text("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")


def say_whose(connection: Connection, whose: str | None) -> None:
    """Tell the database whose rows this transaction sees from now on; nobody's without a name."""
    if connection.dialect.name == "postgresql":
        connection.execute(_SAY, {"setting": SETTING, "whose": whose or ""})


def is_above(connection: Connection) -> bool:
    """Say whether the wall does not hold this user of the database: it may pass every policy."""
    return connection.dialect.name == "postgresql" and bool(connection.scalar(_IS_ABOVE))
