"""What is said of how a level and a rank hold under other weights."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from jobquality.scoring.robustness.draws import Family

MOST_DRAWS = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How often and from where to draw, and how finely totals are told apart.

    `digits` are the decimals of a total that count for a rank. `by_value` ranks by the value,
    which leaves out what is missing, and not by the end that decides the level. Two employers
    cannot be told apart where the one above is not above in more than `unsure` of the draws.
    """

    draws: int = 1_000
    seed: int = 1
    digits: int = 2
    by_value: bool = False
    unsure: Fraction = Fraction(5, 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class RankRange:
    """Ranks over all draws: from 5 to 95 of 100 of them, and the best and worst of all."""

    low: int
    high: int
    best: int
    worst: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One employer under one family: shares of the draws, from 0 to 1, and ranks.

    `same` is where the level is the official one, `at_least` where it is that or a better one;
    `outcomes` where it is each. `ranks` is None where there is no total.
    """

    same: Fraction
    at_least: Fraction
    outcomes: Mapping[str, Fraction]
    ranks: RankRange | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One employer: its official level and rank, and how they hold."""

    employer: str
    part: str
    level: str
    rank: int | None
    under: Mapping[Family, Held]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two employers that cannot be told apart; `first` and `second` are places in `standings`.

    `above` is the share of draws in which the first is strictly above the second.
    """

    first: int
    second: int
    above: Mapping[Family, Fraction]


@dataclass(frozen=True, slots=True, kw_only=True)
class Robustness:
    """What holds and what does not, for employers in the order they were given.

    `all_pairs` tells whether every two were compared, or only neighbours in rank. `draw_by_draw`
    says why the standard was scored draw by draw, where it was. `fingerprints` are equal where
    two runs drew the same weights.
    """

    standings: tuple[Standing, ...]
    pairs: tuple[Pair, ...]
    all_pairs: bool
    draw_by_draw: str
    fingerprints: Mapping[Family, str]
    settings: Settings
