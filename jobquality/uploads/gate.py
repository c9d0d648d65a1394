"""The one gate for a file from somebody: size, kind, and nothing in it that betrays a person."""

from dataclasses import dataclass

from jobquality.errors import Fault, FaultsError
from jobquality.uploads.kinds import PDF, Kind, extension_of, kind_of, looks_like
from jobquality.uploads.pdfs import clean_pdf
from jobquality.uploads.pictures import clean_picture
from jobquality.uploads.refusals import UnfitError

#: What a file may weigh.
LARGEST = 10 * 1024 * 1024
#: For the `accept` of a form.
ACCEPTED = ".jpg,.jpeg,.png,.webp,.pdf"
_TAKE = "Send a photo (JPEG, PNG, WebP) or a PDF."
_SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Clean:
    """A file as we keep it: made anew, without whatever was hidden in it."""

    content: bytes
    kind: Kind


def let_in(content: bytes, name: str, *, where: str = "file") -> Clean:
    """Return a file from outside as it may be kept. `name` is only looked at, never kept.

    Raises:
        FaultsError: it is too large, of a kind that we do not take, named like another kind,
            or damaged; the sentence names what it looks like.
    """
    try:
        kind = _checked_kind(content, name)
        cleaned = clean_pdf(content) if kind is PDF else clean_picture(content, kind)
    except UnfitError as error:
        fault = Fault(message=error.message, where=where, remedy=error.remedy)
        raise FaultsError([fault]) from error
    return Clean(content=cleaned, kind=kind)


def _checked_kind(content: bytes, name: str) -> Kind:
    if len(content) > LARGEST:
        message = "The file is larger than 10 MB."
        raise UnfitError(message, "Send a smaller photo, or only the pages that matter.")
    kind = kind_of(content)
    if kind is None:
        what = looks_like(content)
        raise UnfitError(f"This looks like {what}.", _remedy(what))
    extension = extension_of(name)
    if extension and extension not in kind.extensions:
        message = f"The file is called .{extension[:_SHOWN]}, and inside it is {kind.name}."
        raise UnfitError(message, "Files that say two things are not taken. Save it anew.")
    return kind


def _remedy(what: str) -> str:
    if "HEIC" in what:
        return "Share it as JPEG: in the camera settings choose “Most compatible”."
    if "office" in what or "Word" in what:
        return "Save it as PDF and send that."
    return _TAKE
