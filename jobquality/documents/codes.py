"""Codes that a phone reads, as vector graphics."""

import segno


def qr_svg(text: str, title: str) -> str:
    """Return a QR code as an `<svg>` element: black on white with its quiet zone, no size.

    `title` says to those who do not see it what it is. The caller gives it a width of at
    least 3 cm.
    """
    code = segno.make(text, error="m", micro=False)
    drawn = code.svg_inline(
        dark="#000",
        light="#fff",
        border=4,
        omitsize=True,
        svgclass="qr",
        lineclass=None,
        title=title,
    )
    return drawn.replace("<svg ", '<svg role="img" ', 1)
