"""The first page after logging in: what is there to do."""

from jobquality.errors import NotFoundError
from jobquality.web.work import work_blueprint

blueprint = work_blueprint("desk", __name__)


@blueprint.get("/")
def page() -> str:
    """Show what is not built yet."""
    raise NotFoundError("not yet")
