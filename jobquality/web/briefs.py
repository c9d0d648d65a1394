"""Advocacy briefs for a sector and a region."""

from flask import Blueprint

from jobquality.errors import NotFoundError

blueprint = Blueprint("briefs", __name__)


@blueprint.get("/<any(en,es):language>/briefs")
def listing() -> str:
    """Show what is not built yet."""
    raise NotFoundError("not yet")


@blueprint.get("/<any(en,es):language>/briefs/<sector>/<place>")
def page(sector: str, place: str) -> str:
    """Show what is not built yet."""
    del sector, place
    raise NotFoundError("not yet")


@blueprint.get("/<any(en,es):language>/briefs/<sector>/<place>/brief.pdf")
def pdf(sector: str, place: str) -> str:
    """Show what is not built yet."""
    del sector, place
    raise NotFoundError("not yet")
