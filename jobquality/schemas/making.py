"""How a score was made, as plain values for JSON: only for what no everyday standard has."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from fractions import Fraction
from typing import Any

from jobquality.rubrics.model import Combine, Condition, Group, Reading
from jobquality.scoring.exact import exact_text
from jobquality.scoring.making import Made, made
from jobquality.scoring.scorecard import NodeScore

Plain = dict[str, Any]
_EVERYDAY = (Combine.MEAN, Combine.SUM, Combine.MIN, Combine.MAX, Combine.LADDER)
_UNREAD = (None, Reading.OUT)
#: Where a word stands in the file says nothing about a score.
_UNTOLD = ("line",)


def dump_words(value: object) -> Any:  # noqa: ANN401  # JSON is any of its own kinds
    """Return a part of a standard, without what it does not say; numbers are exact texts."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [dump_words(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        return _dump_fields(value)
    return exact_text(value) if isinstance(value, Fraction) else value


def _dump_fields(value: Any) -> Plain:  # noqa: ANN401  # any part of a standard
    said = {field.name: getattr(value, field.name) for field in fields(value)}
    return {
        name: dump_words(one) for name, one in said.items() if name not in _UNTOLD and _is_said(one)
    }


def _is_said(value: object) -> bool:
    """Say whether a word has anything to say; 0 has."""
    return value is not None and value is not False and value not in ("", ())


def looking_at(condition: Condition) -> Plain:
    """Return what else a condition looks at: several words, a score, another answer."""
    told: Plain = {
        "among": list(condition.among),
        "is_score": condition.scored,
        "is_answer": condition.answered,
    }
    return {name: said for name, said in told.items() if said}


def dump_making(node: NodeScore) -> Plain:
    """Return what a node of a trace has beyond an everyday one; empty where there is nothing."""
    rules = node.node.rules
    told: Plain = {
        "part": node.part,
        "parts": [part.part for part in node.parts],
        "held_back": list(node.held_back),
        "reading": "" if node.reading in _UNREAD else dump_words(node.reading),
        "blocks": node.blocks,
        "unscored": rules is not None and rules.unscored,
        "made": [_made(one) for one in made(node)] if _is_unusual(node) else [],
    }
    return {name: said for name, said in told.items() if said}


def _is_unusual(node: NodeScore) -> bool:
    group = node.node
    if group.rules is not None or node.parts:
        return True
    return isinstance(group, Group) and group.combine not in _EVERYDAY


def _made(one: Made) -> Plain:
    return {
        "end": one.end.value,
        "combine": one.group.combine.value,
        "nodes": list(_nodes(one)),
        "stages": [
            {"stage": stage.value, "number": _exact(number)} for stage, number in one.stages
        ],
        "result": _exact(one.result),
    }


def _nodes(one: Made) -> Iterator[Plain]:
    for node in one.nodes:
        yield {
            "node": node.id,
            "part": node.part,
            "weight": exact_text(node.weight),
            "number": _exact(one.end.of(node)),
            "most": _exact(node.most),
        }


def _exact(number: Fraction | None) -> str | None:
    return None if number is None else exact_text(number)
