"""What the papers are called that a standard asks for, in every language that we speak."""

from jobquality.reading.names import Names
from jobquality.rubrics.catalog import Edition
from jobquality.rubrics.words import evidence_ids
from jobquality.wording import Speaker
from jobquality.wording.sentence import LANGUAGES


def papers_of(edition: Edition) -> frozenset[str]:
    """Return the names of all papers that an edition asks to look at."""
    speaking = [Names.of(edition, Speaker(language)) for language in LANGUAGES]
    return frozenset(
        names.thing(kind) for names in speaking for kind in evidence_ids(edition.rubric)
    )
