"""Take a file's tree apart, word by word, and note every fault on the way.

Nothing here raises: a fault is noted with its line and reading goes on with a harmless
stand-in, so that an author sees everything that is wrong at once.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from enum import StrEnum
from fractions import Fraction
from itertools import islice
from typing import TypeVar

from jobquality.errors import Fault, FaultsError
from jobquality.rubrics.nodes import Mapping, Node, Sequence, Text
from jobquality.rubrics.units import how_to_write, read_number

ID = re.compile(r"[a-z][a-z0-9_]{0,79}")
MOST_TEXT = 2_000
#: How much of two spellings is the same, in percent, where one may be meant for the other.
ALIKE = 60
ID_REMEDY = "Use small letters a to z, digits and _, starting with a letter; 80 at most."
_WELL_FORMED = "small letters a to z, digits and _ only"
_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
_SHOWN = 60
# Comparing spellings takes 10 µs a pair: a hostile file may not ask for millions of them.
_MOST_COMPARED = 1_000
_MOST_HINTS = 100
_MOST_FAULTS = 1_000
_Choice = TypeVar("_Choice", bound=StrEnum)


class Faults:
    """The list that every reader of one file writes to; `words` are the words it uses."""

    def __init__(self, found: Iterable[Fault] = ()) -> None:
        self.found = list(found)
        self.words: set[str] = set()
        self._hints = _MOST_HINTS

    def add(self, line: int | None, message: str, remedy: str = "") -> None:
        """Note one fault."""
        self.found.append(Fault(message=message, line=line, remedy=remedy))

    def unknown(
        self,
        line: int | None,
        message: str,
        *,
        word: str,
        known: Iterable[str],
        otherwise: str = "",
    ) -> None:
        """Note a word that nobody knows, with the nearest known one or else another remedy."""
        close = self.likely(word, known)
        self.add(line, message, f"Did you mean '{close}'?" if close else otherwise)

    def likely(self, word: str, known: Iterable[str], *, alike: int = ALIKE) -> str:
        """Return the well-formed known word that is spelt most like `word`, or nothing."""
        self._hints -= 1
        if self._hints < 0:
            return ""
        well_formed = (one for one in islice(known, _MOST_COMPARED) if ID.fullmatch(one))
        return closest(word, well_formed, alike=alike)

    def check(self) -> None:
        """Be quiet when nothing was noted.

        Raises:
            FaultsError: something was; carries the faults in the order of the file, and where
                there are more than a person could read, how many more.
        """
        if self.found:
            named = sorted(self.found, key=lambda fault: fault.line or 0)
            more = len(named) - _MOST_FAULTS
            rest = [Fault(message=f"There are {more} more faults.")] if more > 0 else []
            raise FaultsError([*named[:_MOST_FAULTS], *rest])


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the sentence `Did you mean 'x'?` for the nearest known word, or nothing."""
    close = closest(word, known)
    return f"Did you mean '{close}'?" if close else ""


def closest(word: str, known: Iterable[str], *, alike: int = ALIKE) -> str:
    """Return the known word that is spelt most like `word`, or nothing."""
    compared = list(islice(known, _MOST_COMPARED))
    return next(iter(get_close_matches(word[:_SHOWN], compared, n=1, cutoff=alike / 100)), "")


def one_of(known: Iterable[str]) -> str:
    """Return `Use a, b or c.` for people."""
    *words, last = known
    return f"Use {', '.join(words)} or {last}." if words else f"Use {last}."


def shown(text: str) -> str:
    """Return a text in quotes for a message, cut where it is long."""
    return f"'{text[:_SHOWN]}…'" if len(text) > _SHOWN else f"'{text}'"


def one_line(text: str) -> str:
    """Return a text with single spaces between its words and none around it."""
    return " ".join(text.split())


def well_formed(text: str) -> str:
    """Return an id as it is, and of another text the id that it could be: `Sick Hours`, sick_hours.

    A text of which nothing can be made stays as it is.
    """
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    made = text if ID.fullmatch(text) else _NOT_IN_ID.sub("_", letters).strip("_")
    return made if ID.fullmatch(made) else text


def _id_remedy(text: str) -> str:
    made = well_formed(text)
    return f"Write {made}: {_WELL_FORMED}." if ID.fullmatch(made) else ID_REMEDY


def text_of(tree: Mapping, word: str) -> str:
    """Return the text of a word without taking it; empty when there is none."""
    texts = (node.text for key, node in tree.entries if key.text == word and isinstance(node, Text))
    return one_line(next(texts, ""))


