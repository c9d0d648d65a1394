"""Words of rates."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {}
