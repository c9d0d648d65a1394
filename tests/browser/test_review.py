"""Journey D3: a reviewer, with a keyboard, on a phone in Spanish and at a desk in English."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from jobquality.access.states import AssessmentState
from jobquality.services.reviews import Submit, submit
from jobquality.store.assessments import get_assessment
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.people import Person, change_person, get_person
from tests.browser.hands import Hands, somebody
from tests.browser.installation import Installation, running_installation
from tests.browser.ports import free_port
from tests.live.accounts.members import PASSWORD, hash_of
from tests.live.reviews.parts import Walk, new_id

ASKED = "adv_ladder"
WELL_DONE = "The second step is clear now. Ya está claro."
WORDS = {
    "en": {"returned": "Returned", "one": "1 of", "asked": "You ask about this"},
    "es": {"returned": "Devuelto", "one": "1 de", "asked": "Usted pregunta por esto"},
}

#: Whether the bar that sticks to the top, on a wide screen, leaves the title in hand alone.
UNCOVERED = """() => document.activeElement.querySelector("h4").getBoundingClientRect().top
    >= document.querySelector(".look-bar").getBoundingClientRect().bottom"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An installation with a whole draft in review, its author and a reviewer."""

    site: Installation
    walk: Walk

    def change(self, criterion: str, answer: str) -> None:
        """Let an answer change, past the form."""
        with self.site.here.database.transaction(self.walk.organization.id) as session:
            self.walk.session, self.walk.at = session, self.site.clock()
            self.walk.answered(criterion, answer)

    def submit(self) -> None:
        """Let the author send it to review."""
        here = self.site.here
        command = Submit(id=new_id(), assessment_id=self.walk.assessment_id)
        with here.database.transaction(self.walk.organization.id) as session:
            submit(
                session,
                self.walk.author.actor,
                command,
                catalog=here.catalog,
                at=self.site.clock(),
            )

    def state(self) -> AssessmentState:
        with self.site.here.database.reading(self.walk.organization.id) as session:
            return get_assessment(session, self.walk.assessment_id).state


@contextmanager
def an_office(folder: Path) -> Iterator[Office]:
    """Serve a draft that waits for its review since three days."""
    with running_installation(folder, free_port(), scheme="http") as site:
        with site.here.database.transaction(EVERY_ORGANIZATION) as session:
            walk = Walk(session, name="Worker Center")
            walk.at = site.clock()
            for person, name in ((walk.author, "Ana"), (walk.reviewer, "Ben")):
                _let_in(site, walk, person, name)
            walk.drafted()
        office = Office(site=site, walk=walk)
        office.submit()
        site.clock.turn(days=3)
        yield office


def _let_in(site: Installation, walk: Walk, person: Person, name: str) -> None:
    known = get_person(walk.session, person.id)
    change_person(walk.session, replace(known, name=name, password_hash=hash_of(site.app)))


def log_in(hands: Hands, person: Person) -> None:
    """Come in through the page that asks who it is."""
    hands.open("/login")
    hands.page.locator("#email").fill(person.email or "")
    hands.page.locator("#password").fill(PASSWORD)
    with hands.page.expect_navigation():
        hands.page.locator("main form button[type=submit]").first.click()


def open_the_inbox(hands: Hands) -> None:
    """Find what waits, and open it."""
    hands.open("/work/")
    hands.look()
    hands.press("section[aria-labelledby='inbox'] a.next")
    hands.look()


def accept_and_ask(hands: Hands) -> None:
    """Accept the first answer and ask about one, by the keys that the page names."""
    page, words = hands.page, WORDS[hands.language]
    page.locator("[data-look]").first.focus()
    page.keyboard.press("a")
    expect(page.locator("#progress")).to_contain_text(words["one"])
    expect(page.locator("#decision [data-progress]")).to_contain_text(words["one"])
    expect(page.locator("[data-look]").nth(1)).to_be_focused()
    hands.until(UNCOVERED)
    page.locator(f"#item-{ASKED}").focus()
    page.keyboard.press("r")
    page.keyboard.insert_text("Where is this from? ¿De dónde?")
    hands.reach(f"#item-{ASKED} [data-keep]")
    page.keyboard.press("Enter")
    expect(page.locator(f"#item-{ASKED} [data-status]")).to_have_text(words["asked"])


