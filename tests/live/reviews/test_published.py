"""After publishing: it says that it worked, where it stands, and what comes next."""

import re
from html import unescape

from flask import Flask

from jobquality.store.database import Database
from tests.live.reviews.browsing import Site
from tests.live.reviews.parts import Clock, Walk


def main_of(page: str) -> str:
    return page.partition("<main")[2].partition("</main>")[0]


def words_of(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main_of(page))).split())


def practicing(app: Flask, database: Database, clock: Clock) -> Site:
    """Return the draft of an organization of samples, as a practice center is one."""
    with database.transaction() as session:
        walk = Walk(session, is_sample=True).drafted()
    return Site(app, database, clock, walk)


def test_publishing_ends_on_a_page_that_says_so_and_leads_on(site: Site) -> None:
    site.to_employer()
    site.later(days=14)
    done = site.publish()

    page = site.as_reviewer().get(done.location.partition("#")[0]).text

    slug = site.walk.employer.slug
    assert 'role="status"' in main_of(page)
    assert "Published" in re.findall(r"<h1[^>]*>([^<]+)", page)[0]
    assert f"/en/e/{slug}</p>" in main_of(page), "the whole address, to pass on"
    for way in (f'/en/e/{slug}"', f"/{slug}/poster.pdf", f"/{slug}/plan.pdf", "/en/work/"):
        assert way in main_of(page), way
    assert "/en/work/publications/" in main_of(page), "its certificate, and how to correct it"
    assert f"/en/work/employers/{site.walk.employer.id}/after" in main_of(page)
    assert "Publish for ever" not in page


def test_what_comes_after_publishing_is_told_in_spanish_too(site: Site) -> None:
    site.to_employer()
    site.later(days=14)
    site.publish()

    said = words_of(site.as_reviewer().get(site.at("publish", "es")).text)

    assert "Publicado" in said
    assert "Qué sigue" in said
    assert "Por hacer" in said


def test_the_page_before_publishing_in_practice_does_not_say_for_ever(
    app: Flask, database: Database, clock: Clock
) -> None:
    site = practicing(app, database, clock)
    site.to_employer()
    site.later(days=14)

    english = words_of(site.as_reviewer().get(site.at("publish")).text)
    spanish = words_of(site.as_reviewer().get(site.at("publish", "es")).text)

    assert "for ever" not in english
    assert "cannot be undone" not in english
    assert "goes with the practice center" in english
    assert "para siempre" not in spanish
    assert "no se puede deshacer" not in spanish
    assert "se va con el centro de práctica" in spanish


def test_what_was_published_in_practice_says_that_it_is_practice(
    app: Flask, database: Database, clock: Clock
) -> None:
    site = practicing(app, database, clock)
    site.to_employer()
    site.later(days=14)
    site.publish()

    said = words_of(site.as_reviewer().get(site.at("publish")).text)

    assert "goes with the practice center" in said
