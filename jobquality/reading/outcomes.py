"""Levels in plain words: why this one, what stands against the others, what could be."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction

from jobquality.reading.names import Naming
from jobquality.reading.numbers import counted, number_beside, number_words
from jobquality.rubrics.model import NO_LEVEL, NOT_ENOUGH_KNOWN, TOTAL, Floor, Level
from jobquality.scoring.facts import Fact
from jobquality.scoring.scorecard import (
    Check,
    Checked,
    CriticalResult,
    LevelResult,
    NodeScore,
    Outcome,
    Scorecard,
    one_holds,
)
from jobquality.wording import Speaker

_Groups = tuple[tuple[Check, ...], ...]


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
    return outcome_reason(card.outcome, names, card.total)


def outcome_reason(outcome: Outcome, names: Naming, total: NodeScore | None = None) -> str:
    """Return in one line why a level is what it is, and what it could be.

    With the `total`, both its ends are told.
    """
    say = names.say
    if not outcome.level:
        return ""
    said = [f"{names.level(outcome.level)}: {why_words(outcome, names, total)}."]
    if says_more(outcome):
        said.append(say("level_if_evidence", level=names.level(outcome.if_evidence_holds)))
    if outcome.could_reach not in (outcome.level, NO_LEVEL):
        said.append(say("level_could_reach", level=names.level(outcome.could_reach)))
    if outcome.exempt:
        exempt = ", ".join(names.subject(name) for name in outcome.exempt)
        said.append(say("exempt_from", names=exempt))
    return " ".join(said)


def _is_declared(outcome: Outcome) -> bool:
    return outcome.declared is not None and outcome.level == outcome.declared.criterion


def says_more(outcome: Outcome) -> bool:
    """Say whether evidence would change the level; a declared one only for a better one."""
    least = (outcome.level, NO_LEVEL, NOT_ENOUGH_KNOWN) if _is_declared(outcome) else ()
    return outcome.if_evidence_holds not in (outcome.level, *least)


def why_words(outcome: Outcome, names: Naming, total: NodeScore | None = None) -> str:
    """Return why the level is what it is; with the `total`, both its ends are told."""
    say = names.say
    if outcome.declared is not None and _is_declared(outcome):
        return _declared_words(outcome.declared, names)
    if outcome.level == NOT_ENOUGH_KNOWN:
        return "; ".join(_gaps(outcome, names)) or say("level_open")
    if outcome.level == NO_LEVEL:
        return "; ".join(_failures(outcome, names, total)) or say("level_nothing_holds")
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


def _failures(outcome: Outcome, names: Naming, total: NodeScore | None) -> Iterator[str]:
    found = list(_found_words(outcome, names))
    if found:
        yield from found
        return
    lowest = outcome.levels[-1]
    failed = [
        check_words(check, names, total if check.name == TOTAL else None)
        for check in lowest.checks
        if not check.holds
    ]
    failed += [_one_of_words(one, names) for one in lowest.any_of if not one_holds(one)]
    if failed:
        asked = "; ".join(failed)
        yield names.say("level_asks_more", level=names.level(lowest.level.id), checks=asked)
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
    if check.exempt:
        return names.say("check_exempt", name=names.subject(check.name))
    actual = actual_words(check, names, node)
    return f"{names.subject(check.name)} {actual}, {floor_words(check.floor, names.say)}"


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
    unit = "%" if check.floor.share else ""
    return say("check_is", number=f"{number_beside(check.actual, limit, digits=digits)}{unit}")


def floor_words(floor: Floor, say: Speaker) -> str:
    """Return what a condition asks for."""
    unit = "%" if floor.share else ""
    name = "check_needs_less" if floor.at_most else "check_needs_more"
    return say(name, number=f"{number_words(floor.number)}{unit}")


def standing(check: Check, node: NodeScore | None) -> Standing:
    """Say how a condition stands; `node` is the one that it looks at, if there is one."""
    if check.holds:
        return Standing.FOR
    if check.floor.share:
        return Standing.OPEN
    best = None if node is None else node.low if check.floor.at_most else node.high
    return Standing.OPEN if best is None or _meets(check.floor, best) else Standing.AGAINST


def _meets(floor: Floor, number: Fraction) -> bool:
    return number <= floor.number if floor.at_most else number >= floor.number


def other_words(
    result: LevelResult, card: Scorecard, names: Naming
) -> Iterator[tuple[Standing, str]]:
    """Yield what a level asks for beside its single conditions, and how that stands."""
    nodes = {node.id: node for node in card.total.walk()}
    for groups in result.any_of:
        yield _standing_of_one(groups, nodes), _one_of_words(groups, names)
    after = next((one for one in card.outcome.levels if one.level.id == result.level.after), None)
    if after is not None:
        word = "reached" if after.is_reached else "not_reached"
        said = names.say(f"level_after_{word}", level=names.level(after.level.id))
        yield _standing_of_level(after, nodes), said


def _one_of_words(groups: _Groups, names: Naming) -> str:
    word = "one_of_holds" if one_holds(groups) else "one_of_needed"
    said = (", ".join(check_words(check, names) for check in group) for group in groups)
    return names.say(word, groups=names.say("one_of_or").join(said))


def _standing_of_one(groups: _Groups, nodes: Mapping[str, NodeScore]) -> Standing:
    if one_holds(groups):
        return Standing.FOR
    is_lost = all(_is_against(group, nodes) for group in groups)
    return Standing.AGAINST if is_lost else Standing.OPEN


def _is_against(checks: Iterable[Check], nodes: Mapping[str, NodeScore]) -> bool:
    return any(standing(one, nodes.get(one.name)) is Standing.AGAINST for one in checks)


def _standing_of_level(result: LevelResult, nodes: Mapping[str, NodeScore]) -> Standing:
    if result.is_reached:
        return Standing.FOR
    is_found = any(one.checked is Checked.FOUND for one in result.blocked_by)
    is_lost = any(_standing_of_one(one, nodes) is Standing.AGAINST for one in result.any_of)
    is_against = is_found or is_lost or _is_against(result.checks, nodes)
    return Standing.AGAINST if is_against else Standing.OPEN


def condition_words(level: Level, names: Naming) -> Iterator[str]:
    """Yield what a level asks for beside its single conditions, and what it exempts from."""
    if level.any_of:
        said = (", ".join(floor_in_words(one, names) for one in group) for group in level.any_of)
        yield names.say("one_of_needed", groups=names.say("one_of_or").join(said))
    if level.after:
        yield names.say("level_after", level=names.level(level.after))
    if level.exempts:
        named = ", ".join(names.subject(name) for name in level.exempts)
        yield names.say("exempts", names=named)


def floor_in_words(floor: Floor, names: Naming) -> str:
    """Return a condition with what it looks at: `wages needs 50 or more`."""
    subject = names.subject(f"{floor.name}.{floor.of}" if floor.of else floor.name)
    besides = ", ".join(names.subject(name) for name in floor.besides)
    said = names.say("floor_of", subject=subject, needs=floor_words(floor, names.say))
    return names.say("floor_besides", floor=said, names=besides) if besides else said


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
