"""What refuses every change to what was published: is it all there, unchanged, and nothing else?

Whoever has all rights in the database can also add to it: a trigger that lets nothing into the
log, a rule that turns a write aside, a policy that hides rows. None of these is ours, so each is
named. On PostgreSQL the wall between organizations is looked at too.

Source: docs/decisions/0057-what-is-not-ours.md
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import Final

from sqlalchemy import Connection, inspect, text

from jobquality.store.database import Session
from jobquality.store.rows import Row

_SQLITE = "SELECT name, tbl_name, sql, '' FROM sqlite_master WHERE type = 'trigger'"
_POSTGRESQL = """
    SELECT t.tgname, c.relname, t.tgtype || ' ' || t.tgenabled::text, p.prosrc
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE NOT t.tgisinternal AND n.nspname = current_schema()
"""
_RULES = "SELECT rulename, tablename FROM pg_rules WHERE schemaname = current_schema()"
_WALLED = """
    SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = current_schema() AND c.relrowsecurity AND c.relforcerowsecurity
"""
_POLICIES = """
    SELECT tablename, policyname,
           concat_ws(' ', permissive, roles::text, cmd, qual, with_check)
    FROM pg_policies WHERE schemaname = current_schema()
"""
# `replica` lets no trigger of ours fire.
_TURNED_OFF = "SELECT current_setting('session_replication_role') <> 'origin'"

#: The policy of migration 0027 as PostgreSQL tells it, without casts, brackets and spaces.
_BORDER: Final = (
    "PERMISSIVE{public}ALLSELECTcurrent_setting'jobquality.organization',true='*'"
    "ORorganization_id=SELECTcurrent_setting'jobquality.organization',true"
)
_BY_THE_WAY = re.compile(r"::text|AS current_setting|[()\s]")


def find_unguarded(session: Session) -> tuple[str, ...]:
    """Return what of the guards is missing, switched off or changed, and what is not ours."""
    connection = session.connection()
    found = {*_find_other_triggers(connection), *_find_no_tables(connection)}
    if connection.dialect.name == "postgresql":
        found |= {*_find_rules(connection), *_find_gaps(connection)}
    return tuple(sorted(found))


def read_guards(connection: Connection) -> Mapping[str, str]:
    """Return what each trigger is, as 16 digits of a hash, by its name."""
    return {name: print_ for name, _, print_ in _read_triggers(connection)}


def _read_triggers(connection: Connection) -> Iterator[tuple[str, str, str]]:
    """Yield the name, the table and the print of each trigger: two tables may share a name."""
    query = _SQLITE if connection.dialect.name == "sqlite" else _POSTGRESQL
    for row in connection.execute(text(query)):
        yield row[0], row[1], _print_of(row[1:])


def _print_of(parts: tuple[str, ...]) -> str:
    plain = "\n".join(" ".join(str(part).split()) for part in parts)
    return hashlib.sha256(plain.encode()).hexdigest()[:16]


def _find_other_triggers(connection: Connection) -> Iterator[str]:
    """Yield those of ours that are gone or changed by name, and others with their table."""
    ours = GUARDS[connection.dialect.name]
    lost = set(ours)
    for name, table, print_ in _read_triggers(connection):
        if ours.get(name) == print_:
            lost.discard(name)
        elif not name.startswith(f"{table}_") or name not in ours:
            yield f"trigger {name} on {table}"
    yield from lost


def _find_no_tables(connection: Connection) -> Iterator[str]:
    """Yield each of our tables that is none: a view could stand in its place."""
    tables = set(inspect(connection).get_table_names())
    yield from (f"table {name}" for name in Row.metadata.tables if name not in tables)


def _find_rules(connection: Connection) -> Iterator[str]:
    """Yield each rule, as we have none, and the setting that silences all triggers."""
    for row in connection.execute(text(_RULES)):
        yield f"rule {row[0]} on {row[1]}"
    if connection.scalar(text(_TURNED_OFF)):
        yield "setting session_replication_role"


def _find_gaps(connection: Connection) -> Iterator[str]:
    """Yield each table that the wall does not stand around, and each policy that is not ours."""
    walled = set(connection.scalars(text(_WALLED)))
    bordered = set()
    for table, name, said in connection.execute(text(_POLICIES)):
        if name == "border" and _BY_THE_WAY.sub("", said) == _BORDER:
            bordered.add(table)
        else:
            yield f"policy {name} on {table}"
    for table in Row.metadata.tables.values():
        if "organization_id" in table.columns and table.name not in walled & bordered:
            yield f"row level security on {table.name}"


#: What `read_guards` says of a database that our migrations made.
GUARDS: Mapping[str, Mapping[str, str]] = {
    "sqlite": {
        "bodies_never_change": "ee5121d9987dc0ed",
        "bodies_never_go": "4818d438d9655b09",
        "bodies_never_replaced": "3ad3b7660c16b149",
        "editions_never_change": "c35afb860a1a3b46",
        "editions_never_go": "5e9bae4c9ef3a068",
        "editions_never_replaced": "ffc783c34caefaf9",
        "events_never_change": "4e34a5f79d3656bd",
        "events_never_go": "4966448492db069c",
        "events_never_replaced": "bd1455093a93d871",
        "ledger_never_change": "1d2bf4dd004b4b66",
        "ledger_never_go": "a7fbcfe8c6d481fb",
        "ledger_never_replaced": "7962be58206fef9e",
        "organizations_stay_real": "c0199492a3dfb4bc",
        "public_keys_never_change": "11a295e5f9cfff3c",
        "public_keys_never_go": "fdbd346ca8a42876",
        "public_keys_never_replaced": "e2245bcc6f57f057",
        "standard_files_never_change": "1544a3203df3c906",
        "standard_files_never_go": "14d52169f4598dc9",
        "standard_files_never_replaced": "572d2e3a9de39c40",
        "standard_owners_never_change": "ab5dea321a045aa3",
        "standard_owners_never_go": "f0e2b589d1368856",
        "standard_owners_never_replaced": "a98946837d14603c",
        "standards_never_change": "1a61340830070e2e",
        "standards_never_go": "bd72a5c1fcd16f95",
        "standards_never_replaced": "0ce9608fa4f90e7e",
        "tombstones_never_change": "6ecf597fb0b34cf5",
        "tombstones_never_go": "e536246463f6277d",
        "tombstones_never_replaced": "58cdc87b2ecf241f",
    },
    "postgresql": {
        "bodies_never_change": "d294b8ef4c6b07af",
        "bodies_never_emptied": "92a7b90f68911b68",
        "bodies_never_go": "662c7b24a1d11fd1",
        "editions_never_change": "bdeb7eeef461897b",
        "editions_never_emptied": "aab497c9307bc8e4",
        "events_never_change": "96667be5b26e8fe5",
        "events_never_emptied": "d321b7c372fad40d",
        "ledger_never_change": "2c64f45c31dba6fe",
        "ledger_never_emptied": "b278aec129036281",
        "organizations_stay_real": "a81e49f642594d46",
        "public_keys_never_change": "500d179383bfaf6a",
        "public_keys_never_emptied": "7e481fa1f7db46da",
        "standard_files_never_change": "e7990bfd007e8a83",
        "standard_files_never_emptied": "0d256451789acee8",
        "standard_owners_never_change": "68d844c11552ba58",
        "standard_owners_never_emptied": "bdaaf23ad616e09d",
        "standards_never_change": "a1d226517816e392",
        "standards_never_emptied": "255f940b8bf2b6e4",
        "tombstones_never_change": "9fa2b1ae40a670de",
        "tombstones_never_emptied": "16b439a848987463",
    },
}
