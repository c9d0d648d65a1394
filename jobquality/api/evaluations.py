"""Score facts of one's own; nothing of them is kept."""

from http import HTTPStatus
from typing import Any

from flask import request
from werkzeug.exceptions import UnsupportedMediaType

from jobquality.api.blueprints import Blueprint
from jobquality.api.limits import check_not_too_often
from jobquality.api.problems import UnreadableError
from jobquality.api.traces import ResultSchema
from jobquality.errors import FaultsError
from jobquality.http import current
from jobquality.schemas.evaluations import EvaluationSchema
from jobquality.schemas.jsontext import read_json
from jobquality.schemas.questions import load_question, score_question
from jobquality.schemas.traces import dump_evaluation

blueprint = Blueprint("api_evaluations", __name__, "Score facts of your own")
_JSON = "application/json"
_BODY = {"required": True, "content": {_JSON: {"schema": EvaluationSchema}}}


@blueprint.computes(
    "/evaluate",
    ResultSchema,
    takes=_BODY,
    refuses=[
        HTTPStatus.BAD_REQUEST,
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
        HTTPStatus.UNPROCESSABLE_ENTITY,
        HTTPStatus.TOO_MANY_REQUESTS,
    ],
)
def evaluate() -> dict[str, Any]:
    """Score facts by a standard, and show every step.

    The standard is one that ships (`rubric`) or your own (`rubric_yaml`); the numbers are the
    same as those of the command `jobquality score`. Nothing of what you send is kept.
    """
    check_not_too_often()
    document = _document()
    here = current()
    asked = load_question(document, here.catalog, today=here.clock().date())
    card = score_question(asked)
    return dump_evaluation(card, asked.nodes, asked.parameters)


def _document() -> object:
    if request.mimetype != _JSON:
        raise UnsupportedMediaType(f"Send the question as {_JSON}.")
    try:
        return read_json(request.get_data(cache=False))
    except FaultsError as error:
        raise UnreadableError(error) from None
