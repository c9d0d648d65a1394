import pytest

from jobquality.rubrics.catalog import shipped_parameters
from tests.pure.rubrics.parameter_files import PLACES, faults_of_places, the_places


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("us", "us"),
        ("US", "us"),
        ("TX", "48"),
        ("tx", "48"),
        ("48", "48"),
        ("48453", "48453"),
        ("48999", "48999"),
        ("4805000", "4805000"),
        ("ny_downstate", "ny_downstate"),
        ("NY_DOWNSTATE", "ny_downstate"),
    ],
)
def test_a_place_is_found_as_people_write_it(text: str, place: str) -> None:
    assert the_places().find(text) == place


@pytest.mark.parametrize(
    "text",
    ["", "ZZ", "99", "99001", "48001", "4899999", "48٣٣٣", "4845", "Texas", "48453 ", "41999"],
)
def test_a_place_that_is_not_listed_is_not_guessed(text: str) -> None:
    assert the_places().find(text) is None


def test_the_walk_goes_from_the_place_outwards() -> None:
    assert the_places().chain("4805000") == ("4805000", "48453", "48", "us")


def test_a_county_that_is_not_listed_lies_in_its_state() -> None:
    assert the_places().chain("48999") == ("48999", "48", "us")


def test_a_county_that_is_not_listed_lies_in_the_rest_of_a_split_state() -> None:
    assert the_places().chain("36001") == ("36001", "ny_upstate", "36", "us")


def test_a_place_has_a_name_for_people() -> None:
    assert the_places().title("36061") == "New York County"
    assert the_places().title("48999") == "Loving (county 48999), Texas"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Texas", "For Texas write TX."),
        ("Texsa", "For Texas write TX."),
        ("travis county", "For Travis County write 48453."),
        ("99", "Write us, a state (TX or 48), a county (five digits) or a city of our list."),
        (
            "48001",
            "It is no county code; a ZIP code does not tell the county. Look the county up.",
        ),
    ],
)
def test_an_unknown_place_gets_a_hint(text: str, hint: str) -> None:
    assert the_places().nearest(text) == hint


def test_a_place_in_one_that_is_not_listed_is_refused() -> None:
    found = faults_of_places(PLACES.replace("within: 48}", "within: 84}", 1))

    assert found == ["line 4: '48453' names '84', which is not listed. Correct it, or add it."]


def test_places_that_lie_in_each_other_are_refused() -> None:
    found = faults_of_places(PLACES.replace("within: us}", "within: 48453}", 1))

    assert found[0] == "line 3: '48' lies in itself: 48 → 48453 → 48. Correct 'within'."


def test_a_place_that_stands_twice_is_refused() -> None:
    found = faults_of_places(PLACES + "  - {place: 48, title: Texas again}\n")

    assert found == ["line 15: The place '48' stands twice. Keep one of them."]


def test_a_code_that_stands_twice_is_refused() -> None:
    found = faults_of_places(PLACES + "  - {place: 49, code: TX, title: Utah, within: us}\n")

    assert found == ["line 15: The place 'tx' stands twice. Keep one of them."]


def test_an_id_of_a_place_is_plain() -> None:
    found = faults_of_places("places:\n  - {place: New York, title: New York}\n")

    assert found == [
        "line 2: 'New York' cannot be the id of a place. Use a Census code, or small letters and _."
    ]


@pytest.mark.parametrize("zip_code", ["11373", "33101", "60614", "90210", "02139"])
def test_a_zip_code_is_not_taken_for_a_county_of_another_state(zip_code: str) -> None:
    assert shipped_parameters().places.find(zip_code) is None


def test_every_county_lies_in_a_state_of_our_list() -> None:
    places = shipped_parameters().places

    for county in places.counties:
        assert places.find(county) == county
        assert places.chain(county)[-1] == "us"
