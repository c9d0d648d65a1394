"""What a person is told when a facts file cannot be used, word for word."""

from pathlib import Path

import pytest

from tests.cli.calling import CAFES, WAGES, call

LONG = "employer,criterion,answer\n"
SHAPES = (
    "A long file has employer, criterion, answer; "
    "a wide one has employer and a column for each criterion."
)
QUOTES = "Put quotes around texts with a comma."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refusal(content: str | bytes, *options: str, name: str = "facts.csv") -> str:
    """Return what is said of a file that is refused; what was there before must stay."""
    Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())
    Path("scores.csv").write_text("older scores")

    result = call("score", CAFES, name, "--out", "scores.csv", *options)

    assert (result.code, result.out) == (1, "")
    assert Path("scores.csv").read_text() == "older scores"
    assert sorted(path.name for path in Path().iterdir()) == sorted([name, "scores.csv"])
    return result.err.removesuffix("\n")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (
            "notice_days,6 out of 10",
            ("notice_days: '6 out of 10' is not a number of days. "
            "Write one plain number, such as 7 or 7.25."),
        ),
        (
            'notice_days,"7,25"',
            ("notice_days: '7,25' is not a number of days. "
            "Write a point for decimals and nothing for thousands: 7.25, 1000."),
        ),
        ("raises,60%", "raises: '60%' is not a number of percent. Write 60, without the sign."),
        ("lowest_rate,$7", ("lowest_rate: '$7' is not a number of dollars an hour. "
         "Write 7, without the sign.")),
        ("notice_days,-5", "notice_days: '-5' is below 0, the least there can be of days."),
        ("raises,101", "raises: '101' is above 100, the most there can be of percent."),
        (
            "notice_days,NaN",
            ("notice_days: 'NaN' is not a number of days. "
            "Write one plain number, such as 7 or 7.25."),
        ),
        (
            f"notice_days,{'9' * 90}",
            (f"notice_days: '{'9' * 60}…' is not a number of days. "
            "A number has at most 15 digits before the point and 12 after it."),
        ),
        ("on_call,nevr", "on_call: 'nevr' is not one of the answers. Did you mean 'never'?"),
        ("tips,3", "tips: '3' is not a number of boxes from 0 to 2."),
        ("tips,writtn", "tips: 'writtn' is not a box of this list. Did you mean 'written'?"),
        ("tips,na", "tips: 'na' needs a reason: write 'na: ' and why it does not apply."),
        (
            "raises,na: no raises",
            ("raises: This question cannot be 'not applicable'. "
            "Use unknown, declined or not_offered."),
        ),
        (
            "wages_unpaid,no",
            ("wages_unpaid: 'no' does not say whether it was found. "
            "Use found, none_found or not_checked."),
        ),
        ("committed,soon", "committed: 'soon' is not a date. Write it as 2026-03-01."),
        ("on_call,ne\u200bver", ("on_call: The answer holds an invisible character (U+200B). "
         "Delete it.")),
    ],
)  # fmt: skip
def test_an_answer_outside_its_scale(answer: str, said: str) -> None:
    assert refusal(f"{LONG}Elm,{answer}\n") == (
        f"facts.csv has a fault:\nline 2, column answer, {said}"
    )


