import io
import re

import pytest
from PIL import Image, ImageFile
from pypdf import PdfReader

from jobquality.errors import FaultsError
from jobquality.uploads.gate import LARGEST, let_in
from tests.uploads.files import SECRET, pdf, picture, zipped

PNG_MAGIC = b"\x89PNG\r\n\x1a\n"
HTML = b"<!DOCTYPE html><script>alert(1)</script>"
SVG = b"<?xml version='1.0'?><!-- a --><svg xmlns='http://www.w3.org/2000/svg'/>"
GOOD = {
    "jpg": picture("JPEG"),
    "png": picture("PNG"),
    "webp": picture("WEBP"),
    "pdf": pdf(),
}
BAD = {
    "html": (HTML, "HTML"),
    "svg": (SVG, "SVG"),
    "zip": (zipped(), "ZIP archive"),
    "exe": (b"MZ\x90\x00" + bytes(100), "a program"),
    "docx": (zipped(), "office file"),
    "heic": (b"\x00\x00\x00\x18ftypheic" + bytes(20), "HEIC"),
    "mp4": (b"\x00\x00\x00\x18ftypisom" + bytes(20), "video"),
    "gif": (b"GIF89a" + bytes(20), "GIF"),
    "txt": ("Notas de la reunión".encode(), "text"),
    "": (b"", "an empty file"),
    "bin": (b"\x00\xfe\xed" * 9, "something we do not know"),
}


def refusal(content: bytes, name: str) -> str:
    with pytest.raises(FaultsError) as refused:
        let_in(content, name)
    return str(refused.value)


@pytest.mark.parametrize("extension", GOOD)
def test_a_photo_or_a_pdf_passes_under_its_own_name(extension: str) -> None:
    kept = let_in(GOOD[extension], f"Maria-payslip.{extension.upper()}")

    assert kept.kind.extension == extension


@pytest.mark.parametrize("extension", BAD)
def test_what_we_do_not_take_is_refused_by_the_name_of_what_it_is(extension: str) -> None:
    content, what = BAD[extension]

    assert what in refusal(content, f"file.{extension}")


@pytest.mark.parametrize("content", GOOD)
@pytest.mark.parametrize("named", [*GOOD, *BAD])
def test_a_file_that_is_named_like_another_kind_is_refused(content: str, named: str) -> None:
    if named in ("", content):
        let_in(GOOD[content], f"file.{named}".rstrip("."))
    else:
        assert "inside it is" in refusal(GOOD[content], f"file.{named}")


@pytest.mark.parametrize("content", BAD)
@pytest.mark.parametrize("named", GOOD)
def test_a_bad_file_under_a_good_name_is_refused(content: str, named: str) -> None:
    assert "looks like" in refusal(BAD[content][0], f"file.{named}")


def test_a_page_that_starts_like_a_picture_is_refused() -> None:
    assert "damaged" in refusal(PNG_MAGIC + HTML, "file.png")


@pytest.mark.parametrize("extension", GOOD)
def test_a_page_at_the_end_of_a_file_is_gone(extension: str) -> None:
    kept = let_in(GOOD[extension] + HTML, f"file.{extension}")

    assert b"<script>" not in kept.content


@pytest.mark.parametrize("extension", GOOD)
def test_nothing_in_a_kept_file_names_a_person_a_place_or_a_camera(extension: str) -> None:
    assert SECRET.encode() in GOOD[extension]

    content = let_in(GOOD[extension], f"file.{extension}").content

    for trace in (SECRET.encode(), SECRET.encode("utf-16-be"), b"Exif", b"SN-4711", b"xmp"):
        assert trace not in content


@pytest.mark.parametrize("extension", ["jpg", "png", "webp"])
def test_a_photo_stands_upright_and_tells_nothing(extension: str) -> None:
    content = let_in(GOOD[extension], f"file.{extension}").content

    with Image.open(io.BytesIO(content)) as kept:
        assert kept.size == (40, 60)
        assert not dict(kept.getexif())
        assert not set(kept.info) & {"icc_profile", "comment", "exif", "xmp", "parsed"}


def test_a_large_photo_is_made_smaller() -> None:
    content = let_in(picture("JPEG", size=(6000, 300)), "file.jpg").content

    with Image.open(io.BytesIO(content)) as kept:
        assert max(kept.size) == 4000


@pytest.mark.parametrize("mode", ["L", "RGBA", "P", "1"])
def test_a_picture_of_any_colors_passes(mode: str) -> None:
    made = io.BytesIO()
    Image.new(mode, (9, 9)).save(made, "PNG")

    assert let_in(made.getvalue(), "scan.png").kind.name == "PNG"


def test_a_small_file_that_claims_to_be_a_huge_picture_is_refused() -> None:
    made = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(made, "PNG")
    assert len(made.getvalue()) < LARGEST

    assert "more points than a camera" in refusal(made.getvalue(), "bomb.png")


def test_a_cut_off_picture_is_refused_whatever_another_library_has_set(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # as WeasyPrint does

    assert "damaged" in refusal(picture("JPEG", size=(900, 900))[:3000], "file.jpg")


def test_a_picture_that_was_cut_off_is_refused() -> None:
    assert "damaged" in refusal(picture("JPEG", size=(900, 900))[:3000], "file.jpg")


def test_a_file_that_is_too_large_is_refused() -> None:
    assert "larger than 10 MB" in refusal(bytes(LARGEST + 1), "file.jpg")


def test_a_locked_pdf_is_refused() -> None:
    assert "locked" in refusal(pdf(password="geheim"), "file.pdf")


def test_a_broken_pdf_is_refused() -> None:
    assert "damaged" in refusal(b"%PDF-1.7\n" + b"1 0 obj << /A [" * 50, "file.pdf")


def test_a_pdf_of_too_many_pages_is_refused() -> None:
    assert "301 pages" in refusal(pdf(pages=301), "file.pdf")


def test_a_kept_pdf_runs_nothing_and_carries_nothing() -> None:
    content = let_in(GOOD["pdf"], "file.pdf").content
    root = PdfReader(io.BytesIO(content)).root_object

    for word in (b"/JavaScript", b"/JS", b"/EmbeddedFile", b"/OpenAction", b"/AA", b"/Annots",
                 b"/AcroForm", b"/Metadata", b"/PieceInfo", b"/Author", b"/URI"):  # fmt: skip
        assert not re.search(word + rb"\b", content)
    assert set(root) <= {"/Type", "/Pages"}


def test_what_was_filled_into_a_form_is_still_seen() -> None:
    content = let_in(GOOD["pdf"], "file.pdf").content
    page = PdfReader(io.BytesIO(content)).pages[0]
    drawn = page["/Resources"]["/XObject"]  # type: ignore[index]  # a page has both

    assert any(b"PAID 7.25" in form.get_object().get_data() for form in drawn.values())
    assert re.search(rb"q 2\.0+ 0 0 2\.0+ 50\.0+ 40\.0+ cm /JqDrawn0x\d Do Q",
                     page.get_contents().get_data())  # type: ignore[union-attr]  # fmt: skip


def test_a_photo_inside_a_pdf_loses_its_place_and_its_camera() -> None:
    photo = picture("JPEG")

    content = let_in(pdf(photo=photo), "file.pdf").content

    assert b"SN-4711" in pdf(photo=photo)
    assert b"SN-4711" not in content
    assert SECRET.encode() not in content
