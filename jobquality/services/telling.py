"""Telling the employer what became of a scorecard after it was published."""

import hashlib
from datetime import datetime

from jobquality.access.actors import Actor
from jobquality.ledger.form import load_snapshot
from jobquality.services.outbox import put
from jobquality.store.database import Session
from jobquality.store.notices import list_notices
from jobquality.store.organizations import get_organization
from jobquality.store.outbox import Message, list_messages
from jobquality.store.publications import Publication
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
    organization = get_organization(session, publication.organization_id)
    language = organization.languages[0] if organization.languages else "en"
    say, snapshot = Speaker(language), load_snapshot(publication.content)
    employer = snapshot.employer
    told = {
        "employer": employer.name,
        "reason": say.why(reason),
        "name": organization.name,
        "contact": organization.contact,
        "address": f"{public_url}/{language}/e/{employer.slug}/{snapshot.revision}",
    }
    message = Message(
        id=hashlib.sha256(f"{kind} {publication.hash}".encode()).hexdigest()[:32],
        organization_id=organization.id,
        kind=kind,
        to=_address(session, publication.assessment_id),
        language=language,
        subject=say(f"amends_mail_{kind}_subject", employer=_one_line(employer.name)),
        text=say(f"amends_mail_{kind}", **told),
        about="publication",
        about_id=publication.hash,
        made_by=actor.person_id,
    )
    return put(session, message, at=at)


def _address(session: Session, assessment_id: str) -> str:
    """Return the address that the newest mailed notice went to, or nothing."""
    for notice in reversed(list_notices(session, assessment_id)):
        for message in list_messages(session, about_id=notice.id):
            if message.to:
                return message.to
    return ""


def _one_line(name: str) -> str:
    return " ".join(name.split())[:120]
