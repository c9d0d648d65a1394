"""What a file is, told by its content; its name and its sender are not believed."""

import re
from dataclasses import dataclass
from pathlib import PurePath


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of file that we take: `extensions` are the names it may come under."""

    name: str
    media_type: str
    extensions: tuple[str, ...]

    @property
    def extension(self) -> str:
        """The name it leaves under."""
        return self.extensions[0]


JPEG = Kind(name="JPEG", media_type="image/jpeg", extensions=("jpg", "jpeg", "jpe", "jfif"))
PNG = Kind(name="PNG", media_type="image/png", extensions=("png",))
WEBP = Kind(name="WEBP", media_type="image/webp", extensions=("webp",))
PDF = Kind(name="PDF", media_type="application/pdf", extensions=("pdf",))
KINDS = (JPEG, PNG, WEBP, PDF)

_HEAD = 1024
#: What we take, by the first bytes.
_TAKEN = (
    (re.compile(rb"\xff\xd8\xff", re.DOTALL), JPEG),
    (re.compile(rb"\x89PNG\r\n\x1a\n", re.DOTALL), PNG),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), WEBP),
    (re.compile(rb"%PDF-[12]\.[0-9]", re.DOTALL), PDF),
)
_OFFICE = "a Word, Excel or PowerPoint file"
#: What people send instead, with a name for it; looked for in this order.
_OTHERS = (
    (re.compile(rb"PK(\x03\x04|\x05\x06)"), "a ZIP archive or an office file"),
    (re.compile(rb"\xd0\xcf\x11\xe0"), _OFFICE),
    (re.compile(rb"MZ|\x7fELF|\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe"), "a program"),
    (re.compile(rb"....ftyp(heic|heix|mif1|msf1|hevc)", re.DOTALL), "a HEIC photo"),
    (re.compile(rb"....ftypavif", re.DOTALL), "an AVIF picture"),
    (re.compile(rb"....ftyp|\x1aE\xdf\xa3|ID3|OggS", re.DOTALL), "a video or a sound"),
    (re.compile(rb"GIF8"), "a GIF picture"),
    (re.compile(rb"II\*\x00|MM\x00\*"), "a TIFF picture"),
    (re.compile(rb"BM.{4}\x00\x00\x00\x00", re.DOTALL), "a BMP picture"),
    (re.compile(rb"Rar!|7z\xbc\xaf|\x1f\x8b|BZh|\xfd7zXZ"), "an archive"),
    (re.compile(rb"#!"), "a program"),
    (re.compile(rb"\{\\rtf"), "an RTF text"),
)
#: And by what stands in a text; searched, not matched, so that no file can make it slow.
_MARKUP = (
    (b"<svg", "SVG"),
    *((tag, "HTML") for tag in (b"<!doctype html", b"<html", b"<head", b"<body", b"<script")),
    (b"<?xml", "XML"),
)


def kind_of(content: bytes) -> Kind | None:
    """Return the kind that the first bytes tell, where it is one that we take."""
    return next((kind for start, kind in _TAKEN if start.match(content[:_HEAD])), None)


def looks_like(content: bytes) -> str:
    """Return in words what a file is that we do not take."""
    if not content:
        return "an empty file"
    head = content[:_HEAD]
    found = next((name for start, name in _OTHERS if start.match(head)), "")
    found = found or next((name for tag, name in _MARKUP if tag in head.lower()), "")
    return found or ("text" if _is_text(head) else "something we do not know")


def extension_of(name: str) -> str:
    """Return what stands after the last point of a file's name, in small letters."""
    return PurePath(name.replace("\\", "/")).suffix.lstrip(".").casefold()


def _is_text(head: bytes) -> bool:
    try:
        text = head.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(head) - 3:  # not only a letter that was cut in the middle
            return False
        text = head[: error.start].decode("utf-8")
    return all(one.isprintable() or one in "\r\n\t\ufeff" for one in text)
