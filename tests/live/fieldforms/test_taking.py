"""Answers of a field form come in by name: seen first, once, and nothing is overwritten."""

import csv
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from sqlalchemy.orm import Session

from jobquality.documents.papers import read_paper, visit_of
from jobquality.rubrics.catalog import shipped
from jobquality.rubrics.model import AnswerKind, Criterion
from jobquality.rubrics.units import read_number, show_number
from jobquality.scoring.answers import find_questions
from jobquality.scoring.facts import Grade
from jobquality.services.scorecards import facts_of, preview
from jobquality.services.sheets import read_sheet
from jobquality.store.assessments import (
    Assessment,
    Workers,
    get_assessment,
    list_answers,
)
from jobquality.store.organizations import Organization, get_organization
from tests.fieldforms.phone import answer
from tests.live.assessments.assessing import Case, record, stored_draft
from tests.live.factories import NOON, stored_person
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


def test_a_submission_of_another_assessment_is_left_out(desk: Desk) -> None:
    mine = filled({NOTICE: "14"}, of=desk.case)
    other = {**filled({NOTICE: "3"}), "form__about/form__assessment": "somebody-elses"}

    both = desk.send(kobo([other, mine]))
    alone = desk.send(kobo([other]))

    assert "Submissions of other assessments, left out: 1." in both.text
    assert "14 days" in both.text
    assert "No submission in this file is of this assessment." in alone.text


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


def test_what_the_form_says_of_the_employer_is_shown_and_changes_nothing(desk: Desk) -> None:
    sent = filled({NOTICE: "14"}, of=desk.case) | {"profile__tipped_workers": "no"}
    same = filled({NOTICE: "14"}, of=desk.case) | {"profile__tipped_workers": "yes"}

    told = "The form says of the employer: some workers get tips: no."
    assert told in desk.send(kobo([sent])).text
    assert "The form says of the employer" not in desk.send(kobo([same])).text


def test_the_sheet_of_a_visit_knows_what_applies_and_what_was_answered(
    desk: Desk, session: Session
) -> None:
    record(session, desk.case, "openings", "3")
    with_catalog = read_sheet(session, desk.case.assessment.id, catalog=shipped(), at=NOON)

    visit = visit_of(with_catalog, "en")
    paper = read_paper(SHIPPED, language="en", address="", visit=visit)

    asked = {block.id: block for topic in paper.topics for block in topic.blocks}
    (left_out,) = [one.id for one in SHIPPED.rubric.questions() if looks_at(one, "openings")]
    assert left_out not in asked
    assert paper.left_out
    assert visit.employer == desk.case.employer.name


def looks_at(question: Criterion, figure: str) -> bool:
    return figure in [one.name for one in question.applies]


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
