from datetime import date
from fractions import Fraction

import pytest

from jobquality.rubrics.catalog import shipped
from jobquality.rubrics.model import State
from jobquality.schemas.facts import load_facts
from jobquality.schemas.texts import quoted
from jobquality.scoring.facts import EmployerFacts, Grade

DAY = date(2026, 3, 1)
LONG = ("employer", "criterion", "answer")


def load(*rows: tuple[str, ...]) -> tuple[EmployerFacts, ...]:
    catalog = shipped()
    rubric = catalog.newest("restaurants_us").rubric
    return load_facts(enumerate(rows, start=1), rubric, on=DAY, parameters=catalog.parameters)


def test_a_fact_keeps_everything_that_a_row_says() -> None:
    header = (*LONG, "part", "on", "grade", "url", "note")
    row = ("Elm", "sched_notice_days", " 7 ", "site/a", "2026-01-31", "E2", "https://a.org", "ok")

    (found,) = load(header, row)

    fact = found.facts["sched_notice_days"]
    assert (found.employer, found.part, found.on) == ("Elm", "site/a", date(2026, 1, 31))
    assert (fact.state, fact.value, fact.text) == (State.VALUE, Fraction(7), "7")
    assert (fact.grade, fact.source, fact.note) == (Grade.E2, "https://a.org", "ok")


def test_what_belongs_to_the_employer_may_be_said_once_and_holds_for_every_part() -> None:
    header = (*LONG, "part", "on", "profile.place")

    found = load(
        header,
        ("Elm", "sched_notice_days", "7", "a", "", ""),
        ("Elm", "sched_notice_days", "7", "b", "2026-01-31", "TX"),
        ("Oak", "sched_notice_days", "7", "", "", ""),
    )

    assert [one.on for one in found] == [date(2026, 1, 31), date(2026, 1, 31), DAY]
    assert [dict(one.profile) for one in found] == [{"place": "TX"}, {"place": "TX"}, {}]


def test_an_employer_of_whom_nothing_is_known_can_stand_in_a_long_file() -> None:
    (found,) = load((*LONG, "profile.place"), ("Elm", "", "", "TX"))

    assert (found.employer, dict(found.facts)) == ("Elm", {})


def test_names_that_only_differ_in_how_letters_are_stored_are_one_employer() -> None:
    found = load(
        LONG,
        ("Café  Ñ", "sched_notice_days", "7"),
        ("Cafe\u0301 N\u0303", "sched_rest_hours", "10"),
    )

    assert [one.employer for one in found] == ["Café Ñ"]
    assert len(found[0].facts) == 2


def test_an_empty_answer_was_not_asked_yet() -> None:
    (found,) = load(LONG, ("Elm", "sched_notice_days", " "))

    assert dict(found.facts) == {}


@pytest.mark.parametrize(
    "row",
    [
        ("Elm", "wages_tip_integrity", "na: no  tips\r\nhere", ""),
        ("Elm", "wages_tip_integrity", "na", "no tips here"),
    ],
)
def test_a_reason_stands_beside_the_answer_or_in_its_own_column(row: tuple[str, ...]) -> None:
    (found,) = load((*LONG, "reason"), row)

    assert found.facts["wages_tip_integrity"].note == "no tips here"


def test_a_text_in_a_message_hides_nothing_and_is_short() -> None:
    assert quoted("a\u202eb\x1b") == "'a\\u202eb\\u001b'"
    assert quoted("x" * 61) == f"'{'x' * 60}…'"
