"""Journey D4, 8: what an employer put right is looked at, scored anew, and the old score stays."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, expect

from jobquality.services.assessments import ConfirmAnswer, confirm_answer
from jobquality.store.assessments import list_answers
from jobquality.store.publications import list_publications
from tests.browser.hands import Hands, somebody
from tests.browser.test_corrections import House, a_house
from tests.browser.test_first_light import SAVED
from tests.browser.test_review import log_in
from tests.uploads.files import picture

FIXED = "sched_notice_days"
WORDS = {
    "en": {"done": "You say that it is done", "days": "Fixed in 6 days", "prints": "Printed"},
    "es": {
        "done": "Usted dice que está hecha",
        "days": "Corregido en 6 días",
        "prints": "Publicada",
    },
}
SAID = "Schedules hang by the door two weeks before, since March."


def make_a_link(hands: Hands, house: House) -> str:
    """Make a letter with a link in it; it is shown this once. Another person accepts who comes."""
    hands.open(f"/work/employers/{house.desk.employer.id}/after")
    hands.look()
    hands.press("form[action$='/after'] button")
    hands.look()
    return hands.page.locator(".link-once").first.inner_text()


def come_in(hands: Hands, link: str) -> None:
    """Open the letter's link, and say who speaks."""
    hands.page.goto(link)
    hands.look()
    hands.press("main form button[type=submit]")
    hands.type("#name", "Lee Park")
    hands.type("#role", "owner")
    hands.type("#contact", "lee@diner.example")
    hands.tick("#may_speak-yes")
    hands.look()
    hands.press("main form button[type=submit]")
    expect(hands.page.locator("#plan-title")).to_be_visible()
    hands.look()


def take_up_and_finish(hands: Hands) -> None:
    """Take up an action of the plan, and say with a paper that it is done."""
    page = hands.page
    page.locator("#criterion").select_option(FIXED)
    hands.type("#owner", "Kim, manager")
    hands.type("#due_on", "2026-05-01")
    hands.press("details[open] form.plan-form button")
    action = page.locator(f"#plan-{FIXED}")
    expect(action).to_contain_text("Kim, manager")
    hands.press(f"#plan-{FIXED} a.button")
    expect(page.locator("#criteria")).to_have_value(FIXED)
    hands.type("#fixed_on", "2026-03-10")
    hands.type("#text", SAID)
    photo = FilePayload(name="board.jpg", mimeType="image/jpeg", buffer=picture())
    page.locator("#files").set_input_files(files=[photo])
    hands.look()
    hands.press("form.section-form button[type=submit]")
    expect(page.locator("p[role=status]")).to_be_visible()
    expect(action).to_contain_text(WORDS[hands.language]["done"])
    hands.look()


def accept_and_print(hands: Hands) -> None:
    """Find it on the desk, confirm who speaks, print it, and begin to look into it."""
    page = hands.page
    hands.open("/work/")
    hands.look()
    hands.press("main a[href*='/after']")
    page.locator("[id^='way-']").select_option("phone")
    hands.press("button[name=do][value=accept]")
    expect(page.locator("select[id^='way-']")).not_to_be_visible()
    hands.tick("input[name=names_no_worker]")
    hands.look()
    hands.press("button[name=do][value=print]")
    expect(page.locator("#said-title ~ ol .stands")).to_contain_text(
        WORDS[hands.language]["prints"]
    )
    hands.look()
    hands.press("form[action$='/assess'] button")


def answer_anew(hands: Hands, house: House) -> str:
    """Look at the place, answer what is another answer now, and send it to review."""
    page = hands.page
    assessment_id = page.url.rsplit("/", 1)[-1]
    hands.look()
    page.goto(f"{page.url}/{FIXED}")
    page.locator("html[data-ready]").wait_for(state="attached")
    hands.look()
    hands.type(f"#{FIXED}-number", "14")
    hands.reach(f"#{FIXED}-form details.more > summary")
    page.keyboard.press("Enter")
    # The employer's own paper alone proves less than what was seen the last time.
    hands.pick(f"#{FIXED}-grade", "E2")
    hands.type(f"#{FIXED}-source", "Posted schedules, seen on March 16")
    page.keyboard.press("Tab")
    hands.until(SAVED, FIXED)
    confirm_the_rest(house, assessment_id)
    hands.open(f"/work/assessments/{assessment_id}")
    hands.press("form[action$='/submit'] button")
    hands.look()
    return assessment_id


def confirm_the_rest(house: House, assessment_id: str) -> None:
    """Let the forty answers be confirmed that are as they were."""
    here, at = house.site.here, house.site.clock()
    with here.database.transaction(house.desk.organization.id) as session:
        for name, one in list_answers(session, assessment_id).items():
            if one.carried:
                command = ConfirmAnswer(
                    assessment_id=assessment_id, criterion=name, seen=one.version
                )
                confirm_answer(session, house.desk.author.actor, command, at=at)


def approve_and_publish(hands: Hands, house: House, assessment_id: str) -> None:
    """Review it, go on under the clock of that time, and publish."""
    hands.open(f"/work/assessments/{assessment_id}/review")
    hands.tick("#partly-yes")
    hands.press("button[name=decision][value=approve]")
    hands.open(f"/work/assessments/{assessment_id}/notice")
    hands.look()
    hands.press("form[action$='/resume'] button")
    hands.open(f"/work/assessments/{assessment_id}/publish")
    hands.type("#name", house.desk.employer.name)
    hands.look()
    hands.press("form:has(#name) button[type=submit]")


def read_both_scores(hands: Hands, house: House) -> None:
    """Find the new score, how long the repair took, and the old score in its place."""
    page, slug = hands.page, house.desk.employer.slug
    hands.open(f"/e/{slug}")
    expect(page.locator("#card-said .fixed-in")).to_contain_text(WORDS[hands.language]["days"])
    expect(page.locator("#card-said blockquote")).to_contain_text(SAID)
    hands.look()
    hands.press(f"main a[href$='/e/{slug}/1']")
    hands.look()
    with house.site.here.database.reading(house.desk.organization.id) as session:
        kept = [one.hash for one in list_publications(session)]
    assert house.first.hash in kept
    assert len(kept) == 2


@pytest.mark.parametrize(
    ("language", "width"), [pytest.param("es", 360, marks=pytest.mark.soak), ("en", 360)]
)
def test_what_an_employer_put_right_becomes_a_new_score_beside_the_old_one(
    browser: Browser, tmp_path: Path, language: str, width: int
) -> None:
    with a_house(tmp_path) as house:
        address = house.site.address
        with (
            somebody(browser, address, language, width) as ana,
            somebody(browser, address, language, width) as ben,
            somebody(browser, address, language, width) as lee,
        ):
            with somebody(browser, address, language, width) as desk:
                log_in(desk, house.desk.reviewer)
                come_in(lee, make_a_link(desk, house))
            log_in(ana, house.desk.author)
            take_up_and_finish(lee)
            accept_and_print(ana)
            assessment_id = answer_anew(ana, house)
            house.site.clock.turn(days=6)
            log_in(ben, house.desk.reviewer)
            approve_and_publish(ben, house, assessment_id)
            read_both_scores(lee, house)
