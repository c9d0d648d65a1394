"""T17: nobody frames a page of ours but the embed, which knows nobody.

`test_route_matrix.py` asks for every address and compares its policy letter by letter.
"""

import csv
import hashlib
import re
from base64 import b64encode
from html import unescape
from io import StringIO
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine

from jobquality import paths
from jobquality.http import (
    DATA_POLICY,
    DOOR_POLICY,
    EMBED_POLICY,
    FILE_POLICY,
    PAGE_POLICY,
    WORK_POLICY,
)
from jobquality.ledger.form import load_snapshot
from jobquality.store.database import Database
from jobquality.store.publications import set_contested
from tests.live.factories import log_in
from tests.live.queries import counted
from tests.live.scorecards.publishing import Press, a_press, replied

#: All the policies that there are; what of them may be framed is this one alone.
POLICIES = {PAGE_POLICY, WORK_POLICY, DOOR_POLICY, FILE_POLICY, DATA_POLICY, EMBED_POLICY}
LONG = "Cada palabra cuenta. " * 238 + "50"


def test_the_embed_alone_may_be_framed_and_is_loosened_in_nothing_else() -> None:
    css = (paths.static() / "embed.css").read_bytes()
    digest = b64encode(hashlib.sha256(css).digest()).decode()

    assert (
        f"default-src 'none'; style-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors *"
    ) == EMBED_POLICY
    for policy in POLICIES - {EMBED_POLICY}:
        assert policy.endswith("frame-ancestors 'none'")


@pytest.fixture
def press(database: Database, tmp_path: Path) -> Press:
    return a_press(database, tmp_path)


@pytest.fixture
def slug(press: Press) -> str:
    employer = press.employer(name="Blue Door <Diner>", slug="blue-door")
    press.publish(employer, reply=replied(LONG))
    return "blue-door"


@pytest.mark.parametrize("path", ["/embed/{}", "/embed/{}?lang=es", "/badge/{}.svg"])
def test_whoever_is_logged_in_is_nobody_in_an_embed(
    app: Flask, press: Press, engine: Engine, slug: str, path: str
) -> None:
    stranger, member = app.test_client(), log_in(app.test_client(), press.center.author)
    known = stranger.get(path.format(slug))

    with counted(engine) as sent:
        theirs = member.get(path.format(slug))

    assert theirs.data == known.data
    assert [*theirs.headers] == [*known.headers]
    assert "Set-Cookie" not in theirs.headers
    assert "Cookie" not in theirs.headers.get("Vary", "")
    assert not [one for one in sent if "sessions" in one or "people" in one]
    assert theirs.cache_control.max_age is not None
    assert theirs.cache_control.max_age <= 300


def test_an_embed_is_small_has_no_form_and_says_what_counts(client: FlaskClient, slug: str) -> None:
    answer = client.get(f"/embed/{slug}")

    assert len(answer.data) <= 30 * 1024
    for tag in ("<form", "<script", "<link", "<img", "<iframe"):
        assert tag not in answer.text
    assert "Blue Door &lt;Diner&gt;" in answer.text
    assert "Employer replied" in answer.text
    assert f'href="/en/e/{slug}#reply-title"' in answer.text
    assert "As of " in answer.text
    assert "prefers-color-scheme" in answer.text


def test_an_embed_of_nobody_is_said_in_a_frame_too(client: FlaskClient) -> None:
    answer = client.get("/embed/nobody")

    assert answer.status_code == 404
    assert answer.headers["Content-Security-Policy"] == EMBED_POLICY


