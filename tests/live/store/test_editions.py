import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from jobquality.store.editions import registered_editions
from tests.live.store.editions import add_an_edition

CHANGES = (
    "UPDATE editions SET scoring_hash = 'sha256:other'",
    "UPDATE editions SET first_seen = '2020-01-01'",
    "DELETE FROM editions",
)
WRITE_OVER = {
    "sqlite": """
        INSERT OR REPLACE INTO editions
        VALUES ('restaurants_us', '2026.1', 'sha256:other', 'sha256:two', '2026-01-05')
    """,
    "postgresql": """
        INSERT INTO editions
        VALUES ('restaurants_us', '2026.1', 'sha256:other', 'sha256:two', '2026-01-05')
        ON CONFLICT (rubric, edition) DO UPDATE SET scoring_hash = 'sha256:other'
    """,
}
EMPTY = {"sqlite": "DELETE FROM editions", "postgresql": "TRUNCATE editions"}


def test_an_edition_is_kept_as_it_was_registered(session: Session) -> None:
    added = add_an_edition(session)

    session.expire_all()

    assert registered_editions(session) == (added,)


@pytest.mark.parametrize("change", CHANGES)
def test_the_database_itself_refuses_to_change_a_registered_edition(
    session: Session, change: str
) -> None:
    added = add_an_edition(session)

    with pytest.raises(DBAPIError, match="Nothing published changes"), session.begin_nested():
        session.connection().execute(text(change))

    session.expire_all()
    assert registered_editions(session) == (added,)


def test_a_registered_edition_cannot_be_written_over(session: Session) -> None:
    added = add_an_edition(session)
    statement = WRITE_OVER[session.get_bind().dialect.name]

    with pytest.raises(DBAPIError), session.begin_nested():
        session.connection().execute(text(statement))

    session.expire_all()
    assert registered_editions(session) == (added,)


def test_the_register_cannot_be_emptied(session: Session) -> None:
    add_an_edition(session)
    statement = EMPTY[session.get_bind().dialect.name]

    with pytest.raises(DBAPIError, match="Nothing published changes"), session.begin_nested():
        session.connection().execute(text(statement))
