"""A large CSV file gives the same bytes as one that is read cell by cell, and the same faults."""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest

from jobquality.cli import batch, quick
from jobquality.rubrics.catalog import shipped
from jobquality.rubrics.model import AnswerKind, Band, Criterion, Rubric
from jobquality.scoring.points import choices_of
from jobquality.tables import textcolumns
from jobquality.tables.csvtext import csv_of_columns, csv_text
from tests.cli.calling import CAFES, WAGES, Result, call

Rows = list[dict[str, str]]
SHIPPED = [edition.rubric for edition in shipped().by_name.values()]
STATES = ("", "unknown", "declined", "not_offered")
NAMES = ("NA", "=1+1", "-5", "'tis", "01234", "Ñandú", "Joe’s  Diner", "Smith, Jones")
CAFE_ANSWERS = {
    "lowest_rate": ("15", "19.99", "20", "unknown", ""),
    "raises": ("49.9", "50", "not_offered", "declined", ""),
    "tips": ("0", "2", "written; shared", "na: counter service", ""),
    "notice_days": ("6", "7", "14.5", "unknown", ""),
    "on_call": ("never", "unpaid", "2", "declined", ""),
    "wages_unpaid": ("found", "none_found", "none_found", "not_checked", ""),
    "committed": ("2026-01-31", "2026-12-31", "", ""),
}


def cafes(size: int, seed: int) -> Rows:
    chance = Random(seed)  # noqa: S311  # the same rows every time
    return [
        {
            "employer": f"{NAMES[number % len(NAMES)]} {number}",
            "on": chance.choice(("", "2026-03-01")),
            "grade": chance.choice(("", "E0", "E2", "E4")),
            "profile.place": "TX",
            "profile.tipped_workers": chance.choice(("yes", "TRUE")),
            **{name: chance.choice(answers) for name, answers in CAFE_ANSWERS.items()},
        }
        for number in range(size)
    ]


def stores(rubric: Rubric, size: int, seed: int, *, known: bool = False) -> Rows:
    """Return employers for a standard that ships, with finished figures and some parts."""
    chance = Random(seed)  # noqa: S311  # the same rows every time
    answers = {question.id: list(texts(question)) for question in rubric.root.criteria()}
    flags = {
        condition.name
        for question in rubric.questions()
        for condition in question.applies
        if not condition.figure
    }
    return [
        {
            "employer": f"SAMPLE {number}",
            "grade": chance.choice(("E2", "E3", "E3", "E1", "")),
            "profile.place": chance.choice(("TX", "36061", "WA", "CA")),
            "profile.sector": "722511",
            "profile.headcount": chance.choice(("12", "40", "250")),
            **{f"profile.{name}": "yes" for name in sorted(flags)},
            **{name: _said(some, chance, known=known) for name, some in answers.items()},
            **{one.id: chance.choice(("none_found", "none_found", "")) for one in rubric.critical},
        }
        for number in range(size)
    ]


def _said(answers: Sequence[str], chance: Random, *, known: bool) -> str:
    return chance.choice(answers) if known or chance.random() > 0.2 else chance.choice(STATES)


def texts(question: Criterion) -> Iterator[str]:
    if question.kind is AnswerKind.CHECKLIST:
        yield from map(str, range(len(question.boxes) + 1))
        yield question.boxes[0].id
    elif question.kind is not AnswerKind.NUMBER:
        yield from (choice.id for choice in choices_of(question))
    points = question.points if isinstance(question.points, tuple) else ()
    edges = [step.start for step in points if isinstance(step, Band) and step.start is not None]
    if question.kind is AnswerKind.NUMBER:
        numbers = [float(edge) for edge in edges if not isinstance(edge, str)] or [1.0, 7.0]
        is_whole = question.unit is not None and question.unit.whole
        yield from (f"{number:g}" for number in numbers)
        yield from (f"{number + (1 if is_whole else 0.25):g}" for number in numbers[:-1])


def written(path: Path, rows: Rows) -> Path:
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


