"""The employer reads the decision on its reply before everybody does.

The lawyer found that an objection could be refused and published within the same minute.
"""

from collections.abc import Mapping
from datetime import timedelta

import pytest
from sqlalchemy import insert

from jobquality.access.states import DecisionWaitError
from jobquality.errors import RefusedError
from jobquality.services.decisions import Decide, Decided, decide
from jobquality.services.desk import Task, desk_of
from jobquality.services.events import EventKind
from jobquality.services.notices import ReplyCommand, Stated, reply
from jobquality.services.publishing import publish
from jobquality.services.readfirst import find_wait, let_publish
from jobquality.services.takingback import TakeBack, take_back_decision
from jobquality.store.database import Session
from jobquality.store.keys import Keyring
from jobquality.store.notices import Notice, get_notice
from jobquality.store.outbox import Message, MessageState, list_messages
from jobquality.store.rows import EventRow
from tests.live.factories import stored_person
from tests.live.reviews.browsing import Site
from tests.live.reviews.parts import CATALOG, Walk, new_id

POINT = "adv_ladder"
NO = {POINT: Stated(stance="disagree", text="There is a ladder.")}
STAYS = {POINT: Decided(outcome="stays", reason="Nobody was ever promoted.")}


def replied(walk: Walk, said: Mapping[str, Stated], *, statement: str = "") -> Notice:
    """Let the employer answer on its last day, so that the clock is over at the decision."""
    notice = walk.with_employer()
    walk.later(days=13)
    command = ReplyCommand(
        speaker_id=walk.speaker_id, statement=statement, stances=said, is_final=True
    )
    return reply(walk.session, notice.id, command, at=walk.at)


def decided(walk: Walk, notice: Notice, **items: Decided) -> Notice:
    walk.later(days=2)
    command = Decide(id=new_id(), notice_id=notice.id, decision="It stays.", items=items)
    return decide(walk.session, walk.reviewer.actor, command, at=walk.at)


def refused(walk: Walk) -> Notice:
    """Go all the way to a decision against an objection, after the clock."""
    return decided(walk, replied(walk, NO), **STAYS)


def published(walk: Walk, keys: Keyring) -> str:
    actor = walk.reviewer.actor
    return publish(
        walk.session, actor, walk.assessment_id, catalog=CATALOG, keys=keys, at=walk.at
    ).content


def told(walk: Walk, notice: Notice) -> list[Message]:
    found = list_messages(walk.session, about_id=notice.id)
    return [one for one in found if one.kind == "decided"]


def test_a_decision_is_the_employers_alone_for_three_full_days(
    session: Session, keys: Keyring
) -> None:
    walk = Walk(session)
    notice = refused(walk)
    ends_at = walk.at + timedelta(days=3)

    walk.later(days=3, seconds=-1)
    wanted = f"{ends_at:%Y-%m-%d %H:%M} UTC"
    with pytest.raises(DecisionWaitError, match=wanted) as waits, session.begin_nested():
        published(walk, keys)

    assert waits.value.ends_at == find_wait(session, notice) == ends_at
    walk.later(seconds=1)
    assert "Nobody was ever promoted." in published(walk, keys)


def test_an_employer_that_has_read_the_decision_lets_it_be_published_at_once(
    session: Session, keys: Keyring
) -> None:
    walk = Walk(session)
    notice = refused(walk)

    let_publish(session, notice.id, walk.speaker_id, at=walk.at)

    assert published(walk, keys)


def test_nobody_whom_the_team_has_not_accepted_lets_it_be_published(session: Session) -> None:
    walk = Walk(session)
    notice = refused(walk)
    other = walk.came(name="Somebody")

    with pytest.raises(RefusedError, match="accepted as speaking for the employer"):
        let_publish(session, notice.id, other.id, at=walk.at)


def test_what_somebody_said_who_was_not_the_employer_ends_no_wait(session: Session) -> None:
    walk = Walk(session)
    notice = refused(walk)
    owner = walk.speaker_id
    other = walk.judged(walk.came(name="Somebody"))
    let_publish(session, notice.id, other.id, at=walk.at)
    assert find_wait(session, notice) is None

    walk.judged(other, accept=False)

    assert find_wait(session, get_notice(session, notice.id)) is not None
    assert owner != other.id


