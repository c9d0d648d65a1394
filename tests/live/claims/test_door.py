"""The link opens the questions and nothing else, and tells nothing once it is dead."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask

from jobquality.access.states import AssessmentState
from jobquality.store.assessments import change_assessment, get_assessment
from jobquality.store.database import Database
from jobquality.web.limits import _FEW
from tests.live.assessments.assessing import Case, stored_case
from tests.live.claims.claiming import Desk, Visit, new_id
from tests.live.reviews.parts import Clock

RANDOM = "f" * 64
#: A request may bring its number; else each gets one of its own.
ALIKE = {"X-Request-ID": "alike-each-time"}


def bare(page: str) -> str:
    """Return a page without what differs each time, and without the link itself."""
    page = re.sub(r"/questions/from/\w+", "/questions/from/·", page)
    return re.sub(r'name="(csrf_token|key)" value="[^"]*"', "", page)


def withdrawn(desk: Desk, clock: Clock) -> str:
    del clock
    link = desk.ask()
    (found,) = re.findall(r"questionnaires/(\w+)/withdraw", desk.page())
    assert desk.post(f"questionnaires/{found}/withdraw").status_code == 303
    return link


def renewed(desk: Desk, clock: Clock) -> str:
    del clock
    link = desk.ask()
    (found,) = re.findall(r"questionnaires/(\w+)/link", desk.page())
    page = desk.post(f"questionnaires/{found}/link").text
    assert "/questions/from/" in page
    return link


def expired(desk: Desk, clock: Clock) -> str:
    link = desk.ask()
    clock.now += timedelta(days=60)
    return link


@pytest.mark.parametrize("made", [withdrawn, expired])
def test_a_dead_link_reads_like_one_that_never_was(
    app: Flask, desk: Desk, clock: Clock, made: object
) -> None:
    link = made(desk, clock)  # type: ignore[operator]  # one of the two
    browser = app.test_client()
    for method in ("GET", "POST"):
        dead = browser.open(link, method=method, headers=ALIKE)
        never = browser.open(f"/en/questions/from/{RANDOM}", method=method, headers=ALIKE)

        assert dead.status_code == never.status_code == 404
        assert bare(dead.text) == bare(never.text)
        assert dict(dead.headers) == dict(never.headers)


def test_a_link_that_was_made_anew_says_so_and_whom_to_ask(
    app: Flask, desk: Desk, clock: Clock
) -> None:
    answer = app.test_client().get(renewed(desk, clock))

    assert answer.status_code == 410
    assert "This link was replaced" in answer.text
    assert desk.case.employer.name not in answer.text


def test_whoever_is_inside_is_outside_once_the_link_is_withdrawn(desk: Desk) -> None:
    visit = desk.visit(desk.ask())
    visit.save("scheduling", sched_notice_days__number="14")
    (found,) = re.findall(r"questionnaires/(\w+)/withdraw", desk.page())

    desk.post(f"questionnaires/{found}/withdraw")

    for path in ("", "/sections/scheduling", "/receipt", "/documents/sched_notice_days"):
        answer = visit.browser.get(visit.at(path))
        assert answer.status_code == 403
        assert "open your link again" in answer.text
        assert "14 days" not in answer.text
    assert visit.save("scheduling", sched_notice_days__number="3").status_code == 403
    assert "14 days" in desk.page(), "what was answered stays with the team"


def test_a_new_link_goes_on_where_the_old_one_was(desk: Desk) -> None:
    visit = desk.visit(desk.ask())
    visit.save("scheduling", sched_notice_days__number="14")
    (found,) = re.findall(r"questionnaires/(\w+)/link", desk.page())
    page = desk.post(f"questionnaires/{found}/link").text
    link = re.findall(r"(/en/questions/from/\w+)", page)[0]

    visit.browser.post(link)

    assert "1 of" in visit.page()


def test_looking_at_the_link_opens_nothing_and_is_not_noted(desk: Desk, app: Flask) -> None:
    link = desk.ask()

    app.test_client().get(link)

    assert "Sent, not opened yet" in desk.page()
    assert app.test_client().get("/en/questions").status_code == 403


def test_the_center_cannot_answer_in_the_employers_place(desk: Desk) -> None:
    link = desk.ask()

    assert "stays closed here" in desk.browser.get(link).text
    assert desk.browser.post(link).status_code == 403
    assert "Sent, not opened yet" in desk.page()


def test_guesses_at_links_are_counted_and_right_ones_are_not(app: Flask, desk: Desk) -> None:
    link = desk.ask()
    browser = app.test_client()
    for _ in range(2 * _FEW.amount):
        assert browser.get(link).status_code == 200

    answers = [browser.get(f"/en/questions/from/{RANDOM}").status_code for _ in range(11)]

    assert answers == [404] * 10 + [429]


def test_guesses_at_codes_are_counted(desk: Desk) -> None:
    visit = Visit(desk.app, desk.ask())
    visit.enter()

    answers = [visit.come(do="return", code="AAAAA-AAAAA").status_code for _ in range(11)]

    assert answers == [422] * 10 + [429]


def test_a_code_lets_somebody_go_on_as_themselves_elsewhere(desk: Desk) -> None:
    link = desk.ask()
    visit = desk.visit(link)
    visit.save("scheduling", sched_notice_days__number="14")
    (code,) = re.findall(r"\b([A-Z2-7]{5}-[A-Z2-7]{5})\b", visit.page())

    phone = Visit(desk.app, link)
    phone.enter()
    came = phone.come(do="return", code=code.lower().replace("-", " "))

    assert came.status_code == 303
    assert "You are Ana Ruiz, Owner" in phone.page()
    assert 'name="sched_notice_days-number" value="14"' in phone.page("/sections/scheduling")
    assert desk.page().count("speakers/") == 1


def test_two_employers_links_never_cross(app: Flask, database: Database, desk: Desk) -> None:
    with database.transaction() as session:
        other = stored_case(session)
    theirs = Desk(app, other)
    visit = desk.visit(desk.ask())
    visit.save("scheduling", sched_notice_days__number="14")
    (code,) = re.findall(r"\b([A-Z2-7]{5}-[A-Z2-7]{5})\b", visit.page())
    link = theirs.ask()

    visit.browser.post(link)

    assert "Who are you?" in visit.page(), "nobody of the one is anybody at the other"
    assert desk.case.employer.name not in visit.page()
    assert visit.come(do="return", code=code).status_code == 422
    visit.come()
    assert "14" not in re.findall(
        r'sched_notice_days-number" value="(\w*)"', visit.page("/sections/scheduling")
    )
    visit.save("scheduling", sched_notice_days__number="3")
    assert "3 days" not in desk.page()
    assert "3 days" in theirs.page()


def test_the_link_opens_neither_the_draft_nor_the_work(desk: Desk, case: Case) -> None:
    visit = desk.visit(desk.ask())

    assert visit.browser.get("/en/reply").status_code == 403
    for path in ("", "/employer", "/stand", "/sched_notice_days"):
        answer = visit.browser.get(f"/en/work/assessments/{case.assessment.id}{path}")
        assert (answer.location or "").startswith("/en/login")


def test_only_the_sections_that_were_chosen_are_asked(desk: Desk) -> None:
    visit = desk.visit(desk.ask(topics=["benefits", "wages"]))

    assert re.findall(r'questions/sections/(\w+)"', visit.page()) == ["wages", "benefits", "wages"]
    assert visit.browser.get(visit.at("/sections/scheduling")).status_code == 404
    assert visit.browser.get(visit.at("/documents/sched_notice_days")).status_code == 404
    visit.save("wages", sched_notice_days__number="14", sched_notice_days__seen="0")
    assert "14 days" not in desk.page()
    assert "Wages and tips, Benefits and leave" in desk.page()


@pytest.mark.parametrize("how", ["in_review", "held"])
def test_the_questions_close_kindly_when_the_draft_goes_on(
    desk: Desk, case: Case, database: Database, clock: Clock, how: str
) -> None:
    visit = desk.visit(desk.ask())
    visit.save("scheduling", sched_notice_days__number="14")
    page = visit.page("/sections/scheduling")
    with database.transaction(case.person.organization_id) as session:
        draft = get_assessment(session, case.assessment.id)
        gone = {
            "in_review": replace(draft, state=AssessmentState.IN_REVIEW),
            "held": replace(draft, hold_since=clock.now, hold_reason="A strike of the cooks"),
        }
        change_assessment(session, gone[how])

    late = visit.browser.post(
        visit.at("/sections/scheduling"),
        data={
            "key": new_id(),
            "sched_notice_days-seen": "1",
            "sched_notice_days-number": "3",
        },
    )

    assert 'value="14"' in page
    assert late.status_code == 409
    assert "3 days" in late.text, "what was typed can still be copied"
    assert visit.send().status_code == 409
    shown = visit.page()
    assert "14 days" in shown
    assert ("closed now" if how == "in_review" else "are waiting") in shown
    assert "strike" not in shown
    assert "3 days" not in desk.page()


def test_closing_on_this_device_closes_it(desk: Desk) -> None:
    visit = desk.visit(desk.ask())

    visit.browser.post(visit.at("/leave"))

    assert visit.browser.get(visit.at()).status_code == 403


def test_pages_are_private_and_run_no_script(desk: Desk) -> None:
    visit = desk.visit(desk.ask())

    for path in (visit.link, visit.at(), visit.at("/sections/wages")):
        answer = visit.browser.get(path)
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
        assert "script-src" not in answer.headers["Content-Security-Policy"]
        assert "<script" not in answer.text
