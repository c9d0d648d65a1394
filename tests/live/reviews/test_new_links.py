"""Threat T2: a new link never eats an employer's time, and nobody's lone word is a delivery.

Source: docs/decisions/0053-words-and-their-draft.md
"""

from datetime import timedelta

import pytest

from jobquality.access.states import ReplyState
from jobquality.errors import ForbiddenError, RefusedError
from jobquality.reading.heard import notice_words, silence_words
from jobquality.services.deliveries import Delivery, record_attempt, record_delivery
from jobquality.services.hearing import Heard, history_of
from jobquality.services.notices import RenewLink, ReplyCommand, renew_link, reply
from jobquality.services.publishing import notified, publish
from jobquality.services.speakersagain import come_again
from jobquality.store.database import Session
from jobquality.store.keys import Keyring
from jobquality.store.notices import Notice, find_last_notice, get_notice
from jobquality.store.people import Person
from jobquality.store.replyspeakers import get_speaker
from jobquality.web.sessions import digest_of
from jobquality.wording import Speaker
from tests.live.factories import stored_person
from tests.live.reviews.parts import CATALOG, DAY, Walk, new_id

NEW = "a-new-link"


def last(walk: Walk) -> Notice:
    found = find_last_notice(walk.session, walk.assessment_id)
    assert found is not None
    return found


def renewed(walk: Walk) -> Notice:
    command = RenewLink(id=new_id(), notice_id=last(walk).id, token_digest=digest_of(NEW))
    return renew_link(walk.session, walk.author.actor, command, at=walk.at)


def printed(walk: Walk, by: Person, keys: Keyring) -> str:
    who = by.actor
    kept = publish(walk.session, who, walk.assessment_id, catalog=CATALOG, keys=keys, at=walk.at)
    return kept.content


def handed(walk: Walk, by: Person) -> Notice:
    made = Delivery(id=new_id(), notice_id=last(walk).id, on=walk.at.date(), how="To a waiter")
    return record_delivery(walk.session, by.actor, made, at=walk.at)


def tried(walk: Walk, way: str) -> Notice:
    made = Delivery(id=new_id(), notice_id=last(walk).id, on=walk.at.date(), how="-", way=way)
    return record_attempt(walk.session, walk.author.actor, made, at=walk.at)


def test_a_new_link_in_mid_clock_eats_no_time(session: Session, keys: Keyring) -> None:
    walk = Walk(session)
    walk.with_employer()
    hers = walk.speaker_id
    waiting = renewed(walk.later(days=12))
    walk.later(days=30)

    assert (waiting.state, waiting.ends_at) == (ReplyState.SENT, None)
    with pytest.raises(RefusedError, match="has not got the draft"), session.begin_nested():
        printed(walk, walk.reviewer, keys)

    known = get_speaker(session, hers)
    come_again(session, digest_of(NEW), known, new_id(), at=walk.at)

    begun = last(walk)
    assert begun.ends_at is not None
    assert begun.delivered_at == walk.at
    assert begun.ends_at >= walk.at + 14 * DAY - timedelta(hours=1)
    assert get_speaker(session, hers).notice_id == begun.id, "who was accepted goes on"
    told = [one.what for one in history_of(session, begun)]
    assert told[-2:] == [Heard.RENEWED, Heard.OPENED]
    walk.later(days=13)
    sent = ReplyCommand(speaker_id=hers, statement="Here we are.", is_final=True)
    assert reply(session, begun.id, sent, at=walk.at).statement == "Here we are."


def test_a_new_link_after_the_reply_or_after_the_end_changes_no_clock(session: Session) -> None:
    walk = Walk(session)
    notice = walk.with_employer()
    words = ReplyCommand(speaker_id=walk.speaker_id, statement="All of it.", is_final=True)
    reply(session, notice.id, words, at=walk.at)
    assert renewed(walk).ends_at == notice.ends_at

    late = Walk(session)
    ended = late.with_employer()
    late.later(days=14)
    assert renewed_as(late, "late").ends_at == ended.ends_at


def renewed_as(walk: Walk, token: str) -> Notice:
    command = RenewLink(id=new_id(), notice_id=last(walk).id, token_digest=digest_of(token))
    return renew_link(walk.session, walk.author.actor, command, at=walk.at)


def test_attempts_with_an_old_link_do_not_count_for_a_new_one(session: Session) -> None:
    walk = Walk(session).drafted().submitted().approved()
    walk.noticed()
    tried(walk, "email")
    renewed(walk.later(days=3))

    assert tried(walk.later(hours=1), "phone").delivered_at is None
    assert tried(walk.later(days=4), "letter").delivered_how == "attempts"


def test_a_dead_link_is_not_silence(session: Session, keys: Keyring) -> None:
    walk = Walk(session)
    walk.with_employer()
    stranger = walk.later(days=1).came(name="A Cook", contact="cook@diner.example")
    walk.judged(stranger, accept=False)
    walk.later(days=30)

    with pytest.raises(RefusedError, match="link is dead"):
        printed(walk, walk.reviewer, keys)


@pytest.mark.parametrize("how", ["handed", "tried"])
def test_whoever_alone_says_that_it_was_delivered_does_not_publish(
    session: Session, keys: Keyring, how: str
) -> None:
    walk = Walk(session).drafted().submitted().approved()
    walk.noticed()
    if how == "handed":
        handed(walk, walk.reviewer)
    else:
        walk.author, walk.reviewer = walk.reviewer, walk.author
        tried(walk, "email")
        tried(walk.later(days=3), "phone")
        walk.author, walk.reviewer = walk.reviewer, walk.author
    walk.later(days=20)

    with pytest.raises(ForbiddenError, match="recorded alone"), session.begin_nested():
        printed(walk, walk.reviewer, keys)
    assert printed(walk, stored_person(session, walk.organization), keys)


def test_a_hand_over_is_no_lone_word_where_the_employer_came_in(
    session: Session, keys: Keyring
) -> None:
    walk = Walk(session).drafted().submitted().approved()
    walk.noticed()
    handed(walk, walk.reviewer)
    walk.judged(walk.came())
    walk.later(days=20)

    assert printed(walk, walk.reviewer, keys)


@pytest.mark.parametrize(
    ("language", "told", "silent"),
    [
        ("en", "was handed over on March 1, 2026, as recorded by a person of the team", "No reply"),
        ("es", "se entregó el 1 de marzo de 2026, según anotó una persona del equipo", "No hubo"),
    ],
)
def test_a_hand_over_is_told_as_what_it_is(
    session: Session, language: str, told: str, silent: str
) -> None:
    walk = Walk(session).drafted().submitted().approved()
    walk.noticed()
    notice = notified(session, get_notice(session, handed(walk, walk.author).id))

    said = [
        words(notice, lambda at: at.date(), Speaker(language))
        for words in (notice_words, silence_words)
    ]
    assert [told in one for one in said] == [True, True]
    assert silent in said[1]
