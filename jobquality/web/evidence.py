"""Files and links behind answers."""

from jobquality.errors import NotFoundError
from jobquality.web.work import work_blueprint

blueprint = work_blueprint("evidence", __name__)


@blueprint.post("/assessments/<assessment_id>/<criterion>/evidence")
def add(assessment_id: str, criterion: str) -> str:
    """Show what is not built yet."""
    del assessment_id, criterion
    raise NotFoundError("not yet")


@blueprint.get("/evidence/<evidence_id>")
def file(evidence_id: str) -> str:
    """Show what is not built yet."""
    del evidence_id
    raise NotFoundError("not yet")
