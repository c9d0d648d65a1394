"""Two people, two programs, one database: nothing is lost, nothing is kept twice."""

from functools import partial
from pathlib import Path
from threading import Thread
from time import sleep

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from jobquality.services.assessments import RecordAnswer
from jobquality.services.waiting import let_wait, waiting_id_of
from jobquality.store.assessments import Answer, list_answers, list_assessments
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.reviews import Step, list_steps
from jobquality.store.waiting import list_waiting
from tests.live.assessments.assessing import EDITION, RUBRIC
from tests.live.assessments.crowd import Crowd, at_once, crowd
from tests.live.factories import log_in

NOTICE = "sched_notice_days"
QUESTIONS = (NOTICE, "sched_rest_hours", "ben_paid_time_off", "ben_family_leave")


def _save(browser: FlaskClient, here: Crowd, criterion: str, **fields: object) -> TestResponse:
    address = f"{here.address}/{criterion}"
    return browser.post(address, data=fields, headers={"Accept": "application/json"})


def _answers(here: Crowd) -> dict[str, Answer]:
    with here.context.database.reading(EVERY_ORGANIZATION) as session:
        return list_answers(session, here.case.assessment.id)


def test_six_clicks_at_once_save_one_answer(tmp_path: Path, empty_url: str) -> None:
    with crowd(tmp_path, empty_url) as here:
        got: list[int] = []

        def click(_number: int) -> None:
            browser = here.browser(0)
            sent = _save(browser, here, NOTICE, key="one", seen=0, number=14)
            got.append(sent.status_code)

        at_once([partial(click, number) for number in range(6)])

        assert got == [200] * 6
        assert _answers(here)[NOTICE].version == 1


@pytest.mark.parametrize("form", ["start", "submit"])
def test_six_clicks_at_once_make_one_row_and_six_times_the_same_page(
    tmp_path: Path, empty_url: str, form: str
) -> None:
    with crowd(tmp_path, empty_url) as here:
        path, fields = _forms(here)[form]
        got: list[tuple[int, str | None]] = []

        def click(number: int) -> None:
            browser = here.apps[number % 2].test_client()
            sent = log_in(browser, here.people[0]).post(path, data={**fields, "key": "one"})
            got.append((sent.status_code, sent.location))

        at_once([partial(click, number) for number in range(6)])

        assert len(set(got)) == 1
        assert got[0][0] == 303
        assert _rows(here) == {"start": (2, 0), "submit": (1, 1)}[form]


def _forms(here: Crowd) -> dict[str, tuple[str, dict[str, str]]]:
    employer = f"/en/work/employers/{here.case.employer.id}"
    standard = f"{RUBRIC}@{EDITION}"
    return {
        "start": (f"{employer}/assess", {"standard": standard, "on": "2026-02-01"}),
        "submit": (f"{here.address}/submit", {"comment": "Please look"}),
    }


def _rows(here: Crowd) -> tuple[int, int]:
    """Return how many assessments there are, and how often one was submitted."""
    with here.context.database.reading(EVERY_ORGANIZATION) as session:
        steps = list_steps(session, here.case.assessment.id)
        submitted = [one for one in steps if one.step is Step.SUBMITTED]
        return len(list_assessments(session)), len(submitted)


def test_of_two_first_answers_one_is_kept_and_both_are_shown(
    tmp_path: Path, empty_url: str
) -> None:
    with crowd(tmp_path, empty_url) as here:
        got: dict[int, TestResponse] = {}

        def answer(number: int) -> None:
            fields = {"key": f"k{number}", "seen": 0, "number": 14 + number}
            got[number] = _save(here.browser(number), here, NOTICE, **fields)

        at_once([partial(answer, 0), partial(answer, 1)])

        lost = next(number for number, sent in got.items() if sent.status_code == 409)
        shown = got[lost].get_json()["form"]
        assert got[1 - lost].status_code == 200
        assert _answers(here)[NOTICE].answer == str(14 + 1 - lost)
        assert f"{14 + lost} days" in shown
        assert f"{14 + 1 - lost} days" in shown


def test_a_late_form_that_is_sent_twice_at_once_waits_as_one(
    tmp_path: Path, empty_url: str
) -> None:
    with crowd(tmp_path, empty_url) as here:
        actor = here.people[0].actor
        _save(here.browser(1), here, NOTICE, key="first", seen=0, number=14)
        browser, got = here.browser(0), list[TestResponse]()
        fields = {"key": "late", "seen": 0, "number": 21}
        click = Thread(target=lambda: got.append(_save(browser, here, NOTICE, **fields)))
        with here.context.database.transaction(actor.organization_id) as session:
            command = RecordAnswer(
                assessment_id=here.case.assessment.id, criterion=NOTICE, answer="21"
            )
            waiting_id = waiting_id_of(actor, "late")
            let_wait(session, actor, waiting_id, command, at=here.context.clock())
            click.start()
            sleep(0.5)  # so that both are under way
        click.join()

        assert [sent.status_code for sent in got] == [409]
        assert "21 days" in got[0].get_json()["form"]
        with here.context.database.reading(EVERY_ORGANIZATION) as session:
            (waiting,) = list_waiting(session, here.case.assessment.id)
        assert waiting.said.answer == "21"


def test_people_on_different_questions_are_never_in_conflict(
    tmp_path: Path, empty_url: str
) -> None:
    with crowd(tmp_path, empty_url) as here:
        got: list[int] = []

        def answer(number: int) -> None:
            fields = {"key": f"k{number}", "seen": 0, "number": 10}
            browser = here.browser(number % 2)
            got.append(_save(browser, here, QUESTIONS[number], **fields).status_code)

        at_once([partial(answer, number) for number in range(len(QUESTIONS))])

        assert got == [200] * len(QUESTIONS)
