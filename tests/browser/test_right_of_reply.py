"""Journey D4, 1 to 7: an employer is heard, on a phone in Spanish and at a desk in English."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, expect

from jobquality.ledger.comparing import fingerprint
from jobquality.services.decisions import Decide, Decided, SignDecision, decide, sign
from jobquality.services.drafts import draft_snapshot
from jobquality.services.extensions import AnswerTime, answer_time
from jobquality.services.notices import ResumeNotice, resume_notice
from jobquality.services.publishing import publish
from jobquality.services.reviews import Approve, SendBack, approve, send_back
from jobquality.store.database import EVERY_ORGANIZATION, Session
from jobquality.store.notices import Notice, find_last_notice
from jobquality.store.panels import find_panel
from jobquality.store.people import Person, change_person, get_person
from jobquality.store.replyspeakers import list_speakers
from tests.browser.hands import Hands, somebody
from tests.browser.installation import Installation, running_installation
from tests.browser.ports import free_port
from tests.live.accounts.members import hash_of
from tests.live.factories import stored_person
from tests.live.reviews.parts import CATALOG, TOKEN, Walk, new_id
from tests.uploads.files import picture

RIGHT, WRONG, DISPUTED, FIXED = (
    "sched_notice_days",
    "adv_ladder",
    "wages_raise_first_year",
    "sched_rest_hours",
)
WORDS = {
    "en": {
        "zone": "Chicago time",
        "weekday": "Monday, March 23, 2026",
        "no_paper": "Nothing shows yet what is right here",
        "no_day": "The day of the repair is missing",
        "waits": "has not answered yet",
        "granted": "Days added: 7",
        "once": "can be done once",
        "stays": "This stays",
        "before": "As you got it",
        "panel": "Decided by a panel of 2.",
        "told": "No worker is ever named",
        "free": "No fee changes a score",
        "opened": "The employer opened the draft",
        "may": "Tick that you may speak for the employer",
        "waiting": "still makes sure that you speak for the employer",
        "accepted": "confirmed that you speak for",
    },
    "es": {
        "zone": "hora de Chicago",
        "weekday": "lunes 23 de marzo de 2026",
        "no_paper": "Aquí nada muestra todavía qué es lo correcto",
        "no_day": "Falta el día del arreglo",
        "waits": "aún no ha contestado",
        "granted": "Días añadidos: 7",
        "once": "una sola vez",
        "stays": "Esto queda igual",
        "before": "Como lo recibió",
        "panel": "Lo decidió un grupo de 2 personas.",
        "told": "Nunca se nombra a un trabajador",
        "free": "Ningún pago cambia una calificación",
        "opened": "El empleador abrió el borrador",
        "may": "Marque que puede hablar por la empresa",
        "waiting": "todavía comprueba que usted habla por el empleador",
        "accepted": "confirmó que usted habla por",
    },
}
STATEMENT = "We pay what the law asks.\n\n" + "We will do more. " * 40


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """An installation whose notice waits for its employer, and the two sides of it."""

    site: Installation
    walk: Walk
    second: Person

    def do(self, work: Callable[[Session], object]) -> None:
        """Let the team do something, past its pages."""
        with self.site.here.database.transaction(self.walk.organization.id) as session:
            self.walk.session, self.walk.at = session, self.site.clock()
            work(session)

    def notice(self) -> Notice:
        with self.site.here.database.reading(self.walk.organization.id) as session:
            found = find_last_notice(session, self.walk.assessment_id)
        assert found is not None
        return found


@contextmanager
def a_house(folder: Path) -> Iterator[House]:
    """Serve a notice that nobody has opened yet."""
    with running_installation(folder, free_port(), scheme="http") as site:
        with site.here.database.transaction(EVERY_ORGANIZATION) as session:
            walk = Walk(session, name="Worker Center", contact="Rosa Gil, rosa@center.example")
            walk.at = site.clock()
            for person, name in ((walk.author, "Ana"), (walk.reviewer, "Ben")):
                _let_in(site, walk, person, name)
            second = stored_person(session, walk.organization, name="Cara Diaz")
            walk.drafted().submitted().approved().noticed()
        yield House(site=site, walk=walk, second=second)


def _let_in(site: Installation, walk: Walk, person: Person, name: str) -> None:
    known = get_person(walk.session, person.id)
    change_person(walk.session, replace(known, name=name, password_hash=hash_of(site.app)))


def press(hands: Hands, wanted: str) -> None:
    """Press a button of a page that is too long to walk through by Tab each time."""
    with hands.page.expect_navigation():
        hands.page.locator(wanted).first.click()


def look_closely(hands: Hands) -> None:
    """Hold a very long page to the accessibility rules, in the long form of this walk alone."""
    if hands.language == "en":
        hands.look()


def open_the_draft(hands: Hands) -> str:
    """See the clock, the contact, and who is never named; return the code to come back by."""
    page, words = hands.page, WORDS[hands.language]
    hands.open(f"/reply/{TOKEN}")
    hands.look()
    hands.press("main form button")
    say_who(hands)
    expect(page.locator(".clock .figure").first).to_contain_text(words["zone"])
    for said in ("told", "free", "opened"):
        expect(page.locator("main")).to_contain_text(words[said])
    expect(page.locator("main")).to_contain_text("Rosa Gil")
    hands.look()
    return page.locator("b.code").inner_text()


def say_who(hands: Hands) -> None:
    """Say who one is, after a form that lacks the word that one may speak."""
    page, words = hands.page, WORDS[hands.language]
    hands.look()
    page.locator("#name").fill("Ana Ruiz")
    page.locator("#role").fill("owner")
    page.locator("#contact").fill("ana@diner.example")
    press(hands, "form:has(#name) button[type=submit]")
    expect(page.locator("#faults")).to_contain_text(words["may"])
    expect(page.locator("#name")).to_have_value("Ana Ruiz")
    page.locator("#may_speak-yes").check()
    press(hands, "form:has(#name) button[type=submit]")
    expect(page.locator("main")).to_contain_text(words["waiting"])


def accept(hands: Hands, house: House) -> None:
    """Let the reviewer accept who came, and the employer read it."""
    walk = house.walk

    def accepts(session: Session) -> None:
        (speaker,) = list_speakers(session, house.notice().id)
        walk.judged(speaker)

    house.do(accepts)
    hands.page.reload()
    expect(hands.page.locator("main")).to_contain_text(WORDS[hands.language]["accepted"])


def answer_four_points(hands: Hands) -> None:
    """Say yes, no, no with a paper, and fixed; every fault comes at once, and no word is lost."""
    page, words = hands.page, WORDS[hands.language]
    for point, stance in ((RIGHT, "accept"), (WRONG, "correct"), (DISPUTED, "disagree")):
        say(hands, point, stance, "" if stance == "accept" else f"About {point}.")
    say(hands, FIXED, "fixed", "")
    page.locator("#statement").fill(STATEMENT)
    page.locator("#final-yes").check()
    press(hands, "button[value=send]")
    faults = page.locator("#faults")
    for said in ("no_paper", "no_day"):
        expect(faults).to_contain_text(words[said])
    expect(faults.locator("li")).to_have_count(2)
    expect(page.locator("#statement")).to_have_value(STATEMENT)
    expect(page.locator(f"#text-{WRONG}")).to_have_value(f"About {WRONG}.")
    look_closely(hands)
    # The browser notes each refusal; this one was wanted.
    hands.complaints[:] = [one for one in hands.complaints if "422" not in one]


def say(hands: Hands, point: str, stance: str, text: str) -> None:
    """Open a point, choose what to say, and say it."""
    page = hands.page
    if not page.locator(f"#text-{point}").is_visible():
        page.locator(f"#{point} details summary").click()
    page.locator(f"#stance-{point}-{stance}").check()
    if text:
        page.locator(f"#text-{point}").fill(text)


def show_a_paper(hands: Hands) -> None:
    """Save, add a photo of a payroll, and come back: all that was typed is there."""
    page = hands.page
    press(hands, f"button[value='papers:{WRONG}']")
    hands.look()
    page.locator("#title").fill("Our ladder, posted")
    photo = FilePayload(name="ladder.jpg", mimeType="image/jpeg", buffer=picture())
    page.locator("#file").set_input_files(photo)
    press(hands, "form.box button[type=submit]")
    expect(page.locator("main")).to_contain_text("Our ladder, posted")
    hands.look()
    press(hands, "p.back a")
    expect(page.locator("#statement")).to_have_value(STATEMENT.strip())
    expect(page.locator(f"#{WRONG}")).to_contain_text("Our ladder, posted")


def ask_for_time(hands: Hands, house: House) -> None:
    """Ask once, wait, and get seven days more."""
    page, words = hands.page, WORDS[hands.language]
    press(hands, "button[value=time]")
    hands.look()
    page.locator("#reason").fill("The owner is ill.")
    page.locator("#asked_by").fill("Ana Ruiz, owner")
    press(hands, "form.box button[type=submit]")
    expect(page.locator("main")).to_contain_text(words["waits"])
    hands.look()
    command = AnswerTime(notice_id=house.notice().id, days=7, answer="Gladly.", is_granted=True)
    author = house.walk.author.actor
    house.do(lambda session: answer_time(session, author, command, at=house.site.clock()))
    page.reload()
    expect(page.locator("main")).to_contain_text(words["granted"])
    expect(page.locator(".clock .figure")).to_contain_text(words["weekday"])


def send_it(hands: Hands) -> None:
    """Give the day of the repair, and send it for good."""
    page = hands.page
    hands.open("/reply")
    page.locator(f"#on-{FIXED}").fill("2026-03-01")
    page.locator("#final-yes").check()
    press(hands, "button[value=send]")
    expect(page.locator("#receipt-title")).to_be_visible()
    expect(page.locator("button[value=send]")).to_have_count(0)


def decide_by_a_panel(house: House, language: str) -> None:
    """Let two people sign, and change the answer that the paper corrects."""
    walk, notice, at = house.walk, house.notice(), house.site.clock()
    command = Decide(
        id=new_id(),
        notice_id=notice.id,
        decision="Thank you for the paper.",
        items={
            WRONG: Decided(outcome="changed", reason="The posted ladder has three steps."),
            DISPUTED: Decided(outcome="stays", reason="The payroll shows no raise."),
            FIXED: Decided(outcome="stays", reason="It counts from the next assessment on."),
        },
        titles={WRONG: "The ladder", DISPUTED: "Raises", FIXED: "Swaps"},
        panel=(walk.reviewer.id, house.second.id),
        language=language,
    )
    house.do(lambda session: decide(session, walk.reviewer.actor, command, at=at))

    def second_signs(session: Session) -> None:
        panel = find_panel(session, notice.id)
        assert panel is not None
        signed = SignDecision(id=new_id(), notice_id=notice.id, panel_id=panel.id)
        sign(session, house.second.actor, signed, at=at)

    house.do(second_signs)


def change_the_draft(house: House) -> None:
    """Return it, change one answer for the better, and go on under the same clock."""
    walk, at = house.walk, house.site.clock()
    back = SendBack(
        id=new_id(),
        assessment_id=walk.assessment_id,
        version=0,
        comments={"": "The employer is right."},
    )

    def again(session: Session) -> None:
        known = replace(back, version=walk.assessment.version)
        send_back(session, walk.reviewer.actor, known, at=at)
        walk.answered(WRONG, "3")
        walk.submitted()
        draft = draft_snapshot(session, walk.assessment_id, catalog=CATALOG, at=at)
        seen = Approve(
            id=new_id(),
            assessment_id=walk.assessment_id,
            version=walk.assessment.version,
            seen=fingerprint(draft),
            knows_partly=True,
        )
        approve(session, walk.reviewer.actor, seen, catalog=CATALOG, at=at)
        command = ResumeNotice(id=new_id(), assessment_id=walk.assessment_id)
        resume_notice(session, walk.author.actor, command, catalog=CATALOG, at=at)

    house.do(again)


def read_what_came_of_it(hands: Hands, code: str) -> None:
    """Come back by code to the reasons, the draft before and now, and the plan in two forms."""
    page, words = hands.page, WORDS[hands.language]
    hands.open(f"/reply/{TOKEN}")
    press(hands, "main form button")
    page.locator("summary").first.click()
    page.locator("#code").fill(code)
    press(hands, "button[value=return]")
    comes = page.locator("section[aria-labelledby='next-title']")
    expect(comes).to_contain_text(words["stays"])
    expect(comes).to_contain_text("The payroll shows no raise.")
    expect(comes).to_contain_text(words["before"])
    expect(comes).to_contain_text(words["weekday"])
    expect(page.locator("main")).to_contain_text(words["panel"])
    expect(page.locator("main")).not_to_contain_text("Cara Diaz")
    look_closely(hands)
    for ending, start in (("pdf", b"%PDF"), ("xlsx", b"PK")):
        answer = page.request.get(f"{hands.address}/{hands.language}/reply/plan.{ending}")
        assert answer.ok
        assert answer.body().startswith(start)


def find_it_published(hands: Hands, house: House) -> None:
    """Read the whole statement beside the score, at the top of the page."""
    page, walk, here = hands.page, house.walk, house.site.here
    house.site.clock.turn(days=30)
    at = house.site.clock()

    def publishes(session: Session) -> None:
        publish(
            session,
            walk.reviewer.actor,
            walk.assessment_id,
            catalog=CATALOG,
            keys=here.keys,
            at=at,
        )

    house.do(publishes)
    hands.open(f"/e/{walk.employer.slug}")
    look_closely(hands)
    expect(page.locator("main")).to_contain_text("We will do more. " * 40)
    score, reply = page.locator("#score-title"), page.locator("#reply-title")
    assert score.evaluate("(one) => one.tagName") == reply.evaluate("(one) => one.tagName")
    place = reply.bounding_box()
    assert place is not None
    if hands.page.viewport_size == {"width": 1280, "height": 800}:
        assert place["y"] < 800


@pytest.mark.parametrize(
    ("language", "width"), [("es", 360), pytest.param("en", 1280, marks=pytest.mark.soak)]
)
def test_an_employer_is_heard_before_anything_is_published(
    browser: Browser, tmp_path: Path, language: str, width: int
) -> None:
    with (
        a_house(tmp_path) as house,
        somebody(browser, house.site.address, language, width) as hands,
    ):
        code = open_the_draft(hands)
        accept(hands, house)
        answer_four_points(hands)
        show_a_paper(hands)
        ask_for_time(hands, house)
        send_it(hands)
        house.site.clock.turn(days=2)
        decide_by_a_panel(house, language)
        change_the_draft(house)
        read_what_came_of_it(hands, code)
        find_it_published(hands, house)
