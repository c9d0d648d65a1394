"""T2, T14 and D4 step 2: only somebody who is accepted speaks for the employer.

The insider is an advocate who made the link and opens it as "the employer"; the lawyer is the
employer's, and finds that a stranger replied in its name.
"""

import json
from dataclasses import replace

import pytest
from sqlalchemy import select

from jobquality.access.actors import Role
from jobquality.access.states import ReplyState
from jobquality.errors import FaultsError, ForbiddenError, NotFoundError, RefusedError
from jobquality.ledger.form import load_snapshot
from jobquality.services.decisions import Decide, decide
from jobquality.services.extensions import AnswerTime, AskTime, answer_time, ask_time
from jobquality.services.notices import (
    RenewLink,
    ReplyCommand,
    Stated,
    record_delivery,
    renew_link,
    reply,
)
from jobquality.services.publishing import publish
from jobquality.services.replypapers import OfferPaper, offer_paper
from jobquality.services.replyspeakers import come_in, decide_speaker, find_doubt
from jobquality.services.speakers import MOST_SPEAKERS, DecideSpeaker, Introduce
from jobquality.store.database import Session
from jobquality.store.desk import at_notices
from jobquality.store.events import list_events
from jobquality.store.extensions import find_extension
from jobquality.store.keys import Keyring
from jobquality.store.notices import Notice, find_last_notice, list_replies
from jobquality.store.people import Person
from jobquality.store.replypapers import list_papers, list_refused_papers
from jobquality.store.replyspeakers import ReplySpeaker, get_speaker, list_speakers
from jobquality.store.rows import ReplySpeakerRow
from jobquality.store.speakers import Standing
from jobquality.web.sessions import digest_of
from tests.live.factories import stored_person
from tests.live.reviews.parts import CATALOG, DAY, TOKEN, Walk, new_id
from tests.live.reviews.test_notices import attempt, brought_back, handed

NEW = "a-new-link"
THEIRS = "Nobody asked us before. We pay what the law asks."


def sent(session: Session) -> Walk:
    walk = Walk(session).drafted().submitted().approved()
    walk.noticed()
    return walk


def last(walk: Walk) -> Notice:
    found = find_last_notice(walk.session, walk.assessment_id)
    assert found is not None
    return found


def said(walk: Walk, who: ReplySpeaker, statement: str = THEIRS, *, final: bool = False) -> Notice:
    command = ReplyCommand(speaker_id=who.id, statement=statement, is_final=final)
    return reply(walk.session, last(walk).id, command, at=walk.at)


def decided(walk: Walk, by: Person) -> Notice:
    command = Decide(id=new_id(), notice_id=last(walk).id, decision="It stays as it is.")
    return decide(walk.session, by.actor, command, at=walk.at)


def published(walk: Walk, by: Person, keys: Keyring) -> str:
    kept = publish(
        walk.session, by.actor, walk.assessment_id, catalog=CATALOG, keys=keys, at=walk.at
    )
    return kept.content


def linked(walk: Walk, by: Person) -> None:
    command = RenewLink(id=new_id(), notice_id=last(walk).id, token_digest=digest_of(NEW))
    renew_link(walk.session, by.actor, command, at=walk.at)


def test_t2_an_insider_who_made_the_link_is_not_accepted_by_himself_and_cannot_publish(
    session: Session, keys: Keyring
) -> None:
    walk = sent(session)
    himself = walk.came(name="Ana Ruiz")
    said(walk, himself, "We accept all of it.", final=True)
    every = stored_person(session, walk.organization, *Role)

    with pytest.raises(ForbiddenError, match="another person has to say who came"):
        walk.judged(himself, walk.author)
    walk.later(days=15)
    for whoever in (walk.reviewer, every):
        with pytest.raises(RefusedError, match="waits to be accepted"), session.begin_nested():
            published(walk, whoever, keys)
    with pytest.raises(RefusedError, match="waits to be accepted"):
        decided(walk, walk.reviewer)


def test_whoever_made_a_link_anew_accepts_nobody_either(session: Session) -> None:
    walk = sent(session)
    linked(walk, walk.reviewer)
    who = walk.came(NEW)

    for maker in (walk.author, walk.reviewer):
        with pytest.raises(ForbiddenError, match="another person has to say who came"):
            walk.judged(who, maker)

    assert walk.judged(who, stored_person(session, walk.organization)).state is Standing.ACCEPTED


