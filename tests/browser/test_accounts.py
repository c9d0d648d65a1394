"""From the code that a start prints to a second person who is in, on a phone and at a desk."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from playwright.sync_api import Error as PlaywrightError

from tests.browser.phones import shown_code
from tests.browser.ports import free_port
from tests.browser.test_pages import WCAG

_PATIENCE = 60
_WIDTHS = (320, 1280)
_PRINTED = re.compile(r"(http://localhost:\d+)/en/setup   code: ([0-9A-Z-]{24})")
PASSWORD = "river lamp copper seventeen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """A start of an empty installation: what it printed, once it answers."""

    address: str
    code: str


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """An empty installation, started the way `make run` starts one."""
    printed = tmp_path / "printed"
    wanted = ("DATABASE_URL", "PUBLIC_URL", "SECRET_KEY", "HOST")
    environ = {name: value for name, value in os.environ.items() if name not in wanted}
    environ |= {"JOBQUALITY_DATA": str(tmp_path / "data"), "JOBQUALITY_SAMPLES": "no"}
    with (
        printed.open("w") as out,
        subprocess.Popen(
            [sys.executable, "-m", "jobquality.serve"],
            env=environ | {"PORT": str(free_port())},
            stdout=out,
        ) as server,
    ):
        yield _wait_for_code(printed, server)
        server.send_signal(signal.SIGINT)
        server.wait(_PATIENCE)


def _wait_for_code(printed: Path, server: "subprocess.Popen[bytes]") -> Start:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and server.poll() is None:
        found = _PRINTED.search(printed.read_text())
        if found:
            return Start(address=found[1], code=found[2])
        time.sleep(0.1)
    server.kill()
    pytest.fail("No code was printed.")


@dataclass(slots=True)
class Visitor:
    """Somebody with a browser, who looks at every page in both sizes."""

    page: Page
    start: Start
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", lambda message: self.complaints.append(message.text))

    def goes_to(self, path: str) -> None:
        for _ in range(100):  # the code is printed a moment before the server listens
            try:
                self.page.goto(self.start.address + path)
            except PlaywrightError as error:
                if "ERR_CONNECTION_REFUSED" not in str(error):
                    raise
                time.sleep(0.2)
            else:
                break
        self.looks()

    def fills(self, **fields: str) -> None:
        for name, value in fields.items():
            self.page.fill(f"main #{name}", value)

    def presses(self) -> None:
        with self.page.expect_navigation():
            self.page.click("main button.button:visible >> nth=-1")
        self.looks()

    def looks(self) -> None:
        """Find no fault with the page, at 320 px and at a desk."""
        for width in _WIDTHS:
            self.page.set_viewport_size({"width": width, "height": 800})
            assert self.page.evaluate("document.documentElement.scrollWidth") <= width
        results = Axe().run(self.page, options={"runOnly": WCAG}).response
        assert results["violations"] == [], self.page.url


def set_up(first: Visitor) -> None:
    first.goes_to("/en/login")
    assert first.page.url.endswith("/en/setup")
    first.fills(code=first.start.code.lower().replace("-", " "))
    first.presses()
    first.fills(
        organization_name="Centro del Valle",
        contact="errors@valle.test",
        region="Harris County, Texas",
        funding="Members",
        name="Ana Flores",
        email="ana@valle.test",
        password="password1234",
    )
    first.presses()
    assert "Many people use this password" in first.page.inner_text("main")
    first.fills(password=PASSWORD)
    first.presses()
    assert first.page.url.endswith("/en/work/")


def connect_phone(first: Visitor) -> None:
    """Whoever manages people comes in by two steps."""
    first.goes_to("/en/me/second-step")
    secret = first.page.inner_text("code.secret")
    first.fills(code=shown_code(secret, datetime.now(UTC)))
    first.presses()


def invite(first: Visitor) -> str:
    first.goes_to("/es/people")
    first.fills(name="Luis Ortega")
    first.page.check("#newroles-reviewer")
    first.presses()
    return first.page.input_value("#link").removeprefix(first.start.address)


def join(second: Visitor, link: str) -> None:
    second.goes_to(link.replace("/en/", "/es/"))
    assert "Centro del Valle" in second.page.inner_text("main")
    second.fills(email="luis@valle.test", password="montaña piedra sol diecisiete")
    second.presses()
    assert second.page.url.endswith("/es/work/")


def test_two_people_come_in_and_out(browser: Browser, start: Start) -> None:
    first, second = (Visitor(browser.new_context().new_page(), start) for _ in range(2))
    set_up(first)
    connect_phone(first)
    join(second, invite(first))
    for path in ("/es/me", "/es/me/second-step", "/es/organization"):
        second.goes_to(path)
    assert "Error 403" in second.page.inner_text("main")

    first.goes_to("/en/people")
    first.page.click("li:has-text('Luis Ortega') summary")
    first.looks()
    with first.page.expect_navigation():
        first.page.click("li:has-text('Luis Ortega') >> text=Close account")

    second.page.goto(start.address + "/es/people")
    assert second.page.url.endswith("/es/login?next=/es/people")
    # What a browser says of every page that is not 200; anything else would be a fault.
    said = {text for text in (*first.complaints, *second.complaints) if "status of 4" not in text}
    assert said == set()
    first.page.context.close()
    second.page.context.close()


def test_everything_up_to_the_desk_can_be_done_by_keyboard(browser: Browser, start: Start) -> None:
    visitor = Visitor(browser.new_context().new_page(), start)
    visitor.goes_to("/es/setup")

    visitor.page.focus("#code")
    visitor.page.keyboard.type(start.code)
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url("**/es/setup/organization")
    visitor.page.focus("#organization_name")
    for word, tabs in (("Centro", 1), ("c@v.test", 1), ("Texas", 1), ("Socios", 4), ("Ana", 1)):
        visitor.page.keyboard.type(word)
        for _ in range(tabs):
            visitor.page.keyboard.press("Tab")
    visitor.page.keyboard.type("ana@v.test")
    visitor.page.keyboard.press("Tab")
    visitor.page.keyboard.type(PASSWORD)
    visitor.page.keyboard.press("Enter")

    visitor.page.wait_for_url("**/es/work/")
    assert visitor.complaints == []
    visitor.page.context.close()
