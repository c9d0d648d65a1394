"""Words of scorecards."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {}
