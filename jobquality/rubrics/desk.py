"""What every reader of one rubric file has at hand."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from jobquality.rubrics import yamltext
from jobquality.rubrics.fields import Faults, Fields
from jobquality.rubrics.model import Missing, Reading, State, Wording
from jobquality.rubrics.units import UNITS, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The shared list of faults, the figures and parameters that may be named, and what a
    group hands down to what is inside it.
    """

    faults: Faults
    figures: Mapping[str, Unit]
    parameters: Mapping[str, Unit]
    when: Missing = Missing()
    read_as: Mapping[str, State] | None = None

    def inside(self, fields: Fields) -> "Desk":
        """Return the desk for what is inside `fields`, taking its `when` and `read_as`."""
        return replace(self, when=read_when(fields, self.when), read_as=self._read_as(fields))

    def _read_as(self, fields: Fields) -> Mapping[str, State] | None:
        tree = fields.mapping("read_as")
        if tree is None:
            return self.read_as
        inner = Fields(tree, "'read_as'", self.faults)
        return {key.text: inner.choice(key.text, State, State.UNKNOWN) for key, _ in tree.entries}


def read_when(fields: Fields, default: Missing) -> Missing:
    """Take `when: {missing: zero}`; what it does not name stays as it was."""
    tree = fields.mapping("when")
    if tree is None:
        return default
    inner = Fields(tree, "'when'", fields.faults)
    read = Missing(
        unknown=inner.choice("unknown", Reading, default.unknown),
        declined=inner.choice("declined", Reading, default.declined),
        missing=inner.choice("missing", Reading, default.missing),
    )
    inner.close()
    return read


def read_wording(fields: Fields, *, ask_required: bool = False) -> Wording:
    """Take the texts of one id."""
    return Wording(
        title=fields.text("title"),
        ask=fields.text("ask", required=ask_required),
        help=fields.text("help"),
        about=fields.text("about"),
    )


def figure_units(tree: yamltext.Node) -> dict[str, Unit]:
    """Return every question of the file whose answer is a number, with its unit.

    Read ahead of everything else, because a measure may name a figure asked further down.
    """
    found: dict[str, Unit] = {}
    if isinstance(tree, yamltext.Sequence):
        for entry in tree.entries:
            found |= figure_units(entry)
    if isinstance(tree, yamltext.Mapping):
        texts = {key.text: node.text for key, node in tree.entries if isinstance(node, yamltext.Text)}
        if texts.get("answer") in UNITS and "criterion" in texts:
            found[texts["criterion"]] = UNITS[texts["answer"]]
        for _, node in tree.entries:
            found |= figure_units(node)
    return found
