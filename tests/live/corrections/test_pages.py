"""The page on which people correct and withdraw, and what everyone else sees of it."""

from collections.abc import Iterator
from datetime import timedelta
from http import HTTPStatus

import pytest
from flask import Flask
from flask.testing import FlaskClient

from jobquality.config import Settings
from jobquality.services.tracks import read_tracks
from jobquality.store.corrections import list_correcting
from jobquality.store.database import Database
from jobquality.store.keys import Keyring
from jobquality.store.outbox import list_messages
from jobquality.store.people import Person
from jobquality.store.proposals import list_proposals
from jobquality.store.publications import list_publications
from jobquality.web.once import new_key
from tests.live.conftest import placed
from tests.live.corrections.correcting import REASON, Desk
from tests.live.factories import log_in
from tests.live.initiatives.leading import stored_initiative
from tests.live.reviews.parts import ON, Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app(made_app: Flask, settings: Settings, database: Database, clock: Clock) -> Iterator[Flask]:
    with placed(made_app, settings, database, clock) as here:
        yield here


@pytest.fixture
def house(database: Database, settings: Settings) -> Iterator[Desk]:
    with database.transaction() as session:
        yield Desk(session, Keyring(settings.data / "keys"))


def browser(app: Flask, person: Person) -> FlaskClient:
    return log_in(app.test_client(), person)


#: Without the tick that the second person stands for free words, and with it.
_TICKS: tuple[dict[str, str], ...] = ({}, {"stands": "yes"})


def sent(client: FlaskClient, address: str, **form: str) -> int:
    return client.post(address, data={"key": new_key(), **form}).status_code


def test_a_withdrawal_is_proposed_and_decided_on_the_page(
    app: Flask, house: Desk, clock: Clock
) -> None:
    first = house.published()
    clock.now = house.at
    record = f"/en/work/record/{first.hash}"
    author, reviewer = browser(app, house.author), browser(app, house.reviewer)

    assert sent(author, f"{record}/withdraw", cause="error", reason="Another place.") == 303
    (proposal,) = list_proposals(house.session)
    decide = f"/en/work/record/proposals/{proposal.id}"
    assert sent(author, decide, verdict="accept") == HTTPStatus.FORBIDDEN
    assert "A scorecard to be withdrawn" in reviewer.get("/en/work/").get_data(as_text=True)
    assert "Withdraw it" in reviewer.get(record).get_data(as_text=True)
    tries = [sent(reviewer, decide, verdict="accept", **but) for but in _TICKS]
    assert tries == [HTTPStatus.UNPROCESSABLE_ENTITY, 303]

    slug = house.employer.slug
    assert reviewer.get(f"/en/e/{slug}").status_code == HTTPStatus.GONE
    listed = reviewer.get("/en/employers").get_data(as_text=True)
    card = listed.partition(f"/en/e/{slug}")[2].partition("</li>")[0]
    assert "Another place." in card
    assert 'class="number"' not in card
    (message,) = [one for one in list_messages(house.session) if one.kind == "withdrawn"]
    assert all(words in message.text for words in ("Another place.", f"/en/e/{slug}/1"))


def test_a_correction_begins_on_the_page(app: Flask, house: Desk, clock: Clock) -> None:
    first = house.published()
    clock.now = house.at
    record = f"/es/work/record/{first.hash}"
    author = browser(app, house.author)

    blank = {"key": new_key(), "correct_why": "own", "correct_reason": " "}
    refused = author.post(f"{record}/correct", data=blank)
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Falta el motivo." in refused.get_data(as_text=True)
    guessed = author.post(f"{record}/correct", data={"key": new_key(), "correct_reason": "So."})
    assert "Elija un motivo. No se supone nada." in guessed.get_data(as_text=True)
    said = {"correct_why": "written", "correct_reason": "It was ten days."}
    assert sent(author, f"{record}/correct", **said) == 303

    (begun,) = list_correcting(house.session, first.hash)
    page = author.get(f"/en/work/assessments/{begun.assessment_id}").get_data(as_text=True)
    assert "This corrects a published scorecard." in page
    assert "An answer was written down wrongly. It was ten days." in page
    assert "Abrir la corrección" in author.get(record).get_data(as_text=True)


def test_a_withdrawal_says_a_plain_sentence_where_nobody_writes_another(
    app: Flask, house: Desk, clock: Clock
) -> None:
    first = house.published()
    clock.now = house.at
    record = f"/work/record/{first.hash}"
    author, reviewer = browser(app, house.author), browser(app, house.reviewer)

    assert sent(author, f"/en{record}/withdraw", cause="agreement", reason="") == 303
    (proposal,) = list_proposals(house.session)
    assert "Lo acordamos con el empleador." in reviewer.get(f"/es{record}").text
    assert sent(reviewer, f"/en/work/record/proposals/{proposal.id}", verdict="accept") == 303

    slug = house.employer.slug
    assert "We agreed on this with the employer." in reviewer.get(f"/en/e/{slug}").text
    assert "Lo acordamos con el empleador." in reviewer.get(f"/es/e/{slug}").text
    assert "Lo acordamos con el empleador." in reviewer.get("/es/corrections").text


