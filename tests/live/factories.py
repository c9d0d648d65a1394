"""Things that are written in the database, made with as few words as a test needs."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

from flask.testing import FlaskClient

from jobquality.access.actors import Role
from jobquality.store.database import Session
from jobquality.store.employers import Employer, add_employer
from jobquality.store.organizations import Organization, add_organization
from jobquality.store.people import Person, add_person
from jobquality.store.tenancy import belong
from jobquality.web.visitors import LOGGED_IN

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
_numbers: Iterator[int] = count(1)


def stored_organization(session: Session, **but: object) -> Organization:
    """Write an organization, and let the session belong to it."""
    number = next(_numbers)
    given: dict[str, object] = {
        "id": f"organization{number}",
        "slug": f"center-{number}",
        "name": f"Center {number}",
        "contact": "errors@center.example",
        "region": "Texas",
        "funding": "Members and the Elm Foundation",
        "languages": ("en", "es"),
        "time_zone": "America/Chicago",
        "is_sample": False,
        "created_at": NOON,
    }
    organization = Organization(**given | but)  # type: ignore[arg-type]  # a test says what it needs
    belong(session, organization.id)
    add_organization(session, organization)
    return organization


def stored_person(
    session: Session, organization: Organization, *roles: Role, **but: object
) -> Person:
    """Write somebody with these roles; with none named, they have them all."""
    number = next(_numbers)
    given: dict[str, object] = {
        "id": f"person{number}",
        "organization_id": organization.id,
        "name": f"Person {number}",
        "email": f"person{number}@center.example",
        "roles": frozenset(roles or Role),
        "language": "en",
        "session_key": f"session-key-{number}",
        "second_factor": "authenticator",
        "created_at": NOON,
    }
    person = Person(**given | but)  # type: ignore[arg-type]  # a test says what it needs
    add_person(session, person)
    return person


def stored_employer(session: Session, person: Person, **but: object) -> Employer:
    """Write an employer: a restaurant in Texas with 22 workers, some of them tipped."""
    number = next(_numbers)
    given: dict[str, object] = {
        "id": f"employer{number}",
        "organization_id": person.organization_id,
        "slug": f"diner-{number}",
        "name": f"Diner {number}",
        "name_key": f"diner {number}",
        "sector": "722511",
        "place": "TX",
        "headcount": 22,
        "profile": {"tipped_workers": "yes"},
        "created_by": person.id,
        "created_at": NOON,
    }
    employer = Employer(**given | but)  # type: ignore[arg-type]  # a test says what it needs
    add_employer(session, employer)
    return employer


def turn_clock(client: FlaskClient, at: datetime) -> None:
    """Let it be that moment in the browser's application, for the rest of the test."""
    here = client.application.extensions["jobquality"]
    client.application.extensions["jobquality"] = replace(here, clock=lambda: at)


def log_in(client: FlaskClient, person: Person) -> FlaskClient:
    """Let the browser be this person's, as after the login page a moment ago."""
    now = client.application.extensions["jobquality"].clock()
    with client.session_transaction() as opened:
        opened[LOGGED_IN] = person.session_key
        opened["person_id"] = person.id
        opened["_fresh"] = True
        opened["proved_at"] = now.timestamp()
    return client
