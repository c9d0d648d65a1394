"""T9: an account that decides is reset, and an administrator taken down, by two people."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from jobquality.access.actors import Role
from jobquality.errors import FaultsError, ForbiddenError, RefusedError
from jobquality.services.accountchanges import (
    ProposeChange,
    Secrets,
    decide_change,
    list_changes,
    propose_change,
)
from jobquality.services.events import EventKind
from jobquality.services.hands import keep_hands
from jobquality.services.pairs import Change
from jobquality.services.people import (
    Link,
    change_roles,
    close_account,
    drop_second_step,
    offer_password,
    renew_password,
)
from jobquality.services.proposals import Verdict
from jobquality.services.steps import set_second_step
from jobquality.store.database import EVERY_ORGANIZATION, Database, Session
from jobquality.store.events import list_events
from jobquality.store.hands import Why, list_hands
from jobquality.store.outbox import Message, MessageState, list_messages
from jobquality.store.people import Person, change_person, get_person
from jobquality.store.proposals import Proposal
from tests.live.accounts.members import organization_of, stored_member
from tests.live.factories import NOON, log_in, stored_organization, stored_person
from tests.live.reviews.parts import new_id


@dataclass(slots=True)
class Office:
    """Two administrators, a reviewer and an advocate, who can all log in."""

    session: Session
    boss: Person
    other: Person
    reviewer: Person
    advocate: Person

    def propose(self, change: Change, person: Person, by: Person | None = None) -> Proposal:
        command = ProposeChange(
            id=new_id(), person_id=person.id, change=change, reason="They lost their phone."
        )
        return propose_change(self.session, (by or self.boss).actor, command, at=NOON)

    def decide(self, proposal: Proposal, by: Person, *, yes: bool = True) -> None:
        held = Secrets(link=Link(id=new_id(), token=new_id()), session_key="s" * 64)
        verdict = Verdict(proposal_id=proposal.id, is_accepted=yes)
        decide_change(self.session, by.actor, verdict, secrets=held, at=NOON)

    def now(self, person: Person) -> Person:
        return get_person(self.session, person.id)

    def mail(self, person: Person) -> list[str]:
        """Return what somebody was told, the first line of each that says something."""
        return [_told(one) for one in list_messages(self.session, about_id=person.id)]


def _told(message: Message) -> str:
    return message.text.split("\n\n")[1]


@pytest.fixture
def office(session: Session) -> Office:
    organization = stored_organization(session)
    session.info["organization"] = EVERY_ORGANIZATION

    def member(*roles: Role) -> Person:
        made = stored_person(session, organization, *roles, password_hash="x")
        return set_second_step(session, made.id, secret="phone", at=NOON)

    return Office(
        session,
        boss=member(),
        other=member(Role.ADMINISTRATOR, Role.REVIEWER),
        reviewer=member(Role.REVIEWER),
        advocate=member(Role.ADVOCATE),
    )


def do_alone(office: Office, change: Change, person: Person) -> object:
    """Do at once what somebody would propose."""
    session, actor = office.session, office.boss.actor
    if change is Change.STEP:
        return drop_second_step(session, actor, person.id, at=NOON)
    if change is Change.PASSWORD:
        return offer_password(session, actor, person.id, Link(id="l", token="t"), at=NOON)
    if change is Change.CLOSE:
        return close_account(session, actor, person.id, session_key="k" * 64, at=NOON)
    roles, seen = frozenset({Role.REVIEWER}), person.version
    return change_roles(session, actor, person.id, roles, seen=seen, at=NOON)


@pytest.mark.parametrize("change", Change)
def test_one_administrator_alone_does_nothing_of_it_to_another(
    office: Office, change: Change
) -> None:
    before = office.now(office.other)

    with pytest.raises(RefusedError, match="One administrator alone does not do this"):
        do_alone(office, change, office.other)
    proposal = office.propose(change, office.other)
    with pytest.raises(ForbiddenError, match="another person has to decide"):
        office.decide(proposal, office.boss)

    assert office.now(office.other) == before


@pytest.mark.parametrize("change", [Change.STEP, Change.PASSWORD])
def test_a_reviewers_reset_needs_two_and_an_advocates_does_not(
    office: Office, change: Change
) -> None:
    with pytest.raises(RefusedError, match="One administrator alone"):
        do_alone(office, change, office.reviewer)

    do_alone(office, change, office.advocate)


def with_roles(office: Office, person: Person, *roles: Role, at: datetime = NOON) -> Person:
    """Give somebody other roles, as one administrator alone may."""
    known = office.now(person)
    wanted = frozenset(roles)
    actor = office.boss.actor
    return change_roles(office.session, actor, known.id, wanted, seen=known.version, at=at)


@pytest.mark.parametrize("change", [Change.STEP, Change.PASSWORD])
def test_whose_role_was_taken_away_these_days_is_still_reset_by_two(
    office: Office, change: Change
) -> None:
    """Else one alone takes a reviewer's role, resets the account, and gives the role back."""
    with_roles(office, office.reviewer, Role.ADVOCATE)
    with pytest.raises(RefusedError, match="One administrator alone"):
        do_alone(office, change, office.now(office.reviewer))
    proposal = office.propose(change, office.reviewer)
    office.decide(proposal, office.other)
    assert list_changes(office.session) == {}


