"""Nothing is printed of an employer that they have not read, and nothing false about the asking."""

from dataclasses import replace

import pytest

from jobquality.errors import RefusedError
from jobquality.services.notices import record_attempt, record_delivery
from jobquality.services.reviews import SendBack, send_back
from jobquality.store.database import Session
from jobquality.store.employers import change_employer, get_employer
from tests.live.reviews.parts import DAY, Walk, new_id
from tests.live.reviews.test_notices import FIRST, handed, resumed
from tests.live.reviews.test_reviews import stored_evidence


def returned(walk: Walk) -> Walk:
    """Return a draft that the employer has got to its author."""
    walk.with_employer()
    command = SendBack(
        id=new_id(),
        assessment_id=walk.assessment_id,
        version=walk.assessment.version,
        comments={"": "Look at this again."},
    )
    send_back(walk.session, walk.reviewer.actor, command, at=walk.at)
    return walk


def test_a_source_that_the_employer_never_read_needs_a_new_notice(session: Session) -> None:
    walk = returned(Walk(session))
    walk.answered("adv_ladder", "1", source="A cook says that the owner steals")
    walk.submitted().approved()

    with pytest.raises(RefusedError, match="adv_ladder"):
        resumed(walk)


def test_evidence_that_the_employer_never_read_needs_a_new_notice(session: Session) -> None:
    walk = returned(Walk(session))
    stored_evidence(walk, "adv_ladder", title="The owner steals")
    walk.submitted().approved()

    with pytest.raises(RefusedError, match="adv_ladder"):
        resumed(walk)


def test_an_employer_of_another_name_was_never_asked(session: Session) -> None:
    walk = returned(Walk(session))
    employer = get_employer(session, walk.employer.id)
    change_employer(session, replace(employer, name="Joe's Diner", name_key="joes diner"))
    walk.submitted().approved()

    with pytest.raises(RefusedError, match="Employer"):
        resumed(walk)


def test_a_hand_over_recorded_late_ends_no_clock_at_once(session: Session) -> None:
    walk = Walk(session).drafted().submitted().approved()
    notice = walk.noticed()
    walk.later(days=20)

    delivered = record_delivery(session, walk.author.actor, handed(notice), at=walk.at)

    assert delivered.ends_at == walk.at + 7 * DAY


def test_attempts_recorded_late_end_no_clock_at_once(session: Session) -> None:
    walk = Walk(session).drafted().submitted().approved()
    notice = walk.noticed()
    walk.later(days=20)
    by_letter = handed(notice, way="letter")
    by_phone = handed(notice, on=FIRST + 3 * DAY, way="phone")
    record_attempt(session, walk.author.actor, by_letter, at=walk.at)

    delivered = record_attempt(session, walk.author.actor, by_phone, at=walk.at)

    assert delivered.ends_at == walk.at + 7 * DAY


def test_the_same_draft_goes_on_under_the_same_clock(session: Session) -> None:
    walk = returned(Walk(session))
    walk.submitted().approved()

    assert resumed(walk).days == 14
