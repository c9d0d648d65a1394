"""Certificates: issued from a published score, suspended, revoked, replaced, and looked up."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
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
    WageUsed,
    dump_certificate,
    load_certificate,
)
from jobquality.ledger.form import load_snapshot
from jobquality.ledger.snapshot import Snapshot
from jobquality.rubrics.catalog import Catalog
from jobquality.rubrics.laws import rubric_may_certify
from jobquality.services.ages import months_after
from jobquality.services.amends import gone, read_amends
from jobquality.services.approvals import WROTE
from jobquality.services.events import EventKind, note
from jobquality.services.hands import ANY_WAY, check_two
from jobquality.services.known import Known, known_of
from jobquality.services.ledger import append
from jobquality.services.resting import check_carried
from jobquality.services.sealed import FAILED, check_body, check_whole
from jobquality.store.certificates import (
    Certificate,
    add_certificate,
    find_certificate,
    get_certificate,
    list_certificates,
    set_certificate_status,
)
from jobquality.store.database import Session
from jobquality.store.employers import family_of
from jobquality.store.keys import Keyring
from jobquality.store.organizations import Organization, get_organization
from jobquality.store.publications import (
    Entry,
    Publication,
    get_publication,
    last_entry,
    list_publications,
)

__all__ = ["find_certificate"]

#: No digit or letter that could be taken for another: neither 0 nor O, neither 1 nor I.
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
#: 16 letters of 32 are 80 bits.
CODE_LENGTH = 16
_GROUP = 4
_LONGEST_REASON = 1000
_LIVING_WAGE = "living_wage"
_WITHDRAWN = "The score behind it was withdrawn."
#: What is said of a certificate whose body is gone.
BURIED = "This certificate was withdrawn, and its hash kept: {hash} {reason}"
_OPEN = (CertificateStatus.VALID, CertificateStatus.SUSPENDED)
_S = CertificateStatus
_STEPS = {
    _S.VALID: {_S.SUSPENDED, _S.REVOKED},
    _S.SUSPENDED: {_S.VALID, _S.REVOKED},
}
_TOLD = {
    (_S.VALID, _S.SUSPENDED): EventKind.SUSPENDED,
    (_S.VALID, _S.REVOKED): EventKind.REVOKED,
    (_S.SUSPENDED, _S.REVOKED): EventKind.REVOKED,
    (_S.SUSPENDED, _S.VALID): EventKind.UNSUSPENDED,
}


class Obstacle(StrEnum):
    """Why no certificate can be issued from a publication."""

    NOT_CURRENT = "not_current"
    CONTESTED = "contested"
    NO_LEVEL = "no_level"
    BREAKS_A_LAW = "breaks_a_law"
    TOO_OLD = "too_old"
    NOT_PUBLIC = "not_public"
    ISSUED = "issued"


_SENTENCES = {
    Obstacle.NOT_CURRENT: "Only the newest published score can be certified.",
    Obstacle.CONTESTED: "The employer contests this score. Decide on that first.",
    Obstacle.NO_LEVEL: "The low end of the score reaches no level that carries a certificate.",
    Obstacle.BREAKS_A_LAW: "The standard does not keep every law that a certificate promises. "
    "'jobquality rubric check' names the lines that break them.",
    Obstacle.TOO_OLD: "The score is older than a certificate of this level may be.",
    Obstacle.NOT_PUBLIC: "This installation has no https address (PUBLIC_URL), so that nobody "
    "could check the certificate. Only samples can be issued here.",
    Obstacle.ISSUED: "A certificate was issued from this score already.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What a certificate from a publication would say, and what stands in its way."""

    publication: Publication
    snapshot: Snapshot
    organization: Organization
    valid_from: date
    valid_until: date | None
    obstacles: tuple[Obstacle, ...]
    issued: tuple[Certificate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a certificate is worth at a moment, and all that is said with it.

    `newer` is the hash of a score of the same employer that was published since; empty
    where there is none. `known` is the employer as it is today.
    """

    certificate: Certificate
    body: CertificateBody
    status: CertificateStatus
    reason: str
    newer: str
    known: Known


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeStatus:
    """What a certificate shall be worth from now on; `seen` is the version that was shown."""

    code: str
    status: CertificateStatus
    reason: str
    seen: int


def offer_certificate(
    session: Session, publication_hash: str, *, catalog: Catalog, at: datetime, is_https: bool
) -> Offer:
    """Return what a certificate would say, and every reason against it.

    It lasts as many months as its level says, counted from the day the score was published:
    an old score makes no fresh certificate.

    Raises:
        NotFoundError: there is no such publication of this organization.
        GoneError: a tombstone took its place.
    """
    publication = get_publication(session, publication_hash)
    if not publication.content:
        raise gone(publication, read_amends(session))
    snapshot = load_snapshot(publication.content)
    organization = get_organization(session, publication.organization_id)
    valid_from = day_at(organization.time_zone, at)
    valid_until = _end(snapshot, publication, organization, catalog)
    issued = list_certificates(session, publication_hash=publication_hash)
    found: list[tuple[bool, Obstacle]] = [
        (publication.state is not PublicationState.CURRENT, Obstacle.NOT_CURRENT),
        (publication.contested, Obstacle.CONTESTED),
        (valid_until is None, Obstacle.NO_LEVEL),
        (not _keeps_laws(snapshot, catalog), Obstacle.BREAKS_A_LAW),
        (valid_until is not None and valid_until < valid_from, Obstacle.TOO_OLD),
        (not (is_https or organization.is_sample), Obstacle.NOT_PUBLIC),
        (any(one.status in _OPEN for one in issued), Obstacle.ISSUED),
    ]
    return Offer(
        publication=publication,
        snapshot=snapshot,
        organization=organization,
        valid_from=valid_from,
        valid_until=valid_until,
        obstacles=tuple(obstacle for stands, obstacle in found if stands),
        issued=issued,
    )


def issue_certificate(  # noqa: PLR0913  # who certifies what, under which code, keys and clock
    session: Session,
    actor: Actor,
    publication_hash: str,
    *,
    code: str,
    catalog: Catalog,
    keys: Keyring,
    at: datetime,
    is_https: bool = False,
) -> Certificate:
    """Issue a certificate from a published score; those before it are replaced.

    `is_https` says that the installation has an https address, without which only samples
    can be issued.

    Raises:
        ForbiddenError: the actor may not certify, or wrote a part of the assessment.
        FaultsError: the code has not the form that codes have.
        NotFoundError: there is no such publication of this organization.
        RefusedError: something stands in the way; names everything.
    """
    check_may(actor, Action.CERTIFY)
    check_code(code)
    offer = offer_certificate(session, publication_hash, catalog=catalog, at=at, is_https=is_https)
    check_certifier(session, actor, offer, at=at)
    if offer.obstacles or offer.valid_until is None:
        raise RefusedError("\n".join(_SENTENCES[one] for one in offer.obstacles))
    last = last_entry(session, actor.organization_id)
    body = _body(offer, offer.valid_until, number=last.number + 1 if last else 1, code=code, at=at)
    content = dump_certificate(body)
    entry = append(
        session, actor.organization_id, kind="certificate", content=content, keys=keys, at=at
    )
    _replace_earlier(session, actor, offer, code=code, at=at)
    certificate = _issued(actor, offer, body, entry)
    add_certificate(session, certificate)
    note(session, actor, EventKind.ISSUED, code, at=at)
    return certificate


def check_certifier(session: Session, actor: Actor, offer: Offer, *, at: datetime) -> None:
    """Be quiet when somebody wrote no part of what the certificate would rest on.

    Raises:
        ForbiddenError: they did, or could have.
    """
    check_two(session, actor, offer.snapshot.roles.assessed_by, WROTE, at=at, ways=ANY_WAY)


def change_certificate_status(
    session: Session, actor: Actor, command: ChangeStatus, *, catalog: Catalog, at: datetime
) -> Certificate:
    """Suspend a certificate, revoke it, or lift its suspension, with a public reason.

    Raises:
        ForbiddenError: the actor may not certify.
        NotFoundError: there is no such certificate of this organization.
        FaultsError: no reason was given, or one too long.
        RefusedError: it cannot become that: revoked and replaced are for ever, and what was
            corrected or withdrawn carries a certificate no more.
        ConflictError: somebody changed it meanwhile.
    """
    check_may(actor, Action.CERTIFY)
    certificate = get_certificate(session, command.code)
    check_faults(_reason_faults(command.reason))
    if command.status not in _STEPS.get(certificate.status, set()):
        raise RefusedError(
            f"The certificate is '{certificate.status}' and cannot become '{command.status}'."
        )
    if command.status is CertificateStatus.VALID:
        check_carried(session, certificate, catalog)
    set_certificate_status(
        session, command.code, command.status, reason=command.reason, at=at, seen=command.seen
    )
    note(session, actor, _TOLD[certificate.status, command.status], command.code, at=at)
    return get_certificate(session, command.code)


def status_on(certificate: Certificate, on: date) -> CertificateStatus:
    """Return what a certificate is worth on a day where its issuer is.

    The last day of its validity counts whole. Whoever revoked or replaced it said more than
    the calendar can.
    """
    if certificate.status in _OPEN and on > certificate.valid_until:
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
    )


def check_issued(session: Session, certificate: Certificate, behind: Publication) -> None:
    """Be quiet where a certificate and the score behind it are still what was signed.

    Raises:
        IntegrityFailedError: one of them is not.
    """
    if certificate.content:
        check_body(session, certificate)
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


def _end(
    snapshot: Snapshot, publication: Publication, organization: Organization, catalog: Catalog
) -> date | None:
    """Return the last day a certificate would hold; None where the level carries none.

    The level is the one that the low end of the score reaches, every critical violation
    checked: nothing unknown helps anybody to a certificate.
    """
    rubric = catalog.get(snapshot.rubric, snapshot.edition)
    level = next((one for one in rubric.levels if one.id == snapshot.level), None)
    if level is None or level.months is None or level.declared:
        return None
    return months_after(day_at(organization.time_zone, publication.published_at), level.months)


def _keeps_laws(snapshot: Snapshot, catalog: Catalog) -> bool:
    """Say whether the standard keeps every law, so that a certificate can rest on it."""
    return rubric_may_certify(catalog.get(snapshot.rubric, snapshot.edition))


def _body(
    offer: Offer, valid_until: date, *, number: int, code: str, at: datetime
) -> CertificateBody:
    snapshot, organization = offer.snapshot, offer.organization
    return CertificateBody(
        number=number,
        code=code,
        level=snapshot.level,
        issuer_id=organization.id,
        issuer=snapshot.organization.name,
        contact=snapshot.organization.contact,
        is_sample=organization.is_sample,
        time_zone=organization.time_zone,
        employer_id=snapshot.employer.id,
        employer=snapshot.employer.name,
        slug=snapshot.employer.slug,
        sites=snapshot.employer.sites,
        living_wage=_living_wage(snapshot),
        rubric=snapshot.rubric,
        edition=snapshot.edition,
        scoring_hash=snapshot.scoring_hash,
        publication=offer.publication.hash,
        issued_at=at,
        valid_from=offer.valid_from,
        valid_until=valid_until,
    )


def _issued(actor: Actor, offer: Offer, body: CertificateBody, entry: Entry) -> Certificate:
    """Return the certificate that stands in the ledger now, as it is kept."""
    return Certificate(
        code=body.code,
        organization_id=actor.organization_id,
        hash=entry.hash,
        number=entry.number,
        publication_hash=offer.publication.hash,
        employer_id=offer.publication.employer_id,
        status=CertificateStatus.VALID,
        reason="",
        valid_from=body.valid_from,
        valid_until=body.valid_until,
        issued_at=body.issued_at,
        issued_by=actor.person_id,
        content=dump_certificate(body),
    )


def _living_wage(snapshot: Snapshot) -> WageUsed | None:
    used = next((one for one in snapshot.parameters if one.id == _LIVING_WAGE), None)
    if used is None or not used.rows:
        return None
    row = used.rows[0]
    return WageUsed(
        value=row.value, unit=used.unit, place=row.place, source=row.source, as_of=row.as_of
    )


def _replace_earlier(
    session: Session, actor: Actor, offer: Offer, *, code: str, at: datetime
) -> None:
    records = family_of(session, offer.publication.employer_id)
    for earlier in list_certificates(session, employer_ids=records):
        if earlier.status in _OPEN:
            set_certificate_status(
                session, earlier.code, CertificateStatus.REPLACED, reason=code, at=at
            )
            note(session, actor, EventKind.REPLACED, earlier.code, at=at)


def _reason_faults(reason: str) -> Iterator[Fault]:
    if not reason.strip():
        yield Fault(where="reason", message="The reason is missing.", remedy="It is public.")
    if len(reason) > _LONGEST_REASON:
        yield Fault(where="reason", message=f"The reason is longer than {_LONGEST_REASON} letters.")


def check_code(code: str) -> None:
    """Be quiet when a code has the form that ours have.

    Raises:
        FaultsError: it has not.
    """
    if len(code) != CODE_LENGTH or not set(code) <= set(ALPHABET):
        raise FaultsError([Fault(where="code", message="This is no code of a certificate.")])
