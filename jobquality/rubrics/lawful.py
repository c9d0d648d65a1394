"""What the readers of laws share: a finding, and what a node can reach."""

from dataclasses import dataclass, fields

#: What a word can break; `laws.Law` has the sentences.
BETTER, ORDER, UNKNOWN, INTERVAL = "better", "order", "unknown", "interval"
ALL = (BETTER, ORDER, UNKNOWN, INTERVAL)
#: A score that is not known may then go out of its range, or rise when less is known.
ENDS = (UNKNOWN, INTERVAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Words that break laws, where they stand, and why."""

    laws: tuple[str, ...]
    line: int
    where: str
    word: str
    says: str


def beyond(part: object, known: frozenset[str]) -> list[str]:
    """Return the words of a part that nobody has thought through for the laws yet."""
    named = [field.name for field in fields(part)]  # type: ignore[arg-type]  # parts are dataclasses
    return [name for name in named if name not in known and not _is_empty(getattr(part, name))]


def _is_empty(value: object) -> bool:
    return value is None or value is False or (isinstance(value, str | tuple | dict) and not value)
