"""Write a table of text and numbers as CSV, Excel or Parquet: whole, or not at all."""

import csv
import io
import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pandas as pd

from jobquality.errors import Fault, FaultsError

Record = Mapping[str, str]
#: A spreadsheet runs a cell that starts so as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_text(records: Sequence[Record], columns: Sequence[str], *, numbers: Sequence[str]) -> str:
    """Return CSV; texts that a spreadsheet would run start with an apostrophe.

    `numbers` are the columns that hold plain numbers, which keep their sign.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for record in records:
        writer.writerow(
            record[name] if name in numbers else harmless(record[name]) for name in columns
        )
    return out.getvalue()


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula; nothing is lost."""
    return f"'{text}" if text.startswith((*_FORMULA, "'")) else text


def write_table(
    path: Path, records: Sequence[Record], columns: Sequence[str], *, numbers: Sequence[str]
) -> None:
    """Write the table in the form that the file's ending names.

    Raises:
        FaultsError: the ending is not known, or the place cannot be written.
    """
    writers: dict[str, Callable[[], bytes]] = {
        ".csv": lambda: csv_text(records, columns, numbers=numbers).encode(),
        ".xlsx": lambda: _xlsx(_frame(records, columns, numbers)),
        ".parquet": lambda: _parquet(_frame(records, columns, numbers)),
    }
    writer = writers.get(path.suffix.lower())
    if writer is None:
        message = f"We cannot write '{path.name}'."
        raise FaultsError(
            [Fault(message=message, remedy=f"Use an ending of {', '.join(writers)}.")]
        )
    _replace(path, writer())


def _frame(
    records: Sequence[Record], columns: Sequence[str], numbers: Sequence[str]
) -> pd.DataFrame:
    frame = pd.DataFrame(records, columns=list(columns), dtype="str")
    for name in numbers:
        frame[name] = pd.to_numeric(frame[name].replace("", None))
    return frame


def _xlsx(frame: pd.DataFrame) -> bytes:
    out = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with pd.ExcelWriter(out, engine="xlsxwriter", engine_kwargs={"options": options}) as writer:
        frame.to_excel(writer, index=False, sheet_name="scores", freeze_panes=(1, 1))
    return out.getvalue()


def _parquet(frame: pd.DataFrame) -> bytes:
    return frame.to_parquet(None, index=False)


def _replace(path: Path, content: bytes) -> None:
    """Put the file in place in one step, so that a full disk leaves the old one whole."""
    try:
        with tempfile.NamedTemporaryFile(
            dir=path.parent, prefix=".jobquality-", delete=False
        ) as part:
            part.write(content)
            part.flush()
            os.fsync(part.fileno())
        Path(part.name).chmod(0o644)
        Path(part.name).replace(path)
    except OSError as error:
        message = f"'{path}' cannot be written: {error.strerror}."
        raise FaultsError([Fault(message=message)]) from None
