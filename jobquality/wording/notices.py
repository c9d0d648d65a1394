"""Words of notices."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {}
