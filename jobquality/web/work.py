"""What every page for people at work has in common."""

from flask import Blueprint, Response

from jobquality.http import WORK_POLICY


def work_blueprint(name: str, module: str) -> Blueprint:
    """Return a blueprint below `/en/work` and `/es/work`: its own policy, and never cached."""
    blueprint = Blueprint(name, module, url_prefix="/<any(en,es):language>/work")
    blueprint.after_request(private)
    return blueprint


def private(response: Response) -> Response:
    """Keep a page out of every cache, and let our own script run on it."""
    response.headers.setdefault("Content-Security-Policy", WORK_POLICY)
    response.headers["Cache-Control"] = "private, no-store"
    response.vary.add("Cookie")
    return response
