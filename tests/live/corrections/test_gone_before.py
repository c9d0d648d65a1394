"""Where a corrected score is gone, every page tells it alike, and none what was taken away."""

import html
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from jobquality.config import Settings
from jobquality.store.database import Database
from jobquality.store.keys import Keyring
from tests.live.conftest import placed
from tests.live.corrections.correcting import REASON, Desk
from tests.live.reviews.parts import Clock

EMPTIED = {
    "en": "The scorecard before is gone since {day}; its hash is kept. What changed is not told.",
    "es": "La calificación anterior ya no está desde el {day}; se guarda su huella. No se dice "
    "qué cambió.",
}
WITHDRAWN = {
    "en": "The scorecard before was withdrawn on {day}. What changed is not told.",
    "es": "La calificación anterior se retiró el {day}. No se dice qué cambió.",
}
#: What the score before said, and nothing else does.
TAKEN_AWAY = {"en": ("3 days",), "es": ("3 días",)}


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app(made_app: Flask, settings: Settings, database: Database, clock: Clock) -> Iterator[Flask]:
    with placed(made_app, settings, database, clock) as here:
        yield here


@pytest.fixture
def house(database: Database, keys: Keyring) -> Iterator[Desk]:
    with database.transaction() as session:
        yield Desk(session, keys)


def taken(house: Desk, clock: Clock, *, is_buried: bool) -> None:
    """Correct a score, and take away the one before."""
    first = house.published(sched_notice_days="3")
    house.corrected(first, sched_notice_days="14")
    house.withdrawn(first)
    if is_buried:
        house.buried(first.hash)
    clock.now = house.at


def page_of(client: FlaskClient, path: str) -> str:
    return html.unescape(client.get(path).get_data(as_text=True))


def without_answers(page: str) -> str:
    """Return a scorecard without the bands of the standard, which name many numbers of days."""
    before, _, rest = page.partition('<section class="band" id="card-answers"')
    return before + rest.partition("</section>")[2]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("is_buried", [True, False])
def test_a_correction_whose_score_before_is_gone_tells_that_and_not_what_changed(
    house: Desk, client: FlaskClient, clock: Clock, language: str, *, is_buried: bool
) -> None:
    taken(house, clock, is_buried=is_buried)
    said = (EMPTIED if is_buried else WITHDRAWN)[language]
    start, _, end = said.partition("{day}")
    shown = {
        address: page_of(client, f"/{language}/{address}")
        for address in (f"e/{house.employer.slug}", "corrections", "feed", "corrections.atom")
    }

    for address, page in shown.items():
        assert start in page, address
        assert end in page, address
        assert REASON in page or language == "es", address
        assert not any(one in without_answers(page) for one in TAKEN_AWAY[language]), address


@pytest.mark.parametrize("is_buried", [True, False])
def test_the_history_names_what_is_gone_and_leads_to_the_page_that_says_why(
    house: Desk, client: FlaskClient, clock: Clock, *, is_buried: bool
) -> None:
    taken(house, clock, is_buried=is_buried)
    slug = house.employer.slug

    page = page_of(client, f"/en/e/{slug}")
    history = page.partition('id="card-history"')[2].partition("</section>")[0]

    assert "Revision 1" in history
    assert f'href="/en/e/{slug}/1"' in history
    assert ("its hash is kept" if is_buried else "withdrawn on") in history
    assert "This is the first scorecard of this employer." not in history
    assert client.get(f"/en/e/{slug}/1").status_code == 410


def test_what_a_correction_changed_is_not_told_of_where_the_right_score_is_gone(
    house: Desk, client: FlaskClient, clock: Clock
) -> None:
    first = house.published(sched_notice_days="3")
    second = house.corrected(first, sched_notice_days="17")
    house.withdrawn(second)
    house.buried(second.hash)
    clock.now = house.at

    page = page_of(client, f"/en/e/{house.employer.slug}/1")

    assert "The corrected scorecard is gone since" in page
    assert "17 days" not in without_answers(page)
    assert "3 days" in page


def test_a_score_two_before_is_never_told_as_what_the_correction_changed(
    house: Desk, client: FlaskClient, clock: Clock
) -> None:
    house.published(sched_notice_days="21")
    second = house.published(sched_notice_days="3")
    house.corrected(second, sched_notice_days="14")
    house.withdrawn(second)
    house.buried(second.hash)
    clock.now = house.at

    page = page_of(client, f"/en/e/{house.employer.slug}")

    assert "What this correction changed" not in page
    assert "What changed since" in page
