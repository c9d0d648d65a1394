"""Files as people send them, and as people should not."""

import io
import zipfile

from PIL import Image
from pypdf import PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

SECRET = "Maria Lopez"
_ORIENTATION, _GPS, _SERIAL, _ARTIST = 0x0112, 0x8825, 0xA431, 0x013B


def picture(kind: str = "JPEG", *, size: tuple[int, int] = (60, 40), mode: str = "RGB") -> bytes:
    """A photo with a place, a camera and a name in it, lying on its side."""
    exif = Image.Exif()
    exif[_ORIENTATION] = 6
    exif[_ARTIST] = SECRET
    exif[_SERIAL] = "SN-4711"
    exif.get_ifd(_GPS)[2] = (30.0, 16.0, 2.0)
    made = io.BytesIO()
    shown = Image.new(mode, size, "red" if mode != "L" else 90)
    shown.info["comment"] = SECRET.encode()
    shown.save(made, kind, exif=exif, icc_profile=b"profile " + SECRET.encode())
    return made.getvalue()


def pdf(*, password: str = "", pages: int = 1, photo: bytes = b"") -> bytes:
    """A PDF with an author, scripts, an attachment and a stamp."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 100)
    page = writer.pages[0]
    page[NameObject("/Contents")] = _added(writer, _text(b"BT 10 10 Td ET"))
    writer.add_metadata({"/Author": SECRET, "/Title": SECRET})
    writer.xmp_metadata = (
        f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><!--{SECRET}--></x:xmpmeta>".encode()
    )
    writer.root_object[NameObject("/OpenAction")] = _script()["/O"]
    writer.add_attachment(f"{SECRET}.txt", SECRET.encode())
    page[NameObject("/AA")] = _script()
    page[NameObject("/PieceInfo")] = DictionaryObject(
        {NameObject("/Who"): TextStringObject(SECRET)}
    )
    writer.add_annotation(0, FreeText(text=SECRET, rect=(1, 1, 9, 9)))
    _stamp(writer)
    if photo:
        _show(writer, photo)
    if password:
        writer.encrypt(password)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def zipped() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    return made.getvalue()


def _script() -> DictionaryObject:
    action = DictionaryObject(
        {
            NameObject("/S"): NameObject("/JavaScript"),
            NameObject("/JS"): TextStringObject(f"app.alert('{SECRET}')"),
        }
    )
    return DictionaryObject({NameObject("/O"): action})


def _text(content: bytes) -> DecodedStreamObject:
    made = DecodedStreamObject()
    made.set_data(content)
    return made


def _added(writer: PdfWriter, one: PdfObject) -> PdfObject:
    return writer._add_object(one)  # noqa: SLF001 - pypdf has no other door


def _stamp(writer: PdfWriter) -> None:
    """Lay a filled field over the page: what was typed must still be seen."""
    face = _text(b"BT (PAID 7.25) Tj ET")
    face[NameObject("/Subtype")] = NameObject("/Form")
    face[NameObject("/BBox")] = ArrayObject(FloatObject(one) for one in (0, 0, 20, 10))
    note = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Widget"),
            NameObject("/T"): TextStringObject(SECRET),
            NameObject("/Rect"): ArrayObject(FloatObject(one) for one in (50, 40, 90, 60)),
            NameObject("/AP"): DictionaryObject({NameObject("/N"): _added(writer, face)}),
        }
    )
    writer.pages[0]["/Annots"].get_object().append(_added(writer, note))  # type: ignore[union-attr]  # made above


def _show(writer: PdfWriter, photo: bytes) -> None:
    shown = _text(photo)
    shown[NameObject("/Subtype")] = NameObject("/Image")
    shown[NameObject("/Filter")] = NameObject("/DCTDecode")
    shown[NameObject("/Width")] = NumberObject(60)
    resources = writer.pages[0].setdefault(NameObject("/Resources"), DictionaryObject())
    known = DictionaryObject({NameObject("/Photo"): _added(writer, shown)})
    resources[NameObject("/XObject")] = known
