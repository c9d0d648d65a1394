"""Read a table from a file as text, cell by cell, and guess at nothing.

A spreadsheet library's own reading loses things: an employer called `NA` becomes nothing,
`01234` becomes a number, a short row is filled up in silence. Here every cell stays what
was written, and what is doubtful is a fault with its line.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from jobquality.errors import Fault, FaultsError
from jobquality.tables.csvtext import read_csv_rows

MOST_BYTES = 64 * 1024 * 1024
_WAYS = "CSV (.csv), Excel (.xlsx) and Parquet (.parquet)"
#: What the kinds of files start with, which no table of text does.
_KINDS = {
    b"PK\x03\x04": ("an Excel workbook", ".xlsx"),
    b"PAR1": ("a Parquet file", ".parquet"),
    b"\xd0\xcf\x11\xe0": ("an old Excel file (.xls), or one with a password", ""),
}
_SENT = (".csv", ".xlsx")
Rows = Iterator[tuple[int, tuple[str, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One row: the 1-based line (in a workbook, the row) and its cells as text."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table with a header of its own; no name stands twice, no row is empty.

    `line` is that of the header. A row may have more or fewer cells than the header.
    """

    name: str
    line: int
    header: tuple[str, ...]
    rows: tuple[SheetRow, ...]

    def numbered(self) -> Rows:
        """Yield the header and every row, each with its line."""
        yield self.line, self.header
        for row in self.rows:
            yield row.line, row.cells


def read_sheet(path: Path) -> Sheet:
    """Return the table in a file.

    Raises:
        FaultsError: no such file, not a table, or a table that could be misread.
    """
    reader = _reader(path)
    content = _read_bytes(path)
    _check_kind(path, content)
    return _sheet(path.name, [SheetRow(line=line, cells=cells) for line, cells in reader(content)])


def read_sent(name: str, content: bytes) -> Sheet:
    """Return the table in a file that somebody sent: CSV or Excel, by the name it came under.

    Raises:
        FaultsError: it is empty, not what its name says, or a table that could be misread.
    """
    path = Path(name)
    if path.suffix.lower() not in _SENT:
        raise _fault("This is not a table we can read.", f"We read {' and '.join(_SENT)}.")
    if not content.strip():
        raise _empty(path.name)
    _check_kind(path, content)
    rows = _reader(path)(content)
    return _sheet(path.name, [SheetRow(line=line, cells=cells) for line, cells in rows])


def _reader(path: Path) -> Callable[[bytes], Rows]:
    ending = path.suffix.lower()
    if ending == ".xlsx":
        from jobquality.tables.workbooks import read_workbook_rows as read  # noqa: PLC0415
    elif ending == ".parquet":
        # pyarrow takes half a second to import, which CSV should not wait for.
        from jobquality.tables.parquet import read_parquet_rows as read  # noqa: PLC0415
    elif ending == ".csv":
        read = read_csv_rows
    else:
        raise _fault(f"'{path.name}' is not a table we can read.", f"We read {_WAYS}.")
    return read


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
        raise _empty(path.name)
    return content


def _check_kind(path: Path, content: bytes) -> None:
    ending = path.suffix.lower()
    kind, right = next(
        (kind for start, kind in _KINDS.items() if content.startswith(start)), ("text", ".csv")
    )
    if right == ending:
        return
    remedy = f"Rename it to {right}, or save it as {ending}." if right else "Save it as .xlsx."
    raise _fault(f"'{path.name}' ends in {ending}, but looks like {kind}.", remedy)


def _sheet(name: str, rows: list[SheetRow]) -> Sheet:
    filled = [row for row in rows if any(cell.strip() for cell in row.cells)]
    if not filled:
        raise _empty(name)
    head, *body = _without_empty_columns(filled)
    header = tuple(cell.strip() for cell in head.cells)
    faults = list(_header_faults(head.line, header))
    if faults:
        raise FaultsError(faults)
    return Sheet(name=name, line=head.line, header=header, rows=tuple(body))


def _without_empty_columns(rows: list[SheetRow]) -> list[SheetRow]:
    """Cut off columns on the right in which nothing stands: Excel keeps them once used."""
    width = len(rows[0].cells)
    if any(len(row.cells) != width for row in rows):
        return rows
    while not any(row.cells[width - 1].strip() for row in rows):
        width -= 1
    return [SheetRow(line=row.line, cells=row.cells[:width]) for row in rows]


def _header_faults(line: int, header: tuple[str, ...]) -> Iterator[Fault]:
    for position, name in enumerate(header, start=1):
        if not name:
            message = f"Column {position} has no name."
            yield Fault(message=message, line=line, remedy="Name it, or delete it.")
        elif name in header[: position - 1]:
            message = f"The column '{name}' stands twice."
            yield Fault(message=message, line=line, remedy="Keep one.")


def _empty(name: str) -> FaultsError:
    return _fault(f"'{name}' is empty.", "The first line must name the columns.")


def _fault(message: str, remedy: str = "") -> FaultsError:
    return FaultsError([Fault(message=message, remedy=remedy)])
