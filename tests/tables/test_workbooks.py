from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from jobquality.errors import FaultsError
from jobquality.tables.sheets import Sheet, read_sheet
from tests.tables.files import SHEET, packed, unpacked, with_part, workbook

HEADER = ("employer", "answer")
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    return workbook(tmp_path / "facts.xlsx", {"Sheet1": [HEADER, ("Elm", 7)]})


def cells(sheet: Sheet) -> list[tuple[str, ...]]:
    return [row.cells for row in sheet.rows]


def refusal(path: Path) -> str:
    with pytest.raises(FaultsError) as refused:
        read_sheet(path)
    return str(refused.value)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (0.1 + 0.2, "0.3"),
        (1e-7, "0.0000001"),
        (7, "7"),
        (7.0, "7"),
        (123456789012345, "123456789012345"),
        (True, "yes"),
        (False, "no"),
        (date(2026, 3, 1), "2026-03-01"),
        (datetime(2026, 3, 1, 14, 30), "2026-03-01T14:30:00"),  # noqa: DTZ001  # Excel has no zone
        ("NA", "NA"),
        ("01234", "01234"),
        ("Café", "Café"),
        ("1e3", "1e3"),
        (None, ""),
    ],
)
def test_a_cell_reads_as_a_person_would_write_it(tmp_path: Path, cell: object, text: str) -> None:
    rows: list[tuple[object, ...]] = [HEADER, ("Elm", cell)]
    file = workbook(tmp_path / "facts.xlsx", {"Sheet1": rows})

    assert cells(read_sheet(file)) == [("Elm", text)]


def test_a_formula_reads_as_its_result(tmp_path: Path) -> None:
    file = workbook(tmp_path / "facts.xlsx", {"Sheet1": [HEADER, ("Elm", 7)]})
    xml = unpacked(file.read_bytes())[SHEET].replace(b"<v>7</v>", b"<f>3+4</f><v>7</v>")

    assert cells(read_sheet(with_part(file, SHEET, xml))) == [("Elm", "7")]


@pytest.mark.parametrize("result", [b"", b"<v></v>", b"<v/>"])
def test_a_formula_without_its_result_is_not_an_empty_cell(plain: Path, result: bytes) -> None:
    xml = unpacked(plain.read_bytes())[SHEET].replace(b"<v>7</v>", b"<f>3+4</f>" + result)

    assert refusal(with_part(plain, SHEET, xml)) == (
        "line 2: The formula in column 2 has no result. "
        "Open the file in a spreadsheet program, and save it there."
    )


@pytest.mark.parametrize("code", ["0%", "0.00%", "0.0%", '0" % of staff"%'])
def test_a_cell_that_shows_a_percent_reads_as_it_shows(tmp_path: Path, code: str) -> None:
    file = tmp_path / "facts.xlsx"
    with xlsxwriter.Workbook(file) as book:
        percent = book.add_format({"num_format": code})
        book.add_worksheet("Notes").write(0, 0, "Read the other sheet.")
        sheet = book.add_worksheet("Facts")
        sheet.write_row(0, 0, HEADER)
        for row, cell in enumerate([0.6, 0.07, 1, "text", None], start=1):
            sheet.write(row, 0, f"Elm {row}")
            sheet.write(row, 1, cell, percent)

    found = [row[1] for row in cells(read_sheet(file))]

    assert found == ["60%", "7%", "100%", "text", ""]


def test_the_sheet_called_facts_is_read_out_of_several(tmp_path: Path) -> None:
    rows: list[tuple[object, ...]] = [HEADER, ("Elm", 7)]
    sheets: dict[str, list[tuple[object, ...]]] = {"Notes": [("hello",)], "Facts": rows}

    assert cells(read_sheet(workbook(tmp_path / "facts.xlsx", sheets))) == [("Elm", "7")]


def test_several_sheets_are_not_guessed_at(tmp_path: Path) -> None:
    sheets: dict[str, list[tuple[str, ...]]] = {"2025": [HEADER], "2026": [HEADER]}

    assert refusal(workbook(tmp_path / "facts.xlsx", sheets)) == (
        "The workbook has 2 sheets: 2025, 2026. Keep one, or call the right one 'facts'."
    )


def test_rows_keep_the_numbers_that_excel_shows(tmp_path: Path) -> None:
    rows = [(), HEADER, ("Elm", 7), (), ("Oak", 8)]
    sheet = read_sheet(workbook(tmp_path / "facts.xlsx", {"Sheet1": rows}))

    assert (sheet.line, [row.line for row in sheet.rows]) == (2, [3, 5])


