"""The checker of standards speaks English; pages and the command line tell it in Spanish too."""

import re
from pathlib import Path

import pytest

import jobquality
from jobquality.rubrics.catalog import shipped
from jobquality.rubrics.loader import load_rubric
from jobquality.scoring.differences import find_differences
from jobquality.wording.checked import TOLD
from jobquality.wording.checks import spoken_check
from tests.house.test_refusals import PLACE, sentences_in

_HOUSE = Path(jobquality.__file__).parent
_CHECKERS = (
    "answers", "bands", "braces", "bridges", "checks", "comparing", "conditions", "criteria",
    "curly", "desk", "expanding", "facts", "fields", "figures", "filekinds", "grounds", "groups",
    "idle", "lawful_figures", "lawful_levels", "lawful_nodes", "levels", "likeness", "lines",
    "loader", "measured", "measures", "outcomes", "patching", "places", "points", "readings",
    "remarks", "rereading", "reuse", "rows", "ruling", "scales", "structure", "syntax", "tailoring",
    "units", "warnings", "weights", "words", "yamltext",
)  # fmt: skip
_SCORING = ("answers", "checking")
#: What makes another edition of the standard that ships.
CHANGED = (
    ("{from: 0.75, gives: 2}", "{from: 0.80, gives: 2.5}"),
    ("{from: 1.25, gives: 4}", "{from: 1.25, gives: 5}"),
    ("critical: [paid_below_minimum]", "critical: [child_labor]"),
    ("evidence: [payroll_export, pay_stubs]", "evidence: [pay_stubs]"),
    ("How close is your lowest hourly pay", "How near is your lowest hourly pay"),
    ("        applies: {tipped_workers: yes}\n", ""),
    (
        "from: {total: 65, each_dimension: 50, coverage: 80}",
        "from: {total: 68, each_dimension: 50}",
    ),
    ("A diner in Texas that does", "A diner in Utah that does"),
    ("gives: 12 months", "gives: 6 months"),
    (
        "{answer: no_plan, ask: There is no plan, gives: 0}",
        "{answer: none_yet, ask: None, gives: 0}",
    ),
    ("      ben_health_hours: no_plan\n", ""),
)
#: What stands in quotes is somebody's own.
_WORDS = re.compile("«[^»]*»")
#: The same in both languages, or a part of a sentence that is listed whole.
_PARTS = {
    '7: "7".',
    "Use 7.",
    "7, but that is a percent.",
    "7, but 7 is the most there is.",
    "([1-9][0-9]{0,2}) months?",
    "7 A long text may run on over several lines, indented further.",
    "7 of the points of '7' 7 source.",
    "7 Inside it use the other kind, “ ” or « ».",
    "7 If they are one fact, write them the same way.",
}


@pytest.mark.parametrize(
    "module", [f"rubrics/{one}" for one in _CHECKERS] + [f"scoring/{one}" for one in _SCORING]
)
def test_whatever_the_checker_says_of_a_standard_is_told_in_spanish(module: str) -> None:
    examples = {PLACE.sub("7", text) for text in sentences_in(_HOUSE / f"{module}.py")}
    told = {text for text in examples if " " in text and text[-1] in ".?"} - _PARTS

    assert {text for text in told if spoken_check(text, "es") == text} == set()


def test_both_languages_have_the_same_places() -> None:
    name = re.compile(r"\{(\w+)\}")

    assert [one for one in TOLD if set(name.findall(one[0])) != set(name.findall(one[1]))] == []
    assert len({english for english, _ in TOLD}) == len(TOLD)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "'prices' is not a word of the top of the file.",
            "«prices» no es una palabra del principio del archivo.",
        ),
        ("'source' in 'from' needs a number.", "«source» en «from» necesita un número."),
        ("Write {tipped: yes} or {tipped: [one, other]}.",
         "Escriba {tipped: yes} o {tipped: [one, other]}."),
        ("'a': an employer with 1 to under 9 days now gets 1 point instead of 2, and loses by it.",
         ("«a»: un empleador con 1 o más y menos de 9 días recibe ahora 1 punto en vez de 2, y "
         "pierde con ello.")),
        ("Did you mean 'weight'? Leave it out.", "¿Quiso decir «weight»? Quítelo."),
    ],
)  # fmt: skip
def test_what_differs_stays_and_words_of_ours_inside_a_sentence_are_told_too(
    said: str, told: str
) -> None:
    assert spoken_check(said, "es") == told
    assert spoken_check(said, "en") == said


def test_whatever_is_different_between_two_editions_is_told_in_spanish() -> None:
    old = shipped().edition("restaurants_us", "2026.1").file.read_text("utf-8")
    new = old
    for was, now in CHANGED:
        assert was in new
        new = new.replace(was, now, 1)
    units, facts = shipped().parameters.units, shipped().parameters.facts
    before, after = (
        load_rubric(text.encode(), parameters=units, facts=facts) for text in (old, new)
    )

    said = [one.says for one in find_differences(before, after).changes]

    assert len(said) >= len(CHANGED)
    english = re.compile(r"\b(?:the|is|are|now|was|with|gives|instead|points|an)\b")
    assert [one for one in said if english.search(_WORDS.sub("", spoken_check(one, "es")))] == []


def test_a_sentence_that_nobody_listed_is_told_as_it_is() -> None:
    assert spoken_check("Nobody listed one of them. Say why.", "es") == (
        "Nobody listed one of them. Say why."
    )
