"""Certificates: looked up, suspended and revoked; how one is issued stands in `certifying`."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from jobquality.access.actors import Action, Actor, check_may
from jobquality.access.states import CertificateStatus, PublicationState
from jobquality.errors import (
    Fault,
    FaultsError,
    GoneError,
    IntegrityFailedError,
    RefusedError,
    check_faults,
)
from jobquality.ledger.certificate import (
    CertificateBody,
    load_certificate,
)
from jobquality.ledger.form import load_snapshot
from jobquality.reading.smallgroups import find_small_groups
from jobquality.rubrics.catalog import Catalog
from jobquality.services.amends import read_amends
from jobquality.services.known import Known, known_of
from jobquality.services.resting import check_carried
from jobquality.services.said import (
    Spoken,
    is_only_unsent,
    is_replied_to,
    spoken_hashes,
    spoken_since,
)
from jobquality.services.sealed import FAILED, check_body, check_whole
from jobquality.services.worth import ChangeStatus, check_worth, set_worth
from jobquality.store.certificates import (
    Certificate,
    find_certificate,
    get_certificate,
)
from jobquality.store.database import Session
from jobquality.store.employers import family_of
from jobquality.store.keys import Keyring
from jobquality.store.publications import (
    Publication,
    get_publication,
    list_publications,
)

__all__ = ["ChangeStatus", "find_certificate"]

#: No digit or letter that could be taken for another: neither 0 nor O, neither 1 nor I.
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
#: 16 letters of 32 are 80 bits.
CODE_LENGTH = 16
_GROUP = 4
_LONGEST_REASON = 1000
_WITHDRAWN = "The score behind it was withdrawn."
#: What is said of a certificate whose body is gone.
BURIED = "This certificate was withdrawn, and its hash kept: {hash} {reason}"
#: What still says something: it may be taken back, and a newer one takes its place.
OPEN = (CertificateStatus.VALID, CertificateStatus.SUSPENDED)
_S = CertificateStatus
_STEPS = {
    _S.VALID: {_S.SUSPENDED, _S.REVOKED},
    _S.SUSPENDED: {_S.VALID, _S.REVOKED},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a certificate is worth at a moment, and all that is said with it.

    `newer` is the hash of a score of the same employer that was published since; empty
    where there is none. `known` is the employer as it is today. `has_replied` says whether
    words of the employer stand beside the score, `has_unsent` that these were never sent,
    `is_contested` whether it disputes a score, and
    `said` is what it said since the certificate was suspended or revoked.
    """

    certificate: Certificate
    body: CertificateBody
    status: CertificateStatus
    reason: str
    newer: str
    known: Known
    has_replied: bool
    is_contested: bool = False
    said: tuple[Spoken, ...] = ()
    has_unsent: bool = False


def change_certificate_status(  # noqa: PLR0913  # who decides what, with which keys, and when
    session: Session,
    actor: Actor,
    command: ChangeStatus,
    *,
    catalog: Catalog,
    keys: Keyring,
    at: datetime,
) -> Certificate:
    """Suspend a certificate, revoke it, or lift its suspension, with a public reason.

    Who has to stand for it is asked before: see `statuses`.

    Raises:
        ForbiddenError: the actor may not certify.
        NotFoundError: there is no such certificate of this organization.
        FaultsError: no reason was given, or one too long.
        RefusedError: it cannot become that: revoked and replaced are for ever, and what was
            corrected or withdrawn carries a certificate no more.
        ConflictError: somebody changed it meanwhile.
        SetupError: the key that signed so far is not here.
    """
    check_may(actor, Action.CERTIFY)
    certificate = get_certificate(session, command.code)
    check_faults(_reason_faults(command.reason))
    check_step(certificate, command.status)
    if command.status is CertificateStatus.VALID:
        check_carried(session, certificate, catalog)
    set_worth(session, actor, certificate, command, keys=keys, at=at)
    return get_certificate(session, command.code)


def check_step(certificate: Certificate, status: CertificateStatus) -> None:
    """Be quiet where a certificate can become that.

    Raises:
        RefusedError: revoked and replaced are for ever.
    """
    if status not in _STEPS.get(certificate.status, set()):
        raise RefusedError(
            f"The certificate is '{certificate.status}' and cannot become '{status}'."
        )


def status_on(certificate: Certificate, on: date) -> CertificateStatus:
    """Return what a certificate is worth on a day where its issuer is.

    The last day of its validity counts whole. Whoever revoked or replaced it said more than
    the calendar can.
    """
    if certificate.status in OPEN and on > certificate.valid_until:
        return CertificateStatus.EXPIRED
    return certificate.status