def test_columns_that_were_emptied_are_passed_over(tmp_path: Path) -> None:
    rows = [(*HEADER, None, None), ("Elm", 7, " ", None)]
    sheet = read_sheet(workbook(tmp_path / "facts.xlsx", {"Sheet1": rows}))

    assert (sheet.header, cells(sheet)) == (HEADER, [("Elm", "7")])


def test_a_note_beside_the_table_is_not_lost_in_silence(tmp_path: Path) -> None:
    rows = [HEADER, ("Elm", 7, "see page 2")]

    assert "Column 3 has no name." in refusal(workbook(tmp_path / "facts.xlsx", {"Sheet1": rows}))


@pytest.mark.parametrize(
    "cell",
    [
        b'<c r="XFD1048576"><v>1</v></c>',
        b"<c r='XFD1048576'><v>1</v></c>",
        b'<c s="0" r = "xfd1048576"><v>1</v></c>',
    ],
)
def test_a_cell_far_outside_is_refused_before_the_memory_is_full(plain: Path, cell: bytes) -> None:
    xml = unpacked(plain.read_bytes())[SHEET]
    far = xml.replace(b"</sheetData>", b'<row r="1048576">' + cell + b"</row></sheetData>")

    assert refusal(with_part(plain, SHEET, far)) == (
        "The sheet reaches to row 1048576 and column 16384. Delete the cells far outside the table."
    )


@pytest.mark.parametrize("part", [SHEET, "xl/sharedStrings.xml", "xl/media/picture.png"])
def test_an_archive_that_unpacks_to_very_much_is_refused(plain: Path, part: str) -> None:
    bomb = with_part(plain, part, b" " * 70_000_000)

    assert refusal(bomb) == (
        "The workbook unpacks to far more than a table needs. Copy the cells into a new workbook."
    )


def test_an_archive_that_lies_about_its_size_is_refused(plain: Path) -> None:
    parts = unpacked(plain.read_bytes())
    xml = parts[SHEET] + b" " * 30_000_000
    content = bytearray(packed(parts | {SHEET: xml}))
    size = len(xml).to_bytes(4, "little")

    liar = content.replace(size, len(parts[SHEET]).to_bytes(4, "little"))
    plain.write_bytes(liar)

    assert refusal(plain) == "The workbook is damaged or cut off. Save it again as .xlsx."


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/sharedStrings.xml"])
@pytest.mark.parametrize(
    "evil",
    [b'<!DOCTYPE x [<!ENTITY a "aaaa">]>', " \U0001f600".encode("utf-16-le")],
    ids=["entities", "another encoding"],
)
def test_what_excel_never_writes_is_refused(plain: Path, part: str, evil: bytes) -> None:
    xml = unpacked(plain.read_bytes())[part]

    assert refusal(with_part(plain, part, evil + xml)) == (
        "The workbook holds things that Excel never writes. Copy the cells into a new workbook."
    )


def test_very_many_parts_are_refused(plain: Path) -> None:
    parts = unpacked(plain.read_bytes())
    plain.write_bytes(packed(parts | {f"xl/media/{number}.png": b"" for number in range(200)}))

    assert refusal(plain).startswith("The workbook unpacks to far more")


@pytest.mark.parametrize("kept", [100, 1000, 4000])
def test_a_workbook_that_is_cut_off_is_told(plain: Path, kept: int) -> None:
    plain.write_bytes(plain.read_bytes()[:kept])

    assert refusal(plain) == "The workbook is damaged or cut off. Save it again as .xlsx."


def test_an_archive_that_is_no_workbook_is_told(tmp_path: Path) -> None:
    file = tmp_path / "facts.xlsx"
    file.write_bytes(packed({"hello.txt": b"hello"}))

    assert refusal(file).endswith("Save it again as .xlsx.")


@pytest.mark.parametrize(
    "cell",
    [
        '<c t="s"><v>0</v></c>',
        '<c t="s"><f>1</f><v> 000000000000000000000000000 </v></c>',
        '<c t="&#115;"><v><q/>0</v></c>',
    ],
)
def test_one_long_text_in_very_many_cells_is_refused_before_the_memory_is_full(
    plain: Path, cell: str
) -> None:
    texts = '<sst xmlns="{}"><si><t>{}</t></si></sst>'.format(MAIN, "B" * 100_000)
    rows = "".join(f"<row>{cell}</row>" for _ in range(2000))
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    with_part(plain, "xl/sharedStrings.xml", texts.encode())
    with_part(plain, SHEET, sheet.encode())

    assert refusal(plain).startswith("The workbook holds far more text than a table needs.")
