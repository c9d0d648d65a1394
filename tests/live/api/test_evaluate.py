from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import MetaData, select
from sqlalchemy.orm import Session

from jobquality.api.limits import MOST_EVALUATIONS
from jobquality.store.database import Database
from tests.golden.command import HERE as GOLDEN
from tests.golden.command import ROOT, read_rows, scored, write_facts
from tests.live.api.asking import URL, ask, asked, errors, questions_of

EXAMPLES = ROOT / "docs" / "examples"


def plain(row: dict[str, str]) -> dict[str, str]:
    """Return a row of a score file without the quote that keeps spreadsheets from calculating."""
    return {name: cell.removeprefix("'") for name, cell in row.items()}


#: How the columns of published tables are called in a facts file; others are left out.
RENAMED = {
    "nyc_restaurant_grades": {"row": "employer", "violation_score": "violation_score"},
    "openssf_scorecard": {"project": "employer", "check": "criterion", "score": "answer"},
}
#: Employers that are asked about in each case: every one of the small files.
MOST_ASKED = 30


def golden_facts(case: str, folder: Path) -> Path:
    if case == "formats":
        return GOLDEN / case / "facts.csv"
    rows = read_rows(GOLDEN / case / "input.csv")
    if case == "fairwork_rules":
        named = [{"employer": row.pop("case"), **row} for row in rows]
    else:
        names = RENAMED[case]
        named = [{names[name]: cell for name, cell in row.items() if name in names} for row in rows]
    return write_facts(folder / "facts.csv", named)


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let one client ask as often as it likes."""
    monkeypatch.setattr("jobquality.api.limits.MOST_EVALUATIONS", 1_000_000)


def check_same(
    client: FlaskClient, facts: Path, standard: dict[str, str], arguments: list[str | Path]
) -> None:
    expected = scored(*arguments, "--nodes", "all", "--on", "2026-05-01")
    for question in list(questions_of(facts))[:MOST_ASKED]:
        whose = question["employer"], question["part"]

        answer = ask(client, {"on": "2026-05-01", **question, **standard})

        assert answer.status_code == 200, answer.text
        rows = [row for row in map(plain, expected) if (row["employer"], row["part"]) == whose]
        assert rows
        assert answer.get_json()["scores"] == rows


@pytest.mark.usefixtures("patient")
def test_the_numbers_of_the_documentation_are_those_of_the_command(client: FlaskClient) -> None:
    facts, wage = EXAMPLES / "restaurants.csv", EXAMPLES / "living-wage.yaml"
    standard = {"rubric": "restaurants_us", "parameters_yaml": wage.read_text(encoding="utf-8")}

    check_same(client, facts, standard, ["restaurants_us", facts, "--parameters", wage])


@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize("case", ["formats", "fairwork_rules", *RENAMED])
def test_the_numbers_of_published_methods_are_those_of_the_command(
    client: FlaskClient, tmp_path: Path, case: str
) -> None:
    rubric, facts = GOLDEN / case / "rubric.yaml", golden_facts(case, tmp_path)
    standard = {"rubric_yaml": rubric.read_text(encoding="utf-8")}

    check_same(client, facts, standard, [rubric, facts])


def test_the_whole_trace_comes_with_the_score(client: FlaskClient) -> None:
    result = ask(client, asked()).get_json()

    assert [one["node"] for one in result["trace"]] == [one["node"] for one in result["scores"]]
    line = next(one for one in result["trace"] if one["node"] == "sched_notice_days")
    assert (line["low"], line["high"], line["line"]["number"]) == ("2", "2", "10")
    assert line["line"]["step"]["from"] == "7"
    assert line["line"]["better"]["from"] == "14"
    assert line["line"]["fact"]["answer"] == "10"
    assert result["outcome"]["level"] == "not_enough_known"
    assert {one["level"] for one in result["outcome"]["levels"]} >= {"bronze", "silver", "gold"}


def everything(session: Session) -> dict[str, list[Any]]:
    """Return every row of every table but the one that counts requests."""
    tables = MetaData()
    tables.reflect(session.connection())
    return {
        name: sorted(map(repr, session.connection().execute(select(table))))
        for name, table in tables.tables.items()
        if name != "limits"
    }


def test_nothing_of_a_question_is_kept(client: FlaskClient, database: Database) -> None:
    with database.reading() as session:
        before = everything(session)

    assert ask(client, asked(employer="A very secret name")).status_code == 200

    with database.reading() as session:
        assert everything(session) == before
        rows = session.connection().exec_driver_sql("SELECT key FROM limits").scalars().all()
    assert all("secret" not in key and "127.0.0.1" not in key for key in rows)


@pytest.mark.parametrize("number", [b"9.10", b'"9.10"'])
def test_a_number_is_read_digit_by_digit(client: FlaskClient, number: bytes) -> None:
    body = (
        b'{"rubric": "restaurants_us", "profile": {"place": "TX"}, '
        b'"facts": [{"criterion": "sched_rest_hours", "answer": ' + number + b"}]}"
    )

    trace = client.post(URL, data=body, content_type="application/json").get_json()["trace"]

    line = next(one for one in trace if one["node"] == "sched_rest_hours")
    assert line["line"]["fact"]["answer"] == "9.10"
    assert line["line"]["number"] == "9.1"


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"", "not JSON"),
        (b"{", "not JSON"),
        (b"\xff", "not UTF-8"),
        (b"[" * 100_000, "nested more than 20 deep"),
        (b'{"a":' * 100_000, "nested more than 20 deep"),
        (b"[" * 30 + b"]" * 30, "nested more than 20 deep"),
        (b'{"rubric": "a", "rubric": "b"}', "stands twice"),
        (b'{"facts": [{"criterion": "a", "answer": NaN}]}', "NaN is not a number"),
        (b'{"facts": [{"criterion": "a", "answer": -Infinity}]}', "is not a number"),
    ],
)
def test_a_body_that_is_no_json_of_ours_is_unreadable(
    client: FlaskClient, body: bytes, sentence: str
) -> None:
    response = client.post(URL, data=body, content_type="application/json")

    assert response.status_code == 400
    assert response.content_type == "application/problem+json"
    assert response.get_json()["code"] == "unreadable"
    assert sentence in response.get_json()["detail"]


@pytest.mark.parametrize("number", ["1e3", "1E999999", "9" * 5_000, "0." + "1" * 30])
def test_a_number_that_is_out_of_all_bounds_is_refused(client: FlaskClient, number: str) -> None:
    body = (
        '{"rubric": "restaurants_us", "facts": [{"criterion": "sched_rest_hours", "answer": '
        f"{number}}}]}}"
    )

    response = client.post(URL, data=body, content_type="application/json")

    assert response.status_code == 422
    assert response.get_json()["errors"][0]["pointer"] == "/facts/0/answer"


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]
)
def test_what_another_site_can_send_unasked_is_refused(client: FlaskClient, kind: str) -> None:
    response = client.post(URL, data=b"{}", content_type=kind)

    assert response.status_code == 415
    assert response.get_json()["code"] == "unsupported_media_type"


def test_a_body_over_one_mebibyte_is_refused(client: FlaskClient) -> None:
    response = client.post(URL, data=b" " * (2**20 + 1), content_type="application/json")

    assert response.status_code == 413
    assert response.get_json()["code"] == "too_large"


def test_more_facts_than_a_question_may_have_are_refused(client: FlaskClient) -> None:
    facts = [{"criterion": "a", "answer": "1"}] * 5_001

    assert errors(client, asked(facts=facts))["/facts"] == "Has more than 5000 entries."


@pytest.mark.parametrize(
    ("many", "said"),
    [
        ({"facts": [{"criterion": f"x{n}", "answer": "1"} for n in range(5_000)]}, "4900 more"),
        ({f"key{number}": 1 for number in range(50_000)}, "more than 1000 faults"),
    ],
)
def test_of_very_many_faults_a_person_gets_no_more_than_can_be_read(
    client: FlaskClient, many: dict[str, Any], said: str
) -> None:
    response = ask(client, asked(**many))

    details = [one["detail"] for one in response.get_json()["errors"]]
    assert response.status_code == 422
    assert len(details) <= 1_001
    assert any(said in detail for detail in details)


@pytest.mark.parametrize("answer", [True, False, ["a"]])
def test_true_false_and_lists_are_no_numbers(client: FlaskClient, answer: object) -> None:
    found = errors(client, asked(facts=[{"criterion": "sched_notice_days", "answer": answer}]))

    assert "does not answer this question" in found["/facts/0/answer"]


def test_everything_that_is_wrong_is_named_at_once(client: FlaskClient) -> None:
    found = errors(
        client,
        asked(
            fact=[],
            on="03/01/2026",
            scoring="mian",
            profile={"place": "Texas", "head_count": 3},
            facts=[
                {"criterion": "sched_notice_days", "answer": "10"},
                {"criterion": "sched_notice_days", "answer": "11"},
                {"criterion": "sched_notice_day", "answer": "10"},
                {"criterion": "sched_rest_hours", "answer": None},
                {"criterion": "ben_family_leave", "answer": "x", "grad": "E2"},
                {"criterion": "retaliation", "answer": "no", "grade": "E9"},
            ],
        ),
    )

    assert "Did you mean 'facts'?" in found["/fact"]
    assert "Write it as 2026-03-01" in found["/on"]
    assert "no scoring 'mian'" in found["/scoring"]
    assert "For Texas write TX" in found["/profile/place"]
    assert "Did you mean 'headcount'?" in found["/profile/head_count"]
    assert "in fact 1" in found["/facts/1/answer"]
    assert "Did you mean 'sched_notice_days'?" in found["/facts/2/criterion"]
    assert "must not be null" in found["/facts/3/answer"].lower()
    assert "Did you mean 'grade'?" in found["/facts/4/grad"]
    assert "E0, E1, E2, E3 or E4" in found["/facts/5/grade"]
    assert "found" in found["/facts/5/answer"]


@pytest.mark.parametrize("body", ["[]", '"x"', "null", "5", "true"])
def test_a_question_is_an_object(client: FlaskClient, body: str) -> None:
    response = client.post(URL, data=body, content_type="application/json")

    assert response.status_code == 422
    assert response.get_json()["errors"][0]["detail"] == "The body must be a JSON object."


@pytest.mark.parametrize(
    "standard",
    [{}, {"rubric": "restaurants_us", "rubric_yaml": "rubric: x"}],
)
def test_a_question_names_one_standard(client: FlaskClient, standard: dict[str, str]) -> None:
    found = errors(client, {"facts": [], **standard})

    assert found == {"/rubric": "Give either 'rubric' or 'rubric_yaml'."}


def test_a_fault_in_a_standard_of_ones_own_has_its_line(client: FlaskClient) -> None:
    response = ask(client, {"rubric_yaml": "rubric: x\nedition: 2026\n", "facts": []})

    faults = response.get_json()["errors"]
    assert {one["pointer"] for one in faults} == {"/rubric_yaml"}
    assert any(one["line"] == 2 and "edition" in one["detail"] for one in faults)


@pytest.mark.parametrize(
    "text",
    ["a: &a [*a]", "a: !!python/object:os.system x", "<<: {a: b}", "\ud800", "a: \x00", "[" * 500],
)
def test_a_hostile_standard_is_refused(client: FlaskClient, text: str) -> None:
    assert "/rubric_yaml" in errors(client, {"rubric_yaml": text, "facts": []})


def test_a_missing_figure_says_where_to_give_it(client: FlaskClient) -> None:
    found = errors(client, asked(facts=[{"criterion": "lowest_base_rate", "answer": "9.50"}]))

    assert "in 'parameters_yaml'" in next(iter(found.values()))


def test_one_client_can_ask_only_so_often(client: FlaskClient) -> None:
    answers = [ask(client, {}).status_code for _ in range(MOST_EVALUATIONS)]
    response = ask(client, asked())

    assert set(answers) == {422}
    assert response.status_code == 429
    assert int(response.headers["Retry-After"]) > 0
    assert response.get_json()["code"] == "too_many_requests"


def test_a_token_against_forms_is_not_asked_for(app: Flask) -> None:
    app.config["WTF_CSRF_ENABLED"] = True

    assert ask(app.test_client(), asked()).status_code == 200


CONDITIONS = """\
rubric: ladder
edition: 2026.1
criteria:
  - {criterion: pay, ask: Pay?, answer: yes_no}
  - {criterion: rest, ask: Rest?, answer: yes_no}
