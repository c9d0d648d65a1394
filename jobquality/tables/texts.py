"""How much text the cells of a workbook hold: each names a text that is written down once.

A file of 64 KB can so hold gigabytes, without anything in it that looks packed too densely.
"""

import io
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, iterparse

from jobquality.errors import Fault, FaultsError

#: In characters: as much as a table of plain text may weigh.
MOST_TEXT = 64 * 1024 * 1024
_SHEETS = "xl/worksheets/"


def check_texts(parts: Mapping[str, bytes]) -> None:
    """Be quiet where no sheet holds far more text than a table needs.

    The parts were looked through before: they hold no entities that could grow.

    Raises:
        FaultsError: one does.
        ParseError: a part is no XML.
        ValueError: a cell names its text by what is no number.
    """
    lengths = [length for xml in parts.values() if _is_list(xml) for length in _lengths(xml)]
    for name, xml in parts.items():
        if not name.lower().startswith(_SHEETS) or not lengths:
            continue
        cells = xml.count(b"<c") + xml.count(b":c")
        if cells * max(lengths) > MOST_TEXT and sum(_used(xml, lengths)) > MOST_TEXT:
            message = "The workbook holds far more text than a table needs."
            remedy = "Copy the cells into a new workbook."
            raise FaultsError([Fault(message=message, remedy=remedy)])


def _is_list(xml: bytes) -> bool:
    return b"<sst" in xml or b":sst" in xml


def _lengths(xml: bytes) -> Iterator[int]:
    """Yield how long each text is, in the order in which cells count them."""
    for element in _ended(xml, "si"):
        yield sum(map(len, element.itertext()))


def _used(xml: bytes, lengths: list[int]) -> Iterator[int]:
    """Yield the length of the text that each cell names."""
    for cell in _ended(xml, "c"):
        for value in cell if cell.get("t") == "s" else ():
            if _is(value, "v"):
                number = int("".join(value.itertext()).strip() or "0")
                yield lengths[number] if 0 <= number < len(lengths) else 0


def _ended(xml: bytes, tag: str) -> Iterator[Element]:
    for _event, element in iterparse(io.BytesIO(xml)):  # noqa: S314  # entities were refused
        if _is(element, tag):
            yield element
            element.clear()


def _is(element: Element, tag: str) -> bool:
    """Say whether an element is of that kind, whatever its namespace is called."""
    return element.tag.rpartition("}")[2] == tag
