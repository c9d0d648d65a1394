"""After publication too: what is better for the employer needs no new clock, worse does."""

from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from jobquality.errors import RefusedError
from jobquality.ledger.form import load_snapshot
from jobquality.rubrics.catalog import shipped
from jobquality.services.assessments import (
    ConfirmAnswer,
    StartAssessment,
    confirm_answer,
    start_assessment,
)
from jobquality.services.notices import (
    Decide,
    ResumeNotice,
    decide,
    find_worse,
    resume_notice,
)
from jobquality.services.publishing import publish
from jobquality.store.assessments import get_assessment, list_answers
from jobquality.store.keys import Keyring
from jobquality.store.publications import Publication
from tests.live.reviews.parts import CATALOG, ON, Walk, new_id
from tests.live.reviews.test_publishing import STAYS, answered

NOTICE = "sched_notice_days"


@pytest.fixture
def keys(tmp_path: Path) -> Keyring:
    return Keyring(tmp_path / "keys")


@pytest.fixture
def walk(session: Session, keys: Keyring) -> Walk:
    """A published score, and a month later."""
    made = Walk(session)
    made.drafted().answered(NOTICE, "10").submitted().approved().noticed()
    made.opened()
    made.later(days=14)
    published(made, keys)
    return made.later(days=30)


def published(walk: Walk, keys: Keyring) -> Publication:
    return publish(
        walk.session,
        walk.reviewer.actor,
        walk.assessment_id,
        catalog=CATALOG,
        keys=keys,
        at=walk.at,
    )


def started(walk: Walk, answer: str) -> Walk:
    """Start from the published assessment, say that one answer is another now, and approve."""
    command = StartAssessment(
        id=new_id(),
        employer_id=walk.employer.id,
        rubric="restaurants_us",
        edition="2026.1",
        on=ON,
        previous_id=walk.assessment_id,
    )
    walk.assessment_id = start_assessment(
        walk.session, walk.author.actor, command, catalog=shipped(), at=walk.at
    ).id
    for one in list_answers(walk.session, walk.assessment_id).values():
        confirm = ConfirmAnswer(
            assessment_id=walk.assessment_id, criterion=one.criterion, seen=one.version
        )
        confirm_answer(walk.session, walk.author.actor, confirm, at=walk.at)
    return walk.answered(NOTICE, answer).submitted().approved()


def resumed(walk: Walk) -> None:
    command = ResumeNotice(id=new_id(), assessment_id=walk.assessment_id)
    resume_notice(walk.session, walk.author.actor, command, catalog=CATALOG, at=walk.at)


def test_what_is_better_is_published_without_another_wait(walk: Walk, keys: Keyring) -> None:
    started(walk, "28")
    assert find_worse(walk.session, walk.assessment, catalog=CATALOG, at=walk.at) == ()

    resumed(walk)
    second = load_snapshot(published(walk, keys).content)

    assert second.revision == 2
    assert second.notice is not None
    assert second.notice.days == 14


def test_what_is_worse_needs_a_new_notice(walk: Walk, keys: Keyring) -> None:
    started(walk, "1")
    worse = find_worse(walk.session, walk.assessment, catalog=CATALOG, at=walk.at)
    assert worse is not None
    assert NOTICE in worse

    with pytest.raises(RefusedError, match="This is worse"):
        resumed(walk)
    with pytest.raises(RefusedError):
        published(walk, keys)


def test_the_reply_of_that_time_goes_on_standing_beside_it(session: Session, keys: Keyring) -> None:
    walk = Walk(session)
    walk.drafted().answered(NOTICE, "10").submitted().approved()
    walk.noticed()
    notice = walk.opened()
    answered(walk, notice)
    command = Decide(id=new_id(), notice_id=notice.id, decision="We kept it.", items=STAYS)
    decide(session, walk.reviewer.actor, command, at=walk.at)
    walk.later(days=14)
    first = load_snapshot(published(walk, keys).content)
    walk.later(days=30)
    started(walk, "28")
    resumed(walk)

    second = load_snapshot(published(walk, keys).content)

    assert second.reply == first.reply


def test_an_assessment_that_starts_from_none_published_needs_a_notice(walk: Walk) -> None:
    walk.drafted().submitted().approved()

    assert get_assessment(walk.session, walk.assessment_id).previous_id is None
    assert find_worse(walk.session, walk.assessment, catalog=CATALOG, at=walk.at) is None
    with pytest.raises(RefusedError, match="has not got a draft"):
        resumed(walk)
