"""Words of samples."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {}