@contextmanager
def from_bytes(number: int) -> Iterator[None]:
    kept, batch.MANY_BYTES = batch.MANY_BYTES, number
    try:
        yield
    finally:
        batch.MANY_BYTES = kept


def both(*arguments: str | Path) -> tuple[Result, Result]:
    """Return what a command gives by columns and cell by cell."""
    with from_bytes(0):
        by_columns = call("score", *arguments)
    with from_bytes(2**62):
        by_cells = call("score", *arguments)
    return by_columns, by_cells


@pytest.fixture
def times(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Note for each file whether it could be read by columns."""
    noted: list[bool] = []
    plainly: Callable[..., object] = quick.score_quickly

    def noting(*arguments: object) -> object:
        found = plainly(*arguments)
        noted.append(found is not None)
        return found

    monkeypatch.setattr(quick, "score_quickly", noting)
    return noted


@pytest.mark.parametrize("seed", range(6))
def test_cafes_score_the_same_by_columns(tmp_path: Path, times: list[bool], seed: int) -> None:
    file = written(tmp_path / "facts.csv", cafes(40, seed))

    by_columns, by_cells = both(CAFES, file, "--parameters", WAGES, "--on", "2026-02-01")

    assert by_columns == by_cells
    assert by_columns.code == 0
    assert times == [True]


@pytest.mark.parametrize("rubric", SHIPPED, ids=lambda rubric: rubric.name)
@pytest.mark.parametrize("known", [True, False])
def test_what_ships_scores_the_same_by_columns(
    tmp_path: Path, times: list[bool], rubric: Rubric, *, known: bool
) -> None:
    file = written(tmp_path / "facts.csv", stores(rubric, 60, 3, known=known))

    by_columns, by_cells = both(rubric.name, file, "--on", "2026-06-01")

    assert by_columns == by_cells
    assert by_columns.code == 0
    assert times == [True]


def test_a_score_file_is_the_same_too(tmp_path: Path) -> None:
    file = written(tmp_path / "facts.csv", cafes(30, 9))
    out = tmp_path / "scores.csv"

    with from_bytes(0):
        assert call("score", CAFES, file, "--parameters", WAGES, "--out", out).code == 0
    quickly = out.read_bytes()
    with from_bytes(2**62):
        assert call("score", CAFES, file, "--parameters", WAGES, "--out", out).code == 0

    assert out.read_bytes() == quickly


def _changed(rows: Rows, place: int, **cells: str) -> Rows:
    return [{**row, **(cells if at == place else {})} for at, row in enumerate(rows)]


BAD: Mapping[str, Callable[[Rows], Rows]] = {
    "an answer that cannot be": lambda rows: _changed(rows, 3, notice_days="seven"),
    "a number out of range": lambda rows: _changed(rows, 3, raises="101"),
    "too many digits": lambda rows: _changed(rows, 3, lowest_rate="1.0000000000001"),
    "more digits than a float": lambda rows: _changed(rows, 3, lowest_rate="15.123456789012"),
    "na without a reason": lambda rows: _changed(rows, 3, tips="na"),
    "a grade that is none": lambda rows: _changed(rows, 3, grade="E9"),
    "a date that is none": lambda rows: _changed(rows, 3, on="1 March"),
    "a name twice": lambda rows: _changed(rows, 3, employer=rows[0]["employer"]),
    "a name twice but for blanks": lambda rows: _changed(rows, 1, employer=f" {NAMES[0]}  0"),
    "no name": lambda rows: _changed(rows, 3, employer=""),
    "a long name": lambda rows: _changed(rows, 3, employer="x" * 201),
    "a hidden character": lambda rows: _changed(rows, 3, employer="Caf\u200be"),
    "a hidden character in an answer": lambda rows: _changed(rows, 3, on_call="nev\u200ber"),
    "a place that is none": lambda rows: _changed(rows, 3, **{"profile.place": "Atlantis"}),
    "a place without figures": lambda rows: _changed(rows, 3, **{"profile.place": "WY"}),
    "what does not apply": lambda rows: _changed(
        rows, 3, **{"profile.tipped_workers": "no", "tips": "2"}
    ),
    "a column that is not known": lambda rows: [{**row, "colour": "red"} for row in rows],
    "the same answer by two names": lambda rows: [{**row, "lowest_rate ": "15"} for row in rows],
    "parts": lambda rows: [{**row, "part": "kitchen"} for row in rows],
    "a reason in a column": lambda rows: [{**row, "reason": "closed"} for row in rows],
    "an address that is none": lambda rows: [{**row, "url": "not one"} for row in rows],
    "an empty row": lambda rows: [*rows, dict.fromkeys(rows[0], "")],
    "all of it twice": lambda rows: rows * 2,
}


@pytest.mark.parametrize("change", BAD.values(), ids=BAD)
def test_a_bad_file_has_the_same_faults_by_columns(
    tmp_path: Path, change: Callable[[Rows], Rows]
) -> None:
    file = written(tmp_path / "facts.csv", change(cafes(8, 1)))

    by_columns, by_cells = both(CAFES, file, "--parameters", WAGES, "--on", "2026-02-01")

    assert by_columns == by_cells


RAW: Mapping[str, Callable[[str], str]] = {
    "a mark of byte order": lambda text: "\ufeff" + text,
    "semicolons": lambda text: text.replace(",", ";"),
    "line ends of old": lambda text: text.replace("\r\n", "\r"),
    "line ends of Unix": lambda text: text.replace("\r\n", "\n"),
    "an empty line": lambda text: text.replace("\r\n", "\r\n\r\n", 2),
    "an empty first line": lambda text: "\r\n" + text,
    "a quote that does not close": lambda text: text + '"x,y\r\n',
    "a quote inside a cell": lambda text: text.replace("Ñandú 5", 'Ñan"dú" 5'),
    "a doubled quote": lambda text: text.replace("Ñandú 5", '"Ñan""dú"" 5"'),
    "a line end in a cell": lambda text: text.replace("Ñandú 5", '"Ñan\ndú 5"'),
    "a cell too many": lambda text: text + "x" + ",y" * 20 + "\r\n",
    "a cell too few": lambda text: text + "x,y\r\n",
    "no line end at the end": lambda text: text.removesuffix("\r\n"),
    "nothing but a header": lambda text: text.splitlines(keepends=True)[0],
    "nothing": lambda text: text[:0],
    "a zero": lambda text: text + "\0",
    "a column without a name": lambda text: text.replace("employer,", ",", 1),
    "a column twice": lambda text: text.replace("on,grade", "grade,grade", 1),
}


@pytest.mark.parametrize("change", RAW.values(), ids=RAW)
def test_odd_text_is_read_the_same_by_columns(tmp_path: Path, change: Callable[[str], str]) -> None:
    file = written(tmp_path / "facts.csv", cafes(8, 1))
    file.write_text(change(file.read_bytes().decode()), encoding="utf-8", newline="")

    by_columns, by_cells = both(CAFES, file, "--parameters", WAGES, "--on", "2026-02-01")

    assert by_columns == by_cells


def test_bytes_that_are_no_text_are_left_to_the_other_way(tmp_path: Path) -> None:
    file = tmp_path / "facts.csv"
    file.write_bytes(b"employer,tips\nCaf\xe9,2\n")

    by_columns, by_cells = both(CAFES, file, "--parameters", WAGES)

    assert by_columns == by_cells
    assert by_columns.code == 1


def test_a_file_that_is_too_large_for_memory_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = written(tmp_path / "facts.csv", cafes(3, 1))
    monkeypatch.setattr(textcolumns, "MOST_BYTES", 10)

    assert textcolumns.read_text_columns(file) is None


def test_columns_are_written_like_records() -> None:
    columns = {"employer": ["=1", "a,b", 'say "so"', ""], "low": ["-1", "2", "", "0.5"]}
    records = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]

    by_columns = csv_of_columns(columns, numbers=("low",))

    assert by_columns == csv_text(records, tuple(columns), numbers=("low",))
