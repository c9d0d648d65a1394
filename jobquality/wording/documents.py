"""Words of documents."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {}
