"""An author, a reviewer and an employer, each with a browser of their own."""

import re
from datetime import timedelta
from html import unescape

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from jobquality.access.actors import Actor
from jobquality.access.states import AssessmentState
from jobquality.services.guests import act_as_guest
from jobquality.store.assessments import get_assessment
from jobquality.store.database import EVERY_ORGANIZATION, Database
from jobquality.store.notices import Notice, find_last_notice
from jobquality.store.people import Person
from jobquality.store.publications import list_entries
from jobquality.store.replyspeakers import ReplySpeaker, list_speakers_of
from jobquality.store.speakers import Standing
from tests.live.factories import log_in
from tests.live.reviews.parts import Clock, Walk, new_id

#: What the employer says of itself at its door.
WHO = {"name": "Ana Ruiz", "role": "owner", "contact": "ana@diner.example", "may_speak": "yes"}


def hidden(page: str, name: str) -> str:
    """Return what a hidden field of a page holds."""
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    return unescape(found[1]) if found else ""


def link_in(page: str) -> str:
    """Return the employer's link that a page shows, without its host."""
    found = re.search(r"https?://[^/\s]+(/(?:en|es)/reply/\w+)", page)
    return found[1] if found else ""


def without_secrets(page: str) -> str:
    """Return a page without what differs each time it is shown."""
    page = re.sub(r'name="(csrf_token|key)" value="[^"]*"', r'name="\1"', page)
    return re.sub(r"[A-Z2-7]{5}-[A-Z2-7]{5}", "their own code", page)


class Site:
    """One draft and the three browsers; each step is what somebody would click."""

    def __init__(self, app: Flask, database: Database, clock: Clock, walk: Walk) -> None:
        self.app, self.database, self.clock, self.walk = app, database, clock, walk
        self.employer = app.test_client()

    def as_author(self) -> FlaskClient:
        return log_in(self.app.test_client(), self.walk.author)

    def as_reviewer(self) -> FlaskClient:
        return log_in(self.app.test_client(), self.walk.reviewer)

    def at(self, path: str, language: str = "en") -> str:
        return f"/{language}/work/assessments/{self.walk.assessment_id}/{path}"

    def later(self, **span: float) -> None:
        self.clock.now += timedelta(**span)

    def submit(self, **typed: str) -> TestResponse:
        return self.as_author().post(self.at("submit"), data={"key": new_id(), **typed})

    def approve(self, **typed: str) -> TestResponse:
        browser = self.as_reviewer()
        page = browser.get(self.at("review")).text
        form = {
            "key": new_id(),
            "decision": "approve",
            "partly": "yes",
            "version": hidden(page, "version"),
            "seen": hidden(page, "seen"),
        }
        return browser.post(self.at("review"), data=form | typed)

    def give_back(self, comment: str, **typed: str) -> TestResponse:
        browser = self.as_reviewer()
        page = browser.get(self.at("review")).text
        form = {
            "key": new_id(),
            "decision": "return",
            "version": hidden(page, "version"),
            "comment": comment,
        }
        return browser.post(self.at("review"), data=form | typed)

    def notify(self, days: str = "14") -> str:
        form = {"key": new_id(), "days": days}
        return self.as_author().post(self.at("notice"), data=form).text

    def open(self, link: str) -> str:
        """Come in as the employer, who is accepted, or go on where they are in already."""
        self.knock(link)
        page = self.employer.get("/en/reply").text
        return page if 'name="may_speak"' not in page else self.come_in()

    def knock(self, link: str) -> TestResponse:
        """Open the door behind the link; who it is is asked next."""
        return self.employer.post(link)

    def come_in(self) -> str:
        """Say who one is; whoever did not make the link accepts it, past the page."""
        self.say_who()
        speaker, notice = self.newest(), self.notice()
        known = (self.walk.author, self.walk.reviewer)
        other = self._acting(next(one for one in known if one.id != notice.sent_by))
        with self.database.transaction(other.organization_id) as session:
            self.walk.session, self.walk.at = session, self.clock.now
            self.walk.judged(speaker, other)
        return self.employer.get("/en/reply").text

    def _acting(self, person: Person) -> Actor:
        """Return somebody as they work here: one of the house, or a guest."""
        if person.organization_id == self.walk.organization.id:
            return person.actor
        one = self.walk.assessment_id
        with self.database.reading(EVERY_ORGANIZATION) as session:
            guest = act_as_guest(session, person, at=self.clock.now, assessment_id=one)
        assert guest is not None
        return guest

    def say_who(self, **typed: str) -> TestResponse:
        """Say who one is at the door; nobody has accepted it yet."""
        return self.employer.post("/en/reply/who", data=WHO | {"key": new_id()} | typed)

    def judge(self, browser: FlaskClient | None = None, **typed: str) -> TestResponse:
        """Accept whoever came last, as the reviewer unless somebody else is named."""
        speaker = self.newest()
        form = {"key": new_id(), "seen": str(speaker.seen), "do": "accept", "way": "phone"}
        address = self.at(f"notice/speakers/{speaker.id}")
        return (browser or self.as_reviewer()).post(address, data=form | typed)

    def newest(self) -> ReplySpeaker:
        """Return who waits to be accepted, or else who came last."""
        return max(self.speakers(), key=lambda one: (one.state is Standing.PENDING, one.came_at))

    def speakers(self) -> tuple[ReplySpeaker, ...]:
        """Return who came in through the links of the newest notice."""
        with self.database.reading(self.walk.organization.id) as session:
            return list_speakers_of(session, self.walk.assessment_id)

    def reply(self, link: str, **typed: str) -> TestResponse:
        page = self.open(link)
        form = {
            "key": new_id(),
            "version": hidden(page, "version"),
            "do": "send",
            "final": "yes",
        }
        return self.employer.post("/en/reply", data=form | typed)

    def decide(
        self, decision: str, *, language: str = "en", **typed: str | list[str]
    ) -> TestResponse:
        """Decide on the reply; each point that was not accepted stays, unless typed."""
        browser = self.as_reviewer()
        points = re.findall(r'name="outcome-(\w+)"', browser.get(self.at("notice")).text)
        form: dict[str, str | list[str]] = {"key": new_id(), "decision": decision}
        form |= {f"outcome-{point}": "stays" for point in points}
        form |= {f"reason-{point}": decision for point in points}
        return browser.post(self.at("notice/decision", language), data=form | typed)

    def publish(self, **typed: str) -> TestResponse:
        form = {"key": new_id(), "name": self.walk.employer.name}
        return self.as_reviewer().post(self.at("publish"), data=form | typed)

    def to_employer(self) -> str:
        """Go all the way until the employer has opened the draft; return their link."""
        self.submit()
        self.approve()
        link = link_in(self.notify())
        self.open(link)
        return link

    def entries(self) -> int:
        with self.database.reading(self.walk.organization.id) as session:
            return len(list_entries(session, self.walk.organization.id))

    def state(self) -> AssessmentState:
        with self.database.reading(self.walk.organization.id) as session:
            return get_assessment(session, self.walk.assessment_id).state

    def notice(self) -> Notice:
        with self.database.reading(self.walk.organization.id) as session:
            found = find_last_notice(session, self.walk.assessment_id)
        assert found is not None
        return found
