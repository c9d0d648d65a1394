"""What every reader of one rubric file has at hand."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from jobquality.rubrics.answers import unit_of
from jobquality.rubrics.fields import ID, Faults, Fields, shown, text_of, well_formed
from jobquality.rubrics.model import Missing, Reading, State, Wording
from jobquality.rubrics.nodes import Mapping as Tree
from jobquality.rubrics.nodes import Node, Sequence
from jobquality.rubrics.units import Unit

_READINGS_OF_NA = (Reading.OUT.value, Reading.ZERO.value, Reading.FULL.value, "nothing")
_STATES = tuple(state.value for state in State if state is not State.VALUE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The list of faults, what may be named, and what a group hands down to what is inside it.

    `asked` are the ids of all questions, `figures` those whose answer is a number, `groups`
    the ids of what is scored of several. A scoring `rereads` what was read: there a weight
    may stand where none counts, since it was written for another way to combine.
    """

    faults: Faults
    asked: frozenset[str]
    figures: Mapping[str, Unit]
    parameters: Mapping[str, Unit]
    groups: frozenset[str] = frozenset()
    lower_is_better: bool = False
    relative_weights: bool = False
    is_inside: bool = False
    rereads: bool = False
    when: Missing = field(default_factory=Missing)
    read_as: Mapping[str, State] | None = None

    def inside(self, fields: Fields) -> "Desk":
        """Return the desk for what is inside `fields`, taking its `when` and `read_as`."""
        return replace(self, when=self.read_when(fields), read_as=self._read_as(fields))

    def again(self, faults: Faults) -> "Desk":
        """Return the desk for another reading of the whole file."""
        return replace(
            self, faults=faults, is_inside=False, rereads=True, when=Missing(), read_as=None
        )

    def below(self) -> "Desk":
        """Return the desk for what stands below the top of the file."""
        return self if self.is_inside else replace(self, is_inside=True)

    def read_when(self, fields: Fields) -> Missing:
        """Take `when: {missing: zero}`; what it does not name stays as it was."""
        line = fields.line_of("when")
        tree = fields.mapping("when")
        if tree is None:
            return self.when
        inner = Fields(tree, "'when'", self.faults)
        read = Missing(
            unknown=inner.choice("unknown", Reading, self.when.unknown),
            declined=inner.choice("declined", Reading, self.when.declined),
            missing=inner.choice("missing", Reading, self.when.missing),
            na=self._read_na(inner),
            within=read_within(inner) or self.when.within,
        )
        inner.close()
        if self.lower_is_better and Reading.ZERO in (read.unknown, read.declined, read.missing):
            message = "Where less is better, 'zero' would read what is not known as the best."
            self.faults.add(line, message, "Leave 'when' out.")
        return read

    def _read_na(self, fields: Fields) -> Reading | None:
        text = fields.word("na", _READINGS_OF_NA)
        return Reading(text) if text else self.when.na

    def _read_as(self, fields: Fields) -> Mapping[str, State] | None:
        tree = fields.mapping("read_as")
        if tree is None:
            return self.read_as
        inner = Fields(tree, "'read_as'", self.faults)
        read = {key.text: inner.word(key.text, _STATES) for key, _ in tree.entries}
        return {answer: State(word) for answer, word in read.items() if word}


def read_within(fields: Fields) -> str:
    """Take `within: region`: a fact of the profile that the members of a cohort share."""
    line = fields.line_of("within")
    text = fields.text("within").removeprefix("profile.")
    if text and not ID.fullmatch(text):
        message = f"{shown(text)} is not a fact of the profile."
        fields.faults.add(line, message, "Write within: region.")
        return ""
    return text


def read_wording(fields: Fields, *, ask_required: bool = False) -> Wording:
    """Take the texts of one id."""
    return Wording(
        title=fields.text("title"),
        ask=fields.text("ask", required=ask_required),
        help=fields.text("help"),
        about=fields.text("about"),
    )


def read_ahead(tree: Node) -> dict[str, Unit | None]:
    """Return every question of the file, with its unit where the answer is a number.

    Read before everything else, because a measure may name a figure asked further down.
    What stands in a place where nothing is asked is found too; the checks refuse its use.
    """
    found: dict[str, Unit | None] = {}
    if isinstance(tree, Sequence):
        for entry in tree.entries:
            found |= read_ahead(entry)
    if isinstance(tree, Tree):
        name, answer = text_of(tree, "criterion"), text_of(tree, "answer")
        if name:
            found[well_formed(name)] = unit_of(answer)
        for _, node in tree.entries:
            found |= read_ahead(node)
    return found


def groups_ahead(tree: Node) -> frozenset[str]:
    """Return the ids of the dimensions of a file, and of criteria that have criteria."""
    found: set[str] = set()
    entries = tree.entries if isinstance(tree, Sequence) else ()
    found.update(name for entry in entries for name in groups_ahead(entry))
    if isinstance(tree, Tree):
        is_group = any(key.text == "criteria" for key, _ in tree.entries)
        names = (text_of(tree, "dimension"), text_of(tree, "criterion") if is_group else "")
        found.update(name for name in names if name)
        found.update(name for _, node in tree.entries for name in groups_ahead(node))
    return frozenset(found)
