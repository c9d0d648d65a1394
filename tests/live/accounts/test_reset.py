"""Locked out with nobody to help: the command on the server."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from jobquality.services.steps import keep_recovery_codes, new_recovery_codes, set_second_step
from jobquality.store.database import EVERY_ORGANIZATION, Database
from jobquality.store.events import list_events
from jobquality.store.invitations import list_invitations
from jobquality.store.organizations import get_organization
from jobquality.store.outbox import list_messages
from jobquality.store.people import Person, get_person
from jobquality.store.rowkeys import mark_rows, open_marking
from jobquality.store.schema import migrate
from tests.cli.calling import call
from tests.live.conftest import NOON
from tests.live.factories import stored_organization, stored_person


@pytest.fixture
def opened(empty_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """A database of this test's own, with real connections."""
    migrate(empty_url)
    monkeypatch.setenv("DATABASE_URL", empty_url)
    monkeypatch.setenv("PUBLIC_URL", "https://jobs.example.org/")
    monkeypatch.setenv("JOBQUALITY_DATA", str(tmp_path))
    made = open_marking(empty_url, tmp_path)
    mark_rows(made, tmp_path / "keys")
    yield made
    made.close()


@pytest.fixture
def ana(opened: Database) -> Person:
    """The only administrator, whose phone is gone."""
    with opened.transaction(EVERY_ORGANIZATION) as session:
        person = stored_person(session, stored_organization(session), email="ana@center.example")
        set_second_step(session, person.id, secret="lost", at=NOON)
        keep_recovery_codes(session, person.id, new_recovery_codes(), at=NOON)
    return person


def now(opened: Database, person: Person) -> Person:
    with opened.reading(EVERY_ORGANIZATION) as session:
        return get_person(session, person.id)


def test_the_server_gives_a_link_and_the_second_step_stays(opened: Database, ana: Person) -> None:
    result = call("people", "reset", " Ana@Center.example")

    assert (result.code, result.err) == (0, "")
    assert re.search(r"^https://jobs\.example\.org/en/join/[0-9a-f]{64}$", result.out, re.MULTILINE)
    assert now(opened, ana).totp_secret == "lost"
    with opened.reading(ana.organization_id) as session:
        (link,) = list_invitations(session, at=ana.created_at)
    assert (link.person_id, link.invited_by) == (ana.id, "server")


def test_with_a_lost_phone_every_second_step_goes(opened: Database, ana: Person) -> None:
    result = call("people", "reset", "--lost-phone", "--language", "es", "ana@center.example")

    assert "/es/join/" in result.out
    assert now(opened, ana).second_factor is None


def test_an_address_that_nobody_has_is_refused(opened: Database, ana: Person) -> None:
    assert now(opened, ana).active
    result = call("people", "reset", "nobody@center.example")

    assert result.code == 1
    assert "Nobody who may log in has the address nobody@center.example." in result.err


def test_the_server_closes_the_account_of_an_administrator_who_is_lost_and_the_log_says_so(
    opened: Database, ana: Person
) -> None:
    alone = call("people", "close", "ana@center.example")
    assert "last administrator" in alone.err
    with opened.transaction(EVERY_ORGANIZATION) as session:
        organization = get_organization(session, ana.organization_id)
        stored_person(session, organization, password_hash="x")

    result = call("people", "close", "Ana@center.example")

    assert (result.code, result.err) == (0, "")
    assert not now(opened, ana).active
    with opened.reading(ana.organization_id) as session:
        (event,) = [one for one in list_events(session) if one.kind == "account.closed"]
        (message,) = list_messages(session, about_id=ana.id)
    assert (event.person_id, event.about_id) == (None, ana.id)
    assert message.text.split("\n\n")[1].startswith("Whoever runs the server closed")
