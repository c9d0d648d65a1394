from datetime import date
from fractions import Fraction

import pytest

from jobquality.errors import FaultsError
from jobquality.rubrics.parameters import load_parameters, read_day
from tests.pure.rubrics.parameter_files import (
    CHECKED,
    faults_of_parameters,
    look_up,
    parameter_text,
    refusal_of,
    some_parameters,
)

COUNTRY = "place: us, from: 2009-07-24, value: 7.25"
STATE = "place: TX, from: 2026-01-01, value: 9"
CITY = "place: 4805000, from: 2026-01-01, value: 8"


def test_the_highest_figure_of_the_walk_counts() -> None:
    found = look_up(some_parameters(COUNTRY, STATE, CITY), place="4805000")

    assert found.row.value == 9
    assert [row.place for row in found.compared] == ["us", "48", "4805000"]


def test_the_nearest_figure_of_the_walk_counts() -> None:
    found = look_up(some_parameters(COUNTRY, STATE, CITY, lookup="nearest"), place="4805000")

    assert found.row.value == 8


def test_a_place_without_rows_of_its_own_takes_those_around_it() -> None:
    found = look_up(some_parameters(COUNTRY, STATE), place="48999")

    assert found.row.place == "48"


def test_of_two_nearest_rows_the_narrower_industry_counts() -> None:
    parameters = some_parameters(
        "place: us, from: 2026-01-01, applies: {sector: 72}, value: 2",
        "place: us, from: 2025-01-01, applies: {sector: 7225}, value: 3",
        "place: us, from: 2026-01-01, value: 1",
        lookup="nearest",
    )

    assert look_up(parameters, place="TX", sector="722511").row.value == 3
    assert look_up(parameters, place="TX", sector="721").row.value == 2
    assert look_up(parameters, place="TX", sector="44").row.value == 1
    assert look_up(parameters, place="TX").row.value == 1


def test_of_two_equally_near_rows_the_newer_counts() -> None:
    parameters = some_parameters(
        "place: us, from: 2026-01-01, value: 4",
        "place: us, from: 2025-01-01, value: 5",
        lookup="nearest",
    )

    assert look_up(parameters, place="TX").row.value == 4


@pytest.mark.parametrize(
    ("headcount", "value"), [("5", Fraction("15.23")), ("6", 16), ("7.5", 16), ("1000", 16)]
)
def test_a_row_may_hold_from_a_headcount_on(headcount: str, value: Fraction) -> None:
    parameters = some_parameters(
        "place: TX, from: 2026-01-01, value: 15.23",
        "place: TX, from: 2026-01-01, applies: {headcount: {from: 6}}, value: 16",
    )

    assert look_up(parameters, place="TX", headcount=headcount).row.value == value


@pytest.mark.parametrize(("headcount", "stands"), [("", "is empty"), ("many", "is 'many'")])
def test_a_figure_that_depends_on_an_unknown_headcount_is_refused(
    headcount: str, stands: str
) -> None:
    parameters = some_parameters(
        "place: TX, from: 2026-01-01, applies: {headcount: {from: 6}}, value: 16"
    )

    assert refusal_of(parameters, place="TX", headcount=headcount) == (
        f"wage in Texas depends on headcount 6 or more, and profile.headcount {stands}. "
        "Write a number in a column profile.headcount."
    )


def test_a_row_may_hold_for_one_kind_of_employer() -> None:
    parameters = some_parameters(
        STATE, "place: TX, from: 2026-01-01, applies: {fast_food: yes}, value: 20"
    )

    assert look_up(parameters, place="TX", fast_food="yes").row.value == 20
    assert look_up(parameters, place="TX", fast_food="no").row.value == 9


@pytest.mark.parametrize("on", [date(2026, 1, 1), date(2026, 6, 30)])
def test_a_row_holds_on_its_first_and_its_last_day(on: date) -> None:
    parameters = some_parameters("place: TX, from: 2026-01-01, until: 2026-06-30, value: 13")

    assert look_up(parameters, place="TX", on=on).row.value == 13