def test_opening_starts_the_clock_before_anybody_at_the_center_does_anything(
    session: Session,
) -> None:
    walk = sent(session)

    walk.came()

    assert last(walk).state is ReplyState.DELIVERED
    assert last(walk).delivered_at == walk.at


def test_a_reply_counts_and_is_printed_once_who_wrote_it_is_accepted(
    session: Session, keys: Keyring
) -> None:
    walk = sent(session)
    who = walk.came()
    said(walk, who, final=True)
    walk.judged(who)
    decided(walk, walk.reviewer)
    walk.later(days=15)

    printed = load_snapshot(published(walk, walk.reviewer, keys)).reply

    assert printed is not None
    assert printed.statement == THEIRS


def refused_stranger(walk: Walk) -> ReplySpeaker:
    """Let a stranger ask for more time, offer a document and reply; then refuse them."""
    stranger, notice = walk.came(name="Not Her"), last(walk)
    ask = AskTime(
        id=new_id(), notice_id=notice.id, speaker_id=stranger.id, reason="Ill.", asked_by="N. Her"
    )
    ask_time(walk.session, ask, at=walk.at)
    more = AnswerTime(notice_id=notice.id, days=20, is_granted=True)
    answer_time(walk.session, walk.reviewer.actor, more, at=walk.at)
    paper = OfferPaper(
        id=new_id(),
        speaker_id=stranger.id,
        criterion="adv_ladder",
        title="A forged ladder",
        sha256="ab" * 32,
        media_type="application/pdf",
        size=12,
    )
    offer_paper(walk.session, notice.id, paper, at=walk.at)
    said(walk, stranger, "We accept all of it.", final=True)
    return walk.judged(get_speaker(walk.session, stranger.id), accept=False)


def test_t2_what_a_stranger_did_is_undone(session: Session, keys: Keyring) -> None:
    walk = sent(session)

    refused_stranger(walk)

    now = last(walk)
    assert (now.state, now.delivered_at, now.ends_at, now.days) == (ReplyState.SENT, None, None, 14)
    assert (now.statement, now.replied_by, now.answered_at) == ("", "", None)
    assert (list_replies(session, now.id), find_extension(session, now.id)) == ({}, None)
    assert list_papers(session, now.id) == ()
    with pytest.raises(NotFoundError):
        walk.came(TOKEN)
    walk.later(days=60)
    with pytest.raises(RefusedError, match="link is dead"):
        published(walk, walk.reviewer, keys)


def test_t2_what_a_stranger_wrote_stays_for_the_team_and_the_log_tells_of_it(
    session: Session,
) -> None:
    walk = sent(session)

    refused = refused_stranger(walk)

    papers = list_refused_papers(session, last(walk).id)
    events = [one.kind for one in list_events(session)]
    assert [one.title for one in papers] == ["A forged ladder"]
    assert json.loads(refused.words)["statement"] == "We accept all of it."
    assert json.loads(refused.kept)["time"]["days"] == 20
    assert {"reply.speaker_came", "reply.not_the_employer"} <= set(events)


def test_after_a_stranger_a_new_link_goes_out_and_the_clock_runs_whole(
    session: Session, keys: Keyring
) -> None:
    walk = sent(session)
    said(walk, walk.came(name="Not Her"), "We accept all of it.", final=True)
    walk.judged(list_speakers(session, last(walk).id)[0], accept=False)
    walk.later(days=30)
    linked(walk, walk.author)

    her = walk.came(NEW)
    said(walk, her)
    walk.judged(get_speaker(session, her.id))

    assert last(walk).ends_at == walk.at + 14 * DAY
    walk.later(days=15)
    decided(walk, walk.reviewer)
    walk.had_read()
    printed = load_snapshot(published(walk, walk.reviewer, keys)).reply
    assert printed is not None
    assert printed.statement == THEIRS


def test_who_was_refused_stays_refused_and_says_nothing_more(session: Session) -> None:
    walk = sent(session)
    refused = walk.judged(walk.came(), accept=False)

    with pytest.raises(RefusedError, match="was not opened yet"):
        said(walk, refused)
    with pytest.raises(RefusedError, match="Make a new link"):
        walk.judged(get_speaker(session, refused.id))


