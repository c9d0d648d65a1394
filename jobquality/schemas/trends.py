"""Two lines and a split change into the rows of a trend file."""

from collections.abc import Iterator
from fractions import Fraction

from jobquality.reading.numbers import number_words
from jobquality.scoring.changes import ChangeSplit, Measure
from jobquality.scoring.periods import Lines, Point

#: The contract of trend files; the names and their order never change.
COLUMNS = (
    "employer", "part", "line", "item", "on", "measure", "number", "numerator", "denominator",
)  # fmt: skip
NUMBERS = ("number",)
#: Whole numbers of any length: plain in a text, where a spreadsheet's own numbers end too soon.
EXACT = ("numerator", "denominator")
#: Figures are exact; `number` shows them to the sixth decimal, half up.
_DIGITS = 6


def dump_trend(lines: Lines, split: ChangeSplit) -> Iterator[dict[str, str]]:
    """Yield one row a number: each score of both lines, then the change and its parts.

    `line` is published, like_for_like or split. `item` is an edition, or in a split a cause,
    `unsplit` or `change`. Numerator over denominator is the number exactly.
    """
    who = {"employer": split.before.employer, "part": split.before.part}
    for name, points in (("published", lines.published), ("like_for_like", lines.like_for_like)):
        for point in points:
            yield from (who | {"line": name} | row for row in _scores(point))
    for measure, item, number in _parts(split):
        row = {"item": item, "on": "", "measure": measure.value}
        yield who | {"line": "split"} | row | _written(number)


def _scores(point: Point) -> Iterator[dict[str, str]]:
    where = {"item": point.period.rubric.name, "on": point.period.facts.on.isoformat()}
    for measure in Measure:
        number = measure.of(point.total) if point.total else None
        yield where | {"measure": measure.value} | _written(number)


def _parts(split: ChangeSplit) -> Iterator[tuple[Measure, str, Fraction | None]]:
    for measure, one in split.splits.items():
        yield from ((measure, cause.value, part) for cause, part in one.parts.items())
        yield measure, "unsplit", one.unsplit if one.parts else None
        yield measure, "change", one.change


def _written(number: Fraction | None) -> dict[str, str]:
    if number is None:
        return dict.fromkeys((*NUMBERS, *EXACT), "")
    above, below = map(str, number.as_integer_ratio())
    shown = number_words(number, digits=_DIGITS)
    return {"number": shown, "numerator": above, "denominator": below}
