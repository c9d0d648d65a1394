"""Both sides of a questionnaire in every state have no word that nobody translated."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask

from jobquality.access.states import AssessmentState
from jobquality.config import Settings
from jobquality.store.assessments import change_assessment, get_assessment
from jobquality.store.database import Database
from jobquality.wording import WORDING
from jobquality.wording.sentence import Sentence
from tests.live.assessments.assessing import Case
from tests.live.claims.claiming import Desk, Visit, link_in, new_id
from tests.live.conftest import make_app
from tests.live.reviews.parts import Clock
from tests.live.web.test_no_english_left import (
    bracketed,
    bracketed_catalog,
    english_in,
    names_of_places,
    shown_texts,
    written_by_people,
)

pytestmark = pytest.mark.pages


@pytest.fixture
def app(
    settings: Settings, database: Database, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> Flask:
    """The application with every Spanish word in brackets."""
    for name, sentence in list(WORDING.items()):
        monkeypatch.setitem(WORDING, name, Sentence(en=sentence.en, es=bracketed(sentence.es)))
    return make_app(settings, database, catalog=bracketed_catalog(), clock=clock)


def test_no_page_has_a_word_that_nobody_translated(
    desk: Desk, case: Case, database: Database
) -> None:
    """One walk over all of them: the application with brackets takes long to make."""
    pages = dict(walked(desk, case, database))
    known = written_by_people(database) + names_of_places()

    left = {
        name: sorted({english_in(text, known) for text in shown_texts(page)} - {""})
        for name, page in pages.items()
    }

    assert {name: words for name, words in left.items() if words} == {}


def walked(desk: Desk, case: Case, database: Database) -> list[tuple[str, str]]:
    """Return every page of both sides by name, in Spanish, without links and codes."""
    place = f"/es/work/assessments/{case.assessment.id}/employer"
    letter = desk.browser.post(place, data={"key": new_id(), "wanted_by": "2026-03-20"}).text
    visit = Visit(desk.app, link_in(letter).replace("/en/", "/es/"), "es")
    pages = [
        ("letter", letter),
        *at_the_door(visit),
        *inside(visit),
        *at_the_desk(desk, place),
    ]
    with database.transaction(case.person.organization_id) as session:
        draft = get_assessment(session, case.assessment.id)
        change_assessment(session, replace(draft, state=AssessmentState.IN_REVIEW))
    pages += [("closed", visit.page()), ("closed section", visit.page("/sections/wages"))]
    pages.append(("not now", desk.browser.get(place).text))
    return [(name, re.sub(r"https?://\S+/questions/from/\w+", "", page)) for name, page in pages]


def at_the_door(visit: Visit) -> Iterator[tuple[str, str]]:
    """Yield what is seen before somebody is inside."""
    yield "lost", visit.page()
    yield "door", visit.browser.get(visit.link).text
    visit.enter()
    yield "who", visit.page()
    yield "who, wrongly", visit.come(name="", may_speak="").text
    yield "no such code", visit.come(do="return", code="x").text
    visit.come()


def inside(visit: Visit) -> Iterator[tuple[str, str]]:
    """Yield the sections, with what can be wrong, and the receipt."""
    yield "nothing to send", re.sub(r"[A-Z2-7]{5}-[A-Z2-7]{5}", "", visit.send().text)
    wrong = {"sched_notice_days__number": "x", "sched_on_call__state": "declined"}
    yield "wrong", visit.save("scheduling", **wrong).text
    visit.save("scheduling", sched_notice_days__number="14")
    late = {"sched_notice_days__number": "3", "sched_notice_days__seen": "9"}
    yield "late", visit.save("scheduling", **late).text
    yield "documents", visit.page("/documents/sched_notice_days")
    visit.send()
    yield "receipt", visit.page("/receipt")
    for topic in ("wages", "benefits", "voice"):
        yield topic, visit.page(f"/sections/{topic}")


def at_the_desk(desk: Desk, place: str) -> Iterator[tuple[str, str]]:
    """Yield what the team sees while somebody waits, and once they were accepted."""
    yield "pending", desk.browser.get(place).text
    (speaker,) = re.findall(r"/en/work/speakers/(\w+)", desk.page())
    decide = f"/es/work/speakers/{speaker}"
    form = {"key": new_id(), "do": "accept", "seen": "1"}
    yield "no way", desk.browser.post(decide, data=form).text
    desk.browser.post(decide, data=form | {"key": new_id(), "way": "paper_code"})
    yield "accepted", desk.browser.get(place).text
