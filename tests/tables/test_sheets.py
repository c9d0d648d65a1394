from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from jobquality.errors import FaultsError
from jobquality.tables.sheets import Sheet, read_sheet
from tests.tables.files import workbook

ROWS = [("employer", "answer"), ("Café; \"Elm\", 'Inc'", "7")]


def read(folder: Path, content: str | bytes) -> Sheet:
    file = folder / "facts.csv"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_sheet(file)


@pytest.mark.parametrize(
    "content",
    [
        "employer,answer\nCafé,7\n",
        "employer,answer\r\nCafé,7\r\n",
        "employer,answer\rCafé,7\r",
        "\ufeffemployer,answer\nCafé,7",
        "employer;answer\nCafé;7\n",
        '"employer";"answer"\r\n"Café";"7"\r\n',
        "employer,answer,,\nCafé,7,,\n,,,\n",
        "\n\nemployer , answer\n\nCafé,7\n",
    ],
)
def test_csv_as_different_programs_write_it_is_the_same_table(tmp_path: Path, content: str) -> None:
    sheet = read(tmp_path, content)

    assert sheet.header == ("employer", "answer")
    assert [row.cells for row in sheet.rows] == [("Café", "7")]


def test_a_comma_in_the_header_decides_what_parts_the_cells(tmp_path: Path) -> None:
    sheet = read(tmp_path, "employer,answer\nElm,written;shared\n")

    assert sheet.rows[0].cells == ("Elm", "written;shared")


def test_a_row_is_named_by_the_line_it_starts_on(tmp_path: Path) -> None:
    sheet = read(tmp_path, 'employer,answer\n"Elm\nCafe",7\nOak,8\n')

    assert [row.line for row in sheet.rows] == [2, 4]


def test_an_answer_of_more_than_a_hundred_thousand_letters_is_told(tmp_path: Path) -> None:
    with pytest.raises(FaultsError, match=r"line 2: .*field larger than field limit"):
        read(tmp_path, f"employer,answer\nElm,{'x' * 200_000}\n")


def test_a_file_that_is_too_large_is_told(tmp_path: Path) -> None:
    file = tmp_path / "facts.csv"
    with file.open("wb") as large:
        large.truncate(64 * 1024 * 1024 + 1)

    with pytest.raises(FaultsError, match=r"'facts.csv' is larger than 64 MB. Split it."):
        read_sheet(file)


def kinds(folder: Path) -> dict[str, bytes]:
    pq.write_table(pa.table({"employer": ["Elm"]}), folder / "made.parquet")
    return {
        ".csv": b"employer,answer\nElm,7\n",
        ".xlsx": workbook(folder / "made.xlsx", {"Sheet1": ROWS}).read_bytes(),
        ".parquet": (folder / "made.parquet").read_bytes(),
        ".xls": b"\xd0\xcf\x11\xe0 and so on",
    }


@pytest.mark.parametrize(
    ("kind", "ending", "said"),
    [
        (".xlsx", ".csv", "looks like an Excel workbook. Rename it to .xlsx, or save it as .csv."),
        (".csv", ".xlsx", "looks like text. Rename it to .csv, or save it as .xlsx."),
        (".csv", ".parquet", "looks like text. Rename it to .csv, or save it as .parquet."),
        (
            ".parquet",
            ".xlsx",
            "looks like a Parquet file. Rename it to .parquet, or save it as .xlsx.",
        ),
        (
            ".xls",
            ".xlsx",
            "looks like an old Excel file (.xls), or one with a password. Save it as .xlsx.",
        ),
        (
            ".xls",
            ".csv",
            "looks like an old Excel file (.xls), or one with a password. Save it as .xlsx.",
        ),
    ],
)
def test_a_file_with_the_wrong_ending_is_told(
    tmp_path: Path, kind: str, ending: str, said: str
) -> None:
    file = tmp_path / f"facts{ending}"
    file.write_bytes(kinds(tmp_path)[kind])

    with pytest.raises(FaultsError) as refused:
        read_sheet(file)

    assert str(refused.value) == f"'facts{ending}' ends in {ending}, but {said}"


def test_an_ending_in_capitals_is_the_same(tmp_path: Path) -> None:
    file = tmp_path / "FACTS.CSV"
    file.write_text("employer,answer\nElm,7\n")

    assert read_sheet(file).rows[0].cells == ("Elm", "7")
