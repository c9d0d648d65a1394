"""The only files that a document may ask for: our fonts and our one style sheet, by exact name."""

from pathlib import Path

_FOLDER = Path(__file__).parent

#: The scheme of our own files: `asset:PublicSans-Regular.ttf`.
ASSET = "asset:"
#: The scheme of pictures that come with one document: `picture:qr`.
PICTURE = "picture:"
STYLE = "documents.css"

_PLACES = {
    STYLE: _FOLDER / STYLE,
    **{
        name: _FOLDER / "fonts" / name
        for name in (
            "Newsreader-Italic.ttf",
            "Newsreader-Medium.ttf",
            "Newsreader-SemiBold.ttf",
            "PublicSans-Bold.ttf",
            "PublicSans-Italic.ttf",
            "PublicSans-Regular.ttf",
            "PublicSans-SemiBold.ttf",
        )
    },
}


def find_asset(address: str) -> Path | None:
    """Return the file behind an address such as `asset:documents.css`, or None."""
    if not address.startswith(ASSET):
        return None
    return _PLACES.get(address.removeprefix(ASSET))
