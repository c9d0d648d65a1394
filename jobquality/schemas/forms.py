"""The fields of a web form, taken one by one; every fault is kept beside its field."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from marshmallow import ValidationError

from jobquality.errors import Fault
from jobquality.rubrics.days import read_day
from jobquality.schemas.texts import PlainText

_T = TypeVar("_T")
_PLAIN = PlainText()


@dataclass(frozen=True, slots=True)
class Form:
    """What somebody typed, and what is wrong with it; a fault's `where` is the field's id."""

    typed: Mapping[str, str]
    faults: list[Fault] = field(default_factory=list)

    def text(self, name: str, what: str, *, longest: int, required: bool = False) -> str:
        """Take one line of text; a faulty one is read as empty. `what` starts the sentence."""
        try:
            line = str(_PLAIN.deserialize(self.typed.get(name, "")))
        except ValidationError as error:
            self.note(name, f"{what} {error.messages[0]}")
            return ""
        if len(line) > longest:
            self.note(name, f"{what} has more than {longest} characters.", "Shorten it.")
            return ""
        if required and not line:
            self.note(name, f"{what} is missing.")
        return line

    def read(
        self, name: str, reader: Callable[[str], _T], otherwise: _T, *, chosen: bool = False
    ) -> _T:
        """Take a field as `reader` understands it; an empty or faulty one is `otherwise`.

        `chosen`: one of the meanings that were offered for the same words may stand for them.
        """
        given = self.typed.get(name, "").strip()
        is_same = self.typed.get(f"{name}_asked", "").strip() == given
        given = (self.typed.get(f"{name}_is", "") if chosen and is_same else "") or given
        try:
            return reader(given) if given else otherwise
        except ValueError as error:
            self.note(name, str(error))
            return otherwise

    def day(self, name: str, what: str, *, required: bool = False) -> date | None:
        """Take a day as browsers send it."""
        given = self.typed.get(name, "").strip()
        day = read_day(given)
        if given and day is None:
            self.note(name, f"{what} is not a date.", "Choose the day, or write it as 2026-03-01.")
        if required and not given:
            self.note(name, f"{what} is missing.", "Choose the day, or write it as 2026-03-01.")
        return day

    def note(self, where: str, message: str, remedy: str = "") -> None:
        """Keep one fault."""
        self.faults.append(Fault(message=message, where=where, remedy=remedy))


def read_count(text: str, *, most: int) -> int:
    """Return a whole number from 0 to `most`.

    Raises:
        ValueError: it is none.
    """
    plain = text.isascii() and text.isdecimal() and len(text) <= len(str(most))
    if not plain or int(text) > most:
        message = f"'{text[:20]}' is not a whole number up to {most}. Write it as 25."
        raise ValueError(message)
    return int(text)
