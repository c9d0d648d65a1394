"""An improvement plan as an Excel workbook, to be filled in and sorted."""

import io
from datetime import datetime

import xlsxwriter

from jobquality.reading.plansheet import PlanSheet

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
#: The moment that a workbook says it was made at, so that the same plan gives the same bytes.
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001  # a workbook's own property has no zone
_WIDTHS = (5, 20, 34, 30, 34, 34, 12, 9, 34, 40, 18, 14)
_LONGEST_NAME = 31


def plan_workbook(sheet: PlanSheet) -> bytes:
    """Return a plan as a workbook; the same plan gives the same bytes."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        book.set_properties({"created": _MADE, "title": sheet.title})
        _write(book, sheet)
    return out.getvalue()


def _write(book: xlsxwriter.Workbook, sheet: PlanSheet) -> None:
    page = book.add_worksheet(sheet.name[:_LONGEST_NAME])
    title = book.add_format({"bold": True, "font_size": 14})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    # A quoted text stays text when somebody edits the cell: `+2.4` is no formula here.
    quoted = book.add_format(
        {"num_format": "@", "text_wrap": True, "valign": "top", "quote_prefix": True}
    )
    for place, width in enumerate(_WIDTHS):
        page.set_column(place, place, width)
    page.write_string(0, 0, sheet.title, title)
    for line, said in enumerate(sheet.above, start=1):
        page.write_string(line, 0, said)
    start = len(sheet.above) + 2
    for place, column in enumerate(sheet.columns):
        page.write_string(start, place, column, head)
    for number, row in enumerate(sheet.rows, start=start + 1):
        for place, cell in enumerate(row):
            is_formula = cell.startswith(("=", "+", "-", "@", "'"))
            page.write_string(number, place, cell, quoted if is_formula else text)
    page.freeze_panes(start + 1, 0)
    page.set_landscape()
    page.fit_to_pages(1, 0)
