"""Somebody who has a keyboard and no mouse, and who notices what is wrong with a page."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Response

_WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_PATIENCE = 900
_HAS_FOCUS = "(wanted) => document.activeElement && document.activeElement.matches(wanted)"


@dataclass(slots=True)
class Hands:
    """One person at one screen: goes everywhere by Tab, Enter, Space and the arrows."""

    page: Page
    address: str
    language: str
    complaints: list[str] = field(default_factory=list)
    looked_at: list[str] = field(default_factory=list)

    def open(self, path: str) -> Response | None:
        """Type an address."""
        return self.page.goto(f"{self.address}/{self.language}{path}")

    def reach(self, wanted: str) -> None:
        """Press Tab until what is wanted has the focus."""
        assert self.page.locator(wanted).count(), f"{wanted} is not on {self.page.url}"
        for _ in range(_PATIENCE):
            if self.page.evaluate(_HAS_FOCUS, wanted):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{wanted} cannot be reached by keyboard on {self.page.url}")

    def type(self, wanted: str, text: str) -> None:
        """Go to a field and write into it.

        A day is put in whole: in which order its parts are typed is the browser's own matter.
        """
        self.reach(wanted)
        if self.page.locator(wanted).get_attribute("type") == "date":
            self.page.locator(wanted).fill(text)
            return
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.insert_text(text)

    def press(self, wanted: str) -> None:
        """Go to a button or link, press Enter and wait for the next page."""
        self.reach(wanted)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def tick(self, wanted: str) -> None:
        """Go to a box and press Space."""
        self.reach(wanted)
        self.page.keyboard.press("Space")

    def pick(self, wanted: str, value: str) -> None:
        """Go to a list of choices and press the arrow until the value is chosen."""
        self.reach(wanted)
        values = self.page.locator(f"{wanted} option").evaluate_all(
            "(options) => options.map((one) => one.value)"
        )
        now = self.page.locator(wanted).input_value()
        steps = values.index(value) - values.index(now)
        for _ in range(abs(steps)):
            self.page.keyboard.press("ArrowDown" if steps > 0 else "ArrowUp")
        assert self.page.locator(wanted).input_value() == value

    def choose(self, group: str, value: str) -> None:
        """Go to a group of radio buttons and walk to one of them by the arrows."""
        radio = f"{group}[value='{value}']"
        self.reach(group)
        for _ in range(_PATIENCE):
            if self.page.evaluate(_HAS_FOCUS, radio):
                break
            self.page.keyboard.press("ArrowDown")
        if not self.page.locator(radio).is_checked():
            self.page.keyboard.press("Space")
        assert self.page.locator(radio).is_checked(), radio

    def until(self, says: str, wanted: object = None) -> None:
        """Wait until a question to the page, which may take its time, is answered with yes."""
        for _ in range(600):  # half a minute
            if self.page.evaluate(says, wanted):
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"{self.page.url} never said {says}")

    def look(self) -> None:
        """Hold the page to the accessibility rules and to the width of the screen."""
        results = Axe().run(self.page, options={"runOnly": _WCAG})
        assert results.response["passes"], "the checker must have looked at something"
        found = [
            f"{one['id']}: {node['html'][:200]}"
            for one in results.response["violations"]
            for node in one["nodes"]
        ]
        assert not found, f"{self.page.url}\n" + "\n".join(found)
        size = self.page.viewport_size
        assert size is not None
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= size["width"], f"{self.page.url} is {wide} wide"
        self.looked_at.append(self.page.url.removeprefix(self.address))


@contextmanager
def somebody(
    browser: Browser, address: str, language: str, width: int, *, script: bool = True
) -> Iterator[Hands]:
    """Give a person with a browser of their own; at the end, nothing may have been refused."""
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        ignore_https_errors=True,
        java_script_enabled=script,
        locale="es-US" if language == "es" else "en-US",
    )
    page = context.new_page()
    hands = Hands(page=page, address=address, language=language)
    page.on("console", lambda message: hands.complaints.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: hands.complaints.append(f"{page.url}: {error}"))
    page.on("request", lambda request: _note_stranger(hands, request.url))
    yield hands
    assert hands.complaints == []
    context.close()


def _note_stranger(hands: Hands, url: str) -> None:
    if not url.startswith((hands.address, "data:", "blob:")):
        hands.complaints.append(f"asked elsewhere: {url}")
