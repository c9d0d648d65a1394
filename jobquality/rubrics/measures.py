"""Read the parts that a figure is worked out from: `of`, `to`, `sum`, `share` and the like."""

from dataclasses import dataclass
from itertools import chain

from jobquality.rubrics.answers import read_unit
from jobquality.rubrics.desk import Desk
from jobquality.rubrics.fields import Fields, as_list, shown, text_of, well_formed
from jobquality.rubrics.measured import check_units
from jobquality.rubrics.model import AnswerKind, Asked, How, Measure, Term
from jobquality.rubrics.nodes import Mapping, Node, Text
from jobquality.rubrics.units import NAMED_NUMBERS, UNITS, Unit, read_number

_WORDS = ("of", "to", "under")
#: What is compared with, where it is made of two lists.
_PAIRS = {How.SHARE: "in", How.CHANGE: "since", How.POWER: "to"}
_MOST_PARTS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMeasure:
    """A measure, and the trees of the parts that are asked for inside it."""

    measure: Measure
    parts: tuple[Mapping, ...]


def read_measure(fields: Fields, unit: Unit | None, desk: Desk) -> ReadMeasure | None:
    """Take the measure of a criterion; None when its figure is simply asked for."""
    how = _read_how(fields)
    if how is None and not any(fields.has(word) for word in _WORDS):
        return None
    line = fields.line_of("of")
    trees = _trees(fields, how)
    of, to, cap = (_terms(trees[word], desk) for word in _WORDS)
    if not trees["of"]:
        desk.faults.add(line, "A measure has no part in 'of'.", "Add the figure it starts from.")
    if len(trees["under"]) > 1:
        message = "'under' beside 'of' names more than one part."
        desk.faults.add(line, message, "Keep the one that the figure is never more than.")
    if len(of) + len(to) > _MOST_PARTS:
        message = f"A figure is worked out from more than {_MOST_PARTS} parts."
        desk.faults.add(line, message, "Ask for some of it as one number.")
    measure = Measure(of=of, to=to, cap=cap[0] if cap else None, how=how)
    is_complete = (len(of), len(to)) == (len(trees["of"]), len(trees["to"]))
    check_units(measure, unit, desk, line=line, is_complete=is_complete)
    parts = (tree for word in _WORDS for tree in trees[word] if isinstance(tree, Mapping))
    return ReadMeasure(measure=measure, parts=tuple(part for part in parts if _is_part(part)))


def _read_how(fields: Fields) -> How | None:
    """Return how the parts are joined, where a word says so; it is not taken yet."""
    given = [how for how in How if fields.has(how.value)]
    if len(given) > 1 or (given and fields.has("of")):
        names = [how.value for how in given] + (["of"] if fields.has("of") else [])
        message = f"{shown(names[0])} and {shown(names[1])} stand side by side."
        fields.faults.add(fields.line, message, "Keep one, and make the other a figure of its own.")
    return given[0] if given else None


def _trees(fields: Fields, how: How | None) -> dict[str, tuple[Node, ...]]:
    """Take the parts: what is above, what is below, and the cap."""
    if how is None:
        return {word: as_list(fields.node(word)) for word in _WORDS}
    cap = as_list(fields.node("under"))
    if how not in _PAIRS:
        return {"of": as_list(fields.node(how.value)), "to": (), "under": cap}
    tree = fields.mapping(how.value)
    if tree is None:
        return {"of": (), "to": (), "under": cap}
    inner = Fields(tree, f"'{how.value}'", fields.faults)
    below = _PAIRS[how]
    if not inner.has(below):
        message = f"'{how.value}' has no '{below}'."
        fields.faults.add(tree.line, message, f"Write {how.value}: {{of: …, {below}: …}}.")
    of, to = as_list(inner.node("of")), as_list(inner.node(below))
    inner.close()
    if how is How.POWER:
        to = tuple(_exponent(node) for node in to)
    return {"of": of, "to": to, "under": cap}


def _exponent(node: Node) -> Node:
    """Return the number that stands after `to` of a power as a fixed number."""
    if not isinstance(node, Text) or read_number(node.text) is None:
        return node
    words = (("answer", "number"), ("gives", node.text))
    entries = tuple(
        (Text(text=word, line=node.line), Text(text=text, line=node.line)) for word, text in words
    )
    return Mapping(entries=entries, line=node.line)


def _is_part(tree: Mapping) -> bool:
    return any(key.text == "criterion" for key, _ in tree.entries)


def _terms(trees: tuple[Node, ...], desk: Desk) -> tuple[Term, ...]:
    return tuple(term for tree in trees if (term := _term(tree, desk)) is not None)


def _term(tree: Node, desk: Desk) -> Term | None:
    if isinstance(tree, Text):
        return _named(tree, desk)
    if not isinstance(tree, Mapping):
        message = "A list stands inside a list of parts."
        desk.faults.add(tree.line, message, "Write one part below the other.")
        return None
    return _part(tree, desk) if _is_part(tree) else _fixed(tree, desk)


def _part(tree: Mapping, desk: Desk) -> Term | None:
    name = well_formed(text_of(tree, "criterion"))
    if name in desk.figures:
        return Term(kind=Asked.FIGURE, name=name, unit=desk.figures[name])
    # An answer that is no kind at all is reported where the part itself is read.
    if text_of(tree, "answer") in set(AnswerKind):
        message = f"The part {shown(name)} is not a number, so nothing can be worked out from it."
        desk.faults.add(tree.line, message, "Give it a unit: answer: people, …")
    return None


def _named(text: Text, desk: Desk) -> Term | None:
    name = text.text
    known = _known(name, desk)
    if known is not None:
        return known
    desk.faults.unknown(
        text.line,
        f"{shown(name)} is no figure, parameter or named number.",
        word=name,
        known=chain(desk.figures, desk.parameters, NAMED_NUMBERS),
        otherwise="Ask for it here: {criterion: …, ask: …, answer: …}.",
    )
    return None


def _known(name: str, desk: Desk) -> Term | None:
    """Return what a name stands for: a figure, a parameter, a number, or another score."""
    if name in desk.figures:
        return Term(kind=Asked.FIGURE, name=name, unit=desk.figures[name])
    if name in desk.parameters:
        return Term(kind=Asked.PARAMETER, name=name, unit=desk.parameters[name])
    if name in NAMED_NUMBERS:
        number, unit = NAMED_NUMBERS[name]
        return Term(kind=Asked.NUMBER, name=name, unit=unit, number=number)
    is_scored = name in desk.groups or name in desk.asked
    return Term(kind=Asked.NODE, name=name, unit=UNITS["number"]) if is_scored else None


def _fixed(tree: Mapping, desk: Desk) -> Term | None:
    noted = len(desk.faults.found)
    fields = Fields(tree, "a part of a measure", desk.faults)
    name = read_unit(fields, "answer")
    number = fields.number("gives")
    fields.close()
    if name and number is not None and number > 0:
        return Term(kind=Asked.NUMBER, name=name, unit=UNITS[name], number=number)
    if len(desk.faults.found) == noted:
        message = "This part asks for nothing and is no fixed number above 0."
        remedy = "Write {criterion: …, ask: …, answer: …} or {answer: hours_per_week, gives: 30}."
        desk.faults.add(tree.line, message, remedy)
    return None
