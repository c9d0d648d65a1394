"""An employer at its link after publication, the team at its desk, and everyone at the page."""

import io
import re
from dataclasses import replace
from datetime import datetime, timedelta
from html import unescape
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from jobquality.access.actors import Role
from jobquality.store.database import Database
from jobquality.store.events import list_events
from jobquality.store.publications import Publication, list_publications
from jobquality.store.statements import list_papers, list_statements
from tests.live.factories import log_in, stored_person
from tests.live.scorecards.publishing import Press, a_press
from tests.live.statements.speaking import A_QUESTION, LATER
from tests.uploads.files import picture

_keys = count(1)
WHO = {"name": "Lee Park", "role": "owner", "contact": "lee@diner.example", "may_speak": "yes"}
LONG = "We post schedules two weeks ahead. " * 142 + "Thirty letters are left over."


class Employer:
    """The browser of somebody at the employer's."""

    def __init__(self, app: Flask, link: str) -> None:
        self.browser = app.test_client()
        self.link = link

    def come(self, **but: str) -> "Employer":
        self.browser.post(self.link)
        self.post("", **WHO | but)
        return self

    def post(self, path: str, **typed: object) -> TestResponse:
        form = {"key": f"employer-{next(_keys)}", **typed}
        return self.browser.post(f"/en/after{path}", data=form, content_type="multipart/form-data")

    def page(self, path: str = "", language: str = "en") -> str:
        return self.browser.get(f"/{language}/after{path}").text


class Town:
    """A published diner, its employer, and three people of the center."""

    def __init__(self, app: Flask, database: Database, folder: Path) -> None:
        self.app, self.database = app, database
        self.press: Press = a_press(database, folder)
        self.diner = self.press.employer(name="Blue Door Diner", slug="blue-door")
        self.press.publish(self.diner)
        center = self.press.center
        with database.transaction(center.organization.id) as session:
            third = stored_person(session, center.organization)
        self.author = log_in(app.test_client(), center.author)
        self.reviewer = log_in(app.test_client(), center.reviewer)
        self.third = log_in(app.test_client(), third)

    @property
    def after(self) -> str:
        return f"/en/work/employers/{self.diner.id}/after"

    def advocate(self) -> FlaskClient:
        """Return the browser of an advocate who has no other role."""
        organization = self.press.center.organization
        with self.database.transaction(organization.id) as session:
            person = stored_person(session, organization, Role.ADVOCATE)
        return log_in(self.app.test_client(), person)

    def link(self) -> str:
        page = self.post(self.author, self.after).text
        found = re.search(r"(/en/after/from/\w+)", page)
        assert found
        return found[1]

    def post(self, browser: FlaskClient, path: str, **typed: object) -> TestResponse:
        return browser.post(path, data={"key": f"town-{next(_keys)}", **typed})

    def act(self, browser: FlaskClient, action: str, **typed: str) -> TestResponse:
        """Send the newest form of the team's page whose address ends so."""
        page = browser.get(self.after).text
        (address, rest) = re.findall(
            rf'action="(/en/work/[^"]*{action})">(.*?)</form>', page, re.DOTALL
        )[0]
        seen = re.search(r'name="seen" value="(\d+)"', rest)
        return self.post(browser, unescape(address), seen=seen[1] if seen else "", **typed)

    def bury(self) -> Publication:
        """Take the diner's score back, and let a court take its body."""
        center = self.press.center
        with self.database.transaction(center.organization.id) as session:
            (published,) = list_publications(session, employer_ids=[self.diner.id])
            bound = replace(center, session=session)
            bound.publications = [replace(published, published_at=LATER + timedelta(days=1))]
            bound.withdraw(published)
            bound.bury(published.hash)
        return published

    def withdraw(self) -> None:
        """Take the diner's score back a day before now."""
        center = self.press.center
        with self.database.transaction(center.organization.id) as session:
            (published,) = list_publications(session, employer_ids=[self.diner.id])
            bound = replace(center, session=session)
            bound.publications = [replace(published, published_at=LATER - timedelta(days=1))]
            bound.withdraw(published)

    def listed(self) -> dict[str, Any]:
        """Return what programs are told of all scorecards."""
        answer = self.app.test_client().get("/api/v1/employers/blue-door/scorecards")
        return dict(answer.get_json())

    def wait(self, *, days: int) -> None:
        """Let so many days pass."""
        extension, now = self.app.extensions["jobquality"], LATER + timedelta(days=days)
        self.app.extensions["jobquality"] = replace(extension, clock=lambda: now)

    def public(self, language: str = "en") -> str:
        return self.app.test_client().get(f"/{language}/e/blue-door").text


