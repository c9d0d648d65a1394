"""What the advocacy brief holds: plain text, already in the reader's language."""

from dataclasses import dataclass
from datetime import date

from jobquality.documents.charts import Bar
from jobquality.reading.values import BeforeWords


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingWords:
    """One row of findings; `hidden` says why there is no figure."""

    id: str
    title: str
    good: str
    count: str
    employers: str
    workers: str
    hidden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicFindings:
    """The findings of one topic."""

    title: str
    findings: tuple[FindingWords, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartWords:
    """One chart: its picture is SVG, `rows` are its bars, `text` says the same in words."""

    id: str
    title: str
    note: str
    rows: tuple[Bar, ...]
    picture: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TradeWords:
    """One row of the table by trade."""

    title: str
    employers: str
    workers: str
    score: str
    hidden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PointSaid:
    """What one employer said to one question."""

    title: str
    stance: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplySaid:
    """What one employer said: to the whole, and point by point; `by` is who said it.

    `address` is where everyone reads it, empty where it never spoke. `earlier` says that it
    answered another draft, `before` is what was said of earlier ones, `later` says that it spoke
    after publication too. `marks` are those of its score: contested, or of some sites only.
    """

    employer: str
    slug: str
    summary: str
    lines: tuple[str, ...]
    by: str
    points: tuple[PointSaid, ...]
    address: str
    earlier: str = ""
    before: tuple[BeforeWords, ...] = ()
    later: str = ""
    marks: tuple[str, ...] = ()
    is_unsent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CertifiedWords:
    """An employer with a valid certificate."""

    employer: str
    level: str
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefWords:
    """The whole brief in one language.

    `contested` names whose scores are; `funding` says who pays each of the organizations.
    """

    title: str
    sector: str
    place: str
    issuers: str
    contacts: tuple[str, ...]
    is_sample: bool
    as_of: str
    headlines: tuple[str, ...]
    who: str
    mean: str
    levels: tuple[tuple[str, str], ...]
    charts: tuple[ChartWords, ...]
    topics: tuple[TopicFindings, ...]
    trades: tuple[TradeWords, ...]
    certified: tuple[tuple[str, str], ...]
    asks_policy: tuple[str, ...]
    asks_employers: tuple[str, ...]
    method: tuple[str, ...]
    cite: str
    replies: tuple[ReplySaid, ...]
    made_at: str
    address: str
    corrected: tuple[str, ...] = ()
    contested: str = ""
    funding: tuple[str, ...] = ()
    broken: str = ""
