"""One cell of a workbook or a Parquet file as the text that a person would have written."""

from datetime import date, datetime, time
from decimal import Decimal

#: Excel shows 15 digits; what a binary number has beyond them is noise (0.1 + 0.2).
_DIGITS = 15


def cell_text(cell: object, *, digits: int = _DIGITS) -> str:
    """Return the text of a cell; empty where there is nothing.

    `digits` is how many digits of a broken number mean anything.
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return _number_text(cell, digits)
    return _day_text(cell) if isinstance(cell, date) else str(cell)


def _number_text(number: float, digits: int) -> str:
    # A whole number is exact, however many digits it has.
    exact = Decimal(number) if number.is_integer() else Decimal(f"{number:.{digits}g}")
    return f"{exact:f}"


def _day_text(day: date) -> str:
    """Return a date; the time of day only where there is one."""
    is_plain = isinstance(day, datetime) and day.time() == time()
    return day.strftime("%Y-%m-%d") if is_plain else day.isoformat()
