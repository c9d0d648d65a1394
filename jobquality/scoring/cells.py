"""Which figures about a group of employers may be shown, so that none of them shows alone.

Source: U.S. Bureau of Labor Statistics, Handbook of Methods, Survey of Occupational Injuries
and Illnesses (a figure needs three companies, and none with over 60 percent of the workers);
Quarterly Census of Employment and Wages for the second suppression.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from fractions import Fraction

FEWEST_EMPLOYERS = 3
MOST_OF_WORKERS = Fraction(60, 100)


class Hidden(StrEnum):
    """Why a figure is not shown."""

    FEW = "few"
    DOMINANT = "dominant"
    BESIDE = "beside"


#: The headcounts of a group's employers; None where one is not known.
Headcounts = Sequence[int | None]


def why_hidden(headcounts: Headcounts) -> Hidden | None:
    """Return why a figure about these employers is not shown, or None where it may be.

    An unknown headcount makes nobody dominant: figures that count workers need all of them,
    see `workers_of`.
    """
    if len(headcounts) < FEWEST_EMPLOYERS:
        return Hidden.FEW
    known = [count for count in headcounts if count is not None]
    if known and sum(known) and Fraction(max(known), sum(known)) > MOST_OF_WORKERS:
        return Hidden.DOMINANT
    return None


def workers_of(headcounts: Headcounts) -> int | None:
    """Return how many workers a group has, or None where one headcount is not known."""
    known = [count for count in headcounts if count is not None]
    return sum(known) if len(known) == len(headcounts) else None


def hidden_parts(parts: Mapping[str, Headcounts]) -> dict[str, Hidden]:
    """Return which parts of one total are not shown, and why.

    Beside a part that has to be hidden, the smallest others are hidden too, until what the
    total leaves for the hidden ones together may be shown itself.
    """
    hidden = {name: why for name, of in parts.items() if (why := why_hidden(of)) is not None}
    shown = sorted(
        (name for name in parts if name not in hidden), key=lambda name: _size(parts, name)
    )
    while hidden and shown and _together(parts, hidden) is not None:
        hidden[shown.pop(0)] = Hidden.BESIDE
    return hidden


def may_split(inside: Headcounts, outside: Headcounts) -> bool:
    """Say whether the workers of both sides may be told: each is empty, or may be shown."""
    return all(not side or why_hidden(side) is None for side in (inside, outside))


def _together(parts: Mapping[str, Headcounts], hidden: Mapping[str, Hidden]) -> Hidden | None:
    return why_hidden([count for name in hidden for count in parts[name]])


def _size(parts: Mapping[str, Headcounts], name: str) -> tuple[int, str]:
    return len(parts[name]), name
