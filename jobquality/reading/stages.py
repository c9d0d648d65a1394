"""What is done to a score after it was worked out, in words: points for it, caps, rounding."""

from fractions import Fraction

from jobquality.reading.bands import band_words, edges_of, inside_of
from jobquality.reading.landed import line_sum
from jobquality.reading.numbers import number_words
from jobquality.reading.placed import placed_sum
from jobquality.rubrics.model import Band, CohortReading, Curve, Points
from jobquality.rubrics.rules import Rounding, Rules
from jobquality.rubrics.steps import steps_of
from jobquality.scoring.cohorts import Stats, place
from jobquality.scoring.finishing import Stage, band_place
from jobquality.scoring.scorecard import NodeScore
from jobquality.wording import Speaker

_Number = Fraction | None


def stage_words(
    node: NodeScore, stage: Stage, before: _Number, after: _Number, say: Speaker
) -> str:
    """Return what was done to a number: `No more than 60: 66.5 → 60`."""
    rules = node.node.rules or Rules()
    if stage is Stage.POINTS and isinstance(rules.points, CohortReading):
        return _placed_words(rules.points, node.stats, before, after, say)
    if stage is Stage.POINTS and rules.points is not None:
        return _points_words(rules.points, before, after, say)
    what = rounding_words(rules.rounding, say) if rules.rounding else ""
    if stage is Stage.CAPS:
        what = caps_words(rules, say)
    return say("stage", what=what, before=_shown(before, say), after=_shown(after, say))


def caps_words(rules: Rules, say: Speaker) -> str:
    """Return the caps of a node: `no less than 0, no more than 60`."""
    said = []
    if rules.at_least is not None:
        said.append(say("cap_at_least", number=number_words(rules.at_least)))
    if rules.at_most is not None:
        said.append(say("cap_at_most", number=number_words(rules.at_most)))
    return ", ".join(said)


def rounding_words(rounding: Rounding, say: Speaker) -> str:
    """Return how a number is rounded."""
    return say(f"rounding_{rounding.ties}", digits=rounding.digits or 0)


def _placed_words(
    reading: CohortReading, stats: Stats | None, before: _Number, after: _Number, say: Speaker
) -> str:
    """Return what a score gets by its place among others."""
    shown = _shown(before, say)
    if before is not None and stats is not None and place(reading, stats, before) == after:
        found = placed_sum(reading, stats, before)
        shown = say("stage_along", number=shown, sum=found) if found else shown
    return say("stage_points", what=shown, after=_shown(after, say))


def _points_words(points: Points, before: _Number, after: _Number, say: Speaker) -> str:
    """Return what a score gives, read once more."""
    shown = _shown(before, say)
    if before is not None and isinstance(points, Curve):
        places = tuple(knot.at for knot in points.knots if isinstance(knot.at, Fraction))
        found = line_sum(points, places, before)
        if found is not None and found[1] == after:
            shown = say("stage_along", number=shown, sum=found[0])
    bands = tuple(step for step in steps_of(points) if isinstance(step, Band))
    if before is not None and bands:
        place = _place(bands, before)
        if bands[place].gives == after:
            shown = say("reason_band", amount=shown, band=_band(bands, place, say))
    return say("stage_points", what=shown, after=_shown(after, say))


def _place(bands: tuple[Band, ...], number: Fraction) -> int:
    edges = [band.start if isinstance(band.start, Fraction) else None for band in bands]
    return band_place(bands, edges, number)


def _band(bands: tuple[Band, ...], place: int, say: Speaker) -> str:
    starts = [band.start if isinstance(band.start, Fraction) else None for band in bands]
    start, end = [*starts, None][place : place + 2]
    return band_words(edges_of(start, end, inside_of(bands, place)), say)


def _shown(number: _Number, say: Speaker) -> str:
    return say("end_open") if number is None else number_words(number)