def test_a_state_that_is_only_known_later_is_refused_though_the_country_is_known() -> None:
    assert refusal_of(some_parameters(COUNTRY, STATE), place="TX", on=date(2025, 12, 31)) == (
        "Our wage for Texas is known from 2026-01-01; what held on 2025-12-31 is not. "
        "Add that row, with its source, in a file and pass it with --parameters."
    )


def test_a_state_whose_rows_have_ended_is_refused() -> None:
    parameters = some_parameters(
        COUNTRY,
        "place: TX, from: 2025-07-01, until: 2025-12-31, value: 13",
        "place: TX, from: 2025-01-01, until: 2025-06-30, value: 12",
    )

    assert refusal_of(parameters, place="TX").startswith(
        "Our wage for Texas is known from 2025-01-01 to 2025-06-30 and from 2025-07-01 to "
        "2025-12-31; what held on 2026-06-01 is not."
    )


def test_no_row_at_all_is_refused_with_place_and_day() -> None:
    assert refusal_of(some_parameters(STATE), place="36061") == (
        "No wage for New York County → New York City → New York → United States on 2026-06-01. "
        "Add a row for it, with its source, in a file and pass it with --parameters."
    )


def test_an_empty_place_is_refused() -> None:
    assert refusal_of(some_parameters(COUNTRY)) == (
        "wage depends on the place, and profile.place is empty. "
        "Add a column profile.place with a state (TX) or county (48453)."
    )


def test_an_unknown_place_is_refused_with_a_hint() -> None:
    assert refusal_of(some_parameters(COUNTRY), place="Texsa") == (
        "We do not know the place 'Texsa'. For Texas write TX."
    )


def test_a_split_state_is_refused_with_its_regions() -> None:
    parameters = some_parameters("place: ny_upstate, from: 2026-01-01, value: 16")

    assert refusal_of(parameters, place="NY") == (
        "No wage for 'NY': in New York it depends on the county; "
        "give the county (five digits) or ny_downstate or ny_upstate."
    )
    assert look_up(parameters, place="36001").row.value == 16


def test_a_split_state_is_enough_for_a_figure_that_is_the_same_everywhere() -> None:
    assert look_up(some_parameters(COUNTRY), place="NY").row.value == Fraction("7.25")


def test_a_county_that_a_region_cuts_through_is_refused() -> None:
    parameters = some_parameters("place: or_metro, from: 2026-01-01, value: 17", COUNTRY)

    assert refusal_of(parameters, place="41051") == (
        "No wage for '41051': only a part of Multnomah County lies in or_metro; "
        "give or_metro or or_standard."
    )
    assert look_up(parameters, place="or_metro").row.value == 17
    assert look_up(parameters, place="41047").row.value == Fraction("7.25")


@pytest.mark.parametrize(("on", "due"), [(date(2026, 3, 31), False), (date(2026, 4, 1), True)])
def test_a_row_is_due_after_its_check_date(on: date, *, due: bool) -> None:
    parameters = some_parameters(f"{STATE}, check_by: 2026-03-31")

    assert look_up(parameters, place="TX", on=on).due is due


def test_joined_figures_keep_the_rows_of_both() -> None:
    parameters = some_parameters(COUNTRY)
    more = load_parameters(parameter_text(STATE).encode(), parameters.places)

    joined = parameters.joined(more)

    assert [row.place for row in joined.by_id["wage"].rows] == ["us", "48"]
    assert [row.place for row in parameters.by_id["wage"].rows] == ["us"]