@pytest.fixture
def app(app: Flask) -> Flask:
    """The application a month after the publication."""
    extension = app.extensions["jobquality"]
    moments = (LATER + timedelta(seconds=number) for number in count())

    def clock() -> datetime:
        return next(moments)

    app.extensions["jobquality"] = replace(extension, clock=clock)
    return app


@pytest.fixture
def town(app: Flask, database: Database, tmp_path: Path) -> Town:
    return Town(app, database, tmp_path)


@pytest.fixture
def employer(town: Town) -> Employer:
    return Employer(town.app, town.link()).come()


def accept(town: Town) -> None:
    assert town.act(town.third, r"after-speakers/\w+", do="accept", way="phone").status_code == 303


def test_a_dispute_walks_from_the_link_to_the_page_and_to_its_end(
    town: Town, employer: Employer
) -> None:
    sent = employer.post("/say/dispute", text=LONG, criteria=A_QUESTION)
    assert sent.status_code == 303
    assert "Answer by August 15, 2026" in employer.page()
    assert "Confirm who speaks" in town.author.get("/en/work/").text
    accept(town)
    assert town.act(town.author, "check", do="print", names_no_worker="yes").status_code == 303
    page = town.public()
    assert LONG in page
    assert "The employer disputes this score." in page
    assert "Contested" in town.app.test_client().get("/en/employers").text

    town.act(town.third, "decide", outcome="corrected", reasons="The notice is two weeks.")
    assert "A second person confirms the decision" in town.author.get("/en/work/").text
    assert town.act(town.author, r"rulings/\w+", do="confirm").status_code == 403
    assert town.act(town.reviewer, r"rulings/\w+", do="confirm").status_code == 303
    assert "Now start the correction" in town.author.get(town.after).text
    page = town.public()
    assert "The employer disputes this score." in page
    assert re.search("The score has to be corrected.</b>.*This was not done yet.", page, re.DOTALL)
    assert "The notice is two weeks." in page
    assert LONG in page


def test_a_dispute_is_told_wherever_the_score_is_shown_after_the_next_one_too(
    town: Town, employer: Employer
) -> None:
    """`Wherever the score is shown`, as the employer's page says: not only of that score."""
    employer.post("/say/dispute", text=LONG, criteria=A_QUESTION)
    accept(town)
    town.act(town.author, "check", do="print", names_no_worker="yes")
    client, slug = town.app.test_client(), town.press.center.organization.slug
    places = (f"/en/o/{slug}", "/en/employers", "/badge/blue-door.svg", "/embed/blue-door")

    contested = [place for place in places if "Contested" in client.get(place).text]
    (point,) = client.get("/api/v1/employers/blue-door/trend").get_json()["published"]
    feed = client.get("/en/feed").text
    town.press.publish(town.diner)
    replied = [place for place in places if "Employer replied" in client.get(place).text]
    points = client.get("/api/v1/employers/blue-door/trend").get_json()["published"]

    assert (contested, replied) == (list(places), list(places))
    assert (point["contested"], point["employer_replied"]) == (True, True)
    assert [one["employer_replied"] for one in points] == [True, True]
    assert "The employer disputes this score." in feed


