"""What a center has published, read by those who meet it: on the web, on paper, and elsewhere."""

import io
from urllib.parse import urlsplit

import pypdf
import zxingcpp
from playwright.sync_api import expect

from jobquality.ledger.form import load_snapshot
from jobquality.ledger.snapshot import Snapshot
from tests.browser.hands import Hands
from tests.browser.installation import Installation
from tests.documents.looking import raster

EMPLOYER = "Rosa's Kitchen & Bar"
STATEMENT = "We post schedules two weeks ahead now.\nThank you for asking us first."
#: A newspaper, which shows what somebody copied from here.
PAPER, HTML = "https://paper.example/", "text/html"


def look_at_what_is_public(visitor: Hands, site: Installation) -> Snapshot:
    visitor.page.context.clear_cookies()
    visitor.open("/employers")
    visitor.look()
    visitor.press("main a[href*='/e/']")
    visitor.look()
    slug = urlsplit(visitor.page.url).path.rsplit("/", 1)[-1]
    snapshot = load_snapshot(visitor.page.request.get(f"{site.address}/e/{slug}.json").text())
    text = visitor.page.inner_text("main")
    assert snapshot.level == "silver"
    assert all(part in text for part in (EMPLOYER, "74.5", *STATEMENT.splitlines()))
    assert visitor.page.context.cookies() == [], "the public side sets no cookie"
    return snapshot


def read_it_elsewhere(visitor: Hands, snapshot: Snapshot) -> None:
    """Copy both codes to another site: the card shows the score, and the badge leads here."""
    here = visitor.page
    frame, badge = (one.text_content() for one in here.locator("#card-embed code").all())
    page = here.context.new_page()
    page.route(f"{PAPER}**", lambda route: route.fulfill(body=f"{frame}{badge}", content_type=HTML))
    page.goto(PAPER)
    card = page.frame_locator("iframe").locator("main")
    expect(card).to_contain_text(EMPLOYER)
    expect(card).to_contain_text("74.5")
    page.locator("a img").evaluate("(image) => image.decode()")
    page.locator("a").press("Enter")
    page.wait_for_url(f"{visitor.address}/{visitor.language}/e/{snapshot.employer.slug}")
    expect(page.locator("h1")).to_contain_text(EMPLOYER)
    page.close()


def read_the_documents(visitor: Hands, snapshot: Snapshot) -> None:
    """The certificate's page, and certificate and plan read back, say what the snapshot says."""
    visitor.press("main a[href*='/verify/']")
    visitor.look()
    code = urlsplit(visitor.page.url).path.rsplit("/", 1)[-1]
    level = {"en": "Silver", "es": "plata"}[visitor.language]
    assert level in visitor.page.inner_text("main")
    certificate = text_of(visitor, f"/certificates/{code}.pdf")
    scan_the_poster(visitor, code)
    assert EMPLOYER.replace(" ", "") in certificate
    assert level in certificate
    assert "17.50" in certificate, "the living wage that was used"
    plan = text_of(visitor, f"/e/{snapshot.employer.slug}/plan.pdf")
    assert EMPLOYER.replace(" ", "") in plan
    assert "74.5" in plan
    brief = f"{visitor.address}/{visitor.language}/briefs/722511/48453"
    assert visitor.page.request.get(brief).status == 409, "one employer makes no brief"


def scan_the_poster(visitor: Hands, code: str) -> None:
    """Point a phone at the printed certificate: its square leads to the page that checks it."""
    here = visitor.page
    printed = here.request.get(f"{visitor.address}/{visitor.language}/certificates/{code}.pdf")
    (square,) = zxingcpp.read_barcodes(raster(printed.body(), dpi=150))
    page = here.context.new_page()
    page.goto(square.text)
    assert urlsplit(page.url).path.endswith(f"/verify/{code}"), page.url
    expect(page.locator("main")).to_contain_text(EMPLOYER)
    page.close()


def text_of(visitor: Hands, path: str) -> str:
    """Return the text of a PDF without its spaces, which a layout may put anywhere."""
    answer = visitor.page.request.get(f"{visitor.address}/{visitor.language}{path}")
    assert answer.status == 200, answer.text()
    read = pypdf.PdfReader(io.BytesIO(answer.body()))
    return "".join("".join(page.extract_text() for page in read.pages).split())


def compare_the_other_language(visitor: Hands, snapshot: Snapshot) -> None:
    other = {"en": "es", "es": "en"}[visitor.language]
    visitor.page.goto(f"{visitor.address}/{other}/e/{snapshot.employer.slug}")
    visitor.look()
    text = visitor.page.inner_text("main")
    assert all(part in text for part in (EMPLOYER, "74.5", *STATEMENT.splitlines()))
