"""Pictures made anew from their points alone: no place, no camera, no name survives."""

import io
import warnings
from collections.abc import Mapping

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from jobquality.uploads.kinds import JPEG, PNG, WEBP, Kind
from jobquality.uploads.refusals import UnfitError

#: The longest side that is kept: enough to read a posted schedule, and about 16 megapixels.
LONGEST_SIDE = 4000
#: More points than any phone takes; a few kilobytes can claim billions.
MOST_POINTS = 120_000_000
_MODES = {JPEG: ("RGB", "L"), PNG: ("RGB", "L", "RGBA", "LA"), WEBP: ("RGB", "RGBA")}
_HOW: Mapping[Kind, Mapping[str, int]] = {
    JPEG: {"quality": 88, "optimize": 1},
    PNG: {"optimize": 1},
    WEBP: {"quality": 88, "method": 4},
}


def clean_picture(content: bytes, kind: Kind) -> bytes:
    """Return the picture upright, at most 4000 points long, and with nothing but its points.

    Raises:
        UnfitError: it is damaged, or claims more points than a camera has.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore", Image.DecompressionBombWarning
            )  # our own limit is below
            return _made_anew(content, kind)
    except Image.DecompressionBombError as error:
        raise _too_many() from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        if isinstance(error, UnfitError):
            raise
        message = "The picture is damaged: it cannot be opened."
        raise UnfitError(message, "Take or save it again.") from error


def _made_anew(content: bytes, kind: Kind) -> bytes:
    # Other libraries in the same process (WeasyPrint) let Pillow take half a picture for a whole.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    with Image.open(io.BytesIO(content), formats=[kind.name]) as opened:
        if opened.width * opened.height > MOST_POINTS:
            raise _too_many()
        opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # lets JPEG skip what is thrown away
        opened.load()
        upright = ImageOps.exif_transpose(opened)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    flat = upright if upright.mode in _MODES[kind] else upright.convert(_plain_mode(upright, kind))
    bare = Image.new(flat.mode, flat.size)
    bare.paste(flat)
    made = io.BytesIO()
    bare.save(made, format=kind.name, **_HOW[kind])
    return made.getvalue()


def _plain_mode(picture: Image.Image, kind: Kind) -> str:
    is_clear = "transparency" in picture.info or "A" in picture.getbands()
    return "RGBA" if is_clear and "RGBA" in _MODES[kind] else "RGB"


def _too_many() -> UnfitError:
    message = "The picture has more points than a camera takes."
    return UnfitError(message, "Save it smaller, at most 4000 points on its longer side.")
