"""Files from people, given out so that nothing in them runs and no name of theirs is told."""

from flask import Response

from jobquality.http import FILE_POLICY, current
from jobquality.uploads.kinds import KINDS

_SHOWN_OF_ID = 8
_EXTENSIONS = {kind.media_type: kind.extension for kind in KINDS}


def serve_file(sha256: str, media_type: str, *, of: str) -> Response:
    """Return a file as a download under a name of ours; `of` is the id that the name shows.

    Raises:
        NotFoundError: it is not there, or is not what its hash says any more.
    """
    response = Response(current().files.read(sha256), mimetype=media_type)
    name = name_of_file(media_type, of=of)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Content-Security-Policy"] = FILE_POLICY
    return response


def name_of_file(media_type: str, *, of: str) -> str:
    """Return our name for a file: `evidence-7f3a19c2.jpg`, whatever it was called before."""
    return f"evidence-{of[:_SHOWN_OF_ID]}.{_EXTENSIONS[media_type]}"


def serve_picture(content: bytes) -> Response:
    """Return a page that we drew ourselves, to be looked at in a page of ours."""
    response = Response(content, mimetype="image/jpeg")
    response.headers["Content-Security-Policy"] = FILE_POLICY
    return response
