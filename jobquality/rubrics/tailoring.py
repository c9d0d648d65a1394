"""A standard that tailors another: the file of the other with what changes, drops out, comes in.

Everything happens on the tree of the file, before it is read: what comes out is read as if
somebody had written it out. The lines of other files are moved far away, so that a fault can
say whose line it names.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from jobquality.errors import Fault, FaultsError, NotFoundError
from jobquality.rubrics import yamltext
from jobquality.rubrics.fields import ID, Faults, Fields, one_line, shown, text_of
from jobquality.rubrics.filekinds import check_kind
from jobquality.rubrics.grafting import with_more, without
from jobquality.rubrics.model import TOTAL
from jobquality.rubrics.nodes import Mapping, Node, Sequence, Text
from jobquality.rubrics.patching import (
    Change,
    all_names,
    is_nothing,
    nodes_of,
    read_changes,
    with_changes,
)

EXTENDS = "extends"
#: How many standards may rest on each other.
MOST_BASES = 5
_AWAY = 1_000_000
_LINE = re.compile(r"line (\d{7,})")
_NAME = re.compile(r"([a-z][a-z0-9_]*)@([12][0-9]{3}\.[1-9][0-9]{0,2})")
_INSIDE = ("dimensions", "criteria")
_TAILORING = (EXTENDS, "why", "change", "drop", "add")
#: Of these a tailored standard may have its own, in place of those of the other.
_OWN = ("levels", "tests", "critical", "scorings", "rounding")
_SHARED = "scales"
#: What is told of another standard, or holds for its own weights, is not told of this one.
_NOT_HANDED_DOWN = ("rubric", "edition", "title", "about", "ask", "help", "tests")

Base = Callable[[str], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tailoring:
    """What a file stands for: its tree, and each thing that was tailored with the reason.

    `bases` are the standards that it rests on, the nearest first, and `contents` their files.
    """

    tree: Mapping
    notes: tuple[tuple[str, str], ...] = ()
    bases: tuple[str, ...] = ()
    contents: tuple[bytes, ...] = ()


def tailored(
    tree: Mapping, faults: Faults, find: Base | None, *, above: tuple[str, ...] = ()
) -> Tailoring:
    """Return the whole tree of a file, of another standard where it extends one.

    `find` returns the file of an edition by its name, or raises `NotFoundError`; `above` are
    the standards that led here.
    """
    if not any(key.text == EXTENDS for key, _ in tree.entries):
        return Tailoring(tree=tree)
    faults.words.add(EXTENDS)
    fields = Fields(tree, "the top of the file", faults)
    line, name = fields.line_of(EXTENDS), fields.text(EXTENDS)
    own = f"{text_of(tree, 'rubric')}@{text_of(tree, 'edition')}"
    content = _found(name, faults, find, line=line, above=(*above, own))
    base = _base(name, content, faults, find, (*above, own)) if content is not None else None
    if base is None or not base.tree.entries:
        bases = base.bases if base else ()
        return Tailoring(tree=Mapping(entries=(), line=line), bases=(name, *bases))
    reader = _Reader(fields, tree, base.tree)
    return Tailoring(
        tree=reader.merged(),
        notes=(*base.notes, (f"extends {name}", reader.why), *reader.notes),
        bases=(name, *base.bases),
        contents=(content or b"", *base.contents),
    )


def _found(
    name: str, faults: Faults, find: Base | None, *, line: int, above: tuple[str, ...]
) -> bytes | None:
    """Return the file of the other standard; None is noted."""
    if not _NAME.fullmatch(name):
        message = f"{shown(name)} is not the name of an edition."
        faults.add(line, message, "Write the id, @ and the edition: restaurants_us@2026.1.")
        return None
    if name in above:
        message = f"The standard rests on itself: {' → '.join((*above, name))}."
        faults.add(line, message, "Extend another standard.")
        return None
    if len(above) > MOST_BASES:
        message = f"More than {MOST_BASES} standards rest on each other."
        faults.add(line, message, "Write one of them out.")
        return None
    return _looked_up(name, faults, find, line)


def _looked_up(name: str, faults: Faults, find: Base | None, line: int) -> bytes | None:
    message = f"We do not find the standard {name} that this one extends."
    try:
        if find is not None:
            return find(name)
    except NotFoundError:
        pass
    except FaultsError as error:
        message = " ".join([message, *(fault.message for fault in error.faults)])
    remedy = f"Put it beside this file as {name}.yaml, or name an edition that ships."
    faults.add(line, message, remedy)
    return None


def _base(
    name: str, content: bytes, faults: Faults, find: Base | None, above: tuple[str, ...]
) -> Tailoring | None:
    """Return the other standard, itself tailored where it extends one; None is noted."""
    try:
        document = yamltext.parse(content)
        check_kind(document.tree, "rubric")
    except FaultsError as error:
        faults.found += [replace(fault, where=name) for fault in error.faults]
        return None
    faults.found += [replace(fault, where=name) for fault in document.faults]
    tree = _moved(document.tree, len(above))
    found = f"{text_of(tree, 'rubric')}@{text_of(tree, 'edition')}"
    if found != name:
        message = f"The file of {name} holds another standard: {found[:80]}."
        faults.found.append(Fault(message=message, remedy=f"Put {name} in its place."))
        return None
    return tailored(tree, faults, find, above=above)


def _moved(tree: Mapping, places: int) -> Mapping:
    def moved(node: Node) -> Node:
        if isinstance(node, Text):
            return replace(node, line=node.line + places * _AWAY)
        if isinstance(node, Sequence):
            entries = tuple(moved(entry) for entry in node.entries)
            return Sequence(entries=entries, line=node.line + places * _AWAY)
        return _moved(node, places)

    entries = tuple(
        (replace(key, line=key.line + places * _AWAY), moved(node)) for key, node in tree.entries
    )
    return Mapping(entries=entries, line=tree.line + places * _AWAY)


def with_own_lines(tree: Mapping) -> Mapping:
    """Return a tree in which all that stands in other files is on the line of `extends`."""
    line = tree.line

    def near(node: Node) -> Node:
        here = line if node.line > _AWAY else node.line
        if isinstance(node, Text):
            return replace(node, line=here)
        if isinstance(node, Sequence):
            return Sequence(entries=tuple(near(entry) for entry in node.entries), line=here)
        return with_near(node, here)

    def with_near(node: Mapping, here: int) -> Mapping:
        entries = tuple(
            (replace(key, line=line if key.line > _AWAY else key.line), near(inner))
            for key, inner in node.entries
        )
        return Mapping(entries=entries, line=here)

    return with_near(tree, line)


def placed(fault: Fault, bases: tuple[str, ...]) -> Fault:
    """Return a fault that says whose line it names, where that is another file's."""

    def said(found: re.Match[str]) -> str:
        place, line = divmod(int(found[1]), _AWAY)
        return f"line {line} of {_nth(bases, place)}"

    fault = replace(fault, message=_LINE.sub(said, fault.message))
    if fault.line is None or fault.line < _AWAY:
        return fault
    place, line = divmod(fault.line, _AWAY)
    return replace(fault, line=line, where=fault.where or _nth(bases, place))


