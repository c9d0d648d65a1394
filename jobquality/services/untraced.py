"""What is known of employers, held against the two people who decided on it.

This is for chains that do not say yet what is known, as before there were such acts (see
`jobquality.services.misknown`). A further name names two people who are, or were, here; whatever
two people changed since something is published is still as they changed it.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime

from jobquality.ledger.audit import Wrong
from jobquality.services.renames import identity_of
from jobquality.store.beside import known_people, list_marked
from jobquality.store.database import Session
from jobquality.store.employers import Employer, list_records
from jobquality.store.mergers import MergerState, list_mergers
from jobquality.store.names import list_names
from jobquality.store.renames import ChangeState, IdentityChange, list_changes

#: What a chain says of an employer beside its name, in the words in which it is told.
_TOLD: Mapping[str, str] = {
    "scope": "What kind of employer it is",
    "brand_id": "The brand that it carries",
    "sites_known": "The number of its sites",
    "sites_known_on": "The day on which its sites were counted",
    "sites_known_source": "The source of the number of its sites",
}


def find_untraced(session: Session, organization_id: str) -> Iterator[Wrong]:
    """Yield what is known of a published employer and was decided by no two people."""
    first: dict[str, int] = {}
    since: dict[str, datetime] = {}
    for one in list_marked(session, organization_id):
        first.setdefault(one.employer_id, one.number)
        since.setdefault(one.employer_id, one.published_at)
    records = list_records(session, first)
    yield from _find_names(session, organization_id, first)
    for key, record in records.items():
        changes = [
            one
            for one in list_changes(session, key, state=ChangeState.CONFIRMED)
            if one.decided_at is not None and one.decided_at >= since[key]
        ]
        for message in _find_fields(session, record, changes):
            yield Wrong(number=first[key], message=message)


def _find_names(
    session: Session, organization_id: str, first: Mapping[str, int]
) -> Iterator[Wrong]:
    people = known_people(session, organization_id)
    for one in list_names(session, first):
        behind = {one.added_by, one.confirmed_by}
        if one.is_public and (len(behind) == 1 or not behind <= people):
            message = f"No two people stand behind the further name '{one.text}'."
            yield Wrong(number=first[one.employer_id], message=message)


def _find_fields(
    session: Session, record: Employer, changes: list[IdentityChange]
) -> Iterator[str]:
    wanted: dict[str, str] = {}
    for one in sorted(changes, key=lambda one: (one.decided_at or one.proposed_at, one.id)):
        wanted |= one.wanted
    now = identity_of(record)
    for name, told in _TOLD.items():
        if name in wanted and now[name] != wanted[name] and not _is_moved(session, name, record):
            yield f"{told} is not what two people decided."


def _is_moved(session: Session, name: str, record: Employer) -> bool:
    """Say whether it is a brand that a merger, done or undone, gave to its employer."""
    mergers = (
        list_mergers(session, record.brand_id) if name == "brand_id" and record.brand_id else ()
    )
    return any(one.state in (MergerState.MERGED, MergerState.UNDONE) for one in mergers)
