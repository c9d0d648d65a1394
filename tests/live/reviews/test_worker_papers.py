"""A worker's paper stays one: no stale form and no single person takes its protection off."""

import re
from datetime import date
from html import unescape

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from jobquality.access.states import Visibility
from jobquality.services.events import EventKind
from jobquality.store.events import list_events
from jobquality.store.evidence import Evidence
from tests.live.reviews.browsing import Site, hidden
from tests.live.reviews.parts import new_id
from tests.live.reviews.test_copies_outside import (
    BOX,
    CRITERION,
    added,
    all_leaks,
    drawn,
    newest,
    pieces,
    release,
)

_LISTING = f"{CRITERION}/evidence"


def seen_of(page: str, piece: Evidence) -> str:
    """Return what the form of a piece carries of how it stood on a page."""
    form = page.rsplit(f"/evidence/{piece.id}/details", 1)[1].split("</form>", maxsplit=1)[0]
    return hidden(form, "seen")


def change(site: Site, piece: Evidence, seen: str, **said: str) -> TestResponse:
    form = {"key": new_id(), "seen": seen, "visibility": "team", **said}
    return site.as_author().post(f"/en/work/evidence/{piece.id}/details", data=form)


def listing(site: Site) -> str:
    return site.as_author().get(site.at(_LISTING)).text


def words_of(page: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page)))


def test_a_stale_form_takes_neither_the_protection_nor_the_end_off_a_workers_paper(
    site: Site,
) -> None:
    """Two pages are open; the first says "a worker's", the second is sent later as it was."""
    piece = added(site, of_worker="")
    old = seen_of(listing(site), piece)
    first = change(site, piece, old, of_worker="yes", expires_on="2026-12-31")
    assert first.status_code == 303

    stale = change(site, piece, old, visibility="public")

    after = pieces(site)[-1]
    assert stale.status_code == 409
    assert (after.of_worker, after.expires_on) == (True, date(2026, 12, 31))
    assert after.visibility is Visibility.TEAM
    copy = drawn(site, piece)  # covers nothing
    assert release(site, copy, "public") == 409
    site.to_employer()
    assert all_leaks(site, piece, copy) == []


def test_a_conflict_about_a_piece_shows_mine_and_theirs_with_who_and_when_and_goes_on(
    site: Site,
) -> None:
    piece = added(site, of_worker="")
    old = seen_of(listing(site), piece)
    change(site, piece, old, of_worker="yes", expires_on="2026-12-31")

    stale = change(site, piece, old, visibility="employer", expires_on="2027-03-01")

    words = words_of(stale.text)
    assert "Somebody changed what is said about this piece" in words
    assert site.walk.author.name in words
    assert "Saved meanwhile: December 31, 2026" in words
    assert 'value="2027-03-01"' in stale.text
    mine = r'value="employer" checked'
    assert re.search(mine, stale.text)
    again = seen_of(stale.text, piece)
    chosen = change(site, piece, again, visibility="employer", expires_on="2027-03-01")
    after = pieces(site)[-1]
    assert chosen.status_code == 303
    assert (after.visibility, after.expires_on) == (Visibility.EMPLOYER, date(2027, 3, 1))
    assert after.of_worker


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_page_without_what_was_seen_changes_nothing_and_our_script_is_told(
    site: Site, language: str
) -> None:
    piece = added(site)

    told = site.as_author().post(
        f"/{language}/work/evidence/{piece.id}/details",
        data={"key": new_id(), "visibility": "public"},
        headers={"Accept": "application/json"},
    )

    assert told.status_code == 409
    assert told.get_json()["said"]
    assert pieces(site)[-1] == piece


def test_the_same_words_sent_from_an_older_page_are_no_conflict(site: Site) -> None:
    piece = added(site, of_worker="")
    old = seen_of(listing(site), piece)
    change(site, piece, old, of_worker="yes")

    assert change(site, piece, old, of_worker="yes").status_code == 303


def test_no_form_of_details_and_no_newer_file_makes_a_workers_paper_anybodys(site: Site) -> None:
    piece = added(site)
    form = listing(site).rsplit("/details", 1)[1].partition("</form>")[0]
    assert 'name="of_worker"' not in form

    sent = change(site, piece, seen_of(listing(site), piece), of_worker="", visibility="public")
    link = {"title": "A page", "grade": "E2", "key": new_id(), "url": "https://a.example.org"}
    link["seen"] = seen_of(listing(site), piece)
    newer = site.as_author().post(f"/en/work/evidence/{piece.id}/newer", data=link)

    assert (sent.status_code, newer.status_code) == (303, 303)
    assert pieces(site)[-1].of_worker


def unmark(piece: Evidence, browser: FlaskClient, reason: str = "It is the menu.") -> TestResponse:
    """Say on the page for it, as it is seen, that a piece is no worker's paper."""
    place = f"/en/work/evidence/{piece.id}/not-of-worker"
    page = browser.get(place).text
    form = {"key": new_id(), "seen": hidden(page, "seen"), "reason": reason}
    return browser.post(place, data=form)


def test_another_person_says_with_a_reason_that_it_is_no_workers_paper_and_the_log_keeps_it(
    site: Site,
) -> None:
    piece = added(site)

    alone = unmark(piece, site.as_author())
    silent = unmark(piece, site.as_reviewer(), reason=" ")
    assert (alone.status_code, silent.status_code) == (403, 422)
    assert pieces(site)[-1].of_worker
    right = unmark(piece, site.as_reviewer())

    assert right.status_code == 303
    assert not pieces(site)[-1].of_worker
    with site.database.reading(site.walk.organization.id) as session:
        told = [one for one in list_events(session) if one.kind == EventKind.UNMARKED.value]
    assert [one.person_id for one in told] == [site.walk.reviewer.id]
    assert dict(told[0].details) == {"evidence": piece.id, "reason": "It is the menu."}
    page = site.as_reviewer().get("/en/work/log").text
    assert "It is the menu." in page
    assert "is no worker’s paper" in words_of(page)


def test_a_copy_that_covers_nothing_needs_a_new_release_after_the_mark_is_gone(site: Site) -> None:
    """It was out, then somebody saw that it is a worker's paper, then another that it is not."""
    piece = added(site, of_worker="")
    copy = drawn(site, piece)
    assert release(site, copy, "employer") == 303
    stay = {"of_worker": "yes", "visibility": "employer"}
    assert change(site, piece, seen_of(listing(site), piece), **stay).status_code == 303

    assert unmark(piece, site.as_reviewer()).status_code == 303

    assert not newest(site, piece).is_out
    site.to_employer()
    assert site.employer.get(f"/en/reply/copies/{copy.id}").status_code == 404


def test_the_mark_stays_for_a_stale_page_and_after_the_review(site: Site) -> None:
    piece = added(site)
    place = f"/en/work/evidence/{piece.id}/not-of-worker"
    reviewer = site.as_reviewer()
    seen = hidden(reviewer.get(place).text, "seen")
    change(site, piece, seen_of(listing(site), piece), expires_on="2026-12-31")
    form = {"key": new_id(), "seen": seen, "reason": "It is the menu."}

    stale = reviewer.post(place, data=form)
    site.to_employer()
    late = unmark(piece, reviewer)

    assert (stale.status_code, late.status_code) == (409, 409)
    assert "It is the menu." in stale.text
    assert pieces(site)[-1].of_worker
    assert release(site, drawn(site, piece, BOX), "employer") == 303
