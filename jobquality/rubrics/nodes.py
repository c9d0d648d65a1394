"""The tree of a file: texts, lists and mappings, each with its line."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A scalar, exactly as written; `line` counts from 1, `is_plain` says it has no quotes."""

    text: str
    line: int
    is_plain: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    """A list."""

    entries: "tuple[Node, ...]"
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """Words and what follows them; no word stands twice."""

    entries: "tuple[tuple[Text, Node], ...]"
    line: int


Node = Text | Sequence | Mapping
