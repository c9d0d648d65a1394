"""When a question is asked at all, and when its answer counts."""

import pytest

from jobquality.rubrics.model import State
from tests.pure.scoring.cases import a_standard, ends, faults, node, scored

TIPS = a_standard(
    """
    - criterion: pay
      ask: What is the lowest hourly pay?
      answer: usd_per_hour
      points: [{under: 15, gives: 0}, {from: 15, gives: 2}]
    - criterion: tip_rules
      ask: Are the tip rules in writing?
      answer: yes_no
      applies: {tipped_workers: yes}
    """
)
FORMAT = a_standard(
    """
    - criterion: pay
      ask: What is the lowest hourly pay?
      answer: usd_per_hour
      points: [{under: 15, gives: 0}, {from: 15, gives: 2}]
    - criterion: drive_through
      ask: Is there a break for the window?
      answer: yes_no
      applies: {format: Quick service, headcount: {from: 4, under: 100}}
    """
)
FEW = a_standard(
    """
    - criterion: promoted
      ask: How many in 100 jobs were filled from within?
      answer: percent
      applies: {openings: {from: 4}}
      points: [{under: 50, gives: 0}, {from: 50, gives: 4}]
    - {criterion: openings, ask: How many jobs were filled?, answer: number}
    - criterion: feel_heard
      ask: How many in 100 feel heard?
      answer: percent
      from: {survey_workers: 5}
      points: [{under: 50, gives: 0}, {from: 50, gives: 4}]
    - {criterion: survey_workers, ask: How many answered?, answer: people}
    """
)


@pytest.mark.parametrize("said", ["no", "No", " no ", "FALSE"])
def test_a_question_for_others_is_not_asked(said: str) -> None:
    card = scored(TIPS, {"pay": "15"}, profile={"tipped_workers": said})

    assert node(card, "tip_rules").state is State.NA
    assert ends(card.total) == (100, 100)
    assert card.total.answered == 1


@pytest.mark.parametrize("said", ["yes", "Yes", "1", "TRUE"])
def test_a_question_for_this_employer_is_asked(said: str) -> None:
    card = scored(TIPS, {"pay": "15"}, profile={"tipped_workers": said})

    assert ends(card.total) == (50, 100)


def test_a_question_is_asked_where_nobody_said_whether_it_applies() -> None:
    card = scored(TIPS, {"pay": "15"})

    assert ends(card.total) == (50, 100)


def test_an_answer_that_the_profile_contradicts_is_a_fault() -> None:
    assert faults(TIPS, {"tip_rules": "yes"}, profile={"tipped_workers": "no"}) == [
        (
            "tip_rules: It was answered 'yes', but profile.tipped_workers says that it does not "
            "apply. Correct one of them."
        )
    ]


@pytest.mark.parametrize("said", ["unknown", "declined", "na: no tips here"])
def test_a_gap_that_the_profile_explains_is_no_fault(said: str) -> None:
    card = scored(TIPS, {"tip_rules": said}, profile={"tipped_workers": "no"})

    assert node(card, "tip_rules").state is State.NA


def test_a_profile_that_says_neither_yes_nor_no_is_a_fault() -> None:
    assert faults(TIPS, {"pay": "15"}, profile={"tipped_workers": "some"}) == [
        "profile.tipped_workers: 'some' is not yes or no."
    ]


def test_a_profile_that_should_be_a_number_and_is_none_is_a_fault() -> None:
    said = {"format": "Quick service", "headcount": "about 20"}

    assert faults(FORMAT, {}, profile=said) == ["profile.headcount: 'about 20' is not a number."]


@pytest.mark.parametrize(
    ("form", "headcount", "applies"),
    [
        ("Quick service", "4", True),
        ("quick service", "99.5", True),
        ("Quick service", "3.9", False),
        ("Quick service", "100", False),
        ("Full service", "20", False),
        ("", "", True),
    ],
)
def test_every_condition_must_hold(form: str, headcount: str, *, applies: bool) -> None:
    card = scored(FORMAT, {}, profile={"format": form, "headcount": headcount})

    assert node(card, "drive_through").is_out is not applies


@pytest.mark.parametrize(("openings", "state"), [("3", State.NA), ("4", State.VALUE)])
def test_too_few_cases_take_a_question_out(openings: str, state: State) -> None:
    card = scored(FEW, {"promoted": "75", "openings": openings})

    assert node(card, "promoted").state is state


@pytest.mark.parametrize(("workers", "state"), [("4", State.UNKNOWN), ("5", State.VALUE)])
def test_too_few_workers_make_an_answer_unknown(workers: str, state: State) -> None:
    heard = node(scored(FEW, {"feel_heard": "90", "survey_workers": workers}), "feel_heard")

    assert heard.state is state
    assert heard.high == 4


def test_too_few_workers_are_named_as_the_reason() -> None:
    heard = node(scored(FEW, {"feel_heard": "90", "survey_workers": "4"}), "feel_heard")

    assert heard.line is not None
    assert heard.line.unmet is not None
    assert heard.line.unmet.name == "survey_workers"


def test_an_answer_that_is_missing_is_not_blamed_on_too_few_workers() -> None:
    heard = node(scored(FEW, {"survey_workers": "4"}), "feel_heard")

    assert heard.line is not None
    assert (heard.state, heard.line.unmet) == (State.MISSING, None)


def test_an_answer_counts_where_nobody_was_asked_how_many_there_were() -> None:
    card = scored(FEW, {"promoted": "75", "feel_heard": "90"})

    assert card.total.low == 100


@pytest.mark.parametrize("said", ["unknown", "declined"])
@pytest.mark.parametrize(
    ("answer", "gate"), [("promoted", "openings"), ("feel_heard", "survey_workers")]
)
def test_hiding_how_many_there_were_makes_an_answer_unknown(
    answer: str, gate: str, said: str
) -> None:
    one = node(scored(FEW, {answer: "90", gate: said}), answer)

    assert one.state is State.UNKNOWN
    assert ends(one) == (0, 4)
    assert one.line is not None
    assert one.line.reason == f"{gate} is not known, so the answer does not count"


def test_what_is_not_offered_may_yet_not_apply_while_the_deciding_figure_is_hidden() -> None:
    card = scored(FEW, {"promoted": "not_offered", "openings": "unknown"})

    assert ends(node(card, "promoted")) == (0, 4)


def test_what_is_not_offered_needs_no_number_of_workers_to_count() -> None:
    card = scored(FEW, {"feel_heard": "not_offered", "survey_workers": "unknown"})

    assert ends(node(card, "feel_heard")) == (0, 0)
