"""Two lines through everything published of one employer, and why the score moved."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from jobquality.ledger.recompute import period_of
from jobquality.ledger.snapshot import Snapshot
from jobquality.rubrics.bridges import Bridge
from jobquality.rubrics.catalog import Catalog, Edition
from jobquality.scoring.changes import ChangeSplit, split_change
from jobquality.scoring.periods import Lines, Period, draw_lines, is_same_edition
from jobquality.services.standard_checks import read_bridge
from jobquality.store.database import Session
from jobquality.store.standards import BRIDGE, read_files


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """Both lines, oldest first, with what leads from each period to the next one."""

    lines: Lines
    periods: tuple[Period, ...]
    bridges: tuple[Bridge | None, ...]

    def split(self, place: int) -> ChangeSplit:
        """Return why the published score moved from one period (the first is 0) to the next."""
        return split_change(self.periods[place], self.periods[place + 1], self.bridges[place])


def read_trend(session: Session, snapshots: Sequence[Snapshot], catalog: Catalog) -> Trend:
    """Return the trend of one employer's snapshots, oldest first, one or more.

    Between two editions of an own standard counts the bridge that was published with the
    later one; without one, only what both ask in the same words and on the same scale.

    Raises:
        FaultsError: a snapshot cannot be scored by its own edition.
    """
    places = catalog.parameters.places
    editions = [catalog.edition(one.rubric, one.edition) for one in snapshots]
    periods = tuple(
        period_of(snapshot, edition.rubric, places)
        for snapshot, edition in zip(snapshots, editions, strict=True)
    )
    bridges = tuple(_bridge(session, old, new) for old, new in pairwise(editions))
    lines = draw_lines(periods, bridges)
    return Trend(lines=lines, periods=periods, bridges=bridges)


def _bridge(session: Session, old: Edition, new: Edition) -> Bridge | None:
    if is_same_edition(old.rubric, new.rubric):
        return None
    content = read_files(session, new.rubric.name).get(BRIDGE) if new.owner else None
    is_for_this = content is not None and old.rubric.id == new.rubric.id
    return read_bridge(content if is_for_this else None, old, new)
