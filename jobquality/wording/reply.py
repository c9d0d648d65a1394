"""Words of reply."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {}
