import pytest

from jobquality.rubrics.characters import unwanted_character, unwanted_position


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("a\x00b\u202e", "a control character (U+0000)"),
        ("a\u202eb\x00", "an invisible character (U+202E)"),
        ("\u2029", "an invisible end of a line (U+2029)"),
        ("\U000e0041", "an invisible character (U+E0041)"),
        ("\ud800", "half of a broken character (U+D800)"),
        ("\ufffe", "a code that is no character (U+FFFE)"),
    ],
)
def test_the_first_unwanted_character_is_named(text: str, wrong: str) -> None:
    assert unwanted_character(text) == wrong


@pytest.mark.parametrize("text", ["", "José – “sí” ¿qué? ½ × 你好 🙂\t\r\n", "\u00a0"])
def test_what_people_write_is_wanted(text: str) -> None:
    assert unwanted_character(text) == ""
    assert unwanted_position(text) is None


def test_the_place_of_an_unwanted_character_is_told() -> None:
    assert unwanted_position("ab\x7f") == 2