def test_an_account_that_is_closed_for_now_is_not_reset_by_one_either(office: Office) -> None:
    closed = do_alone(office, Change.CLOSE, office.reviewer)
    assert isinstance(closed, Person)
    with pytest.raises(RefusedError, match="One administrator alone"):
        do_alone(office, Change.STEP, closed)


def test_a_month_after_the_role_was_taken_away_one_alone_resets_the_account(
    office: Office,
) -> None:
    with_roles(office, office.reviewer, Role.ADVOCATE, at=NOON - timedelta(days=30, seconds=1))
    do_alone(office, Change.STEP, office.now(office.reviewer))
    assert office.now(office.reviewer).second_factor is None


def test_what_two_agreed_on_is_done_and_the_account_counts_as_both_of_theirs(
    office: Office,
) -> None:
    office.decide(office.propose(Change.STEP, office.reviewer), office.other)

    assert office.now(office.reviewer).second_factor is None
    makers = {one.maker for one in list_hands(office.session, at=NOON)}
    assert makers == {office.boss.id, office.other.id}
    assert list_changes(office.session) == {}


def test_two_others_remove_an_administrator_who_does_not_agree(office: Office) -> None:
    """The other one can neither refuse it nor stay by being silent."""
    proposal = office.propose(Change.CLOSE, office.other)

    with pytest.raises(ForbiddenError, match="others can refuse it"):
        office.decide(proposal, office.other, yes=False)
    office.decide(proposal, office.reviewer)

    assert not office.now(office.other).active


def test_whoever_is_taken_down_can_agree_and_nobody_agrees_to_their_own_reset(
    office: Office,
) -> None:
    office.decide(office.propose(Change.DEMOTE, office.other), office.other)
    assert office.now(office.other).roles == {Role.REVIEWER}

    again = change_roles(
        office.session,
        office.boss.actor,
        office.other.id,
        frozenset({Role.ADMINISTRATOR}),
        seen=office.now(office.other).version,
        at=NOON,
    )
    with pytest.raises(ForbiddenError, match="reset of your own account"):
        office.decide(office.propose(Change.STEP, again), again)


@pytest.mark.parametrize("why", Why)
def test_an_account_that_the_first_could_be_in_is_no_second_one(office: Office, why: Why) -> None:
    proposal = office.propose(Change.CLOSE, office.other)
    for one in (office.reviewer, office.other):
        keep_hands(office.session, one, [office.boss.id], why, at=NOON - timedelta(days=1))

        with pytest.raises(ForbiddenError, match="One person could have come in as both"):
            office.decide(proposal, one)


