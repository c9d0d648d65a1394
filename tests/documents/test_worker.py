"""The process that draws: what it refuses, what it survives, and that it repeats itself."""

import os
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from threading import Thread

import pytest
from pypdf import PdfReader

from jobquality.documents.drawing import draw
from jobquality.documents.gate import Gate
from jobquality.documents.press import DrawingError, Press
from jobquality.documents.sheet import LARGEST_SHEET, Outcome, Sheet
from jobquality.errors import BusyError, RefusedError
from tests.documents.loopback import loopback

PAGE = (
    '<html lang="en"><head><title>T</title><meta name="dcterms.created" '
    'content="2026-03-01T12:00:00Z">{head}</head><body>{body}</body></html>'
)
SECRET = "a local secret that must not leave"
#: Every way by which WeasyPrint fetches or embeds, as {web} (a web server) or {file}.
VECTORS = {
    "img": ("", '<img src="{web}/1">'),
    "css url": ("<style>body {{ background: url({web}/2) }}</style>", "x"),
    "import": ("<style>@import url({web}/3);</style>", "x"),
    "font-face": (
        "<style>@font-face {{ font-family: F; src: url({web}/4) }} p {{ font-family: F }}</style>",
        "<p>x</p>",
    ),
    "stylesheet": ('<link rel="stylesheet" href="{web}/5">', "x"),
    "link attachment": ('<link rel="attachment" href="{file}">', "x"),
    "a attachment": ("", '<a rel="attachment" href="{file}">x</a>'),
    "image in svg": (
        "",
        (
            '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
            '<image href="{web}/8" width="9" height="9"/></svg>'
        ),
    ),
    "object": ("", '<object data="{web}/9"></object><embed src="{web}/9">'),
    "style attribute": (
        "",
        '<div style="background-image: url({web}/10)">x</div><input type="image" src="{web}/10">',
    ),
    "data svg": (
        "",
        (
            "<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'>"
            "<image href='{web}/11' width='9' height='9'/></svg>\">"
        ),
    ),
}


def page(body: str, head: str = "") -> Sheet:
    return Sheet(html=PAGE.format(head=head, body=body))


@pytest.fixture(scope="module")
def press() -> Iterator[Press]:
    made = Press(seconds=20)
    yield made
    made.close()


@pytest.fixture
def secret_file(tmp_path: Path) -> Path:
    made = tmp_path / "secret.txt"
    made.write_text(SECRET)
    return made


@pytest.mark.parametrize("name", VECTORS)
def test_a_document_reaches_nothing_outside(press: Press, secret_file: Path, name: str) -> None:
    head, body = VECTORS[name]
    with loopback() as server:
        places = {"web": server.address, "file": secret_file.as_uri()}

        with pytest.raises(DrawingError):
            press.draw(page(body.format(**places), head.format(**places)))

        assert server.asked == []


@pytest.mark.parametrize("name", VECTORS)
def test_the_gate_notes_every_try_even_where_the_library_swallows_it(
    secret_file: Path, name: str
) -> None:
    head, body = VECTORS[name]
    places = {"web": "http://127.0.0.1:9", "file": secret_file.as_uri()}

    outcome, said = draw(page(body.format(**places), head.format(**places)))

    assert outcome is Outcome.REFUSED
    assert said
    assert SECRET.encode() not in said


@pytest.mark.parametrize(
    "address",
    [
        "asset:../worker.py",
        "asset:/etc/passwd",
        "asset:PublicSans-Regular.ttf?x",
        "ASSET:documents.css",
        "picture:unknown",
        "picture:",
        "data:text/css,a{}",
        "file:///etc/passwd",
        "qr",
        "",
    ],
)
def test_the_gate_knows_our_files_by_exact_name_only(address: str) -> None:
    gate = Gate({"qr": "<svg/>"})

    with pytest.raises(BaseException, match="only use our own files"):
        gate.fetch(address)

    assert gate.refused == [address]


def test_the_gate_gives_what_is_ours() -> None:
    gate = Gate({"qr": "<svg/>"})

    gate.fetch("asset:documents.css")
    gate.fetch("asset:PublicSans-Regular.ttf")
    gate.fetch("picture:qr")

    assert gate.refused == []


def test_a_picture_that_asks_for_more_is_refused(press: Press) -> None:
    with loopback() as server:
        bad = (
            '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
            f'<image href="{server.address}/x" width="9" height="9"/></svg>'
        )

        with pytest.raises(DrawingError):
            press.draw(Sheet(html=page('<img src="picture:bad">').html, pictures={"bad": bad}))

        assert server.asked == []


