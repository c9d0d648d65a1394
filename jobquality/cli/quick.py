"""The scores of a plain wide CSV file without going through it cell by cell.

What comes out is what the way by cells gives, to the last byte; a file with anything wrong or
doubtful in it goes that way, so that its faults are named in one place.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from jobquality.reading.names import FILES
from jobquality.reading.outcomes import outcome_reason
from jobquality.rubrics.model import (
    NO_LEVEL,
    NOT_ENOUGH_KNOWN,
    AnswerKind,
    Level,
    Rubric,
    State,
)
from jobquality.rubrics.parameters import Found
from jobquality.schemas.factcolumns import FactColumns, load_fact_columns
from jobquality.schemas.scorecards import COLUMNS, Nodes, dump_scorecard
from jobquality.scoring.facts import Fact
from jobquality.scoring.freezing import needs_cohort
from jobquality.scoring.score import score
from jobquality.scoring.scorecard import Check, Checked, CriticalResult, LevelResult, Outcome
from jobquality.scoring.table.columns import Code, Columns
from jobquality.scoring.table.evaluator import Plan
from jobquality.scoring.table.reasons import Condition, Reasons, reasons_of
from jobquality.scoring.table.rows import facts_at
from jobquality.tables.textcolumns import read_text_columns

#: Reading, checking, scoring, writing.
STEPS = 4
_DIGITS = 10
_CHECKED = {1: Checked.FOUND, 0: Checked.NONE_FOUND}
_OPEN = (NO_LEVEL, NOT_ENOUGH_KNOWN)
#: How near a tie, or a limit, a float must come for the exact evaluator to tell what it reads.
_NEAR, _BESIDE = Fraction(1, 10**6), Fraction(1, 10**3)
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickScores:
    """The rows of a score file by columns, and figures past their check date."""

    columns: Mapping[str, Sequence[str]]
    due: tuple[Found, ...]
    count: int


def score_quickly(
    path: Path, plan: Plan, day: date, step: Callable[[], None]
) -> QuickScores | None:
    """Return the totals of a plain file; None where it has to be read cell by cell.

    `step` is called after each of `STEPS` steps.
    """
    facts = None if _is_beyond(plan) else _read(path, plan, day, step)
    reasons = reasons_of(plan, facts.columns) if facts is not None else None
    step()
    if facts is None or reasons is None:
        return None
    columns = _Writer(plan, facts, reasons).columns()
    step()
    return QuickScores(columns=columns, due=reasons.due, count=len(facts.employers))


def _is_beyond(plan: Plan) -> bool:
    """Say whether employers have to be seen together, or one by one."""
    rubric = plan.rubric
    is_compared = rubric.ranks is not None or needs_cohort(rubric, scoring=plan.scoring.id)
    return bool(plan.unsupported) or is_compared


def _read(path: Path, plan: Plan, day: date, step: Callable[[], None]) -> FactColumns | None:
    texts = read_text_columns(path)
    step()
    if texts is None:
        return None
    facts = load_fact_columns(texts.columns, plan.rubric, on=day, parameters=plan.parameters)
    step()
    return facts


class _Writer:
    """Writes a table as the columns of a score file."""

    def __init__(self, plan: Plan, facts: FactColumns, reasons: Reasons) -> None:
        self._plan = plan
        self._facts = facts
        self._reasons = reasons
        self._levels = reasons.table.levels
        self._words: dict[Key, str] = {}

    def columns(self) -> dict[str, list[str]]:
        """Return the columns of the file."""
        reasons, table = self._reasons, self._reasons.table
        size = table.size
        root = self._plan.rubric.root
        level = np.array([*self._levels], dtype=object)[table.level].tolist()
        columns = {
            "employer": list(self._facts.employers),
            "part": [""] * size,
            "scoring": [self._plan.scoring.id] * size,
            "node": [root.id] * size,
            "code": [root.code] * size,
            "state": _states(reasons),
            "value": _numbers(table.value),
            "low": _numbers(table.low),
            "high": _numbers(table.high),
            "answered": _numbers(table.answered),
            "coverage": _numbers(table.coverage),
            "level": level,
            "reason": self._reason_column(),
        }
        for place in self._alone():
            for name, text in self._exactly(place).items():
                columns[name][place] = text
        return {name: columns[name] for name in COLUMNS}

    # Who is written from a scorecard.

    def _alone(self) -> list[int]:
        """Return who is written from a scorecard of the exact evaluator."""
        reasons = self._reasons
        doubt = np.zeros(reasons.table.size, dtype=np.bool_)
        doubt[list(reasons.cards)] = True
        doubt |= ~reasons.known & ~reasons.out & _looked_for(self._facts.columns)
        open_levels = np.isin(reasons.table.level, [self._levels.index(one) for one in _OPEN])
        for one in reasons.conditions:
            doubt |= open_levels & ~one.holds & one.there & _is_unsure(one)
        places: list[int] = np.flatnonzero(doubt).tolist()
        return places

    def _exactly(self, place: int) -> dict[str, str]:
        plan, facts = self._plan, self._facts
        card = self._reasons.cards.get(place)
        if card is None:
            one = facts_at(facts.columns, plan.asked, place)
            card = score(plan.rubric, one, plan.parameters, scoring=plan.scoring.id)
        (row,) = dump_scorecard(card, Nodes.TOTAL)
        return {**row, "employer": facts.employers[place], "part": ""}

    # Reasons.

    def _reason_column(self) -> list[str]:
        reasons, columns = self._reasons, self._facts.columns
        rubric = self._plan.rubric
        levels = reasons.table.level.tolist()
        given = [
            levels,
            reasons.evidence.tolist(),
            reasons.could.tolist(),
            *(_codes(columns, one.id) for one in rubric.critical),
        ]
        declared = {
            self._levels.index(one.id): _days(columns, one) for one in rubric.levels if one.declared
        }
        opened = {self._levels.index(one) for one in _OPEN}
        stands = [_stands(one) for one in reasons.conditions]
        found = []
        for place, row in enumerate(zip(*given, strict=True)):
            day = declared[row[0]][place] if row[0] in declared else None
            at = tuple(one[place] for one in stands) if row[0] in opened else ()
            found.append(self._reason((*row, day, at)))
        return found

    def _reason(self, key: Key) -> str:
        if key not in self._words:
            self._words[key] = outcome_reason(self._outcome(key), FILES)
        return self._words[key]

    def _outcome(self, key: Key) -> Outcome:
        level, evidence, could, *codes = key
        *codes, day, stands = codes
        rubric = self._plan.rubric
        critical = tuple(
            CriticalResult(critical=one, checked=_checked(code), fact=None)
            for one, code in zip(rubric.critical, codes, strict=True)
        )
        name = self._name(level)
        return Outcome(
            level=name,
            if_evidence_holds=self._name(evidence),
            could_reach=self._name(could),
            levels=tuple(self._results(stands)),
            critical=critical,
            declared=_declaration(rubric, name, day),
        )

    def _name(self, code: object) -> str:
        return self._levels[code] if isinstance(code, int) else ""

    def _results(self, stands: object) -> Iterator[LevelResult]:
        """Yield for each level the conditions that a reason may name."""
        checks: dict[str, list[Check]] = {
            level.id: [] for level in self._plan.rubric.levels if not level.declared
        }
        given = stands if isinstance(stands, tuple) else ()
        for condition, stand in zip(self._reasons.conditions, given, strict=False):
            if stand is not None:
                checks[condition.level.id].append(_check(condition, stand))
        for level in self._plan.rubric.levels:
            if not level.declared:
                yield LevelResult(level=level, checks=tuple(checks[level.id]), blocked_by=())


def _checked(code: object) -> Checked:
    return _CHECKED.get(code, Checked.NOT_CHECKED) if isinstance(code, int) else Checked.NOT_CHECKED


def _declaration(rubric: Rubric, name: str, day: object) -> Fact | None:
    """Return what declares a level that somebody has; without one, nothing that is read."""
    if not any(one.id == name and one.declared for one in rubric.levels):
        return None
    value = day if isinstance(day, date) else "yes"
    return Fact(criterion=name, state=State.VALUE, text="", value=value)


def _codes(columns: Columns, name: str) -> list[int]:
    answers = columns.answers.get(name)
    codes = None if answers is None else answers.codes
    return [-1] * columns.size if codes is None else codes.tolist()


def _days(columns: Columns, level: Level) -> list[date | None]:
    answers = columns.answers.get(level.id)
    days = None if answers is None else answers.days
    if days is None or level.declared is not AnswerKind.DATE:
        return [None] * columns.size
    found: list[date | None] = days.astype("datetime64[D]").tolist()
    return found


# Conditions.

#: What is told of a condition: whether it holds, and what it looks at; None is open.
Stand = tuple[bool, float | None]


def _stands(condition: Condition) -> list[Stand | None]:
    """Return for everybody how a condition stands; None where it concerns nobody."""
    numbers = np.round(condition.actual, _DIGITS).tolist()
    there, is_open = condition.there.tolist(), condition.open.tolist()
    pairs = zip(there, condition.holds.tolist(), is_open, numbers, strict=True)
    return [
        ((holds, None if is_end else number) if concerns else None)
        for concerns, holds, is_end, number in pairs
    ]


def _check(condition: Condition, stand: Stand) -> Check:
    holds, number = stand
    actual = None if number is None else Fraction(str(number))
    return Check(floor=condition.floor, name=condition.name, actual=actual, holds=holds)


def _is_unsure(condition: Condition) -> NDArray[np.bool_]:
    """Return where a number rounded to ten decimals may read otherwise than the exact one."""
    if condition.is_exact:
        return np.zeros(condition.actual.shape, dtype=np.bool_)
    scaled = condition.actual * 10**FILES.digits
    rest = np.abs(scaled - np.floor(scaled) - 1 / 2)
    is_tie = rest < _NEAR.numerator / _NEAR.denominator
    limit = condition.floor.number.numerator / condition.floor.number.denominator
    is_near = np.abs(condition.actual - limit) < _BESIDE.numerator / _BESIDE.denominator
    found: NDArray[np.bool_] = is_tie | is_near
    return found


# States and numbers.


def _states(reasons: Reasons) -> list[str]:
    names = np.array([State.MISSING.value, State.VALUE.value, State.NA.value], dtype=object)
    codes = reasons.known.astype(np.int8)
    codes[reasons.out] = len(names) - 1
    found: list[str] = names[codes].tolist()
    return found


def _looked_for(columns: Columns) -> NDArray[np.bool_]:
    """Return of whom something was looked for in vain."""
    found = np.zeros(columns.size, dtype=np.bool_)
    for one in columns.answers.values():
        if one.codes is not None:
            found |= one.codes < Code.MISSING
    return found


def _numbers(numbers: NDArray[np.float64]) -> list[str]:
    """Return numbers as a score file writes them; each is the float nearest to a decimal."""
    distinct, codes = np.unique(numbers, return_inverse=True)
    texts = np.array([_text(one) for one in distinct.tolist()], dtype=object)
    found: list[str] = texts[codes].tolist()
    return found


def _text(number: float) -> str:
    if np.isnan(number):
        return ""
    text = f"{number:.6f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
