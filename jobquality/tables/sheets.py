"""Read a table from a file as text, cell by cell, and guess at nothing.

A spreadsheet library's own reading loses things: an employer called `NA` becomes nothing,
`01234` becomes a number, a short row is filled up in silence. Here every cell stays what
was written, and what is doubtful is a fault with its line.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from jobquality.errors import Fault, FaultsError
from jobquality.tables.parquet import read_parquet_rows
from jobquality.tables.workbooks import read_workbook_rows

MOST_BYTES = 64 * 1024 * 1024
_WAYS = "CSV (.csv), Excel (.xlsx) and Parquet (.parquet)"
_ZIP, _PARQUET = b"PK\x03\x04", b"PAR1"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One row: the 1-based line (in a workbook, the row) and its cells as text."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table; every row has as many cells as the header, and no name stands twice."""

    name: str
    header: tuple[str, ...]
    rows: tuple[SheetRow, ...]


def read_sheet(path: Path) -> Sheet:
    """Return the table in a file.

    Raises:
        FaultsError: no such file, not a table, or a table that could be misread.
    """
    content = _read_bytes(path)
    readers = {".csv": _csv_rows, ".xlsx": read_workbook_rows, ".parquet": read_parquet_rows}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise _fault(f"'{path.name}' is not a table we can read.", f"We read {_WAYS}.")
    _check_kind(path, content)
    return _sheet(path.name, [SheetRow(line=line, cells=cells) for line, cells in reader(content)])


def _read_bytes(path: Path) -> bytes:
    if path.is_dir():
        raise _fault(f"'{path}' is a folder, not a file.", "Name the file in it.")
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _fault(f"'{path.name}' is larger than {MOST_BYTES >> 20} MB.", "Split it.")
        content = path.read_bytes()
    except FileNotFoundError:
        raise _fault(f"There is no file '{path}'.") from None
    except OSError as error:
        raise _fault(f"'{path}' cannot be read: {error.strerror}.") from None
    if not content.strip():
        raise _fault(f"'{path.name}' is empty.", "The first line must name the columns.")
    return content


def _check_kind(path: Path, content: bytes) -> None:
    suffix = path.suffix.lower()
    if suffix == ".csv" and content.startswith((_ZIP, _PARQUET)):
        kind = "an Excel workbook" if content.startswith(_ZIP) else "a Parquet file"
        raise _fault(f"'{path.name}' looks like {kind}, not CSV.", "Rename it, or save it as CSV.")
    if suffix == ".xlsx" and not content.startswith(_ZIP):
        raise _fault(
            f"'{path.name}' is not an Excel workbook; it looks like text.",
            "Rename it to .csv, or save it as .xlsx.",
        )
    if suffix == ".parquet" and not content.startswith(_PARQUET):
        raise _fault(f"'{path.name}' is not a Parquet file.")


def _csv_rows(content: bytes) -> Iterator[tuple[int, tuple[str, ...]]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise _fault(
            "This line is not UTF-8 text.", "Save the file as 'CSV UTF-8'.", line
        ) from None
    # Excel in Spanish writes semicolons; only the header decides, so no answer is ever split.
    header = text.split("\n", 1)[0]
    separator = ";" if ";" in header and "," not in header else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    first = 1
    try:
        for cells in reader:
            yield first, tuple(cells)
            first = reader.line_num + 1
    except csv.Error as error:
        raise _fault(
            f"This line is not well-formed CSV: {error}.", "Look at its quotes.", first
        ) from None


def _sheet(name: str, rows: list[SheetRow]) -> Sheet:
    filled = [row for row in rows if any(cell.strip() for cell in row.cells)]
    if not filled:
        raise _fault(f"'{name}' is empty.", "The first line must name the columns.")
    head, *body = filled
    header = tuple(cell.strip() for cell in head.cells)
    faults = [*_header_faults(head.line, header), *_width_faults(header, body)]
    if faults:
        raise FaultsError(faults)
    return Sheet(name=name, header=header, rows=tuple(body))


def _header_faults(line: int, header: tuple[str, ...]) -> Iterator[Fault]:
    for position, name in enumerate(header, start=1):
        if not name:
            yield Fault(
                message=f"Column {position} has no name.",
                line=line,
                remedy="Name it, or delete it.",
            )
        elif name in header[: position - 1]:
            yield Fault(message=f"The column '{name}' stands twice.", line=line, remedy="Keep one.")


def _width_faults(header: tuple[str, ...], rows: Iterable[SheetRow]) -> Iterator[Fault]:
    for row in rows:
        if len(row.cells) != len(header):
            message = f"This row has {len(row.cells)} cells, but there are {len(header)} columns."
            yield Fault(
                message=message, line=row.line, remedy="Put quotes around texts with a comma."
            )


def _fault(message: str, remedy: str = "", line: int | None = None) -> FaultsError:
    return FaultsError([Fault(message=message, remedy=remedy, line=line)])
