"""Read the small part of YAML that rubric and parameter files may use, and refuse the rest.

A file may come from anyone, and YAML's own loaders are not safe for that: merge keys take
minutes, deep nesting kills the process, `NO` turns into false and the second of two equal
keys wins. So nothing is constructed here: the parser's events become a tree in which every
scalar stays the text it was, and every node knows its line. The parser is PyYAML's.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import yaml

from jobquality.errors import Fault, FaultsError
from jobquality.rubrics.braces import mended
from jobquality.rubrics.characters import unwanted_character, unwanted_position
from jobquality.rubrics.curly import curly_fault, without_curly
from jobquality.rubrics.nodes import Mapping, Node, Sequence, Text
from jobquality.rubrics.syntax import syntax_fault

#: 150 bilingual criteria take about 260 kB and 30,000 events.
MOST_BYTES = 512 * 1024
MOST_EVENTS = 40_000
MOST_DEPTH = 24
#: An id has at most 80 letters, and may stand behind `profile.`.
MOST_WORD = 100

_LOADER = getattr(yaml, "CLoader", yaml.Loader)
_OPENING = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_CLOSING = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
_NODES = (*_OPENING, yaml.ScalarEvent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file's tree, and the faults after which reading could go on."""

    tree: Mapping
    faults: tuple[Fault, ...]


def parse(content: bytes) -> Document:
    """Return the tree of a file whose outermost shape is `word: value`.

    Raises:
        FaultsError: too large, not UTF-8, not YAML, or YAML of a kind that is refused.
    """
    composer = _Composer(_decode(content))
    tree = composer.document()
    if not isinstance(tree, Mapping):
        # Nothing at all stands behind the end of the file for the parser, but for no editor.
        raise _refusal(
            "The file does not start with a word and a colon.",
            line=min(tree.line, content.count(b"\n") + 1),
            remedy="Start with words and values, such as 'rubric: my_standard'.",
        )
    return Document(tree=tree, faults=tuple(composer.faults))


