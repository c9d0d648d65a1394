"""What a standard makes use of, wherever in it that stands."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from jobquality.rubrics.hashing import NOT_SCORED
from jobquality.rubrics.model import Asked, Band, Rubric, Term
from jobquality.rubrics.steps import Knot


def used_parameters(rubric: Rubric) -> dict[str, int]:
    """Return every dated figure that a standard asks for, with the line of its first use."""
    used: dict[str, int] = {}
    for name, line in _named(rubric, 1):
        used.setdefault(name, line)
    return used


def _named(part: object, line: int) -> Iterator[tuple[str, int]]:
    """Yield parameters in the order of the file; `line` is that of what holds the part."""
    if isinstance(part, Term) and part.kind is Asked.PARAMETER:
        yield part.name, line
    if isinstance(part, Band) and isinstance(part.start, str):
        yield part.start, part.line
    if isinstance(part, Knot) and isinstance(part.at, str):
        yield part.at, part.line
    line = getattr(part, "line", line) or line
    for inner in _parts(part):
        yield from _named(inner, line)


def _parts(part: object) -> Iterator[object]:
    if is_dataclass(part):
        yield from (getattr(part, field.name) for field in fields(part))
    elif isinstance(part, tuple):
        yield from part
    elif isinstance(part, Mapping):
        yield from part.values()


def used_figures(rubric: Rubric) -> frozenset[str]:
    """Return the questions that a score depends on: what is scored, its parts and conditions.

    Whatever is named anywhere counts as used, so that no dependence is overlooked.
    """
    questions = {question.id: question for question in rubric.questions()}
    left: list[object] = [rubric.root, rubric.levels]
    used: set[str] = set()
    while left:
        for name in _asked(left.pop()):
            if name not in used and name in questions:
                used.add(name)
                left.append(questions[name])
    return frozenset(used)


def _asked(part: object) -> Iterator[str]:
    """Yield every name in a part of a standard, but for the figures that are asked beside it."""
    if isinstance(part, str):
        yield part
    left = (*NOT_SCORED, "figures")
    names = [field.name for field in fields(part)] if is_dataclass(part) else []
    kept = [getattr(part, name) for name in names if name not in left]
    for inner in kept if is_dataclass(part) else _parts(part):
        yield from _asked(inner)
