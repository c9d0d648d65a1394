"""Answers of a field form come in by name: seen first, once, and nothing is overwritten."""

import csv
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from jobquality.access.states import AssessmentState
from jobquality.rubrics.catalog import shipped
from jobquality.rubrics.model import AnswerKind, Criterion
from jobquality.rubrics.units import read_number, show_number
from jobquality.scoring.answers import find_questions
from jobquality.scoring.facts import Grade
from jobquality.services.scorecards import facts_of, preview
from jobquality.store.assessments import (
    Assessment,
    Workers,
    change_assessment,
    get_assessment,
    list_answers,
)
from jobquality.store.organizations import Organization, get_organization
from tests.fieldforms.phone import answer
from tests.live.assessments.assessing import Case, record, stored_case, stored_draft
from tests.live.factories import log_in, stored_person
from tests.live.fieldforms.sending import (
    SHIPPED,
    Desk,
    blank_phone,
    filled,
    kobo,
    phone_for,
    table,
)

DINER = Path("docs/examples/restaurants.csv")
NOTICE = "sched_notice_days"


@pytest.fixture
def desk(session: Session, client: FlaskClient) -> Desk:
    case = stored_case(session)
    log_in(client, case.person)
    return Desk(client, case, session)


def diner_answers() -> dict[str, str]:
    """Answers to every question of the standard that the example diner has, as forms give them."""
    questions = find_questions(SHIPPED.rubric)
    with DINER.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if "Elm Street" in row["employer"]]
    answers = {}
    for row in rows:
        question, text = questions[row["criterion"]], row["answer"]
        is_list = isinstance(question, Criterion) and question.kind is AnswerKind.CHECKLIST
        if is_list and text.isdecimal() and isinstance(question, Criterion):
            text = ";".join(box.id for box in question.boxes[: int(text)]) or "0"
        number = read_number(text)
        text = show_number(number) if number is not None else text
        answers[question.id] = f"na: {row['reason']}" if text == "na" else text
    return answers


def scores(session: Session, case: Case) -> list[tuple[object, ...]]:
    """Return every figure of the score as it stands."""
    assessment = get_assessment(session, case.assessment.id)
    answers = list_answers(session, assessment.id)
    catalog = shipped()
    facts = facts_of(SHIPPED.rubric, case.employer, assessment, answers)
    card = preview(SHIPPED.rubric, facts, catalog.parameters).card
    assert card is not None
    return [(one.id, one.state, one.value, one.low, one.high) for one in card.total.walk()]


def test_a_form_that_went_to_the_phone_and_back_scores_like_typing_the_answers_in(
    desk: Desk, session: Session
) -> None:
    answers = diner_answers()
    phone = phone_for(desk.case)
    for name, text in answers.items():
        answer(phone, name, text)
    typed = replace(desk.case, assessment=typed_twin(session, desk.case))
    for name, text in answers.items():
        record(session, typed, name, text)

    page = desk.send(kobo([phone.send()]))
    done = desk.take(page)

    assert (page.status_code, done.status_code) == (200, 303)
    assert len(answers) > 40
    assert {name: one.answer for name, one in desk.answers().items()} == answers
    assert scores(session, desk.case) == scores(session, typed)


def typed_twin(session: Session, case: Case) -> Assessment:
    return stored_draft(session, case.person, case.employer, id="typed", on=date(2026, 2, 1))


@pytest.mark.parametrize("kind", ["json", "csv", "comma.csv", "xlsx", "odk.csv", "odata"])
def test_every_export_of_kobo_and_odk_gives_the_same_answers(
    desk: Desk, kind: str, tmp_path: Path
) -> None:
    answers = {
        "lowest_base_rate": "16.5",
        NOTICE: "unknown",
        "wages_tip_integrity": "no_card_fees;tip_record_open",
        "wages_back_wages": "none_on_record",
        "paid_below_minimum": "none_found",
    }
    sent = filled(answers, of=desk.case)

    page = desk.send(*exported(sent, kind, tmp_path))
    desk.take(page)

    assert {name: one.answer for name, one in desk.answers().items()} == answers


def exported(sent: dict[str, str], kind: str, folder: Path) -> tuple[bytes, str]:
    """Return one submission in one of the forms in which the tools give it."""
    if kind == "xlsx":
        with xlsxwriter.Workbook(folder / "export.xlsx") as book:
            sheet = book.add_worksheet("restaurants_us")
            for column, (name, text) in enumerate(sent.items()):
                sheet.write(0, column, name)
                sheet.write(1, column, float(text) if text == "16.5" else text)
        return (folder / "export.xlsx").read_bytes(), "export.xlsx"
    if kind == "odata":
        return json.dumps({"value": [nested(sent)]}).encode(), "submissions.json"
    if kind == "odk.csv":
        dashed = {name.replace("/", "-"): text for name, text in sent.items()}
        return table([dashed], separator=","), "odk.csv"
    ways = {
        "json": lambda: kobo([sent]),
        "csv": lambda: table([split_boxes(sent)]),
        "comma.csv": lambda: table([sent], separator=","),
    }
    return ways[kind](), f"export.{kind.rpartition('.')[2]}"