def _decode(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise _refusal(
            f"The file is larger than {MOST_BYTES // 1024} kB.",
            line=content[:MOST_BYTES].count(b"\n") + 1,
            remedy="Put long texts into a file of words beside it.",
        )
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        message, remedy = "This line is not UTF-8 text.", "Save the file as UTF-8."
        raise _refusal(message, line=line, remedy=remedy) from None
    if not text.strip():
        raise _refusal("The file is empty.", line=1)
    _check_characters(text)
    return text


def _check_characters(text: str) -> None:
    # YAML ends a line, and with it a note, at a lone carriage return; editors do not show one.
    position = unwanted_position(text)
    returned = text.find("\r")
    if returned >= 0 and (position is None or returned < position):
        message = "A line ends with a lone carriage return."
        remedy = "Save the file with ordinary line ends (LF)."
        raise _refusal(message, line=_line_at(text, returned), remedy=remedy)
    if position is not None:
        message = f"There is {unwanted_character(text)} on this line."
        raise _refusal(message, line=_line_at(text, position), remedy="Delete it.")


def _line_at(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


class _Composer:
    """Builds the tree from the parser's events, each checked before it is used."""

    def __init__(self, text: str) -> None:
        self.faults: list[Fault] = []
        self._events = _checked_events(text)

    def document(self) -> Node:
        """Return the one document of the file."""
        next(self._events)  # the start of the stream
        if isinstance(next(self._events), yaml.StreamEndEvent):
            raise _refusal("The file holds notes only.", line=1)
        tree = self._node(next(self._events))
        next(self._events)  # the end of the document
        following = next(self._events)
        if not isinstance(following, yaml.StreamEndEvent):
            message = "A second document ('---') starts here."
            raise _refusal(message, line=_line(following), remedy="Keep one in each file.")
        return tree

    def _node(self, event: yaml.Event) -> Node:
        line = _line(event)
        if isinstance(event, yaml.ScalarEvent):
            return _text(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event)
        entries = []
        while not isinstance(inner := next(self._events), yaml.SequenceEndEvent):
            entries.append(self._straight(self._node(inner)))
        return Sequence(entries=tuple(entries), line=line)

    def _mapping(self, start: yaml.MappingStartEvent) -> Mapping:
        found: list[tuple[Text, Node | None]] = []
        while not isinstance(inner := next(self._events), yaml.MappingEndEvent):
            key = _key(self._node(inner))
            following = next(self._events)
            node = self._node(following)
            found.append((key, None if start.flow_style and _is_bare(inner, following) else node))
        entries: dict[str, tuple[Text, Node]] = {}
        for word, node in mended(found, self.faults):
            key = _checked_key(self._straightened(word))
            if key.text in entries:
                self.faults.append(_twice(key, entries[key.text][0]))
            else:
                entries[key.text] = (key, self._straight(node))
        return Mapping(entries=tuple(entries.values()), line=_line(start))

    def _straight(self, node: Node) -> Node:
        return self._straightened(node) if isinstance(node, Text) else node

    def _straightened(self, text: Text) -> Text:
        """Note curly quotes that stand for straight ones, once a line, and take them off."""
        inner = without_curly(text.text) if text.is_plain else None
        if inner is None:
            return text
        fault = curly_fault(text.line)
        if fault not in self.faults[-1:]:
            self.faults.append(fault)
        return replace(text, text=inner)


def _is_bare(key: yaml.Event, following: yaml.Event) -> bool:
    """Say whether not even a colon follows a word, as only in braces can be."""
    is_empty = isinstance(following, yaml.ScalarEvent) and not (following.value or following.style)
    is_plain = isinstance(key, yaml.ScalarEvent) and not key.style and bool(key.value)
    end, start = key.end_mark, following.start_mark
    if not (is_plain and is_empty and end and start):
        return False
    return (end.line, end.column) == (start.line, start.column)


def _key(node: Node) -> Text:
    if not isinstance(node, Text):
        message = "A list or group stands where a word is expected."
        remedy = "Put quotes around texts that start with [ or {."
        raise _refusal(message, line=node.line, remedy=remedy)
    if node.text == "<<":
        message = "The merge key '<<' is not allowed."
        raise _refusal(message, line=node.line, remedy="Write the words out.")
    return node


def _checked_key(key: Text) -> Text:
    if len(key.text) > MOST_WORD:
        message = f"The word before a colon has more than {MOST_WORD} letters."
        remedy = "Put quotes around a text that has a colon in it."
        raise _refusal(message, line=key.line, remedy=remedy)
    return key


def _twice(key: Text, first: Text) -> Fault:
    message = f"'{key.text}' stands twice; the first is on line {first.line}."
    return Fault(message=message, line=key.line, remedy="Keep one of them.")


def _checked_events(text: str) -> Iterator[yaml.Event]:
    depth = 0
    try:
        for count, event in enumerate(yaml.parse(text, Loader=_LOADER)):
            depth += isinstance(event, _OPENING) - isinstance(event, _CLOSING)
            _check_size(event, count=count, depth=depth)
            _check_kind(event)
            yield event
    except yaml.YAMLError as error:
        raise FaultsError([syntax_fault(error, text)]) from None


def _check_size(event: yaml.Event, *, count: int, depth: int) -> None:
    if count > MOST_EVENTS:
        message = f"The file has more than {MOST_EVENTS} words and values."
        raise _refusal(message, line=_line(event), remedy="Make two standards of it.")
    if depth > MOST_DEPTH:
        message = f"Lists and words are nested more than {MOST_DEPTH} deep."
        raise _refusal(message, line=_line(event), remedy="Look for brackets too many.")


def _check_kind(event: yaml.Event) -> None:
    line = _line(event)
    if isinstance(event, yaml.AliasEvent):
        message = f"The alias '*{_short(event.anchor)}' is not allowed."
        remedy = "Write the text out, or put quotes around a text that starts with *."
        raise _refusal(message, line=line, remedy=remedy)
    if isinstance(event, _NODES):
        _check_marks(event.anchor, event.tag, line=line)
    if isinstance(event, yaml.DocumentStartEvent) and (event.version or event.tags):
        raise _refusal("A YAML directive ('%…') is not allowed.", line=line, remedy="Leave it out.")


def _check_marks(anchor: str | None, tag: str | None, *, line: int) -> None:
    if anchor:
        message = f"The anchor '&{_short(anchor)}' is not allowed."
        remedy = "Leave it out, or put quotes around a text that starts with &."
        raise _refusal(message, line=line, remedy=remedy)
    if tag:
        message = f"The tag '{_short(tag)}' is not allowed."
        remedy = "Leave it out, or put quotes around a text that starts with !."
        raise _refusal(message, line=line, remedy=remedy)


def _short(name: str | None) -> str:
    return f"{name[:MOST_WORD]}…" if name and len(name) > MOST_WORD else str(name)


def _text(event: yaml.ScalarEvent) -> Text:
    # Escapes such as "\u0000" are written plainly in the file, so they are looked at again here.
    wrong = unwanted_character(event.value)
    if wrong:
        message = f"There is {wrong} in this text."
        raise _refusal(message, line=_line(event), remedy="Delete it.")
    return Text(text=event.value, line=_line(event), is_plain=not event.style)


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _refusal(message: str, *, line: int, remedy: str = "") -> FaultsError:
    return FaultsError([Fault(message=message, line=line, remedy=remedy)])
