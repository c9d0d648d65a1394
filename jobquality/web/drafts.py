"""A draft read aloud: the same words that the public will read, from the draft alone."""

from jobquality.http import current
from jobquality.ledger.recompute import rebuild
from jobquality.ledger.snapshot import Snapshot
from jobquality.ledger.withholding import as_shown
from jobquality.reading.names import Names
from jobquality.reading.scorecard import read_scorecard
from jobquality.reading.values import ScorecardWords
from jobquality.web.languages import current_speaker


def read_draft(draft: Snapshot) -> ScorecardWords:
    """Return a draft, or a finished snapshot, in the words of this page's language."""
    catalog = current().catalog
    edition = catalog.edition(draft.rubric, draft.edition)
    places = catalog.parameters.places
    draft = as_shown(draft, edition.rubric, places)
    card = rebuild(draft, edition.rubric, places)
    return read_scorecard(card, draft, edition, places, current_speaker())


def names_of(rubric: str, edition: str) -> Names:
    """Return what the things of an edition are called in this page's language."""
    return Names.of(current().catalog.edition(rubric, edition), current_speaker())
