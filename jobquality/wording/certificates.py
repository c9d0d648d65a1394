"""Words of certificates."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {}
