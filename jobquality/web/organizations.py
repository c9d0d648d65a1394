"""The public page of an organization, and its ledger's files."""

from flask import Blueprint

from jobquality.errors import NotFoundError

blueprint = Blueprint("organizations", __name__)


@blueprint.get("/<any(en,es):language>/o/<slug>")
def page(slug: str) -> str:
    """Show what is not built yet."""
    del slug
    raise NotFoundError("not yet")


@blueprint.get("/o/<slug>/ledger.json")
def ledger(slug: str) -> str:
    """Show what is not built yet."""
    del slug
    raise NotFoundError("not yet")
