"""Numbers as people type them: understood in each language, and never guessed."""

import re
from fractions import Fraction

from jobquality.rubrics.units import read_number, show_number
from jobquality.schemas.texts import quoted
from jobquality.wording import Speaker

_GROUP = r"[1-9][0-9]{0,2}"
_PLAIN = re.compile(r"[0-9]+")
_EITHER = re.compile(rf"{_GROUP}[.,][0-9]{{3}}")
_DECIMAL = re.compile(r"[0-9]+[.,][0-9]+")
_COMMAS = re.compile(rf"{_GROUP}(,[0-9]{{3}})+(\.[0-9]+)?")
_POINTS = re.compile(rf"{_GROUP}(\.[0-9]{{3}})+(,[0-9]+)?")
_SPACES = re.compile(rf"{_GROUP}([  \u202f][0-9]{{3}})+([.,][0-9]+)?")
_AROUND = re.compile(r"\s*(-?)\s*(?:US)?\$?\s*(.*?)\s*(?:%|USD)?\s*", re.DOTALL)
_SIGNS = {"%": "percent", "$": "usd", "USD": "usd"}
#: In English a comma before three digits parts thousands; in Spanish both habits are common.
_COMMA_GROUPS = ("en",)
_GROUP_DIGITS = 3


class TypedNumberError(ValueError):
    """What was typed is no number."""


class TwoMeanings(Exception):  # noqa: N818 - it is a question to the writer, not an error
    """What was typed can be read in two ways; each is written so that it has one meaning."""

    def __init__(self, large: str, small: str) -> None:
        self.large, self.small = large, small
        super().__init__(large, small)


def typed_number(text: str, language: str, *, unit: str = "") -> str:
    """Return the number that was typed as it is kept: `$7,25` is `7.25`, `1,000` is `1000`.

    A sign of dollars or percent has to fit the unit: 50% of a ratio is not 50.

    Raises:
        TwoMeanings: `1,000` in Spanish is a thousand to some and one to others.
        TypedNumberError: it is no number.
    """
    found = _AROUND.fullmatch(text)
    sign, digits = found.groups() if found else ("", "")
    number = read_number(sign + _plain(digits, language))
    if number is None or any(sign in text and word not in unit for sign, word in _SIGNS.items()):
        raise TypedNumberError(text)
    return show_number(number)


def read_typed(text: str, say: Speaker, *, unit: str = "") -> str:
    """Return the number that was typed as it is kept, as `typed_number` does.

    Raises:
        ValueError: it is none, or can mean two; a sentence in the speaker's language says so.
    """
    try:
        return typed_number(text, say.language, unit=unit)
    except TwoMeanings as two:
        sentence = say("ask_two_meanings", text=quoted(text), large=two.large, small=two.small)
    except TypedNumberError:
        sentence = say("ask_no_number", text=quoted(text))
    raise ValueError(sentence)


def _plain(digits: str, language: str) -> str:
    """Return digits with a point before the decimals, and nothing else."""
    if _PLAIN.fullmatch(digits):
        return digits
    if _EITHER.fullmatch(digits):
        return _either(digits, language)
    if _DECIMAL.fullmatch(digits):
        return digits.replace(",", ".")
    return _grouped(digits)


def _either(digits: str, language: str) -> str:
    if language in _COMMA_GROUPS:
        return digits.replace(",", "")
    large, small = re.sub(r"[.,]", "", digits), digits.replace(",", ".")
    raise TwoMeanings(large, _clear(small))


def _clear(small: str) -> str:
    """Return a decimal that cannot be read as thousands."""
    shown = show_number(Fraction(small))
    return f"{shown}0" if len(shown.partition(".")[2]) == _GROUP_DIGITS else shown


def _grouped(digits: str) -> str:
    if _COMMAS.fullmatch(digits):
        return digits.replace(",", "")
    if _POINTS.fullmatch(digits):
        return digits.replace(".", "").replace(",", ".")
    if _SPACES.fullmatch(digits):
        return re.sub(r"[  \u202f]", "", digits).replace(",", ".")
    return ""
