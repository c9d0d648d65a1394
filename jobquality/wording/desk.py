"""Words of desk."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {}
