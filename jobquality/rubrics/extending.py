"""Write the file of a standard that tailors another, from what somebody chose in a form."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from jobquality.rubrics import nodes, yamltext
from jobquality.rubrics.fields import Faults, text_of
from jobquality.rubrics.patching import nodes_of
from jobquality.rubrics.tailoring import Base, tailored

_PLAIN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.%-]*")
_GIVES = "gives"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be another of one node: its weight, what its answers give, or that it goes.

    `gives` are the points of its answers in their order; empty keeps them. `why` is the reason.
    """

    why: str
    weight: str = ""
    gives: tuple[str, ...] = ()
    is_dropped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TailoredFile:
    """A standard that extends `base` (`restaurants_us@2026.1`); `wanted` is by id of node."""

    rubric: str
    edition: str
    title: str
    base: str
    why: str
    wanted: Mapping[str, Wanted] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A dimension or criterion of the standard that is tailored, as its file writes it.

    `steps` are its answers, each in one line without its points, and what they give.
    """

    id: str
    is_dimension: bool
    weight: str
    steps: tuple[tuple[str, str], ...] = ()


def parts_of(content: bytes, find: Base) -> tuple[Part, ...]:
    """Return what can be tailored in the file of a standard, in its order.

    Raises:
        FaultsError: it is no file that we can read.
    """
    return tuple(_part(node) for node in _nodes(content, find))


def tailored_text(wanted: TailoredFile, content: bytes, find: Base) -> str:
    """Return the file that says so; `content` is that of the standard it extends.

    Raises:
        FaultsError: `content` is no file that we can read.
    """
    known = {_id_of(node): node for node in _nodes(content, find)}
    return "\n".join([*_head(wanted), *_changes(wanted, known), *_drops(wanted), ""])


def _nodes(content: bytes, find: Base) -> list[nodes.Mapping]:
    tree = tailored(yamltext.parse(content).tree, Faults(), find).tree
    return [node for node in nodes_of(tree) if _id_of(node)]


def _id_of(node: nodes.Mapping) -> str:
    return text_of(node, "dimension") or text_of(node, "criterion")


def _part(node: nodes.Mapping) -> Part:
    return Part(
        id=_id_of(node),
        is_dimension=bool(text_of(node, "dimension")),
        weight=text_of(node, "weight"),
        steps=tuple((", ".join(_words_of(step)), text_of(step, _GIVES)) for step in _steps(node)),
    )


def _steps(node: nodes.Mapping) -> tuple[nodes.Mapping, ...]:
    """Return the lines of its points, where each says what it gives."""
    found = {key.text: inner for key, inner in node.entries}.get("points")
    entries = found.entries if isinstance(found, nodes.Sequence) else ()
    steps = tuple(one for one in entries if isinstance(one, nodes.Mapping))
    whole = len(steps) == len(entries) and all(text_of(one, _GIVES) for one in steps)
    return steps if whole else ()


def _words_of(step: nodes.Mapping) -> Iterator[str]:
    for key, node in step.entries:
        if isinstance(node, nodes.Text) and key.text in (
            "under",
            "from",
            "above",
            "up_to",
            "answer",
        ):
            yield f"{key.text} {node.text}"


def _head(wanted: TailoredFile) -> Iterator[str]:
    yield f"rubric: {_scalar(wanted.rubric)}"
    yield f"edition: {_scalar(wanted.edition)}"
    if wanted.title:
        yield f"title: {_scalar(wanted.title)}"
    yield f"extends: {wanted.base}"
    yield f"why: {_scalar(wanted.why)}"


def _changes(wanted: TailoredFile, known: Mapping[str, nodes.Mapping]) -> Iterator[str]:
    changed = {
        name: one
        for name, one in wanted.wanted.items()
        if not one.is_dropped and (one.weight or one.gives) and name in known
    }
    if changed:
        yield "change:"
    for name, one in changed.items():
        yield f"  {name}:"
        if one.weight:
            yield f"    weight: {_scalar(one.weight)}"
        if one.gives:
            yield "    points:"
            for step, gives in zip(_steps(known[name]), one.gives, strict=False):
                yield f"      - {_flow(step, gives)}"
        yield f"    why: {_scalar(one.why)}"


def _drops(wanted: TailoredFile) -> Iterator[str]:
    dropped = {name: one for name, one in wanted.wanted.items() if one.is_dropped}
    if dropped:
        yield "drop:"
    for name, one in dropped.items():
        yield f"  - criterion: {name}"
        yield f"    why: {_scalar(one.why)}"


def _flow(node: nodes.Node, gives: str | None = None) -> str:
    """Return a node of another file on one line; `gives` takes the place of what it gave."""
    if isinstance(node, nodes.Text):
        return _scalar(node.text) if node.is_plain else _quoted(node.text)
    if isinstance(node, nodes.Sequence):
        return f"[{', '.join(_flow(one) for one in node.entries)}]"
    pairs = (
        f"{key.text}: {_scalar(gives) if gives is not None and key.text == _GIVES else _flow(one)}"
        for key, one in node.entries
    )
    return "{" + ", ".join(pairs) + "}"


def _scalar(text: str) -> str:
    text = " ".join(text.split())
    return text if _PLAIN.fullmatch(text) else _quoted(text)


def _quoted(text: str) -> str:
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
