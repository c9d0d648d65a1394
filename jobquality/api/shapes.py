"""The shapes of what the API answers; the description at /api/openapi.json is made of them."""

from typing import Any

from marshmallow import Schema, fields, validate

_EXACT = {"description": "Exact: a decimal, or a/b"}


def exact(**rest: Any) -> fields.String:  # noqa: ANN401  # marshmallow's own arguments
    """Return an exact number as text, or null."""
    return fields.String(allow_none=True, metadata=_EXACT, **rest)


def maybe(**rest: Any) -> fields.String:  # noqa: ANN401  # marshmallow's own arguments
    """Return a text, or null."""
    return fields.String(allow_none=True, **rest)


class LinksSchema(Schema):
    """Where to go on; each is a path on this server."""

    self = fields.String()
    page = fields.String()
    yaml = fields.String()
    scorecards = fields.String()


class EditionSchema(Schema):
    """What a list shows of an edition."""

    id = fields.String(required=True)
    edition = fields.String(required=True)
    name = fields.String(required=True)
    title = fields.Dict(keys=fields.String(), values=fields.String(), required=True)
    scoring_hash = fields.String(required=True)
    wording_hash = fields.String(required=True)
    topic_count = fields.Integer(required=True)
    criterion_count = fields.Integer(required=True)
    links = fields.Nested(LinksSchema, required=True)


class EditionsSchema(Schema):
    """Every edition."""

    items = fields.List(fields.Nested(EditionSchema), required=True)


class WordsSchema(Schema):
    """What people read of one thing, in one language."""

    title = fields.String(required=True)
    ask = fields.String(required=True)
    help = fields.String(required=True)
    about = fields.String(required=True)
    answers = fields.Dict(keys=fields.String(), values=fields.String(), required=True)


class EditionWordsSchema(Schema):
    """What people read of an edition, in one language."""

    title = fields.String(required=True)
    about = fields.String(required=True)
    reviewed = fields.String(required=True)
    is_reviewed = fields.Boolean(required=True)


class _WithWordsSchema(Schema):
    id = fields.String(required=True)
    code = fields.String(required=True)
    words = fields.Dict(keys=fields.String(), values=fields.Nested(WordsSchema), required=True)


class TopicSchema(_WithWordsSchema):
    """The total or a dimension."""

    within = maybe(required=True)
    weight = exact(required=True)
    combine = fields.String(required=True)
    out_of = exact(required=True)


class PointsSchema(Schema):
    """One band or choice, or the range that the answer itself is the points of."""

    kind = fields.String(required=True, validate=validate.OneOf(["band", "choice", "range"]))
    start = exact(data_key="from")
    end = exact(data_key="to")
    from_parameter = maybe()
    choice = fields.String()
    ask = fields.String()
    gives = exact()
    basis = fields.String()
    source = fields.String()


class TermSchema(Schema):
    """One part of a measure."""

    kind = fields.String(required=True)
    name = fields.String(required=True)
    unit = fields.String(required=True)
    number = exact(required=True)


class MeasureSchema(Schema):
    """The product of `of` divided by the product of `to`."""

    of = fields.List(fields.Nested(TermSchema), required=True)
    to = fields.List(fields.Nested(TermSchema), required=True)
    at_most = fields.Nested(TermSchema, allow_none=True, required=True)


class ConditionSchema(Schema):
    """Something about the employer that must hold."""

    name = fields.String(required=True)
    is_figure = fields.Boolean(required=True)
    equals = maybe(required=True)
    at_least = exact(required=True)
    below = exact(required=True)


class CriterionSchema(_WithWordsSchema):
    """One question, and what its answers give."""

    within = fields.String(required=True)
    is_scored = fields.Boolean(required=True)
    weight = exact(required=True)
    answer = fields.String(required=True)
    unit = maybe(required=True)
    allows_na = fields.Boolean(required=True)
    points = fields.List(fields.Nested(PointsSchema), required=True)
    boxes = fields.List(fields.String(), required=True)
    measure = fields.Nested(MeasureSchema, allow_none=True, required=True)
    applies_if = fields.List(fields.Nested(ConditionSchema), required=True)
    counts_if = fields.List(fields.Nested(ConditionSchema), required=True)
    evidence = fields.List(fields.String(), required=True)
    critical = fields.List(fields.String(), required=True)


class CriticalSchema(_WithWordsSchema):
    """A wrong that no score can make good."""

    source = fields.String(required=True)
    evidence = fields.List(fields.String(), required=True)
    allows = maybe(required=True)


class FloorSchema(Schema):
    """One condition of a level."""

    name = fields.String(required=True)
    number = exact(required=True)
    at_most = fields.Boolean(required=True)
    of = fields.String()
    besides = fields.List(fields.String())


class LevelSchema(_WithWordsSchema):
    """A level and its conditions; what only some levels ask for is there only for them."""

    conditions = fields.List(fields.Nested(FloorSchema), required=True)
    any_of = fields.List(fields.List(fields.Nested(FloorSchema)))
    after = fields.String()
    exempts = fields.List(fields.String())
    months = fields.Integer(allow_none=True, required=True)
    declared = maybe(required=True)


class WholeEditionSchema(EditionSchema):
    """An edition whole."""

    topics = fields.List(fields.Nested(TopicSchema), required=True)
    criteria = fields.List(fields.Nested(CriterionSchema), required=True)
    critical = fields.List(fields.Nested(CriticalSchema), required=True)
    levels = fields.List(fields.Nested(LevelSchema), required=True)
    scorings = fields.List(fields.String(), required=True)
    lower_is_better = fields.Boolean(required=True)
    words = fields.Dict(
        keys=fields.String(), values=fields.Nested(EditionWordsSchema), required=True
    )
