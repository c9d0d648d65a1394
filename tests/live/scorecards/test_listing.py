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
    page = client.get("/en/employers?q=%22%3E%3Cimg+src%3Dx%3E").text

    assert "<img src=x" not in page
    assert 'value="&#34;&gt;&lt;img src=x&gt;"' in page
    assert "No employer fits that." in page


@pytest.mark.parametrize("path", ["employers", "employers.csv"])
@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("level=platinum", ("Levels are: gold, silver, ", "Los niveles son: gold, silver, ")),
        ("sector=99", ("This is no NAICS code.", "Esto no es un código NAICS.")),
        ("sector=7", ("Write 2 to 6 digits, such as 722.", "Escriba de 2 a 6 cifras, como 722.")),
        ("sector=food", ("This is no NAICS code.", "Esto no es un código NAICS.")),
        ("place=Atlantis", ("We do not know this place.", "No conocemos este lugar.")),
    ],
)
def test_what_a_list_cannot_be_narrowed_to_is_named_and_what_can_be(
    client: FlaskClient, press: Press, path: str, question: str, said: tuple[str, str]
) -> None:
    assert press.center.publications
    for language, words in zip(("en", "es"), said, strict=True):
        answer = client.get(f"/{language}/{path}?{question}")

        assert answer.status_code == 422
        assert words in answer.text
        assert "Blue Door" not in answer.text


def test_all_that_a_list_cannot_be_narrowed_to_is_named_at_once(
    client: FlaskClient, press: Press
) -> None:
    assert press.center.publications
    page = client.get("/en/employers?level=x%3Cb%3E&sector=%3Cb%3E&place=../").text

    assert "There is no such level." in page
    assert "This is no NAICS code." in page
    assert "We do not know this place." in page
    assert "<b>" not in page.partition("<h1>")[2].partition("</main>")[0]


@pytest.mark.parametrize(
    ("question", "slugs"),
    [
        ("?level=no_level", ["angels", "blue-door", "el-sol"]),
        ("?level=gold", []),
        ("?level=not_enough_known", []),
        ("?place=TX", ["angels", "blue-door", "el-sol"]),
        ("?place=tx&level=no_level&q=diner", ["blue-door"]),
    ],
)
def test_the_list_is_narrowed_by_level_and_by_a_place_as_people_write_it(
    client: FlaskClient, press: Press, question: str, slugs: list[str]
) -> None:
    assert press.center.publications
    assert found(client, question) == slugs
    assert client.get(f"/en/employers.csv{question}").headers["X-Row-Count"] == str(len(slugs))


def test_a_score_that_was_withdrawn_has_no_level_to_be_found_by(
    client: FlaskClient, press: Press
) -> None:
    press.withdraw(press.publish(press.employer(name="Gone", slug="gone"), the_texas_diner()))

    assert "gone" in found(client)
    assert "gone" not in found(client, "?level=no_level")


def test_the_form_offers_the_levels_that_occur_and_keeps_the_chosen_one(
    client: FlaskClient, press: Press
) -> None:
    assert press.center.publications
    page = client.get("/es/employers?level=no_level").text

    assert '<option value="no_level" selected>Sin nivel: 3</option>' in page
    assert 'href="/es/employers.csv?level=no_level"' in page