class Fields:
    """The words of one mapping; each is taken once, and what is left over is a fault."""

    def __init__(self, tree: Mapping, what: str, faults: Faults) -> None:
        self.line = tree.line
        self.what = what
        self.faults = faults
        self._left = {key.text: (key, node) for key, node in tree.entries}
        self._known: list[str] = []

    @property
    def known(self) -> tuple[str, ...]:
        """Every word that was looked for so far."""
        return tuple(self._known)

    def has(self, word: str) -> bool:
        """Say whether `word` is there and has not been taken yet."""
        self._known.append(word)
        return word in self._left

    def lists(self, word: str, inner: str) -> bool:
        """Say whether an entry of the list `word` has the word `inner`; neither is taken."""
        _, node = self._left.get(word, (None, None))
        entries = as_list(node) if isinstance(node, Sequence) else ()
        trees = [entry for entry in entries if isinstance(entry, Mapping)]
        return any(key.text == inner for tree in trees for key, _ in tree.entries)

    def peek(self, word: str) -> str:
        """Return the text of a word without taking it; empty where it is none."""
        _, node = self._left.get(word, (None, None))
        return one_line(node.text) if isinstance(node, Text) else ""

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
        """Take a text on one line; empty when it is not there."""
        line = self.line_of(word)
        node = self.node(word)
        if node is None:
            if required:
                self.faults.add(
                    line, f"{self.what.capitalize()} has no '{word}'.", f"Add {word}: …"
                )
            return ""
        if not isinstance(node, Text):
            remedy = "Write its value on the same line, after the colon."
            self.faults.add(line, f"'{word}' must be one text, not a list or group.", remedy)
            return ""
        return self._checked(word, node)

    def _checked(self, word: str, node: Text) -> str:
        text = one_line(node.text)
        if not text:
            remedy = "Write its value after the colon, or leave the word out. A # starts a note."
            self.faults.add(node.line, f"'{word}' is empty.", remedy)
        if len(text) > MOST_TEXT:
            message = f"This text has {len(text)} letters; {MOST_TEXT} is the most."
            self.faults.add(node.line, message, "Make it shorter.")
        return text[:MOST_TEXT]

    def id(self, word: str) -> str:
        """Take an id; where it is missing or malformed, what it could be, or no id at all."""
        line = self.line_of(word)
        text = self.text(word, required=True)
        if text and not ID.fullmatch(text):
            self.faults.add(line, f"{shown(text)} cannot be an id.", _id_remedy(text))
        return well_formed(text) or f"line {line}"

    def number(self, word: str) -> Fraction | None:
        """Take an exact number, or None when it is not there or is none."""
        line = self.line_of(word)
        text = self.text(word)
        number = read_number(text)
        if text and number is None:
            self.faults.add(line, f"'{word}: {text[:_SHOWN]}' is not a number.", how_to_write(text))
        return number

    def choice(self, word: str, kinds: type[_Choice], default: _Choice) -> _Choice:
        """Take one of a closed list of words."""
        text = self.word(word, [kind.value for kind in kinds])
        return kinds(text) if text else default

    def word(self, word: str, known: Iterable[str]) -> str:
        """Take one of the known words; empty when it is not there or is none of them."""
        line = self.line_of(word)
        text = self.text(word)
        if not text or text in known:
            return text
        message = f"'{word}' cannot be {shown(text)}."
        self.faults.unknown(line, message, word=text, known=known, otherwise=one_of(known))
        return ""

    def flag(self, word: str) -> bool:
        """Take `yes` or `no`; no when it is not there."""
        return self.word(word, ("yes", "no")) == "yes"

    def ids(self, word: str) -> tuple[str, ...]:
        """Take a list of ids; a single one may stand without brackets."""
        found: list[str] = []
        for entry in as_list(self.node(word)):
            text = entry.text if isinstance(entry, Text) else ""
            if ID.fullmatch(text):
                found.append(text)
            else:
                named = shown(text) if text else "An empty entry or a group"
                self.faults.add(entry.line, f"{named} in '{word}' is not an id.", _id_remedy(text))
        return tuple(found)

    def groups(self, word: str) -> Iterator[Mapping]:
        """Take a list of mappings (`- word: …`)."""
        node = self.node(word)
        if node is not None and not isinstance(node, Sequence):
            remedy = "Put each entry on a line of its own that starts with a dash."
            self.faults.add(node.line, f"'{word}' must be a list.", remedy)
        for entry in as_list(node) if isinstance(node, Sequence) else ():
            if isinstance(entry, Mapping):
                yield entry
            else:
                message = f"An entry of '{word}' is not made of words and values."
                self.faults.add(entry.line, message, "Write it as '- word: value'.")

    def mapping(self, word: str) -> Mapping | None:
        """Take a mapping, or None."""
        line = self.line_of(word)
        node = self.node(word)
        if node is None or isinstance(node, Mapping):
            return node
        message = f"'{word}' must have words and values."
        self.faults.add(line, message, f"Write it as {word}: {{word: value}}.")
        return None

    def numbers(self, word: str) -> Iterator[tuple[Text, Fraction]]:
        """Take a mapping from words to numbers."""
        tree = self.mapping(word)
        for key, node in tree.entries if tree else ():
            text = one_line(node.text) if isinstance(node, Text) else ""
            number = read_number(text)
            if number is not None:
                yield key, number
            else:
                self.faults.add(
                    key.line, f"'{key.text}' in '{word}' needs a number.", how_to_write(text)
                )

    def close(self) -> None:
        """Note every word that nobody took as a fault, with the nearest known word."""
        for key, _ in self._left.values():
            message = f"'{key.text}' is not a word of {self.what}."
            known = () if _slip(key.text) else self._known
            otherwise = _slip(key.text) or "See the list of words in docs/rubric-language.md."
            self.faults.unknown(key.line, message, word=key.text, known=known, otherwise=otherwise)


def _slip(word: str) -> str:
    """Return what to do about a word that is one by a slip of the hand only."""
    if ":" in word:
        return "Leave a space after the colon."
    if word.isdecimal():
        return "Write decimals with a point (7.25), and nothing between thousands (1000)."
    return ""


def as_list(node: Node | None) -> tuple[Node, ...]:
    """Return the entries of a list; anything else is a list of one, nothing of none."""
    if node is None:
        return ()
    return node.entries if isinstance(node, Sequence) else (node,)
