"""The organization of samples: made and removed with one click."""

from jobquality.errors import NotFoundError
from jobquality.web.work import work_blueprint

blueprint = work_blueprint("samples", __name__)


@blueprint.post("/samples")
def make() -> str:
    """Show what is not built yet."""
    raise NotFoundError("not yet")


@blueprint.post("/samples/remove")
def remove() -> str:
    """Show what is not built yet."""
    raise NotFoundError("not yet")
