"""Read `of`, `to` and `under`: the parts that a figure is worked out from."""

from dataclasses import dataclass
from fractions import Fraction

from jobquality.rubrics.desk import Desk
from jobquality.rubrics.fields import Fields, as_list, nearest
from jobquality.rubrics.model import Asked, Measure, Term
from jobquality.rubrics.units import ANSWER_UNITS, NAMED_NUMBERS, UNITS, Unit, in_words, product
from jobquality.rubrics.yamltext import Mapping, Node, Text



@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMeasure:
    """A measure, and the trees of the parts that are asked for inside it."""

    measure: Measure
    parts: tuple[Mapping, ...]


def read_measure(fields: Fields, unit: Unit | None, desk: Desk) -> ReadMeasure | None:
    """Take the measure of a criterion; None when its figure is simply asked for."""
    if not any(fields.has(word) for word in ("of", "to", "under")):
        return None
    line = fields.line_of("of")
    trees = {word: as_list(fields.node(word)) for word in ("of", "to", "under")}
    of, to, cap = (_terms(trees[word], desk) for word in ("of", "to", "under"))
    if not of:
        desk.faults.add(line, "A measure needs at least one part in 'of'.")
    if len(cap) > 1:
        desk.faults.add(line, "'under' beside a measure names one part only.")
    measure = Measure(of=of, to=to, cap=cap[0] if cap else None)
    _check_units(measure, unit, line, desk)
    parts = [tree for word in trees for tree in trees[word] if _is_part(tree)]
    return ReadMeasure(measure=measure, parts=tuple(part for part in parts if isinstance(part, Mapping)))


def _is_part(tree: Node) -> bool:
    return isinstance(tree, Mapping) and any(key.text == "criterion" for key, _ in tree.entries)


def _terms(trees: tuple[Node, ...], desk: Desk) -> tuple[Term, ...]:
    return tuple(term for tree in trees if (term := _term(tree, desk)) is not None)


def _term(tree: Node, desk: Desk) -> Term | None:
    if isinstance(tree, Text):
        return _named(tree, desk)
    if not isinstance(tree, Mapping):
        desk.faults.add(tree.line, "A list inside a list of parts.", "Write one part after the other.")
        return None
    if _is_part(tree):
        texts = {key.text: node.text for key, node in tree.entries if isinstance(node, Text)}
        return _part(texts["criterion"], desk) if "criterion" in texts else None
    return _fixed(tree, desk)


def _part(name: str, desk: Desk) -> Term | None:
    # A part whose unit is not known is reported where the part itself is read.
    return Term(kind=Asked.FIGURE, name=name, unit=desk.figures[name]) if name in desk.figures else None


def _named(text: Text, desk: Desk) -> Term | None:
    name = text.text
    if name in desk.figures:
        return Term(kind=Asked.FIGURE, name=name, unit=desk.figures[name])
    if name in desk.parameters:
        return Term(kind=Asked.PARAMETER, name=name, unit=desk.parameters[name])
    if name in NAMED_NUMBERS:
        number, unit = NAMED_NUMBERS[name]
        return Term(kind=Asked.NUMBER, name=name, unit=unit, number=number)
    known = [*desk.figures, *desk.parameters, *NAMED_NUMBERS]
    remedy = nearest(name, known) or "Ask for it here: {criterion: …, ask: …, answer: …}."
    desk.faults.add(text.line, f"'{name}' is no figure, parameter or named number.", remedy)
    return None


def _fixed(tree: Mapping, desk: Desk) -> Term | None:
    fields = Fields(tree, "a part of a measure", desk.faults)
    name = fields.text("answer", required=True)
    number = fields.number("gives")
    fields.close()
    if number is None or number <= 0:
        desk.faults.add(tree.line, "A fixed number needs 'gives' with a number above 0.")
        return None
    if name not in ANSWER_UNITS:
        desk.faults.add(tree.line, f"'{name}' is not a unit.", nearest(name, ANSWER_UNITS))
        return None
    return Term(kind=Asked.NUMBER, name=name, unit=UNITS[name], number=number)


def _check_units(measure: Measure, unit: Unit | None, line: int, desk: Desk) -> None:
    if unit is None:
        desk.faults.add(line, "Only a criterion whose answer is a number can be worked out from parts.")
        return
    found = product([term.unit for term in measure.of], [term.unit for term in measure.to])
    if measure.of and found != unit.dimension:
        desk.faults.add(
            line,
            f"The units do not work out: 'of' and 'to' give {in_words(found)}, "
            f"but the answer is in {unit.name} ({in_words(unit.dimension)}).",
            "Look for a part that is missing, or in the wrong list.",
        )
    if measure.cap is not None and measure.cap.unit.dimension != unit.dimension:
        desk.faults.add(line, f"The cap '{measure.cap.name}' is in {measure.cap.unit.name}, the answer in {unit.name}.")


def number_in_base(number: Fraction, unit: Unit) -> Fraction:
    """Return a number of `unit` in base units: 85 percent is 0.85."""
    return number * unit.factor
