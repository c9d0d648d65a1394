"""Words of initiatives."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {}
