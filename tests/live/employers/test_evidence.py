import gc
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from jobquality.access.actors import Role
from jobquality.access.states import AssessmentState
from jobquality.config import Settings
from jobquality.store.assessments import change_assessment, get_assessment
from jobquality.store.evidence import list_evidence
from jobquality.store.people import add_person
from jobquality.uploads.gate import LARGEST
from tests.live.assessments.assessing import Case, stored_case
from tests.live.factories import log_in, stored_organization, stored_person
from tests.live.reviews.browsing import without_secrets
from tests.uploads.files import SECRET, picture

CRITERION = "lowest_base_rate"
PHOTO = {"title": "Schedule of March 2", "grade": "E2", "key": "1"}


@dataclass(frozen=True)
class Desk:
    client: FlaskClient
    case: Case

    @property
    def address(self) -> str:
        return f"/en/work/assessments/{self.case.assessment.id}/{CRITERION}/evidence"

    def send(self, file: bytes | None = None, name: str = "a.jpg", /, **form: str) -> TestResponse:
        parts = [(f'name="{field}"', value.encode()) for field, value in form.items()]
        if file is not None:
            parts.append((f'name="file"; filename="{name}"', file))
        return self.client.post(
            self.address,
            data=multipart(parts),
            content_type="multipart/form-data; boundary=edge",
        )


def multipart(parts: list[tuple[str, bytes]]) -> bytes:
    """Write a form as browsers do; the test client leaves temporary files open."""
    head = "--edge\r\nContent-Disposition: form-data; {}\r\n\r\n"
    body = b"".join(head.format(name).encode() + content + b"\r\n" for name, content in parts)
    return body + b"--edge--\r\n"


@pytest.fixture
def desk(session: Session, client: FlaskClient) -> Desk:
    case = stored_case(session)
    log_in(client, case.person)
    return Desk(client, case)


def kept(settings: Settings) -> list[Path]:
    return [one for one in (settings.data / "files").rglob("*") if one.is_file()]


def test_a_photo_is_kept_without_its_place_and_served_under_another_name(
    desk: Desk, session: Session
) -> None:
    response = desk.send(picture(), "Maria-payslip.jpg", **PHOTO)
    evidence = list_evidence(session, desk.case.assessment.id)[0]
    served = desk.client.get(f"/en/work/evidence/{evidence.id}")

    assert response.status_code == 303
    assert served.headers["Content-Disposition"] == (
        f'attachment; filename="evidence-{evidence.id[:8]}.jpg"'
    )
    assert served.headers["Content-Type"] == "image/jpeg"
    assert served.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert served.headers["X-Content-Type-Options"] == "nosniff"
    assert served.headers["Cache-Control"] == "private, no-store"
    assert SECRET.encode() not in served.data
    assert b"Maria" not in desk.client.get(desk.address).data
    assert evidence.size == len(served.data)


def test_a_link_is_kept_and_never_fetched(desk: Desk, session: Session) -> None:
    desk.send(None, **PHOTO, url="https://diner.example.org/jobs", captured_on="2026-02-01")
    evidence = list_evidence(session, desk.case.assessment.id)[0]

    assert (evidence.url, evidence.is_file) == ("https://diner.example.org/jobs", False)
    assert desk.client.get(f"/en/work/evidence/{evidence.id}").status_code == 404
    assert 'rel="noopener noreferrer nofollow"' in desk.client.get(desk.address).text


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "data:,x", "//evil.example", "http://u:p@x.org", "http://10.0.0.1"],
)
def test_a_link_that_is_no_public_page_is_refused(desk: Desk, session: Session, link: str) -> None:
    response = desk.send(None, **PHOTO, url=link)

    assert response.status_code == 422
    assert not list_evidence(session, desk.case.assessment.id)


def test_every_fault_is_named_at_once_and_no_file_is_left(
    desk: Desk, session: Session, settings: Settings
) -> None:
    response = desk.send(
        b"<html><script>alert(1)</script>", "a.png", title="", grade="E9", captured_on="2030-01-01"
    )

    assert response.status_code == 422
    assert "This looks like HTML." in response.text
    for field in ("title", "file", "grade", "captured_on"):
        assert f'href="#{field}"' in response.text
    assert not list_evidence(session, desk.case.assessment.id)
    assert not kept(settings)


def test_a_file_and_a_link_at_once_are_refused(desk: Desk, settings: Settings) -> None:
    response = desk.send(picture(), **PHOTO, url="https://a.example.org")

    assert response.status_code == 422
    assert not kept(settings)


def test_neither_a_file_nor_a_link_is_refused(desk: Desk) -> None:
    assert "neither a file nor a link" in desk.send(None, **PHOTO).text


def test_what_workers_confirmed_is_never_a_file(desk: Desk, session: Session) -> None:
    response = desk.send(picture(), **(PHOTO | {"grade": "E3"}))

    assert response.status_code == 422
    assert "entered as counts, never as a file" in response.text
    assert not list_evidence(session, desk.case.assessment.id)


def test_a_file_just_above_the_limit_is_refused_beside_its_field(desk: Desk) -> None:
    response = desk.send(b"\xff\xd8\xff" + bytes(LARGEST), **PHOTO)

    assert response.status_code == 422
    assert "larger than 10 MB" in response.text


