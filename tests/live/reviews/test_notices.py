from datetime import UTC, date, datetime, timedelta

import pytest

from jobquality.access.states import AssessmentState, ReplyState
from jobquality.errors import FaultsError, ForbiddenError, NotFoundError, RefusedError
from jobquality.services.notices import (
    Decide,
    Delivery,
    RenewLink,
    ReplyCommand,
    ResumeNotice,
    Stated,
    decide,
    find_worse,
    record_attempt,
    record_delivery,
    renew_link,
    reply,
    resume_notice,
)
from jobquality.services.reviews import SendBack, send_back
from jobquality.store.database import Session
from jobquality.store.notices import Notice, find_last_notice, list_replies
from jobquality.web.sessions import digest_of
from tests.live.reviews.parts import CATALOG, TOKEN, Walk, new_id

FIRST = date(2026, 3, 1)


def handed(
    notice: Notice, *, on: date = FIRST, way: str = "", how: str = "To the cook."
) -> Delivery:
    return Delivery(id=new_id(), notice_id=notice.id, on=on, how=how, way=way)


def attempt(walk: Walk, notice: Notice, way: str, day: int) -> Notice:
    walk.at = datetime(2026, 3, day, 18, tzinfo=UTC)
    command = handed(notice, on=date(2026, 3, day), way=way)
    return record_attempt(walk.session, walk.author.actor, command, at=walk.at)


def said(walk: Walk, **but: object) -> ReplyCommand:
    given: dict[str, object] = {
        "speaker_id": walk.speaker_id,
        "statement": "We will do more.",
    }
    return ReplyCommand(**given | but)  # type: ignore[arg-type]  # a test says what it needs


def decided(walk: Walk, notice: Notice) -> Notice:
    command = Decide(id=new_id(), notice_id=notice.id, decision="It stays as it is.")
    return decide(walk.session, walk.reviewer.actor, command, at=walk.at)


def brought_back(walk: Walk, **answers: str) -> None:
    """Return it to the author, change these answers, and approve it again."""
    command = SendBack(
        id=new_id(),
        assessment_id=walk.assessment_id,
        version=walk.assessment.version,
        comments={"": "The employer is right."},
    )
    send_back(walk.session, walk.reviewer.actor, command, at=walk.at)
    for criterion, text in answers.items():
        walk.answered(criterion, text)
    walk.submitted().approved()


def resumed(walk: Walk) -> Notice:
    command = ResumeNotice(id=new_id(), assessment_id=walk.assessment_id)
    return resume_notice(walk.session, walk.author.actor, command, catalog=CATALOG, at=walk.at)


@pytest.mark.parametrize("days", [6, 0, -1, 181])
def test_a_clock_shorter_than_a_week_is_refused_for_real_employers(
    session: Session, days: int
) -> None:
    walk = Walk(session).drafted().submitted().approved()

    with pytest.raises(FaultsError) as refused:
        walk.noticed(days=days)

    assert [fault.where for fault in refused.value.faults] == ["days"]


def test_a_week_is_long_enough(session: Session) -> None:
    walk = Walk(session).drafted().submitted().approved()

    assert walk.noticed(days=7).days == 7


def test_a_sample_may_shorten_the_clock_to_minutes_and_a_reply_ends_it(session: Session) -> None:
    walk = Walk(session, is_sample=True).drafted().submitted().approved()
    walk.noticed(days=0)

    opened = walk.opened()
    assert opened.ends_at == walk.at + timedelta(minutes=5)
    walk.later(minutes=1)
    words = ReplyCommand(speaker_id=walk.speaker_id, statement="Ours.", is_final=True)
    replied = reply(session, opened.id, words, at=walk.at)
    assert replied.ends_at == walk.at + timedelta(seconds=1)
    assert not replied.was_not_sent, "it was sent, so it is no draft that was left"


def test_no_clock_runs_before_the_employer_has_the_draft(session: Session) -> None:
    walk = Walk(session).drafted().submitted().approved()

    notice = walk.noticed()

    assert notice.state is ReplyState.SENT
    assert notice.ends_at is None


def test_opening_the_portal_starts_the_clock_once(session: Session) -> None:
    walk = Walk(session)
    first = walk.with_employer()
    walk.later(days=3)

    again = walk.opened()

    assert first.ends_at == again.ends_at
    assert first.ends_at == first.sent_at + timedelta(days=14, hours=-1)


def test_a_new_link_kills_the_old_one(session: Session) -> None:
    walk = Walk(session).drafted().submitted().approved()
    notice = walk.noticed()
    command = RenewLink(id=new_id(), notice_id=notice.id, token_digest=digest_of("a-new-link"))
    renew_link(session, walk.author.actor, command, at=walk.at)

    with pytest.raises(NotFoundError):
        walk.opened(TOKEN)

    assert walk.opened("a-new-link").state is ReplyState.DELIVERED