def test_refusing_needs_a_reason_and_accepting_how_it_was_checked(session: Session) -> None:
    walk = sent(session)
    who = walk.came()

    for is_accepted, way in ((True, "felt right"), (False, "")):
        command = DecideSpeaker(id=who.id, seen=0, is_accepted=is_accepted, way=way)
        with pytest.raises(FaultsError):
            decide_speaker(session, walk.reviewer.actor, command, at=walk.at)


def test_a5_a_second_person_sees_and_changes_nothing_of_the_first_before_she_is_accepted(
    session: Session,
) -> None:
    walk = sent(session)
    first = walk.came(name="Not Her")
    said(walk, first, "We accept all of it.")
    second = walk.came(name="Ana Ruiz")

    with pytest.raises(RefusedError, match="Somebody else began the reply"):
        said(walk, second)

    walk.judged(second)
    assert said(walk, second).statement == THEIRS


def test_who_is_left_has_her_own_words_back_and_a_week(session: Session) -> None:
    walk = sent(session)
    her = walk.came(name="Ana Ruiz")
    walk.judged(her)
    stances = {"adv_ladder": Stated(stance="disagree", text="There is one.")}
    hers = ReplyCommand(speaker_id=her.id, statement=THEIRS, stances=stances)
    reply(session, last(walk).id, hers, at=walk.at)
    walk.later(days=10)
    other = walk.came(name="A Cook")
    walk.judged(other)
    said(walk, other, "We accept all of it.", final=True)
    walk.later(days=3)

    walk.judged(get_speaker(session, other.id), accept=False)

    now = last(walk)
    assert (now.state, now.statement, now.replied_by) == (ReplyState.DELIVERED, THEIRS, her.who)
    assert list_replies(session, now.id)["adv_ladder"].text == "There is one."
    assert now.ends_at is not None
    assert now.ends_at >= walk.at + 7 * DAY - DAY / 24
    assert now.delivered_at == her.came_at


def test_the_clock_starts_when_the_employer_came_not_when_a_stranger_did(
    session: Session,
) -> None:
    walk = sent(session)
    stranger = walk.came(name="Not Her")
    walk.later(days=9)
    her = walk.came(name="Ana Ruiz")
    walk.judged(her)

    walk.judged(stranger, accept=False)

    assert last(walk).delivered_at == her.came_at
    assert last(walk).ends_at == walk.at + 14 * DAY


@pytest.mark.parametrize("how", ["handed", "attempts"])
def test_a_hand_over_stands_where_a_stranger_came_through_the_link(
    session: Session, how: str
) -> None:
    walk = sent(session)
    if how == "handed":
        record_delivery(session, walk.author.actor, handed(last(walk)), at=walk.at)
    else:
        attempt(walk, last(walk), "email", 2)
        attempt(walk, last(walk), "letter", 6)
    before = last(walk)
    stranger = walk.came(name="Not Her")
    said(walk, stranger, "We accept all of it.")

    walk.judged(get_speaker(session, stranger.id), accept=False)

    now = last(walk)
    assert (now.delivered_at, now.delivered_how) == (before.delivered_at, before.delivered_how)
    assert now.ends_at == before.ends_at
    assert now.statement == ""


def test_a_notice_of_before_anybody_had_to_say_who_they_are_passes_as_it_is(
    session: Session, keys: Keyring
) -> None:
    walk = sent(session)
    walk.opened()
    for row in session.scalars(select(ReplySpeakerRow)):  # the log tells of it
        session.delete(row)
    walk.later(days=15)

    assert load_snapshot(published(walk, walk.reviewer, keys)).notice is not None


def test_an_earlier_reply_of_somebody_who_waits_is_not_printed(
    session: Session, keys: Keyring
) -> None:
    walk = sent(session)
    said(walk, walk.came(name="Not Her"), "We accept all of it.", final=True)
    walk.later(days=1)
    brought_back(walk, adv_ladder="0")
    walk.noticed(token=NEW)
    walk.opened(NEW)
    walk.later(days=15)

    printed = load_snapshot(published(walk, walk.reviewer, keys)).reply

    assert printed is not None
    assert printed.answered_at is None
    assert "accept all" not in printed.statement


def test_a_stranger_cannot_come_in_without_end(session: Session) -> None:
    walk = sent(session)
    for number in range(MOST_SPEAKERS):
        walk.came(name=f"Nobody {number}")

    with pytest.raises(RefusedError, match="came through this link already"):
        walk.came()


