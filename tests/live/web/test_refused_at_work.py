"""A refused page leads people at work back to their work, and tells nothing of what there is."""

import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from jobquality.access.actors import Role
from jobquality.store.database import EVERY_ORGANIZATION, Database
from tests.live.factories import log_in
from tests.live.reviews.browsing import without_secrets
from tests.live.web.worlds import RANDOM, World, stored_world


@pytest.fixture
def worlds(database: Database, tmp_path: Path) -> tuple[World, World]:
    """Two centers."""
    with database.transaction(EVERY_ORGANIZATION) as session:
        return stored_world(session, tmp_path), stored_world(session, tmp_path)


def at_work(page: str) -> bool:
    """Say whether a page leads back to one's work, and nowhere to a login or the start."""
    main = page.partition("<main")[2].partition("</main>")[0]
    return (
        bool(re.search(r'class="button" href="/(en|es)/work/"', main))
        and 'class="work-bar"' in page
        and "/login" not in page
        and 'class="button" href="/en/"' not in main
    )


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_kind_of_refusal_leads_back_to_my_work(
    app: Flask, worlds: tuple[World, World], language: str
) -> None:
    mine, _ = worlds
    browser = log_in(app.test_client(), mine.people[Role.ADVOCATE])
    work, ids = f"/{language}/work", mine.ids

    answers = {
        "gone": browser.get(f"{work}/assessments/{RANDOM}"),
        "no address": browser.get(f"{work}/nothing/here"),
        "forbidden": browser.get(f"/{language}/organization"),
        "no key": browser.post(f"{work}/claims/{ids['claim_id']}/take", data={}),
        "refused": browser.post(
            f"{work}/links/questionnaires/{ids['questionnaire_id']}", data={"key": "1"}
        ),
        "wrong kind": browser.post(f"{work}/links"),
        "people": browser.get(f"/{language}/people/nobody/nothing"),
    }

    assert {name: one.status_code for name, one in answers.items()} == {
        "gone": 404, "no address": 404, "forbidden": 403, "no key": 422, "refused": 409,
        "wrong kind": 405, "people": 404,
    }  # fmt: skip
    assert {name: at_work(one.text) for name, one in answers.items()} == dict.fromkeys(
        answers, True
    )
    for one in answers.values():
        assert "no-store" in one.headers["Cache-Control"]


def test_what_is_another_centers_and_what_never_was_are_the_same_page(
    app: Flask, worlds: tuple[World, World]
) -> None:
    mine, other = worlds
    browser = log_in(app.test_client(), mine.everything)

    def shown(kind: str, thing: str) -> str:
        page = without_secrets(browser.get(f"/en/work/{kind}/{thing}").text)
        assert at_work(page)
        return page.replace(thing, "")

    for kind, name in (("employers", "employer_id"), ("assessments", "assessment_id")):
        assert shown(kind, other.ids[name]) == shown(kind, RANDOM)


def test_whoever_is_logged_out_and_the_public_see_the_public_page(
    client: FlaskClient, app: Flask, worlds: tuple[World, World]
) -> None:
    outside = client.get("/en/work/nothing/here")
    public = log_in(app.test_client(), worlds[0].everything).get("/en/e/nothing")

    for one in (outside, public):
        assert one.status_code == 404
        assert 'class="button" href="/en/"' in one.text
        assert "work-bar" not in one.text


def test_a_fault_of_ours_leads_back_too(
    app: Flask, worlds: tuple[World, World], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(**_: object) -> str:
        raise ZeroDivisionError

    monkeypatch.setitem(app.view_functions, "links.page", broken)

    answer = log_in(app.test_client(), worlds[0].everything).get("/en/work/links")

    assert (answer.status_code, at_work(answer.text)) == (500, True)
