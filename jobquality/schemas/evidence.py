"""What people say of a file or a link behind an answer."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from jobquality.schemas.addresses import read_web_address
from jobquality.schemas.forms import Form
from jobquality.scoring.facts import Grade

LONGEST_TITLE, LONGEST_ADDRESS = 200, 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedEvidence:
    """What a form says beside the file itself."""

    title: str
    grade: Grade
    url: str
    captured_on: date | None


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


def _grade(text: str) -> Grade:
    try:
        return Grade(text)
    except ValueError:
        message = "This is not a grade. Choose E0, E1, E2, E3 or E4."
        raise ValueError(message) from None
