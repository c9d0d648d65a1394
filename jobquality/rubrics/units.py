"""Units of answers and figures, and the arithmetic that lets a measure cancel them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

Dimension = tuple[tuple[str, int], ...]

# Digits of other scripts are refused: `\d` would take them.
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,12})?")
_TOO_LONG = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_COMMA = re.compile(r"-?[0-9.]+(,[0-9.]+)+")
_LAST_DECIMAL = 10**12
_YEAR_DAYS = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What a number counts.

    `dimension` are base units with their powers, sorted (`(("hour", -1), ("usd", 1))`);
    `factor` turns a number in this unit into base units (a percent is 1/100).
    """

    name: str
    words: str
    dimension: Dimension = ()
    factor: Fraction = Fraction(1)
    least: Fraction | None = Fraction(0)
    most: Fraction | None = None
    whole: bool = False


def _powers(over: Iterable[str], under: Iterable[str]) -> Dimension:
    powers: dict[str, int] = {}
    for base in over:
        powers[base] = powers.get(base, 0) + 1
    for base in under:
        powers[base] = powers.get(base, 0) - 1
    return tuple(sorted((base, power) for base, power in powers.items() if power))


def _per(over: str, under: str = "") -> Dimension:
    return _powers(over.split(), under.split())


_PERCENT = Fraction(1, 100)
_MOST_HOURS = Fraction(24 * _YEAR_DAYS)
_WORKERS = "hundred_workers"
UNITS = {
    unit.name: unit
    for unit in (
        Unit(name="usd", words="dollars", dimension=_per("usd")),
        Unit(name="usd_per_hour", words="dollars an hour", dimension=_per("usd", "hour")),
        Unit(name="usd_per_month", words="dollars a month", dimension=_per("usd", "month")),
        Unit(name="usd_per_year", words="dollars a year", dimension=_per("usd", "year")),
        Unit(name="hours", words="hours", dimension=_per("hour")),
        Unit(
            name="hours_per_week",
            words="hours a week",
            dimension=_per("hour", "week"),
            most=Fraction(168),
        ),
        Unit(
            name="hours_per_year",
            words="hours a year",
            dimension=_per("hour", "year"),
            most=_MOST_HOURS,
        ),
        Unit(name="hours_per_hour", words="hours worked for each hour earned"),
        Unit(name="days", words="days", dimension=_per("day")),
        Unit(name="weeks", words="weeks", dimension=_per("week")),
        Unit(name="months", words="months", dimension=_per("month")),
        Unit(name="percent", words="percent", factor=_PERCENT, most=Fraction(100)),
        Unit(
            name="percent_change",
            words="percent change",
            factor=_PERCENT,
            least=Fraction(-100),
        ),
        Unit(
            name="percent_per_year",
            words="percent a year",
            dimension=_per("", "year"),
            factor=_PERCENT,
        ),
        Unit(name="ratio", words="times"),
        Unit(name="number", words=""),
        Unit(name="signed_number", words="", least=None),
        Unit(name="people", words="people", dimension=_per("person"), whole=True),
        Unit(
            name="people_per_year",
            words="people a year",
            dimension=_per("person", "year"),
            whole=True,
        ),
        Unit(name="cases", words="cases", dimension=_per("case"), whole=True),
        Unit(
            name="cases_per_100_workers",
            words="cases per 100 full-time workers",
            dimension=_per("case", _WORKERS),
        ),
        Unit(name="weeks_per_year", words="weeks a year", dimension=_per("week", "year")),
        Unit(name="months_per_year", words="months a year", dimension=_per("month", "year")),
        Unit(
            name="hours_per_100_workers",
            words="hours of 100 full-time workers",
            dimension=_per("hour", _WORKERS),
        ),
    )
}

#: Numbers that a measure may name instead of writing them out: value and unit.
NAMED_NUMBERS = {
    "weeks_per_year": (Fraction(52), UNITS["weeks_per_year"]),
    "months_per_year": (Fraction(12), UNITS["months_per_year"]),
    "full_time_hours_per_year": (Fraction(2080), UNITS["hours_per_year"]),
    # Source: BLS Survey of Occupational Injuries and Illnesses, incidence rate base.
    "hours_per_100_workers": (Fraction(200_000), UNITS["hours_per_100_workers"]),
}

#: Units of answers that people give; the others only help measures to cancel.
ANSWER_UNITS = tuple(name for name in UNITS if name not in NAMED_NUMBERS)


def product(units: Iterable[Unit], over: Iterable[Unit]) -> Dimension:
    """Return the dimension of the product of `units` divided by the product of `over`."""
    flat = [(unit, 1) for unit in units] + [(unit, -1) for unit in over]
    bases = [(base, sign * power) for unit, sign in flat for base, power in unit.dimension]
    return _powers(
        (base for base, power in bases for _ in range(power)),
        (base for base, power in bases for _ in range(-power)),
    )


def in_words(dimension: Dimension) -> str:
    """Return a dimension for people: `usd / hour`, or `a plain number`."""
    if not dimension:
        return "a plain number"
    over = [base for base, power in dimension for _ in range(power)]
    under = [base for base, power in dimension for _ in range(-power)]
    return " / ".join([" × ".join(over or ["1"]), *under])


def read_number(text: str) -> Fraction | None:
    """Return the exact number that `text` writes (`7`, `7.25`, `-1`), or None.

    Digits after the point are kept exactly; commas, signs of currency, `1e3` and `nan` are
    not numbers here, since what they mean depends on who wrote them.
    """
    return Fraction(text) if _NUMBER.fullmatch(text) else None


def how_to_write(text: str) -> str:
    """Return what to do about a text that `read_number` cannot read."""
    if _TOO_LONG.fullmatch(text):
        return "A number has at most 15 digits before the point and 12 after it."
    if _COMMA.fullmatch(text):
        return "Use a point for decimals (7.25), and nothing between thousands (1000)."
    if text.strip("$€%") != text:
        return "Write the number alone, without a sign."
    return "Write it as 7, 7.25 or -1."


def show_number(number: Fraction) -> str:
    """Return a number for people: every decimal it has, or 12 of one that never ends."""
    whole, rest = divmod(abs(round(number * _LAST_DECIMAL)), _LAST_DECIMAL)
    decimals = f"{rest:012d}".rstrip("0")
    digits = f"{whole}.{decimals}" if decimals else str(whole)
    return f"-{digits}" if number < 0 else digits
