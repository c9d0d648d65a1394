"""One word for one thing, so that nobody wonders whether two words mean two things.

In Spanish a score is a *calificación*, as scoring is *calificar*; what an answer rests on is
*evidencia*. A *prueba* is a test of a standard.
"""

import re

import pytest

from jobquality import paths
from jobquality.wording import WORDING
from jobquality.wording.refusals import REFUSALS

_SCORE = re.compile(r"puntajes?|puntuaci(ón|ones)", re.IGNORECASE)
_PROOF = re.compile(r"\bpruebas?\b", re.IGNORECASE)
_EVIDENCE = re.compile(r"evidence|proof", re.IGNORECASE)
SAID = {
    **{name: (one.en, one.es) for name, one in WORDING.items()},
    **{one.said: (one.said, one.es) for one in REFUSALS},
}


def test_a_score_is_called_by_one_word_in_spanish() -> None:
    assert {name: es for name, (_, es) in SAID.items() if _SCORE.search(es)} == {}


def test_evidence_is_called_by_one_word_in_spanish() -> None:
    mixed = {
        name: es for name, (en, es) in SAID.items() if _EVIDENCE.search(en) and _PROOF.search(es)
    }

    assert mixed == {}


@pytest.mark.parametrize("word", [_SCORE, _PROOF])
def test_no_template_says_it_by_itself(word: re.Pattern[str]) -> None:
    pages = paths.templates().rglob("*.html")

    assert [page.name for page in pages if word.search(page.read_text())] == []
