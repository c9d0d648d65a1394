"""A newcomer practices: from an empty installation to what everyone reads, on one real clock.

Nothing is turned and nobody waits: the shortened time of the employer ends with its reply. Then
everything goes, and the set-up of the real center is one press away.
"""

from pathlib import Path

from playwright.sync_api import Browser, expect

from jobquality.services.samples import story
from tests.browser.hands import Hands, somebody
from tests.browser.installation import Installation, RealClock, running_installation
from tests.browser.ports import free_port
from tests.browser.test_first_light import (
    PASSWORD,
    answer,
    decide,
    reply,
    send_notice,
    start,
    submit,
)

EMPLOYER = "SAMPLE Cocina de la Esquina"
CARD = "/e/sample-cocina-de-la-esquina"
BAR = "Práctica: aquí nada es real."
ANSWERED = ("lowest_base_rate", "wages_tip_integrity")


class Finger(Hands):
    """Somebody who taps: these pages are walked by keyboard and looked at elsewhere."""

    def reach(self, wanted: str) -> None:
        self.page.locator(wanted).first.focus()

    def look(self) -> None:
        """See nothing; what is new here is looked at by `Hands.look`."""


def finger(hands: Hands) -> Finger:
    return Finger(hands.page, hands.address, hands.language)


def test_a_newcomer_practices_the_whole_way_on_a_real_clock_and_removes_it(
    browser: Browser, tmp_path: Path
) -> None:
    with (
        running_installation(tmp_path, free_port(), clock=RealClock()) as site,
        somebody(browser, site.address, "es", 360) as first,
        somebody(browser, site.address, "es", 360) as second,
        somebody(browser, site.address, "es", 360) as third,
    ):
        ana, ben, rosa = finger(first), finger(second), finger(third)
        practice_first(ana, site)
        assessment = assess(ana)
        join(ben, invite(ana))
        approve(ben, assessment)
        reply(rosa, send_notice(ana, assessment))
        decide(ben, assessment)
        publish(ben, assessment)
        read_as_anybody(rosa)
        remove(ana)
        find_nothing_left(rosa)


def practice_first(ana: Hands, site: Installation) -> None:
    ana.open("/setup")
    ana.type("#code", site.code)
    ana.press("main form button")
    ana.press("main a[href$='/setup/practice']")
    Hands.look(ana)
    ana.type("#name", "Ana Advocate")
    ana.type("#password", PASSWORD)
    ana.press("main form button[type=submit]")
    expect(ana.page.locator(".practice-bar")).to_contain_text(BAR)
    Hands.look(ana)


def assess(ana: Hands) -> str:
    """Add the restaurant that is filled in, answer what a newcomer answers, and hand it in."""
    ana.press(".checklist a[href$='/employers/new']")
    ana.press("main form:has(#headcount) button[type=submit]")
    expect(ana.page.locator("h1")).to_have_text(EMPLOYER)
    assessment = start(ana)
    ana.open(f"/work/assessments/{assessment}/topics/wages")
    answers = {one.criterion: one for one in story.sample_answers()["casa_2026"]}
    for name in ANSWERED:
        answer(ana, name, answers[name])
    submit(ana, assessment)
    return assessment


def invite(ana: Hands) -> str:
    ana.press(".work-bar a[href*='people']")
    ana.type("main form:has(#name) #name", "Ben Reviewer")
    ana.press("main form:has(#name) button[type=submit]")
    return str(ana.page.locator("#link").input_value())


def join(ben: Hands, invitation: str) -> None:
    ben.page.goto(invitation)
    Hands.look(ben)
    ben.type("#password", PASSWORD)
    ben.press("main form button[type=submit]")
    expect(ben.page.locator(".practice-bar")).to_contain_text(BAR)


def approve(ben: Hands, assessment: str) -> None:
    ben.open(f"/work/assessments/{assessment}/review")
    ben.tick("#partly-yes")
    ben.press("button[name=decision][value=approve]")


def publish(ben: Hands, assessment: str) -> None:
    ben.open(f"/work/assessments/{assessment}/publish")
    ben.type("#name", EMPLOYER)
    ben.press("form:has(#name) button[type=submit]")


def read_as_anybody(rosa: Hands) -> None:
    """What is published is marked, can be passed on, and stands in no list."""
    rosa.open(CARD)
    Hands.look(rosa)
    expect(rosa.page.locator("main")).to_contain_text("EJEMPLO")
    expect(rosa.page.locator("main")).to_contain_text("unos minutos")
    expect(rosa.page.locator("#card-embed")).to_contain_text("<iframe")
    public = (
        f"/es{CARD}/poster.pdf",
        CARD.replace("/e/", "/embed/"),
        "/es/o/sample-centro-de-practica",
    )
    for path in public:
        assert rosa.page.request.get(rosa.address + path).ok, path
    rosa.open("/employers")
    expect(rosa.page.locator("main")).not_to_contain_text(EMPLOYER)


def remove(ana: Hands) -> None:
    ana.press(".practice-bar a")
    Hands.look(ana)
    ana.press("form[action$='/practice/remove'] button")
    Hands.look(ana)
    ana.press("main a[href$='/setup/organization']")
    expect(ana.page.locator("#organization_name")).to_be_visible()


def find_nothing_left(rosa: Hands) -> None:
    for path in (f"/es{CARD}", f"{CARD}.json", "/es/o/sample-centro-de-practica"):
        assert rosa.page.request.get(rosa.address + path).status == 404, path
