"""Draw one page and read it back: are the library, its letters and our fonts there?"""

from io import BytesIO

from pypdf import PdfReader

from jobquality.documents.press import Press
from jobquality.documents.sheet import Sheet

_TEXT = "Página 1: ¿cuánto? ñ – ≥ 12,50"
_FONT = "Public"


def is_drawn_right() -> bool:
    """Say whether a page comes out with its words and with our letters.

    Raises:
        BusyError: it took too long.
        SetupError: this installation cannot draw.
    """
    press = Press()
    try:
        drawn = press.draw(Sheet(html=f"<html><body><p>{_TEXT}</p></body></html>"))
    finally:
        press.close()
    page = PdfReader(BytesIO(drawn)).pages[0]
    fonts = page["/Resources"]["/Font"].values()  # type: ignore[index]  # a PDF has no types
    letters = repr([one.get_object() for one in fonts])
    return _TEXT in page.extract_text() and _FONT in letters
