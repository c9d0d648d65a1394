import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from jobquality.config import Settings
from jobquality.rubrics.catalog import shipped
from jobquality.store.database import Database
from tests.live.conftest import make_app
from tests.live.factories import log_in
from tests.live.ledger.published import Center, stored_center

V1 = "/api/v1"


@pytest.fixture
def center(session: Session, tmp_path: Path) -> Center:
    """An organization that can publish."""
    return stored_center(session, tmp_path)


def published(center: Center, *slugs: str, **but: object) -> None:
    """Publish a scorecard of an employer under each public name."""
    for slug in slugs:
        center.publish(center.employer(**{"slug": slug, "name": slug.title(), **but}))
    center.session.flush()


def got(client: FlaskClient, path: str) -> Any:  # noqa: ANN401 - any JSON
    response = client.get(path)
    assert response.status_code == 200, response.text
    return response.get_json()


def walked(client: FlaskClient, path: str) -> list[str]:
    """Return the public names of every page."""
    names: list[str] = []
    following: str | None = path
    while following:
        page = client.get(following)
        names += [one["slug"] for one in page.get_json()["items"]]
        following = page.get_json()["next"]
        assert (following is None) == ("Link" not in page.headers)
        assert following is None or page.headers["Link"] == f'<{following}>; rel="next"'
    return names


def test_every_standard_is_listed_with_its_hash(client: FlaskClient) -> None:
    items = got(client, f"{V1}/standards")["items"]

    assert {one["name"]: one["scoring_hash"] for one in items} == {
        one.name: one.scoring_hash for one in shipped().editions()
    }


@pytest.mark.parametrize("name", shipped().by_name)
def test_a_standard_is_shown_whole_in_both_languages(client: FlaskClient, name: str) -> None:
    edition = shipped().by_name[name]

    shown = got(client, f"{V1}/standards/{name.replace('@', '/')}")

    assert shown["criterion_count"] == sum(one["is_scored"] for one in shown["criteria"])
    assert {one["id"] for one in shown["criteria"]} == {
        one.id for one in edition.rubric.questions()
    }
    assert all(
        one["words"]["en"]["title"] and one["words"]["es"]["title"] for one in shown["criteria"]
    )
    bands = [step for one in shown["criteria"] for step in one["points"]]
    assert all(step["basis"] for step in bands)
    assert client.get(shown["links"]["yaml"]).data == edition.file.read_bytes()
    assert client.get(shown["links"]["page"]).status_code == 200


@pytest.mark.parametrize("path", ["nothing/2026.1", "restaurants_us/2026.9", "restaurants_us/%00"])
def test_a_standard_that_does_not_ship_is_not_found(client: FlaskClient, path: str) -> None:
    response = client.get(f"{V1}/standards/{path}")

    assert response.status_code == 404
    assert response.get_json()["code"] == "not_found"


def test_employers_with_a_scorecard_or_a_withdrawn_one_are_listed(
    client: FlaskClient, center: Center
) -> None:
    center.employer(slug="never-published")
    published(center, "now", "withdrawn")
    center.withdraw(center.publications[-1])
    center.session.flush()

    assert walked(client, f"{V1}/employers") == ["now", "withdrawn"]
    assert client.get(f"{V1}/employers/never-published").status_code == 404
    assert client.get(f"{V1}/employers/withdrawn").status_code == 410


def test_every_employer_comes_once_while_others_are_published(
    client: FlaskClient, center: Center
) -> None:
    published(center, *(f"e-{number:02}" for number in range(0, 20, 2)))
    seen: list[str] = []
    following: str | None = f"{V1}/employers?limit=3"
    while following:
        page = got(client, following)
        seen += [one["slug"] for one in page["items"]]
        following = page["next"]
        published(center, f"e-{len(seen):02}a", f"a-{len(seen):02}")

    assert len(seen) == len(set(seen))
    assert {f"e-{number:02}" for number in range(0, 20, 2)} <= set(seen)
    assert seen == sorted(seen)


def test_public_names_are_in_one_order_on_every_database(
    client: FlaskClient, center: Center
) -> None:
    published(center, "a-b", "a1", "ab", "a", "a-2")

    assert walked(client, f"{V1}/employers?limit=1") == ["a", "a-2", "a-b", "a1", "ab"]


