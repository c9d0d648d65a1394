"""Both ends of a score, as text and as places on a scale from 0 to 100."""

from fractions import Fraction

from jobquality.reading.numbers import number_among, number_words
from jobquality.reading.values import Ends
from jobquality.rubrics.model import TOTAL, Rubric
from jobquality.rubrics.scales import reach_of
from jobquality.scoring.rounding import decimal_text, shown_as
from jobquality.scoring.scorecard import NodeScore
from jobquality.wording import Speaker

_DIGITS = 1
_DRAWN = 2


def group_ends(node: NodeScore, rubric: Rubric, say: Speaker) -> Ends:
    """Return the ends of a topic or of the total."""
    low, high = (shown_end(end, node.id, rubric, node.most) for end in (node.low, node.high))
    return _ends(node, low, high, say)


def shown_end(end: Fraction | None, name: str, rubric: Rubric, most: Fraction | None = None) -> str:
    """Return one end of the score of a topic or of the total.

    It has one decimal, or as many as the standard rounds to. It never reads like the floor of
    a level that it only comes near, nor like `most` where the standard forbids it.
    """
    digits = _DIGITS if rubric.rounding.digits is None else rubric.rounding.digits
    shown = end if end is None else shown_as(end, rubric.rounding, most)
    return number_among(shown, floors_on(name, rubric), digits=digits)


def total_text(low: Fraction | None, high: Fraction | None, rubric: Rubric, say: Speaker) -> str:
    """Return a total from both of its ends, as every page shows it."""
    most = reach_of(rubric.root).high
    first, last = (shown_end(end, TOTAL, rubric, most) for end in (low, high))
    if high is None and low is not None:
        return say("range_open", low=first)
    return first if first == last else say("range", low=first, high=last)


def point_ends(node: NodeScore, say: Speaker) -> Ends:
    """Return the ends of a criterion, in points."""
    return _ends(node, number_words(node.low), number_words(node.high), say)


def floors_on(name: str, rubric: Rubric) -> tuple[Fraction, ...]:
    """Return every floor that a level puts on a node."""
    names = {name, "each_dimension"}
    floors = (floor for level in rubric.levels for floor in level.floors)
    return tuple(floor.number for floor in floors if floor.name in names and not floor.of)


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
