"""Read an Excel workbook as text."""

from collections.abc import Iterator
from xml.etree.ElementTree import ParseError

import python_calamine

from jobquality.errors import Fault, FaultsError, check_faults
from jobquality.tables.archives import open_archive, packed
from jobquality.tables.cells import cell_text
from jobquality.tables.formats import CellMarks, Place, find_marks
from jobquality.tables.texts import check_texts

_FACTS = "facts"


def read_workbook_rows(content: bytes) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the rows of the one sheet with facts, each with its number.

    Raises:
        FaultsError: it is no workbook, a bomb, or it has several sheets and none is `facts`.
    """
    parts = open_archive(content)
    try:
        check_texts(parts)
        workbook = python_calamine.CalamineWorkbook.from_filelike(packed(parts))
        name = _choose(workbook.sheet_names)
        rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
        marks = find_marks(parts, name)
    except (python_calamine.CalamineError, ParseError, ValueError, KeyError, OSError) as error:
        raise _fault(f"The workbook cannot be read: {error}.", "Save it again as .xlsx.") from None
    check_faults(map(_unsolved, marks.unsolved))
    for number, cells in enumerate(rows):
        if marks.percents:
            shown = (_shown((number, column), cell, marks) for column, cell in enumerate(cells))
            yield number + 1, tuple(shown)
        else:
            yield number + 1, tuple(map(cell_text, cells))


def _shown(place: Place, cell: object, marks: CellMarks) -> str:
    """Return what the person saw: a cell that shows 60% holds 0.6, and means 60."""
    if place not in marks.percents or not isinstance(cell, int | float):
        return cell_text(cell)
    return f"{cell_text(cell * 100.0)}%"


def _unsolved(place: Place) -> Fault:
    return Fault(
        message=f"The formula in column {place[1] + 1} has no result.",
        line=place[0] + 1,
        remedy="Open the file in a spreadsheet program, and save it there.",
    )


def _choose(names: list[str]) -> str:
    facts = [name for name in names if name.lower() == _FACTS]
    if len(names) == 1 or facts:
        return (facts or names)[0]
    raise _fault(
        f"The workbook has {len(names)} sheets: {', '.join(names)}.",
        f"Keep one, or call the right one '{_FACTS}'.",
    )


def _fault(message: str, remedy: str) -> FaultsError:
    return FaultsError([Fault(message=message, remedy=remedy)])
