"""What every answer of the API has in common: caching, who may read it, and the headers."""

from flask import Response, g, request

from jobquality.http import DATA_POLICY

_READING = ("GET", "HEAD", "OPTIONS")
_OK = 200
#: Long enough for a crowd, short enough for a correction.
_FRESH = "public, max-age=60"
#: What somebody's token opened is for their program alone.
_PRIVATE = "private, no-store"


def finish(response: Response) -> Response:
    """Put the API's own headers on its answers; answer "not modified" where nothing changed."""
    if not request.path.startswith("/api/"):
        return response
    response.headers["Content-Security-Policy"] = DATA_POLICY
    if g.get("private"):
        return _private(response)
    if request.method not in _READING:
        response.headers["Cache-Control"] = "no-store"
        return response
    # No credentials are ever read, so every website may read what everyone may.
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Expose-Headers"] = "ETag, Link, Retry-After"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return _cached(response) if response.status_code == _OK else response


def _private(response: Response) -> Response:
    response.headers["Cache-Control"] = _PRIVATE
    response.vary.add("Authorization")
    is_read = request.method in _READING and response.status_code == _OK
    return _cached(response) if is_read else response


def _cached(response: Response) -> Response:
    if request.method != "OPTIONS":
        response.headers.setdefault("Cache-Control", _FRESH)
        response.add_etag()
        response.make_conditional(request)
    return response
