"""`jobquality cohort` and `score --cohort`, and a small published-like index. All SAMPLE."""

import csv
import io
import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from jobquality.cli.given import read_employers
from jobquality.rubrics.catalog import shipped_parameters
from jobquality.rubrics.loader import load_rubric
from jobquality.scoring.freezing import freeze as freeze_all
from jobquality.scoring.score import score as score_one
from tests.cli.calling import CAFES, Result, call

RUBRIC = """\
rubric: apps
edition: 2026.1
out_of: points
criteria:
  - {criterion: pay, weight: 60, ask: Pay?, answer: number, cohort: {by: minmax}}
  - {criterion: leave, weight: 40, ask: Leave?, answer: number, cohort: {by: rank}}
"""
FACTS = "employer,pay,leave\nAcme,10,1\nBee,15,3\nCo,30,2\n"
ONE = "employer,pay,leave\nDee,20,2\n"
HASH = re.compile(r"[0-9a-f]{64}")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("apps.yaml").write_text(RUBRIC)
    Path("facts.csv").write_text(FACTS)
    Path("one.csv").write_text(ONE)


def score(*options: str | Path) -> Result:
    return call("score", "apps.yaml", "facts.csv", *options)


def freeze(*options: str | Path) -> Result:
    return call("cohort", "apps.yaml", "facts.csv", *options)


def values(text: str, node: str = "total") -> list[float]:
    rows = csv.DictReader(io.StringIO(text))
    return [float(row["value"]) for row in rows if row["node"] == node]


def written(change: Callable[[dict[str, Any]], object]) -> Result:
    """Return what is said of a cohort file that somebody changed."""
    freeze("--out", "cohort.json")
    document = json.loads(Path("cohort.json").read_text())
    change(document)
    Path("cohort.json").write_text(json.dumps(document))
    return score("--cohort", "cohort.json")


def test_a_cohort_is_a_readable_file() -> None:
    result = freeze("--out", "cohort.json")
    document = json.loads(Path("cohort.json").read_text())

    assert result.code == 0
    assert result.err == (
        f"3 employers frozen in cohort.json for apps@2026.1. Cohort {document['hash']}.\n"
    )
    assert document["numbers"] == [
        {"node": "leave", "count": "3", "all": ["1", "2", "3"]},
        {"node": "pay", "count": "3", "least": "10", "most": "30"},
    ]
    assert (document["cohort"], document["scoring"], document["members"]) == (
        "apps@2026.1", "main", "3",
    )  # fmt: skip
    assert freeze().out == Path("cohort.json").read_text()


def test_without_a_cohort_the_table_is_compared_with_itself() -> None:
    """Pay gives 0, 25, 100 and leave 1, 3, 2: 60 % and 40 %."""
    result = score()

    assert values(result.out) == pytest.approx([0.4, 16.2, 60.8])
    assert result.err.startswith("Compared with the 3 employers of this table itself: cohort ")
    assert HASH.search(result.err)


def test_scoring_with_the_frozen_cohort_gives_the_same() -> None:
    freeze("--out", "cohort.json")

    assert score("--cohort", "cohort.json").out == score().out
    assert "itself" not in score("--cohort", "cohort.json").err


def test_one_employer_is_scored_by_a_cohort_that_it_is_not_in() -> None:
    freeze("--out", "cohort.json")
    result = call("score", "apps.yaml", "one.csv", "--cohort", "cohort.json")

    assert values(result.out) == pytest.approx([0.6 * 50 + 0.4 * 2])


def test_the_explanation_names_the_cohort() -> None:
    freeze("--out", "cohort.json")
    frozen = json.loads(Path("cohort.json").read_text())["hash"]
    result = score("--cohort", "cohort.json", "--explain", "Bee")

    assert f"Compared with the cohort {frozen}\n" in result.out
    assert "15, by its place among all that are compared" in result.out


def test_a_cohort_of_two_is_refused_unless_it_is_asked_for() -> None:
    Path("facts.csv").write_text("employer,pay,leave\nAcme,10,1\nBee,15,\nCo,20,3\n")
    result = freeze("--out", "cohort.json")

    assert result.code == 1
    assert result.err == (
        "facts.csv has a fault:\n"
        "leave: Only 2 of its numbers are known, and 3 are needed. Who has one of so few numbers "
        "can work out the others. Add employers, or allow it with --small.\n"
    )
    assert not Path("cohort.json").exists()
    assert freeze("--out", "cohort.json", "--small").code == 0


