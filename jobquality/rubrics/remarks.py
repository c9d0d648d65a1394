"""What an author may want to look at again in a standard that can be used."""

import re
from collections.abc import Iterator
from itertools import combinations

from jobquality.rubrics.fields import closest
from jobquality.rubrics.model import Basis, Criterion, Rubric

_LAW = re.compile(
    r"§|\bU\.?\s?S\.?\s?C\b|\bC\.?F\.?R\b|\bP\.?L\. ?[0-9]|\b(?:SB|HB|AB|LD) ?[0-9]"
    r"|\b(?:Acts?|Statutes?|Ordinance|Labor Law|Laws of|Public Law|Rev\. Stat)\b"
    r"|\bCode\b(?! of (?:Conduct|Practice|Ethics))"
)
_OWN = re.compile(r"\b(?:our own|own judgment|our judgment|our members|vote)\b", re.IGNORECASE)
_ALIKE = 85
_MOST_FACTS = 40


def remarks_on(rubric: Rubric) -> tuple[str, ...]:
    """Return sentences about a standard, in the order of the file; none of them is a fault."""
    found = [*_laws(rubric), *_almost_alike(rubric)]
    return tuple(f"line {line}: {text}" for line, text in sorted(found))


def _laws(rubric: Rubric) -> Iterator[tuple[int, str]]:
    """Yield each source that names a law where the file does not say what its steps rest on."""
    text = (
        "The source names a law, but the basis is our own judgment. "
        "Write basis: law if the law sets this number."
    )
    lines = {line for question in rubric.questions() for line in _lines_of_laws(question)}
    yield from ((line, text) for line in lines)


def _lines_of_laws(question: Criterion) -> Iterator[int]:
    steps = question.points if isinstance(question.points, tuple) else ()
    for grounds in (step.grounds for step in steps):
        is_unsaid = grounds.basis is Basis.EDITORIAL and not grounds.is_said
        if is_unsaid and _LAW.search(grounds.source) and not _OWN.search(grounds.source):
            yield grounds.line


def _almost_alike(rubric: Rubric) -> Iterator[tuple[int, str]]:
    """Yield each pair of profile facts that may be one: a slip makes a question apply to nobody."""
    lines: dict[str, int] = {}
    for question in rubric.questions():
        for condition in question.applies:
            if not condition.figure and len(lines) < _MOST_FACTS:
                lines.setdefault(condition.name, question.line)
    for first, second in combinations(lines, 2):
        if closest(first, [second], alike=_ALIKE):
            same = f"'{second}' is spelt almost like '{first}' on line {lines[first]}."
            yield lines[second], f"{same} If they are one fact, write them the same way."
