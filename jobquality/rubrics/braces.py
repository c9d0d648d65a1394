"""Slips inside braces that YAML takes for words: a comma in a text, no space after a colon.

`{ask: No papers, no notice}` holds two words for YAML, and the second has no value. Each slip
is named once, and reading goes on with what was meant.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from jobquality.errors import Fault
from jobquality.rubrics.curly import without_curly
from jobquality.rubrics.nodes import Node, Text

Pair = tuple[Text, Node]

_NO_SPACE = re.compile(r"([A-Za-z]\w*(?:\.\w+)?):(?!//)(.+)", re.ASCII | re.DOTALL)
_NUMBER = re.compile(r"[-$€]*[0-9]+(?:,[0-9]+)+%?")
_THOUSANDS = re.compile(r"[-$€]*[1-9][0-9]{0,2}(?:,[0-9]{3})+")
_QUOTE = 'Put straight quotes (") around the whole text'
_QUOTES = "\"'"
_MOST_SHOWN = 60
#: Such a word waits for its value; it is not the rest of a text.
_WORDS = frozenset({"answer", "ask", "basis", "from", "gives", "source", "under", "weight"})
#: Whoever reads these names a comma in the number, and looks no further.
_EDGES = frozenset({"from", "under"})


@dataclass(slots=True, kw_only=True)
class _Entry:
    """A word, what follows its colon, and what follows the commas after that."""

    key: Text
    node: Node
    rest: list[Text] = field(default_factory=list)


def mended(found: Iterable[tuple[Text, Node | None]], faults: list[Fault]) -> list[Pair]:
    """Return the words of one pair of braces with their values; note each slip in `faults`.

    What is found has no value (None) where not even a colon follows the word.
    """
    return [_closed(entry, faults) for entry in _gathered(found, faults)]


def _gathered(found: Iterable[tuple[Text, Node | None]], faults: list[Fault]) -> list[_Entry]:
    entries: list[_Entry] = []
    for key, node in found:
        spaced = _NO_SPACE.fullmatch(key.text) if node is None else None
        if node is not None:
            entries.append(_Entry(key=key, node=node))
        elif spaced:
            faults.append(_no_space(key, spaced[1], spaced[2]))
            word, value = (replace(key, text=text) for text in spaced.groups())
            entries.append(_Entry(key=word, node=value))
        elif entries and _is_open(entries[-1].node) and key.text not in _WORDS:
            entries[-1].rest.append(key)
        else:
            entries.append(_Entry(key=key, node=replace(key, text="")))
    return entries


def _is_open(node: Node) -> bool:
    return isinstance(node, Text) and node.is_plain and bool(node.text)


def _closed(entry: _Entry, faults: list[Fault]) -> Pair:
    node = entry.node
    if not isinstance(node, Text) or not node.is_plain:
        return entry.key, node
    parts = [node.text, *(more.text for more in entry.rest)]
    whole, number = ", ".join(parts), ",".join(parts)
    if node.text[:1] in _QUOTES:  # only where the space after the colon was forgotten
        whole = whole.strip(_QUOTES)
    elif entry.rest and _NUMBER.fullmatch(number):
        whole = _number(entry, number, faults)
    elif entry.rest and without_curly(whole) is None:
        faults.append(_comma_in_text(entry.rest[0], whole))
    return entry.key, replace(node, text=whole)


def _number(entry: _Entry, number: str, faults: list[Fault]) -> str:
    """Return the number that was meant, for checks of the whole file to go on with."""
    if entry.key.text in _EDGES:
        return number
    faults.append(_comma_in_number(entry.rest[0], number))
    return number.replace(",", "" if _THOUSANDS.fullmatch(number) else ".")


def _no_space(key: Text, word: str, value: str) -> Fault:
    shown = f"{word}: {value}"[:_MOST_SHOWN]
    message = f"There is no space after the colon of '{word}'."
    return Fault(message=message, line=key.line, remedy=f"Put a space after the colon: {shown}.")


def _comma_in_number(key: Text, number: str) -> Fault:
    message = f"There is a comma in the number '{number[:_MOST_SHOWN]}'."
    remedy = "Write decimals with a point (7.25), and nothing between thousands (1000)."
    return Fault(message=message, line=key.line, remedy=remedy)


def _comma_in_text(key: Text, whole: str) -> Fault:
    message = f"In braces the comma before '{key.text[:_MOST_SHOWN]}' starts a new word."
    is_short = len(whole) <= _MOST_SHOWN and '"' not in whole
    remedy = f'{_QUOTE}: "{whole}".' if is_short else f"{_QUOTE}."
    return Fault(message=message, line=key.line, remedy=remedy)
