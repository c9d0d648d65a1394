"""The question sheet read back: everything that is asked is on it, and nothing asks for a name."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from jobquality.documents.papers import Visit, paper_pdf, read_paper
from jobquality.reading.names import Names
from jobquality.reading.options import option_words, values_of
from jobquality.rubrics.catalog import load_edition, shipped
from jobquality.scoring.answers import find_questions
from jobquality.store.assessments import Answer
from jobquality.wording import Speaker
from tests.cli.calling import call
from tests.documents.looking import bare, outside, page_count, raster, text_of

EDITION = shipped().edition("restaurants_us", "2026.1")
ADDRESS = "https://jobs.example.org/en/work/assessments/0123456789abcdef0123456789abcdef"
A4, LETTER = (595, 842), (612, 792)


SMALL = load_edition(Path("tests/cli/cafes.yaml"), shipped().parameters)


@cache
def blank(language: str) -> bytes:
    return paper_pdf(EDITION, language=language, address=ADDRESS)


def answered(criterion: str, answer: str, **but: object) -> Answer:
    given = Answer(
        assessment_id="one",
        organization_id="center",
        criterion=criterion,
        answer=answer,
        author_id="maria-gonzalez",
        answered_at=datetime(2025, 3, 1, 12, tzinfo=UTC),
        note="Ana told us",
        carried=True,
    )
    return replace(given, **but)  # type: ignore[arg-type]  # a test says what it needs


VISIT = Visit(
    employer="Casa <b>Luna</b>",
    organization="Center of Austin",
    sites=(("Elm Street", "12 Elm Street, Austin"),),
    on=date(2026, 3, 1),
    today=date(2026, 3, 2),
    answers={
        one.criterion: one
        for one in (
            answered("sched_notice_days", "14"),
            answered("sched_change_pay", "if_manager_agrees", carried=False),
        )
    },
    unmet={"wages_tip_integrity": "Only if some workers get tips"},
)


@cache
def for_visit(language: str) -> bytes:
    return paper_pdf(EDITION, language=language, address=ADDRESS, visit=VISIT)


def test_everything_that_is_asked_can_be_read_back_with_what_there_is_to_tick() -> None:
    names = Names.of(EDITION, Speaker("en"))
    said = bare(text_of(blank("en")))

    for question in find_questions(EDITION.rubric).values():
        assert bare(names.ask(question.id) or names.thing(question.id)) in said
        assert bare(question.id) in said
        for one in values_of(question):
            assert bare(option_words(names, question, one)) in said


@pytest.mark.parametrize(
    ("sheet", "language"), [(blank, "en"), (for_visit, "es")], ids=["blank", "visit"]
)
def test_every_page_warns_of_names_and_has_its_number(
    sheet: Callable[[str], bytes], language: str
) -> None:
    said, pages = text_of(sheet(language)), page_count(sheet(language))
    warning = Speaker(language)("paper_never")

    # Once more at the head of the first page, and once as what the foot is made of.
    assert said.count(warning) == pages + 2
    assert all(f"{number} / {pages}" in said for number in range(1, pages + 1))


def test_a_page_fits_on_a4_and_on_letter_without_being_made_smaller() -> None:
    width, height = raster(blank("en"), dpi=72).size

    assert width <= min(A4[0], LETTER[0]) + 1
    assert height <= min(A4[1], LETTER[1]) + 1
    assert outside(blank("en")) == []
    assert outside(for_visit("es")) == []


def test_a_sheet_is_black_and_white() -> None:
    drawn = raster(blank("en"), dpi=50, page=2).convert("RGB")
    red, green, blue = (band.tobytes() for band in drawn.split())

    assert max(map(max, zip(red, green, blue, strict=True))) == 255
    assert all(max(one) - min(one) < 12 for one in zip(red, green, blue, strict=True)), (
        "a color would be lost in a printer"
    )


def test_a_visit_says_whose_it_is_what_was_answered_and_how_old_that_is() -> None:
    said = text_of(for_visit("es"))

    assert "Casa <b>Luna</b>" in said
    assert "Elm Street, 12 Elm Street, Austin" in said
    assert "La vez anterior: 14 días (1 de marzo de 2025, hace 12 meses)" in said
    assert "Ya respondida: Algo, si el gerente está de acuerdo (1 de marzo de 2025)" in said
    assert "Manejo justo de las propinas: Only if some workers get tips" in said
    assert "¿Qué es cierto aquí sobre las propinas?" not in said
    assert "maria" not in said.lower()
    assert "Ana told us" not in said, "notes stay off a paper that can be lost"


def test_the_code_leads_to_where_the_answers_are_typed_in() -> None:
    (found,) = zxingcpp.read_barcodes(raster(for_visit("es"), dpi=110))

    assert found.text == ADDRESS


def test_a_sheet_is_tagged_and_the_same_to_the_byte() -> None:
    drawn = paper_pdf(SMALL, language="en", address=ADDRESS)
    root = PdfReader(BytesIO(drawn)).trailer["/Root"].get_object()

    assert paper_pdf(SMALL, language="en", address=ADDRESS) == drawn
    assert isinstance(root, DictionaryObject)
    assert str(root["/Lang"]) == "en"
    assert "/StructTreeRoot" in root


def test_numbers_of_questions_go_on_through_the_topics() -> None:
    paper = read_paper(EDITION, language="en", address="")

    numbers = [block.number for topic in paper.topics for block in topic.blocks]
    assert numbers == list(range(1, paper.asked + 1))
    assert [topic.first for topic in paper.topics[1:]] == [
        topic.last + 1 for topic in paper.topics[:-1]
    ]


def test_a_part_that_another_question_needs_is_asked_though_its_first_is_not() -> None:
    unmet = {"wages_living_share": "Only if"}

    paper = read_paper(EDITION, language="en", address="", visit=replace(VISIT, unmet=unmet))

    asked = [block.id for topic in paper.topics for block in topic.blocks]
    assert "wages_living_share" not in asked
    assert asked.count("hourly_workers") == 1


def test_the_command_line_writes_a_sheet_in_spanish(tmp_path: Path) -> None:
    target = tmp_path / "hoja.pdf"

    said = call("sheet", "tests/cli/cafes.yaml", "--language", "es", "-o", target)

    assert (said.code, said.err) == (0, "")
    assert "Hoja de preguntas" in text_of(target.read_bytes())
