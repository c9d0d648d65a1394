from datetime import date
from fractions import Fraction

import pytest

from jobquality.rubrics.model import State
from jobquality.scoring.answers import Answer, find_questions, read_answer
from tests.pure.scoring.cases import a_standard, refusal

CAFES = a_standard(
    """
    - criterion: lowest_pay
      ask: What is the lowest hourly pay?
      answer: usd_per_hour
      code: W1
      points: [{under: 15, gives: 0}, {from: 15, gives: 2}]
    - criterion: raise
      ask: How much did pay go up?
      answer: percent_change
      points: [{under: 1, gives: 0}, {from: 1, gives: 2}]
    - criterion: enrolled
      ask: How many in 100 have the health plan?
      answer: percent
      points: [{under: 50, gives: 0}, {from: 50, gives: 2}]
    - criterion: pay_ratio
      ask: How close is the pay to a living wage?
      answer: ratio
      points: [{under: 0.9, gives: 0}, {from: 0.9, gives: 2}]
    - criterion: workers
      ask: How many workers are there?
      answer: people
      points: [{under: 5, gives: 0}, {from: 5, gives: 2}]
    - criterion: notice
      ask: How many days of notice?
      answer: days
      na: yes
      points: [{under: 7, gives: 0}, {from: 7, gives: 2}]
    - criterion: on_call
      ask: Do you use on-call shifts?
      answer: choice
      points:
        - {answer: unpaid, gives: 0}
        - {answer: paid_half, gives: 1}
        - {answer: paid_late, gives: 1}
        - {answer: never, gives: 2}
    - criterion: tips
      ask: What is true about tips?
      answer: checklist
      of: [{answer: in_writing}, {answer: no_fees}, {answer: open_record}]
      points: [{under: 2, gives: 0}, {from: 2, gives: 2}]
    - criterion: handbook
      ask: Is there a handbook?
      answer: yes_no
    - criterion: opened
      ask: When did you open?
      answer: date
    - criterion: stars
      ask: How many stars?
      answer: number
      range: {from: 0.5, under: 5}
      read_as: {-1: unknown}
    """,
    below="""
    critical:
      - {critical: wages_unpaid, ask: Does it owe wages?, source: State records}
    levels:
      - {level: fair, from: {total: 50}}
      - {level: committed, ask: Until when does the plan run?, answer: date}
      - {level: suspended, ask: Is it suspended?, answer: yes_no}
    """,
)
ASKED = find_questions(CAFES)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("lowest_pay", "7.25", Fraction("7.25")),
        ("lowest_pay", " 7 ", Fraction(7)),
        ("W1", "7.25", Fraction("7.25")),
        ("raise", "-2", Fraction(-2)),
        ("raise", "180", Fraction(180)),
        ("on_call", "never", "never"),
        ("on_call", "2", "never"),
        ("tips", "2", Fraction(2)),
        ("tips", "no_fees; in_writing", frozenset({"no_fees", "in_writing"})),
        ("tips", "0", Fraction(0)),
        ("handbook", "yes", "yes"),
        ("handbook", "No", "no"),
        ("handbook", "TRUE", "yes"),
        ("opened", "2026-03-01", date(2026, 3, 1)),
        ("wages_unpaid", "found", "found"),
        ("wages_unpaid", "none_found", "none_found"),
        ("committed", "2027-12-31", date(2027, 12, 31)),
        ("suspended", "yes", "yes"),
    ],
)
def test_an_answer_is_read_by_its_question(name: str, text: str, value: object) -> None:
    assert read_answer(ASKED[name], text) == Answer(state=State.VALUE, value=value)  # type: ignore[arg-type]  # any of the kinds of value


@pytest.mark.parametrize("name", ["lowest_pay", "on_call", "tips", "handbook", "opened"])
@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("", State.MISSING),
        ("  ", State.MISSING),
        ("missing", State.MISSING),
        ("unknown", State.UNKNOWN),
        ("declined", State.DECLINED),
        ("not_offered", State.NOT_OFFERED),
    ],
)
def test_any_question_may_be_answered_by_a_state(name: str, text: str, state: State) -> None:
    assert read_answer(ASKED[name], text) == Answer(state=state)


@pytest.mark.parametrize("text", ["", "missing", "not_checked"])
def test_a_violation_that_nobody_looked_for_is_missing(text: str) -> None:
    assert read_answer(ASKED["wages_unpaid"], text).state is State.MISSING


@pytest.mark.parametrize("name", ["committed", "suspended"])
def test_a_level_that_nobody_declared_is_missing(name: str) -> None:
    assert read_answer(ASKED[name], "").state is State.MISSING
    assert read_answer(ASKED[name], "missing").state is State.MISSING


def test_not_applicable_carries_its_reason_or_finds_it_beside_it() -> None:
    inside = read_answer(ASKED["notice"], "na: all work is by appointment")
    beside = read_answer(ASKED["notice"], "na", reason="all work is by appointment")

    assert inside == beside
    assert inside == Answer(state=State.NA, reason="all work is by appointment")


