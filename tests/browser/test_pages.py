import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

METHODS = (
    "/en/standards/restaurants_us/2026.1",
    "/es/standards/restaurants_us/2026.1",
    "/es/standards/retail_us/2026.1",
)
ADDRESSES = ("/en/", "/es/", "/en/nowhere", "/es/nowhere", *METHODS)
WIDTHS = (320, 360, 1280)
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_keeps_the_accessibility_rules(
    page: Page, site: str, address: str, width: int, scheme: str
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(site + address)

    results = Axe().run(page, options={"runOnly": WCAG})

    assert results.response["passes"], "the checker must have looked at something"
    assert results.response["violations"] == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_never_scrolls_sideways(page: Page, site: str, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})

    page.goto(site + address)

    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_asks_nobody_but_this_site_and_is_refused_nothing(
    page: Page, site: str, address: str
) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))

    page.goto(site + address, wait_until="networkidle")

    assert len(asked) >= 2
    assert [url for url in asked if not url.startswith(site)] == []
    assert [text for text in complaints if "404 (NOT FOUND)" not in text] == []
    assert page.context.cookies() == []


def test_the_first_tab_offers_to_skip_to_the_content(page: Page, site: str) -> None:
    page.goto(site + "/en/")

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    assert page.locator(".skip").bounding_box()["y"] >= 0  # type: ignore[index]

    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()


def test_a_reader_changes_the_language_and_stays_on_the_page(page: Page, site: str) -> None:
    page.goto(site + "/en/")

    page.get_by_role("link", name="Español").click()

    expect(page).to_have_url(site + "/es/")
    expect(page.locator("html")).to_have_attribute("lang", "es")


@pytest.mark.parametrize(("locale", "path"), [("es-MX", "/es/"), ("en-US", "/en/")])
def test_the_door_speaks_the_browsers_language(
    page: Page, site: str, locale: str, path: str
) -> None:
    context = page.context.browser.new_context(locale=locale)  # type: ignore[union-attr]
    visitor = context.new_page()

    visitor.goto(site)

    assert visitor.url == site + path
    context.close()


def test_a_link_has_a_target_large_enough_for_a_thumb(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(site + "/es/")

    boxes = [link.bounding_box() for link in page.locator("header a").all()]

    assert all(box and box["height"] >= 24 and box["width"] >= 24 for box in boxes)
