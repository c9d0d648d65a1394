"""Refusals of a review in people's words: a question by its title, a part of a draft by name."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from jobquality.errors import ConflictError, Fault
from jobquality.reading.names import Names
from jobquality.web.languages import current_speaker

#: What changed stands in a refusal between the first colon and the end of its sentence.
_CHANGED = re.compile(r": (\w+(?:, \w+)*)\. ")
_FINDING = "finding-"


def called(faults: Iterable[Fault], names: Names) -> Iterator[Fault]:
    """Yield each fault in the language of the page, with the title of what it is about."""
    say = current_speaker()
    for fault in faults:
        name = fault.where.removeprefix(_FINDING)
        told = say.refusal(fault.message)
        if name in names.written:
            title = f"“{names.thing(name)}”".replace("\\", r"\\")
            told = re.sub(rf"\b{re.escape(name)}\b", title, told)
        yield replace(fault, message=told)


def changed_words(refusal: ConflictError, names: Names) -> str:
    """Return a refusal in the language of the page; whatever it says to have changed, by title."""
    told = current_speaker().refusal(str(refusal))
    return _CHANGED.sub(lambda found: f": {_listed(found[1], names)}. ", told, count=1)


def _listed(parts: str, names: Names) -> str:
    return "; ".join(_part(one, names) for one in parts.split(", "))


def _part(part: str, names: Names) -> str:
    if part in names.written:
        return f"“{names.thing(part)}”"
    return current_speaker().spoken_or(f"notices_part_{part.lower()}", part)
