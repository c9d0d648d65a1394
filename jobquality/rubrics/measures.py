"""Read `of`, `to` and `under`: the parts that a figure is worked out from."""

from dataclasses import dataclass
from itertools import chain

from jobquality.rubrics.answers import UNKNOWN, read_unit
from jobquality.rubrics.desk import Desk
from jobquality.rubrics.fields import Fields, as_list, shown, text_of, well_formed
from jobquality.rubrics.model import AnswerKind, Asked, Measure, Term
from jobquality.rubrics.nodes import Mapping, Node, Text
from jobquality.rubrics.units import NAMED_NUMBERS, UNITS, Unit, in_words, product

_WORDS = ("of", "to", "under")
_MOST_PARTS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMeasure:
    """A measure, and the trees of the parts that are asked for inside it."""

    measure: Measure
    parts: tuple[Mapping, ...]


def read_measure(fields: Fields, unit: Unit | None, desk: Desk) -> ReadMeasure | None:
    """Take the measure of a criterion; None when its figure is simply asked for."""
    if not any(fields.has(word) for word in _WORDS):
        return None
    line = fields.line_of("of")
    trees = {word: as_list(fields.node(word)) for word in _WORDS}
    of, to, cap = (_terms(trees[word], desk) for word in _WORDS)
    if not trees["of"]:
        desk.faults.add(line, "A measure has no part in 'of'.", "Add the figure it starts from.")
    if len(trees["under"]) > 1:
        message = "'under' beside 'of' names more than one part."
        desk.faults.add(line, message, "Keep the one that the figure is never more than.")
    if len(of) + len(to) > _MOST_PARTS:
        message = f"A figure is worked out from more than {_MOST_PARTS} parts."
        desk.faults.add(line, message, "Ask for some of it as one number.")
    measure = Measure(of=of, to=to, cap=cap[0] if cap else None)
    is_complete = (len(of), len(to)) == (len(trees["of"]), len(trees["to"]))
    _check_units(measure, unit, desk, line=line, is_complete=is_complete)
    parts = (tree for word in _WORDS for tree in trees[word] if isinstance(tree, Mapping))
    return ReadMeasure(measure=measure, parts=tuple(part for part in parts if _is_part(part)))


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
    if name in desk.figures:
        return Term(kind=Asked.FIGURE, name=name, unit=desk.figures[name])
    if name in desk.parameters:
        return Term(kind=Asked.PARAMETER, name=name, unit=desk.parameters[name])
    if name in NAMED_NUMBERS:
        number, unit = NAMED_NUMBERS[name]
        return Term(kind=Asked.NUMBER, name=name, unit=unit, number=number)
    desk.faults.unknown(
        text.line,
        f"{shown(name)} is no figure, parameter or named number.",
        word=name,
        known=chain(desk.figures, desk.parameters, NAMED_NUMBERS),
        otherwise="Ask for it here: {criterion: …, ask: …, answer: …}.",
    )
    return None


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


def _check_units(
    measure: Measure, unit: Unit | None, desk: Desk, *, line: int, is_complete: bool
) -> None:
    if unit is None:
        message = "Only a number can be worked out from parts."
        desk.faults.add(
            line, message, "Give the criterion a unit as its answer, or leave 'of' out."
        )
        return
    cap = measure.cap
    if any(one is UNKNOWN for one in (unit, *(term.unit for term in _terms_of(measure)))):
        return
    found = product((term.unit for term in measure.of), (term.unit for term in measure.to))
    if is_complete and measure.of and found != unit.dimension:
        desk.faults.add(
            line,
            f"The units do not work out: 'of' and 'to' give {in_words(found)}, "
            f"but the answer is in {unit.name} ({in_words(unit.dimension)}).",
            "Look for a part that is missing, or in the wrong list.",
        )
    if cap is not None and cap.unit.dimension != unit.dimension:
        message = f"The cap '{cap.name}' is in {cap.unit.name}, but the answer is in {unit.name}."
        desk.faults.add(line, message, "Name a cap in the unit of the answer.")


def _terms_of(measure: Measure) -> tuple[Term, ...]:
    return (*measure.of, *measure.to, *((measure.cap,) if measure.cap else ()))
