"""What leaves the team of a file: a copy with names covered, cleared by a second person."""

import io
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from flask.testing import FlaskClient
from PIL import Image

from jobquality.access.actors import Role
from jobquality.access.states import Visibility
from jobquality.ledger.comparing import worse_parts
from jobquality.services.drafts import draft_snapshot
from jobquality.store.copies import Copy, list_copies
from jobquality.store.evidence import Evidence, change_evidence, list_evidence
from jobquality.store.publications import list_publications
from tests.live.evidence.copying import paper, shows_red
from tests.live.factories import NOON, log_in, stored_person
from tests.live.reviews.browsing import Site, hidden
from tests.live.reviews.parts import CATALOG, new_id

CRITERION = "adv_ladder"
#: What the file is called on the machine of whoever adds it.
FILE_NAME = "Maria-payslip.png"
BOX = {"page-0": "1", "left-0": "0", "top-0": "0", "width-0": "50", "height-0": "100"}


def added(site: Site, **but: str) -> Evidence:
    """Let the author add a worker's paper, a second after whatever was there."""
    site.later(seconds=1)
    form = {"title": "Pay stub", "grade": "E2", "key": new_id(), "of_worker": "yes"}
    data = {**form, **but, "file": (io.BytesIO(paper()), FILE_NAME)}
    answer = site.as_author().post(site.at(f"{CRITERION}/evidence"), data=data)
    assert answer.status_code == 303
    return pieces(site)[-1]


def pieces(site: Site) -> tuple[Evidence, ...]:
    with site.database.reading(site.walk.organization.id) as session:
        return list_evidence(session, site.walk.assessment_id)


def drawn(site: Site, piece: Evidence, boxes: dict[str, str] | None = None) -> Copy:
    """Draw a copy and return the newest one."""
    form = {"key": new_id(), "of": piece.sha256, **(boxes or {})}
    answer = site.as_reviewer().post(f"/en/work/evidence/{piece.id}/copy", data=form)
    assert answer.status_code == 303
    return newest(site, piece)


def newest(site: Site, piece: Evidence) -> Copy:
    with site.database.reading(site.walk.organization.id) as session:
        return list_copies(session, [piece.id])[0]


def release(site: Site, copy: Copy, to: str, by: FlaskClient | None = None) -> int:
    form = {"key": new_id(), "read": "yes", "visibility": to}
    browser = by or site.as_reviewer()
    return browser.post(
        f"/en/work/evidence/{copy.evidence_id}/copies/{copy.id}/release", data=form
    ).status_code


def doors(site: Site, piece: Evidence, copies: tuple[Copy, ...]) -> Iterator[str]:
    """Yield every address at which somebody outside could try every id and hash of a piece."""
    ids = {piece.id, piece.sha256, piece.criterion, site.walk.assessment_id, "0" * 32}
    ids |= {known for copy in copies for known in (copy.id, copy.sha256, copy.of_sha256)}
    places = (
        "/en/reply/copies/{}",
        "/en/copies/{}",
        "/en/work/evidence/{}",
        "/en/work/evidence/{}/pages/1",
        "/en/work/evidence/{}/revisions/1",
        "/en/work/evidence/{}/copy",
        "/en/work/evidence/{}/view",
    )
    yield from (place.format(one) for place, one in product(places, sorted(ids)))
    for copy in copies:
        yield f"/en/work/evidence/{piece.id}/copies/{copy.id}"
        yield f"/en/work/evidence/{piece.id}/copies/{copy.id}/pages/1"


def leaks(browser: FlaskClient, places: Iterator[str]) -> list[str]:
    """Return the addresses that give out anything at all but a page of ours."""
    found = []
    for place in places:
        answer = browser.get(place)
        if answer.status_code == 200:
            found.append(place)
    return found


def all_leaks(site: Site, piece: Evidence, copy: Copy) -> list[str]:
    """Return what gives anything out to the employer, or to a stranger without a cookie."""
    browsers = (site.employer, site.app.test_client())
    return [found for one in browsers for found in leaks(one, doors(site, piece, (copy,)))]


def public_page(site: Site) -> str:
    return site.app.test_client().get(f"/en/e/{site.walk.employer.slug}").text


def test_a_workers_paper_reaches_nobody_outside_by_any_address(site: Site) -> None:
    """Chosen for everyone, with a copy that covers nothing, through the whole way."""
    piece, address = added(site, visibility="public"), "https://drive.example.org/maria"
    copy = drawn(site, piece)  # without any box
    assert release(site, copy, "public") == 409
    form = {"title": "A message of Maria", "grade": "E2", "key": new_id(), "of_worker": "yes"}
    site.as_author().post(site.at(f"{CRITERION}/evidence"), data=form | {"url": address})
    secrets = (piece.id, piece.sha256, copy.id, copy.sha256, "Maria", "image/png", address)
    assert address in [one.url for one in pieces(site)]

    link = site.to_employer()
    page = site.employer.get("/en/reply").text
    assert all_leaks(site, piece, copy) == []
    assert "A document of workers" in page
    assert [one for one in (*secrets, "Copy of") if one in page] == []

    site.later(days=14)
    assert site.publish().status_code == 303
    assert "A document of workers" in site.open(link)
    assert all_leaks(site, piece, copy) == []
    assert [one for one in (*secrets, "Copy of") if one in public_page(site)] == []


