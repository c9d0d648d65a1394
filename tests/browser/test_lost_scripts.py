"""A bad line loses parts of a page: it gets them later, without being loaded again (R20, D2)."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.field import Field, Phone, a_phone

NOTICE, CHANGE_PAY = "sched_notice_days", "sched_change_pay"
#: What the questions are made of; the page for logging in has others.
PARTS = (
    "again.js", "store.js", "sender.js", "phone.js", "photo.js", "beside.js", "telling.js",
    "assessment.js", "assessments.css",
)  # fmt: skip
#: As often as a part is lost; the file that fetches the others again is named three times.
TIMES, ALWAYS = 2, 1000
STYLES = "[...document.styleSheets].some((one) => one.href.includes('/assessments.css'))"


@dataclass(slots=True)
class Losing:
    """A server of which some parts do not come through, the first times they are asked for."""

    inner: WSGIApplication
    times: dict[str, int] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Break off in the middle, or answer."""
        name = str(environ["PATH_INFO"]).rpartition("/")[2]
        self.asked[name] += 1
        answer = self.inner(environ, start_response)
        if self.asked[name] > self.times.get(name, 0):
            return answer
        with closing(answer) as pieces:  # type: ignore[type-var]  # every answer of Flask can be
            whole = b"".join(pieces)
        return [whole[: len(whole) // 2]]


@pytest.fixture
def losing(place: Field) -> Iterator[Losing]:
    """What stands between a browser and the installation."""
    app = place.site.app
    inner = app.wsgi_app
    losing = Losing(inner=inner)
    app.wsgi_app = losing  # type: ignore[method-assign]  # as Flask says to wrap it
    yield losing
    app.wsgi_app = inner  # type: ignore[method-assign]


@pytest.fixture
def phone(browser: Browser, place: Field) -> Iterator[Phone]:
    """A phone with nothing on it that is asked who it is; what is `losing` comes after that."""
    with a_phone(browser, place.another(), "es", 360) as phone:
        phone.go("/topics/scheduling")
        phone.page.wait_for_load_state("networkidle")
        phone.context.new_cdp_session(phone.page).send("Network.clearBrowserCache")
        yield phone


def test_a_page_whose_every_script_is_lost_twice_gets_them_without_being_loaded_again(
    phone: Phone, losing: Losing
) -> None:
    losing.times = dict.fromkeys(PARTS, TIMES)
    phone.log_in()
    phone.ready()

    phone.type(NOTICE, "14")
    phone.waits(0)
    phone.bar_says("Guardado a las")
    expect(phone.page.locator(f"#{NOTICE} > .behind .photo summary")).to_be_visible()
    assert phone.field.versions() == {NOTICE: ["14"]}
    assert all(losing.asked[part] > TIMES for part in PARTS), losing.asked
    assert phone.page.evaluate(STYLES)


def test_what_is_typed_before_the_scripts_are_there_is_kept(phone: Phone, losing: Losing) -> None:
    losing.times = {"assessment.js": ALWAYS}
    phone.log_in()
    phone.waits_for(lambda: losing.asked["assessment.js"] > 1)
    phone.type(NOTICE, "14")
    phone.pick(CHANGE_PAY, "nothing")
    assert not phone.page.locator("html[data-ready]").count()
    losing.times = {}
    phone.ready()
    phone.waits(0)

    assert phone.field.versions() == {NOTICE: ["14"], CHANGE_PAY: ["nothing"]}
    assert phone.shows(NOTICE) == "14"


def test_pages_that_could_not_be_kept_are_fetched_again_while_somebody_works(
    phone: Phone, losing: Losing
) -> None:
    losing.times = {"worker.js": 1, "wages": 1, "critical": 1}
    phone.log_in()
    phone.ready()
    phone.keeps(10)
    phone.context.set_offline(True)
    phone.go("/topics/wages")
    phone.ready()
    phone.type("hourly_workers", "9")
    phone.waits(1)

    assert losing.asked["worker.js"] > 1


def test_the_button_of_a_passkey_comes_though_its_script_was_lost(
    phone: Phone, losing: Losing
) -> None:
    losing.times = {"passkeys.js": TIMES, "accounts.css": TIMES}
    phone.go("")
    button = phone.page.locator("[data-passkey] button")
    expect(button).to_be_visible()

    assert losing.asked["passkeys.js"] > TIMES


def test_a_page_that_lost_even_what_fetches_parts_again_says_so(
    phone: Phone, losing: Losing
) -> None:
    says = phone.page.locator(".phone-lost")
    losing.times = {"again.js": ALWAYS, "assessment.js": ALWAYS}
    phone.log_in()
    phone.page.wait_for_load_state()
    expect(says).to_be_hidden()
    phone.page.evaluate("() => document.getAnimations().forEach((one) => one.finish())")
    expect(says).to_be_visible()
    expect(says).to_contain_text("Primero guarde con su botón")
    phone.page.locator(f"#{NOTICE}-number").fill("14")
    with phone.page.expect_navigation():
        phone.page.locator(f"#{NOTICE}-form .actions button").click()
    assert phone.field.versions() == {NOTICE: ["14"]}

    losing.times = {}
    says.locator("a").dispatch_event("click")
    phone.ready()
    expect(says).to_be_hidden()
