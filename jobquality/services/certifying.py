"""Issue a certificate from a published score, and say before what stands in its way."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from jobquality.access.actors import Action, Actor, check_may
from jobquality.access.states import CertificateStatus, PublicationState
from jobquality.errors import RefusedError
from jobquality.ledger.certificate import CertificateBody, WageUsed, dump_certificate
from jobquality.ledger.form import load_snapshot
from jobquality.ledger.snapshot import Snapshot
from jobquality.rubrics.catalog import Catalog
from jobquality.rubrics.laws import rubric_may_certify
from jobquality.services.ages import months_after
from jobquality.services.amends import gone, read_amends
from jobquality.services.approvals import WROTE
from jobquality.services.certificates import OPEN, check_code, day_at
from jobquality.services.events import EventKind, note
from jobquality.services.hands import ANY_WAY, check_two
from jobquality.services.ledger import append
from jobquality.services.worth import ChangeStatus, set_worth
from jobquality.store.certificates import (
    Certificate,
    add_certificate,
    list_certificates,
)
from jobquality.store.database import Session
from jobquality.store.employers import family_of
from jobquality.store.keys import Keyring
from jobquality.store.organizations import Organization, get_organization
from jobquality.store.publications import Entry, Publication, get_publication, last_entry

_LIVING_WAGE = "living_wage"


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
        (any(one.status in OPEN for one in issued), Obstacle.ISSUED),
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
    _replace_earlier(session, actor, offer, code=code, keys=keys, at=at)
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


def _replace_earlier(  # noqa: PLR0913  # whose certificates give way to what, with which keys
    session: Session, actor: Actor, offer: Offer, *, code: str, keys: Keyring, at: datetime
) -> None:
    records = family_of(session, offer.publication.employer_id)
    for earlier in list_certificates(session, employer_ids=records):
        if earlier.status in OPEN:
            command = ChangeStatus(
                code=earlier.code, status=CertificateStatus.REPLACED, reason=code
            )
            set_worth(session, actor, earlier, command, keys=keys, at=at)
