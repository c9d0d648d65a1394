"""What every draw gave, gathered into what is said of each employer and each pair."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import combinations, pairwise

from jobquality.scoring.robustness.columns import outcome_names
from jobquality.scoring.robustness.draws import Family
from jobquality.scoring.robustness.ranks import (
    ALL_PAIRS,
    Ranks,
    Under,
    pair_counts,
    rank_intervals,
)
from jobquality.scoring.robustness.results import (
    Held,
    Pair,
    RankRange,
    Robustness,
    Settings,
    Standing,
)
from jobquality.scoring.scorecard import Scorecard

#: For each family, in how many draws the first is strictly better, and strictly worse.
_Counts = Mapping[Family, tuple[int, int]]


@dataclass(frozen=True, kw_only=True)
class Official:
    """What the official weights give. `order` are the places of those ranked, the best first."""

    cards: Sequence[Scorecard]
    totals: Sequence[int | None]
    order: Sequence[int]

    @cached_property
    def ranks(self) -> dict[int, int]:
        """Competition ranks by place: equal totals share one, and the next is left out."""
        ranks: dict[int, int] = {}
        for rank, place in enumerate(self.order, start=1):
            above = self.order[rank - 2] if rank > 1 else place
            is_tied = above != place and self.totals[above] == self.totals[place]
            ranks[place] = ranks[above] if is_tied else rank
        return ranks


def gathered(
    official: Official, unders: Sequence[Under], settings: Settings, *, draw_by_draw: str
) -> Robustness:
    """Return everything that is said."""
    ranks = [rank_intervals(under.totals) for under in unders]
    ranges = [_ranges(one, official.order) for one in ranks]
    is_small = len(official.order) <= ALL_PAIRS
    compared = _every_pair(official, unders) if is_small else _neighbors(official, unders, ranks)
    return Robustness(
        standings=tuple(_standings(official, unders, ranges)),
        pairs=tuple(_unsure(compared, official, settings)),
        all_pairs=is_small,
        draw_by_draw=draw_by_draw,
        fingerprints={one.weighting.family: one.weighting.fingerprint for one in unders},
        settings=settings,
    )


def _ranges(ranks: Ranks, order: Sequence[int]) -> dict[int, RankRange]:
    rows = zip(ranks.low, ranks.high, ranks.best, ranks.worst, strict=True)
    return {
        place: RankRange(low=int(low), high=int(high), best=int(best), worst=int(worst))
        for place, (low, high, best, worst) in zip(order, rows, strict=True)
    }


def _standings(
    official: Official, unders: Sequence[Under], ranges: Sequence[Mapping[int, RankRange]]
) -> Iterator[Standing]:
    for place, card in enumerate(official.cards):
        yield Standing(
            employer=card.employer,
            part=card.part,
            level=card.outcome.level,
            rank=official.ranks.get(place),
            under={
                under.weighting.family: _held(card, under, place, found.get(place))
                for under, found in zip(unders, ranges, strict=True)
            },
        )


def _held(card: Scorecard, under: Under, place: int, ranks: RankRange | None) -> Held:
    if not card.outcome.level:
        return Held(same=Fraction(1), at_least=Fraction(1), outcomes={}, ranks=ranks)
    names = outcome_names(card.rubric)
    shares = [Fraction(int(count), under.weighting.draws) for count in under.counts[place]]
    code = names.index(card.outcome.level)
    return Held(
        same=shares[code],
        at_least=sum(shares[code:], Fraction(0)),
        outcomes={name: share for name, share in zip(names, shares, strict=True) if share},
        ranks=ranks,
    )


def _every_pair(official: Official, unders: Sequence[Under]) -> Iterator[tuple[int, int, _Counts]]:
    above = {one.weighting.family: pair_counts(one.totals).tolist() for one in unders}
    for one, other in combinations(range(len(official.order)), 2):
        counts = {family: (of[one][other], of[other][one]) for family, of in above.items()}
        yield official.order[one], official.order[other], counts


def _neighbors(
    official: Official, unders: Sequence[Under], ranks: Sequence[Ranks]
) -> Iterator[tuple[int, int, _Counts]]:
    families = [under.weighting.family for under in unders]
    for row, (one, other) in enumerate(pairwise(official.order)):
        beside = ((int(of.ahead[row]), int(of.behind[row])) for of in ranks)
        yield one, other, dict(zip(families, beside, strict=True))


def _unsure(
    compared: Iterator[tuple[int, int, _Counts]], official: Official, settings: Settings
) -> Iterator[Pair]:
    """Yield pairs in which the one above is not above often enough; a tie is not above.

    Where the official totals are the same, the one more often above would be above.
    """
    enough = (1 - settings.unsure) * settings.draws
    for first, second, counts in compared:
        is_tied = official.ranks[first] == official.ranks[second]
        above = {family: max(of) if is_tied else of[0] for family, of in counts.items()}
        if min(above.values()) < enough:
            shares = {family: Fraction(count, settings.draws) for family, count in above.items()}
            yield Pair(first=first, second=second, above=shares)
