import csv
import io
import os
import zipfile
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobquality.errors import FaultsError
from jobquality.tables.csvtext import csv_text, harmless, plain, read_csv_rows
from jobquality.tables.sheets import read_sheet
from jobquality.tables.writing import write_table

NAMES = (
    "NA", "None", "null", "nan", "", "01234", "-5", "+1", "@SUM(A1)", '=HYPERLINK("http://x")',
    "'=1", "''", "'tis", "a,b", "\N{FULLWIDTH EQUALS SIGN}1",
    'a"b', "Ñandú", "1e3", "TRUE", "2026-03-01",
)  # fmt: skip
COLUMNS = ("employer", "value")
RUNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # noqa: RUF001  # meant
_CHARACTERS = st.characters(codec="utf-8")


def records() -> list[dict[str, str]]:
    return [{"employer": name, "value": "-7.25"} for name in NAMES]


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".parquet"])
def test_every_name_reads_back_as_itself(tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"scores{ending}"

    write_table(file, records(), COLUMNS, numbers=("value",))

    assert [row.cells for row in read_sheet(file).rows] == [(name, "-7.25") for name in NAMES]


def test_no_cell_of_a_csv_file_is_run_by_a_spreadsheet() -> None:
    text = csv_text(records(), COLUMNS, numbers=("value",))

    names = [row[0] for row in csv.reader(io.StringIO(text))]

    assert not any(name.startswith(RUNS) for name in names)


def test_no_cell_of_a_workbook_is_a_formula_or_a_link(tmp_path: Path) -> None:
    file = tmp_path / "scores.xlsx"

    write_table(file, records(), COLUMNS, numbers=("value",))

    with zipfile.ZipFile(file) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
        styles = archive.read("xl/styles.xml")
    assert b"<f>" not in sheet
    assert b"hyperlink" not in sheet
    # Without it Excel runs the text as soon as somebody edits the cell.
    assert b'quotePrefix="1"' in styles


def test_numbers_are_numbers_also_where_there_are_none(tmp_path: Path) -> None:
    rows = [{"employer": "Elm", "value": ""}]

    write_table(tmp_path / "scores.parquet", rows, COLUMNS, numbers=("value",))

    schema = pq.read_schema(tmp_path / "scores.parquet")
    assert [str(field.type) for field in schema] == ["large_string", "double"]


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".parquet"])
def test_the_same_scores_give_the_same_bytes(tmp_path: Path, ending: str) -> None:
    one, two = tmp_path / f"one{ending}", tmp_path / f"two{ending}"

    for file in (one, two):
        write_table(file, records(), COLUMNS, numbers=("value",))

    assert one.read_bytes() == two.read_bytes()


@given(st.text(_CHARACTERS))
def test_what_keeps_a_text_from_running_can_be_taken_off_again(text: str) -> None:
    assert plain(harmless(text)) == text
    assert not harmless(text).startswith(RUNS)


@given(st.lists(st.tuples(st.text(_CHARACTERS), st.text(_CHARACTERS, min_size=1)), min_size=1))
def test_csv_comes_back_as_it_was(rows: list[tuple[str, str]]) -> None:
    table = [dict(zip(COLUMNS, row, strict=True)) for row in rows]

    text = csv_text(table, COLUMNS, numbers=())

    assert [cells for _, cells in read_csv_rows(text.encode())] == [COLUMNS, *rows]


def test_a_workbook_holds_no_more_than_excel_does(tmp_path: Path) -> None:
    many = [{"employer": "Elm", "value": "1"}] * 1_048_576

    with pytest.raises(FaultsError, match="The scores have 1048576 rows; Excel holds 1048575"):
        write_table(tmp_path / "scores.xlsx", many, COLUMNS, numbers=("value",))


def test_a_file_that_was_there_keeps_its_permissions_and_leaves_nothing_beside_it(
    tmp_path: Path,
) -> None:
    file = tmp_path / "scores.csv"
    file.write_text("older")
    file.chmod(0o640)

    write_table(file, records(), COLUMNS, numbers=("value",))

    assert oct(file.stat().st_mode & 0o777) == oct(0o640)
    assert os.listdir(tmp_path) == ["scores.csv"]  # noqa: PTH208  # hidden files too


def test_a_link_still_points_to_the_same_place(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("older")
    (tmp_path / "scores.csv").symlink_to("real.csv")

    write_table(tmp_path / "scores.csv", records(), COLUMNS, numbers=("value",))

    assert (tmp_path / "scores.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text().startswith("employer,value\n")
