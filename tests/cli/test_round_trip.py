"""The same facts give the same score file, byte for byte, whatever file they come in."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cli.calling import CAFES, WAGES, call

CRITERIA = ("lowest_rate", "raises", "tips", "notice_days", "on_call", "wages_unpaid", "committed")
ANSWERS = {
    "lowest_rate": ["15", "19.99", "20", "unknown", ""],
    "raises": ["49.9", "50", "not_offered", "declined", ""],
    "tips": ["0", "2", "written; shared", "na: counter service", ""],
    "notice_days": ["6", "7", "14.5", "unknown", ""],
    "on_call": ["never", "unpaid", "2", "declined", ""],
    "wages_unpaid": ["found", "none_found", "not_checked", ""],
    "committed": ["2026-01-31", "2026-12-31", ""],
}
NAMES = ("NA", "None", '=HYPERLINK("http://x")', "-5", "'tis", "01234", "Ñandú, Inc.", "1e3")
PROFILE = ("profile.place", "profile.tipped_workers")

_one = st.fixed_dictionaries(
    {name: st.sampled_from(answers) for name, answers in ANSWERS.items()}
    | {"grade": st.sampled_from(["", "E0", "E2", "E4"])}
)
_employers = st.lists(_one, min_size=1, max_size=len(NAMES))


def wide(employers: Sequence[dict[str, str]]) -> pd.DataFrame:
    rows = [
        {"employer": name, "profile.place": "TX", "profile.tipped_workers": "yes", **one}
        for name, one in zip(NAMES, employers, strict=False)
    ]
    return pd.DataFrame(rows, dtype="str")


def long(frame: pd.DataFrame) -> pd.DataFrame:
    rows = [
        {
            "employer": row["employer"],
            "criterion": name,
            "answer": row[name],
            **{column: row[column] for column in ("grade", *PROFILE)},
        }
        for row in frame.to_dict("records")
        for name in CRITERIA
    ]
    return pd.DataFrame(rows, dtype="str")


def as_numbers(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the table as a program would hold it: a column of numbers is one of numbers."""
    typed = frame.copy()
    for name in CRITERIA:
        numbers = pd.to_numeric(frame[name].replace("", None), errors="coerce")
        if numbers.notna().eq(frame[name] != "").all():
            typed[name] = numbers.astype("float64")
    return typed


def write(frame: pd.DataFrame, path: Path) -> Path:
    if path.suffix == ".xlsx":
        options = {"strings_to_formulas": False, "strings_to_urls": False}
        with pd.ExcelWriter(path, "xlsxwriter", engine_kwargs={"options": options}) as writer:
            frame.to_excel(writer, index=False)
    elif path.suffix == ".parquet":
        frame.to_parquet(path, index=False)
    else:
        frame.to_csv(path, index=False, sep=";" if path.stem.endswith("es") else ",")
    return path


@settings(max_examples=20)
@given(_employers)
def test_the_form_of_the_facts_never_changes_a_score(employers: list[dict[str, str]]) -> None:
    check_forms(employers)


@pytest.mark.soak
@settings(max_examples=2000)
@given(_employers)
def test_the_form_never_changes_a_score_of_very_many(employers: list[dict[str, str]]) -> None:
    check_forms(employers)


def check_forms(employers: list[dict[str, str]]) -> None:
    frame = wide(employers)
    with TemporaryDirectory() as name:
        folder = Path(name)
        files = [
            write(frame, folder / "wide.csv"),
            write(frame, folder / "wide_es.csv"),
            write(long(frame), folder / "long.csv"),
            write(frame, folder / "wide.xlsx"),
            write(as_numbers(frame), folder / "typed.xlsx"),
            write(long(frame), folder / "long.parquet"),
            write(as_numbers(frame), folder / "typed.parquet"),
        ]

        options = ("--nodes", "all", "--on", "2026-03-01", "--parameters", WAGES)
        told = [call("score", CAFES, file, *options) for file in files]

    assert [one.code for one in told] == [0] * len(files)
    assert {one.out for one in told} == {told[0].out}
