"""Questionnaires, people of an employer and their claims, made with as few words as needed."""

import re
from dataclasses import replace
from html import unescape
from itertools import count

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from jobquality.access.actors import Actor
from jobquality.rubrics.catalog import shipped
from jobquality.services.claims import KeepClaims, Say, keep_claims
from jobquality.services.claimspeakers import decide_speaker, introduce
from jobquality.services.questionnaires import SendQuestionnaire, send_questionnaire
from jobquality.services.speakers import DecideSpeaker, Introduce
from jobquality.store.claims import Questionnaire, Speaker
from jobquality.store.database import Session
from jobquality.web.sessions import digest_of
from tests.live.assessments.assessing import Case
from tests.live.factories import NOON, log_in

_numbers = count(1)
WHO = {"name": "Ana Ruiz", "role": "Owner", "contact": "ana@diner.example", "may_speak": "yes"}


def new_id() -> str:
    return f"claimed{next(_numbers):025}"


def asked(session: Session, actor: Actor, assessment_id: str, **but: object) -> Questionnaire:
    """Send the questions of a draft; the link's token is the questionnaire's id."""
    number = new_id()
    command = SendQuestionnaire(
        id=number, assessment_id=assessment_id, token_digest=digest_of(number)
    )
    command = replace(command, **but)  # type: ignore[arg-type]  # a test says what it needs
    return send_questionnaire(session, actor, command, catalog=shipped(), at=NOON)


def came(session: Session, questionnaire: Questionnaire, **but: str) -> Speaker:
    """Let somebody say who they are."""
    told = {"name": "Ana Ruiz", "role": "Owner", "contact": "ana@diner.example"} | but
    command = Introduce(id=new_id(), may_speak=True, **told)
    return introduce(session, questionnaire, command, at=NOON)


def confirmed(session: Session, actor: Actor, speaker: Speaker) -> Speaker:
    """Let the center accept them."""
    command = DecideSpeaker(id=speaker.id, seen=speaker.version, is_accepted=True, way="phone")
    return decide_speaker(session, actor, command, at=NOON)


def said(
    session: Session, questionnaire: Questionnaire, speaker: Speaker, *answers: Say
) -> tuple[str, ...]:
    """Let them answer."""
    command = KeepClaims(questionnaire=questionnaire, speaker_id=speaker.id, said=answers)
    return keep_claims(session, command, catalog=shipped(), at=NOON)


def hidden(page: str, name: str) -> str:
    """Return what a hidden field of a page holds."""
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    return unescape(found[1]) if found else ""


def link_in(page: str) -> str:
    """Return the employer's link that a letter shows, without its host."""
    found = re.search(r"https?://[^/\s]+(/(?:en|es)/questions/from/\w+)", page)
    return found[1] if found else ""


class Visit:
    """The browser of somebody at the employer's; each step is what they would click."""

    def __init__(self, app: Flask, link: str, language: str = "en") -> None:
        self.browser: FlaskClient = app.test_client()
        self.link = link
        self.language = language

    def at(self, path: str = "") -> str:
        return f"/{self.language}/questions{path}"

    def enter(self) -> TestResponse:
        return self.browser.post(self.link)

    def come(self, **but: str) -> TestResponse:
        return self.browser.post(self.at(), data={"key": new_id(), **WHO} | but)

    def page(self, path: str = "") -> str:
        return self.browser.get(self.at(path)).text

    def save(self, topic: str, **typed: str) -> TestResponse:
        """Save a section: `sched_notice_days__number="14"`; versions come from its page."""
        page = self.page(f"/sections/{topic}")
        form = {name.replace("__", "-"): text for name, text in typed.items()}
        for name in {name.partition("-")[0] for name in form if "-" in name}:
            form.setdefault(f"{name}-seen", hidden(page, f"{name}-seen"))
        form.setdefault("key", new_id())
        return self.browser.post(self.at(f"/sections/{topic}"), data=form)

    def send(self) -> TestResponse:
        return self.browser.post(self.at("/send"), data={"key": new_id()})


class Desk:
    """The browser of somebody at the center."""

    def __init__(self, app: Flask, case: Case) -> None:
        self.app, self.case = app, case
        self.browser = log_in(app.test_client(), case.person)
        self.page_at = f"/en/work/assessments/{case.assessment.id}/employer"

    def ask(self, **typed: object) -> str:
        """Send the questions and return the link."""
        return link_in(self.browser.post(self.page_at, data={"key": new_id(), **typed}).text)

    def page(self) -> str:
        return self.browser.get(self.page_at).text

    def post(self, path: str, **typed: str) -> TestResponse:
        return self.browser.post(f"/en/work/{path}", data={"key": new_id(), **typed})

    def visit(self, link: str, **but: str) -> Visit:
        """Let somebody of the employer come in through a link and say who they are."""
        visit = Visit(self.app, link)
        visit.enter()
        visit.come(**but)
        return visit
