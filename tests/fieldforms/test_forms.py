"""A standard as a form: pyxform takes it, and it asks what the standard asks."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from jobquality.reading.fieldforms import Prefilled, field_form
from jobquality.reading.options import kind_of, values_of
from jobquality.rubrics.catalog import Edition, shipped
from jobquality.rubrics.model import AnswerKind, Rubric
from jobquality.scoring.answers import find_questions
from jobquality.tables.fieldforms import xlsform_bytes
from tests.cli.calling import call
from tests.fieldforms.phone import Phone, RefusedError, answer
from tests.pure.scoring.strategies import rubrics

EDITIONS = list(shipped().by_name.values())
RESTAURANTS = shipped().edition("restaurants_us", "2026.1")


@pytest.fixture(scope="module")
def blank() -> Phone:
    return Phone.of(field_form(RESTAURANTS))


@pytest.fixture
def phone(blank: Phone) -> Phone:
    blank.typed.clear()
    return blank


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda one: one.rubric.name)
def test_pyxform_takes_each_shipped_standard_in_both_languages(edition: Edition) -> None:
    phone = Phone.of(field_form(edition))

    assert phone.languages == ["English (en)", "Español (es)"]
    assert (phone.form_id, phone.version) == (edition.rubric.id, edition.rubric.edition)
    questions = find_questions(edition.rubric)
    assert {one.id for one in questions.values()} <= set(phone.paths)


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda one: one.rubric.name)
def test_every_row_has_its_words_in_both_languages(edition: Edition) -> None:
    form = field_form(edition)

    for row in (*form.survey, *form.choices):
        spoken = {name.partition("::")[0] for name in row if "::" in name}
        assert all(f"{one}::English (en)" in row for one in spoken), row
        assert all(f"{one}::Español (es)" in row for one in spoken), row
    labels = {row["label::English (en)"] for row in form.choices}
    assert not [one for one in labels if "_" in one], "an id is no word for people"


def test_choices_are_ids_and_never_numbers(phone: Phone) -> None:
    questions = find_questions(RESTAURANTS.rubric)
    asked = [one for one in questions.values() if kind_of(one) is AnswerKind.CHOICE]

    assert asked
    for question in asked:
        assert set(values_of(question)) <= phone.choices[phone.paths[question.id]]


def test_the_same_form_is_the_same_to_the_byte() -> None:
    assert xlsform_bytes(field_form(RESTAURANTS)) == xlsform_bytes(field_form(RESTAURANTS))


def test_a_number_out_of_its_limits_is_refused_on_the_phone(phone: Phone) -> None:
    with pytest.raises(RefusedError):
        phone.type("wages_living_share", "101")

    phone.type("wages_living_share", "100")


def test_without_a_number_the_form_asks_why_and_with_one_it_does_not(phone: Phone) -> None:
    assert phone.is_shown("sched_notice_days__state")

    phone.type("sched_notice_days", "14")

    assert not phone.is_shown("sched_notice_days__state")


def test_none_of_these_stands_alone(phone: Phone) -> None:
    with pytest.raises(RefusedError):
        phone.type("wages_tip_integrity", "none no_card_fees")

    phone.type("wages_tip_integrity", "none")


def test_a_reason_is_asked_where_a_question_does_not_apply(phone: Phone) -> None:
    assert not phone.is_shown("wages_tip_integrity__reason")

    answer(phone, "wages_tip_integrity", "na: nobody gets tips")

    assert (
        phone.send()["wages/wages_tip_integrity__screen/wages_tip_integrity__reason"]
        == "nobody gets tips"
    )


def test_a_finished_figure_is_asked_until_every_part_is_given(phone: Phone) -> None:
    phone.type("workers_at_living_wage", "10")
    assert phone.is_shown("wages_living_share")

    phone.type("hourly_workers", "20")

    assert not phone.is_shown("wages_living_share")


def test_what_does_not_apply_is_not_asked_and_what_is_not_known_is(phone: Phone) -> None:
    tipped = ("wages_tip_integrity", "wages_tipped_base_ratio", "tipped_cash_wage")
    assert all(phone.is_shown(one) for one in tipped)

    phone.type("profile__tipped_workers", "no")

    assert not any(phone.is_shown(one) for one in tipped)


def test_a_condition_on_a_figure_looks_at_the_figure(phone: Phone) -> None:
    (name,) = [
        one.id
        for one in RESTAURANTS.rubric.questions()
        if "openings" in [each.name for each in one.applies]
    ]
    phone.type("openings", "3")
    assert not phone.is_shown(name)

    phone.type("openings", "4")

    assert phone.is_shown(name)


def test_more_workers_cannot_confirm_than_were_asked(phone: Phone) -> None:
    answer(phone, "sched_notice_days", "14", beside={"more": "workers", "asked": "6"})

    with pytest.raises(RefusedError):
        phone.type("sched_notice_days__confirming", "7")


def test_a_form_for_a_visit_knows_whose_it_is() -> None:
    known = Prefilled(
        assessment_id="abc123",
        employer="Casa O'Hara",
        slug="casa-o-hara",
        facts={"tipped_workers": "No"},
    )

    phone = Phone.of(field_form(RESTAURANTS, known))

    sent = phone.send()
    assert sent["form__about/form__assessment"] == "abc123"
    assert sent["form__about/form__employer"] == "Casa O'Hara"
    assert sent["form__about/form__slug"] == "casa-o-hara"
    assert not phone.is_shown("tipped_cash_wage")
    assert phone.form_id == "restaurants_us__abc123"


def test_a_hostile_name_is_a_name_and_nothing_else() -> None:
    name = '=1+1 O\'Hara "Bar" ${form__day} <b>&]]> {{7*7}}'
    known = Prefilled(assessment_id="abc123", employer=name, sites="@SUM(A1)")

    phone = Phone.of(field_form(RESTAURANTS, known))

    sent = phone.send()["form__about/form__employer"]
    assert sent == "=1+1 O'Hara Bar $ {form__day} <b>&]]> {{7*7}}"


def test_no_field_is_for_a_name_or_a_device() -> None:
    kinds = {row["type"] for row in field_form(RESTAURANTS).survey}

    assert not kinds & {
        "username",
        "deviceid",
        "phonenumber",
        "email",
        "geopoint",
        "audit",
        "start",
    }


@given(rubric=rubrics())
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
def test_pyxform_takes_any_standard_and_asks_each_question_once(rubric: Rubric) -> None:
    edition = Edition(rubric=rubric, words={}, file=Path("random.yaml"))

    phone = Phone.of(field_form(edition))

    names = [path.rpartition("/")[2] for path in phone.paths.values()]
    assert len(names) == len(set(names))
    assert {one.id for one in find_questions(rubric).values()} <= set(names)
    assert all(isinstance(phone.is_shown(one), bool) for one in names)


def test_the_command_line_writes_the_form(tmp_path: Path) -> None:
    target = tmp_path / "form.xlsx"

    said = call("rubric", "xlsform", "restaurants_us", "-o", target)

    assert (said.code, said.err) == (0, "")
    assert target.read_bytes() == xlsform_bytes(field_form(RESTAURANTS))
    assert call("rubric", "xlsform", "restaurants_us", "-o", tmp_path / "form.csv").code == 1
