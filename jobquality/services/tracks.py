"""The published scores of an initiative's employers over time, from the snapshots alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from jobquality.access.states import PublicationState
from jobquality.ledger.form import load_snapshot
from jobquality.ledger.snapshot import Snapshot
from jobquality.reading.scorecard import day_where
from jobquality.rubrics.model import TOTAL
from jobquality.rubrics.places import Places
from jobquality.scoring.exact import read_exact
from jobquality.services.amends import read_amends
from jobquality.services.industries import is_within
from jobquality.services.sealed import find_changed
from jobquality.store.certificates import list_certificates
from jobquality.store.database import Session
from jobquality.store.employers import Employer, families_of, list_employers
from jobquality.store.initiatives import Initiative
from jobquality.store.publications import Publication, list_publications


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One published score; an end is None where it is open.

    `on` is the day it speaks of, `published_on` one where the organization is.
    """

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

    Only what the leading organization published counts, and nothing that was withdrawn, or is
    not what was signed: see `find_broken`.
    """
    employers = employers_of(session, initiative, places)
    tracks = [_track(one) for one in _published(session, employers, initiative)]
    return tuple(sorted(tracks, key=lambda track: (track.name.casefold(), track.slug)))


def find_broken(session: Session, initiative: Initiative, places: Places) -> tuple[str, ...]:
    """Return the names of employers with a score that is not what was signed, in their order."""
    employers = employers_of(session, initiative, places)
    whole = _records_of(session, employers)
    published = list_publications(session, employer_ids=set(whole))
    changed = find_changed(session, published)
    broken = {whole[one.employer_id] for one in published if one.hash in changed}
    return tuple(sorted(one.name for one in employers if one.id in broken))


def employers_of(session: Session, initiative: Initiative, places: Places) -> tuple[Employer, ...]:
    """Return every employer of the organization that follows from industry × region."""
    return tuple(one for one in list_employers(session) if _belongs(one, initiative, places))


def count_certificates(session: Session, tracks: tuple[Track, ...]) -> int:
    """Return how many of these employers were ever given a certificate."""
    families = families_of(session, {one.employer_id for one in tracks})
    records = {one for family in families.values() for one in family}
    certified = {one.employer_id for one in list_certificates(session, employer_ids=records)}
    return sum(not certified.isdisjoint(families.get(one.employer_id, ())) for one in tracks)


def _published(
    session: Session, employers: Iterable[Employer], initiative: Initiative
) -> Iterable[list[tuple[Publication, Snapshot]]]:
    """Return what was published of each employer by the initiative's standard, newest first.

    What was corrected later is left out: from the wrong score to the right one nothing changed
    at the employer.
    """
    amends = read_amends(session)
    whole = _records_of(session, employers)
    found: dict[str, list[tuple[Publication, Snapshot]]] = {}
    published = list_publications(session, employer_ids=set(whole))
    changed = find_changed(session, published)
    for publication in published:
        is_hidden = publication.state is PublicationState.WITHDRAWN or publication.hash in changed
        if is_hidden or amends.correction_of(publication) is not None:
            continue
        snapshot = load_snapshot(publication.content)
        if initiative.rubric in (snapshot.rubric, f"{snapshot.rubric}@{snapshot.edition}"):
            found.setdefault(whole[publication.employer_id], []).append((publication, snapshot))
    return found.values()


def _records_of(session: Session, employers: Iterable[Employer]) -> dict[str, str]:
    """Return the employer that each record is of, by the ids of both."""
    families = families_of(session, {one.id for one in employers})
    return {record: one for one, family in families.items() for record in family}


def _belongs(employer: Employer, initiative: Initiative, places: Places) -> bool:
    found = places.find(employer.place)
    is_there = found is not None and initiative.place in places.chain(found)
    is_ours = employer.organization_id == initiative.organization_id
    return is_ours and is_there and is_within(employer.sector, initiative.sector)


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
        published_on=day_where(snapshot, publication.published_at),
        edition=snapshot.edition,
        low=None if total.low is None else read_exact(total.low),
        high=None if total.high is None else read_exact(total.high),
        level=snapshot.level,
        contested=publication.contested,
    )
