"""A reviewer of another organization sees one assessment, and a center of one can publish."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from http import HTTPStatus

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from jobquality.access.actors import Action, Actor, Role
from jobquality.access.guests import OnlyAssessment
from jobquality.access.states import AssessmentState
from jobquality.errors import ForbiddenError, NotFoundError
from jobquality.services.guests import (
    InviteGuest,
    act_as_guest,
    invite_guest,
    take_leave,
    withdraw_guest,
)
from jobquality.services.people import Link, close_account
from jobquality.services.reviews import Mark, abandon
from jobquality.store.assessments import list_assessments
from jobquality.store.database import EVERY_ORGANIZATION, Database
from jobquality.store.employers import list_employers
from jobquality.store.guests import Guest, list_guests
from jobquality.store.organizations import Organization, get_organization
from jobquality.store.people import Person, change_person, get_person
from jobquality.store.rows import IntentRow, InvitationRow, ReviewRow
from jobquality.store.tenancy import belong
from tests.live.factories import (
    NOON,
    log_in,
    stored_employer,
    stored_organization,
    stored_person,
)
from tests.live.reviews.browsing import Site, hidden, link_in
from tests.live.reviews.parts import Clock, Walk, new_id

TOKEN = "the-guests-own-link"
PASSWORD = "river lamp copper seventeen"


class Lone:
    """A center of one person, its draft, and a reviewer of another organization as its guest."""

    def __init__(self, app: Flask, database: Database, clock: Clock) -> None:
        self.app, self.database, self.clock = app, database, clock
        with database.transaction() as session:
            walk = Walk(session).drafted()
            home = stored_organization(session)
            reviewer = stored_person(session, home, name="Rosa Gil")
            self.theirs = Walk(session).drafted()
            belong(session, walk.organization.id)
            command = InviteGuest(
                link=Link(id=new_id(), token=TOKEN),
                assessment_id=walk.assessment_id,
                name="Rosa Gil",
                affiliation="North Center",
            )
            self.guest = invite_guest(session, walk.author.actor, command, at=clock())
            belong(session, EVERY_ORGANIZATION)
            take_leave(session, TOKEN, reviewer, at=clock())
            lone = get_person(session, walk.reviewer.id)
            change_person(session, _without_access(lone))
            walk.reviewer = reviewer
        self.site = Site(app, database, clock, walk)
        self.walk = walk

    def as_guest(self) -> FlaskClient:
        return log_in(self.app.test_client(), self.walk.reviewer)

    def sees(self) -> int:
        """Return the status with which the guest's own page answers now."""
        return self.as_guest().get(self.site.at("review")).status_code


def _without_access(person: Person) -> Person:
    return replace(person, active=False)


@pytest.fixture
def lone(app: Flask, database: Database, clock: Clock) -> Lone:
    return Lone(app, database, clock)


def test_a_center_of_one_publishes_with_a_guest_as_the_second_person(lone: Lone) -> None:
    site = lone.site
    site.submit()
    assert site.approve().status_code == HTTPStatus.SEE_OTHER
    link = link_in(site.notify())
    site.reply(link, statement="We pay what the law asks.")
    site.decide("Nothing changes: the source is the payroll itself.")
    site.later(days=14)
    form = {"key": new_id(), "name": site.walk.employer.name}
    alone = site.as_author().post(site.at("publish"), data=form)
    heard = lone.as_guest().post(site.at("notice/heard"), data={"key": new_id()})
    published = site.as_author().post(site.at("publish"), data=form | {"key": new_id()})

    assert alone.status_code == HTTPStatus.FORBIDDEN
    assert "the reviewer can check that the employer has the draft" in alone.text
    assert heard.status_code == HTTPStatus.SEE_OTHER
    assert published.status_code == HTTPStatus.SEE_OTHER
    assert site.state() is AssessmentState.PUBLISHED
    assert lone.sees() == HTTPStatus.NOT_FOUND
    assert "Rosa Gil (North Center)" in site.as_author().get(site.at("review")).text


def test_whoever_made_the_link_cannot_confirm_that_it_arrived(lone: Lone) -> None:
    site = lone.site
    site.submit()
    site.approve()
    site.open(link_in(site.notify()))

    answer = site.as_author().post(site.at("notice/heard"), data={"key": new_id()})

    assert answer.status_code == HTTPStatus.FORBIDDEN


def test_a_guest_accepts_asks_returns_and_reads_the_evidence_page_of_one_assessment(
    lone: Lone,
) -> None:
    site = lone.site
    site.submit()
    page = lone.as_guest().get(site.at("review")).text
    item = page.partition('id="item-adv_ladder"')[2].partition("</article>")[0]
    form = {"key": new_id(), "mark": hidden(item, "mark"), "verdict": "asked"}
    asked = lone.as_guest().post(
        site.at("review/adv_ladder"), data=form | {"ask-adv_ladder": "Since when?"}
    )
    site.give_back("")

    assert asked.status_code == HTTPStatus.SEE_OTHER
    assert site.state() is AssessmentState.DRAFT
    question = site.as_author().get(site.at("adv_ladder")).text
    assert "Rosa Gil (North Center) asks about this answer:" in question
    assert "/work/employers" not in re.sub(r'<nav class="menu".*?</nav>', "", page, flags=re.DOTALL)
    assert "Hold, or give up" not in page
    assert lone.theirs.employer.name not in page