def test_an_advocate_decides_on_nobodys_account(office: Office) -> None:
    with pytest.raises(ForbiddenError, match="needs the role"):
        office.decide(office.propose(Change.CLOSE, office.other), office.advocate)


def test_what_somebody_proposed_who_manages_nobody_any_more_is_void(office: Office) -> None:
    proposal = office.propose(Change.CLOSE, office.boss, by=office.other)
    office.decide(office.propose(Change.DEMOTE, office.other), office.reviewer)

    with pytest.raises(RefusedError, match="manages no people any more"):
        office.decide(proposal, office.reviewer)


def test_nobody_needs_a_second_one_to_step_down(office: Office) -> None:
    session, boss = office.session, office.now(office.boss)
    roles = frozenset({Role.ADVOCATE})

    change_roles(session, boss.actor, boss.id, roles, seen=boss.version, at=NOON)

    assert office.now(boss).roles == roles
    assert office.mail(boss) == [], "they did it themself"


def test_the_only_administrator_resets_alone_and_so_does_one_of_two_who_are_all(
    office: Office,
) -> None:
    """Nobody else is there: what decision 0041 takes away is the weight of the account."""
    for one in (office.reviewer, office.advocate):
        change_person(office.session, replace(office.now(one), active=False))
    drop_second_step(office.session, office.boss.actor, office.other.id, at=NOON)

    change_person(office.session, replace(office.now(office.other), active=False))
    change_person(office.session, replace(office.now(office.reviewer), active=True))
    drop_second_step(office.session, office.boss.actor, office.reviewer.id, at=NOON)

    held = {(one.person_id, one.maker) for one in list_hands(office.session, at=NOON)}
    assert held == {(one.id, office.boss.id) for one in (office.other, office.reviewer)}


def test_nothing_is_proposed_that_one_alone_may_do_or_without_a_reason(office: Office) -> None:
    with pytest.raises(RefusedError, match="Nobody else is needed"):
        office.propose(Change.CLOSE, office.advocate)
    command = ProposeChange(id="p", person_id=office.other.id, change=Change.CLOSE, reason=" ")
    with pytest.raises(FaultsError, match="no reason"):
        propose_change(office.session, office.boss.actor, command, at=NOON)


def test_the_person_gets_a_mail_in_their_language_of_each_thing_that_is_done(
    office: Office,
) -> None:
    session, boss = office.session, office.boss
    change_person(session, replace(office.now(office.advocate), language="es"))
    link = Link(id="link", token="secret")

    drop_second_step(session, boss.actor, office.advocate.id, at=NOON)
    offer_password(session, boss.actor, office.advocate.id, link, at=NOON)
    renew_password(session, "secret", password_hash="x", session_key="k" * 64, at=NOON)
    seen = office.now(office.advocate).version
    roles = frozenset({Role.REVIEWER})
    change_roles(session, boss.actor, office.advocate.id, roles, seen=seen, at=NOON)
    close_account(session, boss.actor, office.advocate.id, session_key="z" * 64, at=NOON)

    messages = list_messages(session, about_id=office.advocate.id)
    assert {one.to for one in messages} == {office.advocate.email}
    assert {one.state for one in messages} == {MessageState.WAITING}
    assert not any("secret" in one.text for one in messages)
    assert {_told(one).split(".")[0] for one in messages} == {
        f"{boss.name} quitó el segundo paso de su cuenta",
        f"{boss.name} creó un enlace con el que usted puede elegir otra contraseña",
        "Con un enlace se eligió otra contraseña para su cuenta",
        f"{boss.name} cambió lo que usted puede hacer",
        f"{boss.name} cerró su cuenta",
    }


def test_the_person_is_told_when_it_is_proposed(office: Office) -> None:
    office.propose(Change.CLOSE, office.other)

    (told,) = office.mail(office.other)
    assert told.startswith(f"{office.boss.name} asks a second person to close your account.")