def test_a_cohort_is_not_frozen_while_somebody_cannot_be_scored() -> None:
    Path("facts.csv").write_text(FACTS + "Ed,many,1\n")

    assert freeze("--out", "cohort.json").code == 1
    assert not Path("cohort.json").exists()


@pytest.mark.parametrize("command", ["cohort", "score"])
def test_a_standard_that_compares_nobody_needs_no_cohort(command: str) -> None:
    Path("cafes.csv").write_text("employer\nUno\n")
    freeze("--out", "cohort.json")
    more = ("--cohort", "cohort.json") if command == "score" else ()
    result = call(command, CAFES, "cafes.csv", *more)

    assert result.code == 1
    assert "compares no employers" in result.err


def test_a_cohort_does_not_overwrite_what_it_is_made_of() -> None:
    result = freeze("--out", "facts.csv")

    assert result.code == 1
    assert "one of the files that are read" in result.err
    assert Path("facts.csv").read_text() == FACTS


def test_a_cohort_of_another_edition_is_refused_in_words() -> None:
    freeze("--out", "cohort.json")
    Path("apps.yaml").write_text(RUBRIC.replace("weight: 60", "weight: 50").replace("40", "50"))
    result = score("--cohort", "cohort.json")

    assert result.code == 1
    assert "The cohort was frozen for apps@2026.1 with scoring hash " in result.err


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda tree: tree["numbers"][1].update(least="11"),
         ["/hash: The file was changed after it was frozen: its hash does not fit."]),
        (lambda tree: tree["numbers"][1].pop("least"),
         ["/numbers/1: 'least' is missing.", "/hash: The file was changed"]),
        (lambda tree: tree["numbers"][1].update(least="31", node="pai"),
         ["/numbers/1: 'pai' is not compared so in the standard. Did you mean 'pay'?"]),
        (lambda tree: tree["numbers"][1].update(least="31"),
         ["/numbers/1: 'least' is above 'most'."]),
        (lambda tree: tree["numbers"][0].update(all=["3", "1"]),
         ["/numbers/0: 'all' is not in order."]),
        (lambda tree: tree["numbers"][0].update(all=["1", "2", "3", "4"]),
         ["/numbers/0: 'all' holds more than 'count'."]),
        (lambda tree: tree["numbers"][0].update(all=[]), ["/numbers/0: 'all' is missing."]),
        (lambda tree: tree["numbers"].append(tree["numbers"][0]),
         ["/numbers: A node stands twice."]),
        (lambda tree: tree["numbers"][1].update(least=10, most="1e3", middle="2", count="0"),
         ["/numbers/1/least: is not an exact number.", "/numbers/1/most: is not an exact number.",
          "/numbers/1/middle: 'middle' is not known here.",
          "/numbers/1/count: is not a whole number above 0."]),
        (lambda tree: tree.pop("hash"), ["/hash: is missing."]),
        (lambda tree: tree.update(scoring="other"),
         ["The cohort was frozen for the scoring other, not main."]),
    ],
)  # fmt: skip
def test_a_cohort_file_that_somebody_changed_is_refused(
    change: Callable[[dict[str, Any]], object], said: list[str]
) -> None:
    result = written(change)

    assert result.code == 1
    assert all(one in result.err for one in said)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"[]", "A cohort is a JSON object."),
        (b"{", "is not JSON"),
        (b"\xff", "is not UTF-8 text"),
        (b"[" * 100_000, "nested"),
        (b" " * (64 * 1024 * 1024 + 1), "more than 64 MB"),
    ],
    ids=["list", "broken", "latin", "deep", "large"],
)
def test_a_file_that_is_no_cohort_is_refused(content: bytes, said: str) -> None:
    Path("cohort.json").write_bytes(content)
    result = score("--cohort", "cohort.json")

    assert result.code == 1
    assert said in result.err


def test_a_cohort_file_that_is_not_there_is_named() -> None:
    result = score("--cohort", "nowhere.json")

    assert result.code == 1
    assert "There is no file 'nowhere.json'." in result.err


