"""Whether the units of a measure work out."""

from jobquality.rubrics.answers import UNKNOWN
from jobquality.rubrics.desk import Desk
from jobquality.rubrics.model import How, Measure, Term
from jobquality.rubrics.units import Dimension, Unit, in_words, product


def check_units(
    measure: Measure, unit: Unit | None, desk: Desk, *, line: int, is_complete: bool
) -> None:
    """Note a measure whose units do not work out to the unit of its answer."""
    if unit is None:
        message = "Only a number can be worked out from parts."
        desk.faults.add(
            line, message, "Give the criterion a unit as its answer, or leave 'of' out."
        )
        return
    cap = measure.cap
    if any(one is UNKNOWN for one in (unit, *(term.unit for term in _terms_of(measure)))):
        return
    found = _dimension_of(measure, desk, line)
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


def _dimension_of(measure: Measure, desk: Desk, line: int) -> Dimension:
    """Return what the units give; what is added up must all be in one kind of unit."""
    if measure.how is None:
        return product((term.unit for term in measure.of), (term.unit for term in measure.to))
    kinds = {term.unit.dimension for term in (*measure.of, *measure.to)}
    if len(kinds) > 1 and measure.how is not How.COUNT:
        words = " and ".join(sorted(in_words(kind) for kind in kinds))
        message = f"Parts of different kinds cannot be added up or compared: {words}."
        desk.faults.add(line, message, "Bring them to one unit first, as a figure of its own.")
    if measure.how is How.POWER and any(kinds):
        message = "Only a plain number has a power here."
        desk.faults.add(line, message, "Divide by something in the same unit first.")
    is_plain = measure.how in (How.COUNT, How.SHARE, How.CHANGE, How.POWER)
    return () if is_plain or not kinds else min(kinds)


def _terms_of(measure: Measure) -> tuple[Term, ...]:
    return (*measure.of, *measure.to, *((measure.cap,) if measure.cap else ()))
