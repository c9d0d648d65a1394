"""Minimum wages of every state and year from 1968 to 2020: worked out, and looked up by place."""

from fractions import Fraction
from pathlib import Path

from tests.golden.command import HERE, read_rows, run, scored, write_facts

FOLDER = HERE / "state_minimum_wage"
RUBRIC, BY_PLACE = FOLDER / "rubric.yaml", FOLDER / "by_place.yaml"
#: Some with a higher minimum of their own, some with a lower one, and one with none.
PLACES = {"Alabama": "AL", "California": "CA", "Georgia": "GA", "Oregon": "OR", "Wyoming": "WY"}
EXPECTED = read_rows(FOLDER / "expected.csv")
ROW = (
    "      - {{place: {place}, from: {day}, value: {value}, source: Department of Labor, "
    "as_of: 2020-12-31, last_checked: 2020-12-31}}"
)
HEAD = """\
parameters:
  - parameter: historic_minimum_wage
    title: Minimum wage of a year
    unit: usd_per_hour
    lookup: highest
    values:
"""


def named(row: dict[str, str]) -> str:
    return f"{row['state']} {row['year']}"


def test_both_rubrics_can_be_used(tmp_path: Path) -> None:
    assert run("rubric", "check", RUBRIC).returncode == 0
    wages = parameters_file(tmp_path)
    assert run("rubric", "check", BY_PLACE, "--parameters", wages).returncode == 0


def test_every_wage_and_its_worth_in_2020_come_out(tmp_path: Path) -> None:
    rows = [
        {
            "employer": named(row),
            "state_minimum": row["state_minimum_wage"],
            "federal_minimum": row["federal_minimum_wage"],
            "prices": row["cpi_average"],
        }
        for row in read_rows(FOLDER / "input.csv")
    ]
    facts = write_facts(tmp_path / "facts.csv", rows)

    found = {
        (row["employer"], row["code"]): Fraction(row["value"])
        for row in scored(RUBRIC, facts, "--nodes", "all")
        if row["code"]
    }

    assert len(EXPECTED) == 2_862
    assert found == {
        (named(row), code): Fraction(row[code])
        for row in EXPECTED
        for code in ("effective_minimum_wage", "effective_minimum_wage_2020_dollars")
    }


def parameters_file(folder: Path) -> Path:
    """Write the table as dated rows: the federal wage for the country, and one for each state."""
    rows: dict[tuple[str, str], str] = {}
    for row in read_rows(FOLDER / "input.csv"):
        if row["state"] in PLACES:
            day = f"{row['year']}-01-01"
            rows["us", day] = row["federal_minimum_wage"]
            rows[PLACES[row["state"]], day] = row["state_minimum_wage"]
    lines = [ROW.format(place=place, day=day, value=value) for (place, day), value in rows.items()]
    file = folder / "wages.yaml"
    file.write_text(HEAD + "\n".join(lines) + "\n")
    return file


def test_the_wage_that_held_is_found_by_place_and_day(tmp_path: Path) -> None:
    expected = {
        named(row): Fraction(row["effective_minimum_wage"])
        for row in EXPECTED
        if row["state"] in PLACES
    }
    facts = write_facts(
        tmp_path / "facts.csv",
        [
            {
                "employer": named(row),
                "on": f"{row['year']}-07-01",
                "profile.place": PLACES[row["state"]],
                "effective": "",
            }
            for row in EXPECTED
            if row["state"] in PLACES
        ],
    )

    rows = scored(BY_PLACE, facts, "--parameters", parameters_file(tmp_path))

    assert {row["employer"]: Fraction(row["value"]) for row in rows} == expected
    assert len(expected) == 53 * len(PLACES)