def test_a_wide_file_names_the_column_of_the_answer() -> None:
    said = refusal("employer,notice_days\nElm,soon\n")

    assert said.splitlines()[1].startswith("line 2, column notice_days: 'soon' is not a number")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            f"{LONG}Elm,notice_day,3\n",
            ("line 2, column criterion: 'notice_day' is not a criterion of the standard. "
            "Did you mean 'notice_days'?"),
        ),
        (
            f"{LONG}Elm,\x1b[2J,3\n",
            ("line 2, column criterion: '\\u001b[2J' is not a criterion of the standard. "
            "See the ids with: jobquality rubric show."),
        ),
        (
            f"{LONG}Elm,notice_days,3\nElm,notice_days,4\n",
            ("line 3, column answer, notice_days: It was answered already, on line 2. "
            "Keep one answer."),
        ),
        (
            f"{LONG}Elm,tips,1\nElm,W3,1\n",
            "line 3, column answer, W3: It was answered already, on line 2. Keep one answer.",
        ),
        (
            "employer,notice_days\nElm,3\nElm,4\n",
            ("line 3, column employer: 'Elm' has a row already, on line 2. "
            "Keep one row, or tell its parts apart in a column 'part'."),
        ),
        (f"{LONG}Elm,notice_days\n", (f"line 2: This row has 2 cells, but there are 3 columns. "
         f"{QUOTES}")),
        (f"{LONG}Elm,notice_days,3,4\n", (f"line 2: This row has 4 cells, but there are 3 columns. "
         f"{QUOTES}")),
        ("employer,criterion,answer,answer\n", ("line 1: The column 'answer' stands twice. "
         "Keep one.")),
        (
            "employer,,answer\nElm,notice_days,3\n",
            "line 1: Column 2 has no name. Name it, or delete it.",
        ),
        (
            f'{LONG}Elm,notice_days,3\n"Oak,notice_days,4\n',
            ("line 3: The row that starts here is not well-formed CSV: unexpected end of data. "
            "Look for a quote that is not closed."),
        ),
        (
            b"employer,criterion,answer\nElm,notice_days,3\nCaf\xe9,notice_days,3\n",
            "line 3: This line is not UTF-8 text. Save the file as 'CSV UTF-8'.",
        ),
        (
            f"{LONG}Elm,notice_days,3\n".encode("utf-16"),
            "line 1: This line is not UTF-8 text. Save the file as 'CSV UTF-8'.",
        ),
        (
            "employer,notice_day\nElm,3\n",
            "line 1, column notice_day: This column is not known. Did you mean 'notice_days'?",
        ),
        ("employer,note\nElm,3\n", f"line 1: No column is a criterion of the standard. {SHAPES}"),
        ("criterion,answer\nraises,3\n", f"line 1: There is no column 'employer'. {SHAPES}"),
        (
            "employer,raises,\u202eevil\nElm,3,\n",
            "line 1, column 3: The name holds an invisible character (U+202E). Delete it.",
        ),
        (
            "employer,raises,profile.plce\nElm,3,TX\n",
            "line 1, column profile.plce: This profile fact is not known. Did you mean 'place'?",
        ),
        (
            "employer,raises,profile.Kind\nElm,3,x\n",
            ("line 1, column profile.Kind: This profile fact is not known. "
            "Use small letters, digits and _: profile.owner_type."),
        ),
    ],
)  # fmt: skip
def test_a_table_that_could_be_misread(content: str | bytes, said: str) -> None:
    assert refusal(content) == f"facts.csv has a fault:\n{said}"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "The cell is empty. Every row names its employer."),
        ("x" * 10_000, f"'{'x' * 60}…' has more than 200 characters. Shorten it."),
        ("a\u200bb", "'a\\u200bb' holds an invisible character (U+200B). Delete it."),
        ("a\u202eb", "'a\\u202eb' holds an invisible character (U+202E). Delete it."),
        ("a\x00b", "'a\\u0000b' holds a control character (U+0000). Delete it."),
    ],
)
def test_a_name_that_cannot_be_told_apart(name: str, said: str) -> None:
    assert refusal(f"{LONG}{name},raises,3\n") == (
        f"facts.csv has a fault:\nline 2, column employer: {said}"
    )


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        ("on", "01/02/2026", "'01/02/2026' is not a date. Write it as 2026-03-01."),
        ("on", "2026-2-1", "'2026-2-1' is not a date. Write it as 2026-03-01."),
        ("grade", "e2", "'e2' is not a grade. Use E0, E1, E2, E3 or E4, or leave it empty."),
        ("url", "example", "'example' is not a web address. Start it with https://."),
        ("url", "https://example.org/\u202e",
         "'https://example.org/\\u202e' holds an invisible character (U+202E). Delete it."),
        ("note", "x" * 2001, f"'{'x' * 60}…' has more than 2000 characters. Shorten it."),
        ("profile.sector", "7", "'7' is not a NAICS code. Write 2 to 6 digits, such as 722511."),
        ("profile.sector", "٧٢", "'٧٢' is not a NAICS code. Write 2 to 6 digits, such as 722511."),
        ("profile.headcount", "many", "'many' is not a number, 0 or more. Write it as 25."),
        ("profile.headcount", "-1", "'-1' is not a number, 0 or more. Write it as 25."),
        ("profile.tipped_workers", "perhaps", "'perhaps' is not yes or no. Use yes or no."),
        ("profile.place", "Texsa", "We do not know the place 'Texsa'. For Texas write TX."),
        ("profile.owner", "a\x07", "The cell holds a control character (U+0007). Delete it."),
    ],
)  # fmt: skip
def test_a_cell_that_cannot_be_used(column: str, cell: str, said: str) -> None:
    content = f"employer,raises,{column}\nElm,3,{cell}\n"

    assert refusal(content) == f"facts.csv has a fault:\nline 2, column {column}: {said}"


