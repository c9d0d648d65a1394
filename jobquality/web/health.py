"""For the machine that watches this one: does it live, and may it be sent people?"""

from flask import Blueprint, Response, jsonify

from jobquality.errors import SetupError
from jobquality.http import current
from jobquality.store.schema import check_ready

blueprint = Blueprint("health", __name__, url_prefix="/health")


@blueprint.get("/live")
def live() -> Response:
    """Say that this process answers; asks nothing of anybody else."""
    return _fresh(jsonify(status="live"))


@blueprint.get("/ready")
def ready() -> tuple[Response, int]:
    """Say whether the database answers and has this program's schema, else why not."""
    try:
        check_ready(current().database)
    except SetupError as refusal:
        return _fresh(jsonify(status="not ready", reason=str(refusal))), 503
    return _fresh(jsonify(status="ready")), 200


def _fresh(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
