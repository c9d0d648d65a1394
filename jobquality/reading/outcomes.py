"""Levels in plain words: why this one, what stands against the others, what could be."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from fractions import Fraction

from jobquality.reading.names import Naming
from jobquality.reading.numbers import counted, number_beside, number_words
from jobquality.rubrics.model import NO_LEVEL, NOT_ENOUGH_KNOWN, Floor
from jobquality.scoring.facts import Fact
from jobquality.scoring.scorecard import (
    Check,
    Checked,
    CriticalResult,
    LevelResult,
    NodeScore,
    Outcome,
    Scorecard,
)
from jobquality.wording import Speaker

#: Conditions that look at how much is known, in percent.
SHARES = ("coverage", "confirmed")


class Standing(StrEnum):
    """How a condition of a level stands; an open one can still be met."""

    FOR = "for"
    OPEN = "open"
    AGAINST = "against"


def checked_words(checked: Checked, say: Speaker) -> str:
    """Return what is known of a critical violation."""
    return say(f"checked_{checked}")


def level_reason(card: Scorecard, names: Naming) -> str:
    """Return in one line why the level is what it is, and what it could be."""
    outcome, say = card.outcome, names.say
    if not outcome.level:
        return ""
    said = [f"{names.level(outcome.level)}: {why_words(outcome, names)}."]
    if says_more(outcome):
        said.append(say("level_if_evidence", level=names.level(outcome.if_evidence_holds)))
    if outcome.could_reach not in (outcome.level, NO_LEVEL):
        said.append(say("level_could_reach", level=names.level(outcome.could_reach)))
    return " ".join(said)


def _is_declared(outcome: Outcome) -> bool:
    return outcome.declared is not None and outcome.level == outcome.declared.criterion


def says_more(outcome: Outcome) -> bool:
    """Say whether evidence would change the level; a declared one only for a better one."""
    least = (outcome.level, NO_LEVEL, NOT_ENOUGH_KNOWN) if _is_declared(outcome) else ()
    return outcome.if_evidence_holds not in (outcome.level, *least)


def why_words(outcome: Outcome, names: Naming) -> str:
    """Return why the level is what it is."""
    say = names.say
    if outcome.declared is not None and _is_declared(outcome):
        return _declared_words(outcome.declared, names)
    if outcome.level == NOT_ENOUGH_KNOWN:
        return "; ".join(_gaps(outcome, names)) or say("level_open")
    if outcome.level == NO_LEVEL:
        return "; ".join(_failures(outcome, names)) or say("level_nothing_holds")
    return say("level_all_hold")


def _declared_words(declared: Fact, names: Naming) -> str:
    until = declared.value
    if isinstance(until, date):
        return names.say("level_declared_until", day=names.day(until))
    return names.say("declared")


def _gaps(outcome: Outcome, names: Naming) -> Iterator[str]:
    """Yield what is not known; a total that is only low so far is no verdict."""
    yield from _found_words(outcome, names)
    covered = [
        check
        for result in outcome.levels
        for check in result.checks
        if check.floor.name == "coverage"
    ]
    lowest = min(covered, key=lambda check: check.floor.number, default=None)
    if lowest is not None and not lowest.holds:
        yield names.say("level_gap", check=check_words(lowest, names))
    yield from _unchecked_words(outcome, names.say)


def _failures(outcome: Outcome, names: Naming) -> Iterator[str]:
    found = list(_found_words(outcome, names))
    if found:
        yield from found
        return
    lowest = outcome.levels[-1]
    failed = ", ".join(check_words(check, names) for check in lowest.checks if not check.holds)
    yield names.say("level_asks_more", level=names.level(lowest.level.id), checks=failed)
    yield from _unchecked_words(outcome, names.say)


def _found_words(outcome: Outcome, names: Naming) -> Iterator[str]:
    found = [one for one in outcome.critical if one.checked is Checked.FOUND]
    if found:
        named = ", ".join(names.thing(one.critical.id) for one in found)
        yield names.say("critical_found", names=named)


def _unchecked_words(outcome: Outcome, say: Speaker) -> Iterator[str]:
    count = sum(one.checked is Checked.NOT_CHECKED for one in outcome.critical)
    if count:
        yield counted("critical_unchecked", count, say)


def check_words(check: Check, names: Naming, node: NodeScore | None = None) -> str:
    """Return one condition of a level, with the end of the score that it looks at.

    With the `node` itself, both ends are told where they differ.
    """
    subject = check.floor.name if check.floor.name in SHARES else check.name
    actual = actual_words(check, names, node)
    return f"{names.subject(subject)} {actual}, {floor_words(check.floor, names.say)}"


def actual_words(check: Check, names: Naming, node: NodeScore | None = None) -> str:
    """Return how a condition stands: `is 40`, `is 30 to 50`, `is open`."""
    limit, say = check.floor.number, names.say
    digits = names.digits
    if node is not None and node.low != node.high:
        low = number_beside(node.low, limit, digits=digits)
        high = number_beside(node.high, limit, digits=digits)
        return say("check_is_range", low=low, high=say("end_open") if node.high is None else high)
    if check.actual is None:
        return say("reason_state_na") if check.holds else say("check_is_open")
    unit = "%" if check.floor.name in SHARES else ""
    return say("check_is", number=f"{number_beside(check.actual, limit, digits=digits)}{unit}")


def floor_words(floor: Floor, say: Speaker) -> str:
    """Return what a condition asks for."""
    unit = "%" if floor.name in SHARES else ""
    name = "check_needs_less" if floor.at_most else "check_needs_more"
    return say(name, number=f"{number_words(floor.number)}{unit}")


def standing(check: Check, node: NodeScore | None) -> Standing:
    """Say how a condition stands; `node` is the one that it looks at, if there is one."""
    if check.holds:
        return Standing.FOR
    if check.floor.name in SHARES:
        return Standing.OPEN
    best = None if node is None else node.low if check.floor.at_most else node.high
    return Standing.OPEN if best is None or _meets(check.floor, best) else Standing.AGAINST


def _meets(floor: Floor, number: Fraction) -> bool:
    return number <= floor.number if floor.at_most else number >= floor.number


def blocking_words(result: LevelResult, names: Naming) -> Iterator[str]:
    """Yield the critical violations that stand against a level, those not checked in one line."""
    for one in result.blocked_by:
        if one.checked is Checked.FOUND:
            yield f"{names.thing(one.critical.id)}: {checked_words(one.checked, names.say)}"
    count = len(_not_checked(result.blocked_by))
    if count:
        yield counted("critical_not_checked", count, names.say)


def _not_checked(results: tuple[CriticalResult, ...]) -> list[CriticalResult]:
    return [one for one in results if one.checked is Checked.NOT_CHECKED]
