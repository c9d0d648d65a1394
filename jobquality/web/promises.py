"""What every record kept here promises, for everybody."""

from flask import Blueprint, Response, render_template

from jobquality.http import current
from jobquality.services.public_ledgers import list_public
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.web.caching import public_page

blueprint = Blueprint("promises", __name__)

#: In the order in which they are told.
PROMISES = ("named", "heard", "stays", "workers", "recompute")


@blueprint.get("/<any(en,es):language>/promises")
def page() -> Response:
    """Show the five promises, how each can be checked, and what is not promised."""
    here = current()
    with here.database.reading(EVERY_ORGANIZATION) as session:
        organizations = list_public(session)
    return public_page(
        organizations,
        lambda: render_template(
            "web/promises.html", promises=PROMISES, organizations=organizations
        ),
    )
