"""Let a chain begin to say itself what stands beside it; from then on each change is an act.

What was before such acts existed was never signed. So the first one carries what stands there
at its time, and is only written where the traces of every change before it are there: nobody
gets a name signed that no two people gave.
"""

from collections.abc import Iterator
from datetime import datetime

from jobquality.ledger.acts import Act, ActKind, Called, StoodBeside, Worth, called_of
from jobquality.ledger.audit import PUBLICATION, Published, published_of
from jobquality.ledger.canonical import hash_of
from jobquality.ledger.form import load_snapshot
from jobquality.services.acts import append_act
from jobquality.services.contesting import mark, marks_of
from jobquality.services.drawn import sign_older
from jobquality.services.namesakes import find_renamed
from jobquality.services.signing import house_of
from jobquality.store.beside import list_marked
from jobquality.store.certificates import Certificate, list_certificates
from jobquality.store.chains import has_kind, walk_chain
from jobquality.store.database import Session
from jobquality.store.employers import Employer, list_records
from jobquality.store.keys import Keyring
from jobquality.store.organizations import Organization, get_organization
from jobquality.store.publications import last_entry


def begin_beside(session: Session, organization_id: str, *, keys: Keyring, at: datetime) -> bool:
    """Say in the chain what stands beside it now, unless it said so before; return whether it does.

    Every document that was issued before is signed, and a mark of a dispute that is not what
    the chain says is set right. The session belongs to the organization.

    Raises:
        RefusedError: the clock is behind the last entry.
        ConflictError: somebody else appended at the same moment.
        SetupError: the key that signed so far is not here.
    """
    if has_kind(session, organization_id, ActKind.BESIDE.value):
        return True
    organization = get_organization(session, organization_id)
    if last_entry(session, organization_id) is None or not _is_explained(session, organization):
        return False
    marked = tuple(_set_right(session, organization_id))
    act = _Stood(session, organization, marked, at).made
    append_act(session, organization_id, act, keys=keys, at=at)
    sign_older(session, organization_id, keys=keys)
    return True


def _is_explained(session: Session, organization: Organization) -> bool:
    """Say whether every change beside the chain left the traces that it has to leave."""
    shown = tuple(_shown(session, organization.id))
    certificates = [one.hash for one in list_certificates(session)]
    return next(find_renamed(session, organization, shown, certificates), None) is None


def _shown(session: Session, organization_id: str) -> Iterator[Published]:
    for entry, body in walk_chain(session, organization_id):
        # What is not what was signed is named by `verify`, and explains nothing.
        if entry.kind == PUBLICATION and body and hash_of(body) == entry.hash:
            yield published_of(entry, load_snapshot(body))


def _set_right(session: Session, organization_id: str) -> Iterator[str]:
    """Mark each publication anew that is contested in the list and not by the chain, or not so."""
    listed = [one for one in list_marked(session, organization_id) if not one.is_withdrawn]
    wanted: dict[str, bool] = {}
    for one in listed:
        if one.hash not in wanted:
            wanted |= marks_of(session, one.employer_id)
    wrong = [one for one in listed if one.contested != wanted.get(one.hash, False)]
    for one in wrong:
        mark(session, one.employer_id)
        yield one.hash


class _Stood:
    """What stands beside a chain at a moment."""

    def __init__(
        self, session: Session, organization: Organization, marked: tuple[str, ...], at: datetime
    ) -> None:
        self._organization = organization
        self._marked = marked
        self._at = at
        self._records = _published_records(session, organization.id)
        self._certificates = list_certificates(session)

    def made(self, number: int) -> Act:
        """Return the act."""
        return StoodBeside(
            number=number,
            organization=self._organization.id,
            at=self._at,
            house=house_of(self._organization),
            employers=tuple(_called(one) for one in self._records),
            certificates=tuple(sorted(map(_worth, self._certificates), key=_name)),
            marked=self._marked,
        )


def _published_records(session: Session, organization_id: str) -> tuple[Employer, ...]:
    """Return every record that something is published of, and what it is a part of, by id."""
    ids = {one.employer_id for one in list_marked(session, organization_id)}
    found = list_records(session, ids)
    kept = list_records(session, {one.merged_into for one in found.values() if one.merged_into})
    both = {**found, **kept}
    return tuple(both[one] for one in sorted(both))


def _called(one: Employer) -> Called:
    merged_into = one.merged_into or ""
    called = called_of(one.id, one.name, one.slug)
    return Called(employer=one.id, called=called, merged_into=merged_into)


def _worth(one: Certificate) -> Worth:
    return Worth(certificate=one.hash, status=one.status.value, reason=one.reason)


def _name(one: Worth) -> str:
    return one.certificate
