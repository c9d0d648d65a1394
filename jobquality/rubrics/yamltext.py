"""Read the small part of YAML that rubric and parameter files may use, and refuse the rest.

A file may come from anyone, and YAML's own loaders are not safe for that: merge keys take
minutes, deep nesting kills the process, `NO` turns into false and the second of two equal
keys wins. So nothing is constructed here: the parser's events become a tree in which every
scalar stays the text it was, and every node knows its line. The parser is PyYAML's.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from jobquality.errors import Fault, FaultsError

#: 150 bilingual criteria take about 260 kB and 30,000 events.
MOST_BYTES = 512 * 1024
MOST_EVENTS = 40_000
MOST_DEPTH = 12

_LOADER = getattr(yaml, "CLoader", yaml.Loader)
_BIDI = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C}
_HIDDEN = {0x200B, 0x2060, 0xFEFF, 0x00AD}
_OPENING = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_CLOSING = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A scalar, exactly as written; `line` counts from 1."""

    text: str
    line: int


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
        raise _refusal(tree.line, "The file must start with words and values, such as 'rubric: my_standard'.")
    return Document(tree=tree, faults=tuple(composer.faults))


def _decode(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        kilobytes = MOST_BYTES // 1024
        raise _refusal(None, f"The file is larger than {kilobytes} kB.", "Split long texts into sibling files.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise _refusal(line, "This line is not UTF-8 text.", "Save the file as UTF-8.") from None
    if not text.strip():
        raise _refusal(None, "The file is empty.")
    for number, line in enumerate(text.split("\n"), start=1):
        _check_characters(line, number)
    return text


def _check_characters(line: str, number: int) -> None:
    for character in line:
        code = ord(character)
        if (code < 32 and character not in "\t\r") or code == 127:
            raise _refusal(number, f"A control character (U+{code:04X}) stands here.", "Delete it.")
        if code in _BIDI or code in _HIDDEN:
            raise _refusal(number, f"An invisible character (U+{code:04X}) stands here.", "Delete it.")


class _Composer:
    """Builds the tree from the parser's events, each checked before it is used."""

    def __init__(self, text: str) -> None:
        self.faults: list[Fault] = []
        self._events = _checked_events(text)

    def document(self) -> Node:
        next(self._events)  # the start of the stream
        if isinstance(next(self._events), yaml.StreamEndEvent):
            raise _refusal(None, "The file has no content.")
        tree = self._node(next(self._events))
        next(self._events)  # the end of the document
        following = next(self._events)
        if not isinstance(following, yaml.StreamEndEvent):
            line = following.start_mark.line + 1
            raise _refusal(line, "A second document ('---') starts here.", "Keep one in each file.")
        return tree

    def _node(self, event: yaml.Event) -> Node:
        line = event.start_mark.line + 1
        if isinstance(event, yaml.ScalarEvent):
            return _text(event, line)
        if isinstance(event, yaml.SequenceStartEvent):
            entries = []
            while not isinstance(inner := next(self._events), yaml.SequenceEndEvent):
                entries.append(self._node(inner))
            return Sequence(entries=tuple(entries), line=line)
        return self._mapping(line)

    def _mapping(self, line: int) -> Mapping:
        entries: dict[str, tuple[Text, Node]] = {}
        while not isinstance(inner := next(self._events), yaml.MappingEndEvent):
            key = _key(self._node(inner))
            following = self._node(next(self._events))
            if key.text in entries:
                self.faults.append(_twice(key, entries[key.text][0]))
            else:
                entries[key.text] = (key, following)
        return Mapping(entries=tuple(entries.values()), line=line)


def _key(node: Node) -> Text:
    if not isinstance(node, Text):
        remedy = "Put quotes around texts that start with [ or {."
        raise _refusal(node.line, "A list or group stands where a word is expected.", remedy)
    if node.text == "<<":
        raise _refusal(node.line, "The merge key '<<' is not allowed.", "Write the words out.")
    return node


def _twice(key: Text, first: Text) -> Fault:
    message = f"'{key.text}' stands twice; the first is on line {first.line}."
    return Fault(message=message, line=key.line, remedy="Keep one of them.")


def _checked_events(text: str) -> Iterator[yaml.Event]:
    depth = 0
    try:
        for count, event in enumerate(yaml.parse(text, Loader=_LOADER)):
            depth += isinstance(event, _OPENING) - isinstance(event, _CLOSING)
            _check_event(event, count=count, depth=depth)
            yield event
    except yaml.YAMLError as error:
        raise _syntax_fault(error) from None


def _check_event(event: yaml.Event, *, count: int, depth: int) -> None:
    line = event.start_mark.line + 1
    if count > MOST_EVENTS:
        raise _refusal(line, f"The file has more than {MOST_EVENTS} words and values.")
    if depth > MOST_DEPTH:
        raise _refusal(line, f"Lists and words are nested more than {MOST_DEPTH} deep.")
    if isinstance(event, yaml.AliasEvent):
        raise _refusal(line, f"The alias '*{event.anchor}' is not allowed.", "Write the text out.")
    if getattr(event, "anchor", None):
        raise _refusal(line, f"The anchor '&{event.anchor}' is not allowed.", "Write the text out.")
    if getattr(event, "tag", None):
        raise _refusal(line, f"The tag '{event.tag}' is not allowed.", "Leave it out.")
    if isinstance(event, yaml.DocumentStartEvent) and (event.version or event.tags):
        raise _refusal(line, "A YAML directive ('%…') is not allowed.", "Leave it out.")


def _text(event: yaml.ScalarEvent, line: int) -> Text:
    value = str(event.value)
    if any(0xD800 <= ord(character) <= 0xDFFF for character in value):
        raise _refusal(line, "A broken character (half of a surrogate pair) stands here.", "Delete it.")
    # Escapes such as "\u0000" are written plainly in the file, so they are looked at again here.
    for part in value.split("\n"):
        _check_characters(part, line)
    return Text(text=value, line=line)


def _syntax_fault(error: yaml.YAMLError) -> FaultsError:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "it cannot be read"
    return _refusal(
        mark.line + 1 if mark else None,
        f"This is not well-formed YAML: {problem}.",
        "Look at this line and the one before it: spaces at the start, quotes, colons, brackets.",
    )


def _refusal(line: int | None, message: str, remedy: str = "") -> FaultsError:
    return FaultsError([Fault(message=message, line=line, remedy=remedy)])
