"""Who may say what a certificate is worth: one person at once, or one and another.

Whoever sees that a certificate may be wrong suspends it in the same minute, for a reason of a
list that says nothing bad about anybody. Words of one's own, and taking a certificate back, stay
for ever: another person stands for them too. The employer is told of all of it.

Source: docs/decisions/0054-words-that-two-stand-for.md
"""

from dataclasses import dataclass
from datetime import datetime

from jobquality.access.actors import Action, Actor, check_may
from jobquality.access.states import CertificateStatus
from jobquality.errors import RefusedError
from jobquality.rubrics.catalog import Catalog
from jobquality.services.certificates import change_certificate_status, check_step
from jobquality.services.events import EventKind, note
from jobquality.services.proposals import Verdict, check_stands_for, decide, propose
from jobquality.services.telling import tell_of_worth
from jobquality.services.worth import ChangeStatus
from jobquality.store.certificates import Certificate, get_certificate
from jobquality.store.database import Session
from jobquality.store.keys import Keyring
from jobquality.store.proposals import Proposal, ProposalKind
from jobquality.wording.whys import own_words

KIND = "status"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """With which standards and keys it is written, when, and below which address it stands."""

    catalog: Catalog
    keys: Keyring
    at: datetime
    public_url: str = ""


def needs_two(command: ChangeStatus) -> bool:
    """Say whether another person has to stand for it: it is for ever, or in free words."""
    is_back = command.status is CertificateStatus.REVOKED
    return is_back or bool(own_words(KIND, command.reason))


def change_alone(session: Session, actor: Actor, command: ChangeStatus, way: Way) -> Certificate:
    """Suspend a certificate, or lift that, for a reason of the list; the employer is told.

    Raises:
        RefusedError: another person has to stand for it, or it cannot become that.
        ForbiddenError, NotFoundError, FaultsError, ConflictError, SetupError: as
            `change_certificate_status`.
    """
    if needs_two(command):
        raise RefusedError(
            "One person alone says this with a reason of the list only. Propose it: another "
            "person has to stand for it."
        )
    return _carry_out(session, actor, command, way)


def propose_status(
    session: Session, actor: Actor, command: ChangeStatus, *, proposal_id: str, at: datetime
) -> Proposal:
    """Ask another person to stand for what a certificate is worth from now on.

    Raises:
        ForbiddenError: the actor may not certify.
        NotFoundError: there is no such certificate of this organization.
        RefusedError: it cannot become that, or that is proposed already.
        FaultsError: there is no reason, or too long a one.
    """
    check_may(actor, Action.CERTIFY)
    certificate = get_certificate(session, command.code)
    check_step(certificate, command.status)
    proposal = Proposal(
        id=proposal_id,
        organization_id=certificate.organization_id,
        kind=ProposalKind.STATUS,
        subject=certificate.code,
        reason=command.reason,
        proposed_by=actor.person_id,
        proposed_at=at,
        details={"status": command.status.value},
    )
    made = propose(session, actor, proposal)
    note(session, actor, EventKind.STATUS_PROPOSED, certificate.code, at=at)
    return made


def decide_status(session: Session, actor: Actor, verdict: Verdict, way: Way) -> Proposal:
    """Decide as the second person; where accepted, it is so at once and the employer is told.

    Raises:
        ForbiddenError: the actor may not certify, or proposed it.
        NotFoundError: there is no such proposal.
        RefusedError: it is decided already, or the certificate cannot become that any more.
        FaultsError: nobody stands for the free words of the reason.
        ConflictError, SetupError: as `change_certificate_status`.
    """
    check_may(actor, Action.CERTIFY)
    decided = decide(session, actor, verdict, kind=ProposalKind.STATUS, at=way.at)
    if not verdict.is_accepted:
        note(session, actor, EventKind.PROPOSAL_REFUSED, decided.subject, at=way.at)
        return decided
    check_stands_for(verdict, own_words(KIND, decided.reason))
    command = ChangeStatus(
        code=decided.subject,
        status=CertificateStatus(decided.details["status"]),
        reason=decided.reason,
        proposed_by=decided.proposed_by,
    )
    _carry_out(session, actor, command, way)
    return decided


def _carry_out(session: Session, actor: Actor, command: ChangeStatus, way: Way) -> Certificate:
    changed = change_certificate_status(
        session, actor, command, catalog=way.catalog, keys=way.keys, at=way.at
    )
    tell_of_worth(session, actor, changed, public_url=way.public_url, at=way.at)
    return changed
