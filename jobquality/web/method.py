"""What the page of a standard holds: plain text, already in the reader's language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What one answer gives; `share` is 0 to 100 of the most points, for the little bar."""

    gives: str
    share: int
    answer: str
    basis: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One criterion, or a figure that is only asked."""

    id: str
    title: str
    weight: str
    ask: str
    help: str
    unit: str
    boxes: tuple[str, ...]
    steps: tuple[Step, ...]
    basis: str
    source: str
    parts: tuple[str, ...]
    cap: str
    asked_if: tuple[str, ...]
    counts_if: tuple[str, ...]
    evidence: str
    critical: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A dimension; `width` is its weight as a whole number, for the picture."""

    id: str
    title: str
    weight: str
    width: int
    questions: tuple[Question, ...]
    figures: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A critical violation."""

    id: str
    title: str
    ask: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelWords:
    """A level and what it takes; `lasts` is empty where no certificate comes of it."""

    id: str
    title: str
    conditions: tuple[str, ...]
    lasts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """The whole page."""

    id: str
    edition: str
    title: str
    about: str
    is_reviewed: bool
    scoring_hash: str
    criteria: int
    topics: tuple[Topic, ...]
    levels: tuple[LevelWords, ...]
    findings: tuple[Finding, ...]
