"""Beside the published line: the like-for-like one, and why the score moved."""

from collections.abc import Sequence
from dataclasses import dataclass

from jobquality.http import Context
from jobquality.reading.splits import AlikeWords, SplitWords, read_alike, read_split
from jobquality.rubrics.catalog import Edition
from jobquality.services.published import Published
from jobquality.services.trends import read_trend
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.wording import Speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """How an employer's score moved: the like-for-like line, and the last step split.

    A correction is a step of ours: nothing of it is said to be the employer's doing.
    """

    alike: AlikeWords | None
    split: SplitWords
    is_correction: bool

    @property
    def places(self) -> tuple[str, ...]:
        """Where the like-for-like line runs, from 0 to 100."""
        return self.alike.low_at if self.alike else ()


def moved_of(
    here: Context,
    until: Sequence[Published],
    edition: Edition,
    say: Speaker,
    *,
    is_correction: bool,
) -> Moved | None:
    """Return how the score moved up to the last of these; None where there is only one."""
    if len(until) == 1:
        return None
    with here.database.reading(EVERY_ORGANIZATION) as session:
        trend = read_trend(session, [one.snapshot for one in until], here.catalog)
    last = len(until) - 2
    return Moved(
        alike=read_alike(trend.lines, edition, say),
        split=read_split(trend.split(last), edition, say),
        is_correction=is_correction,
    )
