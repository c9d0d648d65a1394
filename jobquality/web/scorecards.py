"""The public side: employers and their scorecards."""

from flask import Blueprint

from jobquality.errors import NotFoundError

blueprint = Blueprint("scorecards", __name__)


@blueprint.get("/<any(en,es):language>/employers")
def listing() -> str:
    """Show what is not built yet."""
    raise NotFoundError("not yet")


@blueprint.get("/<any(en,es):language>/e/<slug>")
def page(slug: str) -> str:
    """Show what is not built yet."""
    del slug
    raise NotFoundError("not yet")


@blueprint.get("/<any(en,es):language>/e/<slug>/<int:revision>")
def revision(slug: str, revision: int) -> str:
    """Show what is not built yet."""
    del slug, revision
    raise NotFoundError("not yet")
