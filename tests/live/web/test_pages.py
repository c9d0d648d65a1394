import re
from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from markupsafe import escape

from jobquality.app import create_app
from jobquality.config import Settings
from jobquality.rubrics.catalog import shipped
from jobquality.store.database import Database

METHOD = "/en/standards/restaurants_us/2026.1"
FILE = "/standards/restaurants_us/2026.1.yaml"
ADDRESSES = (
    "/", "/en/", "/es/", "/nowhere", "/en/nowhere", "/health/live", "/health/ready", METHOD, FILE,
)  # fmt: skip
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_carries_exactly_these_security_headers(
    client: FlaskClient, address: str
) -> None:
    headers = client.get(address).headers

    assert headers["Content-Security-Policy"] == POLICY
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Permissions-Policy"] == "camera=(), geolocation=(), microphone=()"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_cookie_is_set(client: FlaskClient, address: str) -> None:
    assert "Set-Cookie" not in client.get(address).headers


@pytest.mark.parametrize(
    ("wish", "address"),
    [
        ("es", "/es/"),
        ("es-MX,es;q=0.9,en;q=0.8", "/es/"),
        ("en-US", "/en/"),
        ("fr", "/en/"),
        ("", "/en/"),
    ],
)
def test_the_door_leads_to_the_readers_language(
    client: FlaskClient, wish: str, address: str
) -> None:
    response = client.get("/", headers={"Accept-Language": wish})

    assert response.status_code == 302
    assert response.location == address
    assert response.headers["Vary"] == "Accept-Language"


@pytest.mark.parametrize(("address", "language"), [("/en/", "en"), ("/es/", "es")])
def test_a_page_says_which_language_it_is_in(
    client: FlaskClient, address: str, language: str
) -> None:
    assert f'<html lang="{language}">' in client.get(address).text


def test_the_language_switch_keeps_the_page_and_its_question(client: FlaskClient) -> None:
    page = client.get("/en/nowhere?sector=food&page=2").text

    assert 'href="/es/nowhere?sector=food&amp;page=2"' in page


def test_links_stay_in_the_language_of_the_page(client: FlaskClient) -> None:
    page = client.get("/es/").text

    assert 'href="/es/#standards"' in page


def test_the_start_page_lists_every_standard_in_the_readers_language(
    client: FlaskClient,
) -> None:
    page = client.get("/es/").text

    for edition in shipped().by_name.values():
        assert str(escape(edition.words["es"].title)) in page


def test_the_start_page_says_when_nobody_checked_a_translation(client: FlaskClient) -> None:
    said = client.get("/es/").text.count("Ninguna persona ha revisado todavía")

    unchecked = [one for one in shipped().by_name.values() if not one.words["es"].is_reviewed]
    assert said == len(unchecked)


def test_the_start_page_says_when_there_is_no_standard(
    settings: Settings, database: Database
) -> None:
    nothing = replace(shipped(), by_name={})

    client = create_app(settings, database=database, catalog=nothing).test_client()

    assert "No standard is published here yet." in client.get("/en/").text


def test_a_style_sheet_may_be_kept_for_a_year_since_its_address_changes(
    client: FlaskClient,
) -> None:
    page = client.get("/en/").text
    address = page.partition('rel="stylesheet" href="')[2].partition('"')[0]

    with client.get(address) as response:
        assert re.fullmatch(r"/static/style\.css\?v=[0-9a-f]{10}", address)
        assert response.content_type.startswith("text/css")
        assert "max-age=31536000" in response.headers["Cache-Control"]
