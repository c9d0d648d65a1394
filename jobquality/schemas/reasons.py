"""Plain English for every part of a score: why these points, why this level, why not more.

The sentences are made from the trace alone, so they can never say more than it knows.
"""

from collections.abc import Iterator
from fractions import Fraction

from jobquality.rubrics.model import (
    NO_LEVEL,
    NOT_ENOUGH_KNOWN,
    AnswerKind,
    Band,
    Basis,
    Choice,
    Condition,
    Criterion,
    Grounds,
    State,
)
from jobquality.scoring.figures import Part, Working
from jobquality.scoring.rounding import decimal_text
from jobquality.scoring.scorecard import Check, Checked, LevelResult, Line, NodeScore, Scorecard

_BASIS = {
    Basis.LAW: "law",
    Basis.STANDARD: "a published standard",
    Basis.DATA: "data",
    Basis.EDITORIAL: "our own judgment",
}
_STATES = {
    State.NOT_OFFERED: "not offered",
    State.NA: "does not apply",
    State.UNKNOWN: "unknown: looked, not found",
    State.DECLINED: "declined to answer",
    State.MISSING: "not asked yet",
    State.VALUE: "answered",
}
_CHECKED = {
    Checked.FOUND: "found",
    Checked.NONE_FOUND: "checked, none found",
    Checked.NOT_CHECKED: "not checked",
}
_FLOORS = {
    "coverage": "evidence (E2 or better)",
    "confirmed": "confirmed by workers or records (E3 or better)",
}


def number_words(number: Fraction | None, *, digits: int = 4) -> str:
    """Return a number for people; a dash where there is none."""
    return "–" if number is None else decimal_text(number, digits=digits)


def percent_words(share: Fraction) -> str:
    """Return a share as a percent that never reads 100 unless it is complete."""
    shown = decimal_text(share * 100, digits=1)
    return "99.9%" if shown == "100" and share < 1 else f"{shown}%"


def level_words(level: str) -> str:
    """Return a level's id for people."""
    fixed = {NO_LEVEL: "No level", NOT_ENOUGH_KNOWN: "Not enough known", "": "–"}
    return fixed.get(level, level.replace("_", " ").capitalize())


def state_words(state: State) -> str:
    """Return an answer's state for people."""
    return _STATES[state]


def checked_words(checked: Checked) -> str:
    """Return what is known of a critical violation."""
    return _CHECKED[checked]


def range_words(node: NodeScore) -> str:
    """Return `low to high`, or one number where they are equal."""
    if node.low == node.high:
        return number_words(node.low)
    return f"{number_words(node.low)} to {number_words(node.high)}"


def line_reason(line: Line, state: State) -> str:
    """Return in one sentence why a criterion has its points."""
    if state is State.NA:
        return f"does not apply: {condition_words(line.unmet) if line.unmet else line.reason}"
    if line.unmet is not None:
        return f"too few to count: {condition_words(line.unmet)}"
    if state is not State.VALUE:
        return f"{_STATES[state]}{f' ({line.reason})' if line.reason else ''}"
    if isinstance(line.step, Choice):
        return f"{line.step.ask or line.step.id}{grounds_words(line.step.grounds)}"
    if isinstance(line.step, Band):
        return (
            f"{_amount(line)} is {_band_words(line, line.step)}{grounds_words(line.step.grounds)}"
        )
    return "the answer is the points"


def next_step(line: Line) -> str:
    """Return what would give more points, or an empty text where nothing does."""
    if isinstance(line.better, Choice):
        return f"{line.better.ask or line.better.id} gives {number_words(line.better.gives)}"
    if isinstance(line.better, Band):
        return f"{_band_words(line, line.better)} gives {number_words(line.better.gives)}"
    return ""


def _amount(line: Line) -> str:
    number = number_words(line.figure.number if line.figure else None)
    if line.question.kind is AnswerKind.CHECKLIST:
        return f"{number} of {len(line.question.boxes)} boxes"
    return f"{number} {unit_words(line.question)}".strip()


def unit_words(question: Criterion) -> str:
    """Return the unit of a question for people."""
    return question.unit.words if question.unit else ""


def _band_words(line: Line, band: Band) -> str:
    bands = [one for one in line.question.points or () if isinstance(one, Band)]  # type: ignore[union-attr]  # not a span
    position = bands.index(band)
    start = line.edges[position] if line.edges else None
    end = line.edges[position + 1] if position + 1 < len(line.edges) else None
    if start is None:
        return f"under {number_words(end)}"
    if end is None:
        return f"{number_words(start)} or more"
    return f"{number_words(start)} or more, under {number_words(end)}"