@pytest.mark.parametrize(
    "path", ["publish", "notice/link", "notice", "submit", "mark", "guests", "notice/delivery"]
)
def test_a_guest_sends_nothing_else(lone: Lone, path: str) -> None:
    answer = lone.as_guest().post(lone.site.at(path), data={"key": new_id()})

    assert answer.status_code in {HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND}
    assert lone.site.state() is AssessmentState.DRAFT


@pytest.mark.parametrize("path", ["publish", "", "adv_ladder", "topics/scheduling", "stand"])
def test_a_guest_opens_nothing_else_of_the_assessment(lone: Lone, path: str) -> None:
    answer = lone.as_guest().get(lone.site.at(path).rstrip("/"))

    assert answer.status_code == HTTPStatus.NOT_FOUND


def test_a_guest_of_one_assessment_is_nobody_at_another_of_the_same_host(
    lone: Lone, database: Database
) -> None:
    with database.transaction(lone.walk.organization.id) as session:
        other = Walk.__new__(Walk)
        other.__dict__ |= {**lone.walk.__dict__, "session": session}
        other.employer = stored_employer(session, lone.walk.author)
        other.drafted()

    answer = lone.as_guest().get(f"/en/work/assessments/{other.assessment_id}/review")

    assert answer.status_code == HTTPStatus.NOT_FOUND


def _withdrawn(lone: Lone, session: Session) -> None:
    withdraw_guest(session, lone.walk.author.actor, lone.guest.id, at=NOON)


def _given_up(lone: Lone, session: Session) -> None:
    command = Mark(id=new_id(), assessment_id=lone.walk.assessment_id, reason="A mistake")
    abandon(session, lone.walk.author.actor, command, at=NOON)


def _after_its_day(lone: Lone, _session: Session) -> None:
    lone.clock.now += timedelta(days=60)


def _account_closed(lone: Lone, session: Session) -> None:
    belong(session, lone.walk.reviewer.organization_id)
    other = stored_person(session, _organization(session, lone), password_hash="x")
    close_account(session, other.actor, lone.walk.reviewer.id, session_key="another-key", at=NOON)


def _organization(session: Session, lone: Lone) -> Organization:
    return get_organization(session, lone.walk.reviewer.organization_id)


@pytest.mark.parametrize(
    "end",
    [_withdrawn, _given_up, _after_its_day, _account_closed],
    ids=["withdrawn", "given up", "after its day", "account closed"],
)
def test_a_guests_leave_ends_on_the_next_request(
    lone: Lone, database: Database, end: Callable[[Lone, Session], None]
) -> None:
    browser = lone.as_guest()
    before = browser.get(lone.site.at("review")).status_code
    with database.transaction(lone.walk.organization.id) as session:
        end(lone, session)

    after = browser.get(lone.site.at("review"))
    sent = browser.post(lone.site.at("review"), data={"key": new_id(), "decision": "approve"})

    assert before == HTTPStatus.OK
    assert after.status_code in {HTTPStatus.NOT_FOUND, HTTPStatus.FOUND}
    assert sent.status_code in {HTTPStatus.NOT_FOUND, HTTPStatus.FOUND}


def test_a_guests_session_finds_one_assessment_whatever_is_asked(
    lone: Lone, database: Database
) -> None:
    with database.reading(EVERY_ORGANIZATION) as session:
        actor = _acting(lone, session)
    with database.reading(actor.organization_id) as session:
        assessments = [one.id for one in list_assessments(session)]
        employers = [one.id for one in list_employers(session)]
        invitations = list(session.scalars(select(InvitationRow.id)))

    assert isinstance(actor.organization_id, OnlyAssessment)
    assert assessments == [lone.walk.assessment_id]
    assert employers == [lone.walk.employer.id]
    assert invitations == []


def test_a_guests_session_writes_what_hangs_on_the_assessment_and_nothing_else(
    lone: Lone, database: Database
) -> None:
    with database.reading(EVERY_ORGANIZATION) as session:
        actor = _acting(lone, session)

    def write(assessment_id: str) -> None:
        with database.transaction(actor.organization_id) as session:
            session.add(_step(actor, assessment_id))
            session.add(_intent(actor))

    write(lone.walk.assessment_id)
    with pytest.raises(RuntimeError, match="guest of one assessment"):
        write("another")


def _step(actor: Actor, assessment_id: str) -> ReviewRow:
    return ReviewRow(
        id=new_id(),
        organization_id=str(actor.organization_id),
        assessment_id=assessment_id,
        step="comment",
        criterion="",
        comment="",
        person_id=actor.person_id,
        at=NOON,
    )


