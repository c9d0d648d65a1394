"""Old public names of employers: every address below one leads to the new one, for ever."""

import re

from flask import Flask, redirect, request, url_for
from werkzeug.wrappers import Response

from jobquality.http import current
from jobquality.services.families import lead_on
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.names import Moved

#: What the addresses of an employer have in common, on the pages and in the API.
_OF_EMPLOYER = (
    "/e/<slug>", "/employers/<slug>", "/brands/<slug>", "/embed/<slug>", "/badge/<slug>",
)  # fmt: skip
_SLUG = re.compile(r"[a-z0-9-]{1,120}", re.ASCII)
#: Short enough that an undone merger is seen soon; the answer itself stays for ever.
_FRESH = 300


def add_moves(app: Flask) -> None:
    """Let old names of employers lead on, whatever stands behind them."""
    app.before_request(_lead_on)


def _lead_on() -> Response | None:
    slug = (request.view_args or {}).get("slug", "")
    rule = request.url_rule.rule if request.url_rule else ""
    if not any(part in rule for part in _OF_EMPLOYER) or not _SLUG.fullmatch(slug):
        return None
    with current().database.reading(EVERY_ORGANIZATION) as session:
        moved = lead_on(session, slug)
    if moved is None:
        return None
    response = redirect(_new_address(moved), 301)
    response.cache_control.public = True
    response.cache_control.max_age = _FRESH
    return response


def _new_address(moved: Moved) -> str:
    endpoint, values = str(request.endpoint), dict(request.view_args or {})
    values["slug"] = moved.slug
    if endpoint == "scorecards.revision" and moved.is_part:
        endpoint, values["was"] = "scorecards.part", moved.own_slug
    asked = request.query_string.decode("ascii", "ignore")
    return url_for(endpoint, **values) + (f"?{asked}" if asked else "")
