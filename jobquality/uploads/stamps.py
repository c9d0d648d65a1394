"""What lies on a PDF page without being a part of it: filled fields, stamps, marks.

Source: ISO 32000-1, 12.5.5, "Appearance streams", algorithm 8.1.
"""

from collections.abc import Iterator

from pypdf import PageObject
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, StreamObject

_HIDDEN = 0b100010  # hidden, or not to be viewed
_NEVER_SEEN = ("/Popup", "/FileAttachment", "/Sound", "/Movie", "/RichMedia", "/Screen")
_WHOLE = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
Box = tuple[float, float, float, float]


def appearances(page: PageObject) -> Iterator[tuple[PdfObject, Box]]:
    """Yield the drawing and the place of everything that is seen on the page."""
    listed = page.get("/Annots")
    for one in listed.get_object() if listed is not None else ():
        note = one.get_object()
        if not isinstance(note, DictionaryObject) or note.get("/Subtype") in _NEVER_SEEN:
            continue
        form = _form(note)
        if form is not None and "/Rect" in note and not int(note.get("/F", 0)) & _HIDDEN:
            yield form, _box(note["/Rect"])


def placed(name: str, form: PdfObject, box: Box) -> bytes:
    """Return the words of PDF that draw `form`, known as `name`, into its place."""
    bounds = _bounds(form.get_object())
    across = _ratio(box[2] - box[0], bounds[2] - bounds[0])
    down = _ratio(box[3] - box[1], bounds[3] - bounds[1])
    left, bottom = box[0] - bounds[0] * across, box[1] - bounds[1] * down
    return f"q {across:.6f} 0 0 {down:.6f} {left:.4f} {bottom:.4f} cm {name} Do Q\n".encode()


def _form(note: DictionaryObject) -> PdfObject | None:
    faces = note.get("/AP", DictionaryObject()).get_object()
    normal = faces.raw_get("/N") if "/N" in faces else None
    shown = normal.get_object() if normal is not None else None
    if isinstance(shown, DictionaryObject) and not isinstance(shown, StreamObject):
        state = note.get("/AS", "/Off")
        normal = shown.raw_get(state) if state in shown else None
        shown = normal.get_object() if normal is not None else None
    return normal if isinstance(shown, StreamObject) else None


def _bounds(drawing: PdfObject | None) -> Box:
    """Return the box around the drawing once its own matrix has moved it."""
    if not isinstance(drawing, StreamObject):
        raise TypeError("the drawing is no stream")
    x0, y0, x1, y1 = _box(drawing.get("/BBox", ArrayObject()))
    a, b, c, d, e, f = (float(one) for one in drawing.get("/Matrix", _WHOLE))
    corners = [(x, y) for x in (x0, x1) for y in (y0, y1)]
    across = [a * x + c * y + e for x, y in corners]
    up = [b * x + d * y + f for x, y in corners]
    return min(across), min(up), max(across), max(up)


def _box(numbers: PdfObject) -> Box:
    corners = numbers.get_object()
    if not isinstance(corners, ArrayObject):
        raise TypeError("the box has no corners")
    x0, y0, x1, y1 = (float(one) for one in corners)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _ratio(wanted: float, given: float) -> float:
    return wanted / given if given else 1.0
