"""Threats T1 and T2: each public claim has an id and a ground, and the packet holds the same."""

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from flask import Flask
from flask.testing import FlaskClient

from jobquality.http import Context
from jobquality.services.published import Published, list_current
from jobquality.store.database import EVERY_ORGANIZATION, Database
from jobquality.store.employers import Employer
from jobquality.store.events import list_events
from jobquality.store.looks import Look, Verdict, keep_look
from jobquality.store.people import Person, list_people
from tests.live.corrections.correcting import Desk
from tests.live.documents.issuing import answers_of_the_bistro
from tests.live.evidence.copying import stored_piece
from tests.live.factories import log_in, stored_person
from tests.live.scorecards.publishing import Press, a_press
from tests.reading.cards import the_texas_diner
from tests.uploads.files import picture

_VOID = {"br", "img", "input", "link", "meta", "wbr"}


class Page(HTMLParser):
    """Reads a page into its claim ids, and the texts with a digit that belong to none."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.claims: list[str] = []
        self.loose: list[str] = []
        self._open: list[dict[str, str | None]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        given = dict(attrs)
        self._open.append({**given, "tag": tag})
        if "data-claim-id" in given:
            self.claims.append(given["data-claim-id"] or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        while self._open and self._open.pop()["tag"] != tag:
            pass

    def handle_data(self, data: str) -> None:
        is_scored = any(one.get("class") in _SCORED for one in self._open)
        if is_scored and not any("data-claim-id" in one for one in self._open):
            self.loose.append(data)


#: What every number of a score stands in.
_SCORED = {"number", "line-points", "big", "level", "line", "finding", "figures-table"}


@pytest.fixture
def press(database: Database, tmp_path: Path) -> Press:
    return a_press(database, tmp_path)


@pytest.fixture
def diner(press: Press) -> Employer:
    employer = press.employer(name="Blue Door Diner", slug="blue-door")
    press.publish(employer, the_texas_diner())
    press.publish(employer)
    return employer


def claims_in_api(client: FlaskClient, press: Press, diner: Employer) -> dict[str, Any]:
    """Return the claims of what is published now, by their ids."""
    body_hash = press.center.publications[-1].hash
    answer = client.get(f"/api/v1/employers/{diner.slug}/scorecards/{body_hash}/claims")
    assert answer.status_code == 200
    return {one["id"]: one for one in answer.get_json()["items"]}


@pytest.mark.parametrize("language", ["en", "es"])
def test_t1_each_claim_on_the_page_has_a_ground_in_the_api(
    client: FlaskClient, press: Press, diner: Employer, language: str
) -> None:
    page = Page(client.get(f"/{language}/e/{diner.slug}").text)
    told = claims_in_api(client, press, diner)

    assert set(page.claims) == set(told)
    assert len(told) >= 60
    for one in told.values():
        assert one["says"]
        assert one["evidence"], one["id"]
        assert set(one["follows_from"]) <= set(told)


def test_t1_no_number_of_a_score_stands_outside_of_a_claim(
    client: FlaskClient, diner: Employer
) -> None:
    text = client.get(f"/en/e/{diner.slug}").text
    history, _, rest = text.partition('id="card-history"')
    after = rest.partition('id="card-about"')[2]
    for part in (history, after):
        assert [one for one in Page(part).loose if re.search(r"\d", one)] == []


def test_what_is_not_known_says_so_as_its_ground(
    client: FlaskClient, press: Press, diner: Employer
) -> None:
    told = claims_in_api(client, press, diner)
    unknown = [
        one
        for one in told.values()
        if [ground["basis"] for ground in one["evidence"]] == ["not_known"]
    ]
    assert unknown
    assert all(one["kind"] in ("answer", "finding") for one in unknown)


def test_claims_of_a_hash_that_nobody_published_are_not_found(
    client: FlaskClient, diner: Employer
) -> None:
    address = f"/api/v1/employers/{diner.slug}/scorecards/{'0' * 64}/claims"
    assert client.get(address).status_code == 404


@pytest.fixture
def shown(app: Flask, database: Database, client: FlaskClient) -> Published:
    """A score with a file behind it and one answer looked at, and somebody who may take it."""
    here: Context = app.extensions["jobquality"]
    with database.transaction() as session:
        desk = Desk(session, here.keys)
        desk.drafted(answers_of_the_bistro())
        look = Look(
            organization_id=desk.organization.id,
            assessment_id=desk.assessment_id,
            criterion="sched_rest_hours",
            verdict=Verdict.ACCEPTED,
            person_id=desk.reviewer.id,
            mark="1" * 32,
            at=desk.at,
        )
        stored_piece(
            session,
            desk.author,
            desk.assessment_id,
            criterion="sched_notice_days",
            title="The board in the kitchen",
            sha256=here.files.keep(picture("PNG")),
        )
        desk.submitted()
        keep_look(session, look)
        desk.approved()
        desk.heard().publish()
        log_in(client, stored_person(session, desk.organization))
        return list_current(session)[0]


def test_t2_the_packet_holds_the_claims_of_the_page_and_every_file_and_two_people(
    client: FlaskClient, database: Database, shown: Published
) -> None:
    archive = _packet(client, shown)
    told = {one["id"] for one in json.loads(archive.read("claims.json"))["items"]}
    assert told == set(Page(client.get(f"/en/e/{shown.known.slug}").text).claims)
    assert archive.read("publication.json").decode() == shown.publication.content
    text = _text_of(archive.read("packet.pdf"))
    assert [name for name in told if name not in text] == []
    assert "The board in the kitchen" in text
    (file,) = (name for name in archive.namelist() if name.startswith("evidence/"))
    assert archive.read(file).startswith(b"\x89PNG")
    assert set(_summed(archive)) == set(archive.namelist()) - {"SHA256SUMS"}
    with database.reading(shown.publication.organization_id) as session:
        names = {one.id: one.name for one in list_people(session)}
        assert list_events(session)[-1].kind == "evidence.exported"
    roles = shown.snapshot.roles
    for person_id in (*roles.assessed_by, roles.reviewed_by, roles.published_by):
        assert names[person_id] in text
    _names_two_people_for_each_answer(text, archive, names[roles.reviewed_by])


def _names_two_people_for_each_answer(text: str, archive: zipfile.ZipFile, reviewer: str) -> None:
    """Hold each claim that somebody answered against who answered it and who else checked it."""
    items = json.loads(archive.read("claims.json"))["items"]
    answered = [one["id"] for one in items if one["kind"] in ("answer", "finding")]
    assert len(answered) >= 40
    for claim in answered:
        told = text.partition(claim)[2].partition("Checked:")
        assert "Answered:" in told[0], claim
        assert told[2].startswith(f" {reviewer}, "), claim
    assert text.count("Checked:") == len(answered)


def _summed(archive: zipfile.ZipFile) -> Iterator[str]:
    """Yield the files that have the hash with which they are listed."""
    for line in archive.read("SHA256SUMS").decode().splitlines():
        digest, _, name = line.partition("  ")
        if hashlib.sha256(archive.read(name)).hexdigest() == digest:
            yield name


def _packet(client: FlaskClient, shown: Published) -> zipfile.ZipFile:
    address = f"/en/work/assessments/{shown.publication.assessment_id}/packet"
    with client.post(address, data={"what": "zip", "key": "1"}) as answer:
        assert answer.mimetype == "application/zip"
        return zipfile.ZipFile(io.BytesIO(answer.data))


def _text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    pages = (page.get_textpage().get_text_bounded() for page in document)
    # A long word is broken over two lines; ids have no hyphen at their end.
    return re.sub(r"-?[\r\n\ufffe]+", "", " ".join(pages))


def test_nothing_published_has_no_packet(
    client: FlaskClient, database: Database, press: Press
) -> None:
    with database.transaction(EVERY_ORGANIZATION) as session:
        person = stored_person(session, press.center.organization)
    log_in(client, person)
    assert client.get(f"/en/work/assessments/{'0' * 32}/packet").status_code == 404


def test_t2_the_packet_tells_what_happened_since_with_days_and_two_people(
    app: Flask, database: Database, press: Press
) -> None:
    employer, center = press.employer(slug="later", name="Later Grill"), press.center
    first = press.publish(employer)
    with database.transaction(center.organization.id) as session:
        center.session = session
        second = center.correct(employer, touches="sched_notice_days")
        center.withdraw(second)

    before, after = (_packet_of(app, center.author, one.assessment_id) for one in (first, second))

    said, told = (_text_of(one.read("packet.pdf")) for one in (before, after))
    assert "Set right by a later scorecard" in said
    assert "It was ten days." in said
    assert "Published to set an earlier scorecard right" in told
    assert "Withdrawn. There was an error in it." in told
    assert "It was another place of the same name." in told
    assert min(told.count(one.name) for one in (center.author, center.reviewer)) > 1
    entries = json.loads(after.read("later.json"))["entries"]
    assert [one["entry"]["kind"] for one in entries] == ["correction", "withdrawal"]
    hashes = [hashlib.sha256(after.read(one["body"])).hexdigest() for one in entries]
    assert hashes == [one["entry"]["hash"] for one in entries]


def _packet_of(app: Flask, person: Person, assessment_id: str) -> zipfile.ZipFile:
    address = f"/en/work/assessments/{assessment_id}/packet"
    form = {"what": "zip", "key": assessment_id[-30:]}
    with log_in(app.test_client(), person).post(address, data=form) as answer:
        return zipfile.ZipFile(io.BytesIO(answer.data))
