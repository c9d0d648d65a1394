import pytest

from jobquality.rubrics.catalog import shipped_parameters
from jobquality.schemas.places import PlaceError, may_mean, read_area, read_place

PLACES = shipped_parameters().places


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("Texas", "48"),
        ("tx", "48"),
        ("48", "48"),
        ("48453", "48453"),
        ("Travis County", "48453"),
        ("travis county, texas", "48453"),
        ("Travis County TX", "48453"),
        ("Carson City", "32510"),
        ("Travis (county), Texas", "48453"),
        ("Condado de Travis, TX", "48453"),
        ("Orleans Parish, LA", "22071"),
        ("Washington", "53"),
        ("Bronx County", "36005"),
        ("us", "us"),
        ("or_standard", "or_standard"),
    ],
)
def test_a_place_is_understood_as_people_write_it(typed: str, place: str) -> None:
    assert read_place(typed, PLACES) == place


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Austin", "may be a county or a city, .*: Austin \\(county 48015\\), Texas. Choose one"),
        ("austin, TX", "Austin \\(county 48015\\), Texas"),
        ("Travis TX", "Travis \\(county 48453\\), Texas"),
        ("Washington County", "31 places are called"),
        ("Travs County", "Did you mean Travis"),
        ("Atlantis", "Write a state"),
        ("78701", "a ZIP code does not tell the county"),
        ("New York", "it depends on the county"),
        ("Multnomah County, OR", "or_portland_metro"),
        ("<img src=x>", "We do not know the place '<img src=x>'"),
        ("x" * 10_000, "We do not know the place"),
    ],
)
def test_what_is_not_understood_is_said_with_a_way_out(typed: str, said: str) -> None:
    with pytest.raises(PlaceError, match=said):
        read_place(typed, PLACES)


def test_a_figure_may_hold_where_several_wages_do() -> None:
    assert read_area("New York", PLACES) == "36"


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("Austin", ("48015",)),
        ("Travis", ("48453",)),
        ("Kent County", ("10001", "24029", "26081", "44003", "48263")),
        ("Travis County, TX", ()),
        ("48453", ()),
        ("Atlantis", ()),
        ("Washington County", ()),
    ],
)
def test_a_few_places_that_it_may_be_are_offered_and_none_is_taken(
    typed: str, offered: tuple[str, ...]
) -> None:
    assert may_mean(typed, PLACES) == offered
