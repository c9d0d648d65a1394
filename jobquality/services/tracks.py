"""The published scores of an initiative's employers over time, from the snapshots alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from jobquality.access.states import PublicationState
from jobquality.ledger.exact import read_exact
from jobquality.ledger.form import load_snapshot
from jobquality.ledger.snapshot import Snapshot
from jobquality.rubrics.model import TOTAL
from jobquality.rubrics.places import Places
from jobquality.services.industries import is_within
from jobquality.store.certificates import list_certificates
from jobquality.store.database import Session
from jobquality.store.employers import Employer, list_employers
from jobquality.store.initiatives import Initiative
from jobquality.store.publications import Publication, list_publications


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One published score; an end is None where it is open. `on` is the day it speaks of."""

    hash: str
    on: date
    published_on: date
    edition: str
    low: Fraction | None
    high: Fraction | None
    level: str
    contested: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """One employer by its public name, with its published scores, oldest first."""

    employer_id: str
    slug: str
    name: str
    points: tuple[Point, ...]


def read_tracks(session: Session, initiative: Initiative, places: Places) -> tuple[Track, ...]:
    """Return the employers that follow from industry × region, with a score by its standard.

    Only what the leading organization published counts, and nothing that was withdrawn.
    """
    by_employer: dict[str, list[tuple[Publication, Snapshot]]] = {}
    for publication, snapshot in _published(session, initiative):
        by_employer.setdefault(publication.employer_id, []).append((publication, snapshot))
    tracks = [
        _track(found)
        for found in by_employer.values()
        if _belongs(found[0][1].employer.sector, found[0][1].employer.place, initiative, places)
    ]
    return tuple(sorted(tracks, key=lambda track: (track.name.casefold(), track.slug)))


def employers_of(session: Session, initiative: Initiative, places: Places) -> tuple[Employer, ...]:
    """Return every employer of the organization that follows from industry × region."""
    return tuple(
        one
        for one in list_employers(session)
        if one.organization_id == initiative.organization_id
        and _belongs(one.sector, one.place, initiative, places)
    )


def count_certificates(session: Session, tracks: tuple[Track, ...]) -> int:
    """Return how many of these employers were ever given a certificate."""
    return sum(1 for one in tracks if list_certificates(session, employer_id=one.employer_id))


def _published(session: Session, initiative: Initiative) -> Iterator[tuple[Publication, Snapshot]]:
    """Yield what was published by the initiative's standard, newest first."""
    for publication in list_publications(session):
        is_ours = publication.organization_id == initiative.organization_id
        if is_ours and publication.state is not PublicationState.WITHDRAWN:
            snapshot = load_snapshot(publication.content)
            if snapshot.rubric == initiative.rubric:
                yield publication, snapshot


def _belongs(sector: str, place: str, initiative: Initiative, places: Places) -> bool:
    found = places.find(place)
    is_there = found is not None and initiative.place in places.chain(found)
    return is_there and is_within(sector, initiative.sector)


def _track(found: list[tuple[Publication, Snapshot]]) -> Track:
    newest = found[0][1].employer
    return Track(
        employer_id=found[0][0].employer_id,
        slug=newest.slug,
        name=newest.name,
        points=tuple(_point(*one) for one in reversed(found)),
    )


def _point(publication: Publication, snapshot: Snapshot) -> Point:
    total = snapshot.row(TOTAL)
    return Point(
        hash=publication.hash,
        on=snapshot.on,
        published_on=publication.published_at.date(),
        edition=snapshot.edition,
        low=None if total.low is None else read_exact(total.low),
        high=None if total.high is None else read_exact(total.high),
        level=snapshot.level,
        contested=publication.contested,
    )
