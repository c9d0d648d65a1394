import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobquality.services.likeness import is_close, name_key


@pytest.mark.parametrize(
    "twin",
    [
        "STARBUCKS",
        "St\u0430rbu\u0441ks",  # Cyrillic a and es
        "\uff33\uff34\uff21\uff32\uff22\uff35\uff23\uff2b\uff33",  # full width
        "\U0001d54atarbucks",  # a letter of mathematics
        "Star\u200bbucks",  # a space of no width
        "\u202eStarbucks",
        "Star\u00adbucks",
        "St\u00e4rbucks",
        "Starbuck's",
        "Starbuck\u2019s",
        "\u3164Starbucks",  # a filler that cannot be seen
    ],
)
def test_spellings_that_nobody_can_tell_apart_have_one_key(twin: str) -> None:
    assert name_key(twin) == name_key("Starbucks")


@pytest.mark.parametrize(("one", "other"), [("Pier 10", "Pier 1"), ("Elm", "Oak"), ("A", "B")])
def test_names_that_differ_have_two_keys(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_names_of_other_words_are_not_close() -> None:
    assert not is_close("elm diner", "oak grill")
    assert not is_close("joes", "joes crab shack")


def test_names_are_close_whatever_the_order_of_their_words() -> None:
    assert is_close("golden dragon kitchen", "kitchen golden dragon")
    assert is_close("golden dragon kitchen", "golden dragon kitchens")


@given(st.text(max_size=220))
def test_a_key_is_its_own_key_and_never_too_long(name: str) -> None:
    key = name_key(name)

    assert len(key) <= 200
    assert name_key(key) == key