@pytest.mark.parametrize(
    ("lang", "words"), [("en", ("Contested", "Withdrawn")), ("es", ("En disputa", "Retirada"))]
)
def test_contested_and_withdrawn_change_both(
    client: FlaskClient, press: Press, slug: str, lang: str, words: tuple[str, str]
) -> None:
    publication = press.center.publications[-1]
    paths_ = (f"/embed/{slug}?lang={lang}", f"/badge/{slug}.svg?lang={lang}")
    before = [client.get(one) for one in paths_]
    with press.database.transaction(press.center.organization.id) as session:
        set_contested(session, publication.hash, contested=True)
    contested = [client.get(one) for one in paths_]
    with press.database.transaction(press.center.organization.id) as session:
        press.center.session = session
        press.center.withdraw(publication)
    withdrawn = [client.get(one) for one in paths_]

    for first, second, third in zip(before, contested, withdrawn, strict=True):
        assert len({first.headers["ETag"], second.headers["ETag"], third.headers["ETag"]}) == 3
        assert words[0] not in first.text
        assert words[0] in second.text
        assert words[1] in third.text
        assert words[0] not in third.text


def test_a_badge_is_a_picture_with_words_that_any_page_may_show(
    client: FlaskClient, slug: str
) -> None:
    answer = client.get(f"/badge/{slug}.svg")

    assert answer.mimetype == "image/svg+xml"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert answer.headers["Content-Security-Policy"] == FILE_POLICY
    title = unescape(re.findall("<title[^>]*>([^<]*)", answer.text)[0])
    assert "Blue Door <Diner>" in title
    assert "Employer replied" in title
    assert "style=" not in answer.text
    assert "<style" not in answer.text


def test_a_reply_of_five_thousand_characters_is_in_every_form(
    client: FlaskClient, slug: str
) -> None:
    assert len(LONG) == 5000
    page = client.get(f"/en/e/{slug}").text
    signed = client.get(f"/e/{slug}.json").get_json()
    (listed,) = client.get("/api/v1/employers").get_json()["items"]
    table = client.get("/en/employers.csv").text

    assert LONG in page
    assert signed["reply"]["statement"] == LONG
    reply = listed["scorecards"][0]["employer_reply"]
    assert reply["text"] == LONG
    assert reply["url"].endswith(f"/en/e/{slug}#reply-title")
    assert f"/en/e/{slug}#reply-title" in table
    assert "Employer replied" in client.get("/en/employers").text
    assert "Employer replied" in client.get(f"/embed/{slug}").text


def test_the_list_as_a_table_has_every_row_and_says_how_many(
    client: FlaskClient, press: Press
) -> None:
    press.publish(press.employer(name="Panadería Sol", slug="sol"))
    for number in range(59):
        press.publish(press.employer(name=f"=Diner {number}", slug=f"diner-{number:03}"))

    answer = client.get("/es/employers.csv")

    assert answer.headers["X-Row-Count"] == "60"
    assert answer.data.startswith(b"\xef\xbb\xbf")
    rows = answer.data.decode("utf-8-sig").splitlines()
    assert len(rows) == 61
    assert rows[0].split(",")[:2] == ["employer", "slug"]
    assert sum(one.startswith("'=Diner") for one in rows) == 59
    assert client.get("/es/employers.csv?q=panaderia").headers["X-Row-Count"] == "1"


def test_the_table_says_who_pays_for_the_work_behind_each_score(
    client: FlaskClient, press: Press
) -> None:
    signed = load_snapshot(press.publish(press.employer(slug="paid")).content)
    assert signed.organization.funding

    (row,) = csv.DictReader(StringIO(client.get("/en/employers.csv").text))

    assert row["funding"] == signed.organization.funding


@pytest.mark.parametrize("path", ["/en/employers.csv", "/embed/diner-000", "/badge/diner-000.svg"])
def test_however_many_there_are_the_database_is_asked_as_often(
    client: FlaskClient, press: Press, engine: Engine, path: str
) -> None:
    press.publish(press.employer(slug="diner-000"))
    with counted(engine) as few:
        client.get(path)
    for number in range(1, 4):
        press.publish(press.employer(slug=f"diner-{number:03}"))
    with counted(engine) as many:
        client.get(path)

    assert len(many) == len(few)
