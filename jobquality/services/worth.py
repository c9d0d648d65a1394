"""Write what a certificate is worth from now on: in its row, in the chain and in the log."""

from dataclasses import dataclass
from datetime import datetime

from jobquality.access.actors import Actor
from jobquality.access.states import CertificateStatus
from jobquality.errors import IntegrityFailedError
from jobquality.ledger.acts import Act, ActKind, StatusChanged, StoodBeside, Worth
from jobquality.ledger.canonical import hash_of
from jobquality.services.amends import read_act
from jobquality.services.events import EventKind, note
from jobquality.services.sealed import FAILED
from jobquality.services.signing import sign_worth
from jobquality.store.certificates import Certificate, set_certificate_status
from jobquality.store.chains import list_of_kinds
from jobquality.store.database import Session
from jobquality.store.keys import Keyring

_TOLD = {
    CertificateStatus.VALID: EventKind.UNSUSPENDED,
    CertificateStatus.SUSPENDED: EventKind.SUSPENDED,
    CertificateStatus.REVOKED: EventKind.REVOKED,
    CertificateStatus.REPLACED: EventKind.REPLACED,
}

_KINDS = (ActKind.BESIDE.value, ActKind.STATUS.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeStatus:
    """What a certificate shall be worth from now on; `seen` is the version that was shown."""

    code: str
    status: CertificateStatus
    reason: str
    seen: int | None = None


def set_worth(  # noqa: PLR0913  # who writes what of which certificate, with which keys, when
    session: Session,
    actor: Actor,
    certificate: Certificate,
    command: ChangeStatus,
    *,
    keys: Keyring,
    at: datetime,
) -> None:
    """Write it; the caller has checked that it may become that.

    Raises:
        IntegrityFailedError: it is not worth now what the chain says.
        ConflictError: somebody changed it since `command.seen`, or appended at the same moment.
        RefusedError: the clock is behind the last entry.
        SetupError: the key that signed so far is not here.
    """
    # Whoever adds to a forged row would sign that the chain contradicts itself.
    check_worth(session, certificate)
    status, reason = command.status, command.reason
    set_certificate_status(session, command.code, status, reason=reason, at=at, seen=command.seen)
    worth = Worth(certificate=certificate.hash, status=status.value, reason=reason)
    sign_worth(session, certificate.organization_id, worth, actor.person_id, keys=keys, at=at)
    note(session, actor, _TOLD[status], command.code, at=at)


def check_worth(session: Session, certificate: Certificate) -> None:
    """Be quiet where a certificate is listed as the chain says, or the chain does not say yet.

    Raises:
        IntegrityFailedError: it is listed as something else.
    """
    said = _said_of(session, certificate)
    listed = (certificate.status.value, certificate.reason)
    if said is not None and listed != (said.status, said.reason):
        raise IntegrityFailedError(FAILED)


def _said_of(session: Session, certificate: Certificate) -> Worth | None:
    """Return the last that the chain says of a certificate; None before it says such things."""
    found: Worth | None = None
    owner = certificate.organization_id
    for entry, content in list_of_kinds(session, _KINDS, organization_id=owner):
        # What is not what was signed says nothing; `verify` names it.
        if hash_of(content) == entry.hash:
            found = _after(read_act(entry.kind, content), certificate.hash, found)
    return found


def _after(act: Act, name: str, before: Worth | None) -> Worth | None:
    """Return what is said of a certificate after one more act."""
    if isinstance(act, StoodBeside):
        stood = (one for one in act.certificates if one.certificate == name)
        return next(stood, Worth(certificate=name, status=CertificateStatus.VALID, reason=""))
    if before is not None and isinstance(act, StatusChanged) and act.certificate == name:
        return Worth(certificate=name, status=act.status, reason=act.reason)
    return before
