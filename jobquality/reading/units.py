"""Numbers in their units, as people say them: `$7.25 an hour`, `1 day`, `80%`."""

from fractions import Fraction

from jobquality.reading.numbers import number_words
from jobquality.rubrics.units import Unit
from jobquality.scoring.rounding import decimal_text
from jobquality.wording import Speaker

_MONEY = ("usd_per_hour", "usd_per_month", "usd_per_year")
#: What needs no word: the number, or the number as dollars.
_WITHOUT_SENTENCE = {
    "ratio": "{0}",
    "number": "{0}",
    "signed_number": "{0}",
    "percent": "{0}%",
    "usd": "{1}",
}
_CENTS = 2


def amount_words(number: Fraction, unit: Unit, say: Speaker, *, digits: int = 4) -> str:
    """Return a number in a unit; dollars have a sign and whole cents."""
    shown = number_words(number, digits=digits)
    if unit.name in _WITHOUT_SENTENCE:
        return _WITHOUT_SENTENCE[unit.name].format(shown, money_words(number))
    if unit.name in _MONEY:
        return say(f"amount_{unit.name}", number=money_words(number))
    return say(f"amount_{unit.name}{'_one' if number == 1 else ''}", number=shown)


def money_words(number: Fraction) -> str:
    """Return dollars: `$7.25`, `$12`, `$1,250`."""
    whole, _, cents = decimal_text(abs(number), digits=_CENTS).partition(".")
    shown = f"{int(whole):,}" + (f".{cents:0<2}" if cents else "")
    return f"-${shown}" if number < 0 else f"${shown}"
