"""Two lines through everything published of one employer, and why the score moved."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from jobquality.ledger.recompute import period_of
from jobquality.ledger.snapshot import Snapshot
from jobquality.ledger.withholding import as_shown
from jobquality.rubrics.bridges import Bridge
from jobquality.rubrics.catalog import Catalog
from jobquality.scoring.changes import ChangeSplit, split_change
from jobquality.scoring.periods import Lines, Period, draw_lines
from jobquality.services.bridged import bridge_between
from jobquality.store.database import Session


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

    Raises:
        FaultsError: a snapshot cannot be scored by its own edition.
    """
    places = catalog.parameters.places
    editions = [catalog.edition(one.rubric, one.edition) for one in snapshots]
    periods = tuple(
        period_of(as_shown(snapshot, edition.rubric, places), edition.rubric, places)
        for snapshot, edition in zip(snapshots, editions, strict=True)
    )
    bridges = tuple(bridge_between(session, old, new) for old, new in pairwise(editions))
    lines = draw_lines(periods, bridges)
    return Trend(lines=lines, periods=periods, bridges=bridges)