@dataclass(slots=True)
class Browsers:
    """What an administrator and a second person see of a reset that one proposes."""

    database: Database
    lost: Person
    second: Person
    first_browser: FlaskClient
    second_browser: FlaskClient

    def propose(self, reason: str) -> TestResponse:
        form = {"change": "password", "reason": reason, "key": new_id()}
        return self.first_browser.post(f"/en/people/{self.lost.id}/propose", data=form)

    def accept(self) -> TestResponse:
        form = {"verdict": "accept", "key": new_id()}
        return self.second_browser.post(f"/en/people/proposals/{self.waiting.id}", data=form)

    @property
    def waiting(self) -> Proposal:
        with self.database.reading(self.lost.organization_id) as session:
            (proposal,) = list_changes(session)[self.lost.id]
        return proposal


@pytest.fixture
def browsers(app: Flask, database: Database) -> Browsers:
    boss = stored_member(app, database)
    organization = organization_of(database, boss)
    stored_member(app, database, Role.ADMINISTRATOR, of=organization)
    lost, second = (stored_member(app, database, Role.REVIEWER, of=organization) for _ in range(2))
    first_browser, second_browser = (log_in(app.test_client(), one) for one in (boss, second))
    return Browsers(database, lost, second, first_browser, second_browser)


def test_one_proposes_in_a_browser_and_the_second_one_gets_the_link(browsers: Browsers) -> None:
    browsers.propose("<b>Forgot it</b>")

    mine = browsers.first_browser.get("/en/people").text
    assert "&lt;b&gt;Forgot it&lt;/b&gt;" in mine
    assert "Agree: make the link" not in mine, "whoever proposed it does not decide"
    assert f"#proposal-{browsers.waiting.id}" in browsers.second_browser.get("/es/work/").text
    assert "De acuerdo: crear el enlace" in browsers.second_browser.get("/es/people").text
    assert "/en/join/" in browsers.accept().text
    assert "Agree: make the link" not in browsers.second_browser.get("/en/people").text


def test_whoever_proposed_it_takes_it_back_before_it_is_decided_and_nobody_else_does(
    browsers: Browsers,
) -> None:
    browsers.propose("Forgot it")
    back = f"/en/work/proposals/{browsers.waiting.id}/back"
    assert f'action="{back}"' in browsers.first_browser.get("/en/people").text
    assert f'action="{back}"' not in browsers.second_browser.get("/en/people").text

    refused = browsers.second_browser.post(back, data={"key": "s"})
    assert (refused.status_code, "You can refuse it" in refused.text) == (409, True)
    done = browsers.first_browser.post(back, data={"key": "f"}, follow_redirects=True)
    assert done.status_code == 200
    assert "Forgot it" not in done.text

    with browsers.database.reading(browsers.lost.organization_id) as session:
        assert list_changes(session) == {}
        assert list_events(session)[-1].kind == EventKind.PROPOSAL_TAKEN_BACK.value
    assert browsers.first_browser.post(back, data={"key": "g"}).status_code == 409
    assert browsers.propose("Forgot it again").status_code == 303


def test_a_proposal_without_a_reason_says_so_beside_the_person(browsers: Browsers) -> None:
    refused = browsers.propose("")

    assert refused.status_code == 422
    assert f'id="reason-{browsers.lost.id}-fault"' in refused.text
    assert refused.text.count('id="reason"') == 1


def test_a_mail_about_an_account_is_not_stopped_and_shows_the_address_to_administrators_only(
    browsers: Browsers,
) -> None:
    browsers.propose("Forgot it")
    with browsers.database.reading(browsers.lost.organization_id) as session:
        (message,) = list_messages(session, about_id=browsers.lost.id)
    place, address = f"/en/work/messages/{message.id}", browsers.lost.email or ""

    form = {"do": "withdraw", "key": "w"}
    answer = browsers.second_browser.post(f"{place}/state", data=form)

    assert (answer.status_code, "it is not stopped" in answer.text) == (409, True)
    theirs, mine = (
        one.get(place).text for one in (browsers.second_browser, browsers.first_browser)
    )
    assert ('value="withdraw"' in theirs, address in theirs, address in mine) == (
        False,
        False,
        True,
    )
