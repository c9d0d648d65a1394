"""A question about one employer may bring the cohort that it is compared with. All SAMPLE."""

import json
from typing import Any

from flask.testing import FlaskClient

from jobquality.rubrics.catalog import shipped_parameters
from jobquality.rubrics.loader import load_rubric
from jobquality.schemas.cohorts import dump_cohort
from jobquality.scoring.freezing import freeze
from tests.live.api.asking import ask, errors
from tests.pure.scoring.cases import facts_of

RUBRIC = """\
rubric: apps
edition: 2026.1
criteria:
  - {criterion: pay, ask: Pay?, answer: number, cohort: {by: minmax}}
"""


def a_cohort() -> dict[str, Any]:
    rubric = load_rubric(RUBRIC.encode(), parameters=shipped_parameters().units)
    members = [facts_of(rubric, {"pay": pay}) for pay in ("10", "20", "30")]
    frozen: dict[str, Any] = json.loads(dump_cohort(freeze(rubric, members, shipped_parameters())))
    return frozen


def a_question(**more: object) -> dict[str, Any]:
    facts = [{"criterion": "pay", "answer": "15"}]
    return {"rubric_yaml": RUBRIC, "on": "2026-03-01", "facts": facts, **more}


def test_an_employer_is_held_against_the_cohort_of_the_question(client: FlaskClient) -> None:
    cohort = a_cohort()
    answer = ask(client, a_question(cohort=cohort)).get_json()

    assert answer["cohort"] == cohort["hash"]
    assert next(row for row in answer["scores"] if row["node"] == "total")["value"] == "25"


def test_without_a_cohort_the_question_says_what_it_needs(client: FlaskClient) -> None:
    found = errors(client, a_question())

    assert list(found) == ["/facts/0/answer"]
    assert found["/facts/0/answer"].endswith("Pass it in 'cohort'.")


def test_what_is_wrong_with_a_cohort_is_said_with_its_place(client: FlaskClient) -> None:
    changed = a_cohort()
    changed["numbers"][0]["least"] = "11"
    broken = a_cohort()
    broken["numbers"][0] |= {"least": 11, "lest": "1"}

    assert list(errors(client, a_question(cohort=changed))) == ["/cohort/hash"]
    assert set(errors(client, a_question(cohort=broken))) == {
        "/cohort/numbers/0/least", "/cohort/numbers/0/lest",
    }  # fmt: skip


def test_a_cohort_of_another_standard_is_refused(client: FlaskClient) -> None:
    other = RUBRIC.replace("minmax", "minmax, to: 10")
    found = errors(client, a_question(rubric_yaml=other, cohort=a_cohort()))

    assert found["/cohort"].startswith("The cohort was frozen for apps@2026.1")
