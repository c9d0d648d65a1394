"""Files that KoBo and ODK give, and files that only look so (R11 to R13)."""

import pytest

from jobquality.errors import FaultsError
from jobquality.rubrics.catalog import shipped
from jobquality.schemas.fieldforms import MOST_SUBMISSIONS, Export, load_document, load_rows
from jobquality.tables.sheets import read_sent
from tests.tables.files import SHEET, packed

EDITION = shipped().edition("restaurants_us", "2026.1")


def load(content: bytes, name: str) -> Export:
    """Return what a file holds, as the page reads it."""
    if content.lstrip().startswith((b"{", b"[")):
        return load_document(content, EDITION)
    return load_rows(read_sent(name, content).numbered(), EDITION)


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (b"", "a.csv", "is empty"),
        (b"a,b\n1,2\n", "a.xlsx", "looks like text"),
        (b"PK\x03\x04 cut off", "a.csv", "looks like an Excel workbook"),
        (b"PK\x03\x04 cut off", "a.xlsx", "damaged or cut off"),
        (b"\xd0\xcf\x11\xe0", "a.xlsx", "an old Excel file"),
        (b"%PDF-1.7", "a.pdf", "not a table we can read"),
        (b"PAR1", "a.parquet", "not a table we can read"),
        (b"{", "a.json", "not JSON"),
        (b'{"a": NaN}', "a.json", "NaN is not a number"),
        (b'{"a": 1, "a": 2}', "a.json", "stands twice"),
        (b"[1, 2]", "a.json", "holds no submissions"),
        (b'{"results": []}', "a.json", "holds no submissions"),
        (b"[" * 100_000, "a.json", "nested more than"),
        (b'"openings;"a"\n1;2\n', "a.csv", "not well-formed CSV"),
        (b"openings;\n1;2\n", "a.csv", "has no name"),
        (b"openings;openings\n1;2\n", "a.csv", "stands twice"),
        (b"a/openings;b/openings\n1;2\n", "a.csv", "are the same question"),
        (b"openings,my_own\n1,2,3\n", "a.csv", "3 cells"),
        (b"\xff\xfeopenings", "a.csv", "not UTF-8"),
    ],
)
def test_a_file_that_is_no_export_is_refused_in_a_sentence(
    content: bytes, name: str, told: str
) -> None:
    with pytest.raises(FaultsError) as refusal:
        load(content, name)

    assert told in str(refusal.value)


def test_a_workbook_that_is_built_to_fill_the_memory_is_refused() -> None:
    bomb = packed({"xl/workbook.xml": b"<x/>", SHEET: b" " * 70_000_000})

    assert len(bomb) < 100_000
    with pytest.raises(FaultsError, match="far more than a table needs"):
        load(bomb, "a.xlsx")


def test_more_submissions_than_anybody_looks_through_are_refused() -> None:
    content = b"openings\n" + b"1\n" * (MOST_SUBMISSIONS + 1)

    with pytest.raises(FaultsError, match="501 submissions"):
        load(content, "a.csv")


def test_texts_stay_what_they_were() -> None:
    content = b"openings,form__employer,wages__x\n007,NA,\n,null,\n"

    first, second = load(content, "a.csv").submissions

    assert (first.row, first.cells) == (2, {"openings": "007", "form__employer": "NA"})
    assert second.cells == {"form__employer": "null"}


def test_numbers_of_a_document_are_kept_to_the_last_digit() -> None:
    export = load(b'[{"wages/lowest_base_rate": 7.250, "openings": 12345678901234567}]', "a.json")

    assert export.submissions[0].cells == {
        "lowest_base_rate": "7.250",
        "openings": "12345678901234567",
    }


def test_what_the_tools_add_is_no_unknown_column() -> None:
    content = (
        b"SubmissionDate,meta-instanceID,_id,KEY,start,DeviceID,group/openings,wages__x\n"
        b"2026-02-20,uuid:1,7,uuid:1,08:00,phone,5,y\n"
    )

    export = load(content, "a.csv")

    assert export.submissions[0].cells == {"openings": "5"}
    assert export.unknown == ("wages__x",)
