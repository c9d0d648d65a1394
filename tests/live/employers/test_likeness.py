import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobquality.services.likeness import is_close, look_key, name_key


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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme Diner", "Acme\u200bDiner"),
        ("Acme Diner", "ACME DINER, Inc."),
        ("Acme Diner", "The Acme-Diner L.L.C."),
        ("Caf\u00e9 Luz", "cafe luz S.A. de C.V."),
        ("Elm", "Elm Co., Ltd."),
    ],
)
def test_names_that_a_hurried_reader_takes_for_one_have_one_look(one: str, other: str) -> None:
    assert look_key(one) == look_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Inc.", "LLC"), ("Elm Diner", "Oak Diner"), ("Taco", "Tacoma")]
)
def test_names_of_other_words_have_two_looks(one: str, other: str) -> None:
    assert look_key(one) != look_key(other)


_LETTERS = st.text("abcdefghkmnprstuvwxyz", min_size=1, max_size=8)
_HIDDEN = st.sampled_from(["\u200b", "\u00ad", "\u202e", "\u2060", "\ufe0f", "\u0301"])
_TWINS = {"a": "\u0430", "e": "\u0435", "c": "\u0441", "p": "\u0440", "x": "\u0445", "s": "\u0455"}


@given(st.lists(_LETTERS, min_size=1, max_size=4), st.data())
def test_no_disguise_gives_a_name_another_look(words: list[str], data: st.DataObject) -> None:
    name = " ".join(words)
    letters = [
        data.draw(st.sampled_from([one, one.upper(), _TWINS.get(one, one)]))
        + data.draw(st.just("") | _HIDDEN)
        for one in name
    ]
    form = data.draw(st.sampled_from(["", ", Inc.", " LLC", " l.l.c.", " Corp"]))

    assert look_key("".join(letters) + form) == look_key(name)


@given(st.text(max_size=220))
def test_names_of_one_key_have_one_look(name: str) -> None:
    assert look_key(name_key(name)) == look_key(name)
