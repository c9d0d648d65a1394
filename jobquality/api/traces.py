"""The shapes of a score that was asked for, with its whole trace."""

from marshmallow import Schema, fields, validate

from jobquality.api.shapes import ConditionSchema, exact, maybe


class ScoreSchema(Schema):
    """One row of a score file, text by text."""

    employer = fields.String(required=True)
    part = fields.String(required=True)
    scoring = fields.String(required=True)
    node = fields.String(required=True)
    code = fields.String(required=True)
    state = fields.String(required=True)
    value = fields.String(required=True)
    low = fields.String(required=True)
    high = fields.String(required=True)
    answered = fields.String(required=True)
    coverage = fields.String(required=True)
    level = fields.String(required=True)
    reason = fields.String(required=True)


class CheckSchema(Schema):
    """One condition of a level, held against the worst end of the score."""

    node = fields.String(required=True)
    condition = fields.String(required=True)
    number = exact(required=True)
    at_most = fields.Boolean(required=True)
    actual = exact(required=True)
    holds = fields.Boolean(required=True)
    of = fields.String()
    exempt = fields.Boolean()


class LevelResultSchema(Schema):
    """Every reason for and against one level."""

    level = fields.String(required=True)
    is_reached = fields.Boolean(required=True)
    checks = fields.List(fields.Nested(CheckSchema), required=True)
    blocked_by = fields.List(fields.String(), required=True)
    any_of = fields.List(fields.List(fields.List(fields.Nested(CheckSchema))))
    after = fields.String()


class CriticalResultSchema(Schema):
    """What is known of one critical violation."""

    critical = fields.String(required=True)
    checked = fields.String(
        required=True, validate=validate.OneOf(["found", "none_found", "not_checked"])
    )


class OutcomeSchema(Schema):
    """The level, and what it would be."""

    level = fields.String(required=True)
    if_evidence_holds = fields.String(required=True)
    could_reach = fields.String(required=True)
    declared = maybe(required=True)
    levels = fields.List(fields.Nested(LevelResultSchema), required=True)
    critical = fields.List(fields.Nested(CriticalResultSchema), required=True)
    exempt = fields.List(fields.String())


class GivenSchema(Schema):
    """The answer as it was given."""

    answer = fields.String(required=True)
    state = fields.String(required=True)
    grade = maybe(required=True)
    url = fields.String(required=True)
    note = fields.String(required=True)


class StepSchema(Schema):
    """The band or choice that an answer lands in."""

    start = exact(data_key="from", required=True)
    choice = maybe(required=True)
    gives = exact(required=True)
    basis = fields.String(required=True)
    source = fields.String(required=True)


class PartSchema(Schema):
    """One part of a figure as it was used."""

    name = fields.String(required=True)
    number = exact(required=True)
    unit = fields.String(required=True)


class WorkingSchema(Schema):
    """How a figure came about."""

    of = fields.List(fields.Nested(PartSchema), required=True)
    to = fields.List(fields.Nested(PartSchema), required=True)
    cap = fields.Nested(PartSchema, allow_none=True, required=True)
    capped = fields.Boolean(required=True)
    given = fields.Boolean(required=True)


class FigureRowSchema(Schema):
    """A row of a dated figure that was compared."""

    place = fields.String(required=True)
    first = fields.String(data_key="from", required=True)
    until = maybe(required=True)
    value = exact(required=True)
    source = fields.String(required=True)
    as_of = fields.String(required=True)
    used = fields.Boolean(required=True)


class FigureSchema(Schema):
    """A dated figure that the points rest on."""

    parameter = fields.String(required=True)
    unit = fields.String(required=True)
    due = fields.Boolean(required=True)
    rows = fields.List(fields.Nested(FigureRowSchema), required=True)


class LineSchema(Schema):
    """Why a criterion has its points."""

    reason = fields.String(required=True)
    for_more = fields.String(required=True)
    fact = fields.Nested(GivenSchema, allow_none=True, required=True)
    number = exact(required=True)
    chosen = fields.String(required=True)
    unit = fields.String(required=True)
    grade = maybe(required=True)
    step = fields.Nested(StepSchema, allow_none=True, required=True)
    better = fields.Nested(StepSchema, allow_none=True, required=True)
    unmet = fields.Nested(ConditionSchema, allow_none=True, required=True)
    working = fields.Nested(WorkingSchema, allow_none=True, required=True)
    figures = fields.List(fields.Nested(FigureSchema), required=True)


class NodeSchema(Schema):
    """One node of the score; `line` is there for a criterion."""

    node = fields.String(required=True)
    code = fields.String(required=True)
    within = maybe(required=True)
    kind = fields.String(required=True, validate=validate.OneOf(["group", "criterion"]))
    state = fields.String(required=True)
    combine = maybe(required=True)
    weight = exact(required=True)
    share = exact(required=True)
    value = exact(required=True)
    low = exact(required=True)
    high = exact(required=True)
    most = exact(required=True)
    answered = exact(required=True)
    coverage = exact(required=True)
    confirmed = exact(required=True)
    line = fields.Nested(LineSchema, allow_none=True, required=True)


class ResultSchema(Schema):
    """Score, outcome and trace."""

    engine = fields.String(required=True)
    rubric = fields.String(required=True)
    edition = fields.String(required=True)
    scoring = fields.String(required=True)
    scoring_hash = fields.String(required=True)
    cohort = fields.String(
        required=True, metadata={"description": "The hash of the cohort; empty without one."}
    )
    employer = fields.String(required=True)
    part = fields.String(required=True)
    on = fields.String(required=True, metadata={"format": "date"})
    scores = fields.List(fields.Nested(ScoreSchema), required=True)
    outcome = fields.Nested(OutcomeSchema, required=True)
    trace = fields.List(fields.Nested(NodeSchema), required=True)
    warnings = fields.List(fields.String(), required=True)
