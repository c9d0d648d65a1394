"""An advocate's hour: taps, typed letters and time to score one restaurant on a phone.

A real browser, 360 points wide, goes through the form as a person does, by four ways: from last
year's answers and from nothing, each question by question with the source typed at every
answer, and topic by topic with the source said once. Beside what is counted stands what a
person would take: a tap 1.2 s and a thought 1.35 s an answer (keystroke-level model, Card,
Moran and Newell 1980), a letter 0.33 s (36 words a minute on phones, Palin et al. 2019), a
screen of scrolling 0.5 s (ours). Reading, asking and looking are left out: they are the same.

    python benchmarks/advocates_hour.py
"""

import csv
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from flask import Flask
from playwright.sync_api import BrowserContext, Locator, Page, sync_playwright
from werkzeug.serving import WSGIRequestHandler, make_server

from jobquality.app import create_app, prepare
from jobquality.config import Settings
from jobquality.rubrics.catalog import shipped
from jobquality.schemas.answers import Typed, typed_of
from jobquality.scoring.answers import find_questions
from jobquality.scoring.facts import Grade
from jobquality.services.assessments import (
    RecordAnswer,
    StartAssessment,
    record_answer,
    start_assessment,
)
from jobquality.store.assessments import Answer, Assessment, list_answers
from jobquality.store.database import Session
from jobquality.store.people import Person
from jobquality.web.visitors import LOGGED_IN
from tests.browser.chromium import find_chromium
from tests.browser.ports import free_port
from tests.live.factories import stored_employer, stored_organization, stored_person

NOW = datetime(2026, 3, 2, 15, tzinfo=UTC)
RUBRIC, EDITION = "restaurants_us", "2026.1"
SOURCE = "Talk with the manager, March 2"
ANSWERS = Path(__file__).parents[1] / "jobquality" / "services" / "samples" / "answers.csv"
TAP, LETTER, THOUGHT, SCREEN = 1.2, 0.33, 1.35, 0.5
HEIGHT = 640


@dataclass(slots=True)
class Effort:
    """What one way through the form took."""

    taps: int = 0
    letters: int = 0
    answers: int = 0
    confirmed: int = 0
    pages: int = 0
    scrolled: float = 0
    seconds: float = 0

    @property
    def person(self) -> float:
        """Return what a person would take, in minutes."""
        spent = self.taps * TAP + self.letters * LETTER + self.scrolled / HEIGHT * SCREEN
        return (spent + (self.answers + self.confirmed) * THOUGHT) / 60


@dataclass(slots=True)
class Thumb:
    """Taps and types on one page after the other, and counts."""

    page: Page
    address: str
    effort: Effort = field(default_factory=Effort)
    place: float = 0

    def open(self, path: str) -> None:
        """Open a page by one tap."""
        self.page.goto(self.address + path)
        self.page.wait_for_selector("html[data-ready]")
        self.effort.taps += 1
        self.effort.pages += 1
        self.place = 0

    def tap(self, target: Locator) -> None:
        """Tap something, after scrolling to it."""
        self._go_to(target)
        target.click()
        self.effort.taps += 1

    def type(self, target: Locator, text: str) -> None:
        """Tap into a field and type."""
        self.tap(target)
        target.fill(text)
        self.effort.letters += len(text)

    def pick(self, target: Locator, value: str) -> None:
        """Open a list of choices and tap one."""
        self._go_to(target)
        target.select_option(value)
        self.effort.taps += 2

    def _go_to(self, target: Locator) -> None:
        target.scroll_into_view_if_needed()
        now = self.page.evaluate("window.scrollY")
        self.effort.scrolled += abs(now - self.place)
        self.place = now


@dataclass(frozen=True, slots=True, kw_only=True)
class Center:
    """An installation with a draft from last year's answers, and one from nothing."""

    app: Flask
    address: str
    person: Person
    drafts: Mapping[str, Assessment]