def look_up(session: Session, code: str, *, at: datetime) -> Standing | None:
    """Return what the certificate of a code is worth at this moment, or None.

    A certificate whose score was withdrawn is suspended, whatever else was decided.

    Raises:
        GoneError: a tombstone took its place.
        IntegrityFailedError: it, or the score behind it, is not what was signed.
    """
    certificate = find_certificate(session, code)
    if certificate is None:
        return None
    if not certificate.content:
        _check_buried(session, certificate)
        raise GoneError(BURIED.format(reason=certificate.reason, hash=certificate.hash))
    check_body(session, certificate)
    check_worth(session, certificate)
    body = load_certificate(certificate.content)
    status = status_on(certificate, day_at(body.time_zone, at))
    reason = certificate.reason
    records = family_of(session, certificate.employer_id)
    current = list_publications(session, employer_ids=records, state=PublicationState.CURRENT)[:1]
    behind = get_publication(session, certificate.publication_hash)
    check_whole(session, [behind])
    if status is CertificateStatus.VALID and behind.state is PublicationState.WITHDRAWN:
        status, reason = CertificateStatus.SUSPENDED, _WITHDRAWN
    newer = next((one.hash for one in current if one.hash != behind.hash), "")
    return Standing(
        certificate=certificate,
        body=body,
        status=status,
        reason=reason,
        newer=newer,
        known=known_of(session, [certificate.employer_id])[certificate.employer_id],
        **_said(session, behind),
        is_contested=any(one.contested for one in (behind, *current)),
        said=_said_since(session, certificate, behind),
    )


def _said_since(
    session: Session, certificate: Certificate, behind: Publication
) -> tuple[Spoken, ...]:
    """Return what the employer said since its certificate does not hold any more."""
    since, ends = certificate.status_at, (CertificateStatus.SUSPENDED, CertificateStatus.REVOKED)
    is_ended = certificate.status in ends
    return spoken_since(session, behind, since) if is_ended and since is not None else ()


def _said(session: Session, behind: Publication) -> dict[str, bool]:
    """Return whether the employer replied, or wrote something that it did not send."""
    if not behind.content:
        return {"has_replied": False}
    snapshot, spoken = load_snapshot(behind.content), spoken_hashes(session)
    return {
        "has_replied": is_replied_to(behind, snapshot, spoken),
        "has_unsent": is_only_unsent(behind, snapshot, spoken),
    }


def check_issued(session: Session, certificate: Certificate, behind: Publication) -> None:
    """Be quiet where a certificate and the score behind it are still what was signed.

    Raises:
        IntegrityFailedError: one of them is not.
    """
    if certificate.content:
        check_body(session, certificate)
        check_worth(session, certificate)
    else:
        _check_buried(session, certificate)
    check_whole(session, [behind])


def _check_buried(session: Session, certificate: Certificate) -> None:
    """Refuse a body that is gone where no act in the chain says so."""
    said = read_amends(session).tombstone_of(certificate.organization_id, certificate.hash)
    if said is None:
        raise IntegrityFailedError(FAILED)


def day_at(time_zone: str, at: datetime) -> date:
    """Return the day of a moment in a time zone."""
    return at.astimezone(ZoneInfo(time_zone)).date()


def plain_code(typed: str) -> str:
    """Return a code as it is kept, however it was typed: small letters, dashes, spaces."""
    return "".join(letter for letter in typed.upper() if letter.isalnum())[: CODE_LENGTH * 2]


def grouped_code(code: str) -> str:
    """Return a code as it is printed: `ABCD-EFGH-JKLM-NPQR`."""
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


def _reason_faults(reason: str) -> Iterator[Fault]:
    if not reason.strip():
        yield Fault(where="reason", message="The reason is missing.", remedy="It is public.")
    if len(reason) > _LONGEST_REASON:
        yield Fault(where="reason", message=f"The reason is longer than {_LONGEST_REASON} letters.")
    for words in find_small_groups(reason):
        message = f"'{words}' counts fewer than five workers, and this reason stays for ever."
        yield Fault(where="reason", message=message, remedy="Say it without how many they are.")


def check_code(code: str) -> None:
    """Be quiet when a code has the form that ours have.

    Raises:
        FaultsError: it has not.
    """
    if len(code) != CODE_LENGTH or not set(code) <= set(ALPHABET):
        raise FaultsError([Fault(where="code", message="This is no code of a certificate.")])
