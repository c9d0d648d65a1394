"""T18: whoever is erased is gone, and everything that was signed stands."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import make_url, text

from jobquality.access.actors import Role
from jobquality.access.scopes import Scope
from jobquality.errors import RefusedError
from jobquality.ledger.form import load_snapshot
from jobquality.rubrics.catalog import shipped
from jobquality.services.erasing import erase, erase_oneself
from jobquality.services.people import Invite, Link, close_account, invite, open_account
from jobquality.services.tokens import NewToken, make_token
from jobquality.services.verifying import verify
from jobquality.store.border import SEES_ALL
from jobquality.store.database import Database, open_database
from jobquality.store.erasing import scrub
from jobquality.store.people import Person
from jobquality.store.rows import Row
from jobquality.store.schema import migrate
from jobquality.store.tenancy import EVERY_ORGANIZATION, belong
from tests.live.accounts.members import again, organization_of, send_login, stored_member
from tests.live.conftest import NOON
from tests.live.factories import log_in, stored_organization, stored_person
from tests.live.ledger.published import stored_center

NAME, EMAIL = "Xiomara Quetzalcoatl", "xiomara.q@example.org"


@pytest.fixture
def boss(app: Flask, database: Database) -> Person:
    return stored_member(app, database, Role.ADMINISTRATOR)


@pytest.fixture
def leaver(app: Flask, database: Database, boss: Person) -> Person:
    """An advocate with a name that stands nowhere else."""
    organization = organization_of(database, boss)
    return stored_member(app, database, Role.ADVOCATE, of=organization, name=NAME, email=EMAIL)


def closed(database: Database, boss: Person, person: Person) -> None:
    with database.transaction(boss.organization_id) as session:
        close_account(session, boss.actor, person.id, session_key=f"closed {person.id}", at=NOON)


def gone(database: Database, boss: Person, person: Person) -> Person:
    closed(database, boss, person)
    with database.transaction(boss.organization_id) as session:
        return erase(session, boss.actor, person.id, session_key=f"erased {person.id}", at=NOON)


def token_named(purpose: str) -> dict[str, object]:
    return {"purpose": purpose, "scopes": ["read"], "days": "30", "key": "t"}


def everything_in(database: Database) -> str:
    """Return every cell of every table as text."""
    with database.reading(EVERY_ORGANIZATION) as session:
        connection = session.connection()
        return "\n".join(
            str(tuple(row))
            for table in Row.metadata.sorted_tables
            for row in connection.execute(table.select())
        )


def test_t18_an_erased_account_leaves_neither_name_nor_address_anywhere(
    app: Flask, database: Database, boss: Person, leaver: Person
) -> None:
    browser = log_in(app.test_client(), leaver)
    browser.post(
        "/en/me/tokens", data={"purpose": "x", "scopes": ["read"], "days": "30", "key": "t"}
    )
    browser.post("/en/me/recovery-codes", data={"key": "r"})
    closed(database, boss, leaver)
    administrator = log_in(app.test_client(), boss)

    before = everything_in(database)
    sent = administrator.post(f"/en/people/{leaver.id}/erase", data={"key": "e"})
    after = everything_in(database)

    assert sent.status_code == 302
    assert (NAME in before, EMAIL in before) == (True, True)
    assert NAME not in after
    assert EMAIL not in after
    for page in ("/en/people", "/en/work/log", "/en/work/"):
        assert NAME not in administrator.get(page).text
    export = administrator.post("/en/work/log/export", data={"format": "jsonl", "key": "x"})
    assert NAME not in export.text
    assert "a former advocate" in export.text
    assert send_login(app.test_client(), leaver).status_code == 401


def test_the_neutral_name_is_said_in_the_readers_language(
    app: Flask, database: Database, boss: Person, leaver: Person
) -> None:
    gone(database, boss, leaver)
    browser = log_in(app.test_client(), boss)

    assert "a former advocate" in browser.get("/en/people").text
    spanish = browser.get("/es/people").text
    log = re.sub(r"<[^>]+>", "", browser.get("/es/work/log").text)

    assert "una antigua promotora" in spanish
    assert "a former advocate" not in spanish
    assert "borró la cuenta de una antigua promotora" in log


def test_the_id_stays_with_its_roles_and_organization(
    database: Database, boss: Person, leaver: Person
) -> None:
    gone(database, boss, leaver)
    left = again(database, leaver)

    assert (left.id, left.roles, left.organization_id) == (
        leaver.id,
        leaver.roles,
        leaver.organization_id,
    )
    assert (left.email, left.password_hash, left.active) == (None, None, False)
    assert left.erased_at == NOON


def test_erasing_twice_is_erasing_once(database: Database, boss: Person, leaver: Person) -> None:
    first = gone(database, boss, leaver)
    with database.transaction(boss.organization_id) as session:
        assert erase(session, boss.actor, leaver.id, session_key="x", at=NOON) == first


def test_an_account_is_closed_before_it_is_erased_and_never_opened_again(
    database: Database, boss: Person, leaver: Person
) -> None:
    with (
        pytest.raises(RefusedError, match="Close the account first"),
        database.transaction(boss.organization_id) as session,
    ):
        erase(session, boss.actor, leaver.id, session_key="x", at=NOON)
    gone(database, boss, leaver)
    with (
        pytest.raises(RefusedError, match="was erased"),
        database.transaction(boss.organization_id) as session,
    ):
        open_account(session, boss.actor, leaver.id, at=NOON)


def test_the_last_administrator_is_not_erased(database: Database, boss: Person) -> None:
    with (
        pytest.raises(RefusedError, match="last administrator"),
        database.transaction(boss.organization_id) as session,
    ):
        erase_oneself(session, boss.actor, session_key="x", at=NOON)

    assert again(database, boss).name == boss.name


def test_somebody_erases_their_own_account_and_is_logged_out(
    app: Flask, database: Database, leaver: Person
) -> None:
    browser = log_in(app.test_client(), leaver)

    assert "What goes" in browser.get("/en/me/erase").text
    browser.post("/en/me/erase", data={"key": "e"})

    assert again(database, leaver).name == "a former advocate"
    assert browser.get("/en/me").status_code == 302


def test_the_name_of_an_invitation_goes_with_the_account(
    database: Database, boss: Person, leaver: Person
) -> None:
    with database.transaction(boss.organization_id) as session:
        command = Invite(link=Link(id="i", token="t"), name=NAME, roles=frozenset({Role.ADVOCATE}))
        invite(session, boss.actor, command, at=NOON)
        session.connection().execute(
            text("UPDATE invitations SET used_by = :id"), {"id": leaver.id}
        )
    gone(database, boss, leaver)

    assert NAME not in everything_in(database)


def test_the_page_lists_where_the_name_stands_in_what_people_wrote(
    app: Flask, database: Database, boss: Person, leaver: Person
) -> None:
    with database.transaction(boss.organization_id) as session:
        session.connection().execute(
            text("UPDATE organizations SET contact = :who WHERE id = :id"),
            {"who": f"Ask {NAME.upper()}", "id": boss.organization_id},
        )
    closed(database, boss, leaver)

    page = log_in(app.test_client(), boss).get(f"/en/people/{leaver.id}/erase").text

    assert "page: 1" in page


@pytest.fixture
def own_url(empty_url: str) -> str:
    """A database of this test's own, for what no transaction can undo."""
    migrate(empty_url)
    return empty_url


