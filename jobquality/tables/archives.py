"""Open an Excel workbook's archive; refuse the ones that are built to fill the memory."""

import io
import re
import zipfile
from collections.abc import Mapping

from jobquality.errors import Fault, FaultsError

_MOST_ENTRIES = 200
_MOST_UNPACKED = 64 * 1024 * 1024
_MOST_RATIO = 50
_RATIO_MATTERS_FROM = 8 * 1024 * 1024
_MOST_CELLS = 5_000_000
_REFERENCE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{0,3})(\d{1,7})["']""")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
#: Pictures, comments and the like hold no facts.
_READ = re.compile(
    r"\[content_types\]\.xml|_rels/.*|xl/([^/]+\.xml|_rels/.*|worksheets/.*)", re.IGNORECASE
)


def open_archive(content: bytes) -> Mapping[str, bytes]:
    """Return the parts of a workbook that hold its cells, by name.

    Raises:
        FaultsError: it is damaged, or would unpack to far more than a table needs.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_sizes(archive.infolist(), len(content))
            parts = {
                entry.filename: archive.read(entry)
                for entry in archive.infolist()
                if _READ.fullmatch(entry.filename)
            }
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError):
        raise _fault("The workbook is damaged or cut off.", "Save it again as .xlsx.") from None
    for name, xml in parts.items():
        _check_xml(xml)
        if _SHEET.fullmatch(name):
            _check_extent(xml)
    return parts


def packed(parts: Mapping[str, bytes]) -> io.BytesIO:
    """Return the parts as an archive again: what a reader sees is what was measured here."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, xml in parts.items():
            archive.writestr(name, xml)
    out.seek(0)
    return out


def _check_sizes(entries: list[zipfile.ZipInfo], size: int) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    is_dense = unpacked > _RATIO_MATTERS_FROM and unpacked > _MOST_RATIO * size
    if len(entries) > _MOST_ENTRIES or unpacked > _MOST_UNPACKED or is_dense:
        raise _fault(
            "The workbook unpacks to far more than a table needs.",
            "Copy the cells into a new workbook.",
        )


def _check_xml(xml: bytes) -> None:
    # A zero byte is UTF-16, in which the searches below would find nothing.
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml or b"\0" in xml:
        raise _fault(
            "The workbook holds things that Excel never writes.",
            "Copy the cells into a new workbook.",
        )


def _check_extent(xml: bytes) -> None:
    columns = rows = 1
    for letters, digits in _REFERENCE.findall(xml):
        columns = max(columns, column_number(letters))
        rows = max(rows, int(digits))
    if columns * rows > _MOST_CELLS or xml.count(b"<c") > _MOST_CELLS:
        raise _fault(
            f"The sheet reaches to row {rows} and column {columns}.",
            "Delete the cells far outside the table.",
        )


def column_number(letters: bytes) -> int:
    """Return the number of a column, from 1: `A` is 1, `AA` is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def _fault(message: str, remedy: str) -> FaultsError:
    return FaultsError([Fault(message=message, remedy=remedy)])
