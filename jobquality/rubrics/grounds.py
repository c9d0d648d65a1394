"""Read what every line of `points` may say: what it gives, what that rests on, what it takes."""

from fractions import Fraction

from jobquality.rubrics.fields import Fields, as_list, one_of, shown
from jobquality.rubrics.model import Basis, Grounds
from jobquality.rubrics.nodes import Mapping, Node, Text
from jobquality.rubrics.steps import Backing, Needs
from jobquality.rubrics.units import read_number


def read_grounds(fields: Fields, default: Grounds) -> Grounds:
    """Take `basis` and `source`; what is not there comes from the criterion."""
    line, is_said = fields.line_of("basis"), fields.has("basis") or default.is_said
    source_line = fields.line_of("source") if fields.has("source") else default.line
    basis = fields.choice("basis", Basis, default.basis)
    source = fields.text("source") or default.source
    if basis is not Basis.EDITORIAL and not source:
        message = f"A threshold with 'basis: {basis}' has no source."
        fields.faults.add(line, message, "Add source: …, or write basis: editorial.")
    return Grounds(basis=basis, source=source, is_said=is_said, line=source_line)


def read_gives(fields: Fields) -> Fraction:
    """Take the points of one line of `points`; 0 where they are missing, which is a fault."""
    if not fields.has("gives"):
        message = "This line of 'points' does not say what it gives."
        fields.faults.add(fields.line, message, "Add gives: and the points.")
    return fields.number("gives") or Fraction(0)


def read_cost(fields: Fields) -> Fraction | None:
    """Take `cost`, the effort of coming to this line; None where it is not there."""
    line = fields.line_of("cost")
    cost = fields.number("cost")
    if cost is not None and cost < 0:
        fields.faults.add(line, "A cost is below 0.", "Write 0 or more.")
        return None
    return cost


def read_needs(fields: Fields) -> Needs | None:
    """Take `needs: url`, `needs: [reason, url]` or `needs: {reason: 20}` (letters)."""
    node = fields.node("needs")
    if node is None:
        return None
    keys = (
        [(key.text, key.line) for key, _ in node.entries]
        if isinstance(node, Mapping)
        else [
            (entry.text if isinstance(entry, Text) else "", entry.line) for entry in as_list(node)
        ]
    )
    known = [one.value for one in Backing]
    for word, line in keys:
        if word not in known:
            message = f"'needs' cannot be {shown(word)}."
            fields.faults.unknown(line, message, word=word, known=known, otherwise=one_of(known))
    backing = tuple(Backing(word) for word, _ in keys if word in known)
    return Needs(backing=backing, letters=_letters(node, fields))


def _letters(node: Node, fields: Fields) -> int:
    """Return how long a reason must be; 1 where nothing is said."""
    entries = node.entries if isinstance(node, Mapping) else ()
    letters = 1
    for key, value in entries:
        number = read_number(value.text) if isinstance(value, Text) else None
        if number is None or number.denominator != 1 or number < 1:
            message = f"'{key.text}' in 'needs' has no number of letters."
            fields.faults.add(key.line, message, "Write needs: {reason: 20}.")
        elif key.text == Backing.REASON:
            letters = int(number)
    return letters
