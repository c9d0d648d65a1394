"""Hold what stands beside a chain against what the chain itself says of it.

A name, an address, a merger, what the organization says of itself, and what a certificate is
worth: whoever changes a row, and forges all its traces too, has no key to say so in the chain.
"""

from collections.abc import Iterator

from jobquality.ledger.acts import Called, House, called_of
from jobquality.ledger.audit import Audit, Wrong
from jobquality.ledger.beside import Beside, beside_of, find_other_names
from jobquality.services.drawn import find_replaced
from jobquality.services.logseals import find_shortened, find_unmarked
from jobquality.services.misknown import find_misknown
from jobquality.services.namesakes import find_other_address, find_renamed
from jobquality.services.signing import house_of
from jobquality.services.traces import find_untraced_everywhere
from jobquality.store.certificates import list_certificates
from jobquality.store.database import Session
from jobquality.store.employers import Employer, list_records
from jobquality.store.names import list_old_slugs
from jobquality.store.organizations import Organization
from jobquality.store.proposals import list_forged


def find_unsigned(session: Session, organization: Organization, found: Audit) -> Iterator[Wrong]:
    """Yield whatever stands beside a chain and was not signed so.

    Where the chain does not say yet what stands beside it, rows are held against their traces.
    """
    beside = beside_of(found)
    if beside is None:
        yield from find_renamed(session, organization, found.published, found.certificates)
    else:
        yield from _find_misnamed(session, beside)
        yield from _find_lost_addresses(session, found)
        yield from find_other_address(organization, found.published)
        yield from _find_other_house(organization, beside)
        yield from _find_misvalued(session, beside)
        yield from find_other_names(found)
    yield from _find_other_kind(organization, found)
    yield from find_misknown(session, organization.id, found, beside)
    yield from find_shortened(session, organization.id, tuple(found.said.logs))
    yield from find_unmarked(session, organization.id)
    yield from find_forged(session, organization.id)
    yield from find_untraced_everywhere(session, organization.id)
    yield from find_replaced(session, organization.id, must_be_signed=beside is not None)


def find_forged(session: Session, organization_id: str) -> Iterator[Wrong]:
    """Yield each proposal that was put into somebody's mouth past the program."""
    for name in list_forged(session, organization_id):
        message = f"Proposal {name} was changed past the program, or never made in it."
        yield Wrong(number=None, message=message)


def _find_other_kind(organization: Organization, found: Audit) -> Iterator[Wrong]:
    """Yield where a real record is marked as invented, or an invented one as real."""
    for one in found.published[-1:]:
        if one.is_sample != organization.is_sample:
            now = "a sample" if organization.is_sample else "real"
            message = f"The organization is marked as {now}; what it signed says the opposite."
            yield Wrong(number=one.number, message=message)


def _find_misnamed(session: Session, beside: Beside) -> Iterator[Wrong]:
    records = list_records(session, beside.employers)
    for name, (number, called) in beside.employers.items():
        message = _fault_of_record(called, records.get(name))
        if message:
            yield Wrong(number=number, message=message)


def _fault_of_record(called: Called, record: Employer | None) -> str:
    if record is None:
        return "The record of the employer that it speaks of is gone."
    if called_of(record.id, record.name, record.slug) != called.called:
        return f"The employer is called '{record.name}' ({record.slug}) now; no entry says so."
    if (record.merged_into or "") == called.merged_into:
        return ""
    is_hidden = record.merged_into is None
    return (
        "The employer was merged into another one; its record hides that."
        if is_hidden
        else "Its employer's record was merged into another one; no entry says so."
    )


def _find_lost_addresses(session: Session, found: Audit) -> Iterator[Wrong]:
    """Yield each score whose employer had another address then, which leads elsewhere now."""
    records = list_records(session, {one.employer_id for one in found.published})
    named = {
        (one.employer_id, one.slug): one.number
        for one in found.published
        if one.employer_id in records and one.slug != records[one.employer_id].slug
    }
    for (employer, slug), number in named.items():
        if slug not in list_old_slugs(session, employer):
            message = f"The old address '{slug}' of the employer leads elsewhere, or nowhere."
            yield Wrong(number=number, message=message)


def _find_other_house(organization: Organization, beside: Beside) -> Iterator[Wrong]:
    now, said = house_of(organization), beside.house
    if now.name != said.name:
        message = f"The organization is called '{now.name}' now; the chain says '{said.name}'."
        yield Wrong(number=beside.house_by, message=message)
    elif now != said:
        fields = ", ".join(one for one in House.__slots__ if _differs(now, said, one))
        message = f"What the organization says of itself ({fields}) is not what the chain says."
        yield Wrong(number=beside.house_by, message=message)


def _differs(one: House, other: House, field: str) -> bool:
    return bool(getattr(one, field) != getattr(other, field))


def _find_misvalued(session: Session, beside: Beside) -> Iterator[Wrong]:
    for one in list_certificates(session, hashes=beside.worth):
        number, said = beside.worth[one.hash]
        if one.status.value != said.status:
            message = f"The certificate is listed as {one.status}; the chain says {said.status}."
            yield Wrong(number=number, message=message)
        elif one.reason != said.reason:
            message = f"The reason why the certificate is {one.status} is another than the chain's."
            yield Wrong(number=number, message=message)
