"""What a new edition does to what is published, as its page tells it."""

from collections.abc import Iterator
from dataclasses import dataclass

from jobquality.reading.names import Names
from jobquality.rubrics.catalog import Catalog, Edition
from jobquality.scoring.rounding import decimal_text
from jobquality.services.impact import Impact, Move, Touched, shown_number
from jobquality.wording import Speaker

#: Those whose level changes come first, then those that cannot be scored.
_ORDER = (Move.LOSES, Move.GAINS, Move.UNSCORED, Move.SAME)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpactRow:
    """One employer: the score and level as published, and as they would be.

    `certificate` is the code of a valid one, or empty.
    """

    employer: str
    slug: str
    move: Move
    before: str
    level_before: str
    after: str
    level_after: str
    why: str
    certificate: str


def read_rows(
    impact: Impact, edition: Edition, catalog: Catalog, say: Speaker
) -> Iterator[ImpactRow]:
    """Yield each publication with what would become of it, in the order that matters."""
    names = Names.of(edition, say)
    earlier: dict[str, Names] = {}
    for move in _ORDER:
        for one in impact.of(move):
            if one.edition not in earlier:
                found = catalog.find(one.edition)
                earlier[one.edition] = Names.of(found, say) if found else names
            yield _row(one, earlier[one.edition], names)


def _row(one: Touched, before: Names, after: Names) -> ImpactRow:
    is_scored = one.move is not Move.UNSCORED
    return ImpactRow(
        employer=one.employer,
        slug=one.slug,
        move=one.move,
        before=_range(one.low_before, one.high_before),
        level_before=before.level(one.level_before),
        after=_range(one.low, one.high) if is_scored else "",
        level_after=after.level(one.level) if is_scored else "",
        why=one.why,
        certificate=one.certificate,
    )


def _range(low: str, high: str) -> str:
    first, last = (_text(one) for one in (low, high))
    return first if first == last else f"{first}–{last}"


def _text(exact: str) -> str:
    number = shown_number(exact)
    return "?" if number is None else decimal_text(number, digits=1)
