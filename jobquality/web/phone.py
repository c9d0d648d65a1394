"""What a phone keeps: our worker, the page of what waits there, and the page after logging out."""

from flask import Response, jsonify, render_template, send_from_directory
from flask_wtf.csrf import generate_csrf

from jobquality import paths
from jobquality.access.actors import Action
from jobquality.web.visitors import current_person, needs, person_tag
from jobquality.web.work import keep_on_phone, work_blueprint

blueprint = work_blueprint("phone", __name__)
blueprint.after_request(keep_on_phone)


@blueprint.get("/phone")
@needs(Action.LOOK)
def page() -> str:
    """Show what waits on this phone; also what our worker shows where it kept no page."""
    return render_template("web/phone/page.html")


@blueprint.get("/phone/pass")
@needs(Action.LOOK)
def pass_() -> Response:
    """Tell our script who is logged in, and the token that its next forms need."""
    return jsonify(person=person_tag(current_person()), csrf=generate_csrf())


@blueprint.get("/left")
def left() -> str:
    """Say that the visit is over; our script takes away what was kept of it."""
    return render_template("web/phone/left.html")


@blueprint.get("/worker.js")
def worker() -> Response:
    """Give out our worker; from here it may serve the pages at work of one language only."""
    return send_from_directory(paths.static(), "worker.js", mimetype="text/javascript")
