"""Questions to the scorer, made of facts files, and what the API answers."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

URL = "/api/v1/evaluate"
PROFILE = "profile."
BESIDE = ("grade", "url", "reason", "note")
#: Columns of a facts file that are not answers.
_NOT_ANSWERS = ("employer", "part", "on", "criterion", "answer", *BESIDE)
ASKED: dict[str, Any] = {
    "rubric": "restaurants_us@2026.1",
    "on": "2026-03-01",
    "profile": {"place": "TX", "sector": "722511", "headcount": 22},
    "facts": [{"criterion": "sched_notice_days", "answer": "10", "grade": "E2"}],
}


def asked(**but: object) -> dict[str, Any]:
    """Return a question about one answer, with other keys where a test needs them."""
    return {**ASKED, **but}


def ask(client: FlaskClient, document: object) -> TestResponse:
    """Ask for a score."""
    return client.post(URL, json=document)


def errors(client: FlaskClient, document: object) -> dict[str, str]:
    """Return what is wrong with a question: the sentence by its pointer."""
    response = ask(client, document)
    assert response.status_code == 422, response.text
    assert response.content_type == "application/problem+json"
    return {one["pointer"]: one["detail"] for one in response.get_json()["errors"]}


def questions_of(path: Path) -> Iterator[dict[str, Any]]:
    """Yield one question for each employer and part of a facts file, long or wide."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    known: dict[tuple[str, str], dict[str, Any]] = {}
    employers: dict[str, dict[str, str]] = {}
    for row in rows:
        said = employers.setdefault(row["employer"], {})
        said |= {name: cell for name, cell in row.items() if cell and _is_of_employer(name)}
        key = row["employer"], row.get("part", "")
        question = known.setdefault(key, {"employer": key[0], "part": key[1], "facts": []})
        question["facts"] += list(_facts(row))
    for (employer, _), question in known.items():
        said = employers[employer]
        profile = {n.removeprefix(PROFILE): c for n, c in said.items() if n.startswith(PROFILE)}
        yield {**question, "profile": profile, **({"on": said["on"]} if "on" in said else {})}


def _is_of_employer(name: str) -> bool:
    return name == "on" or name.startswith(PROFILE)


def _facts(row: dict[str, str]) -> Iterator[dict[str, str]]:
    beside = {name: row[name] for name in BESIDE if row.get(name)}
    if "criterion" in row:
        if row["criterion"]:
            yield {"criterion": row["criterion"], "answer": row["answer"], **beside}
        return
    for name, cell in row.items():
        if cell and name not in _NOT_ANSWERS and not name.startswith(PROFILE):
            yield {"criterion": name, "answer": cell, **beside}
