"""The assessment form."""

from jobquality.errors import NotFoundError
from jobquality.web.work import work_blueprint

blueprint = work_blueprint("assessments", __name__)


@blueprint.get("/employers/<employer_id>/assess")
def start(employer_id: str) -> str:
    """Show what is not built yet."""
    del employer_id
    raise NotFoundError("not yet")


@blueprint.get("/assessments/<assessment_id>")
def page(assessment_id: str) -> str:
    """Show what is not built yet."""
    del assessment_id
    raise NotFoundError("not yet")


@blueprint.get("/assessments/<assessment_id>/<criterion>")
def question(assessment_id: str, criterion: str) -> str:
    """Show what is not built yet."""
    del assessment_id, criterion
    raise NotFoundError("not yet")
