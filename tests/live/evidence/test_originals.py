"""A file on a page of ours: seen without a download, and kept as opened by whoever saw it."""

from http import HTTPStatus

import pytest
from sqlalchemy.orm import Session

from jobquality.services.evidence import list_opened
from jobquality.store.evidence import Evidence, list_evidence
from jobquality.wording.evidence import WORDING
from tests.live.evidence.copying import stored_piece
from tests.live.evidence.desk import Desk
from tests.uploads.files import pdf, picture


def piece_of(desk: Desk, session: Session) -> Evidence:
    return next(one for one in list_evidence(session, desk.case.assessment.id) if one.is_file)


@pytest.mark.parametrize("kind", ["picture", "pdf"])
def test_a_file_is_shown_as_pictures_made_anew_and_counts_as_opened(
    desk: Desk, session: Session, kind: str
) -> None:
    if kind == "picture":
        desk.add(picture())
    else:
        desk.add(pdf(), "rules.pdf")
    piece, mine = piece_of(desk, session), desk.case.person.id

    page = desk.client.get(f"/en/work/evidence/{piece.id}/view")
    seen = desk.client.get(f"/en/work/evidence/{piece.id}/pages/1")

    assert page.status_code == HTTPStatus.OK
    assert f'src="/en/work/evidence/{piece.id}/pages/1"' in page.text
    assert f'href="/en/work/evidence/{piece.id}"' in page.text
    assert "attachment" not in page.headers.get("Content-Disposition", "")
    assert (seen.mimetype, seen.headers["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")
    (opened,) = list_opened(session, desk.case.assessment.id, mine)
    assert opened.id == piece.id


def test_a_link_has_no_page_of_ours_and_nothing_is_there_for_others(
    desk: Desk, session: Session
) -> None:
    link = stored_piece(session, desk.case.person, desk.case.assessment.id)

    led = desk.client.get(f"/en/work/evidence/{link.id}/view")
    unknown = desk.client.get("/en/work/evidence/nothing/view")

    assert led.location == f"/en/work/evidence/{link.id}/link"
    assert unknown.status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("language", ["en", "es"])
def test_grades_have_one_wording_and_a_file_is_never_offered_what_only_counts_can_be(
    desk: Desk, language: str
) -> None:
    words = [WORDING[f"evidence_E{number}"].spoken(language) for number in range(5)]
    answer = desk.client.get(
        desk.address.removesuffix("/evidence").replace("/en/", f"/{language}/")
    )
    page = desk.client.get(desk.address.replace("/en/", f"/{language}/")).text

    photo = answer.text.partition('id="photo-grade"')[2].partition("</select>")[0]
    mine = answer.text.partition('name="grade"')[2].partition("</select>")[0]
    assert all(one in mine for one in words)
    assert [one in photo for one in words] == [True, True, True, False, True]
    assert [one in page for one in words] == [True, True, True, False, True]
