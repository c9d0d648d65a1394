"""Threat T2: 5,000 hostile characters of an employer, read back from all that prints them."""

import io
import json
import re
import zipfile
from pathlib import Path
from unicodedata import normalize

import pypdfium2
import pytest
from flask import Flask
from flask.testing import FlaskClient

from jobquality.store.database import Database
from tests.documents.looking import outside, page_count
from tests.live.factories import log_in
from tests.live.scorecards.publishing import Press, a_press, replied

API = "/api/v1/employers"
#: What breaks out of quotes, tags, templates, style sheets and the inside of a PDF.
_PIECES = (
    "</blockquote></section><script>alert(1)</script>",
    '<img src=x onerror="alert(1)"><style>*{display:none}</style>',
    "<iframe src=file:///etc/passwd></iframe><link rel=stylesheet href=//evil.example>",
    "{{ 7*7 }}{% raw %}${7*7} %s{0.__class__}",
    ") Tj ET endstream endobj %%EOF %PDF-1.7 <</JS (app.alert(1))>>",
    "=HYPERLINK(1),@SUM(1),+1,-1",
    "\u202egnitsop era ew\u202c \u2067של\u2069 تم النشر",
    "👩🏽‍🍳👨‍👩‍👧‍👦🧾🔥 ñandú Ω≈ç√ 日本語 e\u0301",
    "]]> --> */ \\ ' \" ` & &amp; &lt;b&gt;",
)
_LONG_WORD = "Wordwithoutanyend" * 100
STATEMENT = "\n".join([*_PIECES, _LONG_WORD, *_PIECES * 4])[:4990].ljust(4990, "z") + "THE-END-OK"


@pytest.fixture
def press(database: Database, tmp_path: Path) -> Press:
    """Three employers; what the first said is hostile."""
    made = a_press(database, tmp_path)
    for number, name in enumerate(("loud", "calm", "mild")):
        employer = made.employer(slug=name, name=f"{name.title()} Grill")
        made.publish(employer, reply=replied("Fine." if number else STATEMENT))
    return made


#: What stands at the edge of each page of a document.
_EDGE = re.compile(r"(Job quality brief|Packet for a lawyer) · [^\r\n]*|\d+ / \d+")


def _letters(text: str) -> str:
    """Return the plain letters of a text: lines are broken anywhere, and letters combined.

    What is turned around by a mark of direction is read in the order in which it is seen.
    """
    text = normalize("NFC", text).replace("gnitsop era ew", "we are posting")
    return "".join(re.findall(r"[A-Za-z0-9<>(){}%=/]", text))


def _read(pdf: bytes) -> str:
    pages = (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))
    return "".join(_EDGE.sub("", page) for page in pages)


def test_t2_hostile_words_are_whole_in_page_and_json_and_nothing_in_them_runs(
    client: FlaskClient, press: Press
) -> None:
    page = client.get("/en/e/loud")
    (card,) = client.get(f"{API}/loud/scorecards").get_json()["items"]
    signed = json.loads(client.get("/e/loud.json").data)

    assert len(STATEMENT) == 5000
    assert card["employer_reply"]["text"] == signed["reply"]["statement"] == STATEMENT
    assert press.center.publications[0].hash == card["hash"]
    assert "<script>alert" not in page.text
    assert "<iframe" not in page.text
    assert "<img src=x" not in page.text
    assert "THE-END-OK" in page.text
    assert "49" not in page.text.partition("7*7")[2][:8]
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'; style-src")


# What is drawn is the same on every database, and drawing takes long.
@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
@pytest.mark.usefixtures("press")
def test_t2_a_brief_prints_hostile_words_to_the_last_letter(client: FlaskClient) -> None:
    shown = client.get("/en/briefs/7225/us").text
    pdf = client.get("/en/briefs/7225/us/brief.pdf").data

    assert "THE-END-OK" in shown
    assert "<script>alert" not in shown
    _check_whole(pdf, pages=8)


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_t2_a_packet_prints_hostile_words_to_the_last_letter(app: Flask, press: Press) -> None:
    browser = log_in(app.test_client(), press.center.author)
    assessment = press.center.publications[0].assessment_id

    with browser.post(
        f"/en/work/assessments/{assessment}/packet", data={"what": "zip", "key": "1"}
    ) as answer:
        packed = zipfile.ZipFile(io.BytesIO(answer.data))

    _check_whole(packed.read("packet.pdf"), pages=12)
    assert json.loads(packed.read("publication.json"))["reply"]["statement"] == STATEMENT


def _check_whole(pdf: bytes, *, pages: int) -> None:
    """Check that a document holds every plain letter in order, within its pages, and no script."""
    assert _letters(STATEMENT) in _letters(_read(pdf))
    assert outside(pdf) == []
    assert page_count(pdf) <= pages
    assert not any(word in pdf for word in (b"/JS", b"/JavaScript", b"/Launch", b"/URI (file"))