@pytest.mark.parametrize("form", [{}, {"cause": "because"}, {"reason": "Another place."}])
def test_a_withdrawal_without_a_kind_of_reason_is_not_proposed(
    app: Flask, house: Desk, clock: Clock, form: dict[str, str]
) -> None:
    first = house.published()
    clock.now = house.at
    author = browser(app, house.author)
    status = sent(author, f"/en/work/record/{first.hash}/withdraw", **form)
    assert status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert list_proposals(house.session) == ()


def test_the_files_of_a_body_that_is_gone_leave_the_disk(
    app: Flask, house: Desk, clock: Clock
) -> None:
    first = house.published()
    clock.now = house.at
    reviewer = browser(app, house.reviewer)
    plan = reviewer.get(f"/en/e/{house.employer.slug}/plan.pdf")
    files = app.extensions["jobquality"].files
    name = plan.get_etag()[0]
    assert name is not None
    assert files.is_there(name)
    house.withdrawn(first)
    proposal = house.propose_tombstone(first.hash)

    decide = f"/en/work/record/proposals/{proposal.id}"
    assert sent(reviewer, decide, verdict="accept", stands="yes") == 303

    assert not files.is_there(name)
    page = reviewer.get(f"/es/work/record/{first.hash}").get_data(as_text=True)
    assert "Lo que decía ya no está." in page


def test_our_correction_is_never_told_as_the_employers_improvement(app: Flask, house: Desk) -> None:
    first = house.published(sched_notice_days="3")
    house.corrected(first, sched_notice_days="28")
    slug, client = house.employer.slug, app.test_client()
    page = client.get(f"/en/e/{slug}").text.partition('id="card-history"')[2]
    changes = page.partition('id="card-changes"')[2].partition("</section>")[0]
    trend = client.get(f"/api/v1/employers/{slug}/trend").get_json()

    assert changes.startswith(">What this correction changed</h3>")
    assert "▲ Higher" in changes
    assert "Better" not in changes
    assert page.count("(corrected later; not in the picture)") == 1
    assert page.partition("</svg>")[0].count('class="dot"') == 1
    assert [one["was_corrected"] for one in trend["published"]] == [True, False]
    assert trend["steps"]
    assert all(
        (one["is_correction"], one["parts"], one["unsplit"]) == (True, [], one["change"])
        for one in trend["steps"]
    )


def test_an_initiative_shows_the_right_score_alone_on_the_day_of_its_answers(
    house: Desk,
) -> None:
    first = house.published(sched_notice_days="3")
    right = house.corrected(first, sched_notice_days="28")
    initiative = stored_initiative(house.session, house.author)

    (track,) = read_tracks(house.session, initiative, house.catalog.parameters.places)

    assert [(one.hash, one.on) for one in track.points] == [(right.hash, ON)]


def test_a_withdrawal_is_told_of_one_day_everywhere(app: Flask, house: Desk) -> None:
    """It is evening in Chicago while the next day has begun in Greenwich."""
    first = house.published()
    house.at = (house.at + timedelta(days=1)).replace(hour=3)
    house.withdrawn(first)
    path = f"/api/v1/employers/{house.employer.slug}/trend"

    detail = app.test_client().get(path).get_json()["detail"]

    day = house.at.date() - timedelta(days=1)
    assert f"on {day:%Y-%m-%d}:" in detail


def test_the_reason_of_a_correction_is_signed_once_a_second_person_read_it(
    app: Flask, house: Desk, clock: Clock
) -> None:
    first = house.published(sched_notice_days="3")
    house.correct(first).answered("sched_notice_days", "14").submitted().approved()
    house.resumed()
    clock.now = house.at
    reviewer = browser(app, house.reviewer)
    address = f"/en/work/assessments/{house.assessment_id}/publish"
    named = {"key": new_key(), "name": house.employer.name}

    refused = reviewer.post(address, data=named)
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Nobody but its author has read the reason of this correction." in refused.text
    assert REASON in refused.text.partition('id="reason_read"')[2].partition("</blockquote>")[0]
    assert len(list_publications(house.session)) == 1

    assert sent(reviewer, address, name=house.employer.name, reason_read="yes") == 303
    assert len(list_publications(house.session)) == 2
