"""What an explanation prints can be followed by hand, for every word of the language."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings

from jobquality.cli.explain import explain
from jobquality.reading.numbers import number_words
from jobquality.rubrics.loader import load_rubric
from jobquality.rubrics.model import MAIN
from jobquality.scoring.examples import cohort_of_examples, facts_of
from jobquality.scoring.making import made
from jobquality.scoring.score import score
from jobquality.scoring.scorecard import Scorecard
from tests.cli.calculating import worked_out
from tests.pure.scoring.advanced import Advanced, advanced_cases
from tests.pure.scoring.cases import SUMMER, the_parameters

METHODS = sorted((Path(__file__).parents[1] / "golden" / "methods").glob("*.yaml"))
some = settings(max_examples=max(1, settings().max_examples // 4))
_TAILS = r"(?: \((?:low end|high end|over what is known|what of)[^()]*\))?"
GROUP_LINE = re.compile(rf"^ *= (.*) = (\S+){_TAILS}$", re.MULTILINE)
LINE_LINE = re.compile(r"^ *(\S+ \+ \(.*|\d+×.*) = (\S+)$", re.MULTILINE)
PYTHON = re.compile(
    r"\bNone\b|\bFraction\(|Combine\.|Reading\.|State\.|Stage\.|<|\bTrue\b|\bFalse\b"
)


def explained(card: Scorecard) -> str:
    return explain(card, None, the_parameters().places)


@some
@given(advanced_cases())
def test_every_calculation_that_is_printed_comes_out(case: Advanced) -> None:
    card = case.card()
    shown = explained(card)

    told = [one for one in GROUP_LINE.findall(shown) if one[1] != "open"]
    for text, result in [*told, *LINE_LINE.findall(shown)]:
        assert number_words(worked_out(text)) == result, text
    assert told or card.total.is_out or card.total.low is None


@some
@given(advanced_cases())
def test_what_is_done_to_a_score_step_by_step_ends_with_the_score(case: Advanced) -> None:
    for node in case.card().total.walk_parts():
        for one in made(node):
            assert one.stages[-1][1] == one.result or node.held_back


@some
@given(advanced_cases())
def test_an_explanation_has_no_words_of_a_programmer(case: Advanced) -> None:
    assert PYTHON.search(explained(case.card())) is None


@pytest.mark.parametrize("file", METHODS, ids=lambda file: file.stem)
def test_every_calculation_of_a_published_method_comes_out(file: Path) -> None:
    rubric = load_rubric(file.read_bytes(), parameters={})
    parameters = the_parameters()
    cohort = cohort_of_examples(rubric, parameters, on=SUMMER)

    for example in rubric.examples:
        facts = facts_of(rubric, example, SUMMER)
        scoring = example.scoring or MAIN
        card = score(rubric, facts, parameters, scoring=scoring, cohort=cohort)
        shown = explained(card)
        for text, result in [*GROUP_LINE.findall(shown), *LINE_LINE.findall(shown)]:
            assert result == "open" or number_words(worked_out(text)) == result
        assert PYTHON.search(shown) is None
