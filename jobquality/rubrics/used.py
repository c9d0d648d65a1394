"""What a standard makes use of, wherever in it that stands."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from jobquality.rubrics.model import Asked, Band, Rubric, Term


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
