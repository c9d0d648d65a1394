"""The key of marks is lost with every backup: from the loss to logging in again.

Threat T10: what cannot be proven any more lets nobody in, and nothing is proven silently.
"""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from jobquality.access.actors import Role
from jobquality.access.scopes import Scope
from jobquality.cli.check import _marks
from jobquality.cli.findings import Level
from jobquality.config import Settings
from jobquality.errors import SetupError
from jobquality.rubrics.catalog import shipped
from jobquality.services.people import open_account
from jobquality.services.steps import keep_recovery_codes, new_recovery_codes, set_second_step
from jobquality.services.tokens import NewToken, find_bearer, make_token
from jobquality.services.verifying import verify
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.events import list_events
from jobquality.store.keys import Keyring
from jobquality.store.people import Person, get_person
from jobquality.store.publications import list_entries
from jobquality.store.rowkeys import NAME, RowKey, mark_rows, open_marking
from jobquality.store.rows import PersonRow, SessionRow
from jobquality.store.schema import migrate
from tests.cli.calling import call
from tests.live.conftest import NOON, placed
from tests.live.factories import stored_person
from tests.live.ledger.published import Center, stored_center

WORDS = "correct horse battery staple"


@pytest.fixture
def center(empty_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Center]:
    """An organization that published, whose people have accounts; a database of its own."""
    migrate(empty_url)
    monkeypatch.setenv("DATABASE_URL", empty_url)
    monkeypatch.setenv("JOBQUALITY_DATA", str(tmp_path))
    with closing(open_marking(empty_url, tmp_path)) as database:
        mark_rows(database, tmp_path / "keys")
        with database.transaction() as session:
            made = stored_center(session, tmp_path)
            made.publish(made.employer())
            for name, role in (("ana", Role.ADMINISTRATOR), ("luis", Role.ADVOCATE)):
                stored_person(
                    session,
                    made.organization,
                    role,
                    email=f"{name}@center.example",
                    password_hash="x",
                )
        yield made


@pytest.fixture
def ana(center: Center, empty_url: str, tmp_path: Path) -> Person:
    """The administrator, with a phone and a token."""
    with (
        closing(open_marking(empty_url, tmp_path)) as database,
        database.transaction(center.organization.id) as session,
    ):
        person = named(session, "ana")
        set_second_step(session, person.id, secret="lost", at=NOON)
        keep_recovery_codes(session, person.id, new_recovery_codes(), at=NOON)
        asked = NewToken(id="t" * 32, secret="s", name="Ours", scopes=frozenset({Scope.READ}))
        make_token(session, person.actor, asked, at=NOON)
    (tmp_path / "keys" / NAME).unlink()
    return person


def named(session: Session, name: str) -> Person:
    wanted = select(PersonRow.id).where(PersonRow.email == f"{name}@center.example")
    return get_person(session, session.scalars(wanted).one())


def renew() -> str:
    """Let the person at the server do it, and return the link that is printed."""
    result = call(
        *("keys", "renew-rows", "--cause", "lost"),
        *("--administrator", "Ana@center.example", "--yes"),
    )
    assert (result.code, result.err) == (0, "")
    link = re.search(r"^http://localhost:8000(/en/join/[0-9a-f]{64})$", result.out, re.MULTILINE)
    assert link is not None
    return link[1]