def test_a_file_far_above_the_limit_is_refused_in_words(desk: Desk) -> None:
    response = desk.send(bytes(2 * LARGEST), **PHOTO)

    assert response.status_code == 413
    assert "This is too large" in response.text


def test_other_forms_stay_as_small_as_they_were(desk: Desk) -> None:
    response = desk.client.post("/en/work/employers/new", data={"name": "x" * 2 * 1024 * 1024})

    assert response.status_code == 413


def test_a_double_click_keeps_one_piece_of_evidence(desk: Desk, session: Session) -> None:
    for _ in range(2):
        assert desk.send(picture(), **PHOTO).status_code == 303

    assert len(list_evidence(session, desk.case.assessment.id)) == 1


def test_evidence_of_another_organization_is_not_found(desk: Desk, session: Session) -> None:
    desk.send(picture(), **PHOTO)
    evidence = list_evidence(session, desk.case.assessment.id)[0]
    log_in(desk.client, stored_person(session, stored_organization(session)))

    foreign = desk.client.get(f"/en/work/evidence/{evidence.id}")
    unknown = desk.client.get("/en/work/evidence/nothing")

    assert foreign.status_code == unknown.status_code == 404
    told = without_secrets(foreign.text).replace(evidence.id, "")
    assert told == without_secrets(unknown.text).replace("/nothing", "/")
    assert desk.client.get(desk.address).status_code == 404
    assert desk.send(picture(), **PHOTO).status_code == 404
    removal = desk.client.post(f"/en/work/evidence/{evidence.id}/remove", data={"key": "9"})
    assert removal.status_code == 404


def test_whoever_is_not_logged_in_sees_no_file(desk: Desk, session: Session) -> None:
    desk.send(picture(), **PHOTO)
    evidence = list_evidence(session, desk.case.assessment.id)[0]

    stranger = desk.client.application.test_client()

    assert stranger.get(f"/en/work/evidence/{evidence.id}").status_code == 302


def test_a_reviewer_sees_the_file_and_adds_none(desk: Desk, session: Session) -> None:
    desk.send(picture(), **PHOTO)
    evidence = list_evidence(session, desk.case.assessment.id)[0]
    reviewer = replace(
        desk.case.person,
        id="reviewer",
        email="reviewer@center.example",
        session_key="reviewer",
        roles=frozenset({Role.REVIEWER}),
    )
    add_person(session, reviewer)
    log_in(desk.client, reviewer)

    assert desk.client.get(f"/en/work/evidence/{evidence.id}").status_code == 200
    assert "Add evidence" not in desk.client.get(desk.address).text
    assert desk.send(picture(), **PHOTO).status_code == 403


def test_evidence_is_taken_back_with_its_file_while_it_is_a_draft(
    desk: Desk, session: Session, settings: Settings
) -> None:
    desk.send(picture(), **PHOTO)
    evidence = list_evidence(session, desk.case.assessment.id)[0]
    removal = f"/en/work/evidence/{evidence.id}/remove"

    first, second = (desk.client.post(removal, data={"key": "9"}) for _ in range(2))

    assert first.status_code == second.status_code == 303
    assert not list_evidence(session, desk.case.assessment.id)
    assert not kept(settings)


def test_a_file_that_other_evidence_names_stays(
    desk: Desk, session: Session, settings: Settings
) -> None:
    desk.send(picture(), **PHOTO)
    desk.send(picture(), **(PHOTO | {"key": "2", "title": "The same again"}))
    first = list_evidence(session, desk.case.assessment.id)[0]

    desk.client.post(f"/en/work/evidence/{first.id}/remove", data={"key": "9"})

    assert len(kept(settings)) == 1


def test_evidence_of_what_is_no_draft_stays_as_it_is(desk: Desk, session: Session) -> None:
    desk.send(picture(), **PHOTO)
    assessment = get_assessment(session, desk.case.assessment.id)
    change_assessment(session, replace(assessment, state=AssessmentState.IN_REVIEW))
    evidence = list_evidence(session, assessment.id)[0]

    added = desk.send(picture(), **(PHOTO | {"key": "2"}))
    removed = desk.client.post(f"/en/work/evidence/{evidence.id}/remove", data={"key": "9"})

    assert added.status_code == removed.status_code == 409
    assert len(list_evidence(session, assessment.id)) == 1
    assert "Add evidence" not in desk.client.get(desk.address).text


def test_a_question_that_is_not_asked_has_no_evidence(desk: Desk) -> None:
    address = desk.address.replace(CRITERION, "nothing")

    assert desk.client.get(address).status_code == 404
    assert desk.client.post(address, data=PHOTO).status_code == 404


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_upload_that_was_cut_off_leaves_nothing(
    desk: Desk, session: Session, settings: Settings
) -> None:
    head = b'--cut\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n'
    desk.client.post(
        desk.address,
        data=head + picture(size=(900, 900))[:2000],
        content_type="multipart/form-data; boundary=cut",
    )
    gc.collect()  # the parser leaves its own temporary file to the collector

    assert not list_evidence(session, desk.case.assessment.id)
    assert not kept(settings)
