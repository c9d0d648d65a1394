"""The employer's own door: the draft, its sources, and the reply."""

from flask import Blueprint

from jobquality.errors import NotFoundError

blueprint = Blueprint("reply", __name__)


@blueprint.get("/<any(en,es):language>/reply/<token>")
def door(token: str) -> str:
    """Show what is not built yet."""
    del token
    raise NotFoundError("not yet")


@blueprint.get("/<any(en,es):language>/reply")
def page() -> str:
    """Show what is not built yet."""
    raise NotFoundError("not yet")
