"""A dated figure that an assessment needs and nobody has: said in words, with the way to add it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from flask import url_for

from jobquality.errors import Fault
from jobquality.http import current
from jobquality.reading.names import Names
from jobquality.web.lawful import figure_title

#: As scoring refuses it: the figure by its id, the places that were looked at, the day.
_LACKING = re.compile(r"No (\w+) for .+ on (\d{4}-\d\d-\d\d)\. Add a row for it, .+", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """One figure that is missing; `questions` are the titles of those that need it."""

    name: str
    title: str
    place: str
    questions: tuple[str, ...]
    address: str


class Lack:
    """Tells the missing figures of an employer at `place`, in the language of the page."""

    def __init__(self, place: str, names: Names) -> None:
        self._code, self._names = place, names
        self._place = names.place(place, current().catalog.parameters.places)

    def said(self, faults: Iterable[Fault], *, where: str = "") -> Iterator[Fault]:
        """Yield every fault, those about a missing figure in plain words, and at `where`."""
        for fault in faults:
            found = _LACKING.fullmatch(fault.message)
            if found:
                message = self._words(fault, found)
                yield replace(fault, message=message, remedy="", where=where or fault.where)
            else:
                yield fault

    def listed(self, faults: Iterable[Fault]) -> tuple[Lacking, ...]:
        """Return each missing figure once, with the address at which it can be added."""
        asking: dict[str, list[str]] = {}
        for fault in faults:
            found = _LACKING.fullmatch(fault.message)
            if found:
                asking.setdefault(found[1], []).append(self._names.thing(fault.where))
        return tuple(
            Lacking(
                name=name,
                title=figure_title(name, self._names),
                place=self._place,
                questions=tuple(dict.fromkeys(questions)),
                address=figure_address(name, self._code),
            )
            for name, questions in asking.items()
        )

    def _words(self, fault: Fault, found: re.Match[str]) -> str:
        return self._names.say(
            "lacking_figure",
            question=self._names.thing(fault.where),
            figure=figure_title(found[1], self._names),
            place=self._place,
            day=self._names.day(date.fromisoformat(found[2])),
        )


def figure_address(name: str, place: str) -> str:
    """Return where a figure for a place is added, at its form."""
    return url_for("rates.listing", parameter=name, place=place, _anchor="add-title")
