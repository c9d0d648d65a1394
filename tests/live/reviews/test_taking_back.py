"""A decision on a reply that turns out to be wrong is taken back, with a reason.

By another person; until the employer's clock ends also by whoever made it alone.
"""

from contextlib import suppress
from http import HTTPStatus

import pytest
from sqlalchemy.orm import Session

from jobquality.access.states import ReplyState
from jobquality.errors import FaultsError, ForbiddenError, RefusedError
from jobquality.services.decisions import Decide, Decided, SignDecision, decide, sign
from jobquality.services.hearing import Heard, history_of
from jobquality.services.notices import ReplyCommand, Stated, reply
from jobquality.services.publishing import publish
from jobquality.services.takingback import TakeBack, may_take_back, take_back_decision
from jobquality.store.events import list_events
from jobquality.store.keys import Keyring
from jobquality.store.notices import Notice, get_notice
from jobquality.store.people import Person
from tests.live.factories import log_in, stored_person
from tests.live.reviews.browsing import Site
from tests.live.reviews.parts import CATALOG, Walk, new_id

POINT = "adv_ladder"
WHY = "The ladder was posted after the day of the score."


def decided(walk: Walk, outcome: str, notice: Notice | None = None) -> Notice:
    """Let the employer disagree with one answer, and the reviewer decide on it."""
    if notice is None:
        sent = walk.with_employer()
        said = ReplyCommand(
            speaker_id=walk.speaker_id,
            statement="We post it.",
            stances={POINT: Stated(stance="disagree", text="It hangs in the kitchen.")},
            is_final=True,
        )
        notice = reply(walk.session, sent.id, said, at=walk.at)
    items = {POINT: Decided(outcome=outcome, reason="We looked again.")}
    command = Decide(id=new_id(), notice_id=notice.id, decision="So be it.", items=items)
    return decide(walk.session, walk.reviewer.actor, command, at=walk.at)


def taken_back(walk: Walk, person: Person, notice: Notice, reason: str = WHY) -> Notice:
    command = TakeBack(id=new_id(), notice_id=notice.id, reason=reason)
    with walk.session.begin_nested():
        return take_back_decision(walk.session, person.actor, command, at=walk.at)


def published(walk: Walk, keys: Keyring) -> str:
    with walk.session.begin_nested():
        kept = publish(
            walk.session, walk.reviewer.actor, walk.assessment_id,
            catalog=CATALOG, keys=keys, at=walk.at,
        )  # fmt: skip
    return kept.content


def test_a_decision_that_changes_is_taken_back_and_decided_anew_before_publishing(
    session: Session, keys: Keyring
) -> None:
    walk = Walk(session)
    third = stored_person(session, walk.organization)
    notice = decided(walk, "changed")
    walk.later(days=20)
    with pytest.raises(FaultsError, match="still says the same"):
        published(walk, keys)

    waiting = taken_back(walk, third, notice)
    assert (waiting.state, waiting.decision) == (ReplyState.ANSWERED, "")
    with pytest.raises(RefusedError, match="has to decide on the reply"):
        published(walk, keys)
    told = next(one for one in history_of(session, waiting) if one.what is Heard.TAKEN_BACK)
    assert told.text.startswith(WHY)
    assert told.text.endswith("So be it.")
    assert list_events(session)[-1].kind == "reply.decision_taken_back"

    decided(walk, "stays", waiting)
    walk.had_read()
    assert "So be it." in published(walk, keys)


def test_whoever_decided_alone_takes_it_back_until_the_employers_clock_ends(
    session: Session,
) -> None:
    walk = Walk(session)
    notice = decided(walk, "changed")

    waiting = taken_back(walk, walk.reviewer, notice)
    assert (waiting.state, waiting.decision) == (ReplyState.ANSWERED, "")
    told = next(one for one in history_of(session, waiting) if one.what is Heard.TAKEN_BACK)
    assert told.text.startswith(WHY)
    assert list_events(session)[-1].kind == "reply.decision_taken_back"
    again = decided(walk, "changed", waiting)
    assert again.ends_at is not None
    walk.at = again.ends_at
    assert not may_take_back(session, walk.reviewer.actor, again, at=walk.at)
    with pytest.raises(ForbiddenError, match="the employer's clock has ended"):
        taken_back(walk, walk.reviewer, again)


def test_one_of_several_who_signed_does_not_take_it_back_for_all(session: Session) -> None:
    walk = Walk(session)
    sent, second = walk.with_employer(), stored_person(session, walk.organization)
    said = ReplyCommand(speaker_id=walk.speaker_id, statement="B", is_final=True)
    notice = reply(session, sent.id, said, at=walk.at)
    panel = (walk.reviewer.id, second.id)
    command = Decide(id=new_id(), notice_id=notice.id, decision="So.", panel=panel)
    decide(session, walk.reviewer.actor, command, at=walk.at)
    for one in (walk.reviewer, second):
        signed = SignDecision(id=new_id(), notice_id=notice.id, panel_id=command.id)
        with suppress(RefusedError):
            sign(session, one.actor, signed, at=walk.at)
    done = get_notice(session, notice.id)
    assert done.state is ReplyState.DECIDED
    for one in (walk.reviewer, second):
        with pytest.raises(ForbiddenError, match="others signed it too"):
            taken_back(walk, one, done)


def test_nobody_takes_back_a_decision_on_their_own_work_or_late_or_without_a_reason(
    session: Session,
) -> None:
    walk = Walk(session)
    third = stored_person(session, walk.organization)
    notice = decided(walk, "changed")
    walk.later(days=20)

    with pytest.raises(ForbiddenError, match="You made this decision"):
        taken_back(walk, walk.reviewer, notice)
    with pytest.raises(ForbiddenError):
        taken_back(walk, walk.author, notice)
    with pytest.raises(FaultsError, match="There is no reason"):
        taken_back(walk, third, notice, reason=" ")


def test_what_is_published_or_not_decided_is_not_taken_back(
    session: Session, keys: Keyring
) -> None:
    walk = Walk(session)
    third = stored_person(session, walk.organization)
    notice = decided(walk, "stays")
    walk.later(days=20)
    published(walk, keys)

    with pytest.raises(RefusedError, match="stays as it was printed"):
        taken_back(walk, third, notice)


def test_the_checklist_names_what_was_decided_and_not_done_and_the_page_takes_it_back(
    site: Site,
) -> None:
    link = site.to_employer()
    site.reply(link, **{f"stance-{POINT}": "disagree", f"text-{POINT}": "It hangs."})
    site.decide("We change it.", **{f"outcome-{POINT}": "changed"})
    with site.database.transaction(site.walk.organization.id) as session:
        third = stored_person(session, site.walk.organization)
    site.later(days=20)
    checklist = site.as_reviewer().get(site.at("publish")).text

    browser = log_in(site.app.test_client(), third)
    page = browser.get(site.at("notice")).text
    form = {"key": new_id(), "reason": WHY}
    answer = browser.post(site.at("notice/decision/back"), data=form)

    assert "What was decided on the reply is done" in checklist
    assert "still says the same" in checklist
    assert "Take the decision back" in page
    assert answer.status_code == HTTPStatus.SEE_OTHER
    assert site.notice().state is ReplyState.ANSWERED
    assert WHY in site.as_reviewer().get(site.at("notice")).text
