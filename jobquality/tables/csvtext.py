"""CSV, read and written so that a table comes back as it was and no spreadsheet runs it."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from jobquality.errors import Fault, FaultsError

Record = Mapping[str, str]
#: A spreadsheet runs a cell that starts so as a formula; the wide forms run in East Asia.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # noqa: RUF001  # meant
_QUOTE = "'"


def read_csv_rows(content: bytes) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield every row with the line it starts on.

    Raises:
        FaultsError: a line is not UTF-8, or its quotes do not close.
    """
    text = _decode(content)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text), strict=True)
    first = 1
    try:
        for cells in reader:
            yield first, tuple(map(plain, cells))
            first = reader.line_num + 1
    except csv.Error as error:
        message = f"The row that starts here is not well-formed CSV: {error}."
        raise _fault(message, "Look for a quote that is not closed.", first) from None


def _decode(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        message = "This line is not UTF-8 text."
        raise _fault(message, "Save the file as 'CSV UTF-8'.", line) from None


def separator_of(text: str) -> str:
    """Return what the header is parted with; Excel in Spanish writes semicolons."""
    # Only the header decides, so no answer is ever split.
    header = next(iter(text.splitlines()), "")
    return ";" if ";" in header and "," not in header else ","


def csv_text(records: Sequence[Record], columns: Sequence[str], *, numbers: Sequence[str]) -> str:
    """Return CSV; texts that a spreadsheet would run start with an apostrophe.

    `numbers` are the columns that hold plain numbers, which keep their sign.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    # Left to itself, the library puts no quotes around a carriage return (Python 3.11).
    careful = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerow(columns)
    for record in records:
        cells = [record[name] if name in numbers else harmless(record[name]) for name in columns]
        (careful if any("\r" in cell for cell in cells) else writer).writerow(cells)
    return out.getvalue()


def csv_of_columns(columns: Mapping[str, Sequence[str]], *, numbers: Sequence[str]) -> str:
    """Return the same CSV as `csv_text` of texts without a carriage return, by columns."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    cells = (one if name in numbers else _all_harmless(one) for name, one in columns.items())
    writer.writerows(zip(*cells, strict=True))
    return out.getvalue()


def _all_harmless(texts: Sequence[str]) -> list[str]:
    known = {text: harmless(text) for text in set(texts)}
    return [known[text] for text in texts]


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula; `plain` gives it back."""
    if text[:1].isalnum():
        return text
    return _QUOTE + text if text.startswith(_FORMULA) or plain(text) != text else text


def plain(text: str) -> str:
    """Return a text without the apostrophe that only keeps a spreadsheet from running it."""
    is_kept = text.startswith(_QUOTE) and text[1:].startswith((*_FORMULA, _QUOTE))
    return text[1:] if is_kept else text


def _fault(message: str, remedy: str, line: int) -> FaultsError:
    return FaultsError([Fault(message=message, remedy=remedy, line=line)])
