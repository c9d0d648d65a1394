"""Write what a certificate is worth from now on: in its row, in the chain and in the log."""

from dataclasses import dataclass
from datetime import datetime

from jobquality.access.actors import Actor
from jobquality.access.states import CertificateStatus
from jobquality.errors import IntegrityFailedError
from jobquality.ledger.acts import Worth
from jobquality.services.events import EventKind, note
from jobquality.services.sealed import FAILED
from jobquality.services.signing import sign_worth
from jobquality.services.standing import standings_of
from jobquality.store.certificates import Certificate, set_certificate_status
from jobquality.store.database import Session
from jobquality.store.keys import Keyring

_TOLD = {
    CertificateStatus.VALID: EventKind.UNSUSPENDED,
    CertificateStatus.SUSPENDED: EventKind.SUSPENDED,
    CertificateStatus.REVOKED: EventKind.REVOKED,
    CertificateStatus.REPLACED: EventKind.REPLACED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeStatus:
    """What a certificate shall be worth from now on; `seen` is the version that was shown.

    `proposed_by` is who proposed it, where another person decided.
    """

    code: str
    status: CertificateStatus
    reason: str
    seen: int | None = None
    proposed_by: str = ""


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
    by = tuple(one for one in (command.proposed_by, actor.person_id) if one)
    sign_worth(session, certificate.organization_id, worth, by, keys=keys, at=at)
    note(session, actor, _TOLD[status], command.code, at=at)


def check_worth(session: Session, certificate: Certificate) -> None:
    """Be quiet where a certificate is listed as the chain says, or the chain does not say yet.

    Raises:
        IntegrityFailedError: it is listed as something else.
    """
    owner = certificate.organization_id
    standing = standings_of(session, [owner]).get(owner)
    said = standing.worth_of(certificate) if standing else None
    listed = (certificate.status.value, certificate.reason)
    if said is not None and listed != (said.status, said.reason):
        raise IntegrityFailedError(FAILED)
