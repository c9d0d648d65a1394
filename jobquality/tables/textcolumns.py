"""A plain CSV file as columns of text, each distinct text once: for files with many rows.

Only files that every reader of CSV reads alike are read here. What is doubtful in any way is
left to `read_sheet`, which goes cell by cell and names what is wrong.
"""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv as pacsv
from numpy.typing import NDArray

from jobquality.tables.csvtext import plain, separator_of

#: Larger files are left alone; the columns of one take about as much memory as the file.
MOST_BYTES = 512 * 1024 * 1024
#: The longest cell that the csv module reads.
_LONGEST = 131_072
_BOM = b"\xef\xbb\xbf"
_QUOTED = re.compile(rb'"[^"\r\n]*"')
_BLOCK = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class TextColumn:
    """One column: `texts` are its distinct cells, `codes` tells which stands in each row."""

    texts: tuple[str, ...]
    codes: NDArray[np.int32]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextColumns:
    """The columns of a table by their names, in the order of the file, without empty rows."""

    columns: Mapping[str, TextColumn]
    size: int


def read_text_columns(path: Path) -> TextColumns | None:
    """Return the columns of a CSV file, or None where it has to be read cell by cell."""
    try:
        if path.suffix.lower() != ".csv" or path.stat().st_size > MOST_BYTES:
            return None
        content = path.read_bytes().removeprefix(_BOM)
    except OSError:
        return None
    header = _header(content)
    if header is None or not _is_plain(content, header[0]):
        return None
    return _columns(content, *header)


def _header(content: bytes) -> tuple[str, tuple[str, ...]] | None:
    """Return what parts the cells, and the names of the columns."""
    line = content[: content.find(b"\n") + 1]
    try:
        text = line.decode()
    except UnicodeDecodeError:
        return None
    separator = separator_of(text)
    names = next(csv.reader([text], delimiter=separator), [])
    header = tuple(plain(name).strip() for name in names)
    is_whole = all(header) and len(set(header)) == len(header) and '"' not in text
    return (separator, header) if header and is_whole else None


def _is_plain(content: bytes, separator: str) -> bool:
    """Say whether line ends and quotes leave no doubt about what is a cell."""
    if b"\0" in content or content.count(b"\r") != content.count(b"\r\n"):
        return False
    quotes = content.count(b'"')
    if not quotes:
        return True
    before, after = separator.encode() + b"\n", separator.encode() + b"\r\n"
    cells = 0
    for match in _QUOTED.finditer(content):
        cells += 1
        start, end = match.span()
        if content[start - 1] not in before or (end < len(content) and content[end] not in after):
            return False
    return 2 * cells == quotes


def _columns(content: bytes, separator: str, header: tuple[str, ...]) -> TextColumns | None:
    kinds = {name: pa.dictionary(pa.int32(), pa.string()) for name in header}
    try:
        table = pacsv.read_csv(
            pa.BufferReader(content),
            read_options=pacsv.ReadOptions(
                column_names=list(header), skip_rows=1, block_size=_BLOCK
            ),
            parse_options=pacsv.ParseOptions(delimiter=separator),
            convert_options=pacsv.ConvertOptions(column_types=kinds, strings_can_be_null=False),
        )
    except pa.ArrowInvalid:
        return None
    columns = {name: _column(table.column(name)) for name in header}
    longest = max((len(text) for one in columns.values() for text in one.texts), default=0)
    if longest > _LONGEST:
        return None
    return TextColumns(columns=columns, size=table.num_rows)


def _column(chunks: pa.ChunkedArray) -> TextColumn:
    """Return a column with its cells as `read_sheet` gives them, without blanks around."""
    whole = chunks.unify_dictionaries().combine_chunks()
    if isinstance(whole, pa.ChunkedArray):
        whole = whole.chunk(0) if whole.num_chunks else pa.array([], whole.type)
    texts = [plain(text).strip() for text in whole.dictionary.to_pylist()]
    codes = _numbers(whole.indices)
    places: dict[str, int] = {}
    table = np.array([places.setdefault(one, len(places)) for one in texts], dtype=np.int32)
    is_same = len(places) == len(texts)
    return TextColumn(texts=tuple(places), codes=codes if is_same else table[codes])


def _numbers(codes: pa.Array) -> NDArray[np.int32]:
    """Return whole numbers without gaps; Arrow's own way loads pandas first."""
    bits = codes.buffers()[1]
    if bits is None or not len(codes):
        return np.empty(0, dtype=np.int32)
    return np.frombuffer(bits, dtype=np.int32, count=len(codes), offset=4 * codes.offset)
