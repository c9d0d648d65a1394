"""Words of assessments."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {}
