from datetime import UTC, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from jobquality.access.states import (
    ASSESSMENT_STEPS,
    PUBLICATION_STEPS,
    REPLY_STEPS,
    AssessmentState,
    NoticePeriodError,
    PublicationState,
    ReplyState,
    check_notice_over,
    check_publication_step,
    check_reply_step,
    check_step,
    end_of_notice,
)
from jobquality.errors import RefusedError

#: Written out by hand, so that a slip in the table itself is seen.
ASSESSMENT = {
    "draft": {"in_review", "abandoned"},
    "in_review": {"draft", "approved", "abandoned"},
    "approved": {"draft", "notice", "abandoned"},
    "notice": {"draft", "published", "abandoned"},
    "published": set[str](),
    "abandoned": set[str](),
}
REPLY = {
    "sent": {"delivered"},
    "delivered": {"answered", "lapsed"},
    "answered": {"decided"},
    "lapsed": set[str](),
    "decided": {"answered"},
}
PUBLICATION = {
    "current": {"superseded", "withdrawn"},
    "superseded": {"withdrawn"},
    "withdrawn": set[str](),
}
ENDS_AT = datetime(2026, 3, 15, 12, tzinfo=UTC)


def test_every_state_has_its_row() -> None:
    assert set(ASSESSMENT_STEPS) == set(AssessmentState)
    assert set(REPLY_STEPS) == set(ReplyState)
    assert set(PUBLICATION_STEPS) == set(PublicationState)


@pytest.mark.parametrize(("before", "after"), tuple(product(AssessmentState, AssessmentState)))
def test_an_assessment_takes_the_steps_of_its_table_and_no_other(
    before: AssessmentState, after: AssessmentState
) -> None:
    if after in ASSESSMENT[before]:
        check_step(before, after)
        return
    with pytest.raises(RefusedError, match=f"'{before}' now and cannot become '{after}'"):
        check_step(before, after)


@pytest.mark.parametrize(("before", "after"), tuple(product(ReplyState, ReplyState)))
def test_a_reply_takes_the_steps_of_its_table_and_no_other(
    before: ReplyState, after: ReplyState
) -> None:
    if after in REPLY[before]:
        check_reply_step(before, after)
        return
    with pytest.raises(RefusedError, match="cannot become"):
        check_reply_step(before, after)


@pytest.mark.parametrize(("before", "after"), tuple(product(PublicationState, PublicationState)))
def test_a_publication_takes_the_steps_of_its_table_and_no_other(
    before: PublicationState, after: PublicationState
) -> None:
    if after in PUBLICATION[before]:
        check_publication_step(before, after)
        return
    with pytest.raises(RefusedError, match="cannot become"):
        check_publication_step(before, after)


def test_a_refused_step_names_what_can_follow() -> None:
    with pytest.raises(RefusedError, match="abandoned, approved, draft"):
        check_step(AssessmentState.IN_REVIEW, AssessmentState.PUBLISHED)


def test_the_clock_is_over_at_its_end_and_not_a_moment_before() -> None:
    check_notice_over(ENDS_AT, at=ENDS_AT)

    with pytest.raises(NoticePeriodError, match="2026-03-15 12:00 UTC"):
        check_notice_over(ENDS_AT, at=ENDS_AT - timedelta(microseconds=1))


@pytest.mark.parametrize(
    ("delivered", "ends"),
    [
        ("2026-03-01T09:30-06:00", "2026-03-15T09:30-05:00"),  # summer time begins on 8 March
        ("2026-10-25T09:30-05:00", "2026-11-08T09:30-06:00"),  # and ends on 1 November
        ("2026-02-22T02:30-06:00", "2026-03-08T03:30-05:00"),  # an hour that does not exist
        ("2026-10-18T01:30-05:00", "2026-11-01T01:30-06:00"),  # one that comes twice
    ],
)
def test_the_clock_ends_at_the_same_hour_of_its_place_through_a_change_of_the_hour(
    delivered: str, ends: str
) -> None:
    chicago = ZoneInfo("America/Chicago")

    assert end_of_notice(datetime.fromisoformat(delivered), 14, chicago) == datetime.fromisoformat(
        ends
    )
