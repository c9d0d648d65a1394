"""What is published, whole: everything that a stranger needs to recompute and judge a score.

`format` is 1 for ever; another form gets another number. The employer's draft has the same
form with `published_at`, `notice` and `reply` still empty. People appear by their role and an
id that says nothing: erasing somebody's name leaves every hash as it was.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from jobquality.rubrics.model import State
from jobquality.scoring.facts import Grade

FORMAT = 1

#: Marks a field that was added later: where it says nothing it is not written, so that what was
#: published before it came keeps its bytes.
LEFT_OUT = "left_out"

#: Nothing about fewer workers leaves, by any door, to anyone outside the team.
FEWEST_WORKERS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """The organization that publishes."""

    id: str
    slug: str
    name: str
    contact: str
    region: str
    funding: str
    is_sample: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One workplace that the assessment covers."""

    name: str
    address: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The employer. `profile` holds all that decides which criteria apply, `place` too.

    `sites` empty means the employer as a whole.
    """

    id: str
    slug: str
    name: str
    profile: Mapping[str, str]
    sites: tuple[Site, ...]

    @property
    def place(self) -> str:
        """The code of the place."""
        return self.profile.get("place", "")

    @property
    def sector(self) -> str:
        """The NAICS code."""
        return self.profile.get("sector", "")


class Share(StrEnum):
    """Which part of the workers who were asked confirmed an answer; most is more than half."""

    ALL = "all"
    MOST = "most"
    FEW = "few"


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """That at least so many workers were asked, in steps of five, and which part confirmed.

    No exact count is in it: two of them, side by side, would single somebody out. See
    `jobquality.ledger.workers`.
    """

    at_least: int
    share: Share
    month: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicFact:
    """One answer as published; `answer` as written, `na: reason` and `unknown` too.

    `month` (`2026-03`, or empty) is that of the day it speaks of: a day would tell an employer
    on whose shift somebody came to look.
    """

    criterion: str
    state: State
    answer: str
    unit: str
    month: str
    grade: Grade | None
    source: str
    note: str
    workers: Confirmed | None
    law_checked_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedRow:
    """A row of a dated figure, with all that says where and when it holds.

    `value` is an exact number as text; `limits` are its conditions as in a file of figures.
    """

    place: str
    first: date
    last: date | None
    limits: Mapping[str, Mapping[str, str]]
    value: str
    source: str
    as_of: date
    last_checked: date
    check_by: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedParameter:
    """A dated figure that the score rests on: every row compared, the one that counts first."""

    id: str
    unit: str
    lookup: str
    rows: tuple[UsedRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicEvidence:
    """What an answer rests on. A file is never shown, and `seal` stands for it; else empty.

    The seal binds a file to what was published, and only its organization can open it: see
    `jobquality.ledger.workers`. `month` is `2026-03`, or empty.
    """

    criterion: str
    title: str
    grade: Grade
    url: str
    seal: str
    month: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notified:
    """How the employer was told, and how long the clock ran. `is_shortened` only for samples."""

    sent_at: datetime
    delivered_at: datetime
    delivered_how: str
    ended_at: datetime
    days: int
    time_zone: str
    is_shortened: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stanced:
    """What the employer said to one question."""

    criterion: str
    stance: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StancedBefore:
    """What the employer said to one question of another draft, and the answer that it read.

    `answer` is as written, or the name of a state; empty where the question had none of its own.
    """

    criterion: str
    stance: str
    text: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RepliedBefore:
    """What the employer said of another draft than the published one, and what was decided.

    `is_unsent`: it was written, and not sent when the time ended.
    """

    answered_at: datetime
    statement: str
    replied_by: str
    stances: tuple[StancedBefore, ...]
    decision: str
    is_unsent: bool = field(default=False, metadata={LEFT_OUT: True})


@dataclass(frozen=True, slots=True, kw_only=True)
class Replied:
    """The employer's reply in full; `answered_at` None means asked, and no reply.

    `stances` are of questions that the public reads as the employer did; all that was said of
    others, or of earlier drafts, is in `earlier`, the oldest first. `is_older`: the draft that
    it answered was not the last one. `is_unsent`: it was not sent when the time ended.
    """

    answered_at: datetime | None
    statement: str
    replied_by: str
    stances: tuple[Stanced, ...]
    decision: str
    earlier: tuple[RepliedBefore, ...] = field(default=(), metadata={LEFT_OUT: True})
    is_older: bool = field(default=False, metadata={LEFT_OUT: True})
    is_unsent: bool = field(default=False, metadata={LEFT_OUT: True})


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """The score of one node. Numbers are exact texts: a decimal, or `a/b` where none ends."""

    node: str
    state: State
    value: str | None
    low: str | None
    high: str | None
    answered: str
    coverage: str
    confirmed: str
    share: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """Who stands behind it, by ids that say nothing. Nobody stands in two places alone."""

    assessed_by: tuple[str, ...]
    reviewed_by: str
    published_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """One publication, or the draft that the employer sees."""

    engine: str
    organization: Issuer
    employer: Subject
    rubric: str
    edition: str
    scoring_hash: str
    on: date
    revision: int
    supersedes: str
    facts: tuple[PublicFact, ...]
    parameters: tuple[UsedParameter, ...]
    evidence: tuple[PublicEvidence, ...]
    scores: tuple[ScoreRow, ...]
    level: str
    if_evidence_holds: str
    could_reach: str
    roles: Roles
    published_at: datetime | None = None
    notice: Notified | None = None
    reply: Replied | None = None

    def row(self, node: str) -> ScoreRow:
        """Return the score of one node."""
        return next(row for row in self.scores if row.node == node)
