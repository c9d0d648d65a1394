"""A stolen password or a browser left open publishes nothing, and nobody loses what they typed."""

import pytest
from flask.testing import FlaskClient

from jobquality.access.states import AssessmentState
from jobquality.store.database import Database
from jobquality.store.people import change_person, get_person
from jobquality.store.tenancy import EVERY_ORGANIZATION
from tests.live.accounts.members import ANOTHER, PASSWORD, hash_of
from tests.live.reviews.browsing import Site
from tests.live.reviews.parts import new_id


@pytest.fixture
def reviewer(site: Site) -> FlaskClient:
    """A reviewer who may publish now: the employer's clock has ended."""
    _change(site, password_hash=hash_of(site.app))
    link = site.to_employer()
    site.reply(link)
    site.decide("Nothing changes.")
    site.later(days=15)
    return site.as_reviewer()


def _change(site: Site, **but: object) -> None:
    from dataclasses import replace  # noqa: PLC0415 - one use

    with site.database.transaction(EVERY_ORGANIZATION) as session:
        known = get_person(session, site.walk.reviewer.id)
        change_person(session, replace(known, **but))  # type: ignore[arg-type]  # a test says what


def form(site: Site) -> dict[str, str]:
    return {"key": new_id(), "name": site.walk.employer.name}


def test_publishing_within_half_an_hour_asks_nothing(site: Site, reviewer: FlaskClient) -> None:
    site.later(minutes=30)

    assert reviewer.post(site.at("publish"), data=form(site)).status_code == 303
    assert site.state() is AssessmentState.PUBLISHED


def test_publishing_after_31_minutes_asks_again_and_goes_on_with_the_same_draft(
    site: Site, reviewer: FlaskClient
) -> None:
    site.later(minutes=31)
    typed = form(site)

    asked = reviewer.post(site.at("publish"), data=typed)

    assert asked.status_code == 401
    assert "Is it still you?" in asked.text
    assert all(f'name="{name}" value="{value}"' in asked.text for name, value in typed.items())
    assert 'action="' not in asked.text.partition('id="prove"')[0].rpartition("<form")[2]
    assert site.state() is AssessmentState.NOTICE
    assert site.entries() == 0

    wrong = reviewer.post(site.at("publish"), data=typed | {"proof_password": ANOTHER})
    assert wrong.status_code == 401
    assert f'value="{typed["name"]}"' in wrong.text
    assert ANOTHER not in wrong.text
    assert site.entries() == 0

    done = reviewer.post(site.at("publish"), data=typed | {"proof_password": PASSWORD})
    assert done.status_code == 303
    assert site.entries() == 1
    again = reviewer.post(site.at("publish"), data=typed)
    assert again.status_code == 303, "a reload finds it done, with or without the proof"
    assert site.entries() == 1


def test_a_proof_counts_for_what_comes_next_too(site: Site, reviewer: FlaskClient) -> None:
    site.later(minutes=31)
    proved = reviewer.post(
        "/es/me/proof", data={"next": site.at("publish", "es"), "proof_password": PASSWORD}
    )

    assert proved.location == site.at("publish", "es")
    assert reviewer.post(site.at("publish"), data=form(site)).status_code == 303


@pytest.mark.parametrize("next_", ["//evil.com", "https://evil.com/en/", "javascript:alert(1)"])
def test_a_proof_sends_nobody_elsewhere(reviewer: FlaskClient, next_: str) -> None:
    form = {"next": next_, "proof_password": PASSWORD}

    assert reviewer.post("/en/me/proof", data=form).location == "/en/work/"


def test_guessing_a_proof_is_slowed_down_and_keeps_the_form(
    site: Site, reviewer: FlaskClient
) -> None:
    site.later(minutes=31)
    typed = form(site)

    def guess() -> int:
        return reviewer.post(site.at("publish"), data=typed | {"proof_password": "no"}).status_code

    assert [guess() for _ in range(11)] == [401] * 10 + [429]
    right = reviewer.post(site.at("publish"), data=typed | {"proof_password": PASSWORD})
    assert right.status_code == 429
    assert f'value="{typed["name"]}"' in right.text
    assert site.entries() == 0


def test_approving_with_a_password_alone_leads_to_the_second_step_and_back(
    site: Site, database: Database
) -> None:
    site.submit()
    _change(site, second_factor=None)
    browser = site.as_reviewer()
    comment = "The schedule of May is missing."
    sent = {"key": new_id(), "decision": "return", "version": "2", "comment": comment}

    told = browser.post(site.at("review"), data=sent)

    assert told.status_code == 403
    assert "This needs a second step" in told.text
    assert "What you sent is kept" in told.text
    assert 'href="/en/me/second-step"' in told.text
    with database.transaction(EVERY_ORGANIZATION) as session:
        assert get_person(session, site.walk.reviewer.id).second_factor is None
    _change(site, second_factor="authenticator")
    back = browser.get("/en/me/go-on").text
    assert f'action="{site.at("review")}"' in back
    assert all(f'name="{name}" value="{value}"' in back for name, value in sent.items())
    assert browser.get("/en/me/go-on").location == "/en/work/", "once"


def test_a_form_without_words_goes_on_and_says_what_is_kept_instead_of_an_empty_box(
    site: Site,
) -> None:
    site.submit()
    _change(site, second_factor=None)
    browser = site.as_reviewer()
    sent = {"key": new_id(), "decision": "return", "version": "2", "left-0": "12.5"}
    browser.post(site.at("review"), data=sent)
    _change(site, second_factor="authenticator")

    back = browser.get("/en/me/go-on").text

    assert "You wrote no words before, but what you chose or drew is kept." in back
    assert 'class="plain kept"' not in back
    assert 'name="left-0" value="12.5"' in back
