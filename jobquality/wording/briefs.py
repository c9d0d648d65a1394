"""Words of briefs."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {}