@pytest.mark.usefixtures("ana")
def test_t10_from_the_lost_key_to_logging_in_again(
    center: Center, made_app: Flask, empty_url: str, tmp_path: Path
) -> None:
    with closing(open_marking(empty_url, tmp_path)) as database, pytest.raises(SetupError):
        mark_rows(database, tmp_path / "keys")

    link = renew()

    settings = Settings.from_environ({"JOBQUALITY_DATA": str(tmp_path), "SECRET_KEY": "s" * 64})
    with (
        closing(open_marking(empty_url, tmp_path)) as database,
        placed(made_app, settings, database, lambda: NOON) as app,
    ):
        mark_rows(database, tmp_path / "keys")
        browser = app.test_client()
        done = browser.post(link, data={"password": WORDS, "again": WORDS})
        assert done.status_code == 302, done.text
        entered = browser.post("/en/login", data={"email": "ana@center.example", "password": WORDS})
        assert entered.status_code == 302
        with database.transaction(center.organization.id) as session:
            assert not named(session, "luis").active
            set_second_step(session, named(session, "ana").id, secret="a new phone", at=NOON)
            open_account(session, named(session, "ana").actor, named(session, "luis").id, at=NOON)
        with database.reading(center.organization.id) as session:
            assert named(session, "luis").active
            assert named(session, "luis").roles == {Role.ADVOCATE}


def test_t10_nothing_that_the_lost_key_proved_lets_anybody_in(
    ana: Person, empty_url: str, tmp_path: Path
) -> None:
    renew()

    with (
        closing(open_marking(empty_url, tmp_path)) as database,
        database.reading(EVERY_ORGANIZATION) as session,
    ):
        assert find_bearer(session, "s", at=NOON) is None
        assert not session.scalars(select(SessionRow)).all()
        person = named(session, "ana")
        assert (person.password_hash, person.second_factor, person.totp_secret) == (None,) * 3
        assert person.session_key != ana.session_key
        assert person.roles == {Role.ADMINISTRATOR}


@pytest.mark.usefixtures("ana")
def test_t10_the_log_and_the_public_chain_say_that_the_key_was_renewed(
    center: Center, empty_url: str, tmp_path: Path
) -> None:
    renew()

    with (
        closing(open_marking(empty_url, tmp_path)) as database,
        database.reading(EVERY_ORGANIZATION) as session,
    ):
        kinds = [one.kind for one in list_entries(session, center.organization.id)]
        assert kinds == ["publication", "marks", "log"]
        (said,) = [one for one in list_events(session) if one.kind == "ledger.marks_renewed"]
        assert said.details == {"cause": "lost"}
        report = verify(session, shipped(), keys=Keyring(tmp_path / "keys"))
        assert [one.wrong for one in report.organizations] == [None]


@pytest.mark.usefixtures("ana")
def test_without_names_it_lists_the_accounts_and_changes_nothing(tmp_path: Path) -> None:
    result = call("keys", "renew-rows", "--cause", "lost")

    assert result.code == 2
    assert "ana@center.example" in result.out
    assert "luis@center.example" in result.out
    assert not RowKey(tmp_path / "keys").place.exists()


@pytest.mark.usefixtures("ana")
@pytest.mark.parametrize("email", ["luis@center.example", "nobody@center.example"])
def test_only_an_administrator_lets_the_others_in(tmp_path: Path, email: str) -> None:
    result = call("keys", "renew-rows", "--cause", "lost", "--administrator", email, "--yes")

    assert result.code == 1
    assert f"{email} is the address of no administrator here." in result.err
    assert not RowKey(tmp_path / "keys").place.exists()


@pytest.mark.usefixtures("center")
def test_a_key_that_is_there_is_never_made_anew() -> None:
    result = call(
        *("keys", "renew-rows", "--cause", "lost"),
        *("--administrator", "ana@center.example", "--yes"),
    )

    assert result.code == 1
    assert "The key of marks is there: nothing is lost." in result.err


@pytest.mark.usefixtures("ana")
def test_check_says_what_a_lost_key_means_and_what_to_do(empty_url: str, tmp_path: Path) -> None:
    with (
        closing(open_marking(empty_url, tmp_path)) as database,
        database.reading(EVERY_ORGANIZATION) as session,
    ):
        (found,) = _marks(session, tmp_path / "keys")

    assert found.level is Level.FAULT
    assert "nobody can log in" in found.said
    assert "jobquality keys renew-rows" in found.remedy
