"""Employers and their establishments, for people at work."""

from jobquality.errors import NotFoundError
from jobquality.web.work import work_blueprint

blueprint = work_blueprint("employers", __name__)


@blueprint.get("/employers")
def listing() -> str:
    """Show what is not built yet."""
    raise NotFoundError("not yet")


@blueprint.get("/employers/new")
def add() -> str:
    """Show what is not built yet."""
    raise NotFoundError("not yet")


@blueprint.get("/employers/<employer_id>")
def page(employer_id: str) -> str:
    """Show what is not built yet."""
    del employer_id
    raise NotFoundError("not yet")
