"""Numbers, days, places, units and marks in both languages."""

from datetime import date
from fractions import Fraction

import pytest

from jobquality.reading.bands import count_of
from jobquality.reading.names import Names, day_words, month_words, place_words
from jobquality.reading.scorecard import local_day, sector_words
from jobquality.reading.units import amount_words, money_words
from jobquality.reading.values import Mark
from jobquality.rubrics.catalog import shipped_parameters
from jobquality.rubrics.units import UNITS
from jobquality.wording import WORDING, Speaker
from tests.reading.cards import PUBLISHED, edition_of

EN, ES = Speaker("en"), Speaker("es")
PLACES = shipped_parameters().places


@pytest.mark.parametrize("unit", sorted(UNITS))
@pytest.mark.parametrize("number", [Fraction(0), Fraction(1), Fraction(29, 4)])
def test_every_unit_is_said_in_both_languages(unit: str, number: Fraction) -> None:
    for say in (EN, ES):
        assert amount_words(number, UNITS[unit], say)


@pytest.mark.parametrize(
    ("unit", "number", "english", "spanish"),
    [
        ("usd_per_hour", "7.25", "$7.25 an hour", "$7.25 por hora"),
        ("usd_per_hour", "12", "$12 an hour", "$12 por hora"),
        ("usd", "1250.5", "$1,250.50", "$1,250.50"),
        ("percent", "80", "80%", "80%"),
        ("days", "1", "1 day", "1 día"),
        ("days", "2", "2 days", "2 días"),
        ("hours_per_year", "1", "1 hour a year", "1 hora por año"),
    ],
)
def test_an_amount_reads_as_people_say_it(
    unit: str, number: str, english: str, spanish: str
) -> None:
    amount = Fraction(number)

    assert amount_words(amount, UNITS[unit], EN) == english
    assert amount_words(amount, UNITS[unit], ES) == spanish


def test_less_than_nothing_keeps_its_sign_before_the_dollar() -> None:
    assert money_words(Fraction(-7, 2)) == "-$3.50"


def test_days_and_months_are_said_in_words() -> None:
    day = date(2026, 3, 1)

    assert (day_words(day, EN), day_words(day, ES)) == ("March 1, 2026", "1 de marzo de 2026")
    assert (month_words("2026-02", EN), month_words("2026-02", ES)) == (
        "February 2026",
        "febrero de 2026",
    )
    assert month_words("2026-13", EN) == "2026-13"
    assert month_words("spring", EN) == "spring"


def test_a_place_is_named_and_an_unknown_code_stays() -> None:
    assert place_words("TX", PLACES, ES) == "Texas"
    assert place_words("us", PLACES, ES) == "Estados Unidos"
    assert place_words("48453", PLACES, EN) == "Travis (county), Texas"
    assert place_words("48453", PLACES, ES) == "Travis (condado), Texas"
    assert place_words("nowhere", PLACES, EN) == "nowhere"


def test_a_sector_is_named_or_keeps_its_code() -> None:
    assert sector_words("722511", ES) == "Restaurante con servicio a la mesa"
    assert sector_words("111110", EN) == "Sector 111110 (NAICS)"
    assert sector_words("", EN) == ""


def test_a_day_in_an_unknown_time_zone_is_the_day_in_utc() -> None:
    assert local_day(PUBLISHED, "Mars/Olympus") == PUBLISHED.date()
    assert local_day(PUBLISHED, "../../etc/passwd") == PUBLISHED.date()


def test_boxes_are_counted_not_measured() -> None:
    assert count_of(Fraction(2), Fraction(4), 5, EN) == "2 to 3"
    assert count_of(Fraction(5), None, 5, EN) == "all 5"
    assert count_of(None, Fraction(1), 5, EN) == "0"


@pytest.mark.parametrize("mark", Mark)
def test_every_mark_has_its_own_word_and_meaning(mark: Mark) -> None:
    assert f"mark_{mark}" in WORDING
    assert f"mark_{mark}_why" in WORDING
    assert len({EN(f"mark_{one}") for one in Mark}) == len(Mark)


def test_a_number_near_a_step_never_reads_as_the_step() -> None:
    question = next(
        one for one in edition_of().rubric.questions() if one.id == "wages_lowest_base_ratio"
    )
    names = Names.of(edition_of(), EN)

    assert names.amount(Fraction("0.899999"), question) == "0.899999 (1 means equal)"
    assert names.amount(Fraction("0.82432"), question) == "0.82 (1 means equal)"


def test_every_level_of_every_language_has_a_title() -> None:
    for say in (EN, ES):
        names = Names.of(edition_of(), say)
        titles = [names.level(level.id) for level in edition_of().rubric.levels]
        assert len(set(titles)) == len(titles)
        assert names.level("no_level") == say("level_no_level")
        assert names.level("") == say("level_none")
