"""Write a table of text and numbers as CSV, Excel or Parquet: whole, or not at all."""

import os
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from jobquality.errors import Fault, FaultsError
from jobquality.tables.csvtext import Record, csv_text

#: What one Excel sheet holds, the header included.
_MOST_EXCEL_ROWS = 1_048_576
_NEW_FILE = 0o644


def check_target(path: Path) -> None:
    """Be quiet when a table can be written there.

    Raises:
        FaultsError: the ending is not known, or there is no such folder.
    """
    _check_ending(path, tuple(_WRITERS))
    _check_place(path)


def _check_ending(path: Path, endings: Sequence[str]) -> None:
    if path.suffix.lower() not in endings:
        raise _fault(f"We cannot write '{path.name}'.", f"Use {_or(endings)}.")


def _check_place(path: Path) -> None:
    if path.is_dir():
        raise _fault(f"'{path}' is a folder, not a file.", "Name a file in it.")
    if not path.parent.is_dir():
        raise _fault(f"There is no folder '{path.parent}'.", "Make it first.")


def write_table(
    path: Path, records: Sequence[Record], columns: Sequence[str], *, numbers: Sequence[str]
) -> None:
    """Write the table in the form that the file's ending names.

    `numbers` are the columns that hold numbers.

    Raises:
        FaultsError: the place cannot be written, or the table does not fit into the form.
    """
    check_target(path)
    _replace(path, _WRITERS[path.suffix.lower()](records, columns, numbers))


def write_csv(path: Path, text: str) -> None:
    """Write a table that is CSV already.

    Raises:
        FaultsError: the place cannot be written.
    """
    check_target(path)
    _replace(path, text.encode())


def write_whole(path: Path, content: bytes, *, ending: str) -> None:
    """Write a finished file: whole, or not at all.

    Raises:
        FaultsError: the name has another ending, or the place cannot be written.
    """
    _check_ending(path, (ending,))
    _check_place(path)
    _replace(path, content)


def _csv(records: Sequence[Record], columns: Sequence[str], numbers: Sequence[str]) -> bytes:
    return csv_text(records, columns, numbers=numbers).encode()


def _xlsx(records: Sequence[Record], columns: Sequence[str], numbers: Sequence[str]) -> bytes:
    if len(records) >= _MOST_EXCEL_ROWS:
        message = f"The scores have {len(records)} rows; Excel holds {_MOST_EXCEL_ROWS - 1}."
        raise _fault(message, "Write .csv or .parquet, or fewer --nodes.")
    from jobquality.tables.frames import frame_of, xlsx_bytes  # noqa: PLC0415  # pandas is slow

    return xlsx_bytes(frame_of(records, columns, numbers=numbers))


def _parquet(records: Sequence[Record], columns: Sequence[str], numbers: Sequence[str]) -> bytes:
    from jobquality.tables.frames import frame_of, parquet_bytes  # noqa: PLC0415  # pandas is slow

    return parquet_bytes(frame_of(records, columns, numbers=numbers))


_Writer = Callable[[Sequence[Record], Sequence[str], Sequence[str]], bytes]
_WRITERS: dict[str, _Writer] = {".csv": _csv, ".xlsx": _xlsx, ".parquet": _parquet}


def _replace(path: Path, content: bytes) -> None:
    """Put the file in place in one step, so that a full disk leaves the old one whole."""
    target = path.resolve()
    try:
        part = _write_beside(target, content)
        try:
            part.chmod(target.stat().st_mode if target.exists() else _NEW_FILE)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise _fault(f"'{path}' cannot be written: {error.strerror}.") from None


def _write_beside(target: Path, content: bytes) -> Path:
    number, name = tempfile.mkstemp(dir=target.parent, prefix=".jobquality-")
    part = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        part.unlink()
        raise
    return part


def _or(words: Sequence[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} or {last}" if first else last


def _fault(message: str, remedy: str = "") -> FaultsError:
    return FaultsError([Fault(message=message, remedy=remedy)])