def test_a_title_of_a_workers_paper_stays_with_the_team(site: Site) -> None:
    piece = added(site, title="The stub of Maria Gil")
    assert release(site, drawn(site, piece, BOX), "public") == 303
    link = site.to_employer()
    site.later(days=14)
    assert site.publish().status_code == 303

    stranger, slug = site.app.test_client(), site.walk.employer.slug
    with site.database.reading(site.walk.organization.id) as session:
        (signed,) = (one.content for one in list_publications(session))

    pages = [stranger.get(f"/{language}/e/{slug}").text for language in ("en", "es")]
    assert [one for one in (*pages, signed, site.open(link)) if "Maria" in one] == []
    assert "A document of workers" in pages[0]
    assert "Un documento de trabajadores" in pages[1]
    assert '"title":"A document of workers"' in signed
    assert "The stub of Maria Gil" in site.as_author().get(site.at(f"{CRITERION}/evidence")).text


def test_the_kind_of_a_workers_paper_is_no_new_word_that_the_employer_has_to_read(
    site: Site,
) -> None:
    """A title of before stood in the draft; our own words in its place say nothing of anybody."""
    piece = added(site, of_worker="", title="The stub of Maria Gil")
    site.to_employer()
    with site.database.transaction(site.walk.organization.id) as session:
        before = draft_snapshot(session, site.walk.assessment_id, catalog=CATALOG, at=NOON)
        change_evidence(session, replace(piece, of_worker=True))
        after = draft_snapshot(session, site.walk.assessment_id, catalog=CATALOG, at=NOON)

    assert before.evidence != after.evidence
    rubric = CATALOG.get(*site.walk.standard)
    assert worse_parts(before, after, rubric) == ()


def test_a_copy_that_was_cleared_before_becomes_hidden_when_it_is_a_workers_paper(
    site: Site,
) -> None:
    piece = added(site, of_worker="")
    copy = drawn(site, piece)
    assert release(site, copy, "employer") == 303
    site.to_employer()
    assert site.employer.get(f"/en/reply/copies/{copy.id}").status_code == 200

    with site.database.transaction(site.walk.organization.id) as session:
        change_evidence(session, replace(pieces(site)[-1], of_worker=True))

    assert site.employer.get(f"/en/reply/copies/{copy.id}").status_code == 404


def test_the_employer_sees_a_cleared_copy_at_the_claim_and_nothing_under_its_boxes(
    site: Site,
) -> None:
    piece = added(site)
    assert shows_red(Image.open(io.BytesIO(paper())))
    copy = drawn(site, piece, BOX)
    site.to_employer()
    assert site.employer.get(f"/en/reply/copies/{copy.id}").status_code == 404

    assert release(site, copy, "employer") == 303
    page = site.employer.get("/en/reply").text
    served = site.employer.get(f"/en/reply/copies/{copy.id}")

    claim = page.split(f'id="{CRITERION}"')[1].split("</article>")[0]
    assert f"/en/reply/copies/{copy.id}" in claim
    assert not shows_red(Image.open(io.BytesIO(served.data)))
    named = f'attachment; filename="evidence-{copy.id[:8]}.png"'
    assert served.headers["Content-Disposition"] == named
    assert served.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert served.headers["X-Content-Type-Options"] == "nosniff"
    assert served.headers["Cache-Control"] == "private, no-store"
    assert leaks(site.employer, doors(site, piece, ())) == []
    assert site.app.test_client().get(f"/en/copies/{copy.sha256}").status_code == 404
    assert site.app.test_client().get(f"/en/reply/copies/{copy.id}").status_code == 403


def test_a_public_copy_stands_with_the_publication_it_was_cleared_for_and_needs_no_cookie(
    site: Site,
) -> None:
    late, piece = added(site, title="Another stub"), added(site)
    copy = drawn(site, piece, BOX)
    assert release(site, copy, "public") == 303
    site.to_employer()
    stranger, address = site.app.test_client(), f"/en/copies/{copy.sha256}"
    assert stranger.get(address).status_code == 404

    site.later(days=14)
    site.publish()
    page, served = public_page(site), stranger.get(address)
    assert address in page
    assert (served.status_code, served.headers.get("Set-Cookie")) == (200, None)
    assert not shows_red(Image.open(io.BytesIO(served.data)))
    assert served.headers["Content-Disposition"].startswith('attachment; filename="evidence-')
    assert served.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")

    site.later(days=1)
    after = drawn(site, late, BOX | {"width-0": "60"})
    assert release(site, after, "public") == 303  # too late for this publication
    assert stranger.get(f"/en/copies/{after.sha256}").status_code == 404
    assert public_page(site) == page


