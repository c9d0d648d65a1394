"""The shapes of assessments and their answers, as an organization's own programs see them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import url_for
from marshmallow import INCLUDE, Schema, fields, post_load, validate

from jobquality.access.states import AssessmentState
from jobquality.api.shapes import maybe
from jobquality.api.writing import tag
from jobquality.schemas.pointers import UNKNOWN
from jobquality.scoring.facts import Grade
from jobquality.services.assessments import RecordAnswer
from jobquality.store.assessments import Answer, Assessment
from jobquality.store.employers import Employer

_MOST, _USUAL = 100, 50
ID = r"[A-Za-z0-9_-]{1,32}"


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedAssessments:
    """Which assessments, from where on, and how many."""

    after: str
    limit: int
    state: AssessmentState | None


class WantedAssessmentsSchema(Schema):
    """The query of a list of assessments."""

    error_messages = {"unknown": UNKNOWN}  # noqa: RUF012  # marshmallow's own way

    class Meta:
        """A parameter that is not known is refused by the parser."""

        unknown = INCLUDE

    after = fields.String(
        load_default="",
        validate=validate.Regexp(rf"^(?:{ID})?\Z", error="is no id."),
        metadata={"description": "Go on after this one; `next` has it."},
    )
    limit = fields.Integer(
        load_default=_USUAL,
        validate=validate.Range(1, _MOST, error=f"must be from 1 to {_MOST}."),
    )
    state = fields.Enum(
        AssessmentState,
        by_value=True,
        load_default=None,
        error_messages={"unknown": "is no state of an assessment."},
    )

    @post_load
    def make(self, given: dict[str, Any], **_: object) -> WantedAssessments:
        """Return it as a value."""
        return WantedAssessments(**given)


class AskedWorkersSchema(Schema):
    """How many workers were asked, how many confirmed, and in which month."""

    asked = fields.Integer(required=True)
    confirming = fields.Integer(required=True)
    month = fields.String(required=True)


class SaidSchema(Schema):
    """An answer as it is written."""

    answer = fields.String(required=True)
    grade = fields.Enum(Grade, by_value=True, allow_none=True, required=True)
    source = fields.String(required=True)
    note = fields.String(required=True)
    workers = fields.Nested(AskedWorkersSchema, allow_none=True, required=True)
    law_checked_on = fields.Date(allow_none=True, required=True)
    on = fields.Date(allow_none=True, required=True)


class AnswerSchema(SaidSchema):
    """An answer that is kept: by whom, when, and in which version."""

    criterion = fields.String(required=True)
    carried = fields.Boolean(
        required=True, metadata={"description": "From last time; does not count until confirmed."}
    )
    by = fields.String(required=True)
    answered_at = fields.DateTime(required=True)
    version = fields.Integer(required=True)
    etag = fields.String(required=True, metadata={"description": "For If-Match", "example": '"3"'})


class AnswersSchema(Schema):
    """Answers that were kept together."""

    items = fields.List(fields.Nested(AnswerSchema), required=True)


class WhoseSchema(Schema):
    """The employer that is assessed."""

    id = fields.String(required=True)
    name = fields.String(required=True)


class AssessmentLinksSchema(Schema):
    """Where to go on; each is a path on this server."""

    self = fields.String(required=True)
    page = fields.String(required=True)


class AssessmentSchema(Schema):
    """An assessment, without its answers."""

    id = fields.String(required=True)
    employer = fields.Nested(WhoseSchema, required=True)
    rubric = fields.String(required=True, metadata={"example": "restaurants_us@2026.1"})
    on = fields.Date(required=True)
    sites = fields.List(fields.String(), required=True)
    state = fields.Enum(AssessmentState, by_value=True, required=True)
    on_hold = fields.Boolean(required=True)
    previous_id = maybe(required=True)
    created_at = fields.DateTime(required=True)
    changed_at = fields.DateTime(required=True)
    links = fields.Nested(AssessmentLinksSchema, required=True)


class WholeAssessmentSchema(AssessmentSchema):
    """An assessment with all of its answers."""

    answers = fields.Dict(keys=fields.String(), values=fields.Nested(AnswerSchema), required=True)


class AssessmentsSchema(Schema):
    """One page of assessments."""

    items = fields.List(fields.Nested(AssessmentSchema), required=True)
    next = maybe(required=True, metadata={"description": "Path of the next page, or null"})


def tell_assessment(assessment: Assessment, employer: Employer) -> dict[str, Any]:
    """Return what `AssessmentSchema` shows of an assessment."""
    return {
        "id": assessment.id,
        "employer": employer,
        "rubric": f"{assessment.rubric}@{assessment.edition}",
        "on": assessment.on,
        "sites": assessment.sites,
        "state": assessment.state,
        "on_hold": assessment.hold_since is not None,
        "previous_id": assessment.previous_id,
        "created_at": assessment.created_at,
        "changed_at": assessment.changed_at,
        "links": {
            "self": url_for("api_assessments.one", assessment_id=assessment.id),
            "page": url_for("assessments.page", language="en", assessment_id=assessment.id),
        },
    }


def tell_answer(answer: Answer, people: Mapping[str, str]) -> dict[str, Any]:
    """Return what `AnswerSchema` shows of an answer; `people` are names by id."""
    told = {name: getattr(answer, name) for name in AnswerSchema().fields if hasattr(answer, name)}
    by = people.get(answer.author_id, "")
    return {**told, "by": by, "etag": tag(answer.version)}


def dump_answer(answer: Answer, people: Mapping[str, str]) -> dict[str, Any]:
    """Return an answer that is kept, as JSON has it."""
    return dict(AnswerSchema().dump(tell_answer(answer, people)))


def dump_command(command: RecordAnswer) -> dict[str, Any]:
    """Return an answer that was sent, as it was understood."""
    return dict(SaidSchema().dump(command))