def main() -> None:
    """Print what each way takes."""
    wanted = answers_of("elm_2026")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=["--disable-gpu"]
        )
        print(
            f"{'':44}{'answers':>8}{'taps':>6}{'letters':>8}{'pages':>6}{'person':>9}{'machine':>9}"
        )
        for name, draft, once in WAYS:
            with center(Path(folder) / name.replace(" ", "_")) as here:
                context = browser.new_context(
                    viewport={"width": 360, "height": HEIGHT}, has_touch=True
                )
                log_in(context, here)
                effort = walk(context.new_page(), here, here.drafts[draft], wanted, once=once)
                check_all_there(here, here.drafts[draft], wanted)
                context.close()
            total = effort.answers + effort.confirmed
            print(
                f"{name:44}{total:>8}{effort.taps:>6}{effort.letters:>8}{effort.pages:>6}"
                f"{effort.person:>7.1f} m{effort.seconds:>7.0f} s"
            )
        browser.close()


#: Name, draft, and whether the source is said once and the questions stand by topic.
WAYS = (
    ("last year, one by one, a source each", "carried", False),
    ("last year, by topic, the source said once", "carried", True),
    ("nothing, one by one, a source each", "empty", False),
    ("nothing, by topic, the source said once", "empty", True),
)


def walk(
    page: Page, here: Center, draft: Assessment, wanted: Mapping[str, str], *, once: bool
) -> Effort:
    """Answer everything, and return what it took."""
    thumb = Thumb(page=page, address=here.address)
    start = time.perf_counter()
    root = f"/en/work/assessments/{draft.id}"
    thumb.open(root)
    if once:
        thumb.tap(page.locator(".working > summary"))
        thumb.type(page.locator("#working-source"), SOURCE)
        thumb.pick(page.locator("#working-grade"), "E1")
        with page.expect_navigation():
            thumb.tap(page.locator(".working button"))
    links = page.locator(".topics h3 a" if once else ".topics .plain a")
    for path in links.evaluate_all("(all) => all.map((one) => one.getAttribute('href'))"):
        thumb.open(path)
        ids = page.locator("form.answer").evaluate_all("(all) => all.map((one) => one.id)")
        for name in ids:
            if page.url.endswith(path):  # a page of one question goes on by itself
                answer(thumb, page.locator(f"#{name}"), wanted, typed_alone=not once)
    wait_until_sent(page)
    thumb.effort.seconds = time.perf_counter() - start
    return thumb.effort


def wait_until_sent(page: Page) -> None:
    """Wait until nothing is left on the phone."""
    page.wait_for_function(
        "window.jobquality.store.all().then((lines) => lines.length === 0)", timeout=120_000
    )


def answer(thumb: Thumb, form: Locator, wanted: Mapping[str, str], *, typed_alone: bool) -> None:
    """Answer one question, or find last year's answer still true."""
    criterion = (form.get_attribute("id") or "").removesuffix("-form")
    question = find_questions(shipped().get(RUBRIC, EDITION)).get(criterion)
    if criterion not in wanted or question is None:
        return
    if not form.is_visible():
        thumb.tap(thumb.page.locator(f"#{criterion} > .finished > summary"))
    typed = typed_of(question, _answer(criterion, wanted[criterion]))
    still = thumb.page.locator(f"#{criterion} > .carried button")
    if still.count() and answers_of("elm_2025").get(criterion) == wanted[criterion]:
        _confirm(thumb, still, criterion)
        return
    if typed_alone:
        thumb.tap(form.locator("details.more > summary").first)
        thumb.type(form.locator("[name=source]"), SOURCE)
        thumb.pick(form.locator("[name=grade]"), "E1")
    _give(thumb, form, typed)
    thumb.effort.answers += 1


def _confirm(thumb: Thumb, still: Locator, criterion: str) -> None:
    """Say that last year's answer is still true; a page of one question then goes on itself."""
    left = thumb.page.locator("[data-confirm] button:not(:disabled)").count() - 1
    goes_on = thumb.page.locator("[data-go-on=now]").count() and not left
    thumb.tap(still)
    thumb.effort.confirmed += 1
    if goes_on:
        thumb.page.wait_for_url(lambda url: not url.endswith(criterion))
        thumb.page.wait_for_selector("html[data-ready]")


