import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobquality.services.addresses import address_key, find_address_faults, street_key

ONE = "500 North Elm Street, Suite 4, Austin, TX 78701"


@pytest.mark.parametrize(
    "written",
    [
        "500 N. Elm St., Austin TX 78701-1234",
        "500 n elm street #4 austin, tx 78701",
        "500 N Elm St, Unit 12, Austin, TX 78701, USA",
        "500 N \u0415lm St, Austin, TX 78701",  # a Cyrillic letter
    ],
)
def test_spellings_of_one_address_have_one_key(written: str) -> None:
    assert address_key(written) == address_key(ONE)


@pytest.mark.parametrize(
    "other",
    ["501 N Elm St, Austin, TX 78701", "500 S Elm St, Austin, TX 78701", "500 N Elm Ave, Austin"],
)
def test_another_number_direction_or_street_is_another_address(other: str) -> None:
    assert address_key(other) != address_key(ONE)


@pytest.mark.parametrize("vague", ["", "Elm Street", "Lakeside Mall, Austin", "Main Plaza"])
def test_an_address_without_a_number_is_held_against_none(vague: str) -> None:
    assert address_key(vague) == ""
    assert street_key(vague) == ""


@pytest.mark.parametrize(
    "wrong", ["https://elm.example/here", "me@elm.example", "512 555 0199", "1 Elm, Austin, TX 787"]
)
def test_what_is_no_address_is_refused_with_what_to_write(wrong: str) -> None:
    (fault,) = find_address_faults(wrong)

    assert fault.where == "address"
    assert fault.remedy


@pytest.mark.parametrize(
    "fine", ["", ONE, "Avenida 5 #12, El Paso, TX 79901-1200", "Mall, upstairs"]
)
def test_what_people_write_as_an_address_is_taken(fine: str) -> None:
    assert list(find_address_faults(fine)) == []


@given(st.text(max_size=120))
def test_any_text_has_a_key_that_is_its_own(written: str) -> None:
    assert isinstance(address_key(written), str)
    assert street_key(written).count("  ") == 0
