"""Words of reviews."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {}
