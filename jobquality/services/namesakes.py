"""Who an employer, an organization and a certificate are said to be, held against the record.

This is for chains that do not say yet what stands beside them, as before there were such acts
(see `jobquality.services.signed`). Each change leaves its trace: who proposed and who confirmed
it, the old address, the log. A row that was changed without that trace is named.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from jobquality.access.states import CertificateStatus
from jobquality.ledger.audit import Published, Wrong
from jobquality.services.events import EventKind
from jobquality.store.certificates import list_certificates
from jobquality.store.database import Session
from jobquality.store.employers import Employer, list_records
from jobquality.store.events import Event, WantedEvents, find_events
from jobquality.store.mergers import Merger, MergerState, list_mergers
from jobquality.store.names import NameKind, list_names, list_old_slugs
from jobquality.store.organizations import Organization
from jobquality.store.renames import ChangeState, list_changes

_EVERY = 1_000_000
_WORTH = {
    EventKind.ISSUED.value: CertificateStatus.VALID,
    EventKind.SUSPENDED.value: CertificateStatus.SUSPENDED,
    EventKind.UNSUSPENDED.value: CertificateStatus.VALID,
    EventKind.REVOKED.value: CertificateStatus.REVOKED,
    EventKind.REPLACED.value: CertificateStatus.REPLACED,
}


def find_renamed(
    session: Session,
    organization: Organization,
    shown: Sequence[Published],
    certificates: Iterable[str],
) -> Iterator[Wrong]:
    """Yield every name, address, merger or status that was changed past the program.

    `shown` is all that was published, oldest first, `certificates` the hashes of all issued.
    """
    newest = {one.employer_id: one for one in shown}
    records = list_records(session, newest)
    mergers = list_mergers(session, state=MergerState.MERGED)
    for name, published in newest.items():
        message = _fault_of_record(session, published, records.get(name), mergers)
        if message:
            yield Wrong(number=published.number, message=message)
    yield from find_other_address(organization, shown)
    if shown:
        yield from _find_other_house(session, organization, shown[-1])
    yield from _find_misvalued(session, certificates)


def find_other_address(organization: Organization, shown: Sequence[Published]) -> Iterator[Wrong]:
    """Yield where an organization's address, which never changes, is not that of its scores."""
    if shown and organization.slug != shown[-1].issuer_slug:
        message = f"The organization has the address '{organization.slug}'; it published under "
        yield Wrong(number=shown[-1].number, message=f"{message}'{shown[-1].issuer_slug}'.")


def _fault_of_record(
    session: Session, published: Published, record: Employer | None, mergers: tuple[Merger, ...]
) -> str:
    if record is None:
        return "The record of the employer that it speaks of is gone."
    if record.name != published.name and not _is_renamed(session, record, published.name):
        return f"The employer is called '{record.name}' now; no two people renamed it."
    if record.slug != published.slug and published.slug not in list_old_slugs(session, record.id):
        return f"The employer has the address '{record.slug}' now; its old one leads nowhere."
    return _fault_of_merger(record, mergers)


def _is_renamed(session: Session, record: Employer, before: str) -> bool:
    changes = list_changes(session, record.id, state=ChangeState.CONFIRMED)
    if any(one.wanted.get("name") == record.name for one in changes):
        return True
    names = list_names(session, [record.id])
    return any(one.kind is NameKind.FORMER and one.text == before for one in names)


def _fault_of_merger(record: Employer, mergers: tuple[Merger, ...]) -> str:
    into = {
        one.kept_id
        for one in mergers
        if one.merged_id == record.id or record.id in one.moved.get("records", ())
    }
    if record.merged_into is None:
        return "The employer was merged into another one; its record hides that." if into else ""
    return "" if record.merged_into in into else "Its employer's record was merged by nobody."


def _find_other_house(
    session: Session, organization: Organization, last: Published
) -> Iterator[Wrong]:
    """Yield where an organization is not called as its newest score says, and nobody said so."""
    if organization.name == last.issuer:
        return
    wanted = WantedEvents(kind=EventKind.ORGANIZATION_CHANGED.value, since=last.published_at)
    changes = find_events(session, wanted, limit=_EVERY)
    if not any(_is_rename(one, organization.id) for one in changes):
        message = f"The organization is called '{organization.name}' now; the log knows of nobody."
        yield Wrong(number=last.number, message=message)


def _is_rename(event: Event, organization_id: str) -> bool:
    is_own = event.organization_id == organization_id
    return is_own and "name" in event.details.get("fields", "").split()


def _find_misvalued(session: Session, certificates: Iterable[str]) -> Iterator[Wrong]:
    """Yield each certificate that is worth something else than the log says was decided."""
    listed = list_certificates(session, hashes=certificates)
    worth = _worth_by_log(session, frozenset(one.code for one in listed))
    for one in listed:
        said = worth.get(one.code, one.status)
        if one.status is not said:
            message = f"The certificate is listed as {one.status}; by the log it is {said}."
            yield Wrong(number=one.number, message=message)


def _worth_by_log(session: Session, codes: frozenset[str]) -> Mapping[str, CertificateStatus]:
    if not codes:
        return {}
    told = find_events(session, WantedEvents(kind="certificate", things=codes), limit=_EVERY)
    # The newest come first, so that the last word is written last.
    return {one.about_id: _WORTH[one.kind] for one in reversed(told) if one.kind in _WORTH}