def turn_the_keys_off(hands: Hands) -> None:
    """Find that keys do nothing once they are off, and that the browser remembers it."""
    page = hands.page
    progress = page.locator("#progress").inner_text()
    keys = page.locator("#keys-on")
    keys.focus()  # a click may miss what still moves
    page.keyboard.press("Space")
    expect(keys).not_to_be_checked()
    page.locator("[data-look]").nth(2).focus()
    page.keyboard.press("a")
    page.keyboard.press("j")
    expect(page.locator("#progress")).to_have_text(progress)
    page.reload()
    expect(page.locator("#keys-on")).not_to_be_checked()
    page.locator("#keys-on").check()
    expect(page.locator("#progress")).to_have_text(progress)


def do_what_was_asked(hands: Hands, office: Office) -> None:
    """Find the question first, say what was done, and send it again."""
    page = hands.page
    hands.open("/work/")
    expect(page.locator("#returned")).to_be_visible()
    hands.look()
    hands.open(f"/work/assessments/{office.walk.assessment_id}")
    expect(page.locator("#returned-title")).to_have_text(WORDS[hands.language]["returned"])
    hands.look()
    hands.press(f"#returned a[href*='{ASKED}']")
    hands.type(f"#done-{ASKED}", "I asked the manager.")
    hands.look()
    hands.press(f"#asked-{ASKED} button")
    expect(page.locator("#returned .is-done")).to_have_count(1)
    office.change(ASKED, "3")
    hands.press("form[action$='/submit'] button")


def see_only_the_difference(hands: Hands, office: Office) -> None:
    """Find one answer, and approve it too late."""
    page = hands.page
    hands.open(f"/work/assessments/{office.walk.assessment_id}/review")
    expect(page.locator("[data-look]")).to_have_count(1)
    expect(page.locator(f"#item-{ASKED}")).to_contain_text("I asked the manager.")
    hands.look()
    office.change(ASKED, "4")
    hands.press("#decision button[value='approve']")
    assert office.state() is AssessmentState.IN_REVIEW
    expect(page.locator("#meanwhile del")).to_have_count(1)
    hands.look()


def approve_as_it_stands(hands: Hands, office: Office) -> None:
    """After half an hour of reading, say who it is once more; what was typed comes along."""
    page, review = hands.page, f"/work/assessments/{office.walk.assessment_id}/review"
    hands.type("#decision [name=comment]", "It changed on the way.")
    hands.press("#decision button[value='return']")
    office.submit()
    hands.open(review)
    hands.type("#decision [name=comment]", WELL_DONE)
    page.locator("#decision [name=partly]").check()  # the last change was not looked at by itself
    office.site.clock.turn(minutes=31)
    hands.press("#decision button[value='approve']")
    assert office.state() is AssessmentState.IN_REVIEW
    expect(page.locator("#prove")).to_contain_text(WELL_DONE)
    hands.look()
    hands.type("#proof_password", PASSWORD)
    hands.press("#prove .actions button")
    assert office.state() is AssessmentState.APPROVED
    hands.open(review)
    expect(page.locator("main")).to_contain_text(WELL_DONE)


@pytest.mark.parametrize(("width", "language"), [(360, "es"), (1280, "en")])
def test_a_reviewer_asks_the_author_answers_and_only_the_difference_is_read_again(
    browser: Browser, tmp_path: Path, width: int, language: str
) -> None:
    with an_office(tmp_path) as office:
        address = office.site.address
        with somebody(browser, address, language, width) as reviewer:
            log_in(reviewer, office.walk.reviewer)
            open_the_inbox(reviewer)
            accept_and_ask(reviewer)
            turn_the_keys_off(reviewer)
            reviewer.press("#decision button[value='return']")
        assert office.state() is AssessmentState.DRAFT
        office.site.clock.turn(hours=1)
        with somebody(browser, address, language, width) as author:
            log_in(author, office.walk.author)
            do_what_was_asked(author, office)
        assert office.state() is AssessmentState.IN_REVIEW
        office.site.clock.turn(hours=1)
        with somebody(browser, address, language, width) as reviewer:
            log_in(reviewer, office.walk.reviewer)
            see_only_the_difference(reviewer, office)
            approve_as_it_stands(reviewer, office)
            reviewer.complaints.clear()  # the browser itself reports the 409 and the 401 meant here
