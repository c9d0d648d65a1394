"""What an employer was given or said at an earlier notice stays theirs at a newer one."""

import pytest

from jobquality.errors import ForbiddenError
from jobquality.ledger.form import load_snapshot
from jobquality.services.notices import RenewLink, ReplyCommand, renew_link, reply
from jobquality.services.publishing import publish
from jobquality.store.database import Session
from jobquality.store.keys import Keyring
from jobquality.store.notices import find_last_notice
from jobquality.store.people import Person
from jobquality.web.sessions import digest_of
from tests.live.factories import stored_person
from tests.live.reviews.parts import CATALOG, DAY, Walk, new_id
from tests.live.reviews.test_notices import brought_back, decided

SECOND = "the-second-link"


def published(walk: Walk, person: Person, keys: Keyring) -> str:
    kept = publish(
        walk.session, person.actor, walk.assessment_id, catalog=CATALOG, keys=keys, at=walk.at
    )
    return kept.content


def answered_once(walk: Walk, statement: str) -> Walk:
    """Let the employer answer one notice, and send a newer one of a draft that says worse."""
    notice = walk.with_employer()
    said = ReplyCommand(
        speaker_id=walk.speaker_id,
        statement=statement,
        is_final=True,
    )
    reply(walk.session, notice.id, said, at=walk.at)
    decided(walk, notice)
    walk.later(days=1)
    brought_back(walk, adv_ladder="0")
    walk.noticed(days=7, token=SECOND)
    walk.opened(SECOND)
    return walk


def test_an_earlier_reply_is_printed_where_nobody_answered_the_newer_notice(
    session: Session, keys: Keyring
) -> None:
    walk = answered_once(Walk(session), "We post every opening.").later(days=20)

    said = load_snapshot(published(walk, walk.reviewer, keys)).reply

    assert said is not None
    assert said.statement == "We post every opening."
    assert said.replied_by == "Ana Ruiz, owner"
    assert said.answered_at == walk.at - 21 * DAY
    assert said.decision.endswith("It stays as it is.")


def test_the_reply_to_the_newer_notice_is_printed_in_place_of_the_earlier(
    session: Session, keys: Keyring
) -> None:
    walk = answered_once(Walk(session), "We post every opening.")
    newer = find_last_notice(session, walk.assessment_id)
    assert newer is not None
    said = ReplyCommand(
        speaker_id=walk.speaker_id,
        statement="Not any more.",
        is_final=True,
    )
    decided(walk, reply(session, newer.id, said, at=walk.at))
    walk.later(days=20)

    printed = load_snapshot(published(walk, walk.reviewer, keys)).reply

    assert printed is not None
    assert printed.statement == "Not any more."


@pytest.mark.parametrize(("days", "ends_after"), [(7, 60), (90, 91)])
def test_a_newer_notice_never_shortens_the_clock_of_an_earlier_one(
    session: Session, days: int, ends_after: int
) -> None:
    walk = Walk(session, time_zone="America/Phoenix").drafted().submitted().approved()
    walk.noticed(days=60)
    start = walk.at
    first = walk.opened()
    walk.later(days=1)
    brought_back(walk, adv_ladder="0")
    walk.noticed(days=days, token=SECOND)

    second = walk.opened(SECOND)

    assert first.ends_at == start + 60 * DAY
    assert second.ends_at == start + ends_after * DAY


def test_every_maker_of_a_link_is_barred_from_publishing(session: Session, keys: Keyring) -> None:
    walk = Walk(session)
    walk.with_employer()
    makers = [stored_person(session, walk.organization) for _ in range(2)]
    notice = find_last_notice(session, walk.assessment_id)
    assert notice is not None
    for maker in makers:
        renewed = RenewLink(id=new_id(), notice_id=notice.id, token_digest=digest_of(maker.id))
        renew_link(session, maker.actor, renewed, at=walk.at)
    walk.judged(walk.came(makers[-1].id))
    walk.later(days=20)

    for maker in (walk.author, *makers):
        with (
            pytest.raises(ForbiddenError, match="You made the employer's link"),
            session.begin_nested(),
        ):
            published(walk, maker, keys)

    assert published(walk, walk.reviewer, keys)
