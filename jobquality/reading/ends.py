"""Both ends of a score, as text and as places on a scale from 0 to 100."""

from fractions import Fraction

from jobquality.reading.numbers import number_among, number_words
from jobquality.reading.values import Ends
from jobquality.rubrics.model import Rubric
from jobquality.scoring.rounding import decimal_text, rounded
from jobquality.scoring.scorecard import NodeScore
from jobquality.wording import Speaker

_DIGITS = 1
_DRAWN = 2


def group_ends(node: NodeScore, rubric: Rubric, say: Speaker) -> Ends:
    """Return the ends of a topic or of the total: one decimal, or as the standard rounds.

    A number never reads like the floor of a level that it only comes near.
    """
    digits = _DIGITS if rubric.rounding.digits is None else rubric.rounding.digits
    limits = floors_on(node, rubric)
    shown = (
        None if end is None else rounded(end, rubric.rounding) for end in (node.low, node.high)
    )
    low, high = (number_among(end, limits, digits=digits) for end in shown)
    return _ends(node, low, high, say)


def point_ends(node: NodeScore, say: Speaker) -> Ends:
    """Return the ends of a criterion, in points."""
    return _ends(node, number_words(node.low), number_words(node.high), say)


def floors_on(node: NodeScore, rubric: Rubric) -> tuple[Fraction, ...]:
    """Return every floor that a level puts on a node."""
    names = {node.id, "each_dimension"}
    floors = (floor for level in rubric.levels for floor in level.floors)
    return tuple(floor.number for floor in floors if floor.name in names)


def _ends(node: NodeScore, low: str, high: str, say: Speaker) -> Ends:
    if node.high is None and not node.is_out:
        text = say("range_open", low=low)
    else:
        text = low if low == high else say("range", low=low, high=high)
    return Ends(
        low=low, high=high, text=text, low_at=_at(node, node.low), high_at=_at(node, node.high)
    )


def _at(node: NodeScore, end: Fraction | None) -> str:
    """Return where an end lies; what is open above lies at the end of the scale."""
    if not node.most or node.is_out:
        return "0"
    part = node.most if end is None else end
    share = min(max(part / node.most, Fraction(0)), Fraction(1))
    return decimal_text(share * 100, digits=_DRAWN)