def _give(thumb: Thumb, form: Locator, typed: Typed) -> None:
    if typed.number:
        thumb.type(form.locator("[name=number]"), typed.number)
        form.locator("[name=number]").blur()
    elif typed.day:
        thumb.type(form.locator("[name=day]"), typed.day)
    count = int(typed.boxes[0]) if typed.boxes and typed.boxes[0].isdecimal() else 0
    for place, box in enumerate(form.locator("[name=box]").all()):
        is_meant = place < count or box.get_attribute("value") in typed.boxes
        if box.is_checked() != is_meant:
            thumb.tap(box)
    if typed.state:
        thumb.tap(form.locator(f"[name=state][value={typed.state}]"))


def _answer(criterion: str, text: str) -> Answer:
    return Answer(
        assessment_id="", organization_id="", criterion=criterion, answer=text, author_id="",
        answered_at=NOW,
    )  # fmt: skip


def check_all_there(here: Center, draft: Assessment, wanted: Mapping[str, str]) -> None:
    """Be quiet when every answer arrived; a fast way that loses one is no way."""
    database = here.app.extensions["jobquality"].database
    with database.reading(here.person.organization_id) as session:
        kept = list_answers(session, draft.id)
    missing = [name for name in wanted if name not in kept or kept[name].carried]
    if missing:
        raise SystemExit(f"These answers did not arrive: {missing}")


def answers_of(assessment: str) -> dict[str, str]:
    """Return the sample's answers to one assessment."""
    with ANSWERS.open(newline="", encoding="utf-8") as file:
        return {
            row["criterion"]: row["answer"]
            for row in csv.DictReader(file)
            if row["assessment"] == assessment
        }


@contextmanager
def center(folder: Path) -> Iterator[Center]:
    """Serve a new installation on this machine."""
    port = free_port()
    address = f"http://localhost:{port}"
    folder.mkdir(parents=True)
    environ = {"JOBQUALITY_DATA": str(folder), "SECRET_KEY": "k" * 32, "PUBLIC_URL": address}
    settings = Settings.from_environ(environ)
    prepare(settings, at=NOW)
    app = create_app(settings, clock=lambda: NOW)
    with app.extensions["jobquality"].database.transaction() as session:
        person, drafts = drafts_in(session)
    server = make_server("localhost", port, app, threaded=True, request_handler=_Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Center(app=app, address=address, person=person, drafts=drafts)
    server.shutdown()


class _Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 - its own name
        """Say nothing."""


def drafts_in(session: Session) -> tuple[Person, dict[str, Assessment]]:
    """Write last year's answers, a draft that starts from them, and an empty one."""
    person = stored_person(session, stored_organization(session))
    last = _started(session, person, "a", date(2025, 2, 1), NOW - timedelta(days=390))
    for name, text in answers_of("elm_2025").items():
        command = RecordAnswer(
            assessment_id=last.id, criterion=name, answer=text, grade=Grade.E2, source="payroll"
        )
        record_answer(session, person.actor, command, catalog=shipped(), at=last.created_at)
    again = StartAssessment(
        id="b" * 32, employer_id=last.employer_id, rubric=RUBRIC, edition=EDITION,
        on=date(2026, 3, 1),
    )  # fmt: skip
    carried = start_assessment(session, person.actor, again, catalog=shipped(), at=NOW)
    return person, {
        "carried": carried,
        "empty": _started(session, person, "c", date(2026, 3, 1), NOW),
    }


def _started(session: Session, person: Person, letter: str, on: date, at: datetime) -> Assessment:
    employer = stored_employer(session, person)
    command = StartAssessment(
        id=letter * 32, employer_id=employer.id, rubric=RUBRIC, edition=EDITION, on=on
    )
    return start_assessment(session, person.actor, command, catalog=shipped(), at=at)


def log_in(context: BrowserContext, here: Center) -> None:
    """Let the browser be the advocate's, as after the login page."""
    client = here.app.test_client()
    with client.session_transaction() as opened:
        opened[LOGGED_IN] = here.person.session_key
        opened["person_id"] = here.person.id
        opened["_fresh"] = True
    cookie = client.get_cookie("jq")
    value = cookie.value if cookie else ""
    context.add_cookies([{"name": "jq", "value": value, "url": here.address}])


if __name__ == "__main__":
    main()
