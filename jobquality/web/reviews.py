"""Review: submit, return, approve."""

from jobquality.errors import NotFoundError
from jobquality.web.work import work_blueprint

blueprint = work_blueprint("reviews", __name__)


@blueprint.post("/assessments/<assessment_id>/submit")
def submit(assessment_id: str) -> str:
    """Show what is not built yet."""
    del assessment_id
    raise NotFoundError("not yet")


@blueprint.get("/assessments/<assessment_id>/review")
def page(assessment_id: str) -> str:
    """Show what is not built yet."""
    del assessment_id
    raise NotFoundError("not yet")


@blueprint.post("/assessments/<assessment_id>/review")
def decide(assessment_id: str) -> str:
    """Show what is not built yet."""
    del assessment_id
    raise NotFoundError("not yet")
