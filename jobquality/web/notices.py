"""Notice to the employer, the clock, and publishing."""

from jobquality.errors import NotFoundError
from jobquality.web.work import work_blueprint

blueprint = work_blueprint("notices", __name__)


@blueprint.get("/assessments/<assessment_id>/notice")
def page(assessment_id: str) -> str:
    """Show what is not built yet."""
    del assessment_id
    raise NotFoundError("not yet")


@blueprint.post("/assessments/<assessment_id>/publish")
def publish(assessment_id: str) -> str:
    """Show what is not built yet."""
    del assessment_id
    raise NotFoundError("not yet")
