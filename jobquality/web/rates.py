"""Dated figures that an organization brings."""

from jobquality.errors import NotFoundError
from jobquality.web.work import work_blueprint

blueprint = work_blueprint("rates", __name__)


@blueprint.get("/rates")
def listing() -> str:
    """Show what is not built yet."""
    raise NotFoundError("not yet")