def test_a_decision_that_is_made_anew_is_read_anew(session: Session) -> None:
    walk = Walk(session)
    notice = refused(walk)
    let_publish(session, notice.id, walk.speaker_id, at=walk.at)
    walk.later(hours=1)
    second = stored_person(session, walk.organization)
    back = TakeBack(id=new_id(), notice_id=notice.id, reason="The ladder was seen.")
    take_back_decision(session, second.actor, back, at=walk.at)

    anew = decided(walk, notice, **STAYS)

    assert find_wait(session, anew) == walk.at + timedelta(days=3)


@pytest.mark.parametrize("statement", ["", "All of it is right."])
def test_nothing_waits_where_the_employer_agrees_but_for_words_of_its_own(
    session: Session, statement: str
) -> None:
    walk = Walk(session)
    agreed = {POINT: Stated(stance="accept")}
    notice = decided(walk, replied(walk, agreed, statement=statement))

    assert (find_wait(session, notice) is None) == (not statement)


def test_a_decision_within_the_clock_waits_no_longer_than_the_clock(
    session: Session, keys: Keyring
) -> None:
    walk = Walk(session)
    notice = walk.with_employer()
    command = ReplyCommand(speaker_id=walk.speaker_id, stances=NO, is_final=True)
    reply(session, notice.id, command, at=walk.at)
    decided(walk, notice, **STAYS)

    walk.later(days=12)

    assert published(walk, keys)


def test_the_employer_gets_the_decision_the_moment_that_it_is_made(session: Session) -> None:
    walk = Walk(session)
    notice = refused(walk)

    (message,) = told(walk, notice)

    assert message.state is MessageState.BY_HAND
    assert "It stays." in message.text
    assert "Nobody was ever promoted." in message.text


def test_a_decision_that_was_taken_back_is_told_to_nobody(session: Session) -> None:
    walk = Walk(session)
    notice = refused(walk)
    second = stored_person(session, walk.organization)
    back = TakeBack(id=new_id(), notice_id=notice.id, reason="The ladder was seen.")

    take_back_decision(session, second.actor, back, at=walk.at)

    assert [one.state for one in told(walk, notice)] == [MessageState.WITHDRAWN]


def test_the_desk_names_the_moment_from_which_on_it_may_be_published(session: Session) -> None:
    walk = Walk(session)
    notice = refused(walk)

    def stands() -> tuple[Task, object]:
        (item,) = desk_of(session, walk.reviewer.actor, at=walk.at).items
        return item.task, item.ends_at

    assert stands() == (Task.READING, walk.at + timedelta(days=3))
    let_publish(session, notice.id, walk.speaker_id, at=walk.at)
    assert stands()[0] is Task.PUBLISH


@pytest.mark.pages
def test_the_employer_says_on_its_page_that_it_may_be_published(site: Site) -> None:
    link = site.to_employer()
    site.later(days=13)
    site.reply(link, **{f"stance-{POINT}": "disagree", f"text-{POINT}": "There is a ladder."})
    site.later(days=2)
    site.decide("It stays as it is.")

    page = site.as_reviewer().get(site.at("publish")).text
    assert "said that it may be published" in page
    assert site.publish().status_code == 409
    assert "You may publish." in site.open(link)
    assert "Pueden publicar." in site.employer.get("/es/reply").text

    assert site.employer.post("/en/reply/decision", data={"key": new_id()}).status_code == 303
    assert "You may publish." not in site.employer.get("/en/reply").text
    assert site.publish().status_code == 303


def test_t10_a_yes_that_somebody_wrote_past_the_program_ends_no_wait(session: Session) -> None:
    walk = Walk(session)
    notice = refused(walk)
    values = {"kind": EventKind.DECISION_READ.value, "at": walk.at, "mark": "", "details": "{}"}
    about = {"about": "reply_speaker", "about_id": walk.speaker_id}
    forged = insert(EventRow).values(
        number=900_000, organization_id=walk.organization.id, **values, **about
    )
    session.connection().execute(forged)

    assert find_wait(session, notice) == walk.at + timedelta(days=3)

    let_publish(session, notice.id, walk.speaker_id, at=walk.at)
    assert find_wait(session, notice) is None
