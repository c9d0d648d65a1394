"""Words of organizations."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {}
