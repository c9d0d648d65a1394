"""What a person is told when the command or one of its other files cannot be used."""

from pathlib import Path

import pytest

from tests.cli.calling import CAFES, WAGES, call

FACTS = "employer,raises\nElm,60\nOak,40\n"
ROW = (
    "place: TX, from: 2026-01-01, value: 20, source: SAMPLE, as_of: 2026-01-12, "
    "last_checked: 2026-01-12"
)
PARAMETER = "parameters:\n  - parameter: living_wage\n    unit: usd_per_hour\n    values:\n"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("facts.csv").write_text(FACTS)


def refusal(*arguments: str | Path) -> str:
    result = call("score", *arguments)

    assert (result.code, result.out) == (1, "")
    assert [path.name for path in Path().glob("*scores*")] == []
    return result.err.removesuffix("\n")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--on", "1.3.2026"], "--on: '1.3.2026' is not a date. Write it as 2026-03-01."),
        (["--scoring", "strict"], "cafes@2026.1 has no scoring 'strict'. It has: main."),
        (["--explain", "Elms"], "The facts hold no employer 'Elms'. Did you mean 'Elm'?"),
        (["--explain", "Zoë"], "The facts hold no employer 'Zoë'. It has: Elm, Oak"),
        (["--out", "new/scores.csv"], "There is no folder 'new'. Make it first."),
        (["--out", "scores.ods"], "We cannot write 'scores.ods'. Use .csv, .xlsx or .parquet."),
        (["--out", "scores"], "We cannot write 'scores'. Use .csv, .xlsx or .parquet."),
        (
            ["--out", "facts.csv"],
            "'facts.csv' is one of the files that are read. Write the scores to another file.",
        ),
        (["--parameters", "nowhere.yaml"], "There is no file 'nowhere.yaml'."),
    ],
)
def test_an_option_that_cannot_be_used(options: list[str], said: str) -> None:
    assert refusal(CAFES, "facts.csv", *options) == said


def test_scores_cannot_be_written_into_a_folder_or_where_nobody_may_write() -> None:
    Path("folder.csv").mkdir()

    into_folder = refusal(CAFES, "facts.csv", "--out", "folder.csv")
    # Not even the administrator may make a file here.
    read_only = refusal(CAFES, "facts.csv", "--out", "/proc/self/scores.csv")

    assert into_folder == "'folder.csv' is a folder, not a file. Name a file in it."
    assert read_only.startswith("'/proc/self/scores.csv' cannot be written: ")


def test_a_command_that_is_not_understood_has_an_exit_code_of_its_own() -> None:
    told = [call("score", CAFES, "facts.csv", "--nodes", "some"), call("scores"), call("score")]

    assert [one.code for one in told] == [2, 2, 2]
    assert "'some' is not one of 'total', 'dimensions', 'all'." in told[0].err


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("restaurants_su", ("There is no standard 'restaurants_su'. "
         "Did you mean 'restaurants_us'?")),
        ("restaurants_us@2025.1", ("There is no standard restaurants_us@2025.1. "
         "Did you mean 'restaurants_us'?")),
        ("nowhere.yaml", "There is no file 'nowhere.yaml'."),
        ("facts.csv", ("'facts.csv' is not a standard: its name does not end in .yaml. "
         "Give the standard first.")),
    ],
)  # fmt: skip
def test_a_standard_that_is_not_there(name: str, said: str) -> None:
    assert refusal(name, "facts.csv") == said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "weight: 60",
            "weigt: 60",
            (
                "mine.yaml has 2 faults:\n"
                "line 8: 'wages' has no weight, but others beside it have one. Give it one.\n"
                "line 9: 'weigt' is not a word of a dimension. Did you mean 'weight'?"
            ),
        ),
        (
            "weight: 30",
            "weight: -30",
            (
                "mine.yaml has a fault:\n"
                "line 25: A weight must be above 0. Leave out what does not count."
            ),
        ),
        (
            "weight: 30",
            "weight: 0",
            (
                "mine.yaml has a fault:\n"
                "line 25: A weight must be above 0. Leave out what does not count."
            ),
        ),
        (
            "weight: 30",
            "weight: NaN",
            (
                "mine.yaml has a fault:\n"
                "line 25: 'weight: NaN' is not a number. Write it as 7, 7.25 or -1."
            ),
        ),
        (
            "- living_wage",
            "- living_wag",
            (
                "mine.yaml has a fault:\nline 18: 'living_wag' is no figure, parameter or named "
                "number. Did you mean 'living_wage'?"
            ),
        ),
        (
            "answer: usd_per_hour}",
            "answer: usd_per_hour, of: [lowest_rate]}",
            (
                "mine.yaml has a fault:\nline 16: 'lowest_rate' is worked out from itself: "
                "lowest_rate → lowest_rate. Ask for one of them as a plain number."
            ),
        ),
    ],
)
def test_a_standard_with_a_fault_is_named_with_the_line(old: str, new: str, said: str) -> None:
    Path("mine.yaml").write_text(CAFES.read_text().replace(old, new, 1))

    assert refusal("mine.yaml", "facts.csv") == said


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            f"{PARAMETER}      - {{{ROW}}}\n      - {{{ROW}}}\n",
            (
                "line 6: 'living_wage' has two rows for 48 from 2026-01-01; "
                "the other is on line 5. Keep one."
            ),
        ),
        (
            f"{PARAMETER}      - {{{ROW.replace('place', 'plce')}}}\n",
            "line 5: 'plce' is not a word of a row. Did you mean 'place'?",
        ),
        (
            f"{PARAMETER}      - {{{ROW.replace('TX', 'Texsa')}}}\n",
            "line 5: We do not know the place 'Texsa'. For Texas write TX.",
        ),
    ],
)
def test_a_parameters_file_with_a_fault(content: str, said: str) -> None:
    Path("wages.yaml").write_text(content)

    told = refusal(CAFES, "facts.csv", "--parameters", "wages.yaml").splitlines()

    assert told[0].startswith("wages.yaml has ")
    assert said in told


def test_the_same_row_from_two_parameters_files_is_refused() -> None:
    other = WAGES.read_text().replace("value: 20", "value: 21")
    Path("other.yaml").write_text(other)

    told = refusal(CAFES, "facts.csv", "--parameters", WAGES, "--parameters", "other.yaml")

    assert "living_wage" in told


def test_a_parameters_file_that_is_no_text() -> None:
    Path("wages.yaml").write_bytes(b"\xff\xfe\x00")

    told = refusal(CAFES, "facts.csv", "--parameters", "wages.yaml")

    assert "UTF-8" in told
