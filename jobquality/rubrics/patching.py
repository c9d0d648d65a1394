"""Change words of nodes on the tree of a file, before it is read.

A change is a group of words under the name of what it changes: the id of a node, `total` for
the top, the `kind` of nodes, `dimensions` or `criteria`. What names a node more closely goes
first: its id before its kind, its kind before the word for all.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from jobquality.rubrics.fields import Faults, text_of
from jobquality.rubrics.model import TOTAL
from jobquality.rubrics.nodes import Mapping, Node, Sequence, Text
from jobquality.rubrics.units import read_number

DIMENSIONS, CRITERIA = "dimensions", "criteria"
_OF_ALL = (DIMENSIONS, CRITERIA)
_NOTHING = ("", "none", "null", "~")
#: A node gives points in one of these ways only, so that one takes the place of the others.
_WAYS = ("points", "range", "line", "cohort")
_FIXED = ("dimension", "criterion", *_OF_ALL)

Words = dict[str, tuple[Text, Node]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Other words for what has this name; `line` is where that is written."""

    name: str
    line: int
    words: Mapping


def read_changes(tree: Mapping | None, faults: Faults) -> tuple[Change, ...]:
    """Return the changes of `change: {name: {word: value}}`; what is none is noted."""
    found = []
    for key, node in tree.entries if tree else ():
        if isinstance(node, Mapping):
            found.append(Change(name=key.text, line=key.line, words=_kept(node, faults)))
        else:
            message = f"The change of '{key.text}' has no words."
            faults.add(key.line, message, f"Write {key.text}: {{weight: 1}}.")
    return tuple(found)


def _kept(words: Mapping, faults: Faults) -> Mapping:
    """Return the words without those that no change can touch, each of which is noted."""
    for key, _ in words.entries:
        if key.text in _FIXED:
            message = f"'{key.text}' of a node cannot be changed."
            faults.add(key.line, message, "Change the nodes inside it by their own ids.")
    kept = tuple(entry for entry in words.entries if entry[0].text not in _FIXED)
    return Mapping(entries=kept, line=words.line)


def with_changes(tree: Mapping, changes: tuple[Change, ...]) -> Mapping:
    """Return the tree of a file with its nodes changed.

    A word that a change gives takes the place of the node's own, as a whole; a word without a
    value, or with `none`, is taken away. Nodes that change stand on the line of the change.
    """
    by_name = {change.name: change for change in changes}
    top = Mapping(
        entries=tuple((key, _inside(node, by_name)) for key, node in tree.entries), line=tree.line
    )
    return _changed(top, [by_name[TOTAL]] if TOTAL in by_name else [])


def _inside(node: Node, changes: dict[str, Change]) -> Node:
    if isinstance(node, Sequence):
        entries = tuple(_inside(entry, changes) for entry in node.entries)
        return Sequence(entries=entries, line=node.line)
    if not isinstance(node, Mapping):
        return node
    words = tuple((key, _inside(inner, changes)) for key, inner in node.entries)
    same = Mapping(entries=words, line=node.line)
    return _changed(same, [changes[name] for name in names_of(node) if name in changes])


def names_of(tree: Mapping) -> Iterator[str]:
    """Yield the names by which a change can name a node, the closest last; none of another."""
    name = text_of(tree, "dimension") or text_of(tree, "criterion")
    if not name:
        return
    if text_of(tree, "dimension"):
        yield DIMENSIONS
    elif is_answered(tree):
        yield CRITERIA
    kind = text_of(tree, "kind")
    if kind and kind not in _OF_ALL:
        yield kind
    if name != kind:
        yield name


def is_answered(tree: Mapping) -> bool:
    """Say whether a criterion gives points for an answer of its own."""
    words = {key.text for key, _ in tree.entries}
    if CRITERIA in words:
        return False
    return not words.isdisjoint(_WAYS) or text_of(tree, "answer") == "yes_no"


def _changed(tree: Mapping, changes: list[Change]) -> Mapping:
    words: Words = {key.text: (key, node) for key, node in tree.entries}
    for change in changes:
        for key, node in change.words.entries:
            _put(words, key, node)
    line = changes[-1].line if changes else tree.line
    return Mapping(entries=tuple(words.values()), line=line)


def _put(words: Words, key: Text, node: Node) -> None:
    """Give a word another value, and take away what cannot stand beside it."""
    if is_nothing(node):
        words.pop(key.text, None)
        return
    for other in _WAYS if key.text in _WAYS else ():
        words.pop(other, None)
    for other in ("answer", "of") if key.text == "reads" else ():
        words.pop(other, None)
    words[key.text] = (key, node)


def is_nothing(node: Node) -> bool:
    """Say whether a word has no value, or `none`."""
    return isinstance(node, Text) and node.is_plain and node.text in _NOTHING


def all_names(tree: Node) -> dict[str, list[str]]:
    """Return every name that a change can use, with the ids of the nodes that it names."""
    found: dict[str, list[str]] = {TOTAL: [TOTAL]}
    for node in nodes_of(tree):
        name = text_of(node, "dimension") or text_of(node, "criterion")
        for one in names_of(node):
            found.setdefault(one, []).append(name)
    return found


def nodes_of(tree: Node) -> Iterator[Mapping]:
    """Yield every dimension and criterion of a tree, parts of measures too."""
    entries = tree.entries if isinstance(tree, Sequence) else ()
    for entry in entries:
        yield from nodes_of(entry)
    if isinstance(tree, Mapping):
        if any(True for _ in names_of(tree)):
            yield tree
        for _, node in tree.entries:
            yield from nodes_of(node)


def without_zeros(tree: Mapping) -> tuple[Mapping, tuple[str, ...]]:
    """Return a tree whose nodes weigh something, and the nodes with `weight: 0`."""
    found: list[str] = []

    def stripped(node: Node) -> Node:
        if isinstance(node, Sequence):
            entries = tuple(stripped(entry) for entry in node.entries)
            return Sequence(entries=entries, line=node.line)
        return without_zero(node) if isinstance(node, Mapping) else node

    def without_zero(node: Mapping) -> Mapping:
        name = text_of(node, "dimension") or text_of(node, "criterion")
        is_out = bool(name) and read_number(text_of(node, "weight")) == 0
        if is_out:
            found.append(name)
        kept = (entry for entry in node.entries if not (is_out and entry[0].text == "weight"))
        return Mapping(entries=tuple((key, stripped(one)) for key, one in kept), line=node.line)

    return without_zero(tree), tuple(found)
