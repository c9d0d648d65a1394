"""From a template and its values to a PDF."""

import atexit
from collections.abc import Mapping

from jobquality.documents.pages import fill
from jobquality.documents.press import Press
from jobquality.documents.sheet import Sheet

#: The one press of this process; it starts its worker at the first document.
_PRESS = Press()
atexit.register(_PRESS.close)


def render(
    template: str,
    values: Mapping[str, object],
    *,
    language: str,
    pictures: Mapping[str, str] | None = None,
) -> bytes:
    """Return a document as PDF; `pictures` are SVG, shown as `<img src="picture:NAME">`.

    Raises:
        BusyError: others were before us for too long.
        RefusedError: it is too large, or took too long.
        SetupError: this installation cannot draw.
    """
    return _PRESS.draw(
        Sheet(html=fill(template, values, language=language), pictures=pictures or {})
    )
