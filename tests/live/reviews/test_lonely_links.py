"""In a small team, the wrong hand at the employer's link would leave nobody to decide."""

import pytest
from flask import Flask

from jobquality.access.actors import Role
from jobquality.store.database import Database
from jobquality.store.notices import find_last_notice
from tests.live.factories import stored_person
from tests.live.reviews.browsing import Site
from tests.live.reviews.parts import Clock, Walk, new_id


@pytest.fixture
def site(app: Flask, database: Database, clock: Clock) -> Site:
    """A center of two: one wrote, the other approved."""
    with database.transaction() as session:
        walk = Walk(session)
        walk.drafted().submitted().approved()
    return Site(app, database, clock, walk)


def has_notice(site: Site) -> bool:
    with site.database.reading(site.walk.organization.id) as session:
        return find_last_notice(session, site.walk.assessment_id) is not None


def test_the_only_reviewer_is_told_who_should_make_the_link(site: Site) -> None:
    reviewer = site.as_reviewer()
    page = reviewer.get(site.at("notice")).text
    sent = reviewer.post(site.at("notice"), data={"key": new_id(), "days": "14"})

    assert "nobody here can decide on the employer’s reply" in page
    assert f"Let {site.walk.author.name} make it." in page
    assert sent.status_code == 422
    assert 'href="#anyway-yes"' in sent.text
    assert not has_notice(site)


def test_whoever_knows_it_makes_the_link_all_the_same(site: Site) -> None:
    form = {"key": new_id(), "days": "14", "anyway": "yes"}

    assert site.as_reviewer().post(site.at("notice"), data=form).status_code == 200
    assert has_notice(site)


def test_the_author_makes_it_without_a_word(site: Site) -> None:
    author = site.as_author()

    assert "nobody here can decide" not in author.get(site.at("notice")).text
    assert author.post(site.at("notice"), data={"key": new_id(), "days": "14"}).status_code == 200


def test_with_another_reviewer_either_may_make_it(site: Site, database: Database) -> None:
    with database.transaction(site.walk.organization.id) as session:
        stored_person(session, site.walk.organization, Role.REVIEWER)

    form = {"key": new_id(), "days": "14"}
    assert site.as_reviewer().post(site.at("notice"), data=form).status_code == 200


def test_a_new_link_by_the_last_one_who_could_decide_asks_first(site: Site) -> None:
    site.as_author().post(site.at("notice"), data={"key": new_id(), "days": "14"})
    reviewer = site.as_reviewer()

    assert "nobody here can decide" in reviewer.get(site.at("notice")).text
    assert reviewer.post(site.at("notice/link"), data={"key": new_id()}).status_code == 422
    again = {"key": new_id(), "anyway": "yes"}
    assert reviewer.post(site.at("notice/link"), data=again).status_code == 200
