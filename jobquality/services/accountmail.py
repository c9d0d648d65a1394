"""Telling somebody what was done to their account: whoever did not want it learns of it."""

import secrets
from datetime import datetime

from jobquality.services.outbox import MessageKind, check_address, put
from jobquality.store.database import Session
from jobquality.store.organizations import get_organization
from jobquality.store.outbox import Message
from jobquality.store.people import Person
from jobquality.wording import Speaker

#: Who did it, where nobody but the command on the server did.
SERVER = "accounts_from_server"


def tell_person(
    session: Session, person: Person, what: str, *, by: str | None, at: datetime
) -> None:
    """Write to somebody, in their language, what was done to their account, and by whom.

    `what` is the end of the sentence's name, `by` the name of who did it, None for the server.
    Without a mail server it waits to be carried by hand. It holds no link and no secret, so
    that any colleague may carry it. Where no address is known, nobody is told; an account that
    mail cannot reach is told by hand.
    """
    if not person.email:
        return
    organization, say = get_organization(session, person.organization_id), Speaker(person.language)
    roles = ", ".join(say(f"accounts_role_{role}") for role in sorted(person.roles))
    told = say(f"accountmail_{what}", who=by or say(SERVER), roles=roles)
    name = " ".join(organization.name.split())[:120]
    message = Message(
        id=secrets.token_hex(16),
        organization_id=organization.id,
        kind=MessageKind.ACCOUNT,
        to="" if any(check_address(person.email)) else person.email,
        language=person.language,
        subject=say("accountmail_subject", name=name),
        text=say(
            "accountmail_text",
            person=person.name,
            told=told[:1].upper() + told[1:],
            name=organization.name,
        ),
        about="account",
        about_id=person.id,
    )
    put(session, message, at=at)