def _nth(bases: tuple[str, ...], place: int) -> str:
    return bases[min(place, len(bases)) - 1]


class _Reader:
    """Reads what one file says of another, and notes each thing with its reason."""

    def __init__(self, fields: Fields, tree: Mapping, base: Mapping) -> None:
        self._fields = fields
        self._faults = fields.faults
        self._tree = tree
        self._base = base
        self.notes: list[tuple[str, str]] = []
        self.why = fields.text("why", required=True)

    def merged(self) -> Mapping:
        """Return the tree of the other standard as this file has it."""
        handed = [one for one in self._base.entries if one[0].text not in _NOT_HANDED_DOWN]
        base = Mapping(entries=tuple(handed), line=self._tree.line)
        changes = self._changes(all_names(base))
        base = with_changes(base, changes)
        base = self._dropped(base)
        base = self._added(base)
        words = {key.text: (key, node) for key, node in base.entries}
        for key, node in self._own():
            words[key.text] = (key, node)
        return Mapping(entries=tuple(words.values()), line=self._tree.line)

    def _own(self) -> Iterator[tuple[Text, Node]]:
        """Yield the words that this file has of its own."""
        known = ("rubric", "edition", "title", "about", "ask", "help", *_OWN, _SHARED)
        for key, node in self._tree.entries:
            if key.text in _OWN and key.text != "tests":
                self.notes.append((f"has its own {key.text}", self.why))
            if key.text == _SHARED:
                yield key, self._with_shared(node)
            elif key.text in known:
                yield key, node
            elif key.text not in _TAILORING:
                self._not_here(key)

    def _not_here(self, key: Text) -> None:
        message = f"'{key.text}' cannot stand at the top of a standard that extends another."
        remedy = f"Write it below change: {{{TOTAL}: …}}, with a why."
        if key.text in _INSIDE:
            remedy = f"Write it below add: with into: {TOTAL} or a dimension, and a why."
        self._faults.add(key.line, message, remedy)

    def _with_shared(self, node: Node) -> Node:
        """Return the scales of both files; one of this file goes before another of its name."""
        others = next((one for key, one in self._base.entries if key.text == _SHARED), None)
        if not (isinstance(node, Sequence) and isinstance(others, Sequence)):
            return node
        own = {text_of(one, "scale") for one in node.entries if isinstance(one, Mapping)}
        kept = [
            one
            for one in others.entries
            if not (isinstance(one, Mapping) and text_of(one, "scale") in own)
        ]
        return Sequence(entries=(*kept, *node.entries), line=node.line)

    def _changes(self, names: dict[str, list[str]]) -> tuple[Change, ...]:
        found = []
        for change in read_changes(self._fields.mapping("change"), self._faults):
            why = self._reason(change.words, f"The change of '{change.name}'", change.line)
            kept = tuple(entry for entry in change.words.entries if entry[0].text != "why")
            if change.name in names:
                words = Mapping(entries=kept, line=change.words.line)
                found.append(replace(change, words=words))
                self.notes.append((self._said(found[-1]), why))
            else:
                self._unknown(change.name, names, line=change.line, where="change")
        return tuple(found)

    def _unknown(self, name: str, known: dict[str, list[str]], *, line: int, where: str) -> None:
        message = f"'{where}' names {shown(name)}, which is no node of the other standard."
        otherwise = f"Name {TOTAL}, or the id of a dimension or criterion."
        self._faults.unknown(line, message, word=name, known=known, otherwise=otherwise)

    def _reason(self, tree: Mapping, what: str, line: int) -> str:
        why = text_of(tree, "why")
        if not why:
            self._faults.add(line, f"{what} has no reason.", "Add why: and the reason.")
        return why

    def _said(self, change: Change) -> str:
        """Return what a change does, with the old value beside the new where both are short."""
        before = _words_of(self._base, change.name)
        said = [
            _change_words(key.text, node, before.get(key.text))
            for key, node in change.words.entries
        ]
        return f"{change.name}: {', '.join(said)}"

    def _dropped(self, base: Mapping) -> Mapping:
        names = {
            text_of(node, word)
            for node in nodes_of(base)
            for word in ("dimension", "criterion")
            if text_of(node, word)
        }
        gone = set()
        for tree in self._fields.groups("drop"):
            name, why = self._drop(tree)
            if name and name not in names:
                known = {one: [one] for one in names}
                self._unknown(name, known, line=tree.line, where="drop")
            elif name:
                gone.add(name)
                self.notes.append((f"drops {name}", why))
        return without(base, frozenset(gone)) if gone else base

    def _drop(self, tree: Mapping) -> tuple[str, str]:
        fields = Fields(tree, "a drop", self._faults)
        names = [fields.text(word) for word in ("criterion", "dimension")]
        name = next((one for one in names if one), "")
        if not name:
            message = "'drop' does not say what to leave out."
            self._faults.add(tree.line, message, "Write - criterion: its_id, and why: the reason.")
        why = fields.text("why")
        if not why:
            what = f"Dropping '{name}'" if name else "A drop"
            self._faults.add(tree.line, f"{what} has no reason.", "Add why: and the reason.")
        fields.close()
        return name, why

    def _added(self, base: Mapping) -> Mapping:
        for tree in self._fields.groups("add"):
            fields = Fields(tree, "an addition", self._faults)
            into, why = fields.text("into") or TOTAL, fields.text("why")
            more = {word: node for word in _INSIDE if (node := fields.node(word)) is not None}
            if not why:
                message = f"The addition to '{into}' has no reason."
                self._faults.add(tree.line, message, "Add why: and the reason.")
            if not more:
                message = f"The addition to '{into}' adds nothing."
                self._faults.add(tree.line, message, "Add criteria: or dimensions:.")
            fields.close()
            names = all_names(base)
            if into not in names or names[into] != [into]:
                self._unknown(into, names, line=tree.line, where="into")
                continue
            base = with_more(base, into, more)
            self.notes += [(f"adds {name} to {into}", why) for name in _ids(more)]
        return base


def _words_of(tree: Mapping, name: str) -> dict[str, Node]:
    if name == TOTAL:
        return {key.text: node for key, node in tree.entries}
    for node in nodes_of(tree):
        if name in (text_of(node, "dimension"), text_of(node, "criterion")):
            return {key.text: inner for key, inner in node.entries}
    return {}


def _change_words(word: str, node: Node, before: Node | None) -> str:
    old = f" (was {one_line(before.text)})" if isinstance(before, Text) else ""
    if is_nothing(node):
        return f"no {word}{old}"
    new = f" {one_line(node.text)}" if isinstance(node, Text) else ""
    return f"{word}{new}{old}"


def _ids(more: dict[str, Node]) -> Iterator[str]:
    for node in more.values():
        for entry in node.entries if isinstance(node, Sequence) else ():
            name = ""
            if isinstance(entry, Mapping):
                name = text_of(entry, "dimension") or text_of(entry, "criterion")
            if ID.fullmatch(name):
                yield name
