"""A scorecard is corrected, then withdrawn: by two people, with a keyboard, in both languages."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from jobquality.store.corrections import list_correcting
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.people import change_person, get_person
from jobquality.store.publications import Publication
from jobquality.store.tenancy import belong
from tests.browser.hands import Hands, somebody
from tests.browser.installation import Installation, running_installation
from tests.browser.ports import free_port
from tests.browser.test_review import log_in
from tests.live.accounts.members import hash_of
from tests.live.corrections.correcting import Desk

WORDS = {
    "en": {"corrected": "This scorecard was corrected on", "gone": "This scorecard was withdrawn"},
    "es": {"corrected": "Esta calificación se corrigió el", "gone": "Esta calificación se retiró"},
}
REASON = "It was another place of the same name."


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """An installation with a published scorecard, and the two people behind it."""

    site: Installation
    desk: Desk
    first: Publication

    def correct(self) -> Publication:
        """Let the correction that was begun go its way, in the employer's favor."""
        desk = self.desk
        with self.site.here.database.transaction(desk.organization.id) as session:
            desk.session = session
            (begun,) = list_correcting(session, self.first.hash)
            desk.assessment_id, desk.at = begun.assessment_id, self.site.clock()
            desk.answered("sched_notice_days", "14").submitted().approved()
            return desk.resumed().publish()


@contextmanager
def a_house(folder: Path) -> Iterator[House]:
    """Serve a published scorecard."""
    with running_installation(folder, free_port(), scheme="http") as site:
        with site.here.database.transaction(EVERY_ORGANIZATION) as session:
            desk = Desk(session, site.here.keys)
            desk.at = site.clock()
            for person, name in ((desk.author, "Ana"), (desk.reviewer, "Ben")):
                known = get_person(session, person.id)
                changed = replace(known, name=name, password_hash=hash_of(site.app))
                change_person(session, changed)
            belong(session, desk.organization.id)
            first = desk.published(sched_notice_days="3")
        site.clock.now = desk.at
        yield House(site=site, desk=desk, first=first)


#: The reason that is chosen from the list, as each reader is told it.
WRITTEN = {"en": "An answer was written down wrongly.", "es": "Una respuesta se anotó mal."}


def begin_a_correction(hands: Hands, house: House) -> None:
    """Say why, and find the draft that knows what it corrects."""
    hands.open(f"/work/record/{house.first.hash}")
    hands.look()
    hands.pick("#correct_why", "written")
    hands.press("form[action$='/correct'] button")
    expect(hands.page.locator(".note").first).to_contain_text(WRITTEN[hands.language])
    hands.look()


def read_what_changed(hands: Hands, house: House) -> None:
    """Find the same change on both pages, and in the list of all."""
    slug = house.desk.employer.slug
    hands.open(f"/e/{slug}/1")
    banner = hands.page.locator(".banner.corrected")
    expect(banner).to_contain_text(WORDS[hands.language]["corrected"])
    hands.look()
    hands.press(".banner.corrected a")
    expect(hands.page.locator("#card-corrections")).to_contain_text(WRITTEN[hands.language])
    hands.look()
    hands.open("/corrections")
    expect(hands.page.locator(".amends-list li")).to_have_count(1)
    hands.look()


def propose_to_withdraw(hands: Hands, record: str) -> None:
    """Ask for it, with a cause and a reason."""
    hands.open(record)
    hands.reach("section[aria-labelledby='withdraw-title'] summary")
    hands.page.keyboard.press("Enter")
    hands.pick("#cause", "other")
    hands.type("#reason", REASON)
    hands.look()
    hands.press("form[action$='/withdraw'] button")
    hands.look()


def decide_to_withdraw(hands: Hands) -> None:
    """Find the proposal on the desk, and agree."""
    hands.open("/work/")
    hands.look()
    hands.press("main a[href*='/work/record/']")
    expect(hands.page.locator("blockquote")).to_contain_text(REASON)
    hands.look()
    hands.tick("#stands-yes")
    hands.press("button[value='accept']")
    hands.look()


@pytest.mark.parametrize(
    ("language", "width"), [pytest.param("en", 1280, marks=pytest.mark.soak), ("es", 360)]
)
def test_two_people_correct_and_withdraw_a_scorecard(
    browser: Browser, tmp_path: Path, language: str, width: int
) -> None:
    with a_house(tmp_path) as house:
        address = house.site.address
        with (
            somebody(browser, address, language, width) as ana,
            somebody(browser, address, language, width) as ben,
        ):
            log_in(ana, house.desk.author)
            begin_a_correction(ana, house)
            second = house.correct()
            read_what_changed(ana, house)
            propose_to_withdraw(ana, f"/work/record/{second.hash}")
            log_in(ben, house.desk.reviewer)
            decide_to_withdraw(ben)
            ana.complaints.clear()
            ana.open(f"/e/{house.desk.employer.slug}")
            expect(ana.page.locator("h1")).to_have_text(WORDS[language]["gone"])
            expect(ana.page.locator("blockquote")).to_contain_text(REASON)
            ana.look()
            # The browser itself notes every page that answers 410.
            assert all("410" in one for one in ana.complaints)
            ana.complaints.clear()