def test_the_page_says_it_in_spanish(town: Town, employer: Employer) -> None:
    employer.post("/say/dispute", text="Son dos semanas.")
    accept(town)
    town.act(town.author, "check", do="print", names_no_worker="yes")

    page = town.public("es")
    assert "El empleador disputa esta calificación." in page
    assert "Son dos semanas." in page
    assert "Disputa la calificación" in page
    assert "Su plan" in employer.page(language="es")


def test_what_is_fixed_comes_with_documents_that_nobody_else_sees(
    town: Town, employer: Employer
) -> None:
    files = [(io.BytesIO(picture("PNG")), "Maria-payslip.png")]
    sent = employer.post(
        "/say/fixed", text="Two weeks now.", criteria=A_QUESTION, fixed_on="2026-07-20", files=files
    )
    assert sent.status_code == 303
    assert "Maria" not in employer.page() + town.author.get(town.after).text

    with town.database.reading(town.press.center.organization.id) as session:
        (said,) = list_statements(session)
        (paper,) = list_papers(session, [said.id])[said.id]
    own = employer.browser.get(f"/en/after/files/{paper.id}")
    assert own.status_code == 200
    assert "Maria" not in own.headers["Content-Disposition"]
    stranger = Employer(town.app, town.link())
    assert stranger.browser.get(f"/en/after/files/{paper.id}").status_code == 403
    assert town.author.get(f"/en/work/statement-papers/{paper.id}").status_code == 200

    accept(town)
    town.act(town.author, "check", do="print", names_no_worker="yes")
    assert "The employer says it is done" in town.author.get("/en/work/").text
    page = town.public()
    assert "since July 20, 2026" in page
    assert paper.sha256 not in page
    assert "/assessments/" in (town.act(town.author, "assess").location or "")


def test_a_document_that_is_none_leaves_the_words_on_the_page(
    town: Town, employer: Employer
) -> None:
    files = [(io.BytesIO(b"MZ not a picture"), "tool.exe")]
    answer = employer.post("/say/statement", text="Our words", files=files)

    assert answer.status_code == 422
    assert "Our words" in answer.text
    with town.database.reading(town.press.center.organization.id) as session:
        assert list_statements(session) == ()


def test_a_workers_name_sends_it_back_and_the_new_words_are_printed(
    town: Town, employer: Employer
) -> None:
    employer.post("/say/statement", text="Ana told you.")
    accept(town)
    town.act(town.author, "check", do="return", reason="Take the name out.")
    page = employer.page()
    assert "Take the name out." in page
    address = re.search(r'href="/en/after(/statements/\w+)"', page)
    assert address
    seen = re.search(r'name="seen" value="(\d+)"', employer.page(address[1]))
    assert seen

    employer.post(address[1], text="Somebody told you.", seen=seen[1])
    town.act(town.author, "check", do="print", names_no_worker="yes")

    assert "Somebody told you." in town.public()
    assert "Ana" not in town.public()


def test_an_action_of_the_plan_is_taken_up_and_the_team_sees_it(
    town: Town, employer: Employer
) -> None:
    taken = employer.post(
        "/plan", criterion=A_QUESTION, owner="Ana, manager", due_on="2026-09-01", seen="0"
    )
    assert taken.status_code == 303
    assert "Ana, manager" in employer.page()
    assert "Ana, manager" in town.author.get(town.after).text
    assert "Ana, manager" not in town.public()


@pytest.mark.parametrize("path", ["", "/say/dispute", "/statements/x", "/files/x"])
def test_without_the_link_nothing_stands_open(town: Town, path: str) -> None:
    answer = town.app.test_client().get(f"/en/after{path}")

    assert answer.status_code == 403
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_looking_at_a_link_changes_nothing_and_a_guess_opens_nothing(town: Town) -> None:
    link = town.link()
    with town.database.reading(town.press.center.organization.id) as session:
        before = list_events(session)
    assert town.app.test_client().get(link).status_code == 200
    assert town.app.test_client().get(link + "0").status_code == 404
    with town.database.reading(town.press.center.organization.id) as session:
        assert list_events(session) == before


