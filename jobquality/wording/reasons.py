"""Words of reasons."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {}
