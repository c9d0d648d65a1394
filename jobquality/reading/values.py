"""What a published score says: plain text, already in the reader's language.

Pages and documents only lay it out. Places on a scale (`low_at`, …) are decimals from 0 to
100 as text, ready for a picture; everything else is for people. An empty text means that
there is nothing to say.
"""

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """How one line stands, told apart by word and shape, never by color alone."""

    FULL = "full"
    SOME = "some"
    FAILS = "fails"
    NO_EVIDENCE = "no_evidence"
    UNKNOWN = "unknown"
    DECLINED = "declined"
    MISSING = "missing"
    NA = "na"


class Law(StrEnum):
    """The three wordings about the law beside an answer; there is no fourth."""

    ASKS = "asks"
    NO_RULE = "no_rule"
    NOT_CHECKED = "not_checked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """A score from its worst to its best end; `text` is one number only where they are equal."""

    low: str
    high: str
    text: str
    low_at: str
    high_at: str

    @property
    def is_one(self) -> bool:
        """Whether both ends are the same number."""
        return self.low == self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class LawWords:
    """What the law asks, as far as it was checked; `source` is as published."""

    kind: Law
    text: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceWords:
    """What an answer rests on: where it comes from, seen when, and how well it is confirmed."""

    of: str
    answer: str
    source: str
    seen_in: str
    grade: str
    grade_meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceWords:
    """One piece of evidence; `url` is empty where there is no public page."""

    title: str
    grade: str
    url: str
    seen_in: str
    seal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceWords:
    """What the employer says to one question."""

    criterion: str
    title: str
    stance: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BeforeWords:
    """What the employer said of an earlier draft: to single questions, and as a whole.

    `summary` says when; each of `stances` says to which answer. A part that is not there is
    empty.
    """

    summary: str
    statement: str
    replied_by: str
    stances: tuple[StanceWords, ...]
    decision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxWords:
    """One box of a checklist; `ticked` is None where only their number is known."""

    text: str
    ticked: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineWords:
    """One criterion. `share` is its part of the whole score, `adds` what it adds to it."""

    id: str
    title: str
    question: str
    mark: Mark
    mark_word: str
    points: str
    ends: Ends
    answer: str
    boxes: tuple[BoxWords, ...]
    reason: str
    working: tuple[str, ...]
    basis: str
    source: str
    more: str
    grade: str
    grade_meaning: str
    sources: tuple[SourceWords, ...]
    evidence: tuple[EvidenceWords, ...]
    law: LawWords | None
    workers: str
    stance: StanceWords | None
    before: tuple[StanceWords, ...]
    share: str
    adds: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicWords:
    """A dimension with its lines; `is_out` says that nothing of it applies."""

    id: str
    title: str
    weight: str
    ends: Ends
    is_out: bool
    answered: str
    coverage: str
    adds: str
    lines: tuple[LineWords, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckWords:
    """One condition of a level: what it looks at, how it stands, what it asks for."""

    name: str
    now: str
    needs: str
    standing: str
    standing_word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelWords:
    """A level with every reason for and against it.

    `total_at` is where its floor on the whole score lies on the scale; empty without one.
    """

    id: str
    title: str
    is_reached: bool
    word: str
    total_at: str
    checks: tuple[CheckWords, ...]
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingWords:
    """A critical violation: found, checked and none found, or not checked."""

    id: str
    title: str
    question: str
    checked: str
    checked_word: str
    law: str
    source: str
    seen_in: str
    remedy: str
    evidence: tuple[EvidenceWords, ...]
    stance: StanceWords | None
    before: tuple[StanceWords, ...]
    grade: str = ""
    grade_meaning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyWords:
    """The employer's side: its statement word for word, or that it was asked and is silent.

    `times` says how long it had, after how long it answered, and how soon that was published.
    `before` is what it said of earlier drafts, the oldest first.
    """

    has_answered: bool
    summary: str
    times: str
    statement: str
    replied_by: str
    stances: tuple[StanceWords, ...]
    decision: str
    before: tuple[BeforeWords, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowWords:
    """One row of a dated figure; the first of a figure is the one that counts."""

    place: str
    amount: str
    since: str
    as_of: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureWords:
    """A dated figure that the score rests on."""

    id: str
    title: str
    rows: tuple[RowWords, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteWords:
    """One workplace that is covered."""

    name: str
    address: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuerWords:
    """The organization that publishes, and what it says about itself.

    `mail` is the contact where that is a plain mail address.
    """

    slug: str
    name: str
    contact: str
    mail: str
    region: str
    funding: str
    is_sample: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ScorecardWords:
    """One published score, whole.

    `adds_up` says that the total is the plain sum of what the lines add; some standards
    combine their topics in other ways. `if_evidence` and `could_reach` are empty where they
    would only repeat the level. `days` names the time zone in which its days are told.
    """

    employer: str
    slug: str
    sector: str
    place: str
    sites: tuple[SiteWords, ...]
    standard: str
    standard_id: str
    edition: str
    scoring_hash: str
    is_reviewed: bool
    on: str
    published_on: str
    revision: int
    issuer: IssuerWords
    who: str
    ends: Ends
    most: str
    level: str
    level_id: str
    why: str
    if_evidence: str
    could_reach: str
    coverage: tuple[str, ...]
    answered: str
    topics: tuple[TopicWords, ...]
    adds_up: bool
    levels: tuple[LevelWords, ...]
    findings: tuple[FindingWords, ...]
    reply: ReplyWords
    notice: str
    days: str
    figures: tuple[FigureWords, ...]
