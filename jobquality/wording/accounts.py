"""Words of accounts."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {}
