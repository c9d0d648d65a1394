"""Documents as PDF."""

from flask import Blueprint

from jobquality.errors import NotFoundError

blueprint = Blueprint("documents", __name__)


@blueprint.get("/<any(en,es):language>/e/<slug>/plan.pdf")
def plan(slug: str) -> str:
    """Show what is not built yet."""
    del slug
    raise NotFoundError("not yet")


@blueprint.get("/<any(en,es):language>/certificates/<code>.pdf")
def certificate(code: str) -> str:
    """Show what is not built yet."""
    del code
    raise NotFoundError("not yet")