INDEX = """\
rubric: {name}
edition: 2026.1
weights: relative
combine: {top}
out_of: points
{above}
dimensions:
  - dimension: pay
    weight: 2
    combine: mean
    out_of: points
    criteria:
      - {{criterion: median_wage, weight: 1, ask: Wage?, answer: number, {gap}
         cohort: {{by: {by}, winsorise: {{skewness: 2, kurtosis: 3.5, count: 5, sample: yes}}}}}}
      - {{criterion: wage_gap, weight: 1, ask: Gap?, answer: number,
         cohort: {{by: {by}, better: lower}}}}
  - dimension: voice
    weight: 1
    combine: mean
    out_of: points
    criteria:
      - {{criterion: union, weight: 3, ask: Union?, answer: number, cohort: {{by: {by}}}}}
      - {{criterion: talks, weight: 1, ask: Talks?, answer: number,
         cohort: {{by: {by}, log: yes}}}}
"""
COLUMNS = ("median_wage", "wage_gap", "union", "talks")
Columns = dict[str, npt.NDArray[np.float64]]


def a_table() -> tuple[str, Columns]:
    """Return forty employers with two wages far out, and some wages that nobody knows."""
    random = np.random.default_rng(20260101)
    columns = {
        "median_wage": np.round(random.normal(20, 4, 40), 2),
        "wage_gap": np.round(random.uniform(0, 30, 40), 1),
        "union": np.round(random.uniform(0, 100, 40)),
        "talks": np.round(np.exp(random.normal(2, 1, 40)) + 1),
    }
    columns["median_wage"][[3, 17]] = (180, 95.5)
    columns["median_wage"][[8, 21, 30]] = np.nan
    lines = [
        ",".join([f"E{row}", *("" if np.isnan(columns[name][row]) else f"{columns[name][row]:g}"
                               for name in COLUMNS)])
        for row in range(40)
    ]  # fmt: skip
    return "\n".join(["employer," + ",".join(COLUMNS), *lines]) + "\n", columns


