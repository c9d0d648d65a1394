"""Several scores of one chain side by side: from where to where they go, and never a mean.

A mean of a few sites would read as the score of all. So each edition stands for itself, with
its lowest and highest end and the span in which the middle score lies; and where too few
sites are scored, that comes first.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from statistics import median

#: Below so many scored sites, nothing is said of the chain. Editorial: with five sites a
#: single odd one moves the middle score by one place at most.
FEWEST_SITES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One score: by which edition, how many sites it covers, and both of its ends."""

    edition: str
    sites: int
    low: Fraction | None
    high: Fraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """The scores by one edition; the middle score lies between `middle_low` and `middle_high`.

    An end that is open is None: nothing bounds the scores on that side.
    """

    edition: str
    scores: int
    sites: int
    lowest: Fraction | None
    highest: Fraction | None
    middle_low: Fraction | None
    middle_high: Fraction | None


def spreads_of(scored: Iterable[Scored]) -> tuple[Spread, ...]:
    """Return one spread for each edition, the one with most sites first."""
    by_edition: dict[str, list[Scored]] = {}
    for one in scored:
        by_edition.setdefault(one.edition, []).append(one)
    found = (_spread(edition, each) for edition, each in by_edition.items())
    return tuple(sorted(found, key=lambda one: (-one.sites, one.edition)))


def is_too_few(sites: int) -> bool:
    """Say whether so many scored sites are too few to speak for a chain."""
    return sites < FEWEST_SITES


def _spread(edition: str, scored: list[Scored]) -> Spread:
    lows = [one.low for one in scored if one.low is not None]
    highs = [one.high for one in scored if one.high is not None]
    has_lows, has_highs = len(lows) == len(scored), len(highs) == len(scored)
    return Spread(
        edition=edition,
        scores=len(scored),
        sites=sum(one.sites for one in scored),
        lowest=min(lows) if has_lows else None,
        highest=max(highs) if has_highs else None,
        middle_low=median(lows) if has_lows else None,
        middle_high=median(highs) if has_highs else None,
    )