def test_a_joined_row_that_contradicts_a_known_one_is_refused() -> None:
    parameters = some_parameters(STATE)
    contradicting = STATE.replace("value: 9", "value: 9.5")
    more = load_parameters(parameter_text(contradicting).encode(), parameters.places)

    with pytest.raises(FaultsError) as caught:
        parameters.joined(more)

    assert str(caught.value) == (
        "line 6: 'wage' for 48 from 2026-01-01 is 9 already, not 9.5. "
        "Start your row on another day, or leave it out."
    )


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("usd_per_hour", "usd", "usd, lookup highest"),
        ("highest", "nearest", "usd_per_hour, lookup nearest"),
    ],
)
def test_joined_rows_of_another_unit_or_lookup_are_refused_once(
    old: str, new: str, says: str
) -> None:
    parameters = some_parameters(STATE)
    text = f"# ours\n{parameter_text(STATE.replace('value: 9', 'value: 7'))}".replace(old, new)

    with pytest.raises(FaultsError) as caught:
        parameters.joined(load_parameters(text.encode(), parameters.places))

    assert str(caught.value) == (
        f"line 3: 'wage' is usd_per_hour, lookup highest; the file says {says}. "
        "Use the same unit and lookup, or another id."
    )


@pytest.mark.parametrize("lookup", ["highest", "nearest"])
def test_a_joined_row_that_confirms_a_known_one_is_no_longer_due(lookup: str) -> None:
    parameters = some_parameters(f"{STATE}, check_by: 2026-03-31", lookup=lookup)
    text = parameter_text(STATE, lookup=lookup).replace("2026-01-02", "2026-05-01")

    joined = parameters.joined(load_parameters(text.encode(), parameters.places))

    assert not look_up(joined, place="TX").due


ROW_FAULTS = {
    "place unknown": (
        "place: Texsa, from: 2026-01-01, value: 9",
        "line 6: We do not know the place 'Texsa'. For Texas write TX.",
    ),
    "place forgotten": ("from: 2026-01-01, value: 9", "line 6: A row has no 'place'. Add place: …"),
    "first day forgotten": ("place: TX, value: 9", "line 6: A row has no 'from'. Add from: …"),
    "a day that never was": (
        "place: TX, from: 2026-02-30, value: 9",
        "line 6: 'from: 2026-02-30' is not a date. Write it as 2026-03-01.",
    ),
    "a week": (
        "place: TX, from: 2026-W01-1, value: 9",
        "line 6: 'from: 2026-W01-1' is not a date. Write it as 2026-03-01.",
    ),
    "an American date": (
        "place: TX, from: 01/02/2026, value: 9",
        "line 6: 'from: 01/02/2026' is not a date. Write it as 2026-03-01.",
    ),
    "an end before the start": (
        "place: TX, from: 2026-01-01, until: 2025-12-31, value: 9",
        (
            "line 6: The row ends before it starts. "
            "Let 'until' be the last day, and 'from' the first."
        ),
    ),
    "value forgotten": (
        "place: TX, from: 2026-01-01",
        "line 6: A row has no 'value'. Add value: and the figure.",
    ),
    "value with a sign": (
        "place: TX, from: 2026-01-01, value: $9",
        "line 6: 'value: $9' is not a number. Write the number alone, without a sign.",
    ),
    "value below zero": (
        "place: TX, from: 2026-01-01, value: -9",
        "line 6: 'value' is below 0. Write 0 or more.",
    ),
    "a limit that says nothing": (
        "place: TX, from: 2026-01-01, value: 9, applies: {headcount: [4]}",
        (
            "line 6: The limit on 'headcount' does not say for whom the row holds. "
            "Write it as {sector: 72} or {headcount: {from: 4}}."
        ),
    ),
    "a limit without a number": (
        "place: TX, from: 2026-01-01, value: 9, applies: {headcount: {}}",
        "line 6: The limit on 'headcount' has no number. Write it as {headcount: {from: 4}}.",
    ),
    "a sector that is no code": (
        "place: TX, from: 2026-01-01, value: 9, applies: {sector: food}",
        "line 6: 'sector: food' is not a NAICS code. Write its digits, such as 72.",
    ),
    "a sector as an amount": (
        "place: TX, from: 2026-01-01, value: 9, applies: {sector: {from: 72}}",
        "line 6: A sector is a code, not an amount. Write it as {sector: 72}.",
    ),
    "an unknown word": (
        "place: TX, from: 2026-01-01, value: 9, unti: 2026-02-01",
        "line 6: 'unti' is not a word of a row. Did you mean 'until'?",
    ),
}


