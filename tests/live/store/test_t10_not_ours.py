"""Whatever is added to the database past the program, and could turn what it writes, is named."""

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from jobquality.store.guards import find_unguarded

_SILENT = {
    "sqlite": ("CREATE TRIGGER zz BEFORE INSERT ON events BEGIN SELECT RAISE(IGNORE); END",),
    "postgresql": (
        "CREATE FUNCTION zz() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
        "CREATE TRIGGER zz BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION zz()",
    ),
}
#: What somebody with all rights does on PostgreSQL, and what is named.
_BESIDE = {
    "CREATE RULE zz AS ON INSERT TO events WHERE NEW.person_id = 'x' DO INSTEAD NOTHING": (
        "rule zz on events"
    ),
    "ALTER TABLE events DISABLE ROW LEVEL SECURITY": "row level security on events",
    "ALTER TABLE events NO FORCE ROW LEVEL SECURITY": "row level security on events",
    "DROP POLICY border ON people": "row level security on people",
    "CREATE POLICY zz ON people USING (true)": "policy zz on people",
    "SET LOCAL session_replication_role = replica": "setting session_replication_role",
}


def named(session: Session, *statements: str) -> tuple[str, ...]:
    """Return what is named after some statements, and undo them."""
    connection = session.connection()
    with connection.begin_nested() as undone:
        for one in statements:
            connection.execute(text(one))
        found = find_unguarded(session)
        undone.rollback()
    return found


def test_t10_a_trigger_that_silences_the_log_is_named(session: Session) -> None:
    dialect = session.connection().dialect.name
    assert named(session, *_SILENT[dialect]) == ("trigger zz on events",)
    assert find_unguarded(session) == ()


def test_t10_a_foreign_trigger_under_one_of_our_names_is_named(session: Session) -> None:
    """On PostgreSQL two tables may each have a trigger of the same name."""
    if session.connection().dialect.name == "sqlite":
        pytest.skip("there a name is taken once")
    function, trigger = _SILENT["postgresql"]
    ours = trigger.replace("TRIGGER zz", "TRIGGER events_never_change").replace(
        "events F", "notices F"
    )
    assert named(session, function, ours) == ("trigger events_never_change on notices",)


def test_t10_a_view_in_the_place_of_a_table_is_named(session: Session) -> None:
    found = named(
        session,
        "ALTER TABLE answer_times RENAME TO zz",
        "CREATE VIEW answer_times AS SELECT * FROM zz",
    )
    assert "table answer_times" in found


def test_t10_rules_and_gaps_in_the_wall_are_named(session: Session) -> None:
    if session.connection().dialect.name == "sqlite":
        pytest.skip("SQLite has neither")
    assert {one: named(session, one) for one in _BESIDE} == {
        one: (said,) for one, said in _BESIDE.items()
    }
    changed = named(
        session, "DROP POLICY border ON people", "CREATE POLICY border ON people USING (true)"
    )
    assert changed == ("policy border on people", "row level security on people")
