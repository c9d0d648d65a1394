"""Whether a score is marked as the chain says: as contested, and as a sample or real.

`verify` compares the first with the list of statements, once that list was held against the
chain. A page asks the chain alone.
"""

from collections.abc import Collection, Mapping

from jobquality.access.states import PublicationState
from jobquality.services.standing import Standing, is_said_a_sample, standings_of
from jobquality.store.database import Session
from jobquality.store.listing import Moment, list_moments
from jobquality.store.practice import list_flags
from jobquality.store.publications import Publication


def find_mismarked(session: Session, listed: Collection[Publication]) -> frozenset[str]:
    """Return the hashes of those that are marked as contested and no open dispute says so.

    Or that an open dispute is about, and that are not marked so. What was withdrawn carries no
    mark that counts. Where a chain does not say yet what stands beside it, or a court let words
    of a dispute go, the mark stands as it is.
    """
    standings = standings_of(session, {one.organization_id for one in listed})
    told = [
        (one, standing)
        for one in listed
        if one.state is not PublicationState.WITHDRAWN
        and (standing := standings.get(one.organization_id)) is not None
        and standing.disputes is not None
        and (one.contested or standing.disputes.ruled)
    ]
    moments = _moments(session, told)
    return frozenset(
        one.hash for one, standing in told if one.contested != _is_open(one, standing, moments)
    )


def find_other_kind(session: Session, whole: Collection[Publication]) -> frozenset[str]:
    """Return the hashes of those that were signed as a sample and are listed as real, or so."""
    flags = list_flags(session, {one.organization_id for one in whole})
    return frozenset(
        one.hash
        for one in whole
        if one.content and flags.get(one.organization_id) != is_said_a_sample(one)
    )


def _moments(
    session: Session, told: Collection[tuple[Publication, Standing]]
) -> Mapping[str, Moment]:
    records = {two for one, standing in told for two in standing.family_of(one.employer_id)}
    found = list_moments(session, records) if records else ()
    return {one.hash: one for one in found}


def _is_open(one: Publication, standing: Standing, moments: Mapping[str, Moment]) -> bool:
    family = standing.family_of(one.employer_id)
    numbers = {key: it.number for key, it in moments.items() if it.employer_id in family}
    disputed = standing.disputes.open_in(numbers) if standing.disputes else frozenset()
    is_current = one.state is PublicationState.CURRENT
    return one.hash in disputed or (is_current and bool(disputed))
