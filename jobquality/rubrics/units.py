"""Units of answers and figures, and the arithmetic that lets a measure cancel them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,12})?")
_YEAR_DAYS = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What a number counts.

    `dimension` are base units with their powers, sorted (`(("hour", -1), ("usd", 1))`);
    `factor` turns a number in this unit into base units (a percent is 1/100).
    """

    name: str
    words: str
    dimension: tuple[tuple[str, int], ...] = ()
    factor: Fraction = Fraction(1)
    least: Fraction | None = Fraction(0)
    most: Fraction | None = None
    whole: bool = False


def _unit(name: str, words: str, dimension: str = "", **but: object) -> Unit:
    powers: dict[str, int] = {}
    over, _, under = dimension.partition("/")
    for base, power in [(b, 1) for b in over.split()] + [(b, -1) for b in under.split()]:
        powers[base] = powers.get(base, 0) + power
    return Unit(name=name, words=words, dimension=tuple(sorted(powers.items())), **but)  # type: ignore[arg-type]  # one table row


_PERCENT = Fraction(1, 100)
UNITS = {
    unit.name: unit
    for unit in (
        _unit("usd", "dollars", "usd"),
        _unit("usd_per_hour", "dollars an hour", "usd/hour"),
        _unit("usd_per_month", "dollars a month", "usd/month"),
        _unit("usd_per_year", "dollars a year", "usd/year"),
        _unit("hours", "hours", "hour"),
        _unit("hours_per_week", "hours a week", "hour/week", most=Fraction(168)),
        _unit("hours_per_year", "hours a year", "hour/year", most=Fraction(24 * _YEAR_DAYS)),
        _unit("hours_per_hour", "hours worked for each hour earned"),
        _unit("days", "days", "day"),
        _unit("weeks", "weeks", "week"),
        _unit("months", "months", "month"),
        _unit("percent", "percent", factor=_PERCENT, most=Fraction(100)),
        _unit("percent_change", "percent change", factor=_PERCENT, least=Fraction(-100)),
        _unit("percent_per_year", "percent a year", "/year", factor=_PERCENT),
        _unit("ratio", "times"),
        _unit("number", ""),
        _unit("people", "people", "person", whole=True),
        _unit("people_per_year", "people a year", "person/year", whole=True),
        _unit("cases", "cases", "case", whole=True),
        _unit("cases_per_100_workers", "cases per 100 full-time workers", "case/hundred_workers"),
        _unit("weeks_per_year", "weeks a year", "week/year"),
        _unit("months_per_year", "months a year", "month/year"),
        _unit("hours_per_100_workers", "hours of 100 full-time workers", "hour/hundred_workers"),
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


def product(units: Iterable[Unit], over: Iterable[Unit]) -> tuple[tuple[str, int], ...]:
    """Return the dimension of the product of `units` divided by the product of `over`."""
    powers: dict[str, int] = {}
    for unit in units:
        for base, power in unit.dimension:
            powers[base] = powers.get(base, 0) + power
    for unit in over:
        for base, power in unit.dimension:
            powers[base] = powers.get(base, 0) - power
    return tuple(sorted((base, power) for base, power in powers.items() if power))


def in_words(dimension: tuple[tuple[str, int], ...]) -> str:
    """Return a dimension for people: `usd / hour`, or `a plain number`."""
    over = [base for base, power in dimension for _ in range(power) if power > 0]
    under = [base for base, power in dimension for _ in range(-power) if power < 0]
    if not dimension:
        return "a plain number"
    return " × ".join(over or ["1"]) + (f" / {' / '.join(under)}" if under else "")


def read_number(text: str) -> Fraction | None:
    """Return the exact number that `text` writes (`7`, `7.25`, `-1`), or None.

    Digits after the point are kept exactly; commas, signs of currency, `1e3` and `nan` are
    not numbers here, since what they mean depends on who wrote them.
    """
    return Fraction(text) if _NUMBER.fullmatch(text) else None
