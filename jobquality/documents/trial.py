"""Draw one page and read it back: are the library, its letters and our fonts there?

Our fonts hold the letters of English and Spanish. Others come from the fonts of the machine, as
fontconfig finds them; where none has a letter, a box stands in its place.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

from pypdf import PageObject, PdfReader

from jobquality.documents.press import Press
from jobquality.documents.sheet import Sheet

_TEXT = "Página 1: ¿cuánto? ñ – ≥ 12,50"
_FONT = "Public"
#: A word of each kind of letters that people write in a reply and that our fonts do not hold.
OTHERS: Mapping[str, str] = {"Chinese, Japanese and Korean": "日本語", "emoji": "👩"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """How a page came out; `missing` are the kinds of letters that came out as boxes."""

    is_right: bool
    missing: tuple[str, ...] = ()


def try_drawing() -> Trial:
    """Draw a page, and say whether it has its words, and our letters.

    Raises:
        BusyError: it took too long.
        SetupError: this installation cannot draw.
    """
    press = Press()
    try:
        # Apart: a letter that no font has can spoil how the words around it are read back.
        page, *others = [_drawn(press, word) for word in (_TEXT, *OTHERS.values())]
    finally:
        press.close()
    fonts = page["/Resources"]["/Font"].values()  # type: ignore[index]  # a PDF has no types
    letters = repr([one.get_object() for one in fonts])
    return Trial(
        is_right=_TEXT in page.extract_text() and _FONT in letters,
        missing=tuple(
            name
            for (name, word), other in zip(OTHERS.items(), others, strict=True)
            if word not in other.extract_text()
        ),
    )


def _drawn(press: Press, words: str) -> PageObject:
    drawn = press.draw(Sheet(html=f"<html><body><p>{words}</p></body></html>"))
    return PdfReader(BytesIO(drawn)).pages[0]
