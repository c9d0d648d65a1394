"""What ships: two standards in two languages, and the figures they are held against."""

import csv
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from jobquality.errors import FaultsError, NotFoundError
from jobquality.rubrics.catalog import (
    Edition,
    edition_files,
    load_edition,
    shipped,
    shipped_parameters,
)
from jobquality.rubrics.model import Basis, Choice, Criterion, Rubric
from jobquality.rubrics.steps import steps_of
from jobquality.rubrics.words import missing_words, sources_of

ON = date(2026, 11, 23)
WAGES = Path(__file__).parents[2] / "data" / "state_wages_2026_11_23.csv"
EDITIONS = {edition.rubric.name: edition for edition in shipped().by_name.values()}
STATES = list(csv.DictReader(WAGES.read_text(encoding="utf-8").splitlines()))

every_edition = pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
every_state = pytest.mark.parametrize("row", STATES, ids=[row["place"] for row in STATES])


def thresholds(rubric: Rubric) -> list[tuple[str, Basis, str]]:
    steps = [
        (question.id, step.grounds)
        for question in rubric.root.criteria()
        for step in steps_of(question.points)
    ]
    return [(name, grounds.basis, grounds.source) for name, grounds in steps]


def test_a_standard_for_restaurants_and_one_for_shops_ship() -> None:
    assert {"restaurants_us@2026.1", "retail_us@2026.1"} <= set(EDITIONS)
    assert len(edition_files()) == len(EDITIONS)


@every_edition
def test_a_standard_has_36_criteria_in_six_dimensions(edition: Edition) -> None:
    assert len(list(edition.rubric.root.criteria())) == 36
    assert len(edition.rubric.root.children) == 6


@every_edition
def test_everything_that_a_standard_rests_on_is_said_in_spanish(edition: Edition) -> None:
    assert edition.words["es"].sources.keys() == set(sources_of(edition.rubric))


@every_edition
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_standard_is_complete_in_both_languages(edition: Edition, language: str) -> None:
    words = edition.words[language]

    assert words.language == language
    assert missing_words(edition.rubric, words, translated=language != "en") == ()


@every_edition
def test_every_threshold_that_rests_on_something_says_where_it_can_be_read(
    edition: Edition,
) -> None:
    bare = [
        name
        for name, basis, source in thresholds(edition.rubric)
        if basis is not Basis.EDITORIAL and not source
    ]

    assert bare == []


@every_edition
def test_every_criterion_names_what_to_look_at(edition: Edition) -> None:
    asked: list[Criterion] = list(edition.rubric.root.criteria())

    assert [question.id for question in asked if not question.evidence] == []
    assert [one.id for one in edition.rubric.critical if not (one.evidence and one.source)] == []


@every_edition
def test_points_run_from_0_to_4(edition: Edition) -> None:
    ends = {(one.fewest, one.most) for one in edition.rubric.root.criteria()}

    assert ends == {(Fraction(0), Fraction(4))}


@every_edition
def test_choices_stand_with_the_worst_first(edition: Edition) -> None:
    for question in edition.rubric.root.criteria():
        points = question.points if isinstance(question.points, tuple) else ()
        gives = [step.gives for step in points if isinstance(step, Choice)]
        assert gives == sorted(gives), question.id


@every_edition
def test_a_standard_carries_tests_of_its_own(edition: Edition) -> None:
    assert edition.rubric.examples


@every_edition
def test_the_file_lies_where_its_name_says(edition: Edition) -> None:
    assert edition.file.parent.name == edition.rubric.id
    assert edition.file.stem == edition.rubric.edition


@every_state
@pytest.mark.parametrize(
    ("figure", "column"),
    [
        ("minimum_wage", "effective_floor_usd"),
        ("tipped_minimum_wage", "tipped_cash_wage_usd"),
    ],
)
def test_every_state_has_the_figure_of_the_published_list(
    row: dict[str, str], figure: str, column: str
) -> None:
    profile = {"place": row["place"], "headcount": "50"}

    found = shipped_parameters().look_up(figure, profile=profile, on=ON)

    assert found.row.value == Fraction(row[column])
    assert found.row.source


def test_the_published_list_has_every_state_and_the_district() -> None:
    known = {place.code for place in shipped_parameters().places.by_id.values() if place.code}

    assert {row["state"] for row in STATES} == known
    assert len(known) == 51


def test_a_living_wage_ships_without_a_figure() -> None:
    assert shipped_parameters().by_id["living_wage"].rows == ()


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("restaurants_us", "restaurants_us@2026.1"),
        ("restaurants_us@2026.1", "restaurants_us@2026.1"),
    ],
)
def test_a_standard_is_found_by_name(name: str, found: str) -> None:
    assert shipped().newest(name).rubric.name == found


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("restaurant_us", "There is no standard 'restaurant_us'. Did you mean 'restaurants_us'?"),
        ("zoos", "There is no standard 'zoos'. We ship restaurants_us, retail_us."),
        (
            "retail_us@1999.1",
            "There is no standard retail_us@1999.1. Did you mean 'retail_us'?",
        ),
    ],
)
def test_a_standard_that_does_not_ship_is_not_found(name: str, message: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        shipped().newest(name)

    assert str(caught.value) == message


def test_words_of_another_language_than_their_name_says_are_refused(tmp_path: Path) -> None:
    source = EDITIONS["retail_us@2026.1"].file
    (tmp_path / "2026.1.yaml").write_bytes(source.read_bytes())
    english = source.with_name("2026.1.en.yaml").read_bytes()
    (tmp_path / "2026.1.es.yaml").write_bytes(english)

    with pytest.raises(FaultsError) as caught:
        load_edition(tmp_path / "2026.1.yaml", shipped_parameters())

    assert str(caught.value) == (
        "2026.1.es.yaml: The file says 'language: en', its name says 'es'. Write language: es."
    )


def test_a_fault_in_a_file_of_words_names_the_file(tmp_path: Path) -> None:
    source = EDITIONS["retail_us@2026.1"].file
    (tmp_path / "2026.1.yaml").write_bytes(source.read_bytes())
    (tmp_path / "2026.1.es.yaml").write_text("words: retail\n", encoding="utf-8")

    with pytest.raises(FaultsError) as caught:
        load_edition(tmp_path / "2026.1.yaml", shipped_parameters())

    assert {fault.where for fault in caught.value.faults} == {"2026.1.es.yaml"}


@every_edition
def test_no_mark_of_its_editors_stands_in_what_people_read(edition: Edition) -> None:
    for file in (edition.file, *edition.file.parent.glob("*.es.yaml")):
        said = file.read_text(encoding="utf-8")
        assert "verified" not in said
        assert "por verificar" not in said
        assert "falta verificar" not in said