def test_a_copy_that_is_taken_back_is_hidden_from_everyone_at_once(site: Site) -> None:
    piece = added(site)
    copy = drawn(site, piece, BOX)
    release(site, copy, "employer")
    site.to_employer()
    theirs = f"/en/reply/copies/{copy.id}"
    assert site.employer.get(theirs).status_code == 200

    place = f"/en/work/evidence/{piece.id}/copies/{copy.id}/withdraw"
    assert site.as_reviewer().post(place, data={"key": new_id()}).status_code == 303

    assert site.employer.get(theirs).status_code == 404
    assert theirs not in site.employer.get("/en/reply").text


def test_whoever_added_the_file_neither_releases_its_copy_nor_shows_it_to_more(
    site: Site,
) -> None:
    piece = added(site)
    copy = drawn(site, piece, BOX)

    assert release(site, copy, "employer", by=site.as_author()) == 403
    assert newest(site, piece).released_at is None

    assert release(site, copy, "employer") == 303
    seen = pieces(site)[-1].stand
    wider = {"key": new_id(), "visibility": "public", "of_worker": "yes", "seen": seen}
    answer = site.as_author().post(f"/en/work/evidence/{piece.id}/details", data=wider)
    assert answer.status_code == 409
    assert pieces(site)[-1].visibility is Visibility.EMPLOYER


def test_only_a_reviewer_draws_and_releases(site: Site) -> None:
    piece = added(site)
    with site.database.transaction(site.walk.organization.id) as session:
        advocate = stored_person(session, site.walk.organization, Role.ADVOCATE)
    browser = log_in(site.app.test_client(), advocate)

    place, form = f"/en/work/evidence/{piece.id}/copy", {"key": new_id(), **BOX}

    assert browser.post(place, data=form).status_code == 403
    assert "Make the copy" not in browser.get(place).text
    assert release(site, drawn(site, piece, BOX), "employer", by=browser) == 403


def test_drawing_anew_keeps_the_copy_before_and_needs_a_release_of_its_own(site: Site) -> None:
    piece = added(site)
    first = drawn(site, piece, BOX)
    release(site, first, "employer")
    second = drawn(site, piece, BOX | {"width-0": "60,5"})
    site.to_employer()

    assert (first.number, second.number) == (1, 2)
    assert second.covers[0].width == 60.5
    assert second.drawn_by == site.walk.reviewer.id
    assert site.employer.get(f"/en/reply/copies/{first.id}").status_code == 200
    assert site.employer.get(f"/en/reply/copies/{second.id}").status_code == 404

    assert release(site, second, "employer") == 303
    assert site.employer.get(f"/en/reply/copies/{first.id}").status_code == 404
    assert site.employer.get(f"/en/reply/copies/{second.id}").status_code == 200


def test_a_newer_file_leaves_no_copy_of_the_older_one_outside(site: Site) -> None:
    piece = added(site)
    copy = drawn(site, piece, BOX)
    release(site, copy, "employer")
    newer = {"title": "Sharper", "grade": "E2", "key": new_id()}
    page = site.as_author().get(site.at(f"{piece.criterion}/evidence")).text
    newer["seen"] = hidden(page.partition("/newer")[2], "seen")
    file = (io.BytesIO(paper(size=(300, 100))), "b.png")
    site.as_author().post(f"/en/work/evidence/{piece.id}/newer", data={**newer, "file": file})

    stale = site.as_reviewer().post(
        f"/en/work/evidence/{piece.id}/copy", data={"key": new_id(), "of": piece.sha256, **BOX}
    )
    site.to_employer()

    assert stale.status_code == 409
    assert site.employer.get(f"/en/reply/copies/{copy.id}").status_code == 404


WRONG_BOXES: tuple[tuple[dict[str, str], str], ...] = (
    ({"left-0": "60", "width-0": "50"}, "Box 1 does not lie on the page."),
    ({"page-0": "2"}, "Box 1 lies on page 2, and there are 1."),
    ({"width-0": ""}, "Box 1 is not whole."),
    ({"top-0": "-5"}, "is not a number from 0 to 100"),
)


def test_a_box_that_covers_nothing_is_refused_and_the_numbers_are_kept(site: Site) -> None:
    piece, browser = added(site), site.as_reviewer()
    form = {"of": piece.sha256, **BOX}

    for wrong, told in WRONG_BOXES:
        data = {**form, **wrong, "key": new_id()}
        answer = browser.post(f"/en/work/evidence/{piece.id}/copy", data=data)

        assert answer.status_code == 422
        assert told in answer.text
        assert 'name="height-0" value="100"' in answer.text
    assert drawn(site, piece, BOX | {"remove-0": "yes"}).covers == ()
