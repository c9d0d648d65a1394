"""Levels that ask for one of several things, for what is known of a node, or for other levels."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobquality.reading.names import FILES
from jobquality.reading.outcomes import (
    Standing,
    check_words,
    condition_words,
    level_reason,
    other_words,
)
from jobquality.rubrics.model import NO_LEVEL, NOT_ENOUGH_KNOWN, Rubric
from jobquality.scoring.facts import Grade
from jobquality.scoring.scorecard import Check, LevelResult, Scorecard
from jobquality.wording import Speaker
from tests.pure.rubrics.factories import faults_of
from tests.pure.scoring.cases import a_standard, scored

TREE = """
dimensions:
  - dimension: wages
    criteria:
      - {criterion: pay, ask: Pay?, answer: yes_no}
      - {criterion: raises, ask: Raises?, answer: yes_no}
  - dimension: voice
    criteria:
      - {criterion: union, ask: Union?, answer: yes_no}
      - {criterion: survey, ask: Survey?, answer: yes_no}
critical:
  - {critical: unpaid, ask: Unpaid?, source: Records}
  - {critical: fire, ask: Fire?, source: Records, allows: bronze}
"""
ALL = {"pay": "yes", "raises": "yes", "union": "yes", "survey": "yes"}
CLEAN = {"unpaid": "none_found", "fire": "none_found"}


def standard(levels: str) -> Rubric:
    tree = TREE if "bronze" in levels else TREE.replace(", allows: bronze", "")
    return a_standard("[]", below=f"{tree}levels:\n{levels}")


def judged(
    levels: str, answers: Mapping[str, str], grades: Mapping[str, Grade | None] | None = None
) -> Scorecard:
    return scored(standard(levels), {**CLEAN, **answers}, grades=grades)


def result(card: Scorecard, name: str) -> LevelResult:
    return next(one for one in card.outcome.levels if one.level.id == name)


def held(checks: tuple[Check, ...]) -> dict[str, bool]:
    return {check.name: check.holds for check in checks}


ANY = "  - {level: good, from: {pay: 1}, any: [{wages: 100}, {voice: 100, survey: 1}]}\n"


@pytest.mark.parametrize(
    ("answers", "level"),
    [
        (ALL, "good"),
        ({**ALL, "union": "no"}, "good"),
        ({**ALL, "raises": "no"}, "good"),
        ({**ALL, "raises": "no", "survey": "no"}, NO_LEVEL),
        ({**ALL, "pay": "no"}, NO_LEVEL),
    ],
)
def test_one_group_of_conditions_is_enough_beside_those_for_all(
    answers: dict[str, str], level: str
) -> None:
    assert judged(ANY, answers).outcome.level == level


def test_every_condition_of_every_group_is_told() -> None:
    card = judged(ANY, {**ALL, "raises": "no", "survey": "no"})

    groups = result(card, "good").any_of
    assert [[held(group) for group in one] for one in groups] == [
        [{"wages": False}, {"voice": False, "survey": False}]
    ]
    ((stands, said),) = other_words(result(card, "good"), card, FILES)
    assert stands is Standing.AGAINST
    assert said == (
        "one of these is needed: wages is 50, needs 100 or more; or voice is 50, needs 100 "
        "or more, survey is 0, needs 1 or more"
    )
    assert level_reason(card, FILES).startswith("No level: Good asks for more: one of these is")


def test_a_group_that_may_still_hold_is_open() -> None:
    card = judged(ANY, {"pay": "yes", "raises": "no", "survey": "yes"})

    assert [stands for stands, _ in other_words(result(card, "good"), card, FILES)] == ["open"]
    assert (card.outcome.level, card.outcome.could_reach) == (NO_LEVEL, "good")


def test_conditions_are_told_in_spanish_too() -> None:
    names = type(FILES)(say=Speaker("es"))
    card = judged(ANY, ALL)

    ((_, said),) = other_words(result(card, "good"), card, names)

    assert said.startswith("se cumple una de: wages es de 100, hace falta 100 o más; o voice")


KNOWN = (
    "  - {level: good, from: {wages: {score: 50, coverage: 100, confirmed: 50, answered: 100}}}\n"
)


@pytest.mark.parametrize(
    ("answers", "grades", "level"),
    [
        (ALL, {"pay": Grade.E3}, "good"),
        (ALL, {}, NO_LEVEL),
        (ALL, {"pay": Grade.E3, "raises": Grade.E1}, NO_LEVEL),
        ({"pay": "yes"}, {"pay": Grade.E3}, NO_LEVEL),
        ({"pay": "yes", "raises": "yes"}, {"pay": Grade.E3}, "good"),
    ],
)
def test_a_level_may_ask_how_well_one_node_is_known(
    answers: dict[str, str], grades: dict[str, Grade | None], level: str
) -> None:
    known = {**dict.fromkeys((*ALL, *CLEAN), Grade.E2), **grades}
    named = {name: known[name] for name in (*answers, *CLEAN)}

    assert judged(KNOWN, answers, named).outcome.level == level


def test_what_is_known_of_a_node_is_a_reason_of_its_own() -> None:
    card = judged(KNOWN, {"pay": "yes"})

    checks = result(card, "good").checks
    assert held(checks) == {
        "wages": True,
        "wages.coverage": False,
        "wages.confirmed": False,
        "wages.answered": False,
    }
    assert check_words(checks[1], FILES) == (
        "evidence of grade E2 or better for wages is 50%, needs 100% or more"
    )


def test_answers_without_a_grade_count_for_a_node_if_the_evidence_holds() -> None:
    levels = "  - {level: good, from: {wages: {coverage: 100}}}\n"
    card = judged(levels, ALL, {**dict.fromkeys(CLEAN, Grade.E2), **dict.fromkeys(ALL)})

    assert (card.outcome.level, card.outcome.if_evidence_holds) == (NO_LEVEL, "good")


def test_how_much_is_answered_may_be_asked_of_the_whole() -> None:
    levels = "  - {level: good, from: {answered: 75}}\n"

    assert judged(levels, {"pay": "no", "raises": "no", "union": "no"}).outcome.level == "good"
    assert judged(levels, {"pay": "yes", "union": "no"}).outcome.level == NO_LEVEL
    assert (
        judged("  - {level: good, from: {total: {answered: 75}}}\n", ALL).outcome.levels[0].checks
        == judged(levels, ALL).outcome.levels[0].checks
    )


LADDER = (
    "  - {level: gold, from: {voice: 100}, after: silver}\n"
    "  - {level: silver, from: {total: 50}, any: [{raises: 1}, {survey: 1}], after: bronze}\n"
    "  - {level: bronze, from: {pay: 1}}\n"
)


@pytest.mark.parametrize(
    ("answers", "level"),
    [
        (ALL, "gold"),
        ({**ALL, "raises": "no"}, "gold"),
        ({**ALL, "pay": "no"}, NO_LEVEL),
        ({**ALL, "union": "no", "raises": "no"}, "silver"),
        ({**ALL, "raises": "no", "survey": "no"}, "bronze"),
    ],
)
def test_a_level_counts_only_after_the_one_below(answers: dict[str, str], level: str) -> None:
    assert judged(LADDER, answers).outcome.level == level


def test_what_an_earlier_level_asks_for_is_a_reason_for_the_later_one() -> None:
    card = judged(LADDER, {**ALL, "pay": "no"})

    assert held(result(card, "gold").checks) == {"voice": True, "total": True, "pay": False}
    assert len(result(card, "gold").any_of) == 1
    assert (Standing.AGAINST, "only after Silver: not reached") in list(
        other_words(result(card, "gold"), card, FILES)
    )


EXEMPT = (
    "  - {level: gold, from: {each_dimension: 100, coverage: 50}}\n"
    "  - {level: bronze, from: {wages: 100}}\n"
    "  - {level: waived, ask: Until when?, answer: date, exempts: [voice, fire]}\n"
)


def test_a_declared_state_exempts_from_a_floor_while_it_is_in_force() -> None:
    answers = {**ALL, "union": "no"}

    assert judged(EXEMPT, answers).outcome.level == "bronze"
    assert judged(EXEMPT, {**answers, "waived": "2026-06-01"}).outcome.level == "gold"
    assert judged(EXEMPT, {**answers, "waived": "2026-05-31"}).outcome.level == "bronze"


def test_the_result_says_what_was_not_asked_for() -> None:
    card = judged(EXEMPT, {**ALL, "union": "no", "waived": "2026-06-01"})

    assert card.outcome.exempt == ("voice", "fire")
    voice = next(one for one in result(card, "gold").checks if one.name == "voice")
    assert (voice.holds, voice.exempt, voice.actual) == (True, True, None)
    assert check_words(voice, FILES) == "voice: not asked for, by a declared state"
    assert level_reason(card, FILES).endswith("Not asked for, by a declared state: voice, fire.")


def test_only_a_critical_violation_that_is_named_is_waived() -> None:
    found = {**ALL, "waived": "2026-06-01"}

    assert judged(EXEMPT, {**found, "fire": "found"}).outcome.level == "gold"
    assert judged(EXEMPT, {**found, "unpaid": "found"}).outcome.level == NO_LEVEL


def test_an_exemption_from_coverage_lets_a_verdict_stand() -> None:
    levels = EXEMPT.replace("[voice, fire]", "coverage")
    grades = {**dict.fromkeys(CLEAN, Grade.E2), **dict.fromkeys(ALL, Grade.E0)}

    without = judged(levels, ALL, grades)
    waived = judged(levels, {**ALL, "waived": "2026-06-01"}, grades)

    assert (without.outcome.level, waived.outcome.level) == (NOT_ENOUGH_KNOWN, "gold")


def test_each_dimension_may_pass_over_some() -> None:
    levels = "  - {level: good, from: {each_dimension: {score: 100, except: voice}}}\n"

    assert judged(levels, {**ALL, "union": "no"}).outcome.level == "good"
    assert judged(levels, {**ALL, "pay": "no"}).outcome.level == NO_LEVEL


def test_a_floor_may_stand_on_the_bands_of_a_score() -> None:
    rubric = a_standard(
        "[]",
        below=TREE.replace(", allows: bronze", "").replace(
            "- dimension: voice\n",
            "- dimension: voice\n    points: [{under: 50, gives: 0}, {from: 50, gives: 3}]\n",
        )
        + "levels:\n  - {level: good, from: {voice: 3}}\n",
    )

    assert scored(rubric, {**CLEAN, **ALL, "union": "no"}).outcome.level == "good"
    assert scored(rubric, {**CLEAN, **ALL, "union": "no", "survey": "no"}).outcome.level == NO_LEVEL


@given(
    said=st.dictionaries(st.sampled_from(sorted(ALL)), st.sampled_from(["yes", "no"])),
    more=st.dictionaries(st.sampled_from(sorted(ALL)), st.sampled_from(["yes", "no"])),
    levels=st.sampled_from([ANY, KNOWN, LADDER, EXEMPT]),
)
def test_the_level_lies_between_what_is_sure_and_what_could_be(
    said: dict[str, str], more: dict[str, str], levels: str
) -> None:
    order = [NOT_ENOUGH_KNOWN, NO_LEVEL, "bronze", "silver", "good", "gold"]
    before = judged(levels, said).outcome
    after = judged(levels, {**more, **said}).outcome
    rank = {name: place for place, name in enumerate(order)}

    assert max(rank[before.level], 1) <= max(rank[after.level], 1)
    assert rank[after.could_reach] <= rank[before.could_reach]


@given(answers=st.fixed_dictionaries({name: st.sampled_from(["yes", "no"]) for name in ALL}))
def test_who_reaches_a_level_reached_each_that_it_comes_after(answers: dict[str, str]) -> None:
    reached = {one.level.id: one.is_reached for one in judged(LADDER, answers).outcome.levels}

    assert reached["gold"] <= reached["silver"] <= reached["bronze"]


SMALL_TREE = (
    "rubric: r\nedition: 2026.1\ndimensions:\n"
    "  - {dimension: d, criteria: [{criterion: c, ask: Q, answer: yes_no}]}\nlevels:\n"
)


@pytest.mark.parametrize(
    ("levels", "fault"),
    [
        ("  - {level: a, any: [{d: 1}]}\n", "'any' has one group of conditions only."),
        ("  - {level: a, any: [{d: 1}, {e: 1}]}\n", "The level 'a' names 'e', which is not scored."),  # noqa: E501
        ("  - {level: a, any: [{d: 1}, {d: 101}]}\n", "asks for d 101, but 100 is the most"),
        ("  - {level: a, from: {d: {coverage: 101}}}\n", "asks for coverage of d 101, but that is a percent."),  # noqa: E501
        ("  - {level: a, from: {d: {cover: 1}}}\n", "'cover' is not a word of a condition of a level."),  # noqa: E501
        ("  - {level: a, from: {d: {}}}\n", "'d' asks for nothing."),
        ("  - {level: a, from: {d: {score: 1, except: d}}}\n", "'except' belongs to each_dimension."),  # noqa: E501
        ("  - {level: a, from: {each_dimension: {score: 1, except: e}}}\n", "The level 'a' passes over 'e', which is no dimension."),  # noqa: E501
        ("  - {level: a, after: b}\n  - {level: c, from: {d: 1}}\n", "The level 'a' comes after 'b', which is not below it."),  # noqa: E501
        ("  - {level: b, from: {d: 1}}\n  - {level: a, after: b}\n", "The level 'a' comes after 'b', which is not below it."),  # noqa: E501
        ("  - {level: a, after: a}\n", "The level 'a' comes after 'a', which is not below it."),
        ("  - {level: a, exempts: d}\n", "Only a declared level can exempt from something."),
        ("  - {level: a, ask: Q, answer: date, exempts: e}\n", "The level 'a' exempts from 'e', which no level asks for."),  # noqa: E501
        ("  - {level: a, ask: Q, answer: date, any: [{d: 1}, {c: 1}]}\n", "'a' is declared, so it has no conditions."),  # noqa: E501
    ],
)  # fmt: skip
def test_a_condition_that_cannot_hold_is_a_fault(levels: str, fault: str) -> None:
    assert any(fault in found for found in faults_of(SMALL_TREE + levels))


def test_a_share_is_never_on_a_scale_of_its_own() -> None:
    card = judged("  - {level: good, from: {voice: {confirmed: 50}}}\n", ALL, {
        **dict.fromkeys((*ALL, *CLEAN), Grade.E2), "union": Grade.E4,
    })  # fmt: skip

    assert result(card, "good").checks[0].actual == Fraction(50)
    assert card.on == date(2026, 6, 1)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            (
                "one of these is needed: wages needs 100 or more; or voice needs 100 or more, "
                "survey needs 1 or more"
            ),
        ),
        (
            "es",
            (
                "hace falta una de: wages: hace falta 100 o más; o voice: hace falta 100 o más, "
                "survey: hace falta 1 o más"
            ),
        ),
    ],
)
def test_what_a_level_asks_for_is_told_in_both_languages(language: str, expected: str) -> None:
    names = type(FILES)(say=Speaker(language))

    (said,) = condition_words(standard(ANY).levels[0], names)

    assert said == expected