def split_boxes(sent: dict[str, str]) -> dict[str, str]:
    """Return a submission with a column for each box, as KoBo can write it."""
    (path,) = [one for one in sent if one.endswith("/wages_tip_integrity")]
    boxes = sent[path].split()
    rest = {name: text for name, text in sent.items() if name != path}
    known = ("tip_rules_in_writing", "no_card_fees", "tip_record_open")
    return rest | {f"{path}/{one}": str(int(one in boxes)) for one in known}


def nested(sent: dict[str, str]) -> dict[str, object]:
    tree: dict[str, object] = {"__id": "uuid:1", "__system": {"submitterName": "Ana"}}
    for path, text in sent.items():
        here = tree
        *groups, name = path.split("/")
        for group in groups:
            here = here.setdefault(group, {})  # type: ignore[assignment]  # a tree of texts
        here[name] = text
    return tree


def test_nothing_is_recorded_before_somebody_looked(desk: Desk) -> None:
    page = desk.send(kobo([filled({NOTICE: "14"}, of=desk.case)]))

    assert page.status_code == 200
    assert "Nothing has been recorded yet." in page.text
    assert "14 days" in page.text
    assert desk.answers() == {}


def test_an_answer_is_a_claim_and_tells_the_month_and_never_the_day(desk: Desk) -> None:
    desk.take(desk.send(kobo([filled({NOTICE: "14"}, of=desk.case)])))

    taken = desk.answers()[NOTICE]
    assert taken.grade is Grade.E0
    assert taken.source == "Field form, February 2026"
    assert (taken.on, taken.carried) == (None, False)


def test_counts_of_workers_come_with_their_month(desk: Desk) -> None:
    phone = blank_phone()
    phone.type("form__day", "2026-02-20")
    beside = {"more": "workers note", "asked": "7", "confirming": "6", "note": "On  the\nwall"}
    answer(phone, NOTICE, "14", beside=beside)

    desk.take(desk.send(kobo([phone.send()])))

    taken = desk.answers()[NOTICE]
    assert taken.workers == Workers(asked=7, confirming=6, month="2026-02")
    assert taken.note == "On the wall"


def test_the_same_file_again_brings_nothing_new(desk: Desk) -> None:
    content = kobo([filled({NOTICE: "14", "lowest_base_rate": "16.50"}, of=desk.case)])
    desk.take(desk.send(content))
    before = desk.answers()

    page = desk.send(content)
    again = desk.take(page)

    assert "There is nothing new to take." in page.text
    assert again.headers["Location"].endswith("taken=0")
    assert desk.answers() == before


def test_what_is_there_stays_unless_somebody_chooses(desk: Desk, session: Session) -> None:
    other = stored_person(session, desk_organization(session, desk))
    theirs = replace(desk.case, person=other)
    record(session, theirs, NOTICE, "7", grade=Grade.E2, source="Postings of May")
    record(session, theirs, "lowest_base_rate", "15")

    page = desk.send(
        kobo([filled({NOTICE: "14", "lowest_base_rate": "16", "openings": "5"}, of=desk.case)])
    )
    desk.take(page, take_lowest_base_rate="form")

    assert "Differs from what is there (2)" in page.text
    assert other.name in page.text
    taken = desk.answers()
    assert (taken[NOTICE].answer, taken[NOTICE].source) == ("7", "Postings of May")
    assert taken["lowest_base_rate"].answer == "16"
    assert taken["openings"].answer == "5"


def desk_organization(session: Session, desk: Desk) -> Organization:
    return get_organization(session, desk.case.assessment.organization_id)


def test_the_same_answer_never_takes_evidence_away(desk: Desk, session: Session) -> None:
    record(session, desk.case, NOTICE, "14", grade=Grade.E2, source="Postings of May")
    phone = blank_phone()
    phone.type("form__day", "2026-02-20")
    answer(phone, NOTICE, "14", beside={"more": "workers", "asked": "7", "confirming": "6"})

    desk.take(desk.send(kobo([phone.send()])))

    taken = desk.answers()[NOTICE]
    assert (taken.grade, taken.source) == (Grade.E2, "Postings of May")
    assert taken.workers == Workers(asked=7, confirming=6, month="2026-02")


