"""Shared words of a file, put in place before anything is read: scales, and answers read again.

A scale is a group of words that several criteria share; what a criterion says itself goes
before it.
"""

from collections.abc import Callable, Iterator

from jobquality.rubrics.fields import Faults, shown, text_of
from jobquality.rubrics.nodes import Mapping, Node, Sequence, Text

_ANSWERS = ("answer", "of")
Change = Callable[[Mapping], Mapping]


def expanded(tree: Mapping, faults: Faults) -> Mapping:
    """Return the file with each `scale` and each `reads` replaced by what it stands for."""
    scales = _scales(tree, faults)
    kept = tuple((key, node) for key, node in tree.entries if key.text != "scales")
    if len(kept) < len(tree.entries):
        faults.words.add("scales")
    tree = Mapping(entries=kept, line=tree.line)
    _check_used(tree, scales, faults)
    return with_answers(_each(tree, lambda one: _with_scale(one, scales, faults)), faults)


def _check_used(tree: Mapping, scales: dict[str, Mapping], faults: Faults) -> None:
    """Note each scale that nothing uses: nobody would look at what is in it."""
    used = set(_used(tree))
    for name, scale in scales.items():
        if name not in used:
            message = f"No criterion uses the scale {shown(name)}."
            faults.add(scale.line, message, "Leave it out, or write scale: and its id.")


def _used(tree: Node) -> Iterator[str]:
    if isinstance(tree, Mapping):
        yield text_of(tree, "scale")
        for _, node in tree.entries:
            yield from _used(node)
    for entry in tree.entries if isinstance(tree, Sequence) else ():
        yield from _used(entry)


def with_answers(tree: Mapping, faults: Faults) -> Mapping:
    """Return the file with the kind of the answer that each `reads` names."""
    asked = {text_of(one, "criterion"): one for one in _questions(tree)}
    return _each(tree, lambda one: _with_answer(one, asked, faults))


def with_scale(words: Mapping, tree: Mapping, faults: Faults) -> Mapping:
    """Return words of a change with the words of the scale that they name; `tree` is the file."""
    return _with_scale(words, _scales(tree, Faults()), faults, is_criterion=True)


def _scales(tree: Mapping, faults: Faults) -> dict[str, Mapping]:
    found: dict[str, Mapping] = {}
    node = next((node for key, node in tree.entries if key.text == "scales"), None)
    for entry in node.entries if isinstance(node, Sequence) else ():
        name = text_of(entry, "scale") if isinstance(entry, Mapping) else ""
        if not isinstance(entry, Mapping) or not name:
            faults.add(entry.line, "A scale has no 'scale'.", "Write - scale: its_id first.")
        elif name in found:
            faults.add(entry.line, f"The scale '{name}' stands twice.", "Use another id.")
        else:
            found[name] = entry
    if node is not None and not isinstance(node, Sequence):
        faults.add(node.line, "'scales' must be a list.", "Start each scale with a dash.")
    return found


def _with_scale(
    tree: Mapping, scales: dict[str, Mapping], faults: Faults, *, is_criterion: bool = False
) -> Mapping:
    name = text_of(tree, "scale")
    if not name or not (is_criterion or text_of(tree, "criterion")):
        return tree
    faults.words.add("scale")
    if name not in scales:
        message = f"We know no scale {shown(name)}."
        otherwise = "Add it to scales: at the top."
        faults.unknown(tree.line, message, word=name, known=scales, otherwise=otherwise)
    own = [(key, node) for key, node in tree.entries if key.text != "scale"]
    said = {key.text for key, _ in own}
    shared = scales[name].entries if name in scales else ()
    more = [(key, node) for key, node in shared if key.text not in {*said, "scale"}]
    return Mapping(entries=(*own, *more), line=tree.line)


def _with_answer(tree: Mapping, asked: dict[str, Mapping], faults: Faults) -> Mapping:
    """Give a criterion that reads another's answer the kind of that answer."""
    name = text_of(tree, "reads")
    if not name or not text_of(tree, "criterion"):
        return tree
    if name not in asked or text_of(asked[name], "reads"):
        message = f"'reads: {name[:60]}' is not a question of this file."
        faults.unknown(tree.line, message, word=name, known=asked, otherwise="Name a criterion.")
        return tree
    said = {key.text for key, _ in tree.entries}
    other = asked[name].entries
    more = [(key, node) for key, node in other if key.text in _ANSWERS and key.text not in said]
    if any(isinstance(node, Sequence) and key.text == "of" for key, node in more):
        more = [(key, node) for key, node in more if _is_boxes(key, node)]
    return Mapping(entries=(*tree.entries, *more), line=tree.line)


def _is_boxes(key: Text, node: Node) -> bool:
    """Say whether it is the kind of answer, or the boxes of a checklist and not a measure."""
    if key.text != "of":
        return True
    entries = node.entries if isinstance(node, Sequence) else ()
    return all(isinstance(one, Mapping) and bool(text_of(one, "answer")) for one in entries)


def _questions(tree: Node) -> Iterator[Mapping]:
    if isinstance(tree, Sequence):
        for entry in tree.entries:
            yield from _questions(entry)
    if isinstance(tree, Mapping):
        if text_of(tree, "criterion") and text_of(tree, "answer"):
            yield tree
        for _, node in tree.entries:
            yield from _questions(node)


def _each(tree: Mapping, change: Change) -> Mapping:
    """Return the tree with every mapping inside it changed, from the inside outwards."""
    entries = tuple((key, _inside(node, change)) for key, node in tree.entries)
    return change(Mapping(entries=entries, line=tree.line))


def _inside(node: Node, change: Change) -> Node:
    if isinstance(node, Mapping):
        return _each(node, change)
    if isinstance(node, Sequence):
        entries = tuple(_inside(entry, change) for entry in node.entries)
        return Sequence(entries=entries, line=node.line)
    return node
