"""Exactly these headers for each class of address, whatever the view does."""

import re

import pytest
from flask import Flask, url_for
from flask.testing import FlaskClient
from werkzeug.test import TestResponse
from werkzeug.wrappers import Response

from jobquality.http import DOOR_POLICY, PAGE_POLICY
from jobquality.store.database import Database
from tests.live.accounts.members import send_login, stored_member
from tests.live.web.routes import HEALTH, OPEN_FORM, PUBLIC, WITH_PASSKEYS

EXACT = {
    "Content-Security-Policy": PAGE_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
#: Where no thing of that name is needed to see a page.
VALUES = {
    "language": "en",
    "rubric_id": "restaurants_us",
    "edition": "2026.1",
    "revision": 1,
    "topic": "dispute",
}


def get(client: FlaskClient, endpoint: str) -> TestResponse:
    app: Flask = client.application
    (rule,) = (rule for rule in app.url_map.iter_rules() if rule.endpoint == endpoint)
    values = {name: VALUES.get(name, "nothing") for name in rule.arguments}
    with app.test_request_context():
        address = url_for(endpoint, **values)  # type: ignore[arg-type]  # texts and a number
    return client.get(address)


def exact(answer: Response) -> dict[str, str | None]:
    return {name: answer.headers.get(name) for name in EXACT}


@pytest.mark.parametrize("endpoint", PUBLIC + HEALTH)
def test_a_public_page_sets_no_cookie_and_runs_no_script(
    client: FlaskClient, endpoint: str
) -> None:
    answer = get(client, endpoint)

    assert "Set-Cookie" not in answer.headers
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert exact(answer) == EXACT
    assert b"<script" not in answer.data


@pytest.mark.parametrize("endpoint", PUBLIC)
def test_a_public_page_is_the_same_for_somebody_who_is_logged_in(
    app: Flask, database: Database, endpoint: str
) -> None:
    stranger, member = app.test_client(), app.test_client()
    send_login(member, stored_member(app, database))

    theirs = get(member, endpoint)

    assert theirs.data == get(stranger, endpoint).data
    assert "Set-Cookie" not in theirs.headers


@pytest.mark.parametrize(
    "endpoint", sorted(set(OPEN_FORM) - {"accounts.logout", "accounts.login_passkey"})
)
def test_an_open_form_is_kept_by_no_cache_and_runs_our_own_script_at_most(
    app: Flask, database: Database, endpoint: str
) -> None:
    stored_member(app, database)
    answer = get(app.test_client(), endpoint)

    assert answer.headers["Cache-Control"] == "private, no-store"
    assert "Cookie" in answer.headers["Vary"]
    scripted = endpoint in WITH_PASSKEYS
    assert exact(answer) == (
        EXACT | {"Content-Security-Policy": DOOR_POLICY} if scripted else EXACT
    )
    scripts = re.findall("<script[^>]*>", answer.text)
    assert all(
        re.fullmatch(r'<script src="/static/(passkeys|again)\.js\?[^"]*" defer( data-again)?>', one)
        for one in scripts
    )
    assert scripted or not scripts


def test_a_style_sheet_sets_no_cookie(client: FlaskClient) -> None:
    with client.get("/static/style.css") as answer:
        assert "Set-Cookie" not in answer.headers
        assert exact(answer) == EXACT
