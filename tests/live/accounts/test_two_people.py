"""T9, T10: one hostile administrator cannot act as two people."""

from datetime import timedelta

import pytest
from flask import Flask

from jobquality.access.actors import Actor, Role
from jobquality.errors import ForbiddenError, RefusedError
from jobquality.services.accounts import NewPerson
from jobquality.services.hands import (
    ANY_WAY,
    check_two,
    confirm_by_old_code,
    confirm_person,
    keep_hands,
)
from jobquality.services.people import (
    Invite,
    Link,
    drop_second_step,
    invite,
    join,
    offer_password,
    renew_password,
)
from jobquality.services.steps import keep_recovery_codes, set_second_step
from jobquality.store.database import EVERY_ORGANIZATION, Database, Session
from jobquality.store.hands import Why
from jobquality.store.people import Person, get_person
from tests.live.conftest import NOON
from tests.live.factories import log_in, stored_organization, stored_person

LATER = NOON + timedelta(days=7)
CODE = "7K2M-0QXR-1111-2222-3333-4444"


def team(session: Session) -> tuple[Person, Person, Person]:
    """Return a hostile administrator, a reviewer with a phone and codes, and a third person."""
    organization = stored_organization(session)
    session.info["organization"] = EVERY_ORGANIZATION
    boss, reviewer, third = (stored_person(session, organization) for _ in range(3))
    set_second_step(session, reviewer.id, secret="phone", at=NOON)
    keep_recovery_codes(session, reviewer.id, [CODE], at=NOON)
    return boss, get_person(session, reviewer.id), third


def are_two(session: Session, one: Actor, other: str, *, later: bool = False) -> bool:
    at = LATER if later else NOON
    try:
        check_two(session, one, [other], "alone", at=at, ways=ANY_WAY)
    except ForbiddenError as refusal:
        assert "One person could have come in as both of you" in str(refusal)  # noqa: PT017
        return False
    return True


def test_whoever_takes_a_second_step_away_is_no_second_person_beside_that_account(
    database: Database,
) -> None:
    with database.transaction(EVERY_ORGANIZATION) as session:
        boss, reviewer, third = team(session)
        assert are_two(session, reviewer.actor, boss.id)

        drop_second_step(session, boss.actor, reviewer.id, at=NOON)

        assert not are_two(session, reviewer.actor, boss.id)
        assert not are_two(session, boss.actor, reviewer.id)
        assert are_two(session, reviewer.actor, third.id)
        assert are_two(session, reviewer.actor, boss.id, later=True)


@pytest.mark.parametrize("has_step", [True, False])
def test_a_link_lets_its_maker_in_only_where_no_second_step_is_asked(
    database: Database, *, has_step: bool
) -> None:
    with database.transaction(EVERY_ORGANIZATION) as session:
        boss, reviewer, _ = team(session)
        if not has_step:
            set_second_step(session, reviewer.id, secret=None, at=NOON)
        offer_password(session, boss.actor, reviewer.id, Link(id="l", token="secret"), at=NOON)

        renew_password(session, "secret", password_hash="x", session_key="k" * 64, at=NOON)

        assert are_two(session, reviewer.actor, boss.id) is has_step


def test_two_invented_people_are_one_person(database: Database) -> None:
    with database.transaction(EVERY_ORGANIZATION) as session:
        boss, _, third = team(session)
        made = [_joined(session, boss, name) for name in ("maria", "jose")]
        grandchild = _joined(session, made[0], "eva")

        assert not are_two(session, made[0].actor, made[1].id)
        assert not are_two(session, grandchild.actor, boss.id), "also through another one"
        with pytest.raises(ForbiddenError, match="third person"):
            confirm_person(session, made[0].actor, made[1].id, at=NOON)
        confirm_person(session, third.actor, made[1].id, at=NOON)
        assert are_two(session, made[1].actor, boss.id)


