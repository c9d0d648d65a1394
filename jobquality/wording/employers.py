"""Words of employers."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {}
