"""The reasons of advanced words, in both languages and without ids where titles are there."""

from collections.abc import Mapping

import pytest

from jobquality.reading.landed import landed_working
from jobquality.reading.names import FILES, Names, Naming
from jobquality.reading.nodes import node_reason
from jobquality.reading.reasons import next_step
from jobquality.rubrics.loader import load_rubric
from jobquality.rubrics.words import Words
from jobquality.scoring.scorecard import NodeScore
from jobquality.wording import Speaker
from tests.pure.scoring.cases import node, scored

TEXT = """\
rubric: small
edition: 2026.1
weights: relative
criteria:
  - {criterion: a, title: Wages, ask: A?, answer: yes_no, needs: url}
  - {criterion: b, ask: B?, answer: yes_no, when: {missing: full, unknown: block}}
  - {criterion: c, ask: C?, answer: number, range: {from: 0, under: 9}, at_most: 4}
  - {criterion: d, ask: D?, answer: days, line: [{at: 7, gives: 0}, {at: 14, gives: 2}]}
  - {criterion: e, ask: E?, answer: tally, points: [{answer: x, ask: Safe, gives: 1}], at_most: 3}
  - {criterion: f, ask: F?, answer: yes_no, requires: [a], counts: no}
  - {criterion: g, reads: b, points: [{answer: no, gives: 0}, {answer: yes, gives: 2}]}
  - {criterion: h, ask: H?, answer: days, points: [{up_to: 5, gives: 0}, {above: 5, gives: 1}]}
  - {criterion: i, ask: I?, answer: days, applies: {h: {from: 2, under: 4}}, range: {under: 9}}
"""


def named(language: str) -> Names:
    rubric = load_rubric(TEXT.encode(), parameters={})
    words = Words(language=language, reviewed="", title="", about="")
    written = {one.id: one.wording for one in rubric.questions()}
    return Names(words, Speaker(language), written)


ES = named("es")
HELD = "held back: it counts only with all points of a"
BLOCKS = "sin esto ninguna calificación de arriba tiene valor"
WAITS = "no cuenta todavía: solo vale con todos los puntos de Wages"


def told(name: str, answers: Mapping[str, str]) -> NodeScore:
    return node(scored(load_rubric(TEXT.encode(), parameters={}), dict(answers)), name)


@pytest.mark.parametrize(
    ("name", "answers", "english", "spanish"),
    [
        (
            "a",
            {"a": "yes"},
            "answered, but it does not count: it needs the address of a page (https://…)",
            "se respondió, pero no cuenta: le falta la dirección de una página (https://…)",
        ),
        (
            "b",
            {},
            "not asked yet; it is read as 1 point",
            "todavía no se pregunta; se lee como 1 punto",
        ),
        (
            "b",
            {"b": "unknown"},
            "unknown: looked, not found; without it no score above it has a value",
            f"se desconoce: se buscó y no se encontró; {BLOCKS}",
        ),
        (
            "c",
            {"c": "7"},
            "the answer is the points; no more than 4: 7 → 4",
            "la respuesta son los puntos; no más de 4: de 7 a 4",
        ),
        (
            "d",
            {"d": "10"},
            "10 days is between 7 (gives 0) and 14 (gives 2)",
            "10 días está entre 7 (da 0) y 14 (da 2)",
        ),
        (
            "d",
            {"d": "20"},
            "20 days is 14 or more, where the line ends",
            "20 días es 14 o más, donde termina la línea",
        ),
        ("e", {"e": "x*2"}, "found: 2 × Safe", "se encontró: 2 × Safe"),
        ("e", {"e": "0"}, "nothing was found", "no se encontró nada"),
        (
            "f",
            {"f": "yes"},
            f"yes (our own judgment); {HELD}; it adds nothing",
            f"sí (nuestro propio criterio); {WAITS}; no suma nada",
        ),
        (
            "g",
            {"b": "yes"},
            "the answer to b: yes (our own judgment)",
            "la respuesta a «B»: sí (nuestro propio criterio)",
        ),
        (
            "h",
            {"h": "5"},
            "5 days is 5 or less (our own judgment)",
            "5 días está en: 5 o menos (nuestro propio criterio)",
        ),
        (
            "i",
            {"h": "9"},
            "does not apply: h is not 2 or more and under 4",
            "no aplica: h: no es 2 o más y menos de 4",
        ),
    ],
)
def test_a_reason_is_said_in_both_languages(
    name: str, answers: dict[str, str], english: str, spanish: str
) -> None:
    assert node_reason(told(name, answers), FILES) == english
    assert node_reason(told(name, answers), ES) == spanish


@pytest.mark.parametrize(
    ("name", "answers", "names", "more"),
    [
        ("d", {"d": "10"}, FILES, "14 days gives 2, and each step on the way there gives a part"),
        ("d", {"d": "14"}, FILES, ""),
        ("e", {"e": "x"}, FILES, ""),
        ("h", {"h": "5"}, FILES, "more than 5 gives 1"),
        ("h", {"h": "5"}, ES, "más de 5 da 1"),
    ],
)
def test_what_would_give_more(name: str, answers: dict[str, str], names: Naming, more: str) -> None:
    line = told(name, answers).line
    assert line is not None

    assert next_step(line, names) == more


def test_a_cap_hides_what_would_give_no_more_points() -> None:
    text = TEXT.replace(
        "{above: 5, gives: 1}]", "{above: 5, gives: 1}, {above: 9, gives: 4}], at_most: 1"
    )
    card = scored(load_rubric(text.encode(), parameters={}), {"h": "6"})
    line = node(card, "h").line
    assert line is not None

    assert next_step(line, FILES) == ""


def test_a_tally_is_added_up() -> None:
    line = told("e", {"e": "x*2"}).line
    assert line is not None

    assert list(landed_working(line, FILES.say)) == ["2×1 = 2"]