def test_t2_whoever_made_the_link_puts_no_words_into_the_employers_mouth(town: Town) -> None:
    """One advocate alone comes in through the own link, as another person would."""
    alone = town.advocate()
    link = re.search(r"(/en/after/from/\w+)", town.post(alone, town.after).text)
    assert link
    Employer(town.app, link[1]).come().post("/say/statement", text="We stole wages.")
    page = alone.get(town.after).text
    assert "You made the link" in page
    (speaker,) = re.findall(r'id="speaker-(\w+)"', page)
    form = {"do": "accept", "way": "phone", "seen": "1"}

    refused = town.post(alone, f"/en/work/after-speakers/{speaker}", **form)

    assert refused.status_code == 403
    assert "another person has to say who came" in unescape(refused.text)
    assert town.act(alone, "check", do="print", names_no_worker="yes").status_code == 409
    assert "stole wages" not in town.public()


def test_the_team_does_not_speak_for_the_employer(town: Town) -> None:
    assert town.author.post(town.link()).status_code == 403


@pytest.mark.parametrize("text", ["", "x" * 5001, "a\u202eb"])
def test_what_cannot_be_taken_stays_on_the_page_with_its_reason(
    employer: Employer, text: str
) -> None:
    answer = employer.post("/say/dispute", text=text)

    assert answer.status_code == 422
    assert 'id="faults"' in answer.text


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "{{ 7*7 }}", "</blockquote>"])
def test_hostile_words_are_words(town: Town, employer: Employer, words: str) -> None:
    employer.post("/say/statement", text=words)
    accept(town)
    town.act(town.author, "check", do="print", names_no_worker="yes")

    page = town.public()
    assert words in unescape(page)
    assert "<script>alert" not in page
    assert '<blockquote dir="auto">49</blockquote>' not in page


def test_an_administrator_promises_another_time(town: Town, employer: Employer) -> None:
    assert town.post(town.author, "/en/work/statements", days="5").status_code == 303
    employer.post("/say/dispute", text="Wrong.")
    assert "Answer by August 6, 2026" in employer.page()
    assert town.post(town.author, "/en/work/statements", days="0").status_code == 422


def test_an_advocate_alone_neither_proposes_nor_confirms(town: Town, employer: Employer) -> None:
    employer.post("/say/dispute", text="Wrong.")
    with town.database.reading(town.press.center.organization.id) as session:
        (said,) = list_statements(session)
    form = {"outcome": "stays", "reasons": "No."}
    answer = town.post(town.advocate(), f"/en/work/statements/{said.id}/decide", **form)
    assert answer.status_code == 403


def test_every_page_of_an_employer_stays_open_after_a_tombstone(
    town: Town, employer: Employer
) -> None:
    taken = employer.post(
        "/plan", criterion=A_QUESTION, owner="Ana, manager", due_on="2026-09-01", seen="0"
    )
    assert taken.status_code == 303
    employer.post("/say/dispute", text="It was two weeks.", criteria=A_QUESTION)
    accept(town)
    town.act(town.author, "check", do="print", names_no_worker="yes")
    published = town.bury()

    page = town.author.get(town.after)
    assert page.status_code == 200
    assert "It was two weeks." in page.text
    assert "Ana, manager" in page.text
    work = "/en/work"
    for path in (
        f"{work}/",
        f"{work}/statements",
        f"{work}/employers",
        f"{work}/employers/{town.diner.id}",
        f"{work}/record/{published.hash}",
        f"{work}/publications/{published.hash}",
        "/en/after",
        "/en/e/blue-door",
        "/en/e/blue-door/1",
        "/en/employers",
    ):
        browser = employer.browser if path == "/en/after" else town.author
        gone = 410 if path.startswith("/en/e/") or "/publications/" in path else 200
        assert browser.get(path).status_code == gone, path


