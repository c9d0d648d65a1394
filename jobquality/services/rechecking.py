"""Work published scores out again, some of them each day, from their own signed bytes.

A newer program, a changed file of a standard or a forged body shows here without anybody
asking. `verify` looks at all of them at once; this looks at each of them once in a while.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from jobquality.access.states import PublicationState
from jobquality.errors import FaultsError, NotFoundError
from jobquality.ledger.form import load_snapshot
from jobquality.ledger.recompute import recomputed
from jobquality.rubrics.catalog import Catalog
from jobquality.services.events import EventKind, record
from jobquality.services.whole import find_whole, is_body
from jobquality.store.chains import list_stands
from jobquality.store.database import Session
from jobquality.store.events import Event, WantedEvents, find_events
from jobquality.store.publications import Publication, get_publication

#: Each score is looked at once in so many days.
DAYS = 30
_ABOUT = "publication"
_EVERY = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A published score that does not come out again; `number` is that of its entry."""

    organization_id: str
    number: int
    hash: str


def look_again(
    session: Session, organization_id: str, catalog: Catalog, *, at: datetime
) -> tuple[Missed, ...]:
    """Look at the share of this day, and tell the log of each score that was not told before.

    What was withdrawn is not looked at. The session belongs to the organization.
    """
    today = at.date().toordinal() % DAYS
    wanted = [
        Missed(organization_id=organization_id, number=one.number, hash=one.hash)
        for one in list_stands(session, organization_id)
        if one.number % DAYS == today and one.state is not PublicationState.WITHDRAWN
    ]
    missed = tuple(_find_missed(session, wanted, catalog))
    known = {one.about_id for one in _told(session)}
    for one in missed:
        if one.hash not in known:
            record(
                session,
                None,
                EventKind.NOT_RECOMPUTED,
                organization_id=organization_id,
                about=_ABOUT,
                about_id=one.hash,
                at=at,
                details={"entry": str(one.number)},
            )
    return missed


def find_still_missed(session: Session, catalog: Catalog) -> tuple[Missed, ...]:
    """Return those of which the log was told and that still do not come out again."""
    told = {
        one.about_id: Missed(
            organization_id=one.organization_id,
            number=int(one.details["entry"]),
            hash=one.about_id,
        )
        for one in _told(session)
    }
    return tuple(_find_missed(session, tuple(told.values()), catalog))


def _told(session: Session) -> tuple[Event, ...]:
    wanted = WantedEvents(kind=EventKind.NOT_RECOMPUTED.value)
    return find_events(session, wanted, limit=_EVERY)


def _find_missed(session: Session, wanted: Sequence[Missed], catalog: Catalog) -> Iterator[Missed]:
    whole = find_whole(session, [one.hash for one in wanted])
    for one in wanted:
        if not _is_right(session, one, whole, catalog):
            yield one


def _is_right(session: Session, wanted: Missed, whole: frozenset[str], catalog: Catalog) -> bool:
    try:
        found = get_publication(session, wanted.hash)
        return is_body(found, whole) and (not found.content or _comes_out(found, catalog))
    except (FaultsError, NotFoundError):
        return False


def _comes_out(publication: Publication, catalog: Catalog) -> bool:
    snapshot = load_snapshot(publication.content)
    rubric = catalog.get(snapshot.rubric, snapshot.edition)
    return not recomputed(snapshot, rubric, catalog.parameters.places)
