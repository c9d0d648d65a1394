"""Pieces of evidence: replaced without being lost, dated, carried over, opened and counted."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from jobquality.access.states import AssessmentState, Visibility
from jobquality.config import Settings
from jobquality.errors import FaultsError, NotFoundError, RefusedError
from jobquality.rubrics.catalog import shipped
from jobquality.scoring.facts import Grade
from jobquality.services.approvals import authors_of
from jobquality.services.carrying import Carry, carry_evidence, expiring, offered
from jobquality.services.evidence import (
    EvidenceCommand,
    add_claimed_evidence,
    list_opened,
    openings,
)
from jobquality.store.assessments import change_assessment, get_assessment
from jobquality.store.evidence import get_evidence, list_evidence, list_versions
from tests.live.assessments.assessing import stored_draft
from tests.live.evidence.copying import stored_piece
from tests.live.evidence.desk import CRITERION, Desk
from tests.live.factories import NOON
from tests.uploads.files import SECRET, pdf, picture, zipped

CATALOG = shipped()


@pytest.mark.parametrize(("file", "name"), [(picture(), "Maria-payslip.jpg"), (pdf(), "x.pdf")])
def test_t8_a_download_tells_nothing_of_who_where_and_with_what(
    desk: Desk, session: Session, file: bytes, name: str
) -> None:
    """T8: JPEG with GPS and serial number, PDF with /Author; `Maria-payslip.jpg`."""
    desk.add(file, name)
    (piece,) = list_evidence(session, desk.case.assessment.id)

    served = desk.client.get(f"/en/work/evidence/{piece.id}")

    ending = name.rpartition(".")[2]
    shown = f'attachment; filename="evidence-{piece.id[:8]}.{ending}"'
    assert served.headers["Content-Disposition"] == shown
    assert not [one for one in (SECRET.encode(), b"SN-4711", b"Exif") if one in served.data]
    assert b"Maria" not in served.data


def test_t8_a_word_file_is_refused_with_what_to_do(desk: Desk, session: Session) -> None:
    """T8: a DOCX names who changed it last; it is not taken at all."""
    answer = desk.add(zipped(), "contract.docx")

    assert answer.status_code == 422
    assert "Save it as PDF and send that." in answer.text
    assert list_evidence(session, desk.case.assessment.id) == ()


def test_a_newer_file_takes_its_place_and_the_older_one_stays_readable(
    desk: Desk, session: Session
) -> None:
    desk.add(picture())
    (before,) = list_evidence(session, desk.case.assessment.id)

    newer = {"title": "Pay stubs, sharper", "grade": "E2", "key": "2"}
    desk.renew(before, pdf(), "new.pdf", **newer)

    session.expire_all()
    after, (kept,) = get_evidence(session, before.id), list_versions(session, before.id)
    assert (after.revision, after.title, after.media_type) == (2, newer["title"], "application/pdf")
    assert (kept.revision, kept.sha256, kept.added_by) == (1, before.sha256, before.added_by)
    old = desk.client.get(f"/en/work/evidence/{before.id}/revisions/1")
    assert (old.status_code, old.mimetype) == (200, "image/jpeg")
    page = desk.client.get(desk.address).text
    assert before.sha256 in page
    assert after.sha256 in page


def test_the_very_same_file_replaces_nothing(desk: Desk, session: Session) -> None:
    desk.add(picture())
    (before,) = list_evidence(session, desk.case.assessment.id)

    answer = desk.renew(before, picture(), title="Again", grade="E2", key="2")

    assert answer.status_code == 409
    assert list_versions(session, before.id) == ()


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_was_typed_about_a_piece_is_shown_when_the_draft_went_on_meanwhile(
    desk: Desk, session: Session, language: str
) -> None:
    sent = replace(desk.case.assessment, state=AssessmentState.IN_REVIEW)
    change_assessment(session, sent)
    form = {"title": "Schedule on the door", "grade": "E2", "key": "1", "captured_on": "2026-02-03"}

    answer = desk.send(desk.address.replace("/en/", f"/{language}/"), picture(), "door.jpg", **form)

    assert answer.status_code == 409
    assert [
        one for one in (form["title"], "2026-02-03", "door.jpg") if one not in answer.text
    ] == []
    assert {"en": "What you typed was not kept", "es": "no se guardó"}[language] in answer.text
    assert list_evidence(session, desk.case.assessment.id) == ()


def test_taking_a_piece_back_takes_every_file_it_was(
    desk: Desk, session: Session, settings: Settings
) -> None:
    desk.add(picture())
    (piece,) = list_evidence(session, desk.case.assessment.id)
    newer = {"title": "Newer", "grade": "E2", "key": "2"}
    desk.renew(piece, pdf(), "new.pdf", **newer)

    desk.client.post(f"/en/work/evidence/{piece.id}/remove", data={"key": "3"})

    assert list_evidence(session, desk.case.assessment.id) == ()
    assert not [one for one in (settings.data / "files").rglob("*") if one.is_file()]


def test_a_script_is_told_in_json_what_was_kept_and_once(desk: Desk, session: Session) -> None:
    told = [
        desk.client.post(
            desk.address,
            data={"title": "A page", "grade": "E1", "url": "https://diner.example.org", "key": "k"},
            headers={"Accept": "application/json"},
        )
        for _ in range(2)
    ]

    (piece,) = list_evidence(session, desk.case.assessment.id)
    assert [one.status_code for one in told] == [201, 201]
    assert [one.get_json() for one in told] == 2 * [{"id": piece.id, "title": "A page"}]


def test_a_script_is_told_in_json_what_is_wrong(desk: Desk) -> None:
    answer = desk.client.post(
        desk.address, data={"title": "", "key": "k"}, headers={"Accept": "application/json"}
    )

    assert answer.status_code == 422
    told = answer.get_json()
    assert {one["where"] for one in told["faults"]} == {"title", "grade"}
    assert all(one["message"] in told["said"] for one in told["faults"])


def test_a_phone_is_told_in_its_language_why_a_photo_was_not_taken(desk: Desk) -> None:
    answer = desk.client.post(
        desk.address.replace("/en/", "/es/"),
        data={"title": "Horario", "grade": "E1", "url": "nowhere", "key": "k"},
        headers={"Accept": "application/json"},
    )

    assert answer.status_code == 422
    assert answer.get_json()["said"]
    assert "address" not in answer.get_json()["said"]


def test_what_is_said_of_a_piece_can_change_and_is_checked(desk: Desk, session: Session) -> None:
    desk.add(picture())
    (piece,) = list_evidence(session, desk.case.assessment.id)
    place = f"/en/work/evidence/{piece.id}/details"
    said = {"expires_on": "2026-12-31", "visibility": "employer", "of_worker": "yes"}

    right = {**said, "kind": "payroll_export", "key": "2", "seen": piece.stand}
    answers = [
        desk.client.post(place, data=form)
        for form in (right, {**said, "kind": "a_rumor", "key": "3"})
    ]

    session.expire_all()
    after = get_evidence(session, piece.id)
    assert [one.status_code for one in answers] == [303, 422]
    assert (after.kind, after.expires_on) == ("payroll_export", date(2026, 12, 31))
    assert (after.visibility, after.of_worker) == (Visibility.EMPLOYER, True)


def test_what_is_out_of_date_is_named_with_its_day(desk: Desk, session: Session) -> None:
    stored_piece(session, desk.case.person, desk.case.assessment.id, expires_on=date(2026, 1, 31))

    page = desk.client.get(desk.address).text

    assert "Out of date since January 31, 2026" in page
    assert "Nothing here carries the answer yet." in page


def test_who_opened_a_file_or_followed_a_link_is_kept(desk: Desk, session: Session) -> None:
    desk.add(picture())
    link = stored_piece(session, desk.case.person, desk.case.assessment.id)
    file = next(one for one in list_evidence(session, desk.case.assessment.id) if one.is_file)
    assert list_opened(session, desk.case.assessment.id, desk.case.person.id) == ()

    desk.client.get(f"/en/work/evidence/{file.id}")
    followed = desk.client.get(f"/en/work/evidence/{link.id}/link")

    opened = openings(session, desk.case.assessment.id)
    assert followed.location == link.url
    assert {(one.evidence_id, one.revision) for one in opened} == {(file.id, 1), (link.id, 1)}
    assert {(one.person_id, one.at) for one in opened} == {(desk.case.person.id, NOON)}
    seen = list_opened(session, desk.case.assessment.id, desk.case.person.id)
    assert {one.id for one in seen} == {file.id, link.id}
    assert list_opened(session, desk.case.assessment.id, "somebody-else") == ()


def test_a_piece_that_was_replaced_counts_as_not_opened(desk: Desk, session: Session) -> None:
    desk.add(picture())
    (piece,) = list_evidence(session, desk.case.assessment.id)
    desk.client.get(f"/en/work/evidence/{piece.id}")
    newer = {"title": "Newer", "grade": "E2", "key": "2"}
    desk.renew(piece, pdf(), "new.pdf", **newer)

    assert list_opened(session, desk.case.assessment.id, desk.case.person.id) == ()


def test_evidence_of_last_year_is_offered_while_in_date_and_carried_in_one_tap(
    desk: Desk, session: Session
) -> None:
    first = desk.case.assessment
    desk.add(picture(), captured_on="2025-06-01", kind="payroll_export")
    (fresh,) = list_evidence(session, first.id)
    stored_piece(session, desk.case.person, first.id, captured_on=date(2023, 1, 1))
    again = stored_draft(
        session, desk.case.person, desk.case.employer, id="this-year", previous_id=first.id
    )
    assert offered(session, again, CRITERION, catalog=CATALOG) == (fresh,)

    place = f"/en/work/assessments/{again.id}/{CRITERION}/evidence"
    assert "Still good from last time" in desk.client.get(place).text
    answer = desk.client.post(f"{place}/carry", data={"earlier": fresh.id, "key": "9"})

    (carried,) = list_evidence(session, again.id)
    assert answer.status_code == 303
    assert carried.id != fresh.id
    assert (carried.sha256, carried.captured_on) == (fresh.sha256, date(2025, 6, 1))
    assert (carried.kind, carried.carried_from) == ("payroll_export", fresh.id)
    assert offered(session, again, CRITERION, catalog=CATALOG) == ()
    # Its file stays when the earlier draft takes its own piece back.
    desk.client.post(f"/en/work/evidence/{fresh.id}/remove", data={"key": "10"})
    assert desk.client.get(f"/en/work/evidence/{carried.id}").status_code == 200


def test_only_what_is_offered_can_be_carried(desk: Desk, session: Session) -> None:
    first = desk.case.assessment
    old = stored_piece(session, desk.case.person, first.id, captured_on=date(2023, 1, 1))
    again = stored_draft(
        session, desk.case.person, desk.case.employer, id="this-year", previous_id=first.id
    )
    command = Carry(
        assessment_id=again.id, criterion=CRITERION, evidence_ids=(old.id,), new_ids=("new",)
    )

    with pytest.raises(NotFoundError):
        carry_evidence(session, desk.case.actor, command, catalog=CATALOG, at=NOON)


def test_what_ends_soon_is_listed_soonest_first(desk: Desk, session: Session) -> None:
    on, case = NOON.date(), desk.case
    soon, sooner = (
        stored_piece(session, case.person, case.assessment.id, expires_on=on + timedelta(days=days))
        for days in (50, 20)
    )
    stored_piece(session, case.person, case.assessment.id, expires_on=on + timedelta(days=61))

    found = expiring(session, on + timedelta(days=60), catalog=CATALOG)
    assert [one.evidence for one in found] == [sooner, soon]
    assert found[0].ends_on == on + timedelta(days=20)

    given_up = replace(get_assessment(session, case.assessment.id), state=AssessmentState.ABANDONED)
    change_assessment(session, given_up)
    assert expiring(session, on + timedelta(days=60), catalog=CATALOG) == ()


def claimed(desk: Desk, **but: object) -> EvidenceCommand:
    given: dict[str, object] = {
        "id": "theirs",
        "assessment_id": desk.case.assessment.id,
        "criterion": CRITERION,
        "title": "Our wage table",
        "grade": Grade.E2,
        "url": "https://diner.example.org/wages",
        "visibility": Visibility.PUBLIC,
        "claim_id": "claim",
    }
    return EvidenceCommand(**given | but)  # type: ignore[arg-type]  # a test says what it needs


def test_what_the_employer_gives_is_a_claim_of_nobody_of_ours(desk: Desk, session: Session) -> None:
    organization_id = desk.case.person.organization_id

    piece = add_claimed_evidence(session, organization_id, claimed(desk), at=NOON)

    assert (piece.added_by, piece.claim_id, piece.grade) == (None, "claim", Grade.E0)
    assert piece.visibility is Visibility.TEAM
    assert None not in authors_of(session, desk.case.assessment)
    assert "From the employer" in desk.client.get(desk.address).text


def test_what_the_employer_gives_belongs_to_an_answer_of_theirs_and_to_a_draft(
    desk: Desk, session: Session
) -> None:
    organization_id = desk.case.person.organization_id
    with pytest.raises(FaultsError, match="no answer of the employer"):
        add_claimed_evidence(session, organization_id, claimed(desk, claim_id=""), at=NOON)
    sent = replace(desk.case.assessment, state=AssessmentState.IN_REVIEW)
    change_assessment(session, sent)

    with pytest.raises(RefusedError):
        add_claimed_evidence(session, organization_id, claimed(desk), at=NOON)
