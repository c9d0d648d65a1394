"""Numbers as answers: how they are written, and how small and how large they can be."""

from fractions import Fraction

from jobquality.rubrics.model import Criterion, Span
from jobquality.rubrics.units import UNITS, how_to_write, read_number, show_number

_RATIO = UNITS["ratio"]


def find_number_fault(question: Criterion, number: Fraction) -> str | None:
    """Return why the number cannot be an answer (`is below 0, …`), or None where it can."""
    if question.unit and question.unit.whole and number.denominator != 1:
        return f"must be a whole number{of_unit(question)}."
    return find_limit_fault(question, number)


def find_limit_fault(question: Criterion, number: Fraction) -> str | None:
    """Return on which side the number is out of its limits, or None where it is not.

    A figure that was worked out is held to its limits only: it need not be whole.
    """
    low, high = limits_of(question)
    if low is not None and number < low:
        return f"is below {show_number(low)}, the least there can be{of_unit(question)}."
    if high is not None and number > high:
        return f"is above {show_number(high)}, the most there can be{of_unit(question)}."
    return None


def limits_of(question: Criterion) -> tuple[Fraction | None, Fraction | None]:
    """Return the least and the most that an answer can be; None where there is no such limit."""
    if isinstance(question.points, Span):
        return question.points.low, question.points.high
    return (question.unit.least, question.unit.most) if question.unit else (None, None)


def of_unit(question: Criterion) -> str:
    """Return ` of dollars`, to stand after `a number`; nothing for a plain number."""
    return f" of {question.unit.words}" if question.unit and question.unit.words else ""


def how_to_write_number(question: Criterion, text: str) -> str:
    """Return what to do about a text that is no number, in the unit of the question."""
    bare = read_number(text.strip("$€% "))
    if bare is None:
        return _how_to_write(question, text)
    if "%" not in text or _is_percent(question):
        return f"Write {show_number(bare)}, without the sign."
    if question.unit == _RATIO:
        return f"Write {show_number(bare / 100)}: a ratio of 1 is 100 percent."
    return how_to_write(text)


def _how_to_write(question: Criterion, text: str) -> str:
    if "," in text:
        return "Write a point for decimals and nothing for thousands: 7.25, 1000."
    if text.isascii() and text.replace(".", "").isdecimal():
        return how_to_write(text)
    example = "60" if _is_percent(question) else "7 or 7.25"
    return f"Write one plain number, such as {example}."


def _is_percent(question: Criterion) -> bool:
    return question.unit is not None and "percent" in question.unit.name
