"""Draw one sheet with WeasyPrint: our fonts, our style sheet, and nothing else."""

from functools import cache

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from jobquality.documents.assets import ASSET, STYLE
from jobquality.documents.gate import Gate
from jobquality.documents.sheet import LARGEST_PDF, Outcome, Sheet

#: What relative addresses would be relative to, so that they too come to the gate.
_NOWHERE = "nowhere:/"


def draw(sheet: Sheet) -> tuple[Outcome, bytes]:
    """Return what came of a sheet, and the PDF where one came of it.

    The PDF is tagged and knows its language and title; it claims no standard of
    accessibility or archiving, which no validator has confirmed yet.
    """
    gate = Gate(sheet.pictures)
    try:
        drawn = _draw(sheet, gate)
    except FatalURLFetchingError:
        return Outcome.REFUSED, "\n".join(gate.refused).encode()
    except RecursionError:
        return Outcome.TOO_MUCH, b""
    if gate.refused:
        # Some ways swallow the refusal; such a document would lack what it asked for.
        return Outcome.REFUSED, "\n".join(gate.refused).encode()
    return (Outcome.DRAWN, drawn) if len(drawn) <= LARGEST_PDF else (Outcome.TOO_MUCH, b"")


def _draw(sheet: Sheet, gate: Gate) -> bytes:
    style, fonts = _look()
    drawn: bytes = HTML(string=sheet.html, base_url=_NOWHERE, url_fetcher=gate).write_pdf(
        font_config=fonts, stylesheets=[style], pdf_tags=True, pdf_version="1.7"
    )
    return drawn


@cache
def _look() -> tuple[CSS, FontConfiguration]:
    """Return the style sheet and fonts, read once: that is a third of a short document's time."""
    gate = Gate()
    fonts = FontConfiguration()
    # The style sheet names its fonts relative to itself, so they are `asset:` too.
    style = CSS(url=f"{ASSET}{STYLE}", url_fetcher=gate, font_config=fonts)
    if gate.refused:
        raise RuntimeError(f"The style sheet asks for {', '.join(gate.refused)}.")
    return style, fonts
