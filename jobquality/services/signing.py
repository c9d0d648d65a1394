"""Say in the chain what changes beside it: names, mergers, the house, worth of certificates.

Each is an act of its own, so that whoever changes a row alone, and forges its traces too, says
something else than the chain. Where nothing is published there is nothing to say yet.
"""

from collections.abc import Callable, Iterable
from datetime import datetime

from jobquality.ledger.acts import (
    Act,
    House,
    HouseChanged,
    IdentityChanged,
    Merged,
    StatusChanged,
    Worth,
    called_of,
)
from jobquality.services.acts import append_act
from jobquality.services.standing import standings_of
from jobquality.store.database import Session
from jobquality.store.employers import Employer, families_of, list_carriers, list_records
from jobquality.store.keys import Keyring
from jobquality.store.mergers import Merger, MergerState
from jobquality.store.organizations import Organization
from jobquality.store.publications import last_entry, list_publications


def sign_identity(
    session: Session, employer: Employer, by: Iterable[str], *, keys: Keyring, at: datetime
) -> None:
    """Say how an employer is called from now on, where anything is published of it.

    Raises:
        RefusedError: the clock is behind the last entry.
        ConflictError: somebody else appended at the same moment.
        SetupError: the key that signed so far is not here.
    """

    def made(number: int) -> Act:
        return IdentityChanged(
            number=number,
            organization=employer.organization_id,
            at=at,
            employer=employer.id,
            called=called_of(employer.id, employer.name, employer.slug),
            decided_by=tuple(by),
        )

    if is_on_record(session, [employer.id]):
        _append(session, employer.organization_id, made, keys=keys, at=at)


def sign_merger(
    session: Session, merger: Merger, kept: Employer, *, keys: Keyring, at: datetime
) -> None:
    """Say that records became one, or two again, where anything is published of one of them.

    Raises:
        As sign_identity.
    """
    is_undone = merger.state is MergerState.UNDONE
    people = (merger.decided_by,) if is_undone else (merger.proposed_by, merger.decided_by)

    def made(number: int) -> Act:
        return Merged(
            number=number,
            organization=merger.organization_id,
            at=at,
            kept=kept.id,
            merged=merger.merged_id,
            records=(merger.merged_id, *merger.moved.get("records", ())),
            called=called_of(kept.id, kept.name, kept.slug),
            is_undone=is_undone,
            decided_by=tuple(dict.fromkeys(one for one in people if one)),
        )

    if is_on_record(session, [merger.kept_id, merger.merged_id]):
        _append(session, merger.organization_id, made, keys=keys, at=at)


def sign_house(
    session: Session, organization: Organization, by: str, *, keys: Keyring, at: datetime
) -> None:
    """Say what an organization says of itself from now on.

    Raises:
        As sign_identity.
    """

    def made(number: int) -> Act:
        return HouseChanged(
            number=number,
            organization=organization.id,
            at=at,
            house=house_of(organization),
            decided_by=(by,),
        )

    _append(session, organization.id, made, keys=keys, at=at)


def sign_worth(  # noqa: PLR0913  # what is worth how much in whose chain, by whom and when
    session: Session,
    organization_id: str,
    worth: Worth,
    by: tuple[str, ...],
    *,
    keys: Keyring,
    at: datetime,
) -> None:
    """Say what a certificate is worth from now on.

    Raises:
        As sign_identity.
    """

    def made(number: int) -> Act:
        return StatusChanged(
            number=number,
            organization=organization_id,
            at=at,
            certificate=worth.certificate,
            status=worth.status,
            reason=worth.reason,
            decided_by=by,
        )

    _append(session, organization_id, made, keys=keys, at=at)


def house_of(organization: Organization) -> House:
    """Return what an organization says of itself, as it is signed."""
    return House(
        name=organization.name,
        contact=organization.contact,
        region=organization.region,
        funding=organization.funding,
    )


def is_on_record(session: Session, employer_ids: Iterable[str]) -> bool:
    """Say whether anything was ever published of these records.

    Or of what is a part of them, or of whoever runs sites of their brand; or whether a chain
    ever said who they are.
    """
    wanted = tuple(employer_ids)
    both = {*wanted, *list_carriers(session, wanted)}
    records = {each for family in families_of(session, both).values() for each in family}
    return bool(list_publications(session, employer_ids=records)) or _is_said(session, wanted)


def _is_said(session: Session, employer_ids: Iterable[str]) -> bool:
    records = list_records(session, employer_ids).values()
    standings = standings_of(session, {one.organization_id for one in records})
    return any(
        one.organization_id in standings and one.id in standings[one.organization_id].called
        for one in records
    )


def _append(
    session: Session,
    organization_id: str,
    make: Callable[[int], Act],
    *,
    keys: Keyring,
    at: datetime,
) -> None:
    if last_entry(session, organization_id) is not None:
        append_act(session, organization_id, make, keys=keys, at=at)
