"""Telling the employer what became of a scorecard after it was published."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from jobquality.access.actors import Actor
from jobquality.ledger.certificate import load_certificate
from jobquality.ledger.form import load_snapshot
from jobquality.services.outbox import put
from jobquality.store.certificates import Certificate
from jobquality.store.database import Session
from jobquality.store.employers import get_employer
from jobquality.store.notices import list_notices
from jobquality.store.organizations import get_organization
from jobquality.store.outbox import Message, list_messages
from jobquality.store.publications import Publication, get_publication
from jobquality.store.statements import Statement
from jobquality.wording import Speaker

CORRECTED, WITHDRAWN = "corrected", "withdrawn"


def tell_employer(  # noqa: PLR0913  # who tells what of which scorecard, why, and where it is
    session: Session,
    actor: Actor,
    publication: Publication,
    kind: str,
    *,
    reason: str,
    public_url: str,
    at: datetime,
) -> Message:
    """Write to the employer that its scorecard was corrected or withdrawn, and why.

    It goes to the address that the notice went to; without one, somebody carries it.
    """
    snapshot = load_snapshot(publication.content)
    told = _Told(
        kind=kind,
        publication=publication,
        employer=snapshot.employer.name,
        reason=reason,
        page=f"e/{snapshot.employer.slug}/{snapshot.revision}",
        about=("publication", publication.hash),
    )
    return _tell(session, actor, told, public_url=public_url, at=at)


def tell_of_words(  # noqa: PLR0913  # who tells of which words, why, and where it is
    session: Session,
    actor: Actor,
    statement: Statement,
    reason: str,
    *,
    public_url: str,
    at: datetime,
) -> Message:
    """Write to the employer that words of its own were taken out, and why."""
    publication = get_publication(session, statement.publication_hash)
    employer = get_employer(session, publication.employer_id)
    told = _Told(
        kind="words_gone",
        publication=publication,
        employer=employer.name,
        reason=reason,
        page=f"e/{employer.slug}",
        about=("statement", statement.id),
    )
    return _tell(session, actor, told, public_url=public_url, at=at)


def tell_of_worth(
    session: Session, actor: Actor, certificate: Certificate, *, public_url: str, at: datetime
) -> Message:
    """Write to the employer what its certificate is worth from now on, and why."""
    told = _Told(
        kind=f"worth_{certificate.status.value}",
        publication=get_publication(session, certificate.publication_hash),
        employer=load_certificate(certificate.content).employer,
        reason=certificate.reason,
        page=f"verify/{certificate.code}",
        about=("certificate", certificate.code),
    )
    return _tell(session, actor, told, public_url=public_url, at=at)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What is told of which publication; `page` is where it stands, behind the language."""

    kind: str
    publication: Publication
    employer: str
    reason: str
    page: str
    about: tuple[str, str]


def _tell(session: Session, actor: Actor, told: _Told, *, public_url: str, at: datetime) -> Message:
    organization = get_organization(session, told.publication.organization_id)
    language = organization.languages[0] if organization.languages else "en"
    say, (about, about_id) = Speaker(language), told.about
    words = {
        "employer": told.employer,
        "reason": say.why(told.reason),
        "name": organization.name,
        "contact": organization.contact,
        "address": f"{public_url}/{language}/{told.page}",
    }
    key = f"{told.kind} {about_id} {at.isoformat() if about == 'certificate' else ''}"
    mailed = find_mailed(session, told.publication.assessment_id)
    message = Message(
        id=hashlib.sha256(key.strip().encode()).hexdigest()[:32],
        organization_id=organization.id,
        kind=told.kind,
        to=mailed.to if mailed else "",
        language=language,
        subject=say(f"amends_mail_{told.kind}_subject", employer=one_line(told.employer)),
        text=say(f"amends_mail_{told.kind}", **words),
        about=about,
        about_id=about_id,
        made_by=actor.person_id,
    )
    return put(session, message, at=at)


def find_mailed(session: Session, assessment_id: str) -> Message | None:
    """Return the message by which the newest mailed notice went out, or None."""
    for notice in reversed(list_notices(session, assessment_id)):
        for message in list_messages(session, about_id=notice.id):
            if message.to:
                return message
    return None


def one_line(name: str) -> str:
    """Return a name as a subject can hold it."""
    return " ".join(name.split())[:120]
