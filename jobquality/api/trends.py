"""The trend of one employer: as published, like for like, and every step split by its causes."""

import re
from collections.abc import Iterator
from fractions import Fraction
from http import HTTPStatus
from typing import Any

from jobquality.api.blueprints import Blueprint
from jobquality.api.published import SLUG, TrendSchema
from jobquality.errors import IntegrityFailedError, NotFoundError
from jobquality.http import current
from jobquality.scoring.exact import exact_text
from jobquality.scoring.periods import Point
from jobquality.services.amends import Amends, gone
from jobquality.services.published import Published, current_of, line_of
from jobquality.services.said import has_replied, spoken_hashes
from jobquality.services.sealed import FAILED
from jobquality.services.trends import Trend, read_trend
from jobquality.store.database import EVERY_ORGANIZATION

blueprint = Blueprint("api_trends", __name__, "Trend of an employer")
_REFUSES = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE, HTTPStatus.SERVICE_UNAVAILABLE)
_NOTHING = "Nothing is published of an employer of that name."


@blueprint.reads("/employers/<slug>/trend", TrendSchema, refuses=_REFUSES)
def trend(slug: str) -> dict[str, Any]:
    """Show both lines of an employer, and what each step is made of.

    Every number is exact: a decimal, or `a/b` where the decimals never end. The parts of a
    step (employer, rubric, parameter, evidence) and `unsplit` add up to its change. A step that
    `is_correction` is one of ours, so it has no parts, and all of it is unsplit. A point that
    `was_corrected` was wrong; nothing is said where the newest one was withdrawn.
    """
    if not re.fullmatch(SLUG, slug):
        raise NotFoundError(_NOTHING)
    here = current()
    with here.database.reading(EVERY_ORGANIZATION) as session:
        line = line_of(session, slug)
        standing = [one for one in line.published if not one.is_withdrawn]
        if current_of(standing) is None:
            raise gone(line.newest, line.amends)
        if any(one.is_changed for one in standing):
            raise IntegrityFailedError(FAILED)
        found = read_trend(session, [one.snapshot for one in standing], here.catalog)
        corrections = line.amends.correcting
        spoken = frozenset(spoken_hashes(session))
    hashes = [one.publication.hash for one in standing]
    marks = [_marks(one, line.amends, spoken) for one in standing]
    return {
        "published": list(_points(found.lines.published, hashes, marks)),
        "like_for_like": list(_points(found.lines.like_for_like, hashes, marks)),
        "compared": list(found.lines.compared),
        "left_out": list(found.lines.left_out),
        "steps": list(_steps(found, hashes, corrections)),
    }


def _marks(published: Published, amends: Amends, spoken: frozenset[str]) -> dict[str, bool]:
    """Return what stands beside a score wherever it is shown."""
    return {
        "contested": published.publication.contested,
        "employer_replied": has_replied(published, spoken),
        "was_corrected": amends.correction_of(published.publication) is not None,
    }


def _points(
    points: tuple[Point, ...], hashes: list[str], marks: list[dict[str, bool]]
) -> Iterator[dict[str, Any]]:
    for point, name, beside in zip(points, hashes, marks, strict=True) if points else ():
        total, rubric = point.total, point.period.rubric
        yield {
            "hash": name,
            "on": point.period.facts.on,
            "rubric": rubric.id,
            "edition": rubric.edition,
            "value": _text(total.value if total else None),
            "low": _text(total.low if total else None),
            "high": _text(total.high if total else None),
            "is_break": point.is_break,
            **beside,
        }


def _text(number: Fraction | None) -> str | None:
    return None if number is None else exact_text(number)


def _steps(
    trend: Trend, hashes: list[str], corrections: frozenset[str]
) -> Iterator[dict[str, Any]]:
    for place in range(len(hashes) - 1):
        is_ours = hashes[place + 1] in corrections
        for measure, split in trend.split(place).splits.items():
            if split.change is not None:
                parts = {} if is_ours else split.parts
                yield {
                    "since": hashes[place],
                    "to": hashes[place + 1],
                    "measure": measure.value,
                    "change": exact_text(split.change),
                    "parts": [
                        {"cause": cause.value, "change": exact_text(part)}
                        for cause, part in parts.items()
                    ],
                    "unsplit": exact_text(split.change if is_ours else split.unsplit),
                    "is_correction": is_ours,
                }
