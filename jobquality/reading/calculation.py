"""Numbers in a calculation that is printed: with as many decimals as it takes to come out.

Whoever types what is printed into a pocket calculator gets the number that is printed behind
it. Four decimals are enough nearly always; where they are not, there are more, and a fraction
where no number of decimals would do.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from jobquality.reading.numbers import number_words
from jobquality.scoring.rounding import round_to

_FEWEST, _MOST = 4, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """Writes numbers with at most `digits` decimals, or exactly where it is None."""

    digits: int | None = _FEWEST

    def kept(self, number: Fraction) -> Fraction:
        """Return the number that a reader sees."""
        return number if self.digits is None else round_to(number, digits=self.digits)

    def __call__(self, number: Fraction) -> str:
        """Return a number as it stands in a calculation: below 0, or a fraction, in brackets."""
        digits = _MOST if self.digits is None else self.digits
        if self.digits is None and round_to(number, digits=digits) != number:
            return f"({number.numerator}/{number.denominator})"
        shown = number_words(number, digits=digits)
        return f"({shown})" if shown.startswith("-") else shown


Result = Callable[[Writer], Fraction | None]


def writer_for(result: Result) -> Writer:
    """Return a writer with whose numbers the result comes out as with the exact ones.

    `result` works it out with the numbers that a writer keeps; None is no result.
    """
    exact = number_words(result(Writer(digits=None)))
    writers = (Writer(digits=digits) for digits in range(_FEWEST, _MOST + 1))
    fitting = (writer for writer in writers if number_words(result(writer)) == exact)
    return next(fitting, Writer(digits=None))
