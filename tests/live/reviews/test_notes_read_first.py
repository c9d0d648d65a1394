"""Whatever note a publication holds, the employer read it in the portal before."""

import json
import re
from html import unescape

import pytest
from flask import Flask

from jobquality.ledger.withheld import mark_of
from jobquality.store.assessments import Workers, find_answer
from jobquality.store.database import Database
from jobquality.store.publications import list_publications
from tests.live.reviews.browsing import Site, link_in
from tests.live.reviews.parts import CATALOG, Clock, Walk, answers_of_the_texas_diner

RUBRIC = CATALOG.get("restaurants_us", "2026.1")
#: An ordinary answer, one of two figures, a violation that was not found, one not looked at.
FIGURES = {"long_shifts_with_break": "8", "long_shifts": "10"}
ANSWER, NONE_FOUND, NOT_CHECKED = "adv_ladder", RUBRIC.critical[0].id, RUBRIC.critical[1].id
NOTED = {
    ANSWER: "Nobody was promoted & nobody <asked>.",
    "long_shifts": "Counted on the rota of one week.",
    NONE_FOUND: 'We looked at the rota and at "two" sheets.',
}


#: Beside what was not checked, and so is no answer yet.
UNPUBLISHED = "Nobody let us look."


def text_of(page: str) -> str:
    """Return what somebody reads of a page."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page)).split())


@pytest.fixture
def site(app: Flask, database: Database, clock: Clock) -> Site:
    """A draft with a note beside each kind of answer, and what few workers said."""
    answers = answers_of_the_texas_diner() | FIGURES | {NOT_CHECKED: "not_checked"}
    del answers["safe_breaks"]
    with database.transaction() as session:
        walk = Walk(session).drafted(answers)
        for name, note in (*NOTED.items(), (NOT_CHECKED, UNPUBLISHED)):
            walk.answered(
                name,
                answers[name],
                note=note,
                source=f"Papers behind {name}",
                workers=Workers(asked=3, confirming=2, month="2026-01"),
            )
    return Site(app, database, clock, walk)


def test_every_note_of_a_publication_was_in_the_portal_before(site: Site) -> None:
    site.submit()
    site.approve()
    site.open(link_in(site.notify()))
    english, spanish = (text_of(site.employer.get(f"/{one}/reply").text) for one in ("en", "es"))
    site.later(days=15)
    site.publish()

    with site.database.reading(site.walk.organization.id) as session:
        (kept,) = list_publications(session, employer_id=site.walk.employer.id)
    noted = [fact for fact in json.loads(kept.content)["facts"] if fact["note"]]
    facts = [fact for fact in noted if mark_of(fact["note"]) is None]

    for read, said in ((english, "Not shown exactly"), (spanish, "No se muestra exacto")):
        assert (said in read) == (len(noted) > len(facts))
    assert {fact["criterion"]: fact["note"] for fact in facts} == NOTED
    for fact in facts:
        for read, month in ((english, "February 2026"), (spanish, "febrero de 2026")):
            assert fact["note"] in read
            after = read.split(fact["note"])[1][:120]
            assert f"Papers behind {fact['criterion']} (" in after
            assert month in after


def test_a_note_that_is_not_published_is_not_in_the_portal(site: Site) -> None:
    with site.database.transaction(site.walk.organization.id) as session:
        site.walk.session = session
        earlier = find_answer(session, site.walk.assessment_id, ANSWER)
        assert earlier is not None
        site.walk.answered(ANSWER, earlier.answer, note="Only this stays.")
    site.to_employer()

    page = site.employer.get("/en/reply").text

    assert "Only this stays." in page
    assert "Nobody was promoted" not in page
    assert UNPUBLISHED not in page
    assert site.walk.author.name not in page
    assert not re.search(r"\b[23] (of|workers)\b", text_of(page).split("All notes")[1][:900])
