"""The way in: `/` sends people to the start page in their language."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from jobquality.http import current
from jobquality.web.languages import current_language
from jobquality.web.logins import is_open
from jobquality.web.standards import standard

blueprint = Blueprint("start", __name__)


@blueprint.get("/")
def door() -> Response:
    """Send the reader to the start page in the language the browser asks for."""
    response = redirect(url_for("start.page", language=current_language()))
    response.headers["Vary"] = "Accept-Language"
    return response


@blueprint.get("/<any(en,es):language>/")
def page() -> str:
    """Show what this is, for whom, and the standards."""
    editions = current().catalog.by_name.values()
    standards = [standard(edition, current_language()) for edition in editions]
    return render_template("web/start.html", standards=standards, is_open=is_open())
