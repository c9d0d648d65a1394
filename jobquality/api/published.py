"""The shapes of employers and their published scorecards."""

from dataclasses import dataclass
from typing import Any

from marshmallow import INCLUDE, Schema, fields, post_load, validate

from jobquality.api.shapes import LinksSchema, exact, maybe
from jobquality.reading.claims import Basis
from jobquality.schemas.pointers import UNKNOWN
from jobquality.schemas.texts import PlainText

SLUG = r"[a-z0-9][a-z0-9-]{0,119}"
_MOST, _USUAL = 100, 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which employers, from where on, and how many."""

    after: str
    limit: int
    sector: str
    place: str
    level: str
    q: str


def _like(pattern: str, error: str) -> validate.Regexp:
    return validate.Regexp(rf"^(?:{pattern})\Z", error=error)


class WantedSchema(Schema):
    """The query of a list of employers."""

    error_messages = {"unknown": UNKNOWN}  # noqa: RUF012  # marshmallow's own way

    after = fields.String(
        load_default="",
        validate=_like(SLUG, "is no public name. Use `next` as it came."),
        metadata={"description": "Go on after this public name."},
    )
    limit = fields.Integer(
        strict=False,
        load_default=_USUAL,
        validate=validate.Range(1, _MOST, error=f"must be from 1 to {_MOST}."),
        metadata={"description": "How many at most."},
    )
    sector = fields.String(
        load_default="",
        validate=_like("[0-9]{2,6}", "is no NAICS code. Write 2 to 6 digits, such as 722."),
        metadata={"description": "A NAICS code; 722 finds 722511 too."},
    )
    place = fields.String(
        load_default="",
        validate=validate.Length(1, 40, error="must have 1 to 40 characters."),
        metadata={"description": "A place and all inside it: us, TX, 48453."},
    )
    level = fields.String(
        load_default="",
        validate=_like("[a-z][a-z0-9_]{0,79}", "is no id of a level, such as bronze."),
        metadata={"description": "The level of a current scorecard, such as silver."},
    )
    q = PlainText(
        load_default="",
        validate=validate.Length(max=100, error="has more than 100 characters."),
        metadata={"description": "Part of the name; accents and case do not matter."},
    )

    @post_load
    def wanted(self, loaded: dict[str, Any], **_: object) -> Wanted:
        """Return what is wanted."""
        return Wanted(**loaded)


class PublisherSchema(Schema):
    """Who published it."""

    slug = fields.String(required=True)
    name = fields.String(required=True)


class EarlierDraftSchema(Schema):
    """Which draft a reply answered; all null where that draft was never published."""

    scorecard = maybe(required=True, metadata={"description": "Hash of the first that printed it"})
    revision = fields.Integer(allow_none=True, required=True)
    published_at = maybe(required=True)


class EarlierWordsSchema(Schema):
    """What the employer said of a draft before the last one."""

    answered_at = fields.String(required=True, metadata={"format": "date-time"})
    text = fields.String(required=True)
    by = fields.String(required=True)


class ReplySchema(Schema):
    """What the employer said before publication, in full."""

    answered_at = fields.String(required=True, metadata={"format": "date-time"})
    text = fields.String(required=True)
    by = fields.String(required=True)
    url = fields.String(required=True, metadata={"description": "Where everyone reads it"})
    not_sent = fields.Boolean(
        required=True,
        metadata={"description": "It was written, and not sent when the time ended"},
    )
    earlier_words = fields.List(
        fields.Nested(EarlierWordsSchema),
        required=True,
        metadata={"description": "Statements on earlier drafts, the oldest first"},
    )
    earlier_draft = fields.Nested(
        EarlierDraftSchema,
        allow_none=True,
        required=True,
        metadata={"description": "Set where it answered another draft than this score's"},
    )


class StatementSchema(Schema):
    """What the employer said after publication, and what was decided; words of the ledger."""

    topic = fields.String(required=True, validate=validate.OneOf(["dispute", "fixed", "statement"]))
    scorecard = fields.String(required=True, metadata={"description": "The hash it is about"})
    criteria = fields.List(fields.String(), required=True)
    text = fields.String(required=True)
    by = fields.String(required=True)
    said_at = fields.String(required=True, metadata={"format": "date-time"})
    fixed_on = maybe(required=True)
    fixed_in_days = fields.Integer(allow_none=True, required=True)
    decision = maybe(required=True, metadata={"description": "stays, corrected or withdrawn"})
    reasons = maybe(required=True)
    carried_out = fields.Boolean(
        allow_none=True,
        required=True,
        metadata={"description": "False until what was decided is done; null before a decision"},
    )
    url = fields.String(required=True)


class AmendSchema(Schema):
    """What was said later of a scorecard, in an entry of the ledger."""

    at = fields.String(required=True, metadata={"format": "date-time"})
    reason = fields.String(required=True)
    entry = fields.Integer(required=True, metadata={"description": "Its number in the ledger"})
    scorecard = maybe(required=True, metadata={"description": "Hash of the other scorecard"})
    url = fields.String(required=True)


class ScorecardSchema(Schema):
    """What a list shows of a published scorecard; of a withdrawn one, that it was there."""

    hash = fields.String(required=True, metadata={"description": "SHA-256 of its bytes"})
    state = fields.String(
        required=True, validate=validate.OneOf(["current", "superseded", "withdrawn"])
    )
    contested = fields.Boolean(required=True)
    integrity = fields.String(
        required=True,
        validate=validate.OneOf(["whole", "failed"]),
        metadata={"description": "failed: not what was signed, so nothing of it is told"},
    )
    corrects = fields.Nested(AmendSchema, allow_none=True, required=True)
    corrected_by = fields.Nested(AmendSchema, allow_none=True, required=True)
    withdrawn = fields.Nested(AmendSchema, allow_none=True, required=True)
    employer_reply = fields.Nested(ReplySchema, allow_none=True, required=True)
    published_at = fields.String(required=True, metadata={"format": "date-time"})
    organization = fields.Nested(PublisherSchema, allow_none=True, required=True)
    is_sample = fields.Boolean(allow_none=True, required=True)
    rubric = maybe(required=True)
    edition = maybe(required=True)
    on = maybe(required=True)
    revision = fields.Integer(allow_none=True, required=True)
    level = maybe(required=True)
    if_evidence_holds = maybe(required=True)
    could_reach = maybe(required=True)
    low = exact(required=True)
    high = exact(required=True)
    value = exact(required=True)
    answered = exact(required=True)
    coverage = exact(required=True)
    links = fields.Nested(LinksSchema, required=True)


class UnansweredSchema(Schema):
    """An objection that waits for longer than the employer was promised; not its words.

    `accepted` says whether the organization accepted who sent it as speaking for the employer.
    """

    scorecard = fields.String(required=True)
    said_at = fields.String(required=True, metadata={"format": "date-time"})
    accepted = fields.Boolean(required=True)


class ScorecardsSchema(Schema):
    """Every published scorecard of an employer, newest first."""

    items = fields.List(fields.Nested(ScorecardSchema), required=True)
    statements = fields.List(fields.Nested(StatementSchema), required=True)
    unanswered = fields.List(fields.Nested(UnansweredSchema), required=True)


class GroundSchema(Schema):
    """One thing that a claim rests on; `seal` stands for a file that is not public."""

    basis = fields.Enum(Basis, by_value=True, required=True)
    text = fields.String(required=True)
    grade = fields.String(required=True)
    month = fields.String(required=True)
    url = fields.String(required=True)
    seal = fields.String(required=True)


class TrendPointSchema(Schema):
    """One score on a line; exact numbers as text, null where there is none."""

    hash = fields.String(required=True)
    on = fields.Date(required=True)
    rubric = fields.String(required=True)
    edition = fields.String(required=True)
    value = exact(required=True)
    low = exact(required=True)
    high = exact(required=True)
    is_break = fields.Boolean(required=True)
    contested = fields.Boolean(required=True)
    employer_replied = fields.Boolean(required=True)
    was_corrected = fields.Boolean(required=True)


class TrendPartSchema(Schema):
    """What one cause did to one number between two scores."""

    cause = fields.String(required=True)
    change = exact(required=True)


class TrendStepSchema(Schema):
    """A number before and after; the parts and what is unsplit add up to the change exactly."""

    since = fields.String(required=True)
    to = fields.String(required=True)
    measure = fields.String(required=True)
    change = exact(required=True)
    parts = fields.List(fields.Nested(TrendPartSchema), required=True)
    unsplit = exact(required=True)
    is_correction = fields.Boolean(required=True)


class TrendSchema(Schema):
    """Both lines of one employer, oldest first, and every step between published scores."""

    published = fields.List(fields.Nested(TrendPointSchema), required=True)
    like_for_like = fields.List(fields.Nested(TrendPointSchema), required=True)
    compared = fields.List(fields.String(), required=True)
    left_out = fields.List(fields.String(), required=True)
    steps = fields.List(fields.Nested(TrendStepSchema), required=True)


class ClaimSchema(Schema):
    """One number or sentence that a scorecard says; `id` is its `data-claim-id` on the page."""

    id = fields.String(required=True)
    kind = fields.String(required=True)
    says = fields.String(required=True)
    evidence = fields.List(
        fields.Nested(GroundSchema),
        required=True,
        attribute="grounds",
        validate=validate.Length(min=1),
    )
    follows_from = fields.List(fields.String(), required=True)


class ClaimsSchema(Schema):
    """Every claim of one scorecard, those that follow from others last."""

    items = fields.List(fields.Nested(ClaimSchema), required=True)


class SnapshotSchema(Schema):
    """A snapshot as published: canonical JSON (RFC 8785); its SHA-256 is the hash."""

    class Meta:
        """It holds more than the keys below; see docs/api.md."""

        unknown = INCLUDE

    format = fields.Integer(required=True)
    rubric = fields.String(required=True)
    edition = fields.String(required=True)
    scoring_hash = fields.String(required=True)
    on = fields.String(required=True, metadata={"format": "date"})
    revision = fields.Integer(required=True)
    level = fields.String(required=True)


class SiteSchema(Schema):
    """One workplace that is covered."""

    name = fields.String(required=True)
    address = fields.String(required=True)
    place = fields.String(required=True)


class CoversSchema(Schema):
    """How much of the employer is covered: so many of its sites, or all of it (null)."""

    sites = fields.Integer(allow_none=True, required=True)
    of = fields.Integer(
        allow_none=True, required=True, metadata={"description": "Sites in all, as far as known"}
    )
    as_of = maybe(required=True)
    source = maybe(required=True)


class EmployerSchema(Schema):
    """An employer as last published, with its current scorecards."""

    slug = fields.String(required=True)
    name = fields.String(required=True)
    place = fields.String(required=True)
    sector = fields.String(required=True)
    sites = fields.List(fields.Nested(SiteSchema), required=True)
    now_called = maybe(required=True, metadata={"description": "Its name today, if another"})
    formerly = fields.List(fields.String(), required=True)
    covers = fields.Nested(CoversSchema, required=True)
    scorecards = fields.List(fields.Nested(ScorecardSchema), required=True)
    links = fields.Nested(LinksSchema, required=True)


class EmployersSchema(Schema):
    """One page of employers."""

    items = fields.List(fields.Nested(EmployerSchema), required=True)
    next = maybe(required=True, metadata={"description": "Path of the next page, or null"})
