"""Taking all the evidence of an assessment away."""

import csv
import io
import zipfile
from datetime import UTC, datetime, timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from jobquality.scoring.facts import Grade
from jobquality.services.evidence import EvidenceCommand, add_evidence
from jobquality.store.files import FileStore
from jobquality.store.openings import list_openings
from tests.live.assessments.assessing import Case, stored_case
from tests.live.factories import NOON, log_in, stored_organization, stored_person

NOTICE = "sched_notice_days"
PAGE = b"%PDF-1.7 the posted schedule"


@pytest.fixture
def case(session: Session, client: FlaskClient) -> Case:
    """A draft with a file and a link behind one answer, and somebody who is logged in."""
    case = stored_case(session)
    folder = client.application.extensions["jobquality"].files.folder
    draft = case.assessment.id
    sha256 = FileStore(folder).keep(PAGE)
    for command in (
        EvidenceCommand(
            id="f" * 32, assessment_id=draft, criterion=NOTICE, title="=HYPERLINK(1)",
            grade=Grade.E2, sha256=sha256, media_type="application/pdf", size=len(PAGE),
        ),
        EvidenceCommand(
            id="e" * 32, assessment_id=draft, criterion=NOTICE, title="Handbook", grade=Grade.E1,
            url="https://diner.example/",
        ),
    ):  # fmt: skip
        add_evidence(session, case.actor, command, at=NOON)
    log_in(client, case.person)
    return case


def _address(case: Case) -> str:
    return f"/en/work/assessments/{case.assessment.id}/evidence-files"


def test_every_file_comes_with_a_list_under_names_of_ours(client: FlaskClient, case: Case) -> None:
    taken = client.post(_address(case), data={"key": "b1"}, buffered=True)

    with zipfile.ZipFile(io.BytesIO(taken.data)) as archive:
        listed = list(csv.DictReader(io.StringIO(archive.read("evidence.csv").decode())))
        assert archive.read("evidence-ffffffff.pdf") == PAGE
        assert len(archive.namelist()) == 2
    assert sorted(one["file"] for one in listed) == ["", "evidence-ffffffff.pdf"]
    assert {one["link"] for one in listed} == {"", "https://diner.example/"}
    assert "'=HYPERLINK(1)" in {one["title"] for one in listed}
    assert taken.headers["Cache-Control"] == "private, no-store"


def test_who_took_it_is_kept_with_each_piece(
    client: FlaskClient, session: Session, case: Case
) -> None:
    client.post(_address(case), data={"key": "b1"}, buffered=True)
    client.post(_address(case), data={"key": "b1"}, buffered=True)

    opened = list_openings(session, case.assessment.id)
    assert sorted(one.evidence_id for one in opened) == ["e" * 32, "f" * 32]
    assert {one.person_id for one in opened} == {case.person.id}


def test_after_half_an_hour_it_asks_who_is_there_first(client: FlaskClient, case: Case) -> None:
    with client.session_transaction() as visit:
        visit["proved_at"] = (datetime.now(UTC) - timedelta(minutes=31)).timestamp()

    asked = client.post(_address(case), data={"key": "b1"}, buffered=True)

    assert asked.status_code == 401
    assert b"PK" not in asked.data[:2]


def test_another_organization_takes_nothing(
    client: FlaskClient, session: Session, case: Case
) -> None:
    log_in(client, stored_person(session, stored_organization(session)))

    assert client.post(_address(case), data={"key": "b1"}, buffered=True).status_code == 404
