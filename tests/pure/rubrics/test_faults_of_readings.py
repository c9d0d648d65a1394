"""Words of published methods that nobody could make sense of are refused with their line."""

from tests.pure.rubrics.factories import faults_of, load, rubric_text


def test_a_scale_that_nothing_uses_is_refused_since_nobody_would_look_into_it() -> None:
    scale = "scales:\n  - {scale: hidden, answer: days, no_such_word: 1}\n"

    assert faults_of(rubric_text(("dimensions:\n", f"{scale}dimensions:\n"))) == [
        "line 4: No criterion uses the scale 'hidden'. Leave it out, or write scale: and its id."
    ]


def test_a_score_is_held_against_numbers_and_not_against_what_depends_on_a_place() -> None:
    bands = "[{under: living_wage, gives: 0}, {from: living_wage, gives: 1}]"
    own = f"    weight: 60\n    points: {bands}"

    assert faults_of(rubric_text(("    weight: 60", own)))[0] == (
        "line 6: 'living_wage' is a dated figure, but a score is held against numbers. "
        "Write the number."
    )


OPENINGS = "      - criterion: openings"
READER = """\
      - criterion: again
        reads: on_call
        weight: 10
        points: [{answer: never, gives: 1}, {answer: paid, gives: 0}]
"""


def test_an_answer_that_is_read_once_more_is_known_there_whatever_it_is() -> None:
    lighter = ("weight: 50\n        ask: Do", "weight: 40\n        ask: Do")

    missing, unknown = faults_of(rubric_text((OPENINGS, f"{READER}{OPENINGS}"), lighter))

    assert missing == (
        "line 36: 'again' reads 'on_call', but not its answer 'unpaid'. "
        "Add {answer: unpaid, gives: …} to its points."
    )
    assert unknown.startswith("line 36: 'again' reads 'on_call', which has no answer 'paid'.")


def test_a_tally_of_nothing_is_refused() -> None:
    tally = "      - {criterion: finds, ask: Q, answer: tally, points: []}\n"

    [said] = faults_of(rubric_text((OPENINGS, f"{tally}{OPENINGS}")))

    assert said.startswith("line 36: The tally 'finds' has no 'points', so nothing can be chosen.")


def test_a_dimension_that_is_passed_over_bounds_nobody() -> None:
    low = "    weight: 40\n    points: [{under: 50, gives: 0}, {from: 50, gives: 1}]"
    changes = [("    weight: 40", low), ("total: 100, level: fair", "total: 100")]
    passed = ("each_dimension: 50", "each_dimension: {score: 50, except: scheduling}")

    assert load(rubric_text(*changes, passed)).levels[0].floors[1].besides == ("scheduling",)
    [said] = faults_of(rubric_text(*changes))
    assert said.startswith("line 45: The level 'fair' asks for each_dimension 50, but 1 is the")
