"""Take a file's tree apart, word by word, and note every fault on the way.

Nothing here raises: a fault is noted with its line and reading goes on with a harmless
stand-in, so that an author sees everything that is wrong at once.
"""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from jobquality.errors import Fault
from jobquality.rubrics.units import read_number
from jobquality.rubrics.yamltext import Mapping, Node, Sequence, Text

ID = re.compile(r"[a-z][a-z0-9_]{0,79}")
MOST_TEXT = 2_000
_Choice = TypeVar("_Choice", bound=StrEnum)


class Faults:
    """The list that every reader of one file writes to; `words` are the words it uses."""

    def __init__(self, found: Iterable[Fault] = ()) -> None:
        self.found = list(found)
        self.words: set[str] = set()

    def add(self, line: int | None, message: str, remedy: str = "") -> None:
        """Note one fault."""
        self.found.append(Fault(message=message, line=line, remedy=remedy))


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the sentence `Did you mean 'x'?` for the nearest known word, or nothing."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"Did you mean '{close[0]}'?" if close else ""


def one_of(known: Iterable[str]) -> str:
    """Return `Use a, b or c.` for people."""
    words = list(known)
    if len(words) < 2:
        return f"Use {''.join(words)}."
    return f"Use {', '.join(words[:-1])} or {words[-1]}."


class Fields:
    """The words of one mapping; each is taken once, and what is left over is a fault."""

    def __init__(self, tree: Mapping, what: str, faults: Faults) -> None:
        self.line = tree.line
        self.what = what
        self.faults = faults
        self._left = {key.text: (key, node) for key, node in tree.entries}
        self._known: list[str] = []

    def has(self, word: str) -> bool:
        """Say whether `word` is there and has not been taken yet."""
        return word in self._left

    def line_of(self, word: str) -> int:
        """Return the line of a word that was not taken yet, else of the mapping."""
        return self._left[word][0].line if word in self._left else self.line

    def node(self, word: str) -> Node | None:
        """Take `word` as it is, or None."""
        self._known.append(word)
        key, node = self._left.pop(word, (None, None))
        if key is not None:
            self.faults.words.add(word)
        return node

    def text(self, word: str, *, required: bool = False) -> str:
        """Take a text; empty when it is not there."""
        line = self.line_of(word)
        node = self.node(word)
        if node is None:
            if required:
                self.faults.add(self.line, f"{self.what} has no '{word}'.")
            return ""
        if not isinstance(node, Text):
            self.faults.add(line, f"'{word}' must be one text, not a list or group.")
            return ""
        if not node.text.strip() and required:
            self.faults.add(line, f"'{word}' is empty.")
        return checked_text(node, self.faults)

    def id(self, word: str) -> str:
        """Take an id; a stand-in when it is missing or malformed."""
        line = self.line_of(word)
        text = self.text(word, required=True)
        if text and not ID.fullmatch(text):
            remedy = "Use small letters a to z, digits and _, starting with a letter."
            self.faults.add(line, f"'{text}' cannot be an id.", remedy)
        return text or f"line_{line}"

    def number(self, word: str) -> Fraction | None:
        """Take an exact number, or None when it is not there or is none."""
        line = self.line_of(word)
        text = self.text(word)
        if not text:
            return None
        number = read_number(text)
        if number is None:
            remedy = "Write it as 7, 7.25 or -1."
            self.faults.add(line, f"'{word}: {text}' is not a number.", remedy)
        return number

    def choice(self, word: str, kinds: type[_Choice], default: _Choice) -> _Choice:
        """Take one of a closed list of words."""
        line = self.line_of(word)
        text = self.text(word)
        if not text or text in set(kinds):
            return kinds(text) if text else default
        remedy = nearest(text, kinds) or one_of(kinds)
        self.faults.add(line, f"'{word}' cannot be '{text}'.", remedy)
        return default

    def flag(self, word: str) -> bool:
        """Take `yes` or `no`; no when it is not there."""
        line = self.line_of(word)
        text = self.text(word)
        if text not in ("", "yes", "no"):
            self.faults.add(line, f"'{word}' cannot be '{text}'.", "Use yes or no.")
        return text == "yes"

    def ids(self, word: str) -> tuple[str, ...]:
        """Take a list of ids; a single one may stand without brackets."""
        line = self.line_of(word)
        node = self.node(word)
        found: list[str] = []
        for entry in as_list(node):
            if isinstance(entry, Text) and ID.fullmatch(entry.text):
                found.append(entry.text)
            else:
                shown = entry.text if isinstance(entry, Text) else "a group"
                self.faults.add(entry.line or line, f"'{shown}' in '{word}' is not an id.")
        return tuple(found)

    def groups(self, word: str) -> Iterator[Mapping]:
        """Take a list of mappings (`- word: …`)."""
        node = self.node(word)
        if isinstance(node, Text):
            self.faults.add(node.line, f"'{word}' must be a list; start each entry with a dash.")
            return
        for entry in as_list(node):
            if isinstance(entry, Mapping):
                yield entry
            else:
                self.faults.add(entry.line, f"An entry of '{word}' must have words and values.")

    def mapping(self, word: str) -> Mapping | None:
        """Take a mapping, or None."""
        line = self.line_of(word)
        node = self.node(word)
        if node is None or isinstance(node, Mapping):
            return node
        self.faults.add(line, f"'{word}' must have words and values: {word}: {{name: value}}.")
        return None

    def close(self) -> None:
        """Note every word that nobody took as a fault, with the nearest known word."""
        for key, _ in self._left.values():
            remedy = nearest(key.text, self._known) or "See the list of words in docs/rubric-language.md."
            self.faults.add(key.line, f"'{key.text}' is not a word of {self.what}.", remedy)


def as_list(node: Node | None) -> tuple[Node, ...]:
    """Return the entries of a list; anything else is a list of one, nothing of none."""
    if node is None:
        return ()
    return node.entries if isinstance(node, Sequence) else (node,)


def checked_text(node: Text, faults: Faults) -> str:
    """Return a text without the white space around it; too long is a fault."""
    text = " ".join(node.text.split())
    if len(text) > MOST_TEXT:
        faults.add(node.line, f"This text has {len(text)} characters; {MOST_TEXT} is the most.")
        return text[:MOST_TEXT]
    return text