def test_a_code_from_before_the_reset_proves_who_it_is_and_one_made_after_it_does_not(
    database: Database,
) -> None:
    with database.transaction(EVERY_ORGANIZATION) as session:
        boss, reviewer, _ = team(session)
        drop_second_step(session, boss.actor, reviewer.id, at=NOON)
        set_second_step(session, reviewer.id, secret="mine now", at=NOON)
        keep_recovery_codes(session, reviewer.id, ["AAAA-BBBB"], at=NOON)
        drop_second_step(session, boss.actor, reviewer.id, at=NOON)

        with pytest.raises(RefusedError, match="no recovery code that you had before"):
            confirm_by_old_code(session, reviewer.actor, "AAAA-BBBB", at=NOON)
        assert not are_two(session, reviewer.actor, boss.id)
        confirm_by_old_code(session, reviewer.actor, CODE, at=NOON)
        assert are_two(session, reviewer.actor, boss.id)


def test_a_reset_on_the_server_counts_as_any_administrators(database: Database) -> None:
    with database.transaction(EVERY_ORGANIZATION) as session:
        boss, reviewer, _ = team(session)
        keep_hands(session, reviewer, ["server"], Why.STEP, at=NOON)

        assert not are_two(session, reviewer.actor, boss.id)


def _joined(session: Session, boss: Person, name: str) -> Person:
    roles = frozenset({Role.REVIEWER, Role.ADMINISTRATOR})
    command = Invite(link=Link(id=name, token=name), name=name, roles=roles)
    invite(session, boss.actor, command, at=NOON)
    new = NewPerson(
        id=name,
        name=name,
        email=f"{name}@center.example",
        password_hash="x",
        session_key=name.ljust(64, "k"),
        language="en",
    )
    person = join(session, name, new, at=NOON)
    return set_second_step(session, person.id, secret="theirs", at=NOON)


def test_everybody_sees_whose_account_is_in_doubt_and_a_third_person_confirms(
    app: Flask, database: Database
) -> None:
    with database.transaction(EVERY_ORGANIZATION) as session:
        boss, reviewer, third = team(session)
        drop_second_step(session, boss.actor, reviewer.id, at=NOON)
    hers, theirs = (log_in(app.test_client(), one) for one in (boss, third))
    address = f"/en/people/{reviewer.id}/confirm"

    assert "both count as one person" in theirs.get("/en/people").text
    assert "Accounts that somebody else could be in: 1" in theirs.get("/en/work/").text
    assert address not in hers.get("/en/people").text
    assert hers.post(address, data={"key": "k"}).status_code == 403
    assert theirs.post(address, data={"key": "k2"}).status_code == 302
    assert "both count as one person" not in theirs.get("/en/people").text


def test_somebody_who_joined_by_a_link_is_told_as_what_they_are_and_alarms_nobody(
    app: Flask, database: Database
) -> None:
    with database.transaction(EVERY_ORGANIZATION) as session:
        boss, _, _ = team(session)
        _joined(session, boss, "rosa")
    hers = log_in(app.test_client(), boss)

    page = hers.get("/en/people").text
    assert "made the link that opened this account" in page
    assert "Reviewing and approving count as two people already" in page
    assert "could be in this account" not in page
    assert "somebody else could be in" not in hers.get("/en/work/").text


def test_a_code_from_before_is_typed_on_the_page_of_people(app: Flask, database: Database) -> None:
    with database.transaction(EVERY_ORGANIZATION) as session:
        boss, reviewer, _ = team(session)
        drop_second_step(session, boss.actor, reviewer.id, at=NOON)
        person = get_person(session, reviewer.id)
    hers = log_in(app.test_client(), person)

    assert 'action="/es/me/old-code"' in hers.get("/es/people").text
    assert hers.post("/en/me/old-code", data={"old_code": "x", "key": "a"}).status_code == 409
    assert hers.post("/en/me/old-code", data={"old_code": CODE, "key": "b"}).status_code == 302
    with database.reading(EVERY_ORGANIZATION) as session:
        assert are_two(session, person.actor, boss.id)
