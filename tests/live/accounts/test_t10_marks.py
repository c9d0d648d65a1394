"""Threat T10: an insider with all rights in the database, and none outside it, comes in nowhere."""

import json
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import insert, select, text, update
from sqlalchemy.orm import Session

from jobquality.access.actors import Role
from jobquality.access.scopes import Scope
from jobquality.errors import NotFoundError, RefusedError, SetupError
from jobquality.services.outbox import Message, MessageKind, put
from jobquality.services.proposals import Verdict, decide, propose
from jobquality.services.signed import find_forged
from jobquality.services.tokens import NewToken, find_bearer, make_token
from jobquality.store import calendars, invitations, passkeys, recovery
from jobquality.store.calendars import Calendar
from jobquality.store.database import EVERY_ORGANIZATION, Database, open_database
from jobquality.store.organizations import get_organization
from jobquality.store.outbox import UNREADABLE, find_due, get_message
from jobquality.store.people import Person, find_person, get_person
from jobquality.store.proposals import Proposal, ProposalKind
from jobquality.store.rowkeys import NAME, SINCE, mark_rows, open_marking
from jobquality.store.rows import (
    CalendarRow,
    InvitationRow,
    OutboxRow,
    PasskeyRow,
    PersonRow,
    ProposalRow,
    RecoveryCodeRow,
    SessionRow,
    TokenRow,
)
from jobquality.store.schema import migrate
from jobquality.store.tenancy import belong
from jobquality.store.tokens import end_token
from jobquality.web.sessions import digest_of
from jobquality.web.visitors import LOGGED_IN
from tests.live.accounts.members import is_in, key_of, send_login, stored_member
from tests.live.conftest import NOON
from tests.live.factories import stored_organization, stored_person

LATER = NOON + timedelta(hours=8)
LINK = "https://jobs.example.org/en/reply/a-private-link"


@pytest.fixture
def member(app: Flask, database: Database) -> Person:
    """Somebody whom the insider would like to be."""
    return stored_member(app, database)


@pytest.fixture
def person(session: Session) -> Person:
    """The same, where no page is needed; the session sees everything."""
    made = stored_person(
        session, stored_organization(session), Role.ADVOCATE, email="a@b.test", password_hash="x"
    )
    belong(session, EVERY_ORGANIZATION)
    return made


def write(session: Session, kind: type, **values: object) -> None:
    """Change every row of a table as somebody can who has the database."""
    session.connection().execute(update(kind.__table__).values(**values))  # type: ignore[attr-defined]
    session.expire_all()


def test_t10_a_visit_that_was_written_into_the_database_lets_nobody_in(
    client: FlaskClient, database: Database, member: Person
) -> None:
    content = {LOGGED_IN: member.session_key, "person_id": member.id, "_fresh": True}
    with database.transaction(EVERY_ORGANIZATION) as session:
        session.connection().execute(
            insert(SessionRow).values(
                digest=digest_of("key"),
                content=json.dumps(content),
                person_id=member.id,
                created_at=NOON,
                seen_at=NOON,
                expires_at=LATER,
                mark="",
            )
        )
    client.set_cookie("jq", "key", domain="localhost")

    assert not is_in(client)


@pytest.mark.parametrize("column", ["person_id", "content", "expires_at", "digest"])
def test_t10_a_visit_that_was_changed_in_the_database_is_over(
    client: FlaskClient, database: Database, member: Person, column: str
) -> None:
    send_login(client, member)
    key = key_of(client)
    assert is_in(client)

    with database.transaction(EVERY_ORGANIZATION) as session:
        row = session.scalars(select(SessionRow).where(SessionRow.digest == digest_of(key))).one()
        content = json.dumps(json.loads(row.content) | {"proved_at": 1})
        forged = {
            "person_id": None,
            "content": content,
            "expires_at": LATER + timedelta(days=9),
            "digest": digest_of("key"),
        }
        write(session, SessionRow, **{column: forged[column]})
    if column == "digest":
        client.set_cookie("jq", "key", domain="localhost")

    assert not is_in(client)


@pytest.mark.parametrize("column", ["roles", "password_hash", "second_factor", "session_key"])
def test_t10_an_account_that_was_changed_past_the_program_may_do_nothing(
    session: Session, person: Person, column: str
) -> None:
    write(session, PersonRow, **{column: "administrator" if column == "roles" else "forged"})

    found = get_person(session, person.id)

    assert (found.active, found.roles, found.password_hash) == (False, frozenset(), None)
    assert found == find_person(session, email="a@b.test")


def test_t10_no_later_change_by_the_program_makes_a_forged_account_true(
    session: Session, person: Person
) -> None:
    write(session, PersonRow, roles="administrator")
    row = session.get_one(PersonRow, person.id)
    row.language, row.password_hash = "es", "another"
    session.flush()

    assert get_person(session, person.id).roles == frozenset()