def test_an_employer_answers_the_reason_of_a_withdrawal_beside_it(
    town: Town, employer: Employer
) -> None:
    town.withdraw()
    assert "Answer the reason in your own words." in employer.page()
    assert "Responda al motivo con sus propias palabras." in employer.page(language="es")
    assert employer.post("/say/dispute", text="No.").status_code == 409

    assert employer.post("/say/statement", text="We never hid anything.").status_code == 303
    accept(town)
    assert "We never hid anything." not in town.public()
    assert town.act(town.author, "check", do="print", names_no_worker="yes").status_code == 303

    assert "What the employer says to this" in town.public()
    assert "We never hid anything." in town.public("es")
    assert "We never hid anything." in town.app.test_client().get("/en/feed").text


def test_wherever_a_withdrawn_score_stands_it_says_that_the_employer_answered(
    town: Town, employer: Employer
) -> None:
    places = ("/en/employers", "/embed/blue-door", "/badge/blue-door.svg")
    stranger = town.app.test_client()
    town.withdraw()
    assert [one for one in places if "Employer replied" in stranger.get(one).text] == []

    employer.post("/say/statement", text="We never hid anything.")
    accept(town)
    town.act(town.author, "check", do="print", names_no_worker="yes")

    assert [one for one in places if "Employer replied" not in stranger.get(one).text] == []
    table = stranger.get("/en/employers.csv").text
    assert "/en/e/blue-door#reply-title" in table


def say_and_take_out(town: Town, employer: Employer) -> None:
    """Let the employer say what is printed, and a court take it out."""
    employer.post("/say/dispute", text="Rosa Gil said so.", criteria=A_QUESTION)
    accept(town)
    town.act(town.author, "check", do="print", names_no_worker="yes")
    center = town.press.center
    with town.database.transaction(center.organization.id) as session:
        (one,) = list_statements(session, [town.diner.id])
        bound = replace(center, session=session)
        later = LATER + timedelta(days=1)
        bound.publications = [replace(bound.publications[-1], published_at=later)]
        bound.bury(one.act_hash)


def test_words_that_were_taken_out_leave_the_reason_the_day_and_the_question(
    town: Town, employer: Employer
) -> None:
    say_and_take_out(town, employer)

    shown = town.public()

    assert "Rosa Gil" not in shown
    assert "The employer said this on August 1, 2026. The words were taken out on" in shown
    assert "Notice of schedule" in shown.partition('id="card-said"')[2].partition("</section>")[0]
    listed = town.app.test_client().get("/en/corrections").text
    assert "Emptied" in listed
    reason = re.search(r"<blockquote dir=.auto.>(.*?)</blockquote>", listed, re.DOTALL)
    assert reason
    assert reason[1] in shown


def test_an_employer_reads_at_its_link_that_its_words_were_taken_out(
    town: Town, employer: Employer
) -> None:
    say_and_take_out(town, employer)

    assert "These words were taken out." in employer.page()
    assert "Estas palabras se quitaron." in employer.page(language="es")
    assert "Rosa Gil" not in employer.page()


@pytest.mark.parametrize("is_accepted", [True, False])
def test_an_objection_that_waits_too_long_is_told_to_everybody_without_its_words(
    town: Town, employer: Employer, *, is_accepted: bool
) -> None:
    employer.post("/say/dispute", text="It was two weeks.", criteria=A_QUESTION)
    if is_accepted:
        accept(town)
    who = "The employer" if is_accepted else "Somebody who came in by the employer&#39;s link"
    told = f"{who} sent an objection on August 1, 2026. It has not been answered yet."
    assert told not in town.public()
    assert town.listed()["unanswered"] == []

    town.wait(days=15)

    assert told in town.public()
    assert "Aún no se ha respondido." in town.public("es")
    assert "It was two weeks." not in town.public()
    (known,) = town.listed()["unanswered"]
    assert (known["said_at"][:10], known["accepted"]) == ("2026-08-01", is_accepted)
