"""Every question can be read after eight years of school."""

import pytest

from jobquality.rubrics.catalog import shipped
from tests.pure.rubrics.readability import grade, syllables

MOST_GRADE = 8
RUBRICS = [edition.rubric for edition in shipped().by_name.values()]
QUESTIONS = {
    f"{rubric.name} {question.id}": question.wording.ask
    for rubric in RUBRICS
    for question in rubric.questions()
}
WRONGS = {
    f"{rubric.name} {critical.id}": critical.wording.ask
    for rubric in RUBRICS
    for critical in rubric.critical
}
ASKED = {**QUESTIONS, **WRONGS}
SPOKEN = {
    1: ("paid", "used", "hours", "leave", "least", "asked", "hired"),
    2: ("workers", "offered", "wages", "being", "changes", "notice", "people", "every"),
    3: ("scheduling", "insurance", "period", "annual", "employees", "injuries", "previous"),
    4: ("experience", "evaluate", "voluntary"),
    5: ("evaluation", "organization"),
}


@pytest.mark.parametrize("name", ASKED)
def test_a_question_is_understood_after_eight_years_of_school(name: str) -> None:
    assert grade(ASKED[name]) <= MOST_GRADE


@pytest.mark.parametrize(
    ("word", "count"), [(word, count) for count, words in SPOKEN.items() for word in words]
)
def test_syllables_are_counted_as_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_text_for_lawyers_is_seen_as_one() -> None:
    text = (
        "Notwithstanding the foregoing, remuneration attributable to predictability "
        "obligations shall be disbursed irrespective of voluntary schedule modifications."
    )

    assert grade(text) > 16


def test_a_text_for_children_is_seen_as_one() -> None:
    assert grade("The cat sat on the mat. The dog ran to the cat.") < 1
