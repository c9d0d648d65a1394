"""Let a chain begin to say itself what is known of employers; from then on each change is an act.

What was known before was never signed. So the first such act carries what is known at its
time, and is only written where nothing says otherwise: see `jobquality.services.untraced`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from jobquality.access.states import AssessmentState
from jobquality.ledger.acts import Act, ActKind, Called, StoodKnown, called_of
from jobquality.ledger.facts import Facts, Mark, nothing_known
from jobquality.services.acts import append_act
from jobquality.services.facts import listed_of, mark_of
from jobquality.services.standing import standings_of
from jobquality.services.untraced import find_untraced
from jobquality.store.assessments import list_assessments
from jobquality.store.beside import list_marked
from jobquality.store.chains import has_kind
from jobquality.store.database import Session
from jobquality.store.employers import Employer, list_records, list_sites
from jobquality.store.keys import Keyring


def begin_known(session: Session, organization_id: str, *, keys: Keyring, at: datetime) -> bool:
    """Say in the chain what is known of employers, unless it said so; return whether it does.

    That is once it says what stands beside it. The session belongs to the organization.

    Raises:
        RefusedError: the clock is behind the last entry.
        ConflictError: somebody else appended at the same moment.
        SetupError: the key that signed so far is not here.
    """
    if has_kind(session, organization_id, ActKind.KNOWN.value):
        return True
    begun = has_kind(session, organization_id, ActKind.BESIDE.value)
    if not begun or next(find_untraced(session, organization_id), None) is not None:
        return False
    facts = tuple(_known(session, organization_id))
    brands = tuple(_unpublished(session, organization_id, facts))

    def made(number: int) -> Act:
        return StoodKnown(
            number=number, organization=organization_id, at=at, facts=facts, brands=brands
        )

    append_act(session, organization_id, made, keys=keys, at=at)
    return True


def _known(session: Session, organization_id: str) -> Iterator[Facts]:
    """Yield what is known of each employer on the record, where anything is, by id."""
    records = _on_record(session, organization_id)
    marks = _marks(session)
    brands = {one.brand_id for one in records.values()} | {
        mark.brand for each in marks.values() for mark in each
    }
    every = {**records, **list_records(session, sorted(one for one in brands if one))}
    listed = listed_of(session, every.values())
    for name in sorted(every):
        known = replace(listed[name], marks=tuple(marks.get(name, ())))
        if known != nothing_known(name):
            yield known


def _on_record(session: Session, organization_id: str) -> dict[str, Employer]:
    """Return every record that something is published of, that it is a part of, or was named."""
    standing = standings_of(session, [organization_id]).get(organization_id)
    named = set(standing.called) if standing else set()
    found = list_records(
        session, {one.employer_id for one in list_marked(session, organization_id)} | named
    )
    kept = list_records(session, {one.merged_into for one in found.values() if one.merged_into})
    return {**found, **kept}


def _marks(session: Session) -> dict[str, list[Mark]]:
    """Return which sites that a published score covers carry whose brand, by their employer."""
    published = AssessmentState.PUBLISHED
    covered = {
        site for one in list_assessments(session) if one.state is published for site in one.sites
    }
    found: dict[str, list[Mark]] = {}
    for site in sorted(list_sites(session, covered), key=lambda one: one.id):
        if site.brand_id:
            found.setdefault(site.employer_id, []).append(mark_of(site))
    return found


def _unpublished(
    session: Session, organization_id: str, facts: Iterable[Facts]
) -> Iterator[Called]:
    """Yield how brands are called that public pages name, and of which nothing is published."""
    listed = tuple(facts)
    named = {one.brand for one in listed} | {mark.brand for one in listed for mark in one.marks}
    own = _on_record(session, organization_id)
    for name, one in sorted(list_records(session, sorted(named - own.keys() - {""})).items()):
        called = called_of(one.id, one.name, one.slug)
        yield Called(employer=name, called=called, merged_into=one.merged_into or "")
