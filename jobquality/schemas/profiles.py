"""Facts about the employer itself (`profile.…`), on which criteria and figures depend."""

from collections.abc import Iterable, Iterator

from jobquality.rubrics.fields import ID, nearest, one_of
from jobquality.rubrics.model import Condition, Rubric
from jobquality.rubrics.parameters import Parameters
from jobquality.rubrics.rows import Limit
from jobquality.rubrics.units import read_number
from jobquality.schemas.texts import quoted

PROFILE = "profile."
PLACE, SECTOR, HEADCOUNT = "place", "sector", "headcount"
_SECTOR_DIGITS = range(2, 7)
#: How other programs write what a standard calls yes and no.
_YES, _NO = ("yes", "true", "1"), ("no", "false", "0")


class ProfileError(ValueError):
    """A profile fact cannot be used; the message says what was expected."""


class Profiles:
    """What a standard and its dated figures need to know of an employer."""

    def __init__(self, rubric: Rubric, parameters: Parameters) -> None:
        self._places = parameters.places
        self._words: dict[str, set[str]] = {}
        self._numbers = {HEADCOUNT}
        for condition in _conditions(rubric, parameters):
            if condition.equals:
                self._words.setdefault(condition.name, set()).add(condition.equals)
            else:
                self._numbers.add(condition.name)
        self._names = {PLACE, SECTOR, *self._numbers, *self._words}

    def check_column(self, column: str) -> None:
        """Be quiet when a profile column may stand in the header.

        A fact that this standard does not ask for may be there: another one may need it.

        Raises:
            ProfileError: it cannot be a name, or looks like one that is mistyped.
        """
        name = column.removeprefix(PROFILE)
        hint = "" if name in self._names else nearest(name, self._names)
        if hint or not ID.fullmatch(name):
            raise ProfileError(hint or "Use small letters, digits and _: profile.owner_type.")

    def read(self, column: str, text: str) -> str:
        """Return a fact as conditions compare it.

        Raises:
            ProfileError: it says nothing that a condition could be held against.
        """
        name = column.removeprefix(PROFILE)
        if name == PLACE:
            self._check_place(text)
        elif name == SECTOR:
            _check_sector(text)
        elif name in self._numbers:
            _check_number(text)
        return _word(text, self._words[name]) if name in self._words and name != SECTOR else text

    def _check_place(self, text: str) -> None:
        if self._places.find(text) is None:
            message = f"We do not know the place {quoted(text)}. {self._places.nearest(text)}"
            raise ProfileError(message)


def _conditions(rubric: Rubric, parameters: Parameters) -> Iterator[Condition | Limit]:
    for question in rubric.questions():
        yield from (one for one in question.applies if not one.figure)
    for parameter in parameters.by_id.values():
        yield from (limit for row in parameter.rows for limit in row.limits)


def _check_sector(text: str) -> None:
    if not (text.isascii() and text.isdecimal() and len(text) in _SECTOR_DIGITS):
        message = f"{quoted(text)} is not a NAICS code. Write 2 to 6 digits, such as 722511."
        raise ProfileError(message)


def _check_number(text: str) -> None:
    number = read_number(text)
    if number is None or number < 0:
        message = f"{quoted(text)} is not a number, 0 or more. Write it as 25."
        raise ProfileError(message)


def _word(text: str, known: Iterable[str]) -> str:
    """Return the word that a condition compares with, however it was written.

    `TRUE` must not read as "not yes": the criterion would leave the score without a word.
    """
    folded = text.casefold()
    if not set(known) & {"yes", "no"}:
        return next((word for word in known if word.casefold() == folded), text)
    if folded in (*_YES, *_NO):
        return "yes" if folded in _YES else "no"
    message = f"{quoted(text)} is not yes or no. {one_of(('yes', 'no'))}"
    raise ProfileError(message)