@pytest.mark.parametrize("column", ["person_id", "scopes", "expires_at", "digest"])
def test_t10_a_token_moved_or_widened_in_the_database_opens_nothing(
    session: Session, person: Person, column: str
) -> None:
    other = stored_person(session, stored_organization(session))
    belong(session, EVERY_ORGANIZATION)
    new = NewToken(id=uuid4().hex, secret="s", name="Program", scopes=frozenset({Scope.READ}))
    make_token(session, person.actor, new, at=NOON)
    assert find_bearer(session, "s", at=NOON)
    forged = {
        "person_id": other.id,
        "scopes": "assess,read",
        "expires_at": LATER + timedelta(days=900),
        "digest": digest_of("mine"),
    }

    write(session, TokenRow, **{column: forged[column]})

    assert find_bearer(session, "mine" if column == "digest" else "s", at=NOON) is None


@pytest.mark.parametrize("column", ["roles", "used_by", "token_digest"])
def test_t10_an_invitation_changed_in_the_database_opens_nothing(
    session: Session, person: Person, column: str
) -> None:
    given = invitations.Invitation(
        id=uuid4().hex,
        organization_id=person.organization_id,
        token_digest=digest_of("link"),
        name="Somebody",
        roles=frozenset({Role.ADVOCATE}),
        invited_by=person.id,
        created_at=NOON,
        expires_at=LATER,
    )
    invitations.add_invitation(session, given)
    assert invitations.find_invitation(session, digest_of("link"), at=NOON)
    forged = {"roles": "administrator", "used_by": person.id, "token_digest": digest_of("mine")}

    write(session, InvitationRow, **{column: forged[column]})

    opened = digest_of("mine" if column == "token_digest" else "link")
    assert invitations.find_invitation(session, opened, at=NOON) is None


def test_t10_an_ended_token_stays_dead_when_its_row_says_otherwise(
    session: Session, person: Person
) -> None:
    new = NewToken(id=uuid4().hex, secret="s", name="Program", scopes=frozenset({Scope.READ}))
    made = make_token(session, person.actor, new, at=NOON)
    end_token(session, made.id, at=NOON)

    write(session, TokenRow, ended_at=None)

    assert find_bearer(session, "s", at=NOON) is None


def test_t10_recovery_codes_passkeys_and_calendars_of_the_database_alone_open_nothing(
    session: Session, person: Person
) -> None:
    other = stored_person(session, stored_organization(session))
    belong(session, EVERY_ORGANIZATION)
    recovery.replace_recovery_codes(session, person, [digest_of("code"), digest_of("second")])
    calendar = Calendar(
        person_id=person.id,
        organization_id=person.organization_id,
        token_digest=digest_of("calendar"),
        made_at=NOON,
    )
    calendars.set_calendar(session, calendar)
    passkey = passkeys.Passkey(
        id=uuid4().hex,
        organization_id=person.organization_id,
        person_id=person.id,
        name="Phone",
        credential_id="mine",
        public_key="mine",
        sign_count=0,
        created_at=NOON,
    )
    passkeys.add_passkey(session, passkey)
    assert recovery.use_recovery_code(session, person.id, digest_of("second"), NOON.date())
    assert passkeys.find_passkey(session, "mine")

    write(session, RecoveryCodeRow, person_id=other.id, used_on=None)
    write(session, PasskeyRow, person_id=other.id)
    write(session, CalendarRow, token_digest=digest_of("mine"))

    assert not recovery.use_recovery_code(session, other.id, digest_of("code"), NOON.date())
    assert not recovery.use_recovery_code(session, person.id, digest_of("second"), NOON.date())
    assert passkeys.find_passkey(session, "mine") is None
    assert passkeys.list_passkeys(session, other.id) == ()
    with pytest.raises(NotFoundError):
        calendars.calendar_behind(session, digest_of("mine"))


@pytest.mark.parametrize("column", ["proposed_by", "subject"])
def test_t10_a_proposal_put_into_the_mouth_of_somebody_else_is_accepted_by_nobody(
    session: Session, person: Person, column: str
) -> None:
    center = get_organization(session, person.organization_id)
    second, other = stored_person(session, center), stored_person(session, center)
    proposal = Proposal(
        id=uuid4().hex,
        organization_id=center.id,
        kind=ProposalKind.KEY,
        subject="key",
        reason="The disk was lost.",
        proposed_by=second.id,
        proposed_at=NOON,
        details={},
    )
    propose(session, second.actor, proposal)
    write(session, ProposalRow, **{column: other.id})
    yes = Verdict(proposal_id=proposal.id, is_accepted=True)

    with pytest.raises(RefusedError, match="past the program"):
        decide(session, second.actor if column == "proposed_by" else other.actor, yes,
               kind=ProposalKind.KEY, at=NOON)  # fmt: skip
    (wrong,) = find_forged(session, center.id)
    assert wrong.message.startswith(f"Proposal {proposal.id} was changed past the program")


