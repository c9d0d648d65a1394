"""What changed since the score before, and every score over time, in plain words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from jobquality.ledger.snapshot import Snapshot
from jobquality.reading.ends import group_ends, point_ends, total_text
from jobquality.reading.names import Names
from jobquality.reading.numbers import counted
from jobquality.reading.scorecard import day_where
from jobquality.rubrics.catalog import Edition
from jobquality.rubrics.model import TOTAL, Rubric
from jobquality.scoring.exact import read_exact
from jobquality.scoring.rounding import decimal_text
from jobquality.scoring.trend import Change, Move, Trend
from jobquality.wording import Speaker

_ORDER = (Move.WORSE, Move.BETTER, Move.NEWLY_KNOWN, Move.LESS_KNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeWords:
    """One topic or criterion that changed."""

    id: str
    title: str
    move: str
    move_word: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendWords:
    """What changed: topics first, then criteria, those that got worse before the others."""

    summary: str
    topics: tuple[ChangeWords, ...]
    criteria: tuple[ChangeWords, ...]
    same: str
    uncompared: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PointWords:
    """One published score in the history. `low_at` and `high_at` are 0 to 100."""

    revision: int
    day: date
    on: str
    published_on: str
    edition: str
    text: str
    level: str
    low_at: str
    high_at: str
    is_new_edition: bool


def trend_words(
    trend: Trend, edition: Edition, say: Speaker, *, is_correction: bool = False
) -> TrendWords:
    """Return what changed since the score before.

    Of a correction nothing is called better or worse: only higher and lower, since nothing
    changed at the employer.
    """
    names, rubric = Names.of(edition, say), edition.rubric
    told = _corrected_moves(rubric) if is_correction else {}
    moved = [change for move in _ORDER for change in trend.moved(move)]
    same, other = len(trend.moved(Move.SAME)), len(trend.uncompared)
    return TrendWords(
        summary=", ".join(_counts(trend, told, say)),
        topics=tuple(_change(change, names, rubric, told) for change in trend.topics),
        criteria=tuple(_change(change, names, rubric, told) for change in moved),
        same=counted("trend_same", same, say) if same else "",
        uncompared=counted("trend_uncompared", other, say) if other else "",
    )


def _corrected_moves(rubric: Rubric) -> dict[Move, str]:
    """Return how a correction is told, by what the same step of an employer would be."""
    up, down = ("lower", "higher") if rubric.lower_is_better else ("higher", "lower")
    return {Move.BETTER: up, Move.WORSE: down}


def _counts(trend: Trend, told: Mapping[Move, str], say: Speaker) -> Iterator[str]:
    for move in _ORDER:
        count = len(trend.moved(move))
        if count:
            yield say("move_count", move=say(f"move_{told.get(move, move)}"), count=count)


def _change(change: Change, names: Names, rubric: Rubric, told: Mapping[Move, str]) -> ChangeWords:
    say, move = names.say, told.get(change.move, change.move)
    before, after = (
        point_ends(node, say) if node.line else group_ends(node, rubric, say)
        for node in (change.before, change.after)
    )
    return ChangeWords(
        id=change.id,
        title=names.thing(change.id),
        move=move,
        move_word=say(f"move_{move}"),
        before=before.text,
        after=after.text,
    )


def history_words(
    snapshots: Sequence[Snapshot], editions: Sequence[Edition], say: Speaker
) -> Iterator[PointWords]:
    """Yield every published score, oldest first, from the figures in the snapshots alone.

    `editions` are those of the snapshots, in the same order.
    """
    before = None
    for snapshot, edition in zip(snapshots, editions, strict=True):
        yield _point(snapshot, edition, say, is_new=before not in (None, snapshot.scoring_hash))
        before = snapshot.scoring_hash


def _point(snapshot: Snapshot, edition: Edition, say: Speaker, *, is_new: bool) -> PointWords:
    names, rubric = Names.of(edition, say), edition.rubric
    low, high = total_ends(snapshot)
    published = snapshot.published_at
    return PointWords(
        revision=snapshot.revision,
        day=snapshot.on,
        on=names.day(snapshot.on),
        published_on=names.day(day_where(snapshot, published)) if published else "",
        edition=rubric.edition,
        text=total_text(low, high, rubric, say),
        level=names.level(snapshot.level),
        low_at=share_of(low, rubric),
        high_at=share_of(high, rubric),
        is_new_edition=is_new,
    )


def total_ends(snapshot: Snapshot) -> tuple[Fraction | None, Fraction | None]:
    """Return both ends of the published total, exactly."""
    row = snapshot.row(TOTAL)
    low, high = (None if end is None else read_exact(end) for end in (row.low, row.high))
    return low, high


def share_of(end: Fraction | None, rubric: Rubric) -> str:
    """Return where an end of a total lies, from 0 to 100; an open one lies at the end."""
    most = rubric.root.out_of
    share = Fraction(1) if end is None else end / most
    return decimal_text(min(max(share, Fraction(0)), Fraction(1)) * 100, digits=2)
