"""What the shipped standards do not have, on the phone and back."""

from datetime import date
from pathlib import Path

import pytest

from jobquality.reading.fieldforms import field_form
from jobquality.rubrics.catalog import load_edition, shipped
from jobquality.schemas.fieldanswers import ReadSubmission, read_submission
from jobquality.schemas.fieldforms import Submission
from jobquality.wording import Speaker
from tests.fieldforms.phone import Phone, answer

EDITION = load_edition(Path("tests/fieldforms/kitchens.yaml"), shipped().parameters)


@pytest.fixture
def phone() -> Phone:
    return Phone.of(field_form(EDITION))


def read(cells: dict[str, str]) -> ReadSubmission:
    """Return what comes in of a submission; its groups are taken off before."""
    plain = {path.rpartition("/")[2]: text for path, text in cells.items()}
    return read_submission(
        Submission(row=1, cells=plain),
        EDITION.rubric,
        assessment_id="one",
        today=date(2026, 3, 1),
        say=Speaker("en"),
    )


def answers(cells: dict[str, str]) -> dict[str, str]:
    found = read(cells)
    assert found.unreadable == ()
    return {name: one.answer for name, one in found.answers.items()}


def test_a_tally_is_counted_answer_by_answer(phone: Phone) -> None:
    phone.type("findings__times_minor", "3")
    assert not phone.is_shown("findings__state")
    phone.type("findings__times_major", "0")

    assert answers(phone.send()) == {"findings": "minor*3"}
    assert answers({"findings__times_minor": "0"}) == {"findings": "0"}
    assert answers({"findings__state": "unknown"}) == {"findings": "unknown"}


def test_a_tally_that_is_no_count_is_named() -> None:
    (cell,) = read({"findings__times_minor": "many"}).unreadable

    assert cell.column == "findings"
    assert "how often" in cell.reason


def test_a_condition_on_another_answer_hides_only_what_is_known_not_to_apply(
    phone: Phone,
) -> None:
    assert phone.is_shown("plan_shown")

    phone.type("has_plan", "no")
    assert not phone.is_shown("plan_shown")

    phone.type("has_plan", "unknown")
    assert phone.is_shown("plan_shown")


def test_conditions_on_the_employer_are_asked_first_and_hold(phone: Phone) -> None:
    assert phone.is_shown("fees")

    phone.type("profile__owner_type", "other")
    assert not phone.is_shown("fees")

    phone.type("profile__owner_type", "franchise")
    phone.type("profile__headcount", "9")
    assert not phone.is_shown("fees")

    phone.type("profile__headcount", "10")
    assert phone.is_shown("fees")


def test_a_box_called_none_is_not_none_of_these(phone: Phone) -> None:
    phone.type("plan_shown", "none_")
    assert answers(phone.send()) == {"plan_shown": "0"}

    phone.type("plan_shown", "none all_of_it")
    assert answers(phone.send()) == {"plan_shown": "none;all_of_it"}


def test_a_question_is_answered_or_it_is_not_and_never_both() -> None:
    (cell,) = read({"fees": "5", "fees__state": "declined"}).unreadable

    assert (cell.column, cell.value) == ("fees", "5")


def test_the_employer_s_facts_are_no_answers(phone: Phone) -> None:
    phone.type("profile__owner_type", "chain")
    answer(phone, "fees", "5")

    found = read(phone.send())

    assert found.facts == {"owner_type": "chain"}
    assert set(found.answers) == {"fees"}