def _message(person: Person) -> Message:
    return Message(
        id=uuid4().hex,
        organization_id=person.organization_id,
        kind=MessageKind.NOTICE,
        to="office@diner.example",
        language="en",
        subject="A draft about your workplace",
        text=f"Read it here: {LINK}\n",
        about="notice",
        about_id="notice1",
        made_by=person.id,
        secret=LINK,
    )


def test_t10_a_copy_of_the_database_holds_no_private_link_that_waits(
    session: Session, person: Person
) -> None:
    kept = put(session, _message(person), at=NOON)

    lying = session.connection().execute(text("SELECT secret, text FROM outbox")).one()

    assert "a-private-link" not in "".join(lying)
    assert get_message(session, kept.id).text == f"Read it here: {LINK}\n"
    assert get_message(session, kept.id).secret == LINK


@pytest.mark.parametrize("column", ["recipient", "made_by"])
def test_t10_a_message_that_was_turned_to_somebody_else_is_not_opened(
    session: Session, person: Person, column: str
) -> None:
    kept = put(session, _message(person), at=NOON)

    write(session, OutboxRow, **{column: "me@insider.example"})

    assert (get_message(session, kept.id).text, get_message(session, kept.id).secret) == (
        UNREADABLE,
        "",
    )
    assert find_due(session, at=NOON) is None


def test_what_was_given_out_before_there_was_a_key_goes_on_and_visits_end(
    empty_url: str, tmp_path: Path
) -> None:
    migrate(empty_url)
    with closing(open_database(empty_url)) as plain:
        person, message = _written_before(plain)
        mark_rows(plain, tmp_path / "keys")
        mark_rows(plain, tmp_path / "keys")

    with (
        closing(open_marking(empty_url, tmp_path)) as database,
        database.transaction(EVERY_ORGANIZATION) as session,
    ):
        assert get_person(session, person.id) == person
        assert find_bearer(session, "s", at=NOON)
        assert get_message(session, message.id).text == message.text
        assert not session.scalars(select(SessionRow)).all()
        write(session, TokenRow, mark="")
        assert find_bearer(session, "s", at=NOON) is None


def test_t10_no_start_marks_what_was_written_after_the_key_was_made(
    empty_url: str, tmp_path: Path
) -> None:
    migrate(empty_url)
    with closing(open_database(empty_url)) as plain:
        mark_rows(plain, tmp_path / "keys")
        person, _ = _written_before(plain)
        mark_rows(plain, tmp_path / "keys")

    with (
        closing(open_marking(empty_url, tmp_path)) as database,
        database.reading(EVERY_ORGANIZATION) as session,
    ):
        assert not get_person(session, person.id).active
        assert find_bearer(session, "s", at=NOON) is None


def test_a_start_without_the_key_that_marked_the_rows_says_so(
    empty_url: str, tmp_path: Path
) -> None:
    migrate(empty_url)
    with closing(open_database(empty_url)) as plain:
        _written_before(plain)
        mark_rows(plain, tmp_path / "keys")
        (tmp_path / "keys" / NAME).unlink()

        with pytest.raises(SetupError, match=r"rows\.key"):
            mark_rows(plain, tmp_path / "keys")


def test_a_key_that_waited_when_the_power_went_is_used_at_the_next_start(
    empty_url: str, tmp_path: Path
) -> None:
    migrate(empty_url)
    keys = tmp_path / "keys"
    with closing(open_database(empty_url)) as plain:
        person, _ = _written_before(plain)
        mark_rows(plain, keys)
        (keys / NAME).rename(keys / f"{NAME}.new")
        mark_rows(plain, keys)

    with (
        closing(open_marking(empty_url, tmp_path)) as database,
        database.reading(EVERY_ORGANIZATION) as session,
    ):
        assert get_person(session, person.id) == person
    assert sorted(one.name for one in keys.iterdir()) == [NAME, SINCE]


def _written_before(plain: Database) -> tuple[Person, Message]:
    """Write what an older program left: rows without marks, and a link that waits in the clear."""
    with plain.transaction(EVERY_ORGANIZATION) as session:
        person = stored_person(
            session, stored_organization(session), Role.ADVOCATE, password_hash="x"
        )
        belong(session, EVERY_ORGANIZATION)
        new = NewToken(id=uuid4().hex, secret="s", name="Program", scopes=frozenset({Scope.READ}))
        make_token(session, person.actor, new, at=NOON)
        message = put(session, _message(person), at=NOON)
        return replace(person), message
