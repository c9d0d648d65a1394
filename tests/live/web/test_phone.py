"""What a phone may keep: pages of an assessment for one person, and nothing of anybody else's."""

import gzip

import pytest
from flask import Flask
from flask.testing import FlaskClient

from jobquality import paths
from jobquality.http import WORK_POLICY
from jobquality.store.database import Database
from jobquality.store.people import Person
from jobquality.web.visitors import person_tag
from jobquality.web.work import KEEP
from tests.live.accounts.members import send_login, stored_member
from tests.live.assessments.assessing import Case, stored_case
from tests.live.factories import log_in
from tests.live.web.routes import LINK, OPEN_FORM, PUBLIC
from tests.live.web.test_classes_of_routes import get

PAGES = ("", "/topics/wages", "/lowest_base_rate", "/lowest_base_rate/evidence")


@pytest.fixture
def case(database: Database) -> Case:
    """A draft."""
    with database.transaction() as session:
        return stored_case(session)


def address_of(case: Case, rest: str = "") -> str:
    return f"/en/work/assessments/{case.assessment.id}{rest}"


def tag_of(person: Person) -> str:
    return person_tag(person)


@pytest.mark.parametrize("rest", PAGES)
def test_pages_of_an_assessment_may_be_kept_for_the_one_who_sees_them(
    client: FlaskClient, case: Case, rest: str
) -> None:
    answer = log_in(client, case.person).get(address_of(case, rest))

    assert answer.headers[KEEP] == tag_of(case.person)
    assert case.person.id not in answer.headers[KEEP]


@pytest.mark.parametrize(
    "rest", ["/review", "/notice", "/publish", "/nothing", "/topics/scheduling/whole"]
)
def test_no_other_page_at_work_may_be_kept(client: FlaskClient, case: Case, rest: str) -> None:
    answer = log_in(client, case.person).get(address_of(case, rest))

    assert KEEP not in answer.headers


@pytest.mark.parametrize("endpoint", sorted({*PUBLIC, *OPEN_FORM, *LINK} - {"accounts.logout"}))
def test_nothing_outside_the_work_may_be_kept(
    app: Flask, database: Database, endpoint: str
) -> None:
    client = app.test_client()
    send_login(client, stored_member(app, database))
    if "GET" not in next(
        rule.methods or () for rule in app.url_map.iter_rules() if rule.endpoint == endpoint
    ):
        return

    assert KEEP not in get(client, endpoint).headers


def test_somebody_who_is_logged_out_gets_nothing_to_keep(client: FlaskClient, case: Case) -> None:
    assert KEEP not in client.get(address_of(case)).headers
    assert KEEP not in client.get("/en/work/left").headers


def test_the_worker_may_serve_the_work_of_its_language_only(client: FlaskClient) -> None:
    with client.get("/en/work/worker.js") as answer:
        assert answer.mimetype == "text/javascript"
        assert "Service-Worker-Allowed" not in answer.headers
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert answer.headers["Content-Security-Policy"] == WORK_POLICY


def test_the_policy_lets_our_own_worker_run_and_no_other() -> None:
    assert "worker-src 'self';" in WORK_POLICY
    assert "img-src 'self' blob:;" in WORK_POLICY
    assert "unsafe" not in WORK_POLICY


def test_a_script_learns_who_is_logged_in_and_nothing_more(client: FlaskClient, case: Case) -> None:
    told = log_in(client, case.person).get("/en/work/phone/pass").get_json()

    assert set(told) == {"person", "csrf"}
    assert told["person"] == tag_of(case.person)


def test_two_people_have_different_tags(app: Flask, database: Database) -> None:
    first, second = stored_member(app, database), stored_member(app, database)

    assert tag_of(first) != tag_of(second)


def test_logging_out_leads_to_the_page_that_takes_everything_away(
    client: FlaskClient, case: Case
) -> None:
    answer = log_in(client, case.person).post("/es/logout")

    assert answer.location == "/es/work/left"
    assert "Usted ha salido" in client.get(answer.location).text


def test_every_question_is_fetched_ahead(client: FlaskClient, case: Case) -> None:
    text = log_in(client, case.person).get(address_of(case, "/topics/wages")).text

    kept = text.partition('data-keep="')[2].partition('"')[0].split()
    assert address_of(case) in kept
    assert address_of(case, "/topics/critical") in kept
    assert "/en/work/phone" in kept


def test_scripts_and_styles_travel_packed_and_pages_never_do(
    client: FlaskClient, case: Case
) -> None:
    takes = {"Accept-Encoding": "gzip, deflate"}
    with client.get("/static/style.css", headers=takes) as packed:
        with client.get("/static/style.css") as plain:
            assert gzip.decompress(packed.data) == plain.data
        assert packed.headers["Content-Encoding"] == "gzip"
        assert "Accept-Encoding" in packed.headers["Vary"]
        assert packed.headers["ETag"] != plain.headers["ETag"]

    page = log_in(client, case.person).get(address_of(case), headers=takes)
    assert "Content-Encoding" not in page.headers


def test_every_script_of_a_page_says_that_it_ran() -> None:
    """Or it would be taken for one that the line lost, and run a second time."""
    scripts = {one.name: one.read_text() for one in paths.static().glob("*.js")}
    of_pages = scripts.keys() - {"worker.js", "again.js"}

    assert len(of_pages) >= 10
    assert [name for name in of_pages if "currentScript.dataset.ran" not in scripts[name]] == []