def test_a_page_looks_through_so_many_employers_and_goes_on(
    client: FlaskClient, center: Center, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jobquality.api.employers.MOST_LOOKED_AT", 2)
    published(center, "a", "b", "c", "d", "wanted")

    page = got(client, f"{V1}/employers?q=wanted")

    assert page["items"] == []
    assert walked(client, f"{V1}/employers?q=wanted") == ["wanted"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("sector=722", ["café"]),
        ("sector=445", ["shop"]),
        ("place=us", ["café", "shop"]),
        ("place=TX", ["café", "shop"]),
        ("place=48453", ["café"]),
        ("q=CAFE", ["café"]),
        ("q=caf%C3%A9+la", ["café"]),
        ("level=not_enough_known", ["café", "shop"]),
        ("level=gold", []),
        ("sector=722&place=48113", []),
    ],
)
def test_employers_are_found_by_what_was_published(
    client: FlaskClient, center: Center, query: str, found: list[str]
) -> None:
    slugs = {"café": "cafe", "shop": "shop"}
    published(center, "cafe", name="Café La Paloma", sector="722515", place="48453")
    published(center, "shop", name="Shop", sector="445110", place="48113")

    assert walked(client, f"{V1}/employers?{query}") == [slugs[one] for one in found]


@pytest.mark.parametrize(
    ("query", "parameter", "sentence"),
    [
        ("limit=0", "limit", "from 1 to 100"),
        ("limit=x", "limit", "integer"),
        ("after=../x", "after", "no public name"),
        ("sector=food", "sector", "NAICS"),
        ("place=Texas", "place", "For Texas write TX"),
        ("level=Gold!", "level", "no id of a level"),
        ("level=platinum", "level", "Levels are: gold, silver, "),
        ("sector=99", "sector", "This is no NAICS code"),
        ("q=%E2%80%AE", "q", "invisible"),
        ("sectr=722", "sectr", "Did you mean 'sector'?"),
    ],
)
def test_a_faulty_query_is_told_what_is_wrong(
    client: FlaskClient, query: str, parameter: str, sentence: str
) -> None:
    response = client.get(f"{V1}/employers?{query}")

    (fault,) = response.get_json()["errors"]
    assert response.status_code == 422
    assert fault["parameter"] == parameter
    assert sentence in fault["detail"]


def test_an_employer_has_the_numbers_of_its_snapshot(client: FlaskClient, center: Center) -> None:
    published(center, "diner")
    snapshot = json.loads(center.publications[0].content)

    employer = got(client, f"{V1}/employers/diner")

    (card,) = employer["scorecards"]
    total = snapshot["scores"][0]
    assert {name: card[name] for name in ("low", "high", "value")} == {
        name: total[name] for name in ("low", "high", "value")
    }
    assert (card["level"], card["is_sample"]) == (snapshot["level"], False)
    assert employer["name"] == snapshot["employer"]["name"]


def test_a_new_name_is_told_only_once_it_is_published(client: FlaskClient, center: Center) -> None:
    published(center, "diner", name="Old Name")
    center.session.connection().exec_driver_sql("UPDATE employers SET name = 'New Name'")
    center.session.flush()

    assert got(client, f"{V1}/employers/diner")["name"] == "Old Name"