def test_whoever_says_not_that_they_may_speak_starts_no_clock(session: Session) -> None:
    walk = sent(session)
    command = Introduce(id=new_id(), name="Ana", role="cook", contact="x", may_speak=False)

    with pytest.raises(FaultsError):
        come_in(session, digest_of(TOKEN), command, at=walk.at)

    assert last(walk).state is ReplyState.SENT


def test_the_desk_says_who_waits_who_wants_time_and_whose_signature_is_missing(
    session: Session,
) -> None:
    walk = sent(session)
    who = walk.came()
    notice = last(walk)
    ask = AskTime(
        id=new_id(), notice_id=notice.id, speaker_id=who.id, reason="Ill.", asked_by="Ana"
    )
    ask_time(session, ask, at=walk.at)
    lines = [one.what for one in at_notices(session, walk.reviewer.id)]
    walk.judged(who)
    more = AnswerTime(notice_id=notice.id, days=7, is_granted=True)
    answer_time(session, walk.reviewer.actor, more, at=walk.at)
    said(walk, who, final=True)
    second = stored_person(session, walk.organization)
    panel = (walk.reviewer.id, second.id)
    command = Decide(id=new_id(), notice_id=notice.id, decision="It stays.", panel=panel)
    decide(session, walk.reviewer.actor, command, at=walk.at)

    assert sorted(lines) == ["speaker", "time"]
    assert [one.what for one in at_notices(session, second.id)] == ["panel"]
    assert at_notices(session, walk.reviewer.id) == ()


def test_one_person_alone_does_not_refuse_whoever_wrote_something(session: Session) -> None:
    walk = sent(session)
    who = walk.came()
    said(walk, who, final=True)
    no = DecideSpeaker(id=who.id, seen=0, is_accepted=False, reason="Nobody there knows her.")

    decide_speaker(session, walk.reviewer.actor, no, at=walk.at)

    assert get_speaker(session, who.id).state is Standing.PENDING
    assert last(walk).statement == THEIRS
    doubt = find_doubt(session, who)
    assert doubt is not None
    waits = [
        [one.what for one in at_notices(session, it.id)] for it in (walk.author, walk.reviewer)
    ]
    assert waits == [["doubt", "speaker"], ["speaker"]]
    assert (doubt.proposed_by, doubt.reason) == (walk.reviewer.id, no.reason)
    with pytest.raises(ForbiddenError, match="another person has to decide"):
        decide_speaker(session, walk.reviewer.actor, no, at=walk.at)

    decide_speaker(session, walk.author.actor, no, at=walk.at)

    assert get_speaker(session, who.id).state is Standing.REFUSED
    assert last(walk).statement == ""


def test_whoever_made_the_link_does_not_begin_to_refuse_who_wrote_something(
    session: Session,
) -> None:
    walk = sent(session)
    who = walk.came()
    said(walk, who)
    no = DecideSpeaker(id=who.id, seen=0, is_accepted=False, reason="Nobody there knows her.")

    with pytest.raises(ForbiddenError, match="You made the employer's link"):
        decide_speaker(session, walk.author.actor, no, at=walk.at)

    assert find_doubt(session, who) is None


def test_who_is_accepted_is_not_doubted_any_more(session: Session) -> None:
    walk = sent(session)
    who = walk.came()
    said(walk, who)
    no = DecideSpeaker(id=who.id, seen=0, is_accepted=False, reason="Nobody there knows her.")
    decide_speaker(session, walk.reviewer.actor, no, at=walk.at)

    walk.judged(get_speaker(session, who.id))

    assert find_doubt(session, who) is None
    accepted = replace(no, seen=1)
    decide_speaker(session, walk.reviewer.actor, accepted, at=walk.at)
    assert get_speaker(session, who.id).state is Standing.ACCEPTED


def test_whoever_wrote_nothing_is_refused_by_one_person(session: Session) -> None:
    walk = sent(session)
    who = walk.came()
    no = DecideSpeaker(id=who.id, seen=0, is_accepted=False, reason="Nobody there knows her.")

    decide_speaker(session, walk.reviewer.actor, no, at=walk.at)

    assert get_speaker(session, who.id).state is Standing.REFUSED
