"""Threat T2: an employer's words, and which draft they answered, wherever they are printed."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from jobquality.documents.packets import packet_page
from jobquality.http import Context
from jobquality.ledger.snapshot import Replied
from jobquality.services.packets import read_packet
from jobquality.store.database import EVERY_ORGANIZATION, Database
from tests.live.scorecards.publishing import Press, a_press, replied
from tests.reading.cards import Told, every_state, snapshot_of

API = "/api/v1/employers"
BEFORE = {
    "en": "These words answered the draft of scorecard number 1",
    "es": "Estas palabras respondieron al borrador de la calificación número 1",
}
OLDER = {
    "en": "These words answered an earlier draft of this scorecard",
    "es": "Estas palabras respondieron a un borrador anterior de esta calificación",
}


DECIDED = {
    "en": "This was decided on that earlier draft",
    "es": "Esto se decidió sobre aquel borrador anterior",
}


@pytest.fixture
def press(database: Database, tmp_path: Path) -> Press:
    """Three employers: a reply printed twice, one to an older draft, one to this draft."""
    made = a_press(database, tmp_path)
    again, older, plain = (
        made.employer(slug=name, name=f"{name.title()} Grill")
        for name in ("again", "older", "plain")
    )
    made.publish(again, reply=replied("We disagree."))
    made.publish(again, reply=replied("We disagree."))
    made.publish(older, reply=_before_the_notice())
    made.publish(plain, reply=replied("We agree."))
    return made


def _before_the_notice() -> Replied:
    notice = snapshot_of(every_state()).notice
    assert notice is not None
    return replace(replied("That was then."), answered_at=notice.sent_at - timedelta(days=3))


@pytest.mark.usefixtures("press")
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_page_and_a_brief_say_which_draft_a_reply_answered(
    client: FlaskClient, language: str
) -> None:
    shown = {
        name: client.get(f"/{language}/e/{name}").text
        for name in ("again", "again/1", "older", "plain")
    }
    brief = client.get(f"/{language}/briefs/7225/us").text

    assert [name for name, page in shown.items() if BEFORE[language] in page] == ["again"]
    assert [name for name, page in shown.items() if OLDER[language] in page] == ["older"]
    assert (brief.count(BEFORE[language]), brief.count(OLDER[language])) == (1, 1)


def test_programs_are_told_which_draft_a_reply_answered(client: FlaskClient, press: Press) -> None:
    first = press.center.publications[0]

    listed = {
        one["slug"]: one["scorecards"][0]["employer_reply"]["earlier_draft"]
        for one in client.get(API).get_json()["items"]
    }
    newest, oldest = client.get(f"{API}/again/scorecards").get_json()["items"]
    (single,) = client.get(f"{API}/again").get_json()["scorecards"]
    signed = client.get("/e/again.json")

    told = newest["employer_reply"]["earlier_draft"]
    assert (told["scorecard"], told["revision"]) == (first.hash, 1)
    assert oldest["employer_reply"]["earlier_draft"] is None
    assert single["employer_reply"]["earlier_draft"] == listed["again"] == told
    assert listed["older"] == {"scorecard": None, "revision": None, "published_at": None}
    assert listed["plain"] is None
    assert signed.data.decode() == press.center.publications[1].content
    assert f"<{API}/again/scorecards>" in signed.headers["Link"]


def test_a_packet_says_which_draft_a_reply_answered(
    app: Flask, database: Database, press: Press
) -> None:
    here: Context = app.extensions["jobquality"]
    center, told = press.center, []
    for publication in center.publications:
        with database.reading(EVERY_ORGANIZATION) as session:
            packet = read_packet(session, center.author.actor, publication.assessment_id)
        edition = here.catalog.edition(packet.snapshot.rubric, packet.snapshot.edition)
        places = here.catalog.parameters.places
        told.append(packet_page(packet, edition, places, language="en", address="").earlier)

    assert [one[:40] for one in told] == ["", BEFORE["en"][:40], OLDER["en"][:40], ""]


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "in which the answer was “10 days”: “We disagree”"), ("es", "respuesta era «10 días»")],
)
def test_a_no_to_an_answer_that_was_corrected_stands_beside_no_other_answer(
    client: FlaskClient, database: Database, tmp_path: Path, language: str, told: str
) -> None:
    made = a_press(database, tmp_path)
    blue = made.employer(slug="blue", name="Blue Door")
    made.publish(blue, reply=replied("We disagree."))
    more = {"sched_notice_days": Told("28", source="Postings")}
    made.publish(blue, every_state() | more, reply=replied("We disagree."))

    page = client.get(f"/{language}/e/blue").text

    line = page.split('id="sched_notice_days"')[1].split("</details>")[0]
    whole = page.split('id="card-reply"')[1].split("</section>")[0]
    assert told in line
    assert told in whole
    assert {"en": "The employer disagrees", "es": "no está de acuerdo"}[language] not in line
    assert whole.count(BEFORE[language]) == 1
    assert DECIDED[language] in whole
