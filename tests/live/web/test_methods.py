"""The page of a standard shows all of it, in both languages, and nothing of it runs."""

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from markupsafe import escape

from jobquality.app import create_app
from jobquality.config import Settings
from jobquality.rubrics.catalog import Edition, edition_files, shipped
from jobquality.rubrics.loader import load_rubric
from jobquality.store.database import Database

EDITIONS = tuple(shipped().by_name.values())
HOSTILE = """
rubric: hostile
edition: 2026.1
title: "<script>alert(1)</script>"
criteria:
  - criterion: one
    ask: "{{ 7*7 }} <img src=https://evil.example/x>"
    help: "%s{0.__class__}"
    answer: choice
    source: "<b>bold</b>"
    points:
      - {answer: a, ask: "=HYPERLINK(1)", gives: 0}
      - {answer: b, ask: "</td><script>", gives: 1}
"""


class Tags(HTMLParser):
    """Which elements a page has, and the addresses that they load."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.loaded: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.loaded += [value or "" for name, value in attrs if name == "src"]


def _address(edition: Edition, language: str) -> str:
    return f"/{language}/standards/{edition.rubric.id}/{edition.rubric.edition}"


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.rubric.name)
def test_the_english_page_asks_every_question_and_shows_every_answer(
    client: FlaskClient, edition: Edition
) -> None:
    page = client.get(_address(edition, "en")).text

    for question in edition.rubric.questions():
        assert str(escape(question.wording.ask)) in page
    for critical in edition.rubric.critical:
        assert str(escape(critical.wording.ask)) in page
    assert edition.rubric.scoring_hash in page


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.rubric.name)
def test_the_spanish_page_leaves_no_question_and_no_answer_in_english(
    client: FlaskClient, edition: Edition
) -> None:
    page = client.get(_address(edition, "es")).text

    for name, said in edition.words["es"].by_id.items():
        for text in (said.ask, *said.answers.values()):
            assert str(escape(text)) in page, name
    assert str(escape(next(edition.rubric.questions()).wording.ask)) not in page


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.rubric.name)
def test_every_source_of_a_threshold_is_on_the_page(client: FlaskClient, edition: Edition) -> None:
    page = client.get(_address(edition, "en")).text

    for criterion in edition.rubric.root.criteria():
        for step in criterion.points:  # type: ignore[union-attr]  # no shipped range
            assert str(escape(step.grounds.source)) in page, criterion.id


def test_the_page_says_when_nobody_has_reviewed_the_translation(client: FlaskClient) -> None:
    edition = next(one for one in EDITIONS if not one.words["es"].is_reviewed)

    assert "Ninguna persona ha revisado" in client.get(_address(edition, "es")).text
    assert "No person has checked" not in client.get(_address(edition, "en")).text


@pytest.mark.parametrize(
    "file", edition_files(), ids=lambda file: f"{file.parent.name}-{file.stem}"
)
def test_the_file_of_a_standard_is_handed_out_byte_for_byte(
    client: FlaskClient, file: Path
) -> None:
    response = client.get(f"/standards/{file.parent.name}/{file.name}")

    assert response.data == file.read_bytes()
    assert response.headers["Content-Type"] == "application/yaml"
    assert "attachment" in response.headers["Content-Disposition"]


@pytest.mark.parametrize(
    "address",
    [
        "/en/standards/restaurants_us/2027.1",
        "/es/standards/nothing/2026.1",
        "/en/standards/restaurants_us/..%2f..%2fapp.py",
        "/standards/restaurants_us/2027.1.yaml",
        "/fr/standards/restaurants_us/2026.1",
    ],
)
def test_a_standard_that_is_not_there_gives_a_friendly_page(
    client: FlaskClient, address: str
) -> None:
    response = client.get(address)

    assert response.status_code == 404
    assert "Traceback" not in response.text


@pytest.mark.parametrize("language", ["en", "es"])
def test_nothing_in_a_hostile_standard_runs_or_loads(
    settings: Settings, database: Database, language: str
) -> None:
    rubric = load_rubric(HOSTILE.encode(), parameters={})
    hostile = Edition(rubric=rubric, words={}, file=EDITIONS[0].file)
    catalog = replace(shipped(), by_name={rubric.name: hostile})

    client = create_app(settings, database=database, catalog=catalog).test_client()
    page = client.get(f"/{language}/standards/hostile/2026.1").text

    tags = Tags(page)
    assert "script" not in tags.names
    assert [address for address in tags.loaded if not address.startswith("/static/")] == []
    for text in ("{{ 7*7 }}", "%s{0.__class__}", "=HYPERLINK(1)", "<b>bold</b>"):
        assert str(escape(text)) in page
    assert "49 &lt;img" not in page
