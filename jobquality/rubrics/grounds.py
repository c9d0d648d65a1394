"""Read what every line of `points` may say: what it gives, what that rests on, what it takes."""

from fractions import Fraction

from jobquality.rubrics.fields import Fields
from jobquality.rubrics.model import Basis, Grounds


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
