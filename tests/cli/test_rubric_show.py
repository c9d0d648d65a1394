"""`jobquality rubric show`: a standard as a page, whatever words it uses."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobquality.cli.show import show_edition
from jobquality.errors import FaultsError
from jobquality.rubrics.catalog import Edition, shipped, shipped_parameters
from jobquality.rubrics.loader import load_rubric
from tests.cli.calling import CAFES, call
from tests.pure.rubrics.every_word import ADVANCED, PUBLISHED
from tests.pure.rubrics.fuzzing import Fuzzer, real_files

FUZZER = Fuzzer(real_files())
PARAMETERS = shipped_parameters()
SENTENCES = (
    "Score: the sum, each times its weight, starting at 110.",
    "Kind: pillar",
    "It has a value only where 60% of the weight is answered and 1 or more are answered.",
    "Scored for each site, and in it each shift, each by its heads.",
    "An answer counts only with",
    "Where it is unknown, no score above it has a value.",
    "Where it does not apply, it gives the fewest points.",
    "Reads the answer to a once more.",
    "Complete means 50% of the most points, or more.",
    "4 points: at 9",
    "Not kept: A better answer never scores less.",
    "Kept: The order of questions and answers changes nothing.",
)


def shown(text: str) -> str:
    rubric = load_rubric(text.encode(), parameters=PARAMETERS.units)
    return show_edition(Edition(rubric=rubric, words={}, file=Path("x.yaml")), PARAMETERS)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_each_word_of_a_published_method_is_said_in_a_sentence(sentence: str) -> None:
    page = " ".join(shown(PUBLISHED).split())

    assert sentence in page


def test_other_scorings_rounding_and_levels_are_told() -> None:
    page = shown(ADVANCED)

    assert "Less is better: levels are read from the high end." in page
    assert "\nOther scorings\n  s: weights a 0.\n" in page
    assert "\nScores are shown " in page
    assert ", and levels look at them rounded.\n" in page
    assert "  now: declared, not scored." in page
    assert "  good: total needs 5 or less." in page


@pytest.mark.parametrize("width", [80, 90, 100])
def test_a_page_is_no_wider_than_it_may_be(width: int) -> None:
    page = show_edition(shipped().newest("restaurants_us"), PARAMETERS, width=width)

    assert max(map(len, page.splitlines())) <= width


def test_the_tests_of_a_file_and_its_laws_stand_at_the_end() -> None:
    page = call("rubric", "show", CAFES).out

    assert (
        "\nTests that the file brings along\n"
        "  A cafe that does well\n"
        "    Answers: pay_ratio 1, raises 60, tips 2, notice_days 14, on_call never\n"
        "    Gives: wages 100, total 100, level fair\n"
        "\nWhat anyone may rely on\n"
        "  Kept: A better answer never scores less.\n"
    ) in page


@settings(max_examples=max(1, settings().max_examples // 4))
@given(seed=st.integers(0, 2**64 - 1))
def test_whatever_can_be_read_can_be_shown(seed: int) -> None:
    content = FUZZER.file(seed)
    try:
        rubric = load_rubric(content, parameters=PARAMETERS.units)
    except FaultsError:
        return

    page = show_edition(Edition(rubric=rubric, words={}, file=Path("x.yaml")), PARAMETERS)

    assert rubric.scoring_hash in page
    assert all(question.id in page for question in rubric.questions())
