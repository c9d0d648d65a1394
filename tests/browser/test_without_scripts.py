"""A whole assessment in a browser that runs no script: every question, a file, and the review."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, expect

from jobquality.access.states import AssessmentState
from jobquality.services import samples
from jobquality.store.assessments import get_assessment, list_answers
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.evidence import list_evidence
from jobquality.store.people import change_person, get_person
from jobquality.store.tenancy import belong
from tests.browser.field import PASSWORD, Field
from tests.browser.hands import Hands, somebody
from tests.browser.installation import Installation, running_installation
from tests.browser.ports import free_port
from tests.browser.test_offline import a_photo
from tests.browser.test_review import log_in
from tests.live.accounts.members import hash_of
from tests.live.corrections.correcting import Desk
from tests.live.standards.bringing import bench_of

_FILES = Path(samples.__file__).parent / "standards"
KITCHENS = (_FILES / "sample_kitchens.2026.1.yaml").read_bytes().replace(b"sample_", b"")
NUMBERS = {"notice_of_shifts": "14", "rest_between_shifts": "11", "raise_each_year": "7,25"}
CHOICES = {"paid_meetings": "every_month", "complaints_answered": "always"}
SOURCE = "The handbook, page 12"


@contextmanager
def a_kitchen(folder: Path) -> Iterator[tuple[Installation, Desk]]:
    """Serve a center whose own standard has five questions."""
    with running_installation(folder, free_port(), scheme="http") as site:
        here = site.here
        with here.database.transaction(EVERY_ORGANIZATION) as session:
            desk = Desk(session, here.keys)
            known = get_person(session, desk.author.id)
            change_person(session, replace(known, name="Ana", password_hash=hash_of(site.app)))
            belong(session, desk.organization.id)
            people = (desk.author.actor, desk.reviewer.actor)
            bench_of(session, here.database, here.keys, *people).publish(KITCHENS, at=site.clock())
        yield site, desk


def start(hands: Hands, employer: str) -> str:
    """Choose the standard, and come to the draft; return its id."""
    hands.open(f"/work/employers/{employer}/assess")
    hands.choose("input[name=standard]", "kitchens@2026.1")
    hands.press("main form button[type=submit]")
    return hands.page.url.rpartition("/")[2]


def say_what_it_rests_on(hands: Hands) -> None:
    """Say it once, for every answer that follows."""
    hands.reach("details.working summary")
    hands.page.keyboard.press("Enter")
    hands.type("#working-source", SOURCE)
    hands.pick("#working-grade", "E2")
    hands.press("details.working button")


def answer(hands: Hands, criterion: str) -> None:
    """Answer the question that the page leads to, by its form and its button."""
    form = f"#{criterion}-form"
    if criterion in NUMBERS:
        hands.type(f"#{criterion}-number", NUMBERS[criterion])
    else:
        hands.choose(f"{form} input[name=state]", CHOICES[criterion])
    hands.press(f"{form} button[type=submit]")


def attach(hands: Hands) -> None:
    """Add a photo to the last answer by the page that asks for evidence."""
    hands.press(".behind a.add")
    photo = FilePayload(name="board.jpg", mimeType="image/jpeg", buffer=a_photo())
    hands.page.locator("input[type=file]").set_input_files(files=[photo])
    hands.type("#title", "The board by the door")
    hands.choose("form[data-evidence] input[name=grade]", "E2")
    hands.press("form[data-evidence] button[type=submit]")
    expect(hands.page.locator("main")).to_contain_text("The board by the door")


@pytest.mark.parametrize(
    ("language", "width"), [("es", 360), pytest.param("en", 1280, marks=pytest.mark.soak)]
)
def test_a_whole_assessment_is_made_and_submitted_without_any_script(
    browser: Browser, tmp_path: Path, language: str, width: int
) -> None:
    with (
        a_kitchen(tmp_path) as (site, desk),
        somebody(browser, site.address, language, width, script=False) as ana,
    ):
        log_in(ana, desk.author)
        draft = start(ana, desk.employer.id)
        say_what_it_rests_on(ana)
        for criterion in (*NUMBERS, *CHOICES):
            ana.open(f"/work/assessments/{draft}")
            ana.press(f"main .actions a[href$='/{criterion}']")
            answer(ana, criterion)
        attach(ana)
        ana.open(f"/work/assessments/{draft}")
        ana.press("form[action$='/submit'] button")
        with site.here.database.reading(EVERY_ORGANIZATION) as session:
            answers = list_answers(session, draft)
            (piece,) = list_evidence(session, draft)
            state = get_assessment(session, draft).state
    given = {name: one.answer for name, one in answers.items()}
    assert given == NUMBERS | {"raise_each_year": "7.25"} | CHOICES
    assert {one.source for one in answers.values()} == {SOURCE}
    assert (piece.criterion, piece.title) == ("complaints_answered", "The board by the door")
    assert state is AssessmentState.IN_REVIEW


def comes_in(hands: Hands, email: str) -> None:
    """Log in by the password alone."""
    hands.open("/login")
    hands.type("#email", email)
    hands.type("#password", PASSWORD)
    hands.press("main form button[type=submit]")


def test_a_topic_is_answered_in_one_form_without_any_script(browser: Browser, field: Field) -> None:
    draft = f"/work/assessments/{field.case.assessment.id}/topics/scheduling"
    with somebody(browser, field.site.address, "es", 360, script=False) as ana:
        comes_in(ana, field.case.person.email or "")
        ana.open(draft)
        ana.press("noscript a")
        ana.type("#sched_notice_days-number", "pronto")
        ana.type("#sched_rest_hours-number", "11")
        ana.choose("#sched_on_call-answer input[type=radio]", "never")
        ana.press("form.whole > .actions button")
        expect(ana.page.locator("main")).to_contain_text("Respuestas guardadas: 2")
        notice = ana.page.locator("#sched_notice_days-number")
        expect(notice).to_have_value("pronto")
        expect(notice).to_be_focused()
        ana.type("#sched_notice_days-number", "14")
        ana.press("form.whole > .actions button")
        expect(ana.page.locator("main")).to_contain_text("Respuestas guardadas: 1")
        ana.complaints.clear()  # what was refused is told as such by the browser too

    assert field.versions() == {
        "sched_notice_days": ["14"], "sched_rest_hours": ["11"], "sched_on_call": ["never"],
    }  # fmt: skip
