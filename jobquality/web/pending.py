"""What somebody was about to do before they set up their second step, and the way back to it."""

from http import HTTPStatus

from flask import Flask, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.errors import SecondStepError
from jobquality.web.doors import own_path
from jobquality.web.kept import kept_fields, readable
from jobquality.web.security import drop_from_visit, find_in_visit, keep_in_visit
from jobquality.web.visitors import needs

_PENDING = "pending"


def add_pending(app: Flask) -> None:
    """Lead whoever needs a second step to it, and keep what they sent in their visit."""
    app.register_error_handler(SecondStepError, _explain)


@needs(Action.LOOK)
def go_on() -> Response | str:
    """Go back to what was pending: a page is opened, a form waits for one more press."""
    kept = find_in_visit(_PENDING)
    drop_from_visit(_PENDING)
    if not kept:
        return redirect(url_for("desk.page"))
    target = own_path(kept["path"], url_for("desk.page"))
    if kept["form"] is None:
        return redirect(target)
    return render_template(
        "web/accounts/go_on.html", target=target, kept=kept["form"], readable=readable(kept["form"])
    )


def is_pending() -> bool:
    """Say whether something waits for the second step."""
    return find_in_visit(_PENDING) is not None


def _explain(_refusal: SecondStepError) -> Response:
    is_form = request.method == "POST"
    path = request.full_path.rstrip("?")
    keep_in_visit(_PENDING, {"path": path, "form": kept_fields() if is_form else None})
    page = render_template("web/accounts/needs_step.html", is_form=is_form)
    return make_response(page, HTTPStatus.FORBIDDEN)
