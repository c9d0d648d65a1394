"""The law beside an answer is the law about that very answer, or nothing is claimed."""

from dataclasses import replace
from datetime import date

import pytest

from jobquality.ledger.recompute import rebuild
from jobquality.reading.law import law_words
from jobquality.reading.names import Names
from jobquality.reading.values import Law
from jobquality.rubrics.catalog import shipped_parameters as parameters
from jobquality.scoring.scorecard import Line
from jobquality.wording import Speaker
from tests.reading.cards import ON, Told, edition_of, read, snapshot_of, the_texas_diner

TIPPED = "wages_tipped_base_ratio"


@pytest.fixture(scope="module")
def below() -> Line:
    """Pay of $2.13 before tips in Texas, which federal law allows, beside the full minimum."""
    edition = edition_of()
    card = rebuild(snapshot_of(_answers()), edition.rubric, parameters().places)
    lines = (node.line for node in card.total.walk() if node.node.id == TIPPED)
    found = next(lines)
    assert found is not None
    return found


def _answers() -> dict[str, Told]:
    answers = the_texas_diner() | {"tipped_cash_wage": Told("2.13", source="Pay stubs")}
    del answers[TIPPED]
    return answers


def _law(line: Line, checked_on: date | None = None) -> tuple[Law, str, str]:
    words = law_words(line, checked_on, Names.of(edition_of(), Speaker("en")), parameters().places)
    return words.kind, words.text, words.source


@pytest.mark.parametrize("checked_on", [None, ON])
def test_pay_before_tips_is_never_held_against_the_full_minimum(
    below: Line, checked_on: date | None
) -> None:
    kind, text, source = _law(below, checked_on)

    assert (kind, source) == (Law.NOT_CHECKED, "")
    assert "7.25" not in text


def test_the_page_says_so() -> None:
    card = read(snapshot_of(_answers()), "en")
    line = next(one for topic in card.topics for one in topic.lines if one.id == TIPPED)

    assert line.law is not None
    assert line.law.text == "Law not looked up: this page makes no claim about it here."


def test_pay_of_others_is_held_against_the_minimum_with_source_and_date(below: Line) -> None:
    of_all = replace(below, question=replace(below.question, applies=()))

    kind, text, source = _law(of_all)

    assert kind is Law.ASKS
    assert "$7.25 an hour in United States (as of " in text
    assert "29 USC 206" in source