def grounds_words(grounds: Grounds) -> str:
    """Return what a threshold rests on, in brackets."""
    source = f": {grounds.source}" if grounds.source else ""
    return f" ({_BASIS[grounds.basis]}{source})"


def condition_words(condition: Condition) -> str:
    """Return the condition that does not hold."""
    name = condition.name if condition.figure else f"profile.{condition.name}"
    if condition.equals is not None:
        return f"{name} is not {condition.equals}"
    if condition.at_least is not None and condition.below is None:
        return f"{name} is under {number_words(condition.at_least)}"
    return f"{name} is {number_words(condition.below)} or more"


def working_words(question: Criterion, working: Working) -> Iterator[str]:
    """Yield how a figure was worked out, one line each."""
    if working.given:
        yield "figure given, parts not seen"
        return
    over = " × ".join(_part_words(part) for part in working.of)
    under = " × ".join(_part_words(part) for part in working.to)
    percent = (
        " × 100" if question.unit and question.unit.factor != 1 and not _has_factor(working) else ""
    )
    yield f"{over}{f' ÷ ({under})' if under else ''}{percent}"
    if working.capped and working.cap:
        yield f"never more than {_part_words(working.cap)}"
    for part in (*working.of, *working.to):
        yield from parameter_words(part)


def _has_factor(working: Working) -> bool:
    return any(part.unit.factor != 1 for part in (*working.of, *working.to))


def _part_words(part: Part) -> str:
    name = part.name if part.name != part.unit.name else ""
    return f"{name} {number_words(part.number)}".strip()


def parameter_words(part: Part) -> Iterator[str]:
    """Yield every row that was compared for a dated figure, and the one that counts."""
    if part.found is None:
        return
    for row in part.found.compared:
        mark = "used" if row is part.found.row else "compared"
        yield f"{mark}: {part.name} {number_words(row.value)} {part.unit.words}, place {row.place}, since {row.first}, as of {row.as_of} – {row.source}"
    if part.found.due:
        yield f"warning: {part.name} was due for a check by {part.found.row.check_by}; verify it before any public claim about the law"


def check_words(check: Check) -> str:
    """Return one condition of a level, and how it stands."""
    need = f"{'at most' if check.floor.at_most else 'at least'} {number_words(check.floor.number)}"
    name = _FLOORS.get(check.name, check.name.replace("_", " "))
    unit = "%" if check.floor.name in _FLOORS else ""
    if check.actual is None:
        return f"{name}: {'does not apply' if check.holds else 'not known'} (needs {need}{unit})"
    return f"{name} {number_words(check.actual)}{unit} (needs {need}{unit})"


def level_reason(card: Scorecard) -> str:
    """Return in one line why the level is what it is, and what it could be."""
    outcome = card.outcome
    if not outcome.levels and not outcome.level:
        return ""
    said = [f"{level_words(outcome.level)}: {_why(card)}"]
    if outcome.if_evidence_holds != outcome.level:
        said.append(f"If the evidence holds: {level_words(outcome.if_evidence_holds)}.")
    if outcome.could_reach not in (outcome.level, NO_LEVEL):
        said.append(f"Could reach: {level_words(outcome.could_reach)}.")
    return " ".join(said)


def _why(card: Scorecard) -> str:
    outcome = card.outcome
    if outcome.declared is not None and outcome.level == outcome.declared.criterion:
        return f"declared ({outcome.declared.text})."
    found = [one.critical.id for one in outcome.critical if one.checked is Checked.FOUND]
    if found:
        return f"critical violation found: {', '.join(found)}."
    reached = next((one for one in outcome.levels if one.level.id == outcome.level), None)
    if reached is not None:
        return "every condition holds."
    return f"{'; '.join(_missing(outcome.levels[-1], card)) or 'no condition of a level holds'}."


def _missing(lowest: LevelResult, card: Scorecard) -> Iterator[str]:
    """Yield what stands between the score and the lowest level."""
    for check in lowest.checks:
        if not check.holds:
            yield check_words(check)
    unchecked = [one for one in card.outcome.critical if one.checked is Checked.NOT_CHECKED]
    if unchecked:
        yield f"critical violations not checked: {', '.join(one.critical.id for one in unchecked)}"
