"""What Excel shows in a cell when that is not what the cell holds: percents and formulas."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element, fromstring, iterparse

from jobquality.tables.archives import column_number

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
#: The formats 0% and 0.00% that every workbook has.
_PERCENTS = {"9", "10"}
Place = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class CellMarks:
    """Cells by row and column, both from 0.

    `percents` hold 0.6 and show 60%; `unsolved` hold a formula without its result.
    """

    percents: frozenset[Place]
    unsolved: tuple[Place, ...]


def find_marks(parts: Mapping[str, bytes], name: str) -> CellMarks:
    """Return what to know about the cells of the sheet of that name.

    The parts were looked through before: they hold no entities that could grow.
    """
    xml = parts.get(_part_of(parts, name), b"")
    styles = _percent_styles(parts.get("xl/styles.xml", b""))
    if not styles and b"<f" not in xml and b":f" not in xml:
        return CellMarks(percents=frozenset(), unsolved=())
    marked = list(_marked(xml, styles))
    return CellMarks(
        percents=frozenset(place for place, is_percent in marked if is_percent),
        unsolved=tuple(place for place, is_percent in marked if not is_percent),
    )


def _part_of(parts: Mapping[str, bytes], name: str) -> str:
    book = fromstring(parts["xl/workbook.xml"])  # noqa: S314  # entities were refused
    ids = [sheet.get(_ID) for sheet in book.iter(f"{_MAIN}sheet") if sheet.get("name") == name]
    links = fromstring(parts.get("xl/_rels/workbook.xml.rels", b"<none/>"))  # noqa: S314  # same
    targets = [link.get("Target", "") for link in links if link.get("Id") in ids]
    return "xl/" + targets[0].removeprefix("/xl/") if targets else ""


def _percent_styles(xml: bytes) -> frozenset[str]:
    """Return the numbers of the styles that show a percent."""
    if b"%" not in xml and not any(f'"{code}"'.encode() in xml for code in _PERCENTS):
        return frozenset()
    root = fromstring(xml)  # noqa: S314  # entities were refused
    own = {
        code.get("numFmtId")
        for code in root.iter(f"{_MAIN}numFmt")
        if "%" in code.get("formatCode", "")
    }
    used = root.find(f"{_MAIN}cellXfs")
    styles = enumerate(used if used is not None else ())
    return frozenset(str(i) for i, style in styles if style.get("numFmtId") in own | _PERCENTS)


def _marked(xml: bytes, styles: frozenset[str]) -> Iterator[tuple[Place, bool]]:
    """Yield cells with whether they show a percent; the others wait for their result."""
    row = column = -1
    events = iterparse(io.BytesIO(xml), events=("start", "end"))  # noqa: S314  # same
    for event, element in events:
        if element.tag == f"{_MAIN}row":
            row, column = (_row(element, row) if event == "start" else row), -1
            if event == "end":
                element.clear()
        elif element.tag == f"{_MAIN}c" and event == "end":
            column = _column(element, column)
            mark = _mark(element, styles)
            if mark is not None:
                yield (row, column), mark


def _row(element: Element, before: int) -> int:
    return int(element.get("r", before + 2)) - 1


def _column(element: Element, before: int) -> int:
    letters = element.get("r", "").rstrip("0123456789")
    return column_number(letters.encode()) - 1 if letters else before + 1


def _mark(cell: Element, styles: frozenset[str]) -> bool | None:
    has_value = bool(cell.findtext(f"{_MAIN}v"))
    if not has_value and cell.get("t") != "str" and cell.find(f"{_MAIN}f") is not None:
        return False
    is_number = cell.get("t", "n") == "n" and has_value
    return True if is_number and cell.get("s") in styles else None
