"""The process that turns one file into pictures: `python -m jobquality.uploads.drawer`.

It gets one order and one file, little memory, little time and no way out, gives one file back
and ends. Whatever is wrong with a file ends here with it.
"""

import io
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pypdfium2
from PIL import Image, ImageDraw

from jobquality.uploads.kinds import PDF, PNG, Kind, kind_of

#: Address space, not memory in use.
LARGEST_MEMORY = 1536 * 1024 * 1024
#: Of the processor's time, in seconds.
LONGEST_WORK = 40
#: Enough to read small print on a page.
_SHARP, _POINTS_OF_INCH = 150, 72
_LONGEST_SIDE = {"show": 1400, "copy": 2400}
_QUALITY = 85
_FORBIDDEN = (
    "socket.",
    "urllib.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
)


def main() -> None:
    """Read an order and a file, write what was asked for."""
    order_line, _, content = sys.stdin.buffer.read().partition(b"\n")
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _limit()
    sys.addaudithook(_forbid)
    order = json.loads(order_line)
    with out:
        out.write(_WORKS[order["do"]](content, order))


def count(content: bytes, order: Mapping[str, Any]) -> bytes:
    """Return how many pages there are."""
    del order
    return str(len(pypdfium2.PdfDocument(content))).encode()


def show(content: bytes, order: Mapping[str, Any]) -> bytes:
    """Return one page as a JPEG to look at, without anything drawn on it."""
    return _jpeg(_page(content, order["page"] - 1, "show"))


def copy(content: bytes, order: Mapping[str, Any]) -> bytes:
    """Return a copy with its boxes drawn in: a picture, or a PDF of nothing but pictures."""
    kind = _kind(content)
    if kind is PDF:
        return _pdf(content, order["covers"])
    return _jpeg(_covered(_page(content, 0, "copy"), order["covers"], 1), kind)


_WORKS: dict[str, Callable[[bytes, Mapping[str, Any]], bytes]] = {
    "count": count,
    "show": show,
    "copy": copy,
}


def _kind(content: bytes) -> Kind:
    kind = kind_of(content)
    if kind is None:
        raise ValueError("no file that we take")
    return kind


def _page(content: bytes, index: int, use: str) -> Image.Image:
    most = _LONGEST_SIDE[use]
    if _kind(content) is not PDF:
        with Image.open(io.BytesIO(content), formats=[_kind(content).name]) as opened:
            picture = _flat(opened)
        if use == "show":
            picture.thumbnail((most, most))
        return picture
    page = pypdfium2.PdfDocument(content)[index]
    scale = min(_SHARP / _POINTS_OF_INCH, most / max(page.get_size()))
    picture = page.render(scale=scale, draw_annots=False).to_pil().convert("RGB")
    assert isinstance(picture, Image.Image)  # noqa: S101 - the library ships no types
    return picture


def _flat(opened: Image.Image) -> Image.Image:
    """Return a picture's points on white, and nothing else that its file carries."""
    clear = opened.convert("RGBA")
    flat = Image.new("RGB", clear.size, "white")
    flat.paste(clear, mask=clear.getchannel("A"))
    return flat


def _covered(picture: Image.Image, covers: list[dict[str, float]], page: int) -> Image.Image:
    """Draw the boxes of one page; a point that a box touches at all is covered whole."""
    draw = ImageDraw.Draw(picture)
    across, down = picture.width / 100, picture.height / 100
    for one in covers:
        if one["page"] == page:
            left, top = int(one["left"] * across), int(one["top"] * down)
            right = -int(-(one["left"] + one["width"]) * across // 1)
            bottom = -int(-(one["top"] + one["height"]) * down // 1)
            draw.rectangle((left, top, right, bottom), fill="black")
    return picture


def _pdf(content: bytes, covers: list[dict[str, float]]) -> bytes:
    from jobquality.uploads.pdfs import clean_pdf  # noqa: PLC0415 - slow, and seldom needed

    made = pypdfium2.PdfDocument.new()
    for index, (width, height) in enumerate(_sizes(content)):
        picture = _covered(_page(content, index, "copy"), covers, index + 1)
        shown = pypdfium2.PdfImage.new(made)
        shown.load_jpeg(io.BytesIO(_jpeg(picture)), inline=True)
        shown.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
        page = made.new_page(width, height)
        page.insert_obj(shown)
        page.gen_content()
    written = io.BytesIO()
    made.save(written)
    return clean_pdf(written.getvalue())


def _sizes(content: bytes) -> Iterator[tuple[float, float]]:
    document = pypdfium2.PdfDocument(content)
    for index in range(len(document)):
        yield document[index].get_size()


def _jpeg(picture: Image.Image, kind: Kind | None = None) -> bytes:
    bare = Image.new("RGB", picture.size)
    bare.paste(picture)
    made = io.BytesIO()
    if kind is PNG:
        bare.save(made, "PNG", optimize=True)
    else:
        bare.save(made, "JPEG", quality=_QUALITY, optimize=True)
    return made.getvalue()


def _limit() -> None:
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_AS, (LARGEST_MEMORY, LARGEST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (LONGEST_WORK, LONGEST_WORK))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _forbid(event: str, _arguments: tuple[object, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(f"A file may not {event}.")


if __name__ == "__main__":
    main()
