"""A pocket calculator: works out what the explanation of a score prints."""

import re
from collections.abc import Callable, Mapping
from decimal import Context, Decimal
from fractions import Fraction
from statistics import median

_PRECISE = Context(prec=50)
_REMARK = re.compile(
    r" ?\((?:not )?complete: [^()]*\)| \(one of these is not above 0[^()]*(?:\([^()]*\)[^()]*)*\)"
)
_NUMBER = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?)")
_SIGNS = {"×": "*", "÷": "/", "^": "**"}


class Number:
    """A number as a calculator has it: exact, but for roots and logarithms."""

    def __init__(self, value: Fraction | str) -> None:
        self.value = Fraction(value)

    def __add__(self, other: "Number") -> "Number":
        return Number(self.value + other.value)

    def __sub__(self, other: "Number") -> "Number":
        return Number(self.value - other.value)

    def __mul__(self, other: "Number") -> "Number":
        return Number(self.value * other.value)

    def __truediv__(self, other: "Number") -> "Number":
        return Number(self.value / other.value)

    def __neg__(self) -> "Number":
        return Number(-self.value)

    def __pow__(self, other: "Number") -> "Number":
        if other.value.denominator == 1:
            return Number(self.value ** int(other.value))
        logs = _PRECISE.multiply(_decimal(other.value), _PRECISE.ln(_decimal(self.value)))
        return Number(Fraction(_PRECISE.exp(logs)))


def _decimal(number: Fraction) -> Decimal:
    return _PRECISE.divide(Decimal(number.numerator), Decimal(number.denominator))


def _ln(number: Number) -> Number:
    return Number(Fraction(_PRECISE.ln(_decimal(number.value))))


_OF: Mapping[str, Callable[[list[Fraction]], Fraction]] = {
    "lowest of ": min,
    "highest of ": max,
    "median of ": median,
    "all of ": lambda numbers: Fraction(all(numbers)),
    "any of ": lambda numbers: Fraction(any(numbers)),
}


def worked_out(text: str) -> Fraction:
    """Return what a printed calculation gives."""
    plain = _REMARK.sub("", text)
    for words, way in _OF.items():
        if plain.startswith(words):
            return way([_value(one) for one in plain.removeprefix(words).split(", ")])
    return _value(plain)


def _value(text: str) -> Fraction:
    for sign, python in _SIGNS.items():
        text = text.replace(sign, python)
    text = re.sub(r"ln (\S+?)(?=[\s)]|$)", r"ln(\1)", text)
    code = _NUMBER.sub(r"Number('\1')", text)
    found = eval(code, {"__builtins__": {}}, {"Number": Number, "ln": _ln})  # noqa: S307  # what we printed
    assert isinstance(found, Number)
    return found.value