def test_a_hand_over_gives_whole_days_from_the_end_of_its_day(session: Session) -> None:
    walk = Walk(session).drafted().submitted().approved()
    notice = walk.noticed()
    walk.later(days=2)

    delivered = record_delivery(session, walk.author.actor, handed(notice), at=walk.at)

    assert delivered.delivered_at == datetime(2026, 3, 2, 6, tzinfo=UTC)  # midnight in Chicago
    assert delivered.delivered_how == "handed_over"


def test_a_hand_over_of_today_counts_from_its_record(session: Session) -> None:
    walk = Walk(session).drafted().submitted().approved()
    notice = walk.noticed()

    delivered = record_delivery(session, walk.author.actor, handed(notice), at=walk.at)

    assert delivered.delivered_at == walk.at


@pytest.mark.parametrize("on", [date(2026, 3, 2), date(2026, 2, 28)])
def test_a_hand_over_is_neither_in_the_future_nor_before_the_notice(
    session: Session, on: date
) -> None:
    walk = Walk(session).drafted().submitted().approved()
    notice = walk.noticed()

    with pytest.raises(FaultsError) as refused:
        record_delivery(session, walk.author.actor, handed(notice, on=on), at=walk.at)

    assert [fault.where for fault in refused.value.faults] == ["on"]


def test_a_hand_over_names_who_got_it(session: Session) -> None:
    walk = Walk(session).drafted().submitted().approved()
    notice = walk.noticed()

    with pytest.raises(FaultsError) as refused:
        record_delivery(session, walk.author.actor, handed(notice, how=" "), at=walk.at)

    assert [fault.where for fault in refused.value.faults] == ["how"]


def test_two_attempts_by_two_ways_three_days_apart_are_a_delivery(session: Session) -> None:
    walk = Walk(session).drafted().submitted().approved()
    notice = walk.noticed()

    first = attempt(walk, notice, "letter", 2)
    second = attempt(walk, notice, "phone", 5)

    assert first.state is ReplyState.SENT
    assert second.state is ReplyState.DELIVERED
    assert second.delivered_how == "attempts"


@pytest.mark.parametrize(("way", "day"), [("letter", 9), ("phone", 4)])
def test_the_same_way_twice_or_two_days_later_is_no_delivery(
    session: Session, way: str, day: int
) -> None:
    walk = Walk(session).drafted().submitted().approved()
    notice = walk.noticed()
    attempt(walk, notice, "letter", 2)

    assert attempt(walk, notice, way, day).state is ReplyState.SENT


def test_a_reply_can_change_until_it_is_sent_and_never_after(session: Session) -> None:
    walk = Walk(session)
    notice = walk.with_employer()
    stances = {"adv_ladder": Stated(stance="fixed", text="Since 1 March.")}
    reply(session, notice.id, said(walk, stances=stances), at=walk.at)
    reply(session, notice.id, said(walk, is_final=True), at=walk.at)

    with pytest.raises(RefusedError, match="sent already"):
        reply(session, notice.id, said(walk, statement="Wait!"), at=walk.at)

    assert list_replies(session, notice.id) == {}


def test_a_reply_comes_until_the_last_moment_of_the_clock(session: Session) -> None:
    walk = Walk(session)
    notice = walk.with_employer()
    assert notice.ends_at is not None

    with pytest.raises(RefusedError, match="ended"):
        reply(session, notice.id, said(walk, is_final=True), at=notice.ends_at)
    last = notice.ends_at - timedelta(seconds=1)

    assert reply(session, notice.id, said(walk, is_final=True), at=last).answered_at == last


@pytest.mark.parametrize(
    ("but", "where"),
    [
        ({"statement": "x" * 5001}, "statement"),
        ({"statement": ""}, "statement"),
        ({"stances": {"adv_ladder": Stated(stance="disagree")}}, "text-adv_ladder"),
        ({"stances": {"adv_ladder": Stated(stance="accept", text="x" * 2001)}}, "text-adv_ladder"),
        ({"stances": {"adv_ladder": Stated(stance="fixed", text="Done.")}}, "on-adv_ladder"),
        (
            {"stances": {"adv_ladder": Stated(stance="fixed", fixed_on=date(2026, 3, 2))}},
            "on-adv_ladder",
        ),
        ({"stances": {"adv_ladder": Stated(stance="correct", text="12.")}}, "paper-adv_ladder"),
        ({"stances": {"no_such": Stated(stance="accept")}}, ""),
        ({"stances": {"adv_ladder": Stated(stance="shout", text="!")}}, ""),
    ],
)
def test_a_reply_that_cannot_be_sent_says_where_and_why(
    session: Session, but: dict[str, object], where: str
) -> None:
    walk = Walk(session)
    notice = walk.with_employer()

    with pytest.raises(FaultsError) as refused:
        reply(session, notice.id, said(walk, is_final=True, **but), at=walk.at)

    assert [fault.where for fault in refused.value.faults] == [where]