@pytest.mark.parametrize("name", ROW_FAULTS)
def test_a_faulty_row_is_named_with_its_line(name: str) -> None:
    row, expected = ROW_FAULTS[name]

    assert faults_of_parameters(parameter_text(row)) == [expected]


def test_a_row_without_source_and_dates_is_refused() -> None:
    text = parameter_text(STATE).replace(f", {CHECKED}", "")

    assert faults_of_parameters(text) == [
        f"line 6: A row has no '{word}'. Add {word}: …"
        for word in ("source", "as_of", "last_checked")
    ]


def test_a_row_that_stands_twice_is_refused() -> None:
    found = faults_of_parameters(parameter_text(STATE, STATE.replace("TX", "48")))

    assert found == [
        "line 7: 'wage' has two rows for 48 from 2026-01-01; the other is on line 6. Keep one."
    ]


def test_a_figure_that_stands_twice_is_refused() -> None:
    again = parameter_text(CITY).removeprefix("parameters:\n")

    assert faults_of_parameters(parameter_text(STATE) + again) == [
        "line 7: The parameter 'wage' stands twice. Put all of its rows under one."
    ]


def test_a_figure_may_not_be_called_like_a_named_number() -> None:
    assert faults_of_parameters(parameter_text(STATE, name="weeks_per_year")) == [
        "line 2: 'weeks_per_year' is a named number. Use another id."
    ]


def test_a_figure_has_a_unit_that_we_know() -> None:
    found = faults_of_parameters(parameter_text(STATE).replace("usd_per_hour", "usd_an_hour"))

    assert found == ["line 3: 'unit' cannot be 'usd_an_hour'. Did you mean 'usd_per_hour'?"]


@pytest.mark.parametrize(
    ("unit", "remedy"),
    [
        ("minutes", "There are no minutes: write hours, with decimals (half an hour is 0.5)."),
        ("wage", "Did you mean 'usd_per_hour'?"),
    ],
)
def test_a_unit_that_we_do_not_have_is_told_what_to_write(unit: str, remedy: str) -> None:
    found = faults_of_parameters(parameter_text(STATE).replace("usd_per_hour", unit))

    assert found == [f"line 3: 'unit' cannot be '{unit}'. {remedy}"]


@pytest.mark.parametrize("unit", ["rating", "boolean", "choice"])
def test_a_unit_is_never_a_kind_of_answer(unit: str) -> None:
    found = faults_of_parameters(parameter_text(STATE).replace("usd_per_hour", unit))

    assert found[0].startswith(f"line 3: 'unit' cannot be '{unit}'. Use usd, usd_per_hour, ")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("places: []\n", "line 1: This is a list of places, not a file of figures."),
        ("# ours\nrubric: r\n", "line 2: This is a standard, not a file of figures."),
        ("words: r\n", "line 1: This is a file of words, not a file of figures."),
    ],
)
def test_a_file_of_something_else_is_refused(text: str, message: str) -> None:
    assert faults_of_parameters(text) == [f"{message} Name only figures with --parameters."]


@pytest.mark.parametrize(
    "text",
    ["", "2026", "2026-1-1", "20260101", "2026-W09-7", "2026-0\u0663-01", "2026-02-29", "x" * 10],
)
def test_what_is_no_day_is_not_guessed(text: str) -> None:
    assert read_day(text) is None


def test_a_day_is_read() -> None:
    assert read_day("2024-02-29") == date(2024, 2, 29)
