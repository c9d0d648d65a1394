"""Which records are one employer, as the chain says it, whatever a row says.

A row that is forged gives an employer the scores of another one, or hides its own behind that
one's. So every public page asks here whose scores it shows, and where an old address leads.
"""

from collections.abc import Mapping
from dataclasses import replace

from jobquality.services.standing import Standing, standings_of
from jobquality.store.database import Session
from jobquality.store.employers import list_records
from jobquality.store.listing import Published, find_published
from jobquality.store.names import Moved, find_moved
from jobquality.store.publications import list_publications


def find_public(session: Session, slug: str) -> Published | None:
    """Return an employer with all of its publications, or None where nothing was published.

    What a row gives to another employer than the chain does comes with the one of the chain,
    and is named there: see `jobquality.services.standing`.
    """
    found = find_published(session, slug)
    if found is None:
        return None
    standing = _standing(session, found.organization_id)
    if standing is None or not _is_other(found, standing):
        return found
    family = _family(found.employer_id, standing)
    publications = list_publications(session, employer_ids=family)
    return replace(found, publications=publications) if publications else None


def without_strangers(session: Session, found: Published) -> Published:
    """Return an employer without what a row alone gives to it."""
    standing = _standing(session, found.organization_id)
    if standing is None:
        return found
    family = _family(found.employer_id, standing)
    own = tuple(one for one in found.publications if one.employer_id in family)
    return replace(found, publications=own)


def lead_on(session: Session, slug: str) -> Moved | None:
    """Return where a public name leads that is not the one to use any more, or None.

    A record that became a part of another one by its row alone stays where it is.
    """
    moved = find_moved(session, slug)
    if moved is None or not moved.is_part:
        return moved
    record = list_records(session, [moved.employer_id])[moved.employer_id]
    standing = _standing(session, record.organization_id)
    is_said = standing is None or standing.parts.get(record.id) == record.merged_into
    return moved if is_said else None


def _standing(session: Session, organization_id: str) -> Standing | None:
    found: Mapping[str, Standing] = standings_of(session, [organization_id])
    return found.get(organization_id)


def _family(employer_id: str, standing: Standing) -> frozenset[str]:
    """Return an employer and every record that became a part of it, as the chain says it."""
    parts = (one for one, into in standing.parts.items() if into == employer_id)
    return frozenset({employer_id, *parts})


def _is_other(found: Published, standing: Standing) -> bool:
    family = _family(found.employer_id, standing)
    return {one.employer_id for one in found.publications} != family
