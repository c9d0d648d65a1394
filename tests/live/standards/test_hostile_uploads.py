"""T5: files of a hostile administrator are refused by line, and never more than text."""

import io

import pypdfium2
import pytest
from flask.testing import FlaskClient
from python_calamine import CalamineWorkbook

from jobquality.store.database import Session
from jobquality.store.standard_drafts import list_drafts
from tests.live.ledger.published import Center
from tests.live.standards.bringing import WASHES, Bench
from tests.live.standards.test_pages import PAGE, Hands
from tests.pure.rubrics.test_hostile_files import DANGEROUS

LABELS = (
    "<script>alert(1)</script>",
    "{{7*7}}",
    "=HYPERLINK(1)",
    "%s{0.__class__}",
    "{% include 'x' %}",
)
HOSTILE = (
    WASHES.replace(b"title: Car washes", b"title: '<script>alert(1)</script>'")
    .replace(b"ask: What is the lowest hourly pay?", b"ask: '=HYPERLINK(1)'")
    .replace(b"ask: Do workers get a pay stub?", b"ask: '{{7*7}} {% include ''x'' %}'")
    .replace(b"ask: Is there drinking water?", b"ask: '%s{0.__class__}'")
)
WRONG = {
    "a weight that is no number": (b"weight: 60", b"weight: .nan", "Line 6"),
    "a weight below 0": (b"weight: 60", b"weight: -1", "Line 6"),
    "weights of 99": (b"weight: 60", b"weight: 59", "add up to 99"),
    "a text of 10,000 letters": (b"Car washes", b"x" * 10_000, "10000 letters"),
    "half a character": (b"title: Car washes", b'title: "\\uD800"', "Line 3"),
    "no text at all": (b"title: Car washes", b"title: \xff\xfe", "Line 3"),
}


@pytest.fixture
def hands(client: FlaskClient, center: Center) -> Hands:
    return Hands(client, center.author)


def test_t5_every_dangerous_file_is_refused_with_its_line_and_the_site_lives(
    hands: Hands, session: Session
) -> None:
    for name, (content, expected) in DANGEROUS.items():
        refused = hands.bring(content.encode())

        assert refused.status_code == 422, name
        line = expected.partition(":")[0].replace("line", "Line")
        assert f"<b>{line}</b>" in refused.text, (name, line)
    assert list_drafts(session) == ()
    assert "Check it" in hands.get(PAGE)


@pytest.mark.parametrize("name", WRONG)
def test_t5_wrong_weights_and_texts_are_refused_with_their_line(hands: Hands, name: str) -> None:
    before, after, said = WRONG[name]

    refused = hands.bring(WASHES.replace(before, after, 1))

    assert refused.status_code == 422
    assert said in refused.text


def test_t5_a_file_larger_than_a_form_may_be_is_refused(hands: Hands) -> None:
    assert hands.bring(b"#" * 3_000_000).status_code == 413


def test_t5_labels_stay_text_on_every_page(hands: Hands, bench: Bench) -> None:
    page = hands.bring(HOSTILE).location
    bench.publish(HOSTILE)
    addresses = (page, f"{page}/form", f"{page}/method", PAGE, "/en/standards/washes/2026.1")

    for shown in map(hands.get, addresses):
        assert "<script>alert" not in shown
    form = hands.get(f"{page}/form")
    assert "{{7*7}} {% include &#39;x&#39; %}" in form
    assert "%s{0.__class__}" in form
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in hands.get(page)


def test_t5_labels_stay_text_on_paper_and_in_the_workbook(hands: Hands, bench: Bench) -> None:
    bench.publish(HOSTILE)

    paper = hands.client.get("/en/standards/washes/2026.1/questions.pdf")
    book = hands.client.get("/standards/washes/2026.1-xlsform.xlsx")

    assert paper.status_code == book.status_code == 200, (paper.status_code, book.status_code)
    text = "\n".join(
        page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(paper.data)
    )
    assert "{{7*7}}" in text
    assert "%s{0.__class__}" in text
    rows = CalamineWorkbook.from_filelike(io.BytesIO(book.data)).get_sheet_by_name("survey")
    cells = [str(cell) for row in rows.to_python() for cell in row]
    assert any("HYPERLINK(1)" in cell for cell in cells)
    assert not any(cell == "49" for cell in cells)


def test_an_upload_without_a_file_says_so(hands: Hands) -> None:
    refused = hands.send(PAGE)

    assert refused.status_code == 422
    assert "Choose the file of the standard." in refused.text
