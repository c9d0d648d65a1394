import pytest

from jobquality.rubrics.catalog import shipped
from jobquality.schemas.profiles import ProfileError, Profiles


@pytest.fixture(scope="module")
def profiles() -> Profiles:
    catalog = shipped()
    return Profiles(catalog.newest("restaurants_us").rubric, catalog.parameters)


@pytest.mark.parametrize("text", ["yes", "Yes", "TRUE", "True", "1"])
def test_yes_is_yes_however_a_program_wrote_it(profiles: Profiles, text: str) -> None:
    # Read as "not yes", the questions about tips would leave the score without a word.
    assert profiles.read("profile.tipped_workers", text) == "yes"


@pytest.mark.parametrize("text", ["no", "FALSE", "0"])
def test_no_is_no_however_a_program_wrote_it(profiles: Profiles, text: str) -> None:
    assert profiles.read("profile.tipped_workers", text) == "no"


def test_a_word_that_a_row_asks_for_may_be_in_capitals(profiles: Profiles) -> None:
    assert profiles.read("profile.job", "Bartender") == "bartender"
    assert profiles.read("profile.job", "cook") == "cook"


@pytest.mark.parametrize("place", ["TX", "tx", "48", "48453", "us"])
def test_a_place_may_be_written_in_several_ways(profiles: Profiles, place: str) -> None:
    assert profiles.read("profile.place", place) == place


@pytest.mark.parametrize("column", ["profile.sectors", "profile.head_count", "profile.plce"])
def test_a_fact_that_looks_mistyped_is_refused(profiles: Profiles, column: str) -> None:
    with pytest.raises(ProfileError, match="Did you mean"):
        profiles.check_column(column)


@pytest.mark.parametrize("column", ["profile.owner", "profile.union_contract", "profile.sector"])
def test_a_fact_that_another_standard_may_ask_for_can_stand_there(
    profiles: Profiles, column: str
) -> None:
    profiles.check_column(column)
