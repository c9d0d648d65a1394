"""Points that no band and no single choice gives: along a line, by a tally, among others."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from jobquality.reading.calculation import Writer, writer_for
from jobquality.reading.names import Naming
from jobquality.reading.numbers import number_words
from jobquality.reading.placed import placed_sum, read_as
from jobquality.rubrics.model import AnswerKind, Choice, CohortReading, Curve
from jobquality.scoring.finishing import along
from jobquality.scoring.points import choices_of
from jobquality.scoring.scorecard import Line
from jobquality.wording import Speaker


def landed_words(line: Line, names: Naming) -> str:
    """Return where an answer lands, in one sentence."""
    question = line.question
    if question.kind is AnswerKind.TALLY:
        return _tally_words(line, names)
    if isinstance(question.points, Curve):
        return _line_words(line, names)
    if isinstance(question.points, CohortReading):
        number = line.figure.number if line.figure else None
        return names.say("reason_cohort", amount=names.amount(number, question))
    return names.say("reason_points")


def landed_working(line: Line, say: Speaker) -> Iterator[str]:
    """Yield how the points come out, to be followed by hand."""
    curve, number = line.question.points, line.figure.number if line.figure else None
    places = tuple(edge for edge in line.edges if edge is not None)
    if line.question.kind is AnswerKind.TALLY:
        yield from _tally_working(line)
    elif isinstance(curve, Curve) and number is not None and places:
        yield from _line_working(curve, places, number)
    elif isinstance(curve, CohortReading) and number is not None:
        yield from _placed_working(curve, line, number, say)


def _placed_working(
    reading: CohortReading, line: Line, number: Fraction, say: Speaker
) -> Iterator[str]:
    stats = line.landing.stats if line.landing else None
    if stats is None:
        return
    read = read_as(reading, stats, number)
    if read != number:
        yield say("placed_read", number=number_words(number), read=number_words(read))
    said = placed_sum(reading, stats, number)
    yield from [said] if said else []


def _line_words(line: Line, names: Naming) -> str:
    number = line.figure.number if line.figure else None
    amount, knots = names.amount(number, line.question), _knots(line)
    if number is None or not knots:
        return amount
    first, last = knots[0][0], knots[-1][0]
    if number <= first:
        return names.say("reason_line_start", amount=amount, at=number_words(first))
    if number >= last:
        return names.say("reason_line_end", amount=amount, at=number_words(last))
    (low, low_gives), (high, high_gives) = next(
        pair for pair in pairwise(knots) if pair[0][0] <= number < pair[1][0]
    )
    return names.say(
        "reason_line",
        amount=amount,
        low=number_words(low),
        low_gives=number_words(low_gives),
        high=number_words(high),
        high_gives=number_words(high_gives),
    )


def _knots(line: Line) -> list[tuple[Fraction, Fraction]]:
    """Return where a line passes at this place and day, and what it gives there."""
    curve = line.question.points
    knots = curve.knots if isinstance(curve, Curve) else ()
    return [
        (edge, knot.gives)
        for edge, knot in zip(line.edges, knots, strict=bool(line.edges))
        if edge is not None
    ]


def line_sum(
    curve: Curve, places: tuple[Fraction, ...], number: Fraction
) -> tuple[str, Fraction] | None:
    """Return the way along a line as a calculation, and what comes out.

    There is none outside the line, where it is level.
    """
    if not places[0] < number < places[-1]:
        return None
    place = next(one for one, end in enumerate(places) if number < end) - 1

    def result(writer: Writer) -> Fraction | None:
        kept = [writer.kept(one) for one in places]
        if len(set(kept)) < len(kept) or (curve.log and kept[0] <= 0):
            return None
        return along(curve.knots, kept, writer.kept(number), log=curve.log)

    write = writer_for(result)
    low, high = curve.knots[place], curve.knots[place + 1]
    ln = "ln " if curve.log else ""
    at, start, end = (f"{ln}{write(one)}" for one in (number, places[place], places[place + 1]))
    begins, ends = write(low.gives), write(high.gives)
    text = f"{begins} + ({at} - {start}) ÷ ({end} - {start}) × ({ends} - {begins})"
    return text, along(curve.knots, places, number, log=curve.log)


def _line_working(curve: Curve, places: tuple[Fraction, ...], number: Fraction) -> Iterator[str]:
    found = line_sum(curve, places, number)
    if found is not None:
        text, points = found
        yield f"{text} = {number_words(points)}"


def _tallied(line: Line) -> list[tuple[Choice, int]]:
    counted = Counter(line.figure.tallied if line.figure else ())
    return [(one, counted[one.id]) for one in choices_of(line.question) if counted[one.id]]


def _tally_words(line: Line, names: Naming) -> str:
    choices = [f"{count} × {names.choice(line.question, one)}" for one, count in _tallied(line)]
    if not choices:
        return names.say("reason_none")
    return names.say("reason_tally", found=", ".join(choices))


def _tally_working(line: Line) -> Iterator[str]:
    """Yield the sum of what was found: `3×(-1) + 1×(-4) = -7`."""
    found = _tallied(line)
    if not found:
        return
    total = sum((one.gives * count for one, count in found), Fraction(0))

    def result(writer: Writer) -> Fraction:
        return sum((writer.kept(one.gives) * count for one, count in found), Fraction(0))

    write = writer_for(result)
    text = " + ".join(f"{count}×{write(one.gives)}" for one, count in found)
    yield f"{text} = {number_words(total)}"
