"""Links to employers that a removed person left are listed, and each gets a new address.

Source: T12 of the threats in docs/assurance.md.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from jobquality.access.actors import Role
from jobquality.access.scopes import Scope
from jobquality.errors import ForbiddenError, NotFoundError, RefusedError
from jobquality.services import after, questionnaires
from jobquality.services.deliveries import makers_of
from jobquality.services.erasing import erase
from jobquality.services.events import EventKind
from jobquality.services.guests import act_as_guest, take_leave
from jobquality.services.letters import parts_of_letter
from jobquality.services.links import RenewLeft, links_for, renew_left
from jobquality.services.notices import look_behind
from jobquality.services.outbox import HIDDEN, MessageState
from jobquality.services.people import Link
from jobquality.services.speakersagain import come_again
from jobquality.services.tokens import NewToken, make_token
from jobquality.store.after import get_link, get_speaker
from jobquality.store.claims import get_questionnaire, list_claims
from jobquality.store.database import EVERY_ORGANIZATION, Database, Session
from jobquality.store.events import list_events
from jobquality.store.links import LeftLink, LinkKind, list_left
from jobquality.store.notices import Notice, get_notice
from jobquality.store.outbox import list_messages
from jobquality.store.people import Person, change_person, get_person
from jobquality.store.tenancy import belong
from jobquality.web.sessions import digest_of
from tests.live.accounts.members import stored_member
from tests.live.factories import NOON, log_in, stored_organization, stored_person
from tests.live.messages.test_letters import WAYS
from tests.live.reviews.browsing import Site, hidden, link_in
from tests.live.reviews.parts import new_id
from tests.live.web.worlds import RANDOM, World, stored_guest, stored_world

_RENEW: dict[LinkKind, str] = {
    LinkKind.NOTICE: "notices",
    LinkKind.QUESTIONS: "questionnaires",
    LinkKind.AFTER: "after",
}


def press(browser: FlaskClient, one: LeftLink, language: str = "en") -> TestResponse:
    """Press the button beside a link of the list."""
    place = f"/{language}/work/links/{_RENEW[one.kind]}/{one.id}"
    return browser.post(place, data={"key": new_id()})


def close(database: Database, person: Person, *, active: bool = False) -> None:
    """Keep somebody out, or let them in again, past the pages."""
    with database.transaction(person.organization_id) as session:
        change_person(session, replace(get_person(session, person.id), active=active))


def left_of(database: Database, organization_id: str) -> tuple[LeftLink, ...]:
    with database.reading(organization_id) as session:
        return list_left(session, at=NOON)


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewed:
    """A draft with the employer whose maker was removed, before and after its new address."""

    site: Site
    before: Notice
    old: str
    new: str
    form: dict[str, str]
    link: LeftLink


@pytest.fixture
def renewed(site: Site, app: Flask, database: Database) -> Renewed:
    """A draft that went out by mail and letter, and whose reply was begun."""
    author, organization = site.walk.author, site.walk.organization
    site.submit()
    site.approve()
    form = {"key": new_id(), "days": "14", **WAYS, "contact_person": author.name}
    old = link_in(site.as_author().post(site.at("notice"), data=form).text)
    page = site.open(old)
    typed = {"key": new_id(), "version": hidden(page, "version"), "do": "keep"}
    site.employer.post("/en/reply", data=typed | {"statement": "We post the plan early."})
    before = site.notice()
    site.later(hours=1)
    boss = log_in(app.test_client(), stored_member(app, database, of=organization))

    boss.post(f"/en/people/{author.id}/close", data={"key": new_id()})

    assert f"that {author.name} gave and that stay open: 1" in boss.get("/en/people").text
    browser = site.as_reviewer()
    assert "removed people left open: 1" in browser.get("/en/work/").text
    assert site.walk.employer.name in browser.get("/en/work/links").text
    (one,) = left_of(database, organization.id)
    answer = press(browser, one)
    assert answer.status_code == 200, answer.text
    return Renewed(
        site=site, before=before, old=old, new=link_in(answer.text), form=typed, link=one
    )


def test_t12_the_old_address_of_a_draft_ends_on_the_next_request_and_says_whom_to_ask(
    renewed: Renewed,
) -> None:
    site, stranger = renewed.site, renewed.site.app.test_client()

    assert renewed.new not in ("", renewed.old)
    _is_replaced(stranger.get(renewed.old), site)
    _is_replaced(stranger.post(renewed.old), site)
    assert "Este enlace se cambió por otro" in stranger.get(_es(renewed.old)).text
    _is_replaced(site.employer.get("/en/reply"), site)
    late = {**renewed.form, "key": new_id(), "statement": "Typed at that moment."}
    answer = site.employer.post("/en/reply", data=late)
    _is_replaced(answer, site)
    assert "Typed at that moment." in answer.text


def _go_on(site: Site, link: str) -> None:
    """Let who was accepted come in by a new link, with their own code."""
    (known,) = site.speakers()
    digest = digest_of(link.rsplit("/", 1)[1])
    with site.database.transaction(site.walk.organization.id) as session:
        come_again(session, digest, known, new_id(), at=site.clock.now)
    site.knock(link)


def test_t12_the_employer_loses_nothing_and_the_clock_stands_until_it_comes_in_again(
    renewed: Renewed, database: Database
) -> None:
    site, organization = renewed.site, renewed.site.walk.organization
    kept = ("id", "days", "draft", "sent_at", "statement")

    now, before = site.notice(), renewed.before
    assert [getattr(now, name) for name in kept] == [getattr(before, name) for name in kept]
    assert (now.delivered_at, now.ends_at) == (None, None)
    _go_on(site, renewed.new)
    again = site.notice().ends_at or before.sent_at
    assert again >= (before.ends_at or site.clock.now)
    assert "We post the plan early." in site.employer.get("/en/reply").text
    with database.reading(organization.id) as session:
        makers = makers_of(session, now)
        kinds = [one.kind for one in list_events(session)]
    assert makers == {site.walk.author.id, site.walk.reviewer.id}
    assert kinds.count(EventKind.NOTICE_RENEWED.value) == 1
    assert kinds.count(EventKind.EMPLOYER_LINK_REPLACED.value) == 1
    assert left_of(database, organization.id) == ()
    assert press(site.as_reviewer(), renewed.link).status_code == 409
    page = site.as_reviewer().get("/en/work/links").text
    assert "No link of a removed person is open" in page


def test_t12_the_new_address_goes_out_as_the_old_one_did_and_names_nobody_who_left(
    renewed: Renewed, database: Database
) -> None:
    walk = renewed.site.walk

    with database.reading(walk.organization.id) as session:
        told = [one for one in list_messages(session) if one.about == "notice"]

    for message in told:
        is_old = message.state is MessageState.WITHDRAWN
        assert (renewed.new in message.text, HIDDEN in message.text) == (not is_old, is_old)
        assert (walk.author.name in message.text) is is_old
        assert (walk.reviewer.name in message.text) is not is_old, "whom the employer asks now"
        assert ("takes the place of the one" in message.text) is not is_old
        assert message.text.count("No fee changes a score.") == 1
    assert sorted((one.kind, one.to, one.state.value) for one in told) == [
        ("notice", "office@diner.example", "waiting"),
        ("notice", "office@diner.example", "withdrawn"),
        ("notice_letter", "", "by_hand"),
        ("notice_letter", "", "withdrawn"),
    ]
    letter = next(one for one in told if one.state is MessageState.BY_HAND)
    assert parts_of_letter(letter.text)[0][-2:] == ("12 Elm Street", "Austin, TX 78701")


def _is_replaced(answer: TestResponse, site: Site) -> None:
    assert answer.status_code == 410
    assert "This link was replaced" in answer.text
    assert site.walk.organization.contact in answer.text
    assert site.walk.employer.name not in answer.text


def _es(link: str) -> str:
    return link.replace("/en/", "/es/", 1)


def test_t12_a_draft_that_nobody_got_yet_gets_a_new_address_and_no_clock(
    site: Site, database: Database
) -> None:
    site.submit()
    site.approve()
    old = link_in(site.notify())
    close(database, site.walk.author)

    (one,) = left_of(database, site.walk.organization.id)
    new = link_in(press(site.as_reviewer(), one).text)

    assert site.notice().delivered_at is None
    assert site.app.test_client().get(old).status_code == 410
    site.knock(new)
    site.say_who()
    assert site.notice().delivered_at == site.clock.now
    judged = site.judge()
    assert judged.status_code == 403, "whoever made the link accepts nobody"


@pytest.fixture
def world(database: Database, tmp_path: Path) -> World:
    """A center whose author gave an employer each kind of link."""
    with database.transaction(EVERY_ORGANIZATION) as session:
        return stored_world(session, tmp_path)


@pytest.fixture
def author(database: Database, world: World) -> Person:
    """The one who made the links; removed."""
    with database.reading(world.organization.id) as session:
        made = get_notice(session, world.ids["notice_id"]).sent_by
        person = get_person(session, made)
    close(database, person)
    return person


def _command(one: LeftLink) -> RenewLeft:
    digest = digest_of(f"new {one.id}")
    return RenewLeft(id=new_id(), kind=one.kind, link_id=one.id, token_digest=digest)


def test_t12_each_kind_of_link_is_listed_until_it_has_a_new_address_and_keeps_all_else(
    database: Database, world: World, author: Person
) -> None:
    actor = world.everything.actor
    with database.transaction(world.organization.id) as session:
        left = links_for(session, actor, at=NOON)
        asked = get_questionnaire(session, world.ids["questionnaire_id"])
        said = list_claims(session, asked.assessment_id)
        link = get_link(session, world.ids["after_link_id"])

        assert {one.kind for one in left} == set(LinkKind)
        assert {one.made_by for one in left} == {author.id}
        for one in left:
            renew_left(session, actor, _command(one), at=NOON + timedelta(days=1))

        assert list_left(session, at=NOON) == ()
        now = get_questionnaire(session, asked.id)
        assert (now.expires_at, now.wanted_by) == (asked.expires_at, asked.wanted_by)
        assert list_claims(session, asked.assessment_id) == said
        door = after.look_behind(session, digest_of(f"new {link.id}"))
        assert door.id == get_speaker(session, world.ids["after_speaker_id"]).door
        for look, old in _old_ones(session, world, asked.token_digest, link.token_digest):
            with pytest.raises(NotFoundError):
                look(old)
        _is_told(session, len(left))


def _is_told(session: Session, count: int) -> None:
    told = [one.kind for one in list_events(session)]
    assert told.count(EventKind.EMPLOYER_LINK_REPLACED.value) == count
    assert EventKind.EMPLOYER_LINK_RENEWED.value in told
    assert EventKind.QUESTIONS_RENEWED.value in told


def _old_ones(
    session: Session, world: World, asked: str, link: str
) -> tuple[tuple[Callable[[str], object], str], ...]:
    old = f"digest{world.ids['notice_id'].removeprefix('notice')}"
    return (
        (lambda one: look_behind(session, one), old),
        (lambda one: questionnaires.look_behind(session, one, at=NOON), asked),
        (lambda one: after.look_behind(session, one), link),
    )


def test_the_letters_of_the_other_links_say_that_the_address_is_new(
    app: Flask, database: Database, world: World, author: Person
) -> None:
    browser = log_in(app.test_client(), world.everything)
    left = left_of(database, author.organization_id)

    others = [one for one in left if one.kind is not LinkKind.NOTICE]
    pages = {str(one.kind): press(browser, one).text for one in others}

    for page in pages.values():
        assert "This link takes the place of the one" in page
        assert "Este enlace toma el lugar" in page
    opened = app.test_client()
    for kind, path in ((LinkKind.QUESTIONS, "questions/from"), (LinkKind.AFTER, "after/from")):
        found = re.search(rf"(/en/{path}/\w+)", pages[kind])
        assert found
        assert opened.get(found[1]).status_code == 200
    replaced = opened.get(f"/en/questions/from/{world.ids['questionnaire_id']}")
    assert replaced.status_code == 410
    assert world.organization.contact in replaced.text


def test_an_address_that_never_was_is_told_from_a_replaced_one_by_nothing_but_the_secret(
    client: FlaskClient,
) -> None:
    for path in ("reply", "questions/from", "after/from"):
        assert client.get(f"/en/{path}/{RANDOM}").status_code == 404


def test_whoever_comes_back_makes_the_list_empty_and_closes_no_new_address(
    database: Database, world: World, author: Person
) -> None:
    with database.transaction(world.organization.id) as session:
        first, *others = list_left(session, at=NOON)
        renew_left(session, world.everything.actor, _command(first), at=NOON)
    close(database, author, active=True)

    with database.transaction(world.organization.id) as session:
        assert list_left(session, at=NOON) == ()
        with pytest.raises(RefusedError, match="needs no new address"):
            renew_left(session, author.actor, _command(others[0]), at=NOON)
    close(database, author)
    assert {one.id for one in left_of(database, author.organization_id)} == {
        one.id for one in others
    }, "removed again: what was given a new address meanwhile is not theirs any more"


def test_the_same_person_in_another_account_makes_no_new_address(
    database: Database, world: World, author: Person
) -> None:
    local, _, domain = (author.email or "").partition("@")
    with database.transaction(world.organization.id) as session:
        again = stored_person(session, world.organization, email=f"{local}+new@{domain}")
        one = list_left(session, at=NOON)[0]

        with pytest.raises(ForbiddenError, match="count as one person"):
            renew_left(session, again.actor, _command(one), at=NOON)

        assert one in list_left(session, at=NOON)


def test_an_erased_account_leaves_its_links_in_the_list(
    database: Database, world: World, author: Person
) -> None:
    with database.transaction(world.organization.id) as session:
        erase(session, world.everything.actor, author.id, session_key="gone", at=NOON)

        left = list_left(session, at=NOON)

    assert {one.maker for one in left} == {"a former advocate"}


@pytest.fixture
def visitor(database: Database, world: World, author: Person) -> Person:
    """Somebody of another center, who reviews the draft of this one as a guest."""
    draft, host = world.ids["assessment_id"], world.everything
    with database.transaction(EVERY_ORGANIZATION) as session:
        elsewhere = stored_person(session, stored_organization(session))
        belong(session, author.organization_id)
        stored_guest(session, host, draft, Link(id="left-guest", token="left-guest"))
    with database.transaction(EVERY_ORGANIZATION) as session:
        take_leave(session, "left-guest", elsewhere, at=NOON)
    return elsewhere


def test_neither_a_guest_nor_another_center_sees_or_renews_them(
    app: Flask, database: Database, world: World, author: Person, visitor: Person
) -> None:
    left, browser = left_of(database, author.organization_id), log_in(app.test_client(), visitor)
    draft = world.ids["assessment_id"]

    with database.transaction(EVERY_ORGANIZATION) as session:
        guest = act_as_guest(session, visitor, at=NOON, assessment_id=draft)
        assert guest is not None
    for one in left:
        with database.reading(world.organization.id) as session, pytest.raises(ForbiddenError):
            renew_left(session, guest, _command(one), at=NOON)
        assert press(browser, one).status_code == 404
    assert author.name not in browser.get("/en/work/links").text
    assert left_of(database, author.organization_id) == left


def test_no_program_renews_them_whatever_its_token_may(
    app: Flask, database: Database, world: World, author: Person
) -> None:
    left = left_of(database, author.organization_id)
    with database.transaction(world.organization.id) as session:
        new = NewToken(id="t", secret="jq_secret", name="Forms", scopes=frozenset(Scope))
        make_token(session, world.everything.actor, new, at=NOON)
    bearer = {"Authorization": "Bearer jq_secret"}
    assert app.test_client().get("/api/v1/me", headers=bearer).status_code == 200

    for one in left:
        place = f"/en/work/links/{_RENEW[one.kind]}/{one.id}"
        answer = app.test_client().post(place, data={"key": new_id()}, headers=bearer)
        assert "/login" in answer.headers["Location"]
    assert left_of(database, author.organization_id) == left


@pytest.mark.usefixtures("author")
def test_only_those_who_may_make_such_a_link_are_told_on_my_work(app: Flask, world: World) -> None:
    def told(role: Role) -> list[str]:
        page = log_in(app.test_client(), world.people[role]).get("/en/work/").text
        return re.findall(r"removed people left open: (\d)", page)

    assert {role: told(role) for role in Role} == {
        Role.ADVOCATE: ["3"],
        Role.REVIEWER: ["2"],
        Role.ADMINISTRATOR: [],
    }
    office = log_in(app.test_client(), world.people[Role.ADMINISTRATOR])
    assert "that stay open: 3" in office.get("/en/people").text
