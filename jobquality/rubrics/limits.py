"""The most and the fewest points that an answer, or a score read once more, can give."""

from fractions import Fraction

from jobquality.rubrics.rounding import rounded
from jobquality.rubrics.rules import Rules
from jobquality.rubrics.steps import (
    Against,
    Band,
    Choice,
    CohortReading,
    Curve,
    Knot,
    Points,
    Span,
    steps_of,
)

_NONE, _HUNDRED = Fraction(0), Fraction(100)
_ON_A_SCALE = (Against.MINMAX, Against.PERCENTILE, Against.BEST)
_LAST = Fraction(1)


def most_of(points: Points, rules: Rules | None, *, tally: bool = False) -> Fraction | None:
    """Return the most points; None where they are open above."""
    most = _tally_end(points, best=True) if tally else _most(points)
    cap = rules.at_most if rules else None
    floor = rules.at_least if rules else None
    if cap is not None and (most is None or cap < most):
        most = cap
    most = floor if most is not None and floor is not None and most < floor else most
    return _as_it_goes_on(most, rules)


def fewest_of(points: Points, rules: Rules | None, *, tally: bool = False) -> Fraction | None:
    """Return the fewest points; None where they are open below."""
    fewest = _tally_end(points, best=False) if tally else _fewest(points)
    floor = rules.at_least if rules else None
    cap = rules.at_most if rules else None
    if floor is not None and (fewest is None or floor > fewest):
        fewest = floor
    fewest = cap if fewest is not None and cap is not None and fewest > cap else fewest
    return _as_it_goes_on(fewest, rules)


def _as_it_goes_on(end: Fraction | None, rules: Rules | None) -> Fraction | None:
    """Return an end rounded as the score of its node is."""
    rounding = rules.rounding if rules else None
    return end if end is None or rounding is None else rounded(end, rounding)


def _most(points: Points) -> Fraction | None:
    if isinstance(points, Span):
        return points.high
    if isinstance(points, CohortReading):
        return _cohort_end(points, points.at_most, points.high, _HUNDRED)
    return max((step.gives for step in _steps(points)), default=None)


def _fewest(points: Points) -> Fraction | None:
    if isinstance(points, Span):
        return points.low
    if isinstance(points, CohortReading):
        low = _cohort_end(points, points.at_least, points.low, _NONE)
        is_rank = points.by is Against.RANK
        return max(_LAST, low or _LAST) if is_rank else low
    return min((step.gives for step in _steps(points)), default=_NONE)


def _steps(points: Points) -> tuple[Band, ...] | tuple[Choice, ...] | tuple[Knot, ...]:
    return points.knots if isinstance(points, Curve) else steps_of(points)


def _cohort_end(
    reading: CohortReading, clip: Fraction | None, end: Fraction | None, default: Fraction
) -> Fraction | None:
    if reading.by not in _ON_A_SCALE:
        return clip
    end = default if end is None else end
    return end if clip is None else clip


def _tally_end(points: Points, *, best: bool) -> Fraction | None:
    """What is found any number of times is open on the side to which its points go."""
    gives = [step.gives for step in _steps(points)]
    if best:
        return None if any(number > 0 for number in gives) else _NONE
    return None if any(number < 0 for number in gives) else _NONE