def test_an_answer_that_the_standard_reads_as_a_state_is_that_state() -> None:
    assert read_answer(ASKED["stars"], "-1") == Answer(state=State.UNKNOWN)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("lowest_pay", "6 out of 10", "'6 out of 10' is not a number of dollars an hour. "),
        ("lowest_pay", "7,25", "Write a point for decimals and nothing for thousands"),
        ("lowest_pay", "1,000", "nothing for thousands: 7.25, 1000."),
        ("lowest_pay", "$9", "Write 9, without the sign."),
        ("lowest_pay", "NaN", "'NaN' is not a number of dollars an hour. Write one plain"),
        ("lowest_pay", "1e3", "'1e3' is not a number"),
        ("lowest_pay", "inf", "'inf' is not a number"),
        ("lowest_pay", "-3", "'-3' is below 0, the least there can be of dollars an hour."),
        ("lowest_pay", "unknovn", "Did you mean 'unknown'?"),
        ("lowest_pay", "1" * 16, "A number has at most 15 digits before the point"),
        ("enrolled", "most", "Write one plain number, such as 60."),
        ("enrolled", "60%", "Write 60, without the sign."),
        ("enrolled", "101", "'101' is above 100, the most there can be of percent."),
        ("raise", "-101", "'-101' is below -100, the least there can be of percent change."),
        ("pay_ratio", "90%", "Write 0.9: a ratio of 1 is 100 percent."),
        ("notice", "14%", "Write the number alone, without a sign"),
        ("workers", "2.5", "'2.5' must be a whole number of people."),
        ("stars", "0.25", "'0.25' is below 0.5, the least there can be."),
        ("stars", "6", "'6' is above 5, the most there can be."),
        ("on_call", "nevr", "'nevr' is not one of the answers. Did you mean 'never'?"),
        ("on_call", "maybe so", "Use unpaid, paid_half, paid_late or never."),
        ("on_call", "1", "More than one answer gives 1 points: paid_half, paid_late. Use the id."),
        ("on_call", "7", "'7' is not one of the answers."),
        ("tips", "no_fee", "'no_fee' is not a box of this list. Did you mean 'no_fees'?"),
        ("tips", "xyz", "Use in_writing, no_fees or open_record."),
        ("tips", "no_fees; no_fees", "A box stands twice. Name each box once."),
        ("tips", "4", "'4' is not a number of boxes from 0 to 3."),
        ("tips", "1.5", "'1.5' is not a number of boxes from 0 to 3."),
        ("handbook", "maybe", "'maybe' is not yes or no."),
        ("opened", "3/1/2026", "'3/1/2026' is not a date. Write it as 2026-03-01."),
        ("opened", "2026-02-30", "'2026-02-30' is not a date."),
        ("wages_unpaid", "yes", "Use found, none_found or not_checked."),
        ("committed", "yes", "'yes' is not a date."),
        ("suspended", "2026-03-01", "'2026-03-01' is not yes or no."),
    ],
)
def test_an_answer_that_cannot_be_read_says_what_was_expected(
    name: str, text: str, said: str
) -> None:
    assert said in refusal(CAFES, name, text)


@pytest.mark.parametrize("text", ["na", "na:", "na: "])
def test_not_applicable_needs_a_reason(text: str) -> None:
    assert refusal(CAFES, "notice", text) == (
        "'na' needs a reason: write 'na: ' and why it does not apply."
    )


def test_not_applicable_is_refused_where_the_standard_does_not_allow_it() -> None:
    assert refusal(CAFES, "lowest_pay", "na: nobody is paid") == (
        "This question cannot be 'not applicable'. Use unknown, declined or not_offered."
    )


@pytest.mark.parametrize("text", ["NA", "N/A", "n/a", "N/A: all by appointment", "NA: none"])
def test_what_only_looks_like_not_applicable_is_not_guessed(text: str) -> None:
    assert "Write 'na: ' and the reason" in refusal(CAFES, "notice", text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("?", "unknown"),
        ("Unknown", "unknown"),
        ("DECLINED", "declined"),
        ("not offered", "not_offered"),
        ("Not_Offered", "not_offered"),
    ],
)
def test_what_only_looks_like_a_state_is_not_guessed(text: str, meant: str) -> None:
    assert refusal(CAFES, "on_call", text).endswith(f"Did you mean '{meant}'?")


def test_the_name_of_the_state_is_no_answer_by_itself() -> None:
    assert refusal(CAFES, "lowest_pay", "value") == (
        "'value' is not an answer. Write the answer itself."
    )


@pytest.mark.parametrize("name", ["lowest_pay", "on_call", "tips", "opened", "wages_unpaid"])
def test_a_very_long_answer_is_refused_in_a_short_sentence(name: str) -> None:
    assert len(refusal(CAFES, name, "word " * 20_000)) < 250