def _intent(actor: Actor) -> IntentRow:
    return IntentRow(
        key=new_id(),
        organization_id=str(actor.organization_id),
        fingerprint="",
        answer="",
        at=NOON,
    )


def _acting(lone: Lone, session: Session) -> Actor:
    actor = act_as_guest(
        session, lone.walk.reviewer, at=NOON, assessment_id=lone.walk.assessment_id
    )
    assert actor is not None
    return actor


def test_a_guest_may_look_and_review_and_no_more(lone: Lone, database: Database) -> None:
    with database.reading(EVERY_ORGANIZATION) as session:
        actor = _acting(lone, session)

    assert {one for one in Action if actor.may(one)} == {Action.LOOK, Action.REVIEW}


def invited(walk: Walk, token: str, **but: object) -> Guest:
    given = {
        "link": Link(id=new_id(), token=token),
        "assessment_id": walk.assessment_id,
        "name": "Rosa Gil",
        "affiliation": "North Center",
    }
    command = InviteGuest(**given | but)  # type: ignore[arg-type]  # a test says what it needs
    return invite_guest(walk.session, walk.author.actor, command, at=walk.at)


def test_a_link_works_once_and_not_for_the_hosts_own_people(session: Session) -> None:
    walk = Walk(session).drafted()
    invited(walk, "one")
    member = stored_person(session, walk.organization, Role.REVIEWER)
    belong(session, EVERY_ORGANIZATION)
    with pytest.raises(ForbiddenError, match="cannot be its guest"):
        take_leave(session, "one", member, at=walk.at)
    stranger = stored_person(session, stored_organization(session))
    belong(session, EVERY_ORGANIZATION)
    take_leave(session, "one", stranger, at=walk.at)

    with pytest.raises(NotFoundError):
        take_leave(session, "one", stranger, at=walk.at)


def test_a_link_dies_after_a_week_and_with_the_account_of_whoever_made_it(
    session: Session,
) -> None:
    walk = Walk(session).drafted()
    invited(walk, "late")
    invited(walk, "closed")
    belong(session, EVERY_ORGANIZATION)
    stranger = stored_person(session, stored_organization(session))

    with pytest.raises(NotFoundError):
        take_leave(session, "late", stranger, at=walk.at + timedelta(days=7))
    belong(session, EVERY_ORGANIZATION)
    change_person(session, _without_access(get_person(session, walk.author.id)))
    with pytest.raises(NotFoundError):
        take_leave(session, "closed", stranger, at=walk.at)


def test_somebody_without_an_account_makes_one_that_opens_only_the_review(
    site: Site, database: Database
) -> None:
    form = {"key": new_id(), "guest_name": "Rosa Gil", "affiliation": "North Center"}
    shown = site.as_author().post(site.at("guests"), data=form).text
    link = re.search(r"https?://[^/\s]+(/en/guest/\w+)", shown)
    assert link is not None
    browser = site.app.test_client()
    door = browser.get(link[1]).text

    joined = browser.post(
        link[1], data={"name": "Rosa Gil", "email": "rosa@north.example", "password": PASSWORD}
    )

    assert site.walk.employer.name in door
    assert joined.status_code == HTTPStatus.SEE_OTHER
    assert browser.get(joined.location).status_code == HTTPStatus.OK
    assert browser.get("/en/me").status_code == HTTPStatus.OK
    desk = browser.get("/en/work/")
    assert desk.status_code == HTTPStatus.OK
    assert site.walk.employer.name in desk.text
    assert browser.get("/en/people").status_code == HTTPStatus.FORBIDDEN
    assert browser.get("/en/work/employers").status_code == HTTPStatus.FORBIDDEN
    assert browser.get(link[1]).status_code == HTTPStatus.NOT_FOUND
    with database.reading(site.walk.organization.id) as session:
        (guest,) = list_guests(session, site.walk.assessment_id)
    assert guest.joined_at is not None


@pytest.mark.parametrize(
    ("typed", "where"),
    [
        ({"guest_name": ""}, "guest_name"),
        ({"affiliation": " "}, "affiliation"),
        ({"guest_days": "0"}, "guest_days"),
        ({"guest_days": "181"}, "guest_days"),
        ({"guest_days": "x"}, "guest_days"),
    ],
)
def test_an_invitation_that_says_too_little_is_refused(
    site: Site, typed: dict[str, str], where: str
) -> None:
    form = {"key": new_id(), "guest_name": "Rosa", "affiliation": "North", "guest_days": "60"}

    answer = site.as_author().post(site.at("guests"), data=form | typed)

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert f'id="{where}-fault"' in answer.text
    assert '<details class="remark" open>' in answer.text
    kept = {"guest_name": "Rosa", "affiliation": "North"} | typed
    assert f'name="guest_name" type="text" value="{kept["guest_name"]}"' in answer.text
    assert f'name="affiliation" type="text" value="{kept["affiliation"]}"' in answer.text
