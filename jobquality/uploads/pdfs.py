"""PDF files written anew: the pages stay, everything else that a PDF can carry does not.

The new file has a catalog of its own, so scripts, actions, attachments, forms, bookmarks and
names of authors have nowhere to hang. What was typed into a form, stamped or marked is drawn
into its page first, because that is what was to be seen.
"""

import io
import struct
import zlib
from collections.abc import Iterator

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    PdfObject,
    StreamObject,
)

from jobquality.uploads.jpegs import bare_jpeg
from jobquality.uploads.refusals import UnfitError
from jobquality.uploads.stamps import appearances, placed

MOST_PAGES = 300
#: What pages and pictures carry beside what is to be seen.
_HIDDEN = ("/Metadata", "/PieceInfo", "/LastModified", "/AF", "/Usage", "/OPI", "/Alternates")
_OF_A_PAGE = ("/Annots", "/AA", "/Thumb", "/B", "/StructParents", "/Tabs", "/PZ", "/ID", "/Dur")
_LARGEST_PICTURE = 100 * 1024 * 1024
_DAMAGED = (
    *(PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, OSError),
    *(RecursionError, AssertionError, NotImplementedError, struct.error, zlib.error),
)


def clean_pdf(content: bytes) -> bytes:
    """Return a PDF with the same pages, and without anything that runs or names a person.

    Raises:
        UnfitError: it is locked, damaged or longer than 300 pages.
    """
    try:
        return _written_anew(PdfReader(io.BytesIO(content)))
    except _DAMAGED as error:
        if isinstance(error, UnfitError):
            raise
        message = "The PDF is damaged: its pages cannot be read."
        raise UnfitError(message, "Print it to a new PDF, or take photos of the pages.") from error


def _written_anew(reader: PdfReader) -> bytes:
    _check(reader)
    writer = PdfWriter()
    for number, page in enumerate(reader.pages):
        drawn = _named_drawings(page, number)
        for key in _OF_A_PAGE:
            page.pop(NameObject(key), None)
        added = writer.add_page(page)
        if drawn:
            _draw_in(writer, added, drawn)
    for found in _everything_in(writer):
        for key in _HIDDEN:
            found.pop(NameObject(key), None)
        _strip_picture(found)
    writer.metadata = None
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _check(reader: PdfReader) -> None:
    if reader.is_encrypted:
        message = "The PDF is locked with a password."
        raise UnfitError(message, "Save a copy without one, or print it to a new PDF.")
    count = len(reader.pages)
    if count == 0:
        message = "The PDF has no pages."
        raise UnfitError(message, "Save it again.")
    if count > MOST_PAGES:
        message = f"The PDF has {count} pages; {MOST_PAGES} are the most that we take."
        raise UnfitError(message, "Send only the pages that matter.")


def _named_drawings(page: PageObject, number: int) -> bytes:
    """Give a name to what was typed or stamped on the page; return the words that draw it."""
    found = list(appearances(page))
    if not found:
        return b""
    resources = page.setdefault(NameObject("/Resources"), DictionaryObject()).get_object()
    known = resources.setdefault(NameObject("/XObject"), DictionaryObject()).get_object()
    words = []
    for index, (form, box) in enumerate(found):
        name = f"/JqDrawn{number}x{index}"
        known[NameObject(name)] = form
        words.append(placed(name, form, box))
    return b"".join(words)


def _draw_in(writer: PdfWriter, page: PageObject, words: bytes) -> None:
    """Draw over the page, from a clean state, whatever its own words left behind."""
    old = page.raw_get("/Contents") if "/Contents" in page else ArrayObject()
    contents = old.get_object()
    parts = list(contents) if isinstance(contents, ArrayObject) else [old]
    page[NameObject("/Contents")] = ArrayObject(
        [_stream(writer, b"q\n"), *parts, _stream(writer, b"\nQ\n" + words)]
    )


def _stream(writer: PdfWriter, content: bytes) -> IndirectObject:
    made = DecodedStreamObject()
    made.set_data(content)
    return writer._add_object(made)  # noqa: SLF001 - pypdf has no other door


def _everything_in(writer: PdfWriter) -> Iterator[DictionaryObject]:
    """Yield every dictionary and stream of the pages, each once."""
    waiting: list[PdfObject] = list(writer.pages)
    seen: set[int] = set()
    while waiting:
        one = waiting.pop()
        found = one.get_object() if isinstance(one, IndirectObject) else one
        if found is None or id(found) in seen:
            continue
        seen.add(id(found))
        if isinstance(found, DictionaryObject):
            yield found
            waiting.extend(found.raw_get(key) for key in found)
        elif isinstance(found, ArrayObject):
            waiting.extend(found)


def _strip_picture(found: DictionaryObject) -> None:
    """Take camera and place out of a photo that lies in the file as it was taken."""
    if not isinstance(found, StreamObject) or "/DCTDecode" not in str(found.get("/Filter", "")):
        return
    filters = found["/Filter"]
    chain = [str(one) for one in (filters if isinstance(filters, ArrayObject) else [filters])]
    found._data = bare_jpeg(_unpacked(found._data, chain[:-1]))  # noqa: SLF001 - pypdf has no door to it
    found[NameObject("/Filter")] = NameObject("/DCTDecode")
    found.pop(NameObject("/DecodeParms"), None)


def _unpacked(content: bytes, filters: list[str]) -> bytes:
    for one in filters:
        if one != "/FlateDecode":
            message = "A photo in the PDF is packed in a way that we cannot look into."
            raise UnfitError(message, "Print it to a new PDF.")
        content = zlib.decompressobj().decompress(content, _LARGEST_PICTURE)
    return content