def test_whoever_wrote_the_assessment_does_not_decide_on_the_reply(session: Session) -> None:
    walk = Walk(session)
    notice = walk.with_employer()
    reply(session, notice.id, said(walk, is_final=True), at=walk.at)
    walk.reviewer = walk.author

    with pytest.raises(ForbiddenError):
        decided(walk, notice)


def test_there_is_nothing_to_decide_before_a_reply(session: Session) -> None:
    walk = Walk(session)
    notice = walk.with_employer()

    with pytest.raises(RefusedError):
        decided(walk, notice)


def test_a_change_in_the_employers_favor_needs_no_new_clock(session: Session) -> None:
    walk = Walk(session)
    notice = walk.with_employer()
    reply(session, notice.id, said(walk, is_final=True), at=walk.at)
    decided(walk, notice)
    brought_back(walk, sched_notice_days="15")

    again = resumed(walk)

    assert walk.assessment.state is AssessmentState.NOTICE
    assert again.id == notice.id
    assert again.ends_at == notice.ends_at


@pytest.mark.parametrize(
    ("answers", "worse"),
    [
        ({"adv_ladder": "0"}, "adv_ladder"),
        ({"adv_ladder": "unknown"}, "adv_ladder"),
        ({"child_labor": "found"}, "child_labor"),
    ],
)
def test_a_change_against_the_employer_needs_a_new_notice(
    session: Session, answers: dict[str, str], worse: str
) -> None:
    walk = Walk(session)
    walk.with_employer()
    found = frozenset(name for name, text in answers.items() if text == "found")
    command = SendBack(
        id=new_id(),
        assessment_id=walk.assessment_id,
        version=walk.assessment.version,
        comments={"": "We were wrong."},
    )
    send_back(session, walk.reviewer.actor, command, at=walk.at)
    for criterion, text in answers.items():
        walk.answered(criterion, text)
    walk.submitted().approved(confirmed=found)

    with pytest.raises(RefusedError, match=worse):
        resumed(walk)


def test_an_unknown_that_turns_out_bad_is_worse_though_its_low_end_stays(session: Session) -> None:
    walk = Walk(session).drafted()
    walk.answered("adv_ladder", "unknown").submitted().approved().noticed()
    walk.opened()
    brought_back(walk, adv_ladder="0")

    worse = find_worse(session, walk.assessment, catalog=CATALOG, at=walk.at)

    assert worse == ("adv_ladder",)


def test_a_new_remark_about_the_employer_is_new_to_them(session: Session) -> None:
    walk = Walk(session)
    walk.with_employer()
    command = SendBack(
        id=new_id(),
        assessment_id=walk.assessment_id,
        version=walk.assessment.version,
        comments={"": "Say more."},
    )
    send_back(session, walk.reviewer.actor, command, at=walk.at)
    walk.answered("adv_ladder", "1", note="Nobody was ever promoted.")
    walk.submitted().approved()

    assert find_worse(session, walk.assessment, catalog=CATALOG, at=walk.at) == ("adv_ladder",)


def test_a_new_notice_kills_the_link_to_the_old_draft(session: Session) -> None:
    walk = Walk(session)
    walk.with_employer()
    brought_back(walk, adv_ladder="0")
    walk.noticed(days=7, token="the-second-link")

    with pytest.raises(NotFoundError):
        walk.opened(TOKEN)

    assert walk.opened("the-second-link").state is ReplyState.DELIVERED


def test_a_link_that_nobody_opened_dies_when_its_draft_is_returned(session: Session) -> None:
    walk = Walk(session).drafted().submitted().approved()
    walk.noticed()
    brought_back(walk)

    with pytest.raises(NotFoundError):
        walk.opened(TOKEN)

    assert find_worse(session, walk.assessment, catalog=CATALOG, at=walk.at) is None


def test_the_frozen_draft_never_changes_with_the_answers(session: Session) -> None:
    walk = Walk(session)
    before = walk.with_employer()
    brought_back(walk, sched_notice_days="15")

    after = find_last_notice(session, walk.assessment_id)

    assert after is not None
    assert after.draft == before.draft
