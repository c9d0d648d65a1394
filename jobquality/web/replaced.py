"""Tell an employer who comes by an old address that a new one took its place, and whom to ask."""

from http import HTTPStatus

from flask import make_response, render_template
from werkzeug.exceptions import abort

from jobquality.http import current
from jobquality.services.replaced import find_replacer
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.web.kept import readable, typed_fields
from jobquality.web.limits import Try, forgive
from jobquality.web.security import find_in_visit


def stop_if_replaced(token_digest: str, tries: tuple[Try, ...] = ()) -> None:
    """Be quiet unless a new address took the place of this one; else show that, and no more.

    It is no guess, so `tries` are forgiven. What somebody sends meanwhile they get back to copy.
    """
    with current().database.reading(EVERY_ORGANIZATION) as session:
        organization = find_replacer(session, token_digest)
    if organization is not None:
        forgive(tries)
        typed = readable(typed_fields())
        shown = render_template("web/replaced.html", organization=organization, typed=typed)
        abort(make_response(shown, HTTPStatus.GONE))


def stop_if_visit_was_replaced(*slots: str) -> None:
    """Be quiet unless this visit came by an address that was replaced since."""
    for slot in slots:
        digest = find_in_visit(slot)
        if isinstance(digest, str):
            stop_if_replaced(digest)
