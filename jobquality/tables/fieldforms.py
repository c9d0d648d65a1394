"""Forms for KoBo and ODK as Excel workbooks, which is how they are handed over."""

import io
from collections.abc import Mapping, Sequence
from datetime import datetime

import xlsxwriter

from jobquality.reading.fieldforms import CHOICES, SETTINGS, SURVEY, FieldForm

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
#: The moment that a workbook says it was made at, so that the same form gives the same bytes.
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001  # a workbook's own property has no zone
_WIDTHS = {"type": 28, "name": 34, "list_name": 30}
_WIDE = 48


def xlsform_bytes(form: FieldForm) -> bytes:
    """Return a form as an XLSForm; the same form gives the same bytes."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        book.set_properties({"created": _MADE, "title": form.settings["form_title"]})
        _write(book, "survey", SURVEY, form.survey)
        _write(book, "choices", CHOICES, form.choices)
        _write(book, "settings", SETTINGS, (form.settings,))
    return out.getvalue()


def _write(
    book: xlsxwriter.Workbook, name: str, columns: Sequence[str], rows: Sequence[Mapping[str, str]]
) -> None:
    sheet = book.add_worksheet(name)
    bold, text = book.add_format({"bold": True}), book.add_format({"num_format": "@"})
    # A quoted text stays text when somebody edits the cell: `= 4` is no formula here.
    quoted = book.add_format({"num_format": "@", "quote_prefix": True})
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, _WIDTHS.get(column, _WIDE), text)
        sheet.write_string(0, place, column, bold)
    for number, row in enumerate(rows, start=1):
        for place, column in enumerate(columns):
            cell = row.get(column, "")
            if cell:
                is_formula = cell.startswith(("=", "+", "-", "@", "'"))
                sheet.write_string(number, place, cell, quoted if is_formula else text)
