"""How an assessment stands while it is made: the score so far, every reason, what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from jobquality.reading.ends import group_ends
from jobquality.reading.names import Names
from jobquality.reading.numbers import number_words, percent_words
from jobquality.reading.outcomes import Standing, blocking_words, check_words, other_words, standing
from jobquality.rubrics.model import OPEN_STATES, Group, Level
from jobquality.scoring.scorecard import LevelResult, NodeScore, Scorecard
from jobquality.services.sheets import Sheet
from jobquality.web.asked import FaultAt
from jobquality.web.uncounted import faults_of
from jobquality.wording import Speaker

_MOST_MISSING = 5
_THINNEST = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A range on a bar from 0 to 100: where it starts, and how wide it is."""

    start: str
    width: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One reason for or against a level; `stands` is `for`, `open` or `against`."""

    stands: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicStand:
    """One topic: its score so far and how much of it is answered."""

    id: str
    title: str
    range: str
    bar: Bar | None
    answered: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A question without an answer that gives points, and its part of the score."""

    id: str
    title: str
    share: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """The score so far. `next_level` is empty at the highest one, `range` without a score."""

    range: str
    low: str
    high: str
    bar: Bar | None
    marks: tuple[tuple[str, str], ...]
    level: str
    could_reach: str
    if_evidence_holds: str
    answered: str
    coverage: str
    next_level: str
    reasons: tuple[Reason, ...]
    topics: tuple[TopicStand, ...]
    missing: tuple[Gap, ...]
    faults: tuple[FaultAt, ...]


_NOTHING = Stand(
    range="", low="", high="", bar=None, marks=(), level="", could_reach="", if_evidence_holds="",
    answered="", coverage="", next_level="", reasons=(), topics=(), missing=(), faults=(),
)  # fmt: skip


def read_stand(sheet: Sheet, say: Speaker) -> Stand:
    """Return how an assessment stands, in the speaker's language."""
    names = Names.of(sheet.edition, say)
    faults = tuple(faults_of(sheet, names))
    card = sheet.preview.card
    if card is None or card.total.is_out:
        return replace(_NOTHING, faults=faults)
    outcome, total = card.outcome, card.total
    ends = group_ends(total, card.rubric, say)
    following = _next(card)
    return Stand(
        range=ends.text,
        low=ends.low,
        high=ends.high,
        bar=_bar(total),
        marks=tuple(_marks(card, names)),
        level=names.level(outcome.level),
        could_reach=names.level(outcome.could_reach),
        if_evidence_holds=names.level(outcome.if_evidence_holds),
        answered=percent_words(total.answered),
        coverage=percent_words(total.coverage),
        next_level=names.level(following.level.id) if following else "",
        reasons=tuple(_reasons(card, following, names)) if following else (),
        topics=tuple(_topics(card, names)),
        missing=tuple(_missing(card, names)),
        faults=faults,
    )


def _bar(node: NodeScore) -> Bar | None:
    """Return the range as a part of the most there can be; None where that has no end."""
    if not node.most or node.low is None or node.high is None:
        return None
    start, end = (float(100 * number / node.most) for number in (node.low, node.high))
    width = max(end - start, _THINNEST)
    return Bar(start=f"{min(start, 100 - width):.2f}", width=f"{width:.2f}")


def _marks(card: Scorecard, names: Names) -> Iterator[tuple[str, str]]:
    """Yield where each level's floor of the whole score lies."""
    most = card.total.most or Fraction(100)
    for level in card.rubric.levels:
        for floor in level.floors:
            if floor.name == "total" and not floor.at_most:
                place = f"{float(100 * floor.number / most):.2f}"
                yield (
                    place,
                    names.say(
                        "stand_mark", level=names.level(level.id), number=number_words(floor.number)
                    ),
                )


def _next(card: Scorecard) -> LevelResult | None:
    """Return the lowest level above the one that is reached; levels stand highest first."""
    above: LevelResult | None = None
    for result in card.outcome.levels:
        if result.level.id == card.outcome.level or result.is_reached:
            return above
        above = result if _is_scored(result.level) else above
    return above


def _is_scored(level: Level) -> bool:
    return level.has_conditions and not level.declared


def _reasons(card: Scorecard, result: LevelResult, names: Names) -> Iterator[Reason]:
    nodes = {node.id: node for node in card.total.walk()}
    found = [
        Reason(
            stands=standing(check, nodes.get(check.name)),
            text=check_words(check, names, nodes.get(check.name)),
        )
        for check in result.checks
    ]
    found += [Reason(stands=how, text=text) for how, text in other_words(result, card, names)]
    blocked = [Reason(stands=Standing.AGAINST, text=text) for text in blocking_words(result, names)]
    order = {Standing.AGAINST: 0, Standing.OPEN: 1, Standing.FOR: 2}
    yield from sorted([*blocked, *found], key=lambda one: order[Standing(one.stands)])


def _topics(card: Scorecard, names: Names) -> Iterator[TopicStand]:
    for node in card.total.children:
        if isinstance(node.node, Group) and not node.is_out:
            yield TopicStand(
                id=node.id,
                title=names.thing(node.id),
                range=group_ends(node, card.rubric, names.say).text,
                bar=_bar(node),
                answered=percent_words(node.answered),
            )


def _missing(card: Scorecard, names: Names) -> Iterator[Gap]:
    gaps = [
        node
        for node in card.total.walk()
        if not node.children and not isinstance(node.node, Group) and node.state in OPEN_STATES
    ]
    gaps.sort(key=lambda node: -node.share)
    for node in gaps[:_MOST_MISSING]:
        yield Gap(id=node.id, title=names.thing(node.id), share=percent_words(node.share))