def test_two_places_or_days_for_one_employer() -> None:
    content = (
        "employer,criterion,answer,profile.place,on\n"
        "Elm,raises,3,TX,2026-03-01\n"
        "Elm,notice_days,3,NY,2026-03-02\n"
    )

    assert refusal(content) == (
        "facts.csv has 2 faults:\n"
        "line 3, column on: It says '2026-03-02', but line 2 says '2026-03-01' for the same "
        "employer. One employer has one.\n"
        "line 3, column profile.place: It says 'NY', but line 2 says 'TX' for the same "
        "employer. One employer has one."
    )


def test_every_fault_is_told_at_once_in_the_order_of_the_file() -> None:
    content = (
        "employer,criterion,answer,grade,profile.place,colour\n"
        ",raises,lots,E9,Texsa,red\n"
        "Elm,notice_dys,3,,,\n"
        "Elm,raises,3\n"
        "Elm,raises,200,E2,,\n"
    )

    told = refusal(content).splitlines()

    assert [line.split(":")[0] for line in told] == [
        "facts.csv has 8 faults",
        "line 1, column colour",
        "line 2, column employer",
        "line 2, column grade",
        "line 2, column profile.place",
        "line 2, column answer, raises",
        "line 3, column criterion",
        "line 4",
        "line 5, column answer, raises",
    ]


def test_of_very_many_faults_the_first_are_told_and_the_rest_counted() -> None:
    rows = "".join(f"Elm {number},raises,lots\n" for number in range(1000))

    told = refusal(LONG + rows).splitlines()

    assert told[0] == "facts.csv has 1000 faults:"
    assert told[-1] == "… and 800 more."
    assert len(told) == 202


def test_a_header_in_capitals_is_told_once() -> None:
    assert refusal("Employer,Criterion,Answer\nElm,raises,3\n") == (
        "facts.csv has 3 faults:\n"
        "line 1, column Employer: This column is not known. Did you mean 'employer'?\n"
        "line 1, column Criterion: This column is not known. Did you mean 'criterion'?\n"
        "line 1, column Answer: This column is not known. Did you mean 'answer'?"
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "'facts.csv' is empty. The first line must name the columns."),
        (" \n\n", "'facts.csv' is empty. The first line must name the columns."),
        (",,\n", "'facts.csv' is empty. The first line must name the columns."),
        (LONG, "'facts.csv' has a header, but no rows. Add one for each employer or answer."),
    ],
)
def test_a_table_with_nothing_in_it(content: str, said: str) -> None:
    assert refusal(content) == said


def test_a_file_that_is_not_there_or_is_no_table(folder: Path) -> None:
    (folder / "folder.csv").mkdir()
    (folder / "facts.txt").write_text(LONG)

    told = [call("score", CAFES, name) for name in ("nowhere.csv", "folder.csv", "facts.txt")]

    assert [(one.code, one.out, one.err) for one in told] == [
        (1, "", "There is no file 'nowhere.csv'.\n"),
        (1, "", "'folder.csv' is a folder, not a file. Name the file in it.\n"),
        (1, "", ("'facts.txt' is not a table we can read. "
         "We read CSV (.csv), Excel (.xlsx) and Parquet (.parquet).\n")),
    ]  # fmt: skip


def test_a_figure_that_is_missing_names_place_day_and_everyone_it_hits() -> None:
    content = "employer,lowest_rate,profile.place\nElm,18,NY\nOak,18,NY\nAsh,18,TX\nBay,18,\n"

    assert refusal(content, "--on", "2025-03-01", "--parameters", str(WAGES)) == (
        "facts.csv has 3 faults:\n"
        "pay_ratio: No living_wage for New York → United States on 2025-03-01. Add a row for it, "
        "with its source, in a file and pass it with --parameters. Employers: Elm, Oak.\n"
        "pay_ratio: Our living_wage for Texas is known from 2026-01-01; what held on 2025-03-01 "
        "is not. Add that row, with its source, in a file and pass it with --parameters. "
        "Employer: Ash.\n"
        "pay_ratio: living_wage depends on the place, and profile.place is empty. Add a column "
        "profile.place with a state (TX) or county (48453). Employer: Bay."
    )


def test_answers_that_contradict_each_other() -> None:
    content = (
        "employer,lowest_rate,pay_ratio,tips,profile.place,profile.tipped_workers\n"
        "Elm,18,0.5,2,TX,no\n"
    )

    told = refusal(content, "--on", "2026-03-01", "--parameters", str(WAGES)).splitlines()

    assert sorted(told[1:]) == [
        (
            "pay_ratio: The figure given is 0.5, but its parts give 0.9. "
            "Correct one of them, or leave the figure empty. Employer: Elm."
        ),
        (
            "tips: It was answered '2', but profile.tipped_workers says that it does not apply. "
            "Correct one of them. Employer: Elm."
        ),
    ]