def test_last_years_answer_is_confirmed_by_the_same_and_kept_beside_another(
    desk: Desk, session: Session
) -> None:
    record(session, desk.case, NOTICE, "14", grade=Grade.E2, source="Postings")
    record(session, desk.case, "lowest_base_rate", "15")
    draft = stored_draft(
        session,
        desk.case.person,
        desk.case.employer,
        id="next",
        previous_id=desk.case.assessment.id,
    )
    now = Desk(desk.client, replace(desk.case, assessment=draft), session)

    page = now.send(kobo([filled({NOTICE: "14", "lowest_base_rate": "16"}, of=now.case)]))
    now.take(page)

    taken = now.answers()
    assert "from last time, March 1, 2026" in page.text
    assert (taken[NOTICE].carried, taken[NOTICE].grade) == (False, Grade.E2)
    assert (taken["lowest_base_rate"].answer, taken["lowest_base_rate"].carried) == ("15", True)


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


def test_a_submission_of_another_assessment_is_left_out(desk: Desk) -> None:
    mine = filled({NOTICE: "14"}, of=desk.case)
    other = {**filled({NOTICE: "3"}), "form__about/form__assessment": "somebody-elses"}

    both = desk.send(kobo([other, mine]))
    alone = desk.send(kobo([other]))

    assert "Left out: 1 submissions of other assessments." in both.text
    assert "14 days" in both.text
    assert "Every submission in this file (1) is of another assessment." in alone.text


def test_of_several_submissions_one_is_chosen_or_what_all_agree_on(desk: Desk) -> None:
    first = filled({NOTICE: "14", "openings": "5"}, employer="Diner", day="2026-02-19")
    second = filled({NOTICE: "7", "openings": "5", "lowest_base_rate": "16"})

    page = desk.send(kobo([first, second]))
    together = desk.again(page, which="all")
    desk.take(together)

    assert "Row 1: February 19, 2026, Diner" in page.text
    assert 'name="take"' not in page.text
    assert "Row 1: 14 days" in together.text
    assert "Row 2: 7 days" in together.text
    taken = {name: one.answer for name, one in desk.answers().items()}
    assert taken == {"openings": "5", "lowest_base_rate": "16"}


def test_one_of_several_submissions_is_taken_alone(desk: Desk) -> None:
    page = desk.send(kobo([filled({NOTICE: "14"}), filled({NOTICE: "7"})]))

    desk.take(desk.again(page, which="2"))

    assert desk.answers()[NOTICE].answer == "7"


def test_unknown_columns_are_named_and_those_of_the_tools_are_not(desk: Desk) -> None:
    sent = filled({NOTICE: "14"}, of=desk.case) | {"wages/sched_notice_day": "14", "my_own": "x"}

    page = desk.send(kobo([sent]))

    assert "Columns that this standard does not know: wages/sched_notice_day, my_own" in page.text


def test_labels_instead_of_names_are_refused_with_what_to_do(desk: Desk) -> None:
    page = desk.send(b'"Employer";"Day of the visit"\n"Diner";"2026-02-20"\n', "labels.csv")

    assert "export XML values and headers, not labels" in page.text
    assert desk.answers() == {}


def test_photos_are_named_and_never_fetched(desk: Desk) -> None:
    phone = blank_phone()
    answer(phone, NOTICE, "14", beside={"more": "photo", "photo": "1716.jpg"})

    page = desk.send(kobo([phone.send()]))

    assert "Photos to attach (1)" in page.text
    assert "1716.jpg" in page.text
    assert f"/{NOTICE}/evidence" in page.text


def test_somebody_who_answers_meanwhile_is_not_overwritten(desk: Desk, session: Session) -> None:
    page = desk.send(kobo([filled({NOTICE: "14", "openings": "5"}, of=desk.case)]))
    record(session, desk.case, NOTICE, "7")

    told = desk.take(page)

    assert told.status_code == 409
    assert "Somebody answered meanwhile." in told.text
    assert {name: one.answer for name, one in desk.answers().items()} == {NOTICE: "7"}


def test_a_double_click_takes_the_answers_once(desk: Desk) -> None:
    page = desk.send(kobo([filled({NOTICE: "14"}, of=desk.case)]))

    first, second = desk.take(page), desk.take(page)

    assert first.status_code == 303
    assert second.headers["Location"] == first.headers["Location"]
    assert desk.answers()[NOTICE].version == 1


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


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_page_offers_the_sheet_and_a_form_that_knows_the_assessment(
    desk: Desk, language: str
) -> None:
    page = desk.client.get(desk.address.replace("/en/", f"/{language}/"))
    form = desk.client.get(f"/{language}/work/assessments/{desk.case.assessment.id}/form.xlsx")

    assert f"/es/work/assessments/{desk.case.assessment.id}/questions.pdf" in page.text
    assert form.headers["Content-Disposition"] == (
        f"attachment; filename={desk.case.employer.slug}-2026.1-xlsform.xlsx"
    )
    assert form.data[:2] == b"PK"