def pulled_in(numbers: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Winsorise as the manual of COINr says, with its sample skewness and kurtosis."""
    moved = numbers.copy()
    for _ in range(5):
        known = moved[~np.isnan(moved)]
        n, away = len(known), known - known.mean()
        m2, m3, m4 = (np.mean(away**power) for power in (2, 3, 4))
        skew = m3 / m2**1.5 * np.sqrt(n * (n - 1)) / (n - 2)
        kurt = (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * (m4 / m2**2 - 3) + 6)
        if abs(skew) < 2 or kurt < 3.5:
            break
        moved[moved == known.max()] = known[known < known.max()].max()
    return moved


def read_columns(columns: Columns, way: Callable[..., npt.NDArray[np.float64]]) -> Columns:
    wage = pulled_in(columns["median_wage"])
    median = np.nanmedian(columns["median_wage"])
    filled = way(np.where(np.isnan(wage), median, wage), wage)
    return {
        "median_wage": filled,
        "wage_gap": way(-columns["wage_gap"], -columns["wage_gap"]),
        "union": way(columns["union"], columns["union"]),
        "talks": way(np.log(columns["talks"]), np.log(columns["talks"])),
    }


def minmax(numbers: npt.NDArray[np.float64], of: npt.NDArray[np.float64]) -> Any:  # noqa: ANN401  # an array
    return 1 + 99 * (numbers - np.nanmin(of)) / (np.nanmax(of) - np.nanmin(of))


def zscore(numbers: npt.NDArray[np.float64], of: npt.NDArray[np.float64]) -> Any:  # noqa: ANN401  # an array
    return (numbers - np.nanmean(of)) / np.nanstd(of, ddof=1)


def exactly(*, scoring: str = "main") -> list[float]:
    """Return the totals before a file rounds them to six decimals."""
    parameters = shipped_parameters()
    rubric = load_rubric(Path("apps.yaml").read_bytes(), parameters=parameters.units)
    employers = read_employers(Path("facts.csv"), rubric, parameters, date(2026, 6, 1))
    cohort = freeze_all(rubric, employers, parameters, scoring=scoring)
    cards = [
        score_one(rubric, facts, parameters, scoring=scoring, cohort=cohort) for facts in employers
    ]
    return [float(card.total.value or 0) for card in cards]


def test_an_index_is_what_numpy_makes_of_it() -> None:
    """Min-max 1 to 100, means in dimensions, a geometric mean of dimensions: a baseline of COINr.

    Saisana and others (2005) and the manual of COINr: pillars by arithmetic means, the index by
    the geometric one; outliers treated first, gaps filled with the median.
    """
    text, columns = a_table()
    Path("facts.csv").write_text(text)
    Path("apps.yaml").write_text(
        INDEX.format(
            name="apps",
            top="geometric",
            by="minmax, from: 1, to: 100",
            above="",
            gap="when: {missing: cohort_median},",
        )
    )
    read = read_columns(columns, minmax)
    pay = (read["median_wage"] + read["wage_gap"]) / 2
    voice = (3 * read["union"] + read["talks"]) / 4

    expected = list(np.exp((2 * np.log(pay) + np.log(voice)) / 3))

    assert values(score().out) == pytest.approx(expected, abs=6e-7)
    assert exactly() == pytest.approx(expected, abs=1e-9)


VARIANT = """\
scorings:
  - scoring: zscore
    change:
      total: {combine: mean, cohort: {by: minmax, from: 1, to: 100}}
      median_wage:
        cohort:
          by: zscore
          sample: yes
          winsorise: {skewness: 2, kurtosis: 3.5, count: 5, sample: yes}
      wage_gap: {cohort: {by: zscore, sample: yes, better: lower}}
      union: {cohort: {by: zscore, sample: yes}}
      talks: {cohort: {by: zscore, sample: yes, log: yes}}
"""


def test_the_z_score_variant_is_what_numpy_makes_of_it_too() -> None:
    """Z-scores of a sample, arithmetic means, and the index itself set to 1 to 100 at the end.

    Here it is another scoring of the same standard.
    """
    text, columns = a_table()
    Path("facts.csv").write_text(text)
    Path("apps.yaml").write_text(
        INDEX.format(
            name="apps",
            top="geometric",
            by="minmax, from: 1, to: 100",
            above=VARIANT,
            gap="when: {missing: cohort_median},",
        )
    )
    read = read_columns(columns, zscore)
    pay = (read["median_wage"] + read["wage_gap"]) / 2
    voice = (3 * read["union"] + read["talks"]) / 4
    index = (2 * pay + voice) / 3

    expected = list(minmax(index, index))

    assert values(score("--scoring", "zscore").out) == pytest.approx(expected, abs=6e-7)
    assert exactly(scoring="zscore") == pytest.approx(expected, abs=1e-9)


def test_a_plan_holds_the_employer_against_the_cohort_too() -> None:
    Path("apps.yaml").write_text(
        RUBRIC.replace("pay, weight: 60", "pay, weight: 50").replace(
            "leave, weight: 40", "leave, weight: 30"
        )
        + "  - {criterion: union, weight: 20, ask: Union?, answer: yes_no}\n"
        "levels: [{level: good, from: {total: 9}}]\n"
    )
    Path("facts.csv").write_text("employer,pay,leave,union\nA,10,1,no\nB,11,2,no\nC,20,3,yes\n")
    freeze("--out", "cohort.json")
    own = call("plan", "apps.yaml", "facts.csv", "--employer", "B")
    frozen = call("plan", "apps.yaml", "facts.csv", "--employer", "B", "--cohort", "cohort.json")

    assert (own.code, frozen.code) == (0, 0)
    assert "itself" in own.err
    assert frozen.err == ""
    assert own.out == frozen.out
    assert "union" in own.out


@pytest.mark.parametrize(
    "arguments",
    [("robustness", "apps.yaml", "facts.csv"),
     ("trend", "apps.yaml", "facts.csv", "apps.yaml", "facts.csv")],
    ids=["robustness", "trend"],
)  # fmt: skip
def test_what_cannot_compare_yet_says_so(arguments: tuple[str, ...]) -> None:
    result = call(*arguments)

    assert result.code == 1
    assert f"compares employers, which 'jobquality {arguments[0]}' cannot do yet" in result.err
