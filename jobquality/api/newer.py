"""A draft goes to a newer edition of its standard: seen first, then done."""

from http import HTTPStatus
from typing import Any

from flask import Response
from marshmallow import Schema, fields
from werkzeug.exceptions import PreconditionFailed

from jobquality.access.actors import Action
from jobquality.api.assessed import AssessmentSchema, tell_assessment
from jobquality.api.blueprints import ONE_DRAFT, Blueprint
from jobquality.api.keys import acting
from jobquality.api.writing import Kept, body_of, check_key, once, seen_version, tag
from jobquality.errors import ConflictError
from jobquality.http import current
from jobquality.schemas.bodies import MoveBodySchema
from jobquality.services.editionmoves import EditionMove, MoveEdition, look_ahead, move_edition
from jobquality.store.assessments import get_assessment
from jobquality.store.database import Session
from jobquality.store.employers import get_employer

blueprint = Blueprint("api_newer", __name__, "Assessments of your own organization")
_RULE = "/assessments/<assessment_id>/newer-edition"
_LATE = (
    "The draft was changed after you read it, or another edition is the newest one by now. "
    "Nothing was moved. Read it again, then send the edition and the version that are there."
)


class ComesSchema(Schema):
    """An answer that comes along, and has to be confirmed before it counts."""

    criterion = fields.String(required=True)
    came_from = fields.String(
        required=True, metadata={"description": "The question of the older edition"}
    )
    answer = fields.String(required=True)


class StaysSchema(Schema):
    """An answer that stays behind; it is kept on record, and counts no more."""

    criterion = fields.String(required=True)
    why = fields.String(
        required=True, metadata={"description": "What the bridge says of it", "example": "retired"}
    )
    answer = fields.String(required=True)


class NewerEditionSchema(Schema):
    """What moving a draft to the newer edition would do."""

    old = fields.String(required=True, metadata={"example": "restaurants_us@2026.1"})
    new = fields.String(required=True, metadata={"example": "restaurants_us@2026.2"})
    edition = fields.String(required=True, metadata={"description": "What POST takes"})
    comes = fields.List(fields.Nested(ComesSchema), required=True)
    stays = fields.List(fields.Nested(StaysSchema), required=True)
    asked_now = fields.List(
        fields.String(), required=True, metadata={"description": "What nothing answers yet"}
    )
    evidence_left = fields.Integer(
        required=True, metadata={"description": "Pieces of evidence behind what stays"}
    )
    etag = fields.String(required=True, metadata={"description": "For If-Match", "example": '"3"'})


@blueprint.reads_own(_RULE, NewerEditionSchema, refuses=[HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT])
def look(assessment_id: str) -> tuple[dict[str, Any], dict[str, str]]:
    """Show what moving a draft to the newer edition would do; nothing is done.

    409 where it is no draft, has to stay with its edition, or there is no newer one in use.
    """
    here, actor = current(), acting(Action.ASSESS)
    with here.database.reading(actor.organization_id) as session:
        move = look_ahead(session, actor, assessment_id, catalog=here.catalog, at=here.clock())
    version = tag(move.assessment.version)
    return {**_told(move), "etag": version}, {"ETag": version}


@blueprint.writes(_RULE, AssessmentSchema, takes=MoveBodySchema, made=ONE_DRAFT)
def go(assessment_id: str) -> Response:
    """Move a draft to the newer edition, as you saw it: every answer that comes is to confirm."""
    here, actor = current(), acting(Action.ASSESS)
    check_key()
    seen = seen_version()
    body = body_of(MoveBodySchema())
    command = MoveEdition(assessment_id=assessment_id, edition=body["edition"], seen=seen)

    def work(session: Session) -> Kept:
        move_edition(session, actor, command, catalog=here.catalog, at=here.clock())
        moved = get_assessment(session, assessment_id)
        told = tell_assessment(moved, get_employer(session, moved.employer_id))
        return Kept(AssessmentSchema().dump(told), headers={"ETag": tag(moved.version)})

    try:
        return once(actor, work)
    except ConflictError:
        raise PreconditionFailed(_LATE) from None


def _told(move: EditionMove) -> dict[str, Any]:
    said, bridged = move.answers, move.bridged
    return {
        "old": move.old.rubric.name,
        "new": move.new.rubric.name,
        "edition": move.new.rubric.edition,
        "comes": [
            {"criterion": name, "came_from": bridged.came_from[name], "answer": one.answer}
            for name, one in bridged.answers.items()
            if one.answer
        ],
        "stays": [
            {"criterion": name, "why": why, "answer": said[name].answer}
            for name, why in bridged.left.items()
        ],
        "asked_now": move.new_questions,
        "evidence_left": move.papers,
    }
