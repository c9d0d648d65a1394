"""A wide table of answers, column by column: each distinct text is read once.

Texts are read by the very functions that read them cell by cell. Whatever would be a fault
there makes the whole table None here, so that the faults are named in one place.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from jobquality.rubrics.characters import unwanted_character
from jobquality.rubrics.model import Rubric
from jobquality.rubrics.parameters import Parameters
from jobquality.schemas.facts import is_wide_header
from jobquality.schemas.profiles import PROFILE, ProfileError, Profiles
from jobquality.schemas.rows import COLUMNS, RowFields, load_row
from jobquality.scoring.answers import AnswerError, Question, find_questions, read_answer
from jobquality.scoring.facts import Fact
from jobquality.scoring.table.columns import GRADES, NO_GRADE, Answers, Columns, Named
from jobquality.scoring.table.rows import UnfitError, answers_of

_LONGEST_NAME = 200


class Texts(Protocol):
    """The distinct texts of a column, without blanks around, and which stands in each row."""

    @property
    def texts(self) -> tuple[str, ...]:
        """The distinct texts."""

    @property
    def codes(self) -> NDArray[np.int32]:
        """Which text stands in each row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactColumns:
    """The answers of many employers, and what each is called."""

    employers: tuple[str, ...]
    columns: Columns


class _DoubtError(Exception):
    """The table has to be read cell by cell."""


def load_fact_columns(
    texts: Mapping[str, Texts], rubric: Rubric, *, on: date, parameters: Parameters
) -> FactColumns | None:
    """Return the answers of a table with one row for each employer.

    None where it has to be read cell by cell: it is long, has parts, or something in it may
    be a fault.
    """
    questions = find_questions(rubric)
    answers = [name for name in texts if name in questions]
    asked = [questions[name].id for name in answers]
    if not is_wide_header(tuple(texts), rubric, parameters) or len(set(asked)) < len(asked):
        return None
    try:
        employers = _employers(texts["employer"])
        _check_blank(texts, ("part", "reason"))
        _check_rows(texts)
        columns = Columns(
            size=len(employers),
            on=_days(texts, on),
            answers={
                questions[name].id: _answers(questions[name], texts[name]) for name in answers
            },
            profile=dict(_profile(texts, Profiles(rubric, parameters))),
            grade=_grades(texts),
        )
    except (_DoubtError, UnfitError, AnswerError, ProfileError):
        return None
    return FactColumns(employers=employers, columns=columns)


def _check_blank(texts: Mapping[str, Texts], names: tuple[str, ...]) -> None:
    if any(any(texts[name].texts) for name in names if name in texts):
        raise _DoubtError


def _check_characters(texts: Texts) -> None:
    if unwanted_character("\n".join(texts.texts)):
        raise _DoubtError


def _employers(column: Texts) -> tuple[str, ...]:
    """Return the names, each as one cell by itself would be read."""
    _check_characters(column)
    names = [" ".join(unicodedata.normalize("NFC", one).split()) for one in column.texts]
    size = column.codes.size
    is_whole = size > 0 and len(names) == len(set(names)) == size and all(names)
    if not is_whole or max(map(len, (*names, *column.texts))) > _LONGEST_NAME:
        raise _DoubtError
    return tuple(names[code] for code in column.codes.tolist())


# What belongs to the employer.


def _check_rows(texts: Mapping[str, Texts]) -> None:
    for name in COLUMNS:
        if name in texts and name != "employer":
            _rows(texts, name)


def _rows(texts: Mapping[str, Texts], name: str) -> list[RowFields]:
    """Return what each text of a column says; a column that is not there says nothing."""
    found = [load_row({"employer": "-", name: text}) for text in texts[name].texts]
    if any(one.faults for one in found):
        raise _DoubtError
    return found


def _days(texts: Mapping[str, Texts], on: date) -> date | NDArray[np.datetime64]:
    if "on" not in texts or not any(texts["on"].texts):
        return on
    days = np.array([one.on or on for one in _rows(texts, "on")], dtype="datetime64[D]")
    found: NDArray[np.datetime64] = days[texts["on"].codes]
    return found


def _grades(texts: Mapping[str, Texts]) -> int | NDArray[np.int8]:
    if "grade" not in texts:
        return NO_GRADE
    codes = [
        NO_GRADE if one.grade is None else GRADES.index(one.grade) for one in _rows(texts, "grade")
    ]
    found: NDArray[np.int8] = np.array(codes, dtype=np.int8)[texts["grade"].codes]
    return found


def _profile(texts: Mapping[str, Texts], profiles: Profiles) -> list[tuple[str, Named]]:
    columns = [name for name in texts if name.startswith(PROFILE)]
    return [(name.removeprefix(PROFILE), _named(name, texts[name], profiles)) for name in columns]


def _named(name: str, column: Texts, profiles: Profiles) -> Named:
    _check_characters(column)
    places: dict[str, int] = {}
    table = [
        places.setdefault(profiles.read(name, text), len(places)) if text else -1
        for text in column.texts
    ]
    codes = np.array(table, dtype=np.int32)[column.codes]
    return Named(codes=codes, names=tuple(places))


# Answers.


def _answers(question: Question, column: Texts) -> Answers:
    """Return the answers of one column.

    Raises:
        AnswerError: one of them cannot be read.
        UnfitError: one of them has more digits than a column of numbers.
    """
    _check_characters(column)
    facts = [_fact(question, text) for text in column.texts]
    distinct = answers_of(question, facts)
    codes = None if distinct.codes is None else distinct.codes[column.codes]
    return Answers(
        numbers=distinct.numbers[column.codes] if distinct.numbers is not None else None,
        codes=codes,
        days=None if distinct.days is None else distinct.days[column.codes],
    )


def _fact(question: Question, text: str) -> Fact | None:
    if not text:
        return None
    answer = read_answer(question, text)
    return Fact(criterion=question.id, state=answer.state, text=text, value=answer.value)
