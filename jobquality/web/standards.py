"""What the pages show of a standard: plain values, already in the reader's language."""

from dataclasses import dataclass

from jobquality.rubrics.catalog import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """One edition, as it stands in a list of standards."""

    id: str
    edition: str
    title: str
    topics: int
    criteria: int
    is_reviewed: bool


def standard(edition: Edition, language: str) -> Standard:
    """Return what a list shows of an edition; without words in `language`, in its own."""
    rubric = edition.rubric
    words = edition.words.get(language)
    return Standard(
        id=rubric.id,
        edition=rubric.edition,
        title=(words.title if words else rubric.wording.title) or rubric.id,
        topics=len(list(rubric.root.groups())) - 1,
        criteria=len(list(rubric.root.criteria())),
        is_reviewed=words is None or words.is_reviewed,
    )
