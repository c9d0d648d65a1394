"""Every row of one database into another, of the other kind or the same."""

from collections.abc import Callable

from sqlalchemy import Connection, Table, func, insert, select, text

from jobquality.errors import SetupError
from jobquality.store.border import EVERY_ORGANIZATION, say_whose
from jobquality.store.database import make_engine
from jobquality.store.rows import Row

#: How many rows are in memory at once.
_ROWS = 500


def move_rows(source: str, target: str, *, tell: Callable[[str], None]) -> int:
    """Copy all rows in the order in which they point to each other; return how many.

    Both databases have this program's tables, those of the target without a row. Nobody writes
    to the source meanwhile. The target has everything, or nothing.

    Raises:
        SetupError: the target has rows, or a table has another count afterwards.
    """
    here, there = make_engine(source), make_engine(target)
    try:
        with here.connect() as reader, there.begin() as writer:
            say_whose(reader, EVERY_ORGANIZATION)
            say_whose(writer, EVERY_ORGANIZATION)
            _lock(reader)
            tables = Row.metadata.sorted_tables
            _check_empty(writer, tables)
            total = sum(_copy(reader, writer, table, tell) for table in tables)
            _go_on_counting(writer, tables)
            return total
    finally:
        here.dispose()
        there.dispose()


def _lock(reader: Connection) -> None:
    """Keep everybody else from writing; SQLite is locked by the transaction that began."""
    if reader.dialect.name == "postgresql":
        names = ", ".join(f'"{table.name}"' for table in Row.metadata.sorted_tables)
        reader.execute(text(f"LOCK TABLE {names} IN SHARE MODE"))


def _check_empty(writer: Connection, tables: list[Table]) -> None:
    filled = [table.name for table in tables if _count(writer, table)]
    if filled:
        raise SetupError(
            f"The database to move to is not empty: it has rows in {', '.join(filled[:5])}. "
            "Name an empty one with --to."
        )


def _copy(reader: Connection, writer: Connection, table: Table, tell: Callable[[str], None]) -> int:
    found = reader.execution_options(yield_per=_ROWS).execute(select(table))
    for rows in found.mappings().partitions(_ROWS):
        writer.execute(insert(table), [dict(one) for one in rows])
    before, after = _count(reader, table), _count(writer, table)
    if before != after:
        raise SetupError(f"{table.name} had {before} rows and has {after} now. Nothing was kept.")
    if after:
        tell(f"{table.name}: {after}")
    return after


def _go_on_counting(writer: Connection, tables: list[Table]) -> None:
    """Let numbers that PostgreSQL gives out itself go on after the last one that came."""
    if writer.dialect.name != "postgresql":
        return
    for table in tables:
        column = table.autoincrement_column
        if column is not None and isinstance(column.type.python_type(), int):
            last = select(func.coalesce(func.max(column), 0) + 1).scalar_subquery()
            name = func.pg_get_serial_sequence(table.name, column.name)
            if writer.scalar(select(name)) is not None:
                writer.execute(select(func.setval(name, last, False)))  # noqa: FBT003 - SQL


def _count(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0
