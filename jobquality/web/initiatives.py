"""Sector initiatives: the pages at work and the public one."""

from flask import Blueprint

from jobquality.errors import NotFoundError

blueprint = Blueprint("initiatives", __name__)


@blueprint.get("/<any(en,es):language>/work/initiatives")
def listing() -> str:
    """Show what is not built yet."""
    raise NotFoundError("not yet")


@blueprint.get("/<any(en,es):language>/work/initiatives/<initiative_id>")
def page(initiative_id: str) -> str:
    """Show what is not built yet."""
    del initiative_id
    raise NotFoundError("not yet")


@blueprint.get("/<any(en,es):language>/i/<slug>")
def public(slug: str) -> str:
    """Show what is not built yet."""
    del slug
    raise NotFoundError("not yet")
