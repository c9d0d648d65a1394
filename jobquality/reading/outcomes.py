"""Plain English for levels: why this one, what stands against the others, what could be."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from fractions import Fraction

from jobquality.reading.numbers import count_words, level_words, number_beside, number_words
from jobquality.rubrics.model import NO_LEVEL, NOT_ENOUGH_KNOWN, Floor
from jobquality.scoring.scorecard import (
    Check,
    Checked,
    CriticalResult,
    LevelResult,
    NodeScore,
    Outcome,
    Scorecard,
)

_CHECKED = {
    Checked.FOUND: "found",
    Checked.NONE_FOUND: "checked, none found",
    Checked.NOT_CHECKED: "not checked",
}
_SHARES = {
    "coverage": "evidence of grade E2 or better",
    "confirmed": "evidence of grade E3 or better",
}


class Standing(StrEnum):
    """How a condition of a level stands; an open one can still be met."""

    FOR = "for"
    OPEN = "open"
    AGAINST = "against"


def checked_words(checked: Checked) -> str:
    """Return what is known of a critical violation."""
    return _CHECKED[checked]


def level_reason(card: Scorecard) -> str:
    """Return in one line why the level is what it is, and what it could be."""
    outcome = card.outcome
    if not outcome.level:
        return ""
    said = [f"{level_words(outcome.level)}: {_why(outcome)}."]
    if _says_more(outcome):
        said.append(f"If the evidence holds: {level_words(outcome.if_evidence_holds)}.")
    if outcome.could_reach not in (outcome.level, NO_LEVEL):
        said.append(f"Could reach: {level_words(outcome.could_reach)}.")
    return " ".join(said)


def _is_declared(outcome: Outcome) -> bool:
    return outcome.declared is not None and outcome.level == outcome.declared.criterion


def _says_more(outcome: Outcome) -> bool:
    """Say whether evidence would change the level; a declared one only for a better one."""
    least = (outcome.level, NO_LEVEL, NOT_ENOUGH_KNOWN) if _is_declared(outcome) else ()
    return outcome.if_evidence_holds not in (outcome.level, *least)


def _why(outcome: Outcome) -> str:
    if outcome.declared is not None and _is_declared(outcome):
        until = outcome.declared.value
        return f"declared, until {until}" if isinstance(until, date) else "declared"
    if outcome.level == NOT_ENOUGH_KNOWN:
        return "; ".join(_gaps(outcome)) or "the open answers decide it"
    if outcome.level == NO_LEVEL:
        return "; ".join(_failures(outcome)) or "no condition of a level holds"
    return "every condition holds"


def _gaps(outcome: Outcome) -> Iterator[str]:
    """Yield what is not known; a total that is only low so far is no verdict."""
    yield from _found_words(outcome)
    covered = [
        check
        for result in outcome.levels
        for check in result.checks
        if check.floor.name == "coverage"
    ]
    lowest = min(covered, key=lambda check: check.floor.number, default=None)
    if lowest is not None and not lowest.holds:
        yield f"{check_words(lowest)} for any level"
    yield from _unchecked_words(outcome)


def _failures(outcome: Outcome) -> Iterator[str]:
    found = list(_found_words(outcome))
    if found:
        yield from found
        return
    lowest = outcome.levels[-1]
    failed = [check_words(check) for check in lowest.checks if not check.holds]
    yield f"{level_words(lowest.level.id)} asks for more: {', '.join(failed)}"
    yield from _unchecked_words(outcome)


def _found_words(outcome: Outcome) -> Iterator[str]:
    found = [one.critical.id for one in outcome.critical if one.checked is Checked.FOUND]
    if found:
        yield f"critical violation found: {', '.join(found)}"


def _unchecked_words(outcome: Outcome) -> Iterator[str]:
    count = sum(one.checked is Checked.NOT_CHECKED for one in outcome.critical)
    if count:
        what = count_words(count, "critical violation is", "critical violations are")
        yield f"{what} not checked"


def check_words(check: Check, node: NodeScore | None = None) -> str:
    """Return one condition of a level, with the end of the score that it looks at.

    With the `node` itself, both ends are told where they differ.
    """
    name = _SHARES.get(check.floor.name, check.name.replace("_", " "))
    return f"{name} {_actual_words(check, node)}, {floor_words(check.floor)}"


def _actual_words(check: Check, node: NodeScore | None) -> str:
    limit = check.floor.number
    if node is not None and node.low != node.high:
        high = "open" if node.high is None else number_beside(node.high, limit)
        return f"is {number_beside(node.low, limit)} to {high}"
    if check.actual is None:
        return "does not apply" if check.holds else "is open"
    unit = "%" if check.floor.name in _SHARES else ""
    return f"is {number_beside(check.actual, limit)}{unit}"


def floor_words(floor: Floor) -> str:
    """Return what a condition asks for."""
    unit = "%" if floor.name in _SHARES else ""
    more = "less" if floor.at_most else "more"
    return f"needs {number_words(floor.number)}{unit} or {more}"


def standing(check: Check, node: NodeScore | None) -> Standing:
    """Say how a condition stands; `node` is the one that it looks at, if there is one."""
    if check.holds:
        return Standing.FOR
    if check.floor.name in _SHARES:
        return Standing.OPEN
    best = None if node is None else node.low if check.floor.at_most else node.high
    return Standing.OPEN if best is None or _meets(check.floor, best) else Standing.AGAINST


def _meets(floor: Floor, number: Fraction) -> bool:
    return number <= floor.number if floor.at_most else number >= floor.number


def blocking_words(result: LevelResult) -> Iterator[str]:
    """Yield the critical violations that stand against a level, those not checked in one line."""
    for one in result.blocked_by:
        if one.checked is Checked.FOUND:
            yield f"{one.critical.id}: found"
    count = len(_not_checked(result.blocked_by))
    if count:
        yield f"{count_words(count, 'critical violation', 'critical violations')} not checked"


def _not_checked(results: tuple[CriticalResult, ...]) -> list[CriticalResult]:
    return [one for one in results if one.checked is Checked.NOT_CHECKED]
