"""`jobquality trend`: two lines and the split, on screen and as a table. Figures are SAMPLE."""

import csv
from fractions import Fraction
from pathlib import Path

import pytest

from tests.cli.calling import CAFES, WAGES, Result, call

SCALE = "ask: How good?, answer: number, range: {from: 0, under: 100}}"
OLD = f"""\
rubric: apps
edition: 2026.1
criteria:
  - {{criterion: privacy, weight: 60, {SCALE}
  - {{criterion: security, weight: 40, {SCALE}
"""
NEW = f"""\
rubric: apps
edition: 2027.1
criteria:
  - {{criterion: privacy, weight: 30, {SCALE}
  - {{criterion: safety, weight: 20, {SCALE}
  - {{criterion: targeting, weight: 50, {SCALE}
"""
BRIDGE = """\
bridge: apps
from: 2026.1
to: 2027.1
links:
  - {old: privacy, new: privacy, relation: same}
  - {old: security, new: safety, relation: same}
  - {new: targeting, relation: new, why: Nobody asked about advertising before}
"""
FILES = {
    "old.yaml": OLD,
    "new.yaml": NEW,
    "bridge.yaml": BRIDGE,
    "old.csv": "employer,on,privacy,security\nAcme,2026-06-01,40,50\nGone,2026-06-01,1,1\n",
    "new.csv": "employer,on,privacy,safety,targeting\nAcme,2027-06-01,50,60,10\n",
}


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        Path(name).write_text(text)


def trend(*options: str | Path) -> Result:
    return call("trend", "old.yaml", "old.csv", "new.yaml", "new.csv", *options)


def test_the_published_line_falls_while_the_employer_does_better() -> None:
    result = trend("--bridge", "bridge.yaml")

    assert result.err == "Warning: only one of the tables has: Gone\n"
    assert result.out == (
        "Acme\n"
        "\n"
        "As published, each by its own edition\n"
        "  2026-06-01  apps@2026.1  44\n"
        "  --- other rules from here on: the step is not the employer's alone ---\n"
        "  2027-06-01  apps@2027.1  32\n"
        "  Change: -12\n"
        "\n"
        "Like for like, over 2 of 3 criteria, weighed as in apps@2027.1\n"
        "  2026-06-01  apps@2026.1  44\n"
        "  2027-06-01  apps@2027.1  54\n"
        "  Change: +10\n"
        "  Not compared: targeting\n"
        "\n"
        "Why the published score changed\n"
        "            over what is known   low end   seen in records\n"
        "  employer                +7.5      +7.5                0%   "
        "answers that are known both times, and the profile\n"
        "  rubric                 -19.5     -19.5                0%   "
        "the edition: what it asks, how it weighs, what gives points\n"
        "  parameter                  0         0                0%   "
        "the day of the score and the dated figures\n"
        "  evidence                   0         0                0%   "
        "how much is known, and how well it is proved\n"
        "  together                 -12       -12                0%\n"
        "\n"
        "Answers that changed (2)\n"
        "  privacy: 40 → 50\n"
        "  safety: 50 → 60\n"
        "Asked or readable in the later edition only (1)\n"
        "  targeting\n"
    )


def test_without_a_bridge_only_equal_ids_on_equal_scales_are_compared() -> None:
    result = trend()

    assert "only questions with the same id and the same scale" in result.err
    assert "Like for like, over 1 of 3 criteria" in result.out
    assert "  Not compared: safety, targeting\n" in result.out


def test_the_table_holds_every_number_exactly() -> None:
    assert trend("--bridge", "bridge.yaml", "--out", "trend.csv").out == ""
    with Path("trend.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["measure"] == "value"]
    numbers = {
        (row["line"], row["item"]): Fraction(int(row["numerator"]), int(row["denominator"]))
        for row in rows
    }

    assert numbers == {
        ("published", "apps@2026.1"): 44,
        ("published", "apps@2027.1"): 32,
        ("like_for_like", "apps@2026.1"): 44,
        ("like_for_like", "apps@2027.1"): 54,
        ("split", "employer"): Fraction(15, 2),
        ("split", "rubric"): Fraction(-39, 2),
        ("split", "parameter"): 0,
        ("split", "evidence"): 0,
        ("split", "unsplit"): 0,
        ("split", "change"): -12,
    }
    assert [row["number"] for row in rows if row["item"] == "rubric"] == ["-19.5"]


def test_a_draft_bridge_can_be_completed_and_used() -> None:
    drafted = trend("--draft-bridge", "draft.yaml")

    assert "A draft with 1 link is in draft.yaml; 0 to be confirmed." in drafted.err
    assert "# Not linked, old: security\n" in Path("draft.yaml").read_text()
    assert "over 1 of 3 criteria" in trend("--bridge", "draft.yaml").out


def test_a_bridge_that_does_not_fit_is_named_with_its_file_and_line() -> None:
    Path("bridge.yaml").write_text(BRIDGE.replace("new: safety", "new: safeti"))
    result = trend("--bridge", "bridge.yaml")

    assert result.code == 1
    assert result.err == (
        "bridge.yaml has a fault:\n"
        "line 6: 'safeti' is not a question of apps@2027.1. Did you mean 'safety'?\n"
    )


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--employer", "Acne"), "The tables do not both hold 'Acne'. Did you mean 'Acme'?\n"),
        (("--on-old", "June"), "--on-old: 'June' is not a date. Write it as 2026-03-01.\n"),
        (("--out", "old.csv"), "'old.csv' is one of the files that are read."),
        (("--draft-bridge", "new.yaml"), "'new.yaml' is one of the files that are read."),
        (("--bridge", "none.yaml"), "There is no file 'none.yaml'.\n"),
        (("--draft-bridge", "no/where.yaml"), "'no/where.yaml' cannot be written"),
    ],
)
def test_a_refusal_says_what_to_do(options: tuple[str, ...], said: str) -> None:
    result = trend(*options)

    assert result.code == 1
    assert said in result.err


def test_employers_of_whom_only_one_table_knows_cannot_be_compared() -> None:
    Path("new.csv").write_text(FILES["new.csv"].replace("Acme", "Acme Ltd"))

    assert trend().err.endswith("No employer stands in both tables under the same name and part.\n")


def test_a_living_wage_that_rose_is_told_as_a_dated_figure() -> None:
    rise = (
        "{place: TX, from: 2027-01-01, value: 25, source: SAMPLE wage board, "
        "as_of: 2027-01-12, last_checked: 2027-01-12}"
    )
    wages = WAGES.read_text().replace("from: 2026-01-01", "from: 2026-01-01, until: 2026-12-31")
    Path("wages.yaml").write_text(f"{wages.rstrip()}\n      - {rise}\n")
    Path("cafes.csv").write_text("employer,profile.place,lowest_rate,grade\nElm Cafe,TX,20,E2\n")
    days = ("--on-old", "2026-03-01", "--on-new", "2027-03-01", "--parameters", "wages.yaml")
    result = call("trend", CAFES, "cafes.csv", CAFES, "cafes.csv", *days)

    assert "  parameter                -50       -15                0%   " in result.out
    assert "  employer                   0         0                0%   " in result.out
    assert (
        "Dated figures (1)\n"
        "  living_wage: 20 in Texas from 2026-01-01 → 25 in Texas from 2027-01-01\n"
    ) in result.out
    assert "---" not in result.out
