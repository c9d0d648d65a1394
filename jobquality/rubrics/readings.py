"""Read the other readings of the same answers, and how scores are rounded."""

from fractions import Fraction

from jobquality.rubrics.desk import Desk
from jobquality.rubrics.fields import Fields
from jobquality.rubrics.model import MAIN, Scoring


def read_scorings(fields: Fields, desk: Desk) -> tuple[Scoring, ...]:
    """Take `scorings`; the desk says how the whole file reads what is not known."""
    found: dict[str, Scoring] = {}
    for tree in fields.groups("scorings"):
        read = _scoring(Fields(tree, "a scoring", fields.faults), desk)
        if read.id == MAIN or read.id in found:
            message = f"The scoring '{read.id}' is there already."
            fields.faults.add(read.line, message, "Use another id.")
        found[read.id] = read
    return tuple(found.values())


def _scoring(fields: Fields, desk: Desk) -> Scoring:
    has_when = fields.has("when")
    read = Scoring(
        id=fields.id("scoring"),
        line=fields.line,
        weights=_weights(fields),
        when=desk.read_when(fields) if has_when else None,
    )
    fields.close()
    return read


def _weights(fields: Fields) -> dict[str, Fraction]:
    weights = {}
    for key, number in fields.numbers("weight"):
        weights[key.text] = number
        if number < 0:
            message = f"The weight of '{key.text}' is below 0."
            fields.faults.add(key.line, message, "Write 0 to leave it out.")
    return weights
