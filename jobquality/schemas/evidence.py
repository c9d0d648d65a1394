"""What people say of a file or a link behind an answer, and where boxes lie on its copy."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from jobquality.access.states import Visibility
from jobquality.schemas.addresses import read_web_address
from jobquality.schemas.forms import Form
from jobquality.scoring.facts import Grade
from jobquality.services.copies import MOST_COVERS, Cover
from jobquality.store.evidence import OTHER_KIND

LONGEST_TITLE, LONGEST_ADDRESS = 200, 2000
#: The parts of a box, as fields of a form: `page-0`, `left-0`, …
COVER_PARTS = ("page", "left", "top", "width", "height")
_NUMBER = re.compile(r"[0-9]{1,3}([.,][0-9]{1,6})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedEvidence:
    """What a form says beside the file itself."""

    title: str
    grade: Grade
    url: str
    captured_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedDetails:
    """What a form says of how a piece is used: its kind, its end, who may see it."""

    kind: str
    expires_on: date | None
    visibility: Visibility
    of_worker: bool


def read_evidence(form: Form, *, today: date) -> TypedEvidence:
    """Return what a form says; whatever is wrong is noted in it."""
    typed = TypedEvidence(
        title=form.text("title", "What it shows", longest=LONGEST_TITLE, required=True),
        grade=form.read("grade", _grade, Grade.E0),
        url=form.read("url", partial(read_web_address, longest=LONGEST_ADDRESS), ""),
        captured_on=form.day("captured_on", "The day"),
    )
    if not form.typed.get("grade", "").strip():
        form.note("grade", "How strong it is, is missing.", "Choose one of the five.")
    if typed.captured_on is not None and typed.captured_on > today:
        form.note("captured_on", "The day has not come yet.", "Write the day it was made or seen.")
    return typed


def read_details(form: Form, *, kinds: Iterable[str]) -> TypedDetails:
    """Return what a form says of a piece; `kinds` are those that the standard asks to look at."""
    return TypedDetails(
        kind=form.read("kind", partial(_kind, kinds=tuple(kinds)), ""),
        expires_on=form.day("expires_on", "The last day"),
        visibility=form.read("visibility", _visibility, Visibility.TEAM),
        of_worker=form.typed.get("of_worker") == "yes",
    )


def read_covers(form: Form) -> tuple[Cover, ...]:
    """Return the boxes of a form; an empty row and one to be removed are left out."""
    return tuple(_covers(form))


def _covers(form: Form) -> Iterator[Cover]:
    for row in range(_rows(form)):
        if form.typed.get(f"remove-{row}") == "yes":
            continue
        given = {part: form.typed.get(f"{part}-{row}", "").strip() for part in COVER_PARTS}
        if not any(given[part] for part in COVER_PARTS[1:]):
            continue
        said = {part: form.read(f"{part}-{row}", _percent, 0.0) for part in COVER_PARTS}
        for part in COVER_PARTS:
            if not given[part]:
                form.note(f"{part}-{row}", f"Box {row + 1} is not whole.", "Give all five numbers.")
        yield Cover(
            page=int(said["page"]),
            left=said["left"],
            top=said["top"],
            width=said["width"],
            height=said["height"],
        )


def _rows(form: Form) -> int:
    """Return how many rows of boxes a form has; never more than we take, and a few empty ones."""
    named = (name.removeprefix("page-") for name in form.typed if name.startswith("page-"))
    numbers = [int(name) for name in named if re.fullmatch(r"[0-9]{1,3}", name)]
    return min(max(numbers, default=-1) + 1, MOST_COVERS + 10)


def _percent(text: str) -> float:
    """Return a number as people type it in either language."""
    if not _NUMBER.fullmatch(text):
        message = f"'{text[:20]}' is not a number from 0 to 100."
        raise ValueError(message)
    return float(text.replace(",", "."))


def _grade(text: str) -> Grade:
    try:
        return Grade(text)
    except ValueError:
        message = "This is not a grade. Choose E0, E1, E2, E3 or E4."
        raise ValueError(message) from None


def _visibility(text: str) -> Visibility:
    try:
        return Visibility(text)
    except ValueError:
        message = "Choose who may see a cleared copy."
        raise ValueError(message) from None


def _kind(text: str, *, kinds: tuple[str, ...]) -> str:
    if text not in (*kinds, OTHER_KIND):
        message = "The standard does not ask for this kind. Choose one of the list."
        raise ValueError(message)
    return text
