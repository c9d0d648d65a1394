"""What `jobquality rubric check` names, all at once."""

import re
from pathlib import Path

import pytest

from tests.cli.calling import call

WRONG = """\
rubric: mine
edition: 2026.1
dimensions:
  - dimension: pay
    weight: 100
    criteria:
      - criterion: ratio
        weight: 60
        ask: How close is the lowest pay to our own floor?
        answer: ratio
        of: [lowest]
        to: [our_floor]
        points: [{under: 1, gives: 0}, {from: 1, gives: 2}]
      - criterion: notice
        ask: How many days of notice?
        answer: days
        points: [{under: 7, gives: 0}, {from: 7, gives: 2}]
      - {criterion: lowest, ask: The lowest pay?, answer: usd_per_hour, of: [other], to: [ratio_a]}
      - {criterion: other, ask: The other?, answer: usd_per_hour, of: [lowest], to: [ratio_b]}
      - {criterion: ratio_a, ask: The first?, answer: ratio}
      - {criterion: ratio_b, ask: The second?, answer: ratio}
      - criterion: share
        weight: 40
        ask: How many in 100 have a contract?
        answer: percent
        points: [{under: 50, gives: 0}, {from: 50, gives: 1}]
tests:
  - ask: A place
    answer: {share: 101, notice: soon}
    gives: {total: 100}
"""
FIGURES = """\
parameters:
  - parameter: our_floor
    title: Our own floor
    unit: usd_per_hour
"""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mine.yaml").write_text(WRONG)
    Path("figures.yaml").write_text(FIGURES)


def test_faults_of_every_kind_are_named_at_once() -> None:
    result = call("rubric", "check", "mine.yaml", "--parameters", "figures.yaml")

    assert result.code == 1
    assert result.err == (
        "mine.yaml has 5 faults:\n"
        "line 7: It asks for 'our_floor', but no row of any file of figures answers it. "
        "Add rows to its values:.\n"
        "line 14: 'notice' has no weight, but others beside it have one. Give it one.\n"
        "line 18: 'lowest' is worked out from itself: lowest → other → lowest. "
        "Ask for one of them as a plain number.\n"
        "line 28, share: '101' is above 100, the most there can be of percent.\n"
        "line 28, notice: 'soon' is not a number of days. "
        "Write one plain number, such as 7 or 7.25.\n"
    )


def test_an_answer_is_not_held_against_a_scale_that_is_at_fault_itself() -> None:
    Path("mine.yaml").write_text(WRONG.replace("answer: percent", "answer: percents"))

    result = call("rubric", "check", "mine.yaml", "--parameters", "figures.yaml")

    assert "'answer: percents' is not a kind of answer or a unit." in result.err
    assert "'101'" not in result.err


def test_a_figure_that_has_rows_is_no_fault() -> None:
    Path("figures.yaml").write_text(
        FIGURES + "    values:\n      - {place: us, from: 2026-01-01, value: 20, source: We, "
        "as_of: 2026-01-01, last_checked: 2026-01-01}\n"
    )

    result = call("rubric", "check", "mine.yaml", "--parameters", "figures.yaml")

    assert "our_floor" not in result.err
    assert result.err.startswith("mine.yaml has 4 faults:\n")


def test_a_standard_that_can_be_used_is_told_what_to_look_at_again() -> None:
    text = WRONG.partition("      - criterion: ratio")[0] + (
        "      - criterion: notice\n        ask: How many days?\n        answer: days\n"
        "        points: [{under: 7, gives: 0}, {from: 7, gives: 2}, {from: 14, gives: 2}]\n"
    )
    Path("mine.yaml").write_text(text)

    result = call("rubric", "check", "mine.yaml")

    assert result.code == 0
    assert result.out.partition("  Laws")[2] == (
        " kept: A better answer never scores less. The order of questions and answers changes "
        "nothing. Not knowing an answer never raises the low end of a score. The range holds "
        "every score that is still possible.\n"
        "  Certificates may rest on it.\n"
        "  Look again at:\n"
        "    line 1: The file has no tests. Add tests: a standard needs some before it can be "
        "published.\n"
        "    line 7: No line of the points of 'notice' has a source. Add source: who decided it "
        "and when, such as a vote of your members.\n"
        "    line 10: The threshold at 14 changes nothing: both sides give the same points. Join "
        "the two bands.\n"
    )


def test_the_words_that_break_a_law_are_named_with_their_line() -> None:
    Path("mine.yaml").write_text(
        "rubric: mine\nedition: 2026.1\ncombine: ladder\ncriteria:\n"
        "  - {criterion: a, ask: Q, answer: yes_no}\n  - {criterion: b, ask: Q, answer: yes_no}\n"
    )

    result = call("rubric", "check", "mine.yaml")

    assert result.code == 0
    assert (
        "  Law broken: The order of questions and answers changes nothing.\n"
        "    line 1, total: 'combine: ladder': a rung counts only after those that stand before "
        "it.\n"
        "  No certificate can rest on it.\n"
    ) in result.out


def test_words_that_a_translation_lacks_are_named_with_its_file() -> None:
    Path("mine.yaml").write_text(
        "rubric: mine\nedition: 2026.1\ncriteria:\n"
        "  - {criterion: notice, ask: Q, answer: yes_no}\n"
        "  - {criterion: rest, ask: Q, answer: yes_no}\n"
    )
    Path("mine.es.yaml").write_text(
        "words: mine\nedition: 2026.1\nlanguage: es\nreviewed: Ana, 2026-03-01\ntitle: Mío\n"
        "say:\n  notice: {title: Aviso, ask: P}\n"
    )

    said = call("rubric", "check", "mine.yaml").out

    assert (
        "    mine.es.yaml: Words missing in es: rest title, rest ask. Add them below say:.\n"
        in said
    )


def test_the_report_of_a_good_file_is_in_spanish_from_its_first_word_to_its_last() -> None:
    shown = call("rubric", "check", "restaurants_us", "--language", "es").out

    assert shown.startswith("restaurants_us@2026.1: se puede usar.\n  36 criterios, 6 temas, ")
    assert "Los límites se apoyan en: ley 16, norma 7, datos 1, criterio propio 156." in shown
    assert "Una respuesta mejor nunca da menos puntos." in shown
    assert "Puede respaldar certificados." in shown
    assert "Vuelva a mirar:\n    línea 18: «living_wage»" in shown
    assert not re.search(r"\b(the|can|are|with|may|out|more)\b", shown)
