"""Read an Excel workbook as text; refuse the ones that are built to fill the memory."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import python_calamine

from jobquality.errors import Fault, FaultsError

_MOST_ENTRIES = 200
_MOST_UNPACKED = 64 * 1024 * 1024
_MOST_RATIO = 50
_RATIO_MATTERS_FROM = 8 * 1024 * 1024
_MOST_CELLS = 5_000_000
_REFERENCE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")

Cell = int | float | str | bool | time | date | datetime | timedelta


def read_workbook_rows(content: bytes) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the rows of the one sheet with facts, each with its number.

    Raises:
        FaultsError: it is no workbook, a bomb, or it has several sheets and none is `facts`.
    """
    _check_archive(content)
    try:
        workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        name = _choose(workbook.sheet_names)
        sheet = workbook.get_sheet_by_name(name)
        rows = sheet.to_python(skip_empty_area=False)
    except python_calamine.CalamineError as error:
        raise _fault(f"The workbook cannot be read: {error}.", "Save it again as .xlsx.") from None
    for number, cells in enumerate(rows, start=1):
        yield number, tuple(_text(cell) for cell in cells)


def _choose(names: list[str]) -> str:
    if len(names) == 1:
        return names[0]
    facts = [name for name in names if name.lower() == "facts"]
    if facts:
        return facts[0]
    raise _fault(
        f"The workbook has {len(names)} sheets: {', '.join(names)}.",
        "Keep one, or call the right one 'facts'.",
    )


def _check_archive(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_sizes(archive.infolist(), len(content))
            for entry in archive.infolist():
                if _SHEET.fullmatch(entry.filename):
                    _check_extent(archive.read(entry))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError):
        raise _fault("The workbook is damaged or cut off.", "Save it again as .xlsx.") from None


def _check_sizes(entries: list[zipfile.ZipInfo], packed: int) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    is_dense = unpacked > _RATIO_MATTERS_FROM and unpacked > _MOST_RATIO * packed
    if len(entries) > _MOST_ENTRIES or unpacked > _MOST_UNPACKED or is_dense:
        raise _fault(
            "The workbook unpacks to far more than it should.",
            "Copy the cells into a new workbook.",
        )


def _check_extent(xml: bytes) -> None:
    if b"<!DOCTYPE" in xml[:4096]:
        raise _fault("The workbook holds a document type, which Excel never writes.")
    columns = rows = 0
    for letters, digits in _REFERENCE.findall(xml):
        columns = max(columns, _column_number(letters))
        rows = max(rows, int(digits))
    if columns * rows > _MOST_CELLS:
        raise _fault(
            f"The sheet reaches to row {rows} and column {columns}.",
            "Delete the cells far outside the table.",
        )


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _text(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        # Excel keeps 15 digits; more are noise of its binary numbers (0.1 + 0.2).
        return f"{Decimal(f'{cell:.15g}'):f}"
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _fault(message: str, remedy: str = "") -> FaultsError:
    return FaultsError([Fault(message=message, remedy=remedy)])
