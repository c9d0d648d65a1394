"""An employer's documents: one gate in, back to the employer alone, and kept once sent in."""

import io
import re

import pytest
from flask import Flask
from PIL import Image
from werkzeug.test import TestResponse

from jobquality.scoring.facts import Grade
from jobquality.services import claimpapers as services
from jobquality.services.claims import claims_of
from jobquality.store.assessments import find_answer
from jobquality.store.database import Database
from jobquality.store.documents import Drawn, add_document
from jobquality.store.evidence import list_evidence
from tests.live.assessments.assessing import Case
from tests.live.claims.claiming import Desk, Visit, new_id
from tests.live.factories import NOON


def picture(color: str = "teal") -> bytes:
    held = io.BytesIO()
    Image.new("RGB", (40, 30), color).save(held, "JPEG")
    return held.getvalue()


def upload(
    visit: Visit, content: bytes, name: str = "week7.jpg", title: str = "Week 7"
) -> TestResponse:
    form = {"key": new_id(), "title": title, "file": (io.BytesIO(content), name)}
    return visit.browser.post(visit.at("/documents/sched_notice_days"), data=form)


@pytest.fixture
def visit(desk: Desk) -> Visit:
    """Somebody of the employer."""
    return desk.visit(desk.ask())


def own_file(visit: Visit) -> str:
    page = visit.page("/documents/sched_notice_days")
    (found,) = {str(one) for one in re.findall(r"/questions/files/(\w+)", page)}
    return found


def test_a_document_is_a_claim_of_the_employer_that_the_team_and_it_alone_can_open(
    visit: Visit, desk: Desk, case: Case, database: Database
) -> None:
    assert upload(visit, picture()).status_code == 303

    with database.reading(case.person.organization_id) as session:
        (paper,) = list_evidence(session, case.assessment.id)
        claim = claims_of(session, case.assessment.id)["sched_notice_days"]
        assert find_answer(session, case.assessment.id, "sched_notice_days") is None
    assert (paper.grade, paper.added_by, paper.claim_id) == (Grade.E0, None, claim.id)
    assert claim.documents == (paper,)
    assert "Week 7" in desk.page()
    own = visit.browser.get(visit.at(f"/files/{own_file(visit)}"))
    assert own.status_code == 200
    assert own.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in own.headers["Content-Security-Policy"]
    assert "week7" not in own.headers["Content-Disposition"]


def test_another_employers_visit_opens_none_of_it(visit: Visit, desk: Desk, app: Flask) -> None:
    upload(visit, picture())
    paper = own_file(visit)
    other = desk.visit(desk.ask(topics=["scheduling"]))

    assert other.browser.get(other.at(f"/files/{paper}")).status_code == 404
    assert app.test_client().get(visit.at(f"/files/{paper}")).status_code == 403


def test_what_does_not_pass_the_gate_is_not_kept(
    visit: Visit, case: Case, database: Database
) -> None:
    unfit = (
        (b"<script>alert(1)</script>", "page.html", "Week 7"),
        (b"MZ\x90\x00", "schedule.pdf", "Week 7"),
        (picture(), "week7.pdf", "Week 7"),
        (picture(), "week7.jpg", ""),
        (picture(), "week7.jpg", "Week\u202e 7"),
        (b"", "", "Week 7"),
    )

    answers = [upload(visit, *one) for one in unfit]

    assert [answer.status_code for answer in answers] == [422] * len(unfit)
    assert all('id="faults"' in answer.text for answer in answers)
    with database.reading(case.person.organization_id) as session:
        assert list_evidence(session, case.assessment.id) == ()


def test_a_document_can_be_taken_back_until_it_was_sent_in(
    visit: Visit, case: Case, database: Database
) -> None:
    upload(visit, picture())
    visit.browser.post(visit.at(f"/files/{own_file(visit)}"), data={"key": new_id()})
    with database.reading(case.person.organization_id) as session:
        assert list_evidence(session, case.assessment.id) == ()
    upload(visit, picture(), title="Week 8")
    visit.save("scheduling", sched_notice_days__number="14")
    visit.send()

    kept = visit.browser.post(visit.at(f"/files/{own_file(visit)}"), data={"key": new_id()})

    assert kept.status_code == 409
    assert "sent in stays" in kept.text
    assert "Week 8" in visit.page("/receipt")


def test_a_document_before_an_answer_hinders_no_answer(visit: Visit) -> None:
    page = visit.save("scheduling", do="document:sched_notice_days")
    upload(visit, picture())

    saved = visit.save("scheduling", sched_notice_days__number="14", sched_notice_days__seen="0")

    assert page.location == "/en/questions/documents/sched_notice_days"
    assert saved.status_code == 303


def test_a_disk_cannot_be_filled_through_the_link(visit: Visit) -> None:
    answers = [upload(visit, picture(), title=f"Week {week}").status_code for week in range(11)]

    assert answers == [303] * 10 + [409]


def on_disk(app: Flask) -> int:
    return len(list(app.extensions["jobquality"].files.folder.glob("??/*")))


def test_what_is_refused_or_comes_twice_leaves_no_file_on_the_disk(
    visit: Visit, app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload(visit, picture("red"))
    monkeypatch.setattr(services, "MOST_IN_ALL", 1)

    full = upload(visit, picture("blue"))

    assert full.status_code == 409
    assert on_disk(app) == 1


def test_one_form_sent_again_with_another_photo_of_the_same_name_is_not_taken_for_done(
    visit: Visit, app: Flask
) -> None:
    def send(color: str) -> int:
        form = {"key": "one", "title": "Week 7", "file": (io.BytesIO(picture(color)), "image.jpg")}
        return visit.browser.post(visit.at("/documents/sched_notice_days"), data=form).status_code

    assert [send("red"), send("red"), send("blue")] == [303, 303, 422]
    assert on_disk(app) == 1


def test_taking_a_document_back_never_takes_an_issued_one_off_the_disk(
    visit: Visit, case: Case, app: Flask, database: Database
) -> None:
    upload(visit, picture())
    with database.transaction(case.person.organization_id) as session:
        (paper,) = list_evidence(session, case.assessment.id)
        drawn = Drawn(
            organization_id=case.person.organization_id,
            subject="a" * 64,
            kind="certificate",
            language="en",
            sha256=paper.sha256,
        )
        add_document(session, drawn, at=NOON)

    visit.browser.post(visit.at(f"/files/{own_file(visit)}"), data={"key": new_id()})

    assert app.extensions["jobquality"].files.is_whole(paper.sha256)
