"""A copy with boxes: what lies under one is gone from it, and nothing else came along."""

import io

import pypdf
import pypdfium2
import pytest
from PIL import Image

from jobquality.errors import FaultsError, RefusedError
from jobquality.store.copies import Cover
from jobquality.uploads.pdfs import clean_pdf
from jobquality.uploads.rendering import count_pages, make_copy, show_page
from tests.live.evidence.copying import LEFT_HALF, paper, shows_red
from tests.uploads.files import SECRET, pdf, picture


def written(pages: int = 1) -> bytes:
    """A PDF in which a name stands as text, drawn in red, in the lower left corner."""
    words = b"BT /F1 12 Tf 1 0 0 rg 10 10 Td (Maria Lopez) Tj ET 1 0 0 rg 10 30 60 40 re f"
    writer = pypdf.PdfWriter()
    for _ in range(pages):
        page = writer.add_blank_page(200, 100)
        stream = pypdf.generic.DecodedStreamObject()
        stream.set_data(words)
        page[pypdf.generic.NameObject("/Contents")] = writer._add_object(stream)  # noqa: SLF001 - pypdf has no other door
        font = pypdf.generic.DictionaryObject(
            {
                pypdf.generic.NameObject("/Type"): pypdf.generic.NameObject("/Font"),
                pypdf.generic.NameObject("/Subtype"): pypdf.generic.NameObject("/Type1"),
                pypdf.generic.NameObject("/BaseFont"): pypdf.generic.NameObject("/Helvetica"),
            }
        )
        fonts = pypdf.generic.DictionaryObject({pypdf.generic.NameObject("/F1"): font})
        page[pypdf.generic.NameObject("/Resources")] = pypdf.generic.DictionaryObject(
            {pypdf.generic.NameObject("/Font"): fonts}
        )
    writer.add_metadata({"/Author": SECRET})
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def test_a_copy_of_a_pdf_has_no_text_no_metadata_and_nothing_under_its_boxes() -> None:
    original = clean_pdf(written(pages=2))
    assert "Maria" in pypdfium2.PdfDocument(original)[0].get_textpage().get_text_bounded()
    assert shows_red(pypdfium2.PdfDocument(original)[0].render(scale=2).to_pil())
    covers = (LEFT_HALF, Cover(page=2, left=0, top=0, width=50, height=100))

    copy = make_copy(original, covers, pages=2)

    read = pypdf.PdfReader(io.BytesIO(copy.content))
    assert len(read.pages) == 2
    assert read.metadata is None
    assert SECRET.encode() not in copy.content
    for page, drawn in zip(read.pages, pypdfium2.PdfDocument(copy.content), strict=True):
        assert page.extract_text() == ""
        assert drawn.get_textpage().get_text_bounded() == ""
        assert set(page["/Resources"]) <= {"/XObject", "/ExtGState"}  # type: ignore[call-overload]  # a dictionary
        assert len(page.images) == 1
        assert not shows_red(page.images[0].image)  # type: ignore[arg-type]  # there is one
        assert not shows_red(drawn.render(scale=2).to_pil())


def test_a_box_covers_its_own_page_and_no_other() -> None:
    copy = make_copy(clean_pdf(written(pages=2)), [LEFT_HALF], pages=2)

    first, second = pypdfium2.PdfDocument(copy.content)

    assert not shows_red(first.render(scale=2).to_pil())
    assert shows_red(second.render(scale=2).to_pil())


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_copy_of_a_photo_has_its_points_alone(kind: str) -> None:
    original = paper(kind)
    assert shows_red(Image.open(io.BytesIO(original)))

    copy = make_copy(original, [LEFT_HALF], pages=1)

    shown = Image.open(io.BytesIO(copy.content))
    assert copy.kind.name == ("PNG" if kind == "PNG" else "JPEG")
    assert shown.size == (200, 100)
    assert not shows_red(shown)
    assert shown.getpixel((150, 50)) == pytest.approx((240, 240, 235), abs=3)
    assert dict(shown.getexif()) == {}
    assert set(shown.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_hidden_notes_of_a_photo_do_not_reach_its_copy() -> None:
    """Even where an original had kept them."""
    copy = make_copy(picture(), [], pages=1)

    assert SECRET.encode() not in copy.content
    assert b"SN-4711" not in copy.content


def test_a_point_that_a_box_touches_at_all_is_covered() -> None:
    cover = Cover(page=1, left=10.4, top=10.4, width=30.1, height=80.1)

    shown = Image.open(io.BytesIO(make_copy(paper(size=(100, 50)), [cover], pages=1).content))

    assert shown.getpixel((10, 5)) == shown.getpixel((40, 45)) == (0, 0, 0)
    assert shown.getpixel((9, 25)) == (240, 240, 235)


def test_pages_are_counted_and_shown() -> None:
    content = clean_pdf(pdf(pages=3))

    shown = Image.open(io.BytesIO(show_page(content, 2)))

    assert count_pages(content) == 3
    assert (shown.format, shown.size) == ("JPEG", (417, 209))


def test_a_page_that_is_not_there_and_a_file_that_is_broken_are_refused() -> None:
    with pytest.raises(RefusedError, match="cannot be shown"):
        show_page(clean_pdf(pdf()), 2)
    with pytest.raises(RefusedError, match="cannot be shown"):
        count_pages(b"%PDF-1.7 nothing behind it")


def test_a_copy_has_twenty_pages_at_most() -> None:
    with pytest.raises(FaultsError, match="21 pages"):
        make_copy(clean_pdf(pdf()), [], pages=21)
