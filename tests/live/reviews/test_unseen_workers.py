"""A manager who holds the draft, and a copy of the paper, learns neither who nor which day."""

from datetime import date

import pytest

from jobquality.ledger.form import dump_snapshot
from jobquality.scoring.facts import Grade
from jobquality.services.drafts import draft_snapshot
from jobquality.store.assessments import Workers
from jobquality.store.database import Session
from jobquality.store.evidence import Evidence, add_evidence
from tests.live.factories import NOON
from tests.live.reviews.parts import CATALOG, Walk, new_id

_PAPER = "0123456789abcdef" * 4


def draft_of(walk: Walk) -> str:
    draft = draft_snapshot(walk.session, walk.assessment_id, catalog=CATALOG, at=NOON)
    return dump_snapshot(draft)


def with_paper(walk: Walk, *, captured_on: date, added_id: str = "") -> Evidence:
    evidence = Evidence(
        id=added_id or new_id(),
        organization_id=walk.organization.id,
        assessment_id=walk.assessment_id,
        criterion="sched_notice_days",
        title="The posted schedule",
        grade=Grade.E2,
        added_by=walk.author.id,
        added_at=NOON,
        sha256=_PAPER,
        media_type="application/pdf",
        size=20,
        captured_on=captured_on,
    )
    add_evidence(walk.session, evidence)
    return evidence


def test_a_copy_of_a_paper_cannot_be_found_again_in_the_draft(session: Session) -> None:
    walk = Walk(session).drafted()
    evidence = with_paper(walk, captured_on=date(2026, 2, 3))
    content = draft_of(walk)

    assert "The posted schedule" in content
    for secret in (_PAPER, evidence.id, "application/pdf"):
        assert secret not in content


def test_the_day_of_a_visit_is_told_as_its_month(session: Session) -> None:
    walk = Walk(session).drafted()
    with_paper(walk, captured_on=date(2026, 2, 3), added_id="one")
    first = draft_of(walk.answered("sched_notice_days", "10", on=date(2026, 2, 3)))

    assert "2026-02-03" not in first
    assert draft_of(walk.answered("sched_notice_days", "10", on=date(2026, 2, 17))) == first


@pytest.mark.parametrize("confirming", [6, 7, 8])
def test_one_worker_more_or_less_leaves_no_trace(session: Session, confirming: int) -> None:
    walk = Walk(session).drafted()
    given = {"grade": Grade.E3, "on": None}
    counted = Workers(asked=9, confirming=8, month="2026-02")
    first = draft_of(walk.answered("sched_notice_days", "10", workers=counted, **given))
    other = Workers(asked=9, confirming=confirming, month="2026-02")

    assert draft_of(walk.answered("sched_notice_days", "10", workers=other, **given)) == first
