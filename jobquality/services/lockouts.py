"""What the command on the server does for accounts when nobody at work can; the log keeps it.

Whoever can use it runs the server and could change everything: nobody else is asked.
"""

from datetime import datetime
from functools import partial

from jobquality.services.accountmail import tell_person
from jobquality.services.events import EventKind, record
from jobquality.services.hands import FROM_SERVER
from jobquality.services.people import (
    Link,
    check_not_last,
    closed_account,
    password_link_of,
    without_step,
)
from jobquality.store.database import Session
from jobquality.store.invitations import add_invitation
from jobquality.store.organizations import hold_organization
from jobquality.store.people import Person, find_person
from jobquality.store.sessions import end_visits_of
from jobquality.store.tenancy import belong
from jobquality.store.tokens import end_tokens_of


def reset_from_server(
    session: Session, email: str, link: Link, *, lost_phone: bool, at: datetime
) -> Person | None:
    """Make a link for a new password without an administrator, and return whose it is.

    For whoever runs the server; the session sees every organization. None where nobody who
    may log in has that address.
    """
    person = find_person(session, email=email.strip().casefold())
    if person is None or not person.active:
        return None
    tell = partial(record, session, None, organization_id=person.organization_id)
    tell(EventKind.PASSWORD_LINK, about="account", about_id=person.id, at=at)
    if lost_phone:
        tell(EventKind.STEP_REMOVED, about="account", about_id=person.id, at=at)
        end_visits_of(session, person.id)
        end_tokens_of(session, person.id, at=at)
        person = without_step(session, person, [FROM_SERVER], at=at)
        tell_person(session, person, "step", by=None, at=at)
    add_invitation(session, password_link_of(person, link, FROM_SERVER, at=at))
    tell_person(session, person, "password_link", by=None, at=at)
    return person


def close_from_server(
    session: Session, email: str, *, session_key: str, at: datetime
) -> Person | None:
    """Close an account without anybody else's word, and return whose it was.

    For an administrator whom nobody reaches any more; the session sees every organization.
    None where nobody who may log in has that address.

    Raises:
        RefusedError: no administrator would be left.
    """
    person = find_person(session, email=email.strip().casefold())
    if person is None or not person.active:
        return None
    belong(session, person.organization_id)
    hold_organization(session, person.organization_id)
    check_not_last(session, person)
    record(
        session,
        None,
        EventKind.CLOSED,
        organization_id=person.organization_id,
        about="account",
        about_id=person.id,
        at=at,
    )
    return closed_account(session, person, session_key=session_key, by=None, at=at)
