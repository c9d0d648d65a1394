"""Logging in, inviting, and the first set-up."""

from flask import Blueprint, Flask
from flask_wtf.csrf import CSRFProtect

from jobquality.errors import NotFoundError

blueprint = Blueprint("accounts", __name__, url_prefix="/<any(en,es):language>")


def add_accounts(app: Flask) -> None:
    """Give the application its accounts."""
    CSRFProtect(app)


@blueprint.get("/login")
def login() -> str:
    """Ask who it is."""
    return "not yet"


@blueprint.get("/people")
def people() -> str:
    """Show what is not built yet."""
    raise NotFoundError("not yet")


@blueprint.post("/logout")
def logout() -> str:
    """Show what is not built yet."""
    raise NotFoundError("not yet")


@blueprint.get("/setup")
def setup() -> str:
    """Show what is not built yet."""
    raise NotFoundError("not yet")


@blueprint.get("/join/<token>")
def join(token: str) -> str:
    """Show what is not built yet."""
    del token
    raise NotFoundError("not yet")


@blueprint.get("/me")
def me() -> str:
    """Show what is not built yet."""
    raise NotFoundError("not yet")
