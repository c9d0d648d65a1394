"""What decides something is said: a form without its word does nothing, and is told so."""

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.live.factories import log_in
from tests.live.reviews.parts import new_id
from tests.live.web.test_route_matrix import address
from tests.live.web.worlds import World, stored_world

SAID_BY_A_BUTTON = {
    "accounts.decide": {},
    "certificates.decide": {},
    "corrections.decide": {"answer": "I looked"},
    "claims.decide": {"seen": "1", "reason": "I called"},
    "disputes.speaker": {"seen": "1", "reason": "I called"},
    "notices.speaker": {"seen": "1", "reason": "I called"},
    "notices.answer_time": {"time_answer": "We agree", "more_days": "7"},
    "disputes.confirm": {},
    "ledger.decide": {"answer": "I looked"},
    "mergers.decide": {},
    "names.decide": {},
    "notices.deliver": {"on": "2026-02-28", "how": "By hand, to the owner", "way": "hand"},
    "reviews.decide": {"version": "1"},
    "standard_drafts.decide": {"answer": "I looked"},
}


@pytest.fixture
def world(session: Session, tmp_path: Path) -> World:
    """An organization with one of everything."""
    return stored_world(session, tmp_path)


@pytest.mark.parametrize("said", [{}, {"do": "x", "verdict": "x", "decision": "x", "kind": "x"}])
@pytest.mark.parametrize("endpoint", sorted(SAID_BY_A_BUTTON))
def test_a_form_without_its_decision_decides_nothing(
    app: Flask, world: World, endpoint: str, said: dict[str, str]
) -> None:
    browser = log_in(app.test_client(), world.everything)
    form = {"key": new_id(), **SAID_BY_A_BUTTON[endpoint], **said}

    answer = browser.post(address(app, endpoint, dict(world.ids)), data=form)

    assert answer.status_code == 422
    assert "It does not say what you decide, so nothing was done." in answer.text
