"""What rests on a publication: the certificates that were issued from it.

A certificate keeps while the level that it names is still reached by the score that set its own
right. Where it is not, or the score was taken back, it is suspended in the same moment, for the
reason that everyone reads. Nobody is given a certificate by a correction: two people issue it.

Source: docs/decisions/0033-corrections.md
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from jobquality.access.actors import Actor
from jobquality.access.states import CertificateStatus, PublicationState
from jobquality.errors import RefusedError
from jobquality.ledger.certificate import load_certificate
from jobquality.ledger.comparing import is_lower_level
from jobquality.ledger.form import load_snapshot
from jobquality.rubrics.catalog import Catalog
from jobquality.services.amends import Corrected, TakenBack, read_amends
from jobquality.services.worth import ChangeStatus, set_worth
from jobquality.store.certificates import (
    Certificate,
    list_certificates,
)
from jobquality.store.corrections import find_correcting, list_correcting
from jobquality.store.database import Session
from jobquality.store.keys import Keyring
from jobquality.store.publications import Publication, get_publication, list_publications


def suspend_fallen(  # noqa: PLR0913  # whose certificates fall with what, and why
    session: Session,
    actor: Actor,
    publication: Publication,
    *,
    reason: str,
    catalog: Catalog,
    keys: Keyring,
    at: datetime,
) -> tuple[Certificate, ...]:
    """Suspend each valid certificate that a publication does not carry any more; return them.

    It may rest on this publication, or on one that this one set right.
    """
    fallen = tuple(
        one
        for resting in _line_before(session, publication)
        for one in list_certificates(session, publication_hash=resting.hash)
        if one.status is CertificateStatus.VALID and not is_carried(one, publication, catalog)
    )
    for one in fallen:
        command = ChangeStatus(code=one.code, status=CertificateStatus.SUSPENDED, reason=reason)
        set_worth(session, actor, one, command, keys=keys, at=at)
    return fallen


def is_carried(certificate: Certificate, publication: Publication, catalog: Catalog) -> bool:
    """Say whether a publication that still stands reaches the level of a certificate."""
    if publication.state is PublicationState.WITHDRAWN or not publication.content:
        return False
    if not certificate.content:
        return False
    body, snapshot = load_certificate(certificate.content), load_snapshot(publication.content)
    rubric = catalog.get(snapshot.rubric, snapshot.edition)
    return not is_lower_level(body.level, snapshot.level, rubric)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resting:
    """What became of the score behind a certificate; both None where nothing did.

    `is_carried` says that the score of today still reaches its level.
    """

    corrected: Corrected | None
    withdrawn: TakenBack | None
    is_carried: bool


def read_resting(session: Session, certificate: Certificate, catalog: Catalog) -> Resting:
    """Return what became of the score behind a certificate."""
    behind = get_publication(session, certificate.publication_hash)
    carrier, amends = find_carrier(session, certificate), read_amends(session)
    return Resting(
        corrected=amends.correction_by(carrier) if carrier.hash != behind.hash else None,
        withdrawn=amends.withdrawal_of(carrier) or amends.withdrawal_of(behind),
        is_carried=is_carried(certificate, carrier, catalog),
    )


def check_carried(session: Session, certificate: Certificate, catalog: Catalog) -> None:
    """Be quiet where the score behind a certificate still reaches its level.

    Raises:
        RefusedError: it was withdrawn, or corrected so that it does not.
    """
    if not is_carried(certificate, find_carrier(session, certificate), catalog):
        raise RefusedError(
            "The score behind it was withdrawn, or corrected so that it does not reach this "
            "level any more. Revoke it; issue a new one from a score that reaches a level."
        )


def find_carrier(session: Session, certificate: Certificate) -> Publication:
    """Return the publication that a certificate rests on today: the last that set it right."""
    found = get_publication(session, certificate.publication_hash)
    while True:
        following = _corrected_by(session, found)
        if following is None:
            return found
        found = following


def _corrected_by(session: Session, publication: Publication) -> Publication | None:
    for one in list_correcting(session, publication.hash):
        for published in list_publications(session, assessment_id=one.assessment_id):
            return published
    return None


def _line_before(session: Session, publication: Publication) -> Iterator[Publication]:
    """Yield a publication, what it set right, what that one had set right, and so on."""
    found: Publication | None = publication
    while found is not None:
        yield found
        correcting = find_correcting(session, found.assessment_id)
        found = get_publication(session, correcting.publication) if correcting else None