def test_the_same_sheet_gives_the_same_bytes_in_another_process() -> None:
    one, other = Press(), Press()
    sheet = page("<h1>Número 1: 12,5 ½</h1><p>Phở <b>bold</b> <i>it</i></p>")

    drawn = [one.draw(sheet), one.draw(sheet), other.draw(sheet)]
    one.close()
    other.close()

    assert drawn[0] == drawn[1] == drawn[2]


def test_a_document_is_tagged_and_knows_its_language_title_and_day(press: Press) -> None:
    read = PdfReader(BytesIO(press.draw(page("<h1>x</h1>"))))

    root = read.root_object
    assert str(root["/Lang"]) == "en"
    assert "/StructTreeRoot" in root
    assert read.metadata is not None
    assert read.metadata.title == "T"
    assert "20260301120000" in str(read.metadata["/CreationDate"])


def test_no_document_claims_a_standard_that_nobody_has_checked(press: Press) -> None:
    drawn = press.draw(page("<h1>x</h1>"))

    assert b"pdfuaid" not in drawn
    assert b"pdfaid" not in drawn


def test_only_our_own_fonts_are_in_it(press: Press) -> None:
    drawn = press.draw(page("<h1>Title</h1><p>Text <b>bold</b> <i>italic</i></p>"))

    fonts = {
        str(font.get_object()["/BaseFont"]).rpartition("+")[2]
        for one in PdfReader(BytesIO(drawn)).pages
        for font in one["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    assert all("Public-Sans" in name or "Newsreader" in name for name in fonts)


@pytest.mark.parametrize(
    "bomb",
    [
        '<table><tr><td colspan="1000000">x</td></tr></table>',
        "<div>" * 4000 + "x",
        "<table>" + '<tr><td colspan="900">x</td></tr>' * 4000 + "</table>",
    ],
    ids=["one cell", "nested divs", "many cells"],
)
def test_a_bomb_is_stopped_in_time_and_the_next_document_is_drawn(bomb: str) -> None:
    press = Press(seconds=3)
    started = time.monotonic()

    with pytest.raises(RefusedError):
        press.draw(page(bomb))
    stopped = time.monotonic() - started

    assert stopped < 30
    assert press.draw(page("x")).startswith(b"%PDF")
    press.close()


def test_too_long_a_document_is_refused_unread(press: Press) -> None:
    with pytest.raises(RefusedError):
        press.draw(page("x" * LARGEST_SHEET))


def test_the_process_is_replaced_after_some_documents() -> None:
    press = Press(documents=2)
    workers = []
    for _ in range(3):
        press.draw(page("x"))
        workers.append(press.worker_id)
    press.close()

    assert workers[0] is not None
    assert workers[1] is None
    assert workers[2] not in (None, workers[0])


def test_a_killed_process_is_replaced(press: Press) -> None:
    press.draw(page("x"))
    first = press.worker_id
    assert first is not None
    os.kill(first, 9)
    time.sleep(0.2)

    assert press.draw(page("x")).startswith(b"%PDF")
    assert press.worker_id != first


def test_who_waits_too_long_is_told_to_come_back() -> None:
    press = Press(seconds=3, patience=0.1)
    slow = Thread(target=_drawn_slowly, args=(press,))
    slow.start()
    time.sleep(1.5)

    with pytest.raises(BusyError, match="try again"):
        press.draw(page("x"))
    slow.join()
    press.close()


def _drawn_slowly(press: Press) -> None:
    with pytest.raises(RefusedError):
        press.draw(page('<table><tr><td colspan="1000000">x</td></tr></table>'))


def test_the_process_knows_none_of_our_secrets() -> None:
    secrets = {"SECRET_KEY": "s" * 32, "DATABASE_URL": "postgresql://x", "PATH": os.defpath}
    press = Press(environment=secrets)
    press.draw(page("x"))

    environment = Path(f"/proc/{press.worker_id}/environ").read_text()
    press.close()

    assert "SECRET_KEY" not in environment
    assert "DATABASE_URL" not in environment


def test_the_process_ends_with_its_parent_s_pipe() -> None:
    press = Press()
    press.draw(page("x"))
    worker = press.worker_id
    assert worker is not None

    press.close()

    assert press.worker_id is None
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)
