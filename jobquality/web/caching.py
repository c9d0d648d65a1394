"""What browsers and caches may keep: public pages, by their tag; nothing of private ones."""

import hashlib
from collections.abc import Callable, Iterable
from functools import cache
from importlib.metadata import version

from flask import Response, make_response, request

from jobquality import paths
from jobquality.web.languages import current_language

#: How long a page may be shown without asking again, in seconds.
FRESH = 300


def public_page(parts: Iterable[object], render: Callable[[], str]) -> Response:
    """Return a public page, or 304 where the reader has it already.

    `parts` are everything that the page is made of beside the program and the language.
    """
    tag = _tag(parts)
    asked = request.if_none_match
    response = Response(status=304) if asked.contains_weak(tag) else make_response(render())
    response.set_etag(tag)
    response.cache_control.public = True
    response.cache_control.max_age = FRESH
    return response


def keep_private(response: Response) -> Response:
    """Keep what a link opened out of every cache, and the link out of every other site's log."""
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.vary.add("Cookie")
    return response


def _tag(parts: Iterable[object]) -> str:
    made_of = "\n".join([_program(), current_language(), *(str(part) for part in parts)])
    return hashlib.sha256(made_of.encode()).hexdigest()[:32]


@cache
def _program() -> str:
    """Return what stands for this program: its version and every template and style sheet."""
    found = hashlib.sha256(version("jobquality").encode())
    for folder in (paths.templates() / "web", paths.static()):
        for file in sorted(folder.rglob("*")):
            found.update(file.read_bytes() if file.is_file() else b"")
    return found.hexdigest()