def test_a_snapshot_is_handed_out_byte_for_byte(client: FlaskClient, center: Center) -> None:
    published(center, "diner")
    publication = center.publications[0]
    (listed,) = got(client, f"{V1}/employers/diner/scorecards")["items"]

    response = client.get(listed["links"]["self"])

    assert response.data == publication.content.encode()
    assert hashlib.sha256(response.data).hexdigest() == publication.hash == listed["hash"]
    assert response.headers["ETag"] == f'"{publication.hash}"'
    again = client.get(listed["links"]["self"], headers={"If-None-Match": response.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_older_scorecards_stay_and_withdrawn_ones_are_gone(
    client: FlaskClient, center: Center
) -> None:
    employer = center.employer(slug="diner")
    first, second = center.publish(employer), center.publish(employer)
    center.session.flush()

    items = got(client, f"{V1}/employers/diner/scorecards")["items"]
    assert [(one["hash"], one["state"]) for one in items] == [
        (second.hash, "current"),
        (first.hash, "superseded"),
    ]
    assert client.get(items[1]["links"]["self"]).data == first.content.encode()

    center.withdraw(first)
    center.session.flush()
    gone = client.get(items[1]["links"]["self"])
    listed = got(client, f"{V1}/employers/diner/scorecards")["items"][1]
    assert (gone.status_code, gone.get_json()["code"]) == (410, "withdrawn")
    assert (listed["state"], listed["low"], listed["level"]) == ("withdrawn", None, None)


@pytest.mark.parametrize(
    "path",
    ["nobody", "%00", "x'--", "diner/scorecards/" + "0" * 64, "nobody/scorecards", "A" * 500],
)
def test_what_was_never_published_is_not_found(
    client: FlaskClient, center: Center, path: str
) -> None:
    published(center, "diner")

    response = client.get(f"{V1}/employers/{path}")

    assert response.status_code == 404
    assert response.content_type == "application/problem+json"


@pytest.mark.parametrize("path", ["standards", "standards/restaurants_us/2026.1", "employers"])
def test_what_did_not_change_is_not_sent_again(client: FlaskClient, path: str) -> None:
    first = client.get(f"{V1}/{path}")

    again = client.get(f"{V1}/{path}", headers={"If-None-Match": first.headers["ETag"]})

    assert (again.status_code, again.data) == (304, b"")


def check_open(response: TestResponse) -> None:
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in response.headers
    assert response.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_any_website_may_read_and_none_may_ask_in_somebodys_name(
    client: FlaskClient, center: Center
) -> None:
    published(center, "diner")
    origin = {"Origin": "https://other.example"}

    for path in ("/api/openapi.json", f"{V1}/standards", f"{V1}/employers/diner", f"{V1}/nothing"):
        check_open(client.get(path, headers=origin))
    asked = client.post(f"{V1}/evaluate", json={}, headers=origin)
    assert "Access-Control-Allow-Origin" not in asked.headers
    assert "Access-Control-Allow-Origin" not in client.get("/en/", headers=origin).headers


def test_cookies_are_neither_read_nor_set(client: FlaskClient, center: Center) -> None:
    published(center, "diner")
    log_in(client, center.author)

    for path in (f"{V1}/employers/diner", f"{V1}/nothing", "/api/openapi.json"):
        response = client.get(path)
        assert "Set-Cookie" not in response.headers
        assert "Cookie" not in response.headers.get("Vary", "")


@pytest.mark.parametrize(
    ("path", "method", "status", "code"),
    [
        ("/api/nothing", "GET", 404, "not_found"),
        (f"{V1}/evaluate", "GET", 405, "method_not_allowed"),
        (f"{V1}/standards", "DELETE", 405, "method_not_allowed"),
    ],
)
def test_errors_below_api_are_problems_with_a_code(
    client: FlaskClient, path: str, method: str, status: int, code: str
) -> None:
    response = client.open(path, method=method)

    problem = response.get_json()
    assert (response.status_code, response.content_type) == (status, "application/problem+json")
    assert (problem["status"], problem["code"], problem["instance"]) == (status, code, path)
    assert (status == 405) == ("Allow" in response.headers)


@pytest.mark.parametrize(("path", "status"), [("/en/nothing", 404), ("/apiary", 404)])
def test_errors_of_pages_stay_pages(client: FlaskClient, path: str, status: int) -> None:
    response = client.get(path)

    assert response.status_code == status
    assert response.content_type.startswith("text/html")


def test_a_fault_of_ours_says_nothing_of_the_inside(settings: Settings, database: Database) -> None:
    def broken() -> str:
        raise ZeroDivisionError("inner words")

    app = make_app(settings, database)
    app.add_url_rule("/api/v1/broken", view_func=broken)

    response = app.test_client().get("/api/v1/broken")

    assert (response.status_code, response.get_json()["code"]) == (500, "internal")
    assert "inner words" not in response.text


def test_the_description_is_openapi_3_1(client: FlaskClient) -> None:
    described = got(client, "/api/openapi.json")

    assert described["openapi"] == "3.1.0"
    assert set(described["paths"]) == {
        "/api/v1/standards",
        "/api/v1/standards/{rubric_id}/{edition}",
        "/api/v1/employers",
        "/api/v1/employers/{slug}",
        "/api/v1/employers/{slug}/scorecards",
        "/api/v1/employers/{slug}/scorecards/{hash}",
        "/api/v1/employers/{slug}/scorecards/{hash}/claims",
        "/api/v1/employers/{slug}/trend",
        "/api/v1/evaluate",
        "/api/v1/me",
        "/api/v1/assessments",
        "/api/v1/assessments/{assessment_id}",
        "/api/v1/assessments/{assessment_id}/answers",
        "/api/v1/assessments/{assessment_id}/answers/{criterion}",
        "/api/v1/assessments/{assessment_id}/answers/{criterion}/confirm",
        "/api/v1/assessments/{assessment_id}/newer-edition",
        "/api/v1/assessments/{assessment_id}/submit",
    }
    problems = described["components"]["responses"]["NOT_FOUND"]["content"]
    assert list(problems) == ["application/problem+json"]
