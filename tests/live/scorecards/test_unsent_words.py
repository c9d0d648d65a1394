"""Threat T2: words that an employer never sent are nowhere called its reply."""

import csv
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from jobquality.ledger.snapshot import Replied
from jobquality.store.database import Database
from tests.live.scorecards.publishing import Press, a_press, replied
from tests.reading.cards import every_state, snapshot_of

UNSENT = {
    "en": "The employer wrote this and had not sent it when its time ended on March 7, 2026.",
    "es": "El empleador escribió esto y no lo había enviado cuando terminó su plazo, el 7 de marzo",
}
REPLIED = {"en": "mployer replied", "es": "l empleador respondió"}
MARK = {"en": "Employer wrote and did not send it", "es": "El empleador escribió y no lo envió"}


@pytest.fixture
def shown(database: Database, tmp_path: Path) -> Press:
    """Publish a score with words that were saved last and not sent."""
    press = a_press(database, tmp_path)
    press.publish(press.employer(slug="barn", name="Red Barn"), reply=unsent())
    return press


def unsent() -> Replied:
    notice = snapshot_of(every_state()).notice
    assert notice is not None
    return replace(replied("Not finished."), answered_at=notice.ended_at)


@pytest.mark.parametrize("language", ["en", "es"])
def test_pages_say_that_it_was_written_and_not_sent(
    client: FlaskClient, shown: Press, language: str
) -> None:
    for name in ("Oak Grill", "Elm Diner"):  # no brief is made of one employer
        employer = shown.employer(slug=name.replace(" ", "-").lower(), name=name)
        shown.publish(employer, reply=unsent())

    page = client.get(f"/{language}/e/barn").text
    brief = client.get(f"/{language}/briefs/7225/us").text
    listed = client.get(f"/{language}/employers").text
    card = client.get(f"/embed/barn?lang={language}").text
    badge = client.get(f"/badge/barn.svg?lang={language}").text

    for told in (page, brief):
        assert UNSENT[language] in told
        assert "Not finished." in told
    for told in (brief, listed, card, badge):
        assert MARK[language] in told
    for told in (page, brief, listed, card, badge):
        assert REPLIED[language] not in told


@pytest.mark.usefixtures("shown")
def test_files_and_programs_are_told_so_too(client: FlaskClient) -> None:
    (row,) = csv.DictReader(StringIO(client.get("/en/employers.csv").text))
    (listed,) = client.get("/api/v1/employers").get_json()["items"]

    told = [row["employer_replied"], row["employer_reply_not_sent"]]
    assert told == ["no", "yes"]
    assert row["employer_reply_url"].endswith("/en/e/barn#reply-title")
    assert listed["scorecards"][0]["employer_reply"]["not_sent"]
