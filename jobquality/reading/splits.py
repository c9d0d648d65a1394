"""Why a published score moved, in plain words: four causes, whose parts add up exactly."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jobquality.reading.ends import total_text
from jobquality.reading.names import Names
from jobquality.reading.numbers import number_words
from jobquality.rubrics.catalog import Edition
from jobquality.scoring.changes import Cause, Changed, ChangeSplit, Measure, Split
from jobquality.scoring.periods import Lines, Point
from jobquality.wording import Speaker

#: The low end decides on the level, so it is told first.
MEASURES = (Measure.LOW, Measure.HIGH)


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseWords:
    """What one cause did to each number of MEASURES; `why` says what lies behind it."""

    id: str
    title: str
    meaning: str
    numbers: tuple[str, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitWords:
    """The causes that did something, and their sum; `has_rest` where something is unsplit."""

    causes: tuple[CauseWords, ...]
    rest: tuple[str, ...]
    sums: tuple[str, ...]
    has_rest: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AlikeWords:
    """The like-for-like line: a text for each published score, and over how many questions.

    `low_at` are places from 0 to 100 for the picture; empty where there is no score.
    """

    texts: tuple[str, ...]
    low_at: tuple[str, ...]
    compared: int
    asked: int
    raw: str
    like: str
    is_turned: bool


def read_split(split: ChangeSplit, edition: Edition, say: Speaker) -> SplitWords:
    """Return why the score moved; the numbers are points of the whole scale."""
    names = Names.of(edition, say)
    splits = [split.splits[measure] for measure in MEASURES]
    has_rest = any(one.unsplit for one in splits)
    return SplitWords(
        causes=tuple(
            CauseWords(
                id=cause.value,
                title=say(f"split_{cause}"),
                meaning=say(f"split_{cause}_why"),
                numbers=tuple(_part(one, cause) for one in splits),
                why=tuple(_why(cause, split, names)),
            )
            for cause in Cause
        ),
        rest=tuple(signed(one.unsplit) for one in splits),
        sums=tuple(signed(one.change) for one in splits),
        has_rest=has_rest,
    )


def _part(split: Split, cause: Cause) -> str:
    """Return what a cause did; one that did nothing moved it by 0."""
    return signed(None if split.change is None else split.parts.get(cause, Fraction(0)))


def read_alike(lines: Lines, edition: Edition, say: Speaker) -> AlikeWords | None:
    """Return the like-for-like line, or None where nothing can be compared."""
    points = lines.like_for_like
    if not points:
        return None
    raw, like = _step(lines.published), _step(points)
    return AlikeWords(
        texts=tuple(_text(point, edition, say) for point in points),
        low_at=tuple(_place(point) for point in points),
        compared=len(lines.compared),
        asked=len(lines.compared) + len(lines.left_out),
        raw=signed(raw),
        like=signed(like),
        is_turned=raw is not None and like is not None and raw * like < 0,
    )


def signed(number: Fraction | None) -> str:
    """Return a step with its sign, in points with two decimals; a dash where there is none."""
    if number is None:
        return "–"
    shown = number_words(abs(number), digits=2)
    if shown == "0":
        return "0"
    return f"+{shown}" if number > 0 else f"\N{MINUS SIGN}{shown}"


def _step(points: Sequence[Point]) -> Fraction | None:
    """Return the step of the low end between the last two points."""
    if len(points) < len(MEASURES):
        return None
    before, after = (point.total.low if point.total else None for point in points[-2:])
    return None if before is None or after is None else after - before


def _text(point: Point, edition: Edition, say: Speaker) -> str:
    total = point.total
    if total is None or total.is_out:
        return "–"
    return total_text(total.low, total.high, edition.rubric, say)


def _place(point: Point) -> str:
    total = point.total
    if total is None or total.low is None or not total.most:
        return ""
    return number_words(total.low / total.most * 100, digits=2)


def _why(cause: Cause, split: ChangeSplit, names: Names) -> Iterator[str]:
    lists: dict[Cause, Iterator[str]] = {
        Cause.EMPLOYER: _named(split.answers, names),
        Cause.EVIDENCE: _named(split.evidence, names),
        Cause.RUBRIC: _one_sided(split, names),
        Cause.PARAMETER: iter(()),
    }
    yield from dict.fromkeys(lists[cause])


def _named(changed: tuple[Changed, ...], names: Names) -> Iterator[str]:
    yield from (names.thing(one.question) for one in changed)


def _one_sided(split: ChangeSplit, names: Names) -> Iterator[str]:
    for one in split.only_new:
        yield names.say("split_new", title=names.thing(one))
    for one in split.only_old:
        yield names.say("split_old", title=one)