levels:
  - {level: gold, any: [{pay: 1}, {rest: 1}], after: bronze}
  - {level: bronze, from: {pay: {answered: 100}, rest: 1}}
  - {level: waived, ask: Until when?, answer: date, exempts: rest}
"""


def test_every_reason_for_a_level_with_several_ways_is_told(client: FlaskClient) -> None:
    facts = [
        {"criterion": "pay", "answer": "yes"},
        {"criterion": "rest", "answer": "no"},
        {"criterion": "waived", "answer": "2026-12-31"},
    ]

    answer = ask(client, {"rubric_yaml": CONDITIONS, "on": "2026-05-01", "facts": facts})

    assert answer.status_code == 200, answer.text
    outcome = answer.get_json()["outcome"]
    gold = outcome["levels"][0]
    assert (outcome["level"], outcome["exempt"]) == ("gold", ["rest"])
    assert [check.get("of") for check in gold["checks"]] == ["answered", None]
    assert [check.get("exempt") for check in gold["checks"]] == [None, True]
    assert len(gold["any_of"][0]) == 2
    assert gold["after"] == "bronze"


def test_a_standard_may_extend_one_that_ships(client: FlaskClient) -> None:
    text = "rubric: ours\nedition: 2026.1\nextends: restaurants_us@2026.1\nwhy: A vote\n"

    answer = ask(client, {"rubric_yaml": text, "on": "2026-05-01", "facts": []})

    assert answer.status_code == 200, answer.text


def test_a_standard_cannot_extend_one_that_does_not_ship(client: FlaskClient) -> None:
    text = "rubric: ours\nedition: 2026.1\nextends: cafes@2026.1\nwhy: A vote\n"

    found = errors(client, {"rubric_yaml": text, "on": "2026-05-01", "facts": []})

    assert "We do not find the standard cafes@2026.1" in found["/rubric_yaml"]
