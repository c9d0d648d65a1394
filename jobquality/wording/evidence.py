"""Words of evidence."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {}
