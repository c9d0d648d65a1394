"""The little form that says what somebody works from."""

from dataclasses import replace
from datetime import date

from marshmallow import ValidationError

from jobquality.errors import Fault, check_faults
from jobquality.rubrics.days import read_day
from jobquality.schemas.answers import Typed
from jobquality.schemas.texts import PlainText, quoted
from jobquality.scoring.facts import Grade
from jobquality.wording import Speaker

_LONGEST = 2000
#: What workers confirmed is counted at each answer, never said for many at once.
GRADES = (Grade.E0, Grade.E1, Grade.E2, Grade.E4)


def read_working(typed: Typed, *, today: date, say: Speaker) -> Typed:
    """Return source, grade and day as they may stand beside many answers.

    Raises:
        FaultsError: the source cannot be taken, or the day is none or lies in the future.
    """
    faults = [*_source_faults(typed.source, say), *_day_faults(typed.on, today, say)]
    check_faults(faults)
    grade = typed.grade if typed.grade in [one.value for one in GRADES] else Grade.E0.value
    return replace(Typed(), source=typed.source.strip(), grade=grade, on=typed.on.strip())


def _source_faults(source: str, say: Speaker) -> list[Fault]:
    if len(source) > _LONGEST:
        return [Fault(message=say("ask_too_long", most=_LONGEST), where="source")]
    try:
        PlainText().deserialize(source)
    except ValidationError:
        return [Fault(message=say("ask_hidden"), where="source")]
    return []


def _day_faults(text: str, today: date, say: Speaker) -> list[Fault]:
    if not text.strip():
        return []
    day = read_day(text.strip())
    if day is None:
        return [Fault(message=say("ask_no_day", text=quoted(text)), where="on")]
    return [Fault(message=say("ask_future"), where="on")] if day > today else []
