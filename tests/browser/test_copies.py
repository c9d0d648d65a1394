"""Boxes are drawn with the mouse, a finger or the keyboard, with and without our script."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

from jobquality.store.copies import Copy, list_copies
from jobquality.store.evidence import Evidence
from tests.browser.hands import Hands
from tests.browser.installation import Installation, running_installation
from tests.browser.ports import free_port
from tests.live.evidence.copying import paper, shows_red, stored_piece
from tests.live.factories import log_in
from tests.live.reviews.parts import Walk

CRITERION = "adv_ladder"


class Desk:
    """A reviewer's browser before the copy of a worker's paper."""

    def __init__(self, installation: Installation) -> None:
        self.installation = installation
        here = installation.here
        sha256 = here.files.keep(paper(size=(900, 600)))
        with here.database.transaction() as session:
            self.walk = Walk(session).drafted()
            self.piece: Evidence = stored_piece(
                session,
                self.walk.author,
                self.walk.assessment_id,
                criterion=CRITERION,
                sha256=sha256,
                of_worker=True,
            )

    def page(self, browser: Browser, **how: object) -> Page:
        """Open a window in which the reviewer is logged in."""
        client = log_in(self.installation.app.test_client(), self.walk.reviewer)
        context = browser.new_context(ignore_https_errors=True, **how)  # type: ignore[arg-type]  # a test says what it needs
        for cookie in (client._cookies or {}).values():  # noqa: SLF001 - it has no other list of them
            context.add_cookies(
                [{"name": cookie.key, "value": cookie.value, "url": self.installation.address}]
            )
        return context.new_page()

    @property
    def place(self) -> str:
        return f"/work/evidence/{self.piece.id}/copy"

    def copy(self) -> Copy:
        with self.installation.here.database.reading(self.walk.organization.id) as session:
            return list_copies(session, [self.piece.id])[0]

    def shows_red(self) -> bool:
        content = self.installation.here.files.read(self.copy().sha256)
        return shows_red(Image.open(io.BytesIO(content)))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A paper of which nobody made a copy yet: what one test draws is not there in the next."""
    with running_installation(tmp_path, free_port()) as installation:
        yield Desk(installation)


def face_of(page: Page) -> Locator:
    face = page.locator(".sheet-face").first
    face.scroll_into_view_if_needed()
    face.locator("img").evaluate("(picture) => picture.decode()")
    return face


def drag(page: Page, face: Locator, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Draw from one corner to the other, each in parts of the page."""
    face.hover()  # waits until nothing moves any more
    box = face.bounding_box()
    assert box is not None
    at = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in (start, end)]
    page.mouse.move(*at[0])
    page.mouse.down()
    page.mouse.move(*at[1], steps=4)
    page.mouse.up()


def test_a_box_is_drawn_with_the_mouse_and_the_copy_holds_nothing_under_it(
    desk: Desk, browser: Browser
) -> None:
    page = desk.page(browser)
    hands = Hands(page, desk.installation.address, "en")
    hands.open(desk.place)
    face = face_of(page)

    drag(page, face, (0.48, 0.99), (0.02, 0.02))
    expect(face.locator("rect")).to_have_count(1)
    assert float(page.locator("#left-0").input_value()) == pytest.approx(2, abs=0.3)
    assert float(page.locator("#height-0").input_value()) == pytest.approx(97, abs=0.5)
    with page.expect_navigation():
        page.get_by_role("button", name="Make the copy").click()

    assert not desk.shows_red()
    page.get_by_alt_text("Copy, page 1").scroll_into_view_if_needed()
    hands.look()
    page.context.close()


def test_without_our_script_boxes_are_numbers_typed_by_keyboard(
    desk: Desk, browser: Browser
) -> None:
    page = desk.page(browser, java_script_enabled=False, viewport={"width": 360, "height": 640})
    page.goto(f"{desk.installation.address}/es{desk.place}")
    assert page.locator("[data-draw]").is_hidden()

    for part, value in zip(
        ("left", "top", "width", "height"), ("0", "0", "50,5", "100"), strict=True
    ):
        page.locator(f"#{part}-0").fill(value)
    page.locator("#page-0").fill("1")
    with page.expect_navigation():
        page.locator("#height-0").press("Enter")

    assert desk.copy().covers[0].width == 50.5
    assert not desk.shows_red()
    page.context.close()


def test_a_finger_scrolls_until_drawing_is_turned_on(desk: Desk, browser: Browser) -> None:
    page = desk.page(browser, viewport={"width": 360, "height": 640}, has_touch=True)
    hands = Hands(page, desk.installation.address, "en")
    hands.open(desk.place)
    face = face_of(page)
    before = face.locator("rect").count()
    touch = """(face, isOn) => {
      const box = face.getBoundingClientRect();
      face.setPointerCapture = () => {};
      for (const [kind, part] of [["pointerdown", 0.1], ["pointermove", 0.5], ["pointerup", 0.5]]) {
        face.dispatchEvent(new PointerEvent(kind, {
          pointerType: "touch", button: 0, bubbles: true, cancelable: true,
          clientX: box.left + part * box.width, clientY: box.top + part * box.height,
        }));
      }
    }"""

    face.evaluate(touch)
    without = face.locator("rect").count()
    page.get_by_role("button", name="Draw with a finger").click()
    face.evaluate(touch)

    assert without == before
    expect(face.locator("rect")).to_have_count(before + 1)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    hands.look()
    page.context.close()
