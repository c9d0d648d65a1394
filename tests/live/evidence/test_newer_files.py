"""A newer file from an older page: nothing of somebody else is covered, and nothing half stays."""

from datetime import date
from html import unescape

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from jobquality.access.actors import Role
from jobquality.config import Settings
from jobquality.store.evidence import Evidence, get_evidence, list_evidence, list_versions
from jobquality.store.organizations import get_organization
from tests.live.evidence.desk import Desk
from tests.live.factories import log_in, stored_person
from tests.uploads.files import pdf, picture


def kept_files(settings: Settings) -> int:
    """Return how many files lie in the store."""
    return sum(one.is_file() for one in (settings.data / "files").rglob("*"))


@pytest.fixture
def overtaken(desk: Desk, session: Session, app: Flask) -> tuple[Evidence, str]:
    """A piece as somebody saw it, which another person replaced meanwhile; and their name."""
    desk.add(picture())
    (seen,) = list_evidence(session, desk.case.assessment.id)
    other = stored_person(session, get_organization(session, seen.organization_id), Role.ADVOCATE)
    faster = Desk(log_in(app.test_client(), other), desk.case)
    theirs = {"title": "Their scan", "grade": "E4", "captured_on": "2026-02-02", "key": "o"}
    assert faster.renew(seen, pdf(), "theirs.pdf", **theirs).status_code == 303
    return seen, other.name


MINE = {"name": "mine.png", "title": "My scan", "grade": "E1"}


def test_a_newer_file_from_an_older_page_covers_nothing_that_somebody_else_put_there(
    desk: Desk, session: Session, settings: Settings, overtaken: tuple[Evidence, str]
) -> None:
    (seen, name), before = overtaken, kept_files(settings)

    late = desk.renew(seen, picture("PNG"), **MINE, key="2")

    session.expire_all()
    after = get_evidence(session, seen.id)
    assert (late.status_code, after.revision, after.title) == (409, 2, "Their scan")
    assert [one.revision for one in list_versions(session, seen.id)] == [1]
    assert kept_files(settings) == before, "nothing of a file that was refused stays"
    said = unescape(late.text)
    for words in (f"Changed by {name}", 'value="My scan"', "mine.png", "February 2, 2026"):
        assert words in said


def test_whoever_was_overtaken_sends_the_newer_file_again_and_all_three_stay(
    desk: Desk, session: Session, overtaken: tuple[Evidence, str]
) -> None:
    seen, _ = overtaken
    page = desk.renew(seen, picture("PNG"), **MINE, key="2").text
    session.expire_all()
    now = get_evidence(session, seen.id)
    assert page.count(f'name="seen" value="{now.stand}"') == 2

    again = desk.renew(now, picture("PNG"), **MINE, key="3")

    session.expire_all()
    assert again.status_code == 303
    assert [one.title for one in list_versions(session, seen.id)] == ["Their scan", "Pay stubs"]


def test_a_newer_file_does_not_cover_what_was_said_of_the_piece_meanwhile(
    desk: Desk, session: Session
) -> None:
    desk.add(picture())
    (seen,) = list_evidence(session, desk.case.assessment.id)
    details = {"expires_on": "2026-05-01", "visibility": "team", "kind": "", "seen": seen.stand}
    desk.client.post(f"/en/work/evidence/{seen.id}/details", data={**details, "key": "d"})

    late = desk.renew(seen, pdf(), "new.pdf", key="2")

    session.expire_all()
    after = get_evidence(session, seen.id)
    assert late.status_code == 409
    assert (after.revision, after.expires_on) == (1, date(2026, 5, 1))
    assert "May 1, 2026" in late.text


def test_the_same_newer_file_sent_twice_is_done_once_and_a_form_without_its_sight_not_at_all(
    desk: Desk, session: Session
) -> None:
    desk.add(picture())
    (seen,) = list_evidence(session, desk.case.assessment.id)

    told = [desk.renew(seen, pdf(), "new.pdf", key="2").status_code for _ in range(2)]
    blind = desk.renew(seen, picture("PNG"), "b.png", key="3", seen="").status_code

    session.expire_all()
    assert (told, blind) == ([303, 303], 409)
    assert get_evidence(session, seen.id).revision == 2
