"""Every table and every column is on the data map, and whoever is named in it finds it again."""

import re
from pathlib import Path

from jobquality.store.owndata import HELD, LEFT_OUT
from jobquality.store.rows import Row

MAP = Path(__file__).parents[2] / "docs" / "data-map.md"
TABLES = {table.name: table for table in Row.metadata.sorted_tables}
_NAMES_SOMEBODY = re.compile(r"_by$|^person_id$|^author_id$|^reviewer_id$")


def on_the_map() -> dict[str, set[str]]:
    """Return the columns that the map names, by table: `| table | columns | … |`."""
    found: dict[str, set[str]] = {}
    for line in MAP.read_text().splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| `") and len(cells) >= 7:
            columns = found.setdefault(cells[0].strip("`"), set())
            columns.update(re.findall(r"`(\w+)`", cells[1]))
    return found


def test_every_table_is_on_the_data_map_and_no_other() -> None:
    assert set(on_the_map()) == set(TABLES)


def test_every_column_is_on_the_data_map_and_no_other() -> None:
    said = on_the_map()

    wrong = {
        name: sorted(said[name] ^ {column.name for column in table.columns})
        for name, table in TABLES.items()
        if said[name] != {column.name for column in table.columns}
    }

    assert wrong == {}


def test_whoever_is_named_in_a_column_finds_it_in_their_own_data() -> None:
    named = {
        f"{table.name}.{column.name}"
        for table in TABLES.values()
        for column in table.columns
        if _NAMES_SOMEBODY.search(column.name)
        or any(key.target_fullname == "people.id" for key in column.foreign_keys)
    }
    covered = {f"{name}.{column}" for name, held in HELD.items() for column in held.named_in}

    assert len(named) > 60
    assert sorted(named - covered - set(LEFT_OUT)) == []


def test_nothing_is_held_or_left_out_that_is_not_there() -> None:
    columns = {
        f"{table.name}.{column.name}" for table in TABLES.values() for column in table.columns
    }
    held = {
        f"{name}.{column}" for name, one in HELD.items() for column in (*one.named_in, *one.shown)
    }

    assert (held | set(LEFT_OUT)) <= columns


def test_no_secret_is_among_what_somebody_takes_along() -> None:
    shown = {column for held in HELD.values() for column in held.shown}

    assert not [
        name for name in shown if re.search(r"digest|password|secret|_key$|token|content", name)
    ]
