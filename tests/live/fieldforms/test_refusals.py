"""What cannot be read is named, every cell at once, and nothing is taken in silence."""

from dataclasses import replace

import pytest
from sqlalchemy.orm import Session

from jobquality.access.states import AssessmentState
from jobquality.store.assessments import (
    change_assessment,
)
from tests.fieldforms.phone import answer
from tests.live.fieldforms.sending import (
    Desk,
    blank_phone,
    filled,
    kobo,
    table,
)

NOTICE = "sched_notice_days"


def test_every_cell_that_cannot_be_read_is_named_at_once_and_nothing_is_taken(
    desk: Desk,
) -> None:
    sent = filled({NOTICE: "14", "sched_change_pay": "nothing"}, of=desk.case)
    wrong = {
        "lowest_base_rate": "7,25",
        "sched_change_pay": "if manager agrees",
        "wages_tip_integrity": "no_card_fees NA",
        "wages_living_share": "101",
        "hourly_workers": "2.5",
        "sched_notice_days__asked": "6",
        "ben_sick_hours__note": "Ask again",
        "ben_health_hours": "na",
    }
    page = desk.send(kobo([sent | wrong_paths(sent, wrong)]))
    refused = desk.take(page)

    for column, value in wrong.items():
        assert f"<code>{column}" in page.text
        assert value in page.text
    assert "The form knows: nothing, if_manager_agrees" in page.text
    assert refused.status_code == 422
    assert "Something cannot be read." in refused.text
    assert desk.answers() == {}


def wrong_paths(sent: dict[str, str], wrong: dict[str, str]) -> dict[str, str]:
    """Return wrong texts under the columns that a form would use."""
    paths = {path.rpartition("/")[2]: path for path in sent}
    return {paths.get(name, f"wages/{name}"): text for name, text in wrong.items()}


def test_the_rest_is_taken_where_somebody_says_so(desk: Desk) -> None:
    sent = filled({NOTICE: "14"}, of=desk.case) | {"wages/lowest_base_rate": "7,25"}

    page = desk.send(kobo([sent]))
    desk.take(page, good_only="yes")

    assert {name: one.answer for name, one in desk.answers().items()} == {NOTICE: "14"}


@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        ("form__edition", "2025.1", "of another edition than 2026.1"),
        ("form__standard", "retail_us", "of another standard than restaurants_us"),
        ("form__edition", "", "does not say that it is of edition 2026.1"),
    ],
)
def test_another_edition_or_standard_is_never_read_in_silence(
    desk: Desk, field: str, text: str, told: str
) -> None:
    page = desk.send(kobo([filled({NOTICE: "14"}, of=desk.case) | {field: text}]))

    assert told in page.text
    assert 'name="take"' not in page.text
    assert desk.answers() == {}


def test_unknown_columns_are_named_and_those_of_the_tools_are_not(desk: Desk) -> None:
    sent = filled({NOTICE: "14"}, of=desk.case) | {"wages/sched_notice_day": "14", "my_own": "x"}

    page = desk.send(kobo([sent]))

    assert "Columns that this standard does not know: wages/sched_notice_day, my_own" in page.text


def test_labels_instead_of_names_are_refused_with_what_to_do(desk: Desk) -> None:
    page = desk.send(b'"Employer";"Day of the visit"\n"Diner";"2026-02-20"\n', "labels.csv")

    assert "export XML values and headers, not labels" in page.text
    assert desk.answers() == {}


def test_answers_that_were_changed_on_the_way_are_refused(desk: Desk) -> None:
    page = desk.send(kobo([filled({NOTICE: "14"}, of=desk.case)]))

    for kept in ("", "[]", "{", '[{"row":1,"cells":{"strange":"x"}}]', '[{"row":"1"}]', "[1]"):
        assert desk.take(page, kept=kept).status_code == 422
    assert desk.answers() == {}


def test_only_a_draft_takes_answers(desk: Desk, session: Session) -> None:
    assessment = replace(desk.case.assessment, state=AssessmentState.IN_REVIEW)
    change_assessment(session, assessment)

    refused = desk.send(kobo([filled({NOTICE: "14"}, of=desk.case)]))

    assert refused.status_code == 409
    assert desk.answers() == {}


# R11 to R13: every file that is no export is in tests/fieldforms/test_exports.py.


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (b"a,b\n1,2\n", "a.xlsx", "looks like text"),
        (b"{", "a.json", "not JSON"),
    ],
)
def test_a_file_that_is_no_export_is_refused_in_a_sentence(
    desk: Desk, content: bytes, name: str, told: str
) -> None:
    refused = desk.send(content, name)

    assert refused.status_code == 422
    assert told in refused.text
    assert desk.answers() == {}


def test_a_file_that_is_too_large_is_refused_without_being_read(desk: Desk) -> None:
    content = b"openings\n" + b"1\n" * (5 * 1024 * 1024 // 2 + 1)

    refused = desk.send(content, "large.csv")

    assert refused.status_code == 422
    assert "larger than 5 MB" in refused.text


def test_no_file_is_told_beside_the_field(desk: Desk) -> None:
    refused = desk.client.post(desk.address, data={"key": "1"})

    assert refused.status_code == 422
    assert 'href="#file"' in refused.text


def test_a_hostile_text_is_shown_as_text(desk: Desk) -> None:
    hostile = "<script>alert(1)</script>"
    phone = blank_phone()
    phone.type("form__employer", hostile)
    answer(phone, NOTICE, "14", beside={"more": "note", "note": hostile})

    page = desk.send(kobo([phone.send() | {hostile: "x"}]))

    assert hostile not in page.text
    assert "&lt;script&gt;" in page.text


def test_a_choice_called_na_stays_a_word_and_a_note_called_na_stays_a_note(desk: Desk) -> None:
    phone = blank_phone()
    answer(phone, NOTICE, "14", beside={"more": "note", "note": "NA"})

    desk.take(desk.send(table([phone.send()]), "export.csv"))

    assert desk.answers()[NOTICE].note == "NA"


def test_half_a_character_in_an_answer_or_a_name_is_refused_and_breaks_no_page(desk: Desk) -> None:
    sent = filled({NOTICE: "14"}, of=desk.case)
    (path,) = (name for name in sent if name.endswith(f"/{NOTICE}"))

    for broken in (sent | {path: "\ud800"}, sent | {"a\ud800b": "1"}):
        page = desk.send(kobo([broken]))

        assert page.status_code == 422
        assert "Submission 1 holds half of a broken character." in page.text
