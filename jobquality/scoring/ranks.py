"""The rank of each employer among those that are scored together."""

from collections.abc import Sequence
from fractions import Fraction

from jobquality.rubrics.model import Ranks
from jobquality.scoring.scorecard import Scorecard


def ranks_of(cards: Sequence[Scorecard], way: Ranks) -> tuple[int | None, ...]:
    """Return the rank of each scorecard by the exact value of its total, 1 for the best.

    Equal values share a rank; a total without a value has none. Where fewer points are better
    the fewest come first. Only whole employers are ranked, not their parts.
    """
    values = [None if card.part else card.total.value for card in cards]
    known = [value for value in values if value is not None]
    is_lower = any(card.rubric.lower_is_better for card in cards)
    places = _places(known, way, is_lower=is_lower)
    return tuple(None if value is None else places[value] for value in values)


def _places(values: list[Fraction], way: Ranks, *, is_lower: bool) -> dict[Fraction, int]:
    """Return the rank that each value has."""
    ordered = sorted(values, reverse=not is_lower)
    if way is Ranks.DENSE:
        ordered = list(dict.fromkeys(ordered))
    places: dict[Fraction, int] = {}
    for place, value in enumerate(ordered, start=1):
        places.setdefault(value, place)
    return places