def dump_of(url: str) -> bytes:
    """Return all that lies in the files of a database, or in a dump of it."""
    parts = make_url(url)
    if parts.get_backend_name() == "sqlite":
        name = Path(parts.database or "")
        return b"".join(path.read_bytes() for path in name.parent.glob(f"{name.name}*"))
    given = parts.set(drivername="postgresql").render_as_string(hide_password=False)
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_dump"))
    program = str(found[-1]) if found else "pg_dump"
    command = [program, "--enable-row-security", given]
    environ = {**os.environ, "PGOPTIONS": SEES_ALL}
    return subprocess.run(command, check=True, capture_output=True, env=environ).stdout  # ours


def test_t18_no_byte_of_the_name_is_left_in_a_dump(own_url: str) -> None:
    database = open_database(own_url)
    with database.transaction(EVERY_ORGANIZATION) as session:
        organization = stored_organization(session)
        belong(session, EVERY_ORGANIZATION)
        boss = stored_person(session, organization, password_hash="x")
        leaver = stored_person(session, organization, Role.ADVOCATE, name=NAME, email=EMAIL)
        new = NewToken(id="t", secret="s", name=NAME, scopes=frozenset({Scope.READ}))
        make_token(session, leaver.actor, new, at=NOON)
    there = dump_of(own_url)

    gone(database, boss, leaver)
    assert scrub(own_url)
    left = dump_of(own_url)
    database.close()

    assert (NAME.encode() in there, EMAIL.encode() in there) == (True, True)
    assert NAME.encode() not in left
    assert EMAIL.encode() not in left


def test_own_data_hold_every_row_and_nobody_elses_name(
    app: Flask, boss: Person, leaver: Person
) -> None:
    browser = log_in(app.test_client(), leaver)
    browser.post(
        "/en/me/tokens", data={"purpose": "My forms", "scopes": ["read"], "days": "30", "key": "t"}
    )

    sent = browser.get("/en/me/data.json")
    data = json.loads(sent.text)

    assert data["people"][0]["name"] == NAME
    assert data["people"][0]["email"] == EMAIL
    assert data["tokens"][0]["name"] == "My forms"
    assert [one["kind"] for one in data["events"]] == ["token.made", "account.own_exported"]
    assert "password" not in sent.text
    assert boss.name not in sent.text
    assert "My forms" in browser.get("/es/me/data").text


def test_t18_the_ledger_verifies_and_every_public_byte_is_the_same(
    app: Flask, database: Database, tmp_path: Path
) -> None:
    with database.transaction(EVERY_ORGANIZATION) as session:
        center = stored_center(session, tmp_path)
        belong(session, center.organization.id)
        publication = center.publish(center.employer())
        boss = stored_person(session, center.organization, password_hash="x")
    employer = load_snapshot(publication.content).employer
    addresses = (
        f"/e/{employer.slug}.json",
        f"/en/e/{employer.slug}",
        "/en/employers",
        f"/o/{center.organization.slug}/ledger.json",
    )
    reading = app.test_client()
    answers = [reading.get(address) for address in addresses]
    before = [one.data for one in answers]
    assert {one.status_code for one in answers} == {200}

    for person in (center.author, center.reviewer):
        gone(database, boss, person)

    assert [reading.get(address).data for address in addresses] == before
    assert employer.name.encode() in before[0]
    with database.reading(EVERY_ORGANIZATION) as session:
        assert verify(session, shipped()).is_whole
