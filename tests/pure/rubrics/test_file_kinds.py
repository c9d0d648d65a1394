"""A file of another kind than the one that is wanted: one fault, and where it belongs."""

import pytest

from jobquality.errors import FaultsError
from jobquality.rubrics.words import load_words
from tests.pure.rubrics.factories import SMALL, a_rubric, faults_of
from tests.pure.rubrics.parameter_files import PLACES, faults_of_places, parameter_text
from tests.pure.rubrics.test_words import WORDS

ROW = "place: TX, from: 2026-01-01, value: 9"
NOT_STANDARDS = {
    "figures": (
        f"# our wage\n{parameter_text(ROW)}",
        "line 2: This is a file of figures. Pass it with --parameters.",
    ),
    "words": (
        WORDS,
        (
            "line 1: This is a file of words for 'corner_cafes'. "
            "Check corner_cafes.yaml; the words beside it are read with it."
        ),
    ),
    "words of nothing": (
        "words:\n",
        (
            "line 1: This is a file of words. "
            "Check its standard; the words beside it are read with it."
        ),
    ),
    "places": (
        PLACES,
        "line 1: This is a list of places. It is ours; check your standard instead.",
    ),
}


@pytest.mark.parametrize("kind", NOT_STANDARDS)
def test_a_file_that_is_no_standard_is_told_where_it_belongs(kind: str) -> None:
    content, expected = NOT_STANDARDS[kind]

    assert faults_of(content) == [expected]


def test_a_standard_in_place_of_words_is_named_once() -> None:
    with pytest.raises(FaultsError) as caught:
        load_words(SMALL.encode(), a_rubric())

    assert str(caught.value) == (
        "line 1: This is a standard, not a file of words. "
        "Start a file of words with words: and the id."
    )


def test_a_standard_in_place_of_places_is_named_once() -> None:
    assert faults_of_places(SMALL) == [
        "line 1: This is a standard, not a list of places. Start it with places:."
    ]


def test_a_standard_with_a_word_of_another_kind_stays_a_standard() -> None:
    found = faults_of(SMALL.replace("edition: 2026.1", "edition: 2026.1\nwords: x"))

    assert found == [
        (
            "line 3: 'words' is not a word of the top of the file. "
            "See the list of words in docs/rubric-language.md."
        )
    ]
