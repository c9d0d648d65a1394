"""Whether the profile facts that a test gives are those that something looks at."""

from collections.abc import Iterable

from jobquality.rubrics.fields import Faults
from jobquality.rubrics.model import Rubric

PROFILE = "profile."
#: Where an employer is, what it does and how many work there: figures may depend on these.
_ALWAYS = ("place", "sector", "headcount")


def check_facts(rubric: Rubric, faults: Faults, facts: Iterable[str]) -> None:
    """Note each fact of a test that no criterion and no figure (`facts`) looks at, once."""
    lines: dict[str, int] = {}
    for question in rubric.questions():
        for condition in question.applies:
            if not condition.figure:
                lines.setdefault(condition.name, question.line)
    known = {*_ALWAYS, *facts, *lines}
    for name, line in _given(rubric).items():
        if name not in known:
            message = f"The test gives '{PROFILE}{name[:60]}', but nothing looks at it."
            close = faults.likely(name, sorted(known))
            faults.add(line, message, _remedy(close, lines))


def _given(rubric: Rubric) -> dict[str, int]:
    given: dict[str, int] = {}
    for example in rubric.examples:
        for name in example.answers:
            if name.startswith(PROFILE):
                given.setdefault(name.removeprefix(PROFILE), example.line)
    return given


def _remedy(close: str, lines: dict[str, int]) -> str:
    if close in lines:
        return f"Line {lines[close]} looks at '{close}': write both the same way."
    if close:
        return f"Did you mean '{PROFILE}{close}'?"
    return "Leave it out, or name it in 'applies' of a criterion."
