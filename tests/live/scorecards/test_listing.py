"""The public list of employers: found by name, kind of business and place."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from jobquality.store.database import Database
from jobquality.web.scorecards import PAGE_SIZE
from tests.live.scorecards.publishing import Press, a_press
from tests.reading.cards import the_texas_diner


@pytest.fixture
def press(database: Database, tmp_path: Path) -> Press:
    made = a_press(database, tmp_path)
    for name, slug, place in (
        ("Taquería El Sol", "el-sol", "48453"),
        ("Blue Door Diner", "blue-door", "TX"),
        ("Ángel’s Kitchen", "angels", "TX"),
    ):
        made.publish(made.employer(name=name, slug=slug, place=place))
    made.employer(name="Never Published", slug="never")
    return made


def found(client: FlaskClient, question: str = "", language: str = "en") -> list[str]:
    page = client.get(f"/{language}/employers{question}").text
    return re.findall(r'<h2><a href="/\w\w/e/([\w-]+)"', page)


def test_employers_stand_by_name_and_never_by_score(client: FlaskClient, press: Press) -> None:
    assert press.center.publications
    assert found(client) == ["angels", "blue-door", "el-sol"]


@pytest.mark.parametrize("typed", ["taqueria", "taquria", "TAQUERÍA", "el sol", "Taqueria+el+sool"])
def test_a_name_is_found_without_accents_and_with_a_slip(
    client: FlaskClient, press: Press, typed: str
) -> None:
    assert press.center.publications
    assert found(client, f"?q={typed}") == ["el-sol"]


@pytest.mark.parametrize(
    ("question", "slugs"),
    [
        ("?place=48", ["angels", "blue-door", "el-sol"]),
        ("?place=48453", ["el-sol"]),
        ("?place=17", []),
        ("?sector=722511&q=diner", ["blue-door"]),
        ("?sector=44", []),
        ("?q=zzzzzz", []),
        ("?page=99", ["angels", "blue-door", "el-sol"]),
        ("?page=-3", ["angels", "blue-door", "el-sol"]),
        ("?page=many", ["angels", "blue-door", "el-sol"]),
    ],
)
def test_the_list_is_narrowed_by_place_and_kind(
    client: FlaskClient, press: Press, question: str, slugs: list[str]
) -> None:
    assert press.center.publications
    assert found(client, question) == slugs


def test_one_row_says_score_level_edition_and_day(client: FlaskClient, press: Press) -> None:
    assert press.center.publications
    page = client.get("/es/employers?q=diner").text

    assert "19.9 a 28.8" in page
    assert "Sin nivel" in page
    assert "Restaurantes, Estados Unidos, edición 2026.1" in page
    assert "20 de febrero de 2026" in page
    assert "1 empleador" in page
    assert "En total hay 3 publicados." in page


def test_a_long_list_has_pages_and_counts_everyone(client: FlaskClient, press: Press) -> None:
    for number in range(PAGE_SIZE):
        press.publish(press.employer(name=f"Cafe {number:03}"), the_texas_diner())

    page = client.get("/en/employers").text
    rest = client.get("/en/employers?page=2").text

    assert f"1 to {PAGE_SIZE} of {PAGE_SIZE + 3} employers" in page
    assert f"{PAGE_SIZE + 1} to {PAGE_SIZE + 3} of {PAGE_SIZE + 3} employers" in rest
    assert page.count("<h2><a ") + rest.count("<h2><a ") == PAGE_SIZE + 3
    assert 'href="/en/employers?page=2"' in page


def test_an_empty_installation_says_so(client: FlaskClient) -> None:
    assert "No scorecard is published here yet." in client.get("/en/employers").text


def test_what_somebody_typed_comes_back_as_text(client: FlaskClient, press: Press) -> None:
    assert press.center.publications
    page = client.get("/en/employers?q=%22%3E%3Cimg+src%3Dx%3E&sector=%3Cb%3E&place=../").text

    assert "<img src=x" not in page
    assert 'value="&#34;&gt;&lt;img src=x&gt;"' in page
    assert "No employer fits that." in page
