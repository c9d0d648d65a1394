"""Read weights, and hold those of siblings against each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from jobquality.rubrics.fields import Faults, Fields
from jobquality.rubrics.units import show_number

_HUNDRED = Fraction(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """What one node weighs; without a weight it counts as much as its siblings.

    `is_given` says that the file has the word, `is_sound` that a number above 0 follows it.
    """

    number: Fraction = Fraction(1)
    is_given: bool = False
    is_sound: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A node among its siblings; one that is not scored has no share in their weights."""

    name: str
    line: int
    weight: Weight
    is_scored: bool = True


def read_weight(fields: Fields) -> Weight:
    """Take `weight`."""
    line = fields.line_of("weight")
    if not fields.has("weight"):
        return Weight()
    number = fields.number("weight")
    if number is not None and number <= 0:
        fields.faults.add(line, "A weight must be above 0.", "Leave out what does not count.")
    if number is None or number <= 0:
        return Weight(is_given=True, is_sound=False)
    return Weight(number=number, is_given=True)


def check_no_weights(siblings: Sequence[Weighed], faults: Faults) -> None:
    """Note every weight; only a mean weighs."""
    for one in siblings:
        if one.weight.is_given:
            message = f"'{one.name}' has a weight, but only a mean weighs."
            faults.add(one.line, message, "Leave it out.")


def check_weights(
    siblings: Sequence[Weighed], faults: Faults, *, line: int, is_relative: bool
) -> None:
    """Note weights that some siblings have and others not, and those that are not 100 together.

    The sum is only looked at where every weight could be read: one fault is not named twice.
    """
    scored = [one for one in siblings if one.is_scored]
    without = [one for one in scored if not one.weight.is_given]
    if len(without) == len(scored):
        return
    for one in without:
        message = f"'{one.name}' has no weight, but others beside it have one."
        faults.add(one.line, message, "Give it one.")
    total = sum((one.weight.number for one in scored), Fraction(0))
    if not is_relative and total != _HUNDRED and not without and _all_count(siblings):
        parts = ", ".join(f"{one.name} {show_number(one.weight.number)}" for one in scored)
        message = f"The weights here add up to {show_number(total)}, not 100: {parts}."
        faults.add(line, message, "Change them, or leave all of them out.")


def _all_count(siblings: Sequence[Weighed]) -> bool:
    return all(
        one.weight.is_sound and (one.is_scored or not one.weight.is_given) for one in siblings
    )
