"""Read a PDF back: its words, its pictures, and whether anything lies outside the page."""

import re
from dataclasses import dataclass

import pypdfium2
from PIL import Image


@dataclass(frozen=True)
class Edges:
    """How high words stand on their page, in points from its lower edge."""

    bottom: float
    top: float


def text_of(drawn: bytes) -> str:
    """Return the words of all pages, spaces and lines alike."""
    document = pypdfium2.PdfDocument(drawn)
    pages = [page.get_textpage().get_text_range() for page in document]
    return " ".join(re.sub(r"[\ufffe\u00ad\u0002]", "", "\n".join(pages)).split())


def bare(text: str) -> str:
    """Return a text without spaces and hyphens: lines are broken anywhere."""
    return re.sub(r"[\s\-\ufffe\u2011\u0002]+", "", text)


def page_count(drawn: bytes) -> int:
    return len(pypdfium2.PdfDocument(drawn))


def raster(drawn: bytes, *, dpi: int, page: int = 0) -> Image.Image:
    """Return a page as it comes out of a printer and back through a scanner."""
    image: Image.Image = pypdfium2.PdfDocument(drawn)[page].render(scale=dpi / 72).to_pil()
    return image


def outside(drawn: bytes) -> list[str]:
    """Return every letter that lies outside its page, with the page's number."""
    found = []
    for number, page in enumerate(pypdfium2.PdfDocument(drawn), start=1):
        width, height = page.get_size()
        words = page.get_textpage()
        for place in range(words.count_chars()):
            left, bottom, right, top = words.get_charbox(place)
            if right > width + 1 or left < -1 or top > height + 1 or bottom < -1:
                found.append(f"{number}: {words.get_text_range(place, 1)}")
    return found


def edges_of(drawn: bytes, words: str) -> Edges:
    """Return where these words first stand on the first page."""
    text = pypdfium2.PdfDocument(drawn)[0].get_textpage()
    found = text.search(words).get_next()
    assert found is not None, words
    first, count = found
    boxes = [text.get_charbox(place) for place in range(first, first + count)]
    return Edges(bottom=min(box[1] for box in boxes), top=max(box[3] for box in boxes))
