"""Take nodes out of the tree of a standard, and put others in."""

from jobquality.rubrics.fields import text_of
from jobquality.rubrics.model import TOTAL
from jobquality.rubrics.nodes import Mapping, Node, Sequence, Text

_INSIDE = ("dimensions", "criteria")


def without(tree: Mapping, gone: frozenset[str]) -> Mapping:
    """Return a tree without some of its nodes, and all that is inside them."""
    entries = []
    for key, node in tree.entries:
        kept = node
        if isinstance(node, Sequence) and key.text in _INSIDE:
            inner = (
                without(one, gone) if isinstance(one, Mapping) else one
                for one in node.entries
                if not (isinstance(one, Mapping) and _is_one_of(one, gone))
            )
            kept = Sequence(entries=tuple(inner), line=node.line)
        entries.append((key, kept))
    return Mapping(entries=tuple(entries), line=tree.line)


def _is_one_of(tree: Mapping, names: frozenset[str]) -> bool:
    return text_of(tree, "dimension") in names or text_of(tree, "criterion") in names


def with_more(tree: Mapping, into: str, more: dict[str, Node], *, is_top: bool = True) -> Mapping:
    """Return a tree with more nodes in the lists of one of them."""
    is_here = into == TOTAL if is_top else _is_one_of(tree, frozenset({into}))
    entries = {key.text: (key, _lists(key, node, into, more)) for key, node in tree.entries}
    for word, node in more.items() if is_here else ():
        key, old = entries.get(word, (Text(text=word, line=node.line), None))
        before = old.entries if isinstance(old, Sequence) else ()
        added = node.entries if isinstance(node, Sequence) else (node,)
        entries[word] = (key, Sequence(entries=(*before, *added), line=node.line))
    return Mapping(entries=tuple(entries.values()), line=tree.line)


def _lists(key: Text, node: Node, into: str, more: dict[str, Node]) -> Node:
    if key.text not in _INSIDE or not isinstance(node, Sequence):
        return node
    entries = tuple(
        with_more(one, into, more, is_top=False) if isinstance(one, Mapping) else one
        for one in node.entries
    )
    return Sequence(entries=entries, line=node.line)
