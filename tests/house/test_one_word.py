"""One word for one thing, so that nobody wonders whether two words mean two things.

In Spanish a score is a *calificación*, as scoring is *calificar*; what an answer rests on is
*evidencia*. A *prueba* is a test of a standard. A standard is a *norma*; a rule of law beside an
answer is a *regla*.
"""

import re
from pathlib import Path

import pytest

import jobquality
from jobquality import paths
from jobquality.wording import WORDING
from jobquality.wording.refusals import REFUSALS

_SCORE = re.compile(r"puntajes?|puntuaci(ón|ones)", re.IGNORECASE)
_PROOF = re.compile(r"\bpruebas?\b", re.IGNORECASE)
_STANDARD = re.compile(r"\best[aá]ndar(es)?\b", re.IGNORECASE)
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


def test_a_standard_is_called_by_one_word_in_spanish() -> None:
    assert {name: es for name, (_, es) in SAID.items() if _STANDARD.search(es)} == {}


def test_the_shipped_words_call_a_standard_by_that_word_too() -> None:
    files = Path(jobquality.__file__).parent.rglob("*.es.yaml")

    assert [file.name for file in files if _STANDARD.search(file.read_text("utf-8"))] == []


@pytest.mark.parametrize("word", [_SCORE, _PROOF, _STANDARD])
def test_no_template_says_it_by_itself(word: re.Pattern[str]) -> None:
    pages = paths.templates().rglob("*.html")

    assert [page.name for page in pages if word.search(page.read_text())] == []
