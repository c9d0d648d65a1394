"""What every page for people at work has in common."""

from http import HTTPStatus

from flask import Blueprint, Response, jsonify, request

from jobquality.http import WORK_POLICY
from jobquality.web.visitors import find_current_person, person_tag, wants_json

#: Says to our worker that it may keep this page on the phone, and whose it is.
KEEP = "Keep-On-Phone"


def work_blueprint(name: str, module: str) -> Blueprint:
    """Return a blueprint below `/en/work` and `/es/work`: its own policy, and never cached."""
    blueprint = Blueprint(name, module, url_prefix="/<any(en,es):language>/work")
    blueprint.after_request(private)
    blueprint.after_request(told_to_script)
    return blueprint


def private(response: Response) -> Response:
    """Keep a page out of every cache, and let our own script run on it."""
    response.headers.setdefault("Content-Security-Policy", WORK_POLICY)
    response.headers["Cache-Control"] = "private, no-store"
    response.vary.add("Cookie")
    return response


def told_to_script(response: Response) -> Response:
    """Tell our script where a form leads instead of sending it there.

    A script cannot see where it is sent: to the next page, or to the login.
    """
    if response.status_code != HTTPStatus.SEE_OTHER or not wants_json():
        return response
    return jsonify(to=response.location)


def keep_on_phone(response: Response) -> Response:
    """Let our worker keep a page for the person who sees it; without this it keeps nothing."""
    person = find_current_person()
    is_page = response.status_code == HTTPStatus.OK and response.mimetype == "text/html"
    if person is not None and is_page and request.method == "GET":
        response.headers[KEEP] = person_tag(person)
    return response
