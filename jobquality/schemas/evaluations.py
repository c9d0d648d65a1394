"""The shape of a question to the scorer: a standard, facts and figures in one JSON object."""

from collections.abc import Sequence
from typing import Any

from marshmallow import fields, validate

from jobquality.rubrics.fields import ID as BOX
from jobquality.rubrics.model import MAIN
from jobquality.schemas.cohorts import CohortSchema
from jobquality.schemas.jsontext import Number
from jobquality.schemas.rows import Day
from jobquality.schemas.scorecards import Nodes
from jobquality.schemas.strict import REQUIRED, Strict, at_most
from jobquality.schemas.texts import PlainText
from jobquality.scoring.facts import Grade

MOST_FACTS = 5_000
_MOST_PROFILE, _MOST_BOXES = 100, 200
_LONGEST_NAME, _LONGEST_TEXT, _LONGEST_FILE = 200, 2_000, 512 * 1024


Given = str | bool | tuple[str, ...]


class Written(fields.Field[Given]):
    """A text, a number as it was written, true or false; with `boxes`, a list of ids too."""

    default_error_messages = {  # noqa: RUF012  # marshmallow's own way
        "type": "must be a text, a number, true or false.",
        "long": f"has more than {_LONGEST_TEXT} characters. Shorten it.",
        "box": f"must hold ids of boxes, each a text, {_MOST_BOXES} at most.",
    }

    def __init__(self, *, boxes: bool = False, **rest: Any) -> None:  # noqa: ANN401  # marshmallow's own signature
        super().__init__(**rest)
        self._takes_boxes = boxes

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Given:  # noqa: ANN401, ARG002  # marshmallow's own signature
        if self._takes_boxes and isinstance(value, list):
            return self._boxes(value)
        text = value.text if isinstance(value, Number) else value
        if not isinstance(text, str | bool):
            raise self.make_error("type")
        if isinstance(text, str) and len(text) > _LONGEST_TEXT:
            raise self.make_error("long")
        return text

    def _boxes(self, value: Sequence[object]) -> tuple[str, ...]:
        named = tuple(one for one in value if isinstance(one, str) and BOX.fullmatch(one))
        if len(named) < len(value) or len(value) > _MOST_BOXES:
            raise self.make_error("box")
        return named


class FactSchema(Strict):
    """One answer."""

    criterion = fields.String(
        required=True,
        error_messages=REQUIRED,
        validate=[validate.Length(min=1, error="is empty."), at_most(_LONGEST_NAME)],
        metadata={"description": "The id of a criterion, or its code.", "example": "notice_days"},
    )
    answer = Written(
        boxes=True,
        required=True,
        error_messages=REQUIRED,
        metadata={
            "description": "As in a facts file: 7.25, an id, `unknown`, `na: why`. True and "
            "false answer yes/no questions, a list of ids answers a checklist.",
        },
    )
    grade = fields.String(
        validate=validate.OneOf(
            [grade.value for grade in Grade], error="is not a grade. Use E0, E1, E2, E3 or E4."
        ),
        metadata={"description": "How strong the evidence is."},
    )
    url = fields.String(validate=at_most(_LONGEST_TEXT), metadata={"description": "Its source."})
    reason = fields.String(validate=at_most(_LONGEST_TEXT))
    note = fields.String(validate=at_most(_LONGEST_TEXT))


class EvaluationSchema(Strict):
    """What `POST /api/v1/evaluate` takes. Give `rubric` or `rubric_yaml`, not both."""

    rubric = fields.String(
        validate=at_most(_LONGEST_NAME),
        metadata={"description": "A standard that ships.", "example": "restaurants_us@2026.1"},
    )
    rubric_yaml = fields.String(
        validate=at_most(_LONGEST_FILE),
        metadata={"description": "A standard of your own, as YAML."},
    )
    parameters_yaml = fields.String(
        validate=at_most(_LONGEST_FILE),
        metadata={"description": "Your own dated figures, as YAML; see docs/parameters.md."},
    )
    scoring = fields.String(load_default=MAIN, validate=at_most(_LONGEST_NAME))
    employer = PlainText(
        load_default="employer",
        validate=[validate.Length(min=1, error="is empty."), at_most(_LONGEST_NAME)],
    )
    part = PlainText(load_default="", validate=at_most(_LONGEST_NAME))
    on = Day(metadata={"description": "The day to score for; today when left out."})
    nodes = fields.Enum(
        Nodes,
        by_value=True,
        load_default=Nodes.ALL,
        error_messages={"unknown": "must be total, dimensions or all."},
    )
    profile = fields.Dict(
        keys=fields.String(validate=at_most(_LONGEST_NAME)),
        values=Written(),
        load_default=dict,
        validate=validate.Length(max=_MOST_PROFILE, error="has too many entries."),
        metadata={"description": "Facts about the employer: place, sector, headcount, …"},
    )
    cohort = fields.Nested(
        CohortSchema,
        metadata={
            "description": "What `jobquality cohort` froze, for a standard that compares employers."
        },
    )
    facts = fields.Nested(
        FactSchema,
        many=True,
        required=True,
        error_messages={**REQUIRED, "type": "must be a list."},
        validate=validate.Length(max=MOST_FACTS, error=f"has more than {MOST_FACTS} entries."),
    )
