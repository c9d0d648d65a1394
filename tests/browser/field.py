"""An advocate with a phone in the field: an installation with a draft, and a line that fails."""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, FilePayload, Locator, Page, expect
from playwright.sync_api import Error as PlaywrightError

from jobquality.services.assessments import RecordAnswer, record_answer
from jobquality.store.assessments import Answer, get_assessment, list_answers
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.earlier import list_earlier
from jobquality.store.evidence import Evidence, list_evidence
from jobquality.store.people import Person
from jobquality.store.rates import Rate, add_rate, drop_rate
from jobquality.store.reviews import Step, list_steps
from jobquality.store.waiting import list_waiting
from tests.browser.installation import Installation, running_installation
from tests.browser.ports import free_port
from tests.live.accounts.members import hash_of
from tests.live.assessments.assessing import Case, stored_draft
from tests.live.factories import stored_employer, stored_organization, stored_person

_WAITING = "async () => JSON.stringify(await window.jobquality?.store.all(), null, 1)"
#: So many lines in the queue, and nothing still on its way into it.
_COUNTS = """async (count) => {
  const { store } = window.jobquality;
  return !store.letters.all().length && (await store.all()).length === count;
}"""
#: From now on a page can write nothing into the queue, as if it were left before it could.
LEFT_TOO_SOON = "() => { IDBDatabase.prototype.transaction = () => { throw new Error('left'); }; }"
PASSWORD = "river lamp copper seventeen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """An installation over plain http, with somebody, a colleague, and an empty draft."""

    site: Installation
    case: Case
    colleague: Person
    english: Person

    def answers(self) -> dict[str, Answer]:
        """Return what the server has."""
        with self.site.here.database.reading(EVERY_ORGANIZATION) as session:
            return list_answers(session, self.case.assessment.id)

    def evidence(self) -> tuple[Evidence, ...]:
        """Return the files that the server has."""
        with self.site.here.database.reading(EVERY_ORGANIZATION) as session:
            return list_evidence(session, self.case.assessment.id)

    def answer_as_colleague(self, criterion: str, answer: str) -> None:
        """Let somebody else answer at their desk."""
        known = self.answers().get(criterion)
        command = RecordAnswer(
            assessment_id=self.case.assessment.id,
            criterion=criterion,
            answer=answer,
            source="The board by the door",
            seen=known.version if known else 0,
        )
        here = self.site.here
        with here.database.transaction(self.colleague.organization_id) as session:
            record_answer(
                session, self.colleague.actor, command, catalog=here.catalog, at=self.site.clock()
            )

    @contextmanager
    def living_wage(self, value: str) -> Iterator[None]:
        """Let the colleague bring the figure of Texas, in dollars an hour, for a while.

        The organization is that of all who work in the field, and others need it without.
        """
        on = self.case.assessment.on
        rate = Rate(
            id="living-wage",
            organization_id=self.colleague.organization_id,
            parameter="living_wage",
            place="48",
            first=on.replace(month=1),
            value=value,
            source="SAMPLE living wage",
            as_of=on,
            check_by=on + timedelta(days=300),
            added_by=self.colleague.id,
            added_at=self.site.clock(),
        )
        database, whose = self.site.here.database, self.colleague.organization_id
        with database.transaction(whose) as session:
            add_rate(session, rate)
        yield
        with database.transaction(whose) as session:
            drop_rate(session, rate.id)

    def versions(self) -> dict[str, list[str]]:
        """Return every answer that the server ever kept, oldest first."""
        with self.site.here.database.reading(EVERY_ORGANIZATION) as session:
            every = list_earlier(session, self.case.assessment.id)
        found: dict[str, list[str]] = {}
        for one in every:
            found.setdefault(one.criterion, []).append(one.answer)
        return found

    def waiting(self) -> dict[str, str]:
        """Return the answers that came too late and wait for a choice."""
        with self.site.here.database.reading(EVERY_ORGANIZATION) as session:
            found = list_waiting(session, self.case.assessment.id)
        return {one.criterion: one.said.answer for one in found}

    def state(self) -> str:
        """Return the state of the assessment."""
        with self.site.here.database.reading(EVERY_ORGANIZATION) as session:
            return get_assessment(session, self.case.assessment.id).state.value

    def another(self) -> "Field":
        """Return the same place with another employer and another empty draft."""
        here = self.site.here
        with here.database.transaction(self.case.person.organization_id) as session:
            employer = stored_employer(session, self.case.person)
            draft = stored_draft(session, self.case.person, employer)
        case = Case(person=self.case.person, employer=employer, assessment=draft)
        return Field(site=self.site, case=case, colleague=self.colleague, english=self.english)

    def next_draft(self) -> "Field":
        """Return the same place with the next draft of the same employer: it carries answers."""
        case, here = self.case, self.site.here
        with here.database.transaction(case.person.organization_id) as session:
            name = f"next-{case.assessment.id}"
            draft = stored_draft(session, case.person, case.employer, id=name)
        return replace(self, case=replace(case, assessment=draft))

    def submissions(self) -> int:
        """Return how often the assessment was sent to review."""
        with self.site.here.database.reading(EVERY_ORGANIZATION) as session:
            steps = list_steps(session, self.case.assessment.id)
        return sum(one.step is Step.SUBMITTED for one in steps)

    def end_visits(self) -> None:
        """Let nine quiet hours pass: every login is over."""
        self.site.clock.turn(hours=9)


@contextmanager
def in_the_field(folder: Path, port: int = 0) -> Iterator[Field]:
    """Serve a draft to whoever logs in."""
    with running_installation(folder, port or free_port(), scheme="http") as site:
        here = site.here
        with here.database.transaction(EVERY_ORGANIZATION) as session:
            organization = stored_organization(session, time_zone="America/Chicago")
            words = hash_of(site.app)
            spanish = {"password_hash": words, "language": "es"}
            person = stored_person(session, organization, name="Ana", **spanish)
            colleague = stored_person(session, organization, name="Ben", **spanish)
            english = stored_person(session, organization, name="Amy", password_hash=words)
            employer = stored_employer(session, person)
            draft = stored_draft(session, person, employer)
        case = Case(person=person, employer=employer, assessment=draft)
        yield Field(site=site, case=case, colleague=colleague, english=english)


@dataclass(slots=True)
class Phone:
    """One phone: its pages come and go, what it keeps stays."""

    context: BrowserContext
    field: Field
    language: str
    page: Page
    address: str = ""

    def go(self, rest: str = "") -> None:
        """Open a page of the assessment."""
        self.page.goto(f"{self.base}{rest}")

    @property
    def base(self) -> str:
        """Return the address of the assessment."""
        root = self.address or self.field.site.address
        return f"{root}/{self.language}/work/assessments/{self.field.case.assessment.id}"

    def log_in(self, person: Person | None = None) -> None:
        """Fill in the page that asks who it is."""
        own = self.field.case.person if self.language == "es" else self.field.english
        expect(self.page.locator("#email"), self.page.url).to_be_visible()
        self.page.locator("#email").fill((person or own).email or "")
        self.page.locator("#password").fill(PASSWORD)
        with self.page.expect_navigation():
            self.page.locator("main form button[type=submit]").click()

    def open_anew(self, rest: str = "") -> None:
        """Kill the tab, and open another one."""
        self.page.close()
        self.page = self.context.new_page()
        self.go(rest)

    def ready(self) -> None:
        """Wait until the script has laid over what waits."""
        self.page.locator("html[data-ready]").wait_for(state="attached")

    def keeps(self, pages: int) -> None:
        """Wait until so many pages are kept for the time without a connection."""
        self.until(
            """async (wanted) => {
              for (const name of await caches.keys()) {
                if (name.startsWith("pages-")) {
                  return (await (await caches.open(name)).keys()).length >= wanted;
                }
              }
              return false;
            }""",
            pages,
        )

    def until(self, says: str, wanted: object, patience: float = 30) -> None:
        """Wait until a question to the page, which may take its time, is answered with yes."""
        end = time.monotonic() + patience
        while not self._is_true(says, wanted):
            assert time.monotonic() < end, f"{says}: {self.page.evaluate(_WAITING)}"
            self.page.wait_for_timeout(50)

    def _is_true(self, says: str, wanted: object) -> bool:
        """Ask the page; one that is just being left for the next has no answer yet."""
        try:
            return bool(self.page.evaluate(says, wanted))
        except PlaywrightError:
            return False

    def waits_for(self, happened: Callable[[], object], patience: float = 30) -> None:
        """Let the page go on until something has happened outside it."""
        end = time.monotonic() + patience
        while not happened():
            assert time.monotonic() < end, f"it never happened: {self.page.evaluate(_WAITING)}"
            self.page.wait_for_timeout(20)

    def type(self, criterion: str, text: str) -> None:
        """Write a number and leave the field."""
        box = self.page.locator(f"#{criterion}-number")
        box.fill(text)
        box.dispatch_event("change")

    def pick(self, criterion: str, value: str) -> None:
        """Choose one of the answers."""
        self.page.locator(f"#{criterion}-form input[name=state][value='{value}']").check()

    def waits(self, count: int, patience: float = 30) -> None:
        """Wait until so many lines wait on the phone, and nothing is being typed."""
        self.until(_COUNTS, count, patience)

    def takes_photo(self, criterion: str, photo: bytes, title: str) -> None:
        """Add a photo at a question."""
        behind = self.page.locator(f"#{criterion} > .behind .photo")
        behind.locator("summary").click()
        picked = FilePayload(name="Maria-payslip.jpg", mimeType="image/jpeg", buffer=photo)
        behind.locator("input[type=file]").set_input_files(files=[picked])
        behind.locator("[name=title]").fill(title)
        behind.locator("button").click()

    def sends_as_it_is(self) -> None:
        """Say that it goes to review with what is open; without a connection this is asked."""
        self.page.locator("form[data-queue=submit] button").click()
        self.page.locator(".ask-first button[value=send]").click()

    def shows(self, criterion: str) -> str:
        """Return what stands in the number field of a question."""
        return self.page.locator(f"#{criterion}-number").input_value()

    def said(self, criterion: str) -> Locator:
        """Return where something is said below a question."""
        return self.page.locator(f"#{criterion}-said")

    def bar_says(self, words: str | re.Pattern[str]) -> None:
        """Wait until the line at the top says this: it follows the queue by a moment."""
        expect(self.page.locator("#phone-bar .phone-said")).to_contain_text(words)


@contextmanager
def a_phone(
    browser: Browser, field: Field, language: str, width: int, address: str = ""
) -> Iterator[Phone]:
    """Give somebody a phone with nothing on it."""
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        locale="es-US" if language == "es" else "en-US",
    )
    yield Phone(
        context=context, field=field, language=language, page=context.new_page(), address=address
    )
    context.close()


def begin(phone: Phone, rest: str) -> None:
    """Log in at a page of the assessment, and wait until its script is at work."""
    phone.go(rest)
    phone.log_in()
    phone.ready()
