"""Certificates, and the page that says what one is worth today."""

from flask import Blueprint

from jobquality.errors import NotFoundError

blueprint = Blueprint("certificates", __name__)


@blueprint.get("/verify/<code>")
def door(code: str) -> str:
    """Show what is not built yet."""
    del code
    raise NotFoundError("not yet")


@blueprint.get("/<any(en,es):language>/verify/<code>")
def verify(code: str) -> str:
    """Show what is not built yet."""
    del code
    raise NotFoundError("not yet")


@blueprint.post("/<any(en,es):language>/work/publications/<body_hash>/certificate")
def issue(body_hash: str) -> str:
    """Show what is not built yet."""
    del body_hash
    raise NotFoundError("not yet")
