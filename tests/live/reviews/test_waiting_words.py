"""What is said to whoever waits, and to whoever is waited for, agrees with what they can do."""

import pytest
from flask import Flask

from jobquality.store.database import Database
from tests.live.reviews.browsing import Site
from tests.live.reviews.parts import Clock, Walk


@pytest.fixture
def site(app: Flask, database: Database, clock: Clock) -> Site:
    """A draft with the employer, whose reply is sent before anybody is accepted."""
    with database.transaction() as session:
        walk = Walk(session)
        walk.drafted().submitted().approved().noticed(token="their-link")
    site = Site(app, database, clock, walk)
    site.knock("/en/reply/their-link")
    site.say_who()
    site.reply("/en/reply/their-link", statement="We pay what the law asks.")
    return site


def test_who_has_sent_a_reply_is_not_told_to_write(site: Site) -> None:
    page = site.employer.get("/en/reply").text

    assert "still makes sure that you speak for the employer" in page
    assert "It can only be read now" in page
    assert "write now" not in page


def test_the_desk_does_not_say_that_nothing_waits_above_what_does(site: Site) -> None:
    page = site.as_author().get("/en/work/").text

    assert "Below is what waits for somebody of the team." in page
    assert "Nothing waits for you right now" not in page
