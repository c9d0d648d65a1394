"""Read an Excel workbook as text."""

from collections.abc import Iterator

import python_calamine

from jobquality.errors import Fault, FaultsError
from jobquality.tables.archives import open_archive, packed
from jobquality.tables.cells import cell_text

_FACTS = "facts"


def read_workbook_rows(content: bytes) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the rows of the one sheet with facts, each with its number.

    Raises:
        FaultsError: it is no workbook, a bomb, or it has several sheets and none is `facts`.
    """
    parts = open_archive(content)
    try:
        workbook = python_calamine.CalamineWorkbook.from_filelike(packed(parts))
        name = _choose(workbook.sheet_names)
        rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except (python_calamine.CalamineError, ValueError, OSError) as error:
        raise _fault(f"The workbook cannot be read: {error}.", "Save it again as .xlsx.") from None
    for number, cells in enumerate(rows, start=1):
        yield number, tuple(map(cell_text, cells))


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
