"""Messages wait in the outbox, whatever becomes of the mail server."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from jobquality.access.actors import Actor, Role
from jobquality.errors import ConflictError, FaultsError, RefusedError
from jobquality.services import outbox
from jobquality.services.outbox import HIDDEN, HandOver, Message, MessageState
from jobquality.store.database import Session
from jobquality.store.events import list_events
from jobquality.store.outbox import change_message, find_due, get_message, list_messages
from tests.live.factories import NOON, stored_organization, stored_person

LINK = "https://jobs.example.org/en/reply/secret"


def a_member(session: Session) -> Actor:
    organization = stored_organization(session)
    person = stored_person(session, organization)
    return Actor(
        person_id=person.id,
        organization_id=organization.id,
        name=person.name,
        roles=frozenset(Role),
        second_step=True,
    )


def a_message(actor: Actor, **but: object) -> Message:
    given: dict[str, object] = {
        "id": "message1",
        "organization_id": actor.organization_id,
        "kind": "notice",
        "to": "office@diner.example",
        "language": "en",
        "subject": "A draft about your workplace",
        "text": f"Read it here: {LINK}\n",
        "about": "notice",
        "about_id": "notice1",
        "made_by": actor.person_id,
        "secret": LINK,
    }
    return Message(**given | but)  # type: ignore[arg-type]  # a test says what it needs


def test_a_message_with_an_address_waits_for_the_sender(session: Session) -> None:
    actor = a_member(session)

    outbox.put(session, a_message(actor), at=NOON)

    due = find_due(session, at=NOON)
    assert due is not None
    assert (due.state, due.to, due.put_at) == (MessageState.WAITING, "office@diner.example", NOON)


def test_a_message_without_an_address_is_carried_by_hand(session: Session) -> None:
    actor = a_member(session)

    outbox.put(session, a_message(actor, to=""), at=NOON)

    assert find_due(session, at=NOON + timedelta(days=1)) is None
    assert get_message(session, "message1").state is MessageState.BY_HAND


@pytest.mark.parametrize(
    "address",
    [
        "office@diner.example\nBcc: rival@else.example",
        "office@diner.example\r\nSubject: You won",
        "office@diner.example, rival@else.example",
        "Office <office@diner.example>",
        "office@diner",
        "a b@diner.example",
        "@diner.example",
        "x" * 255 + "@diner.example",
    ],
)
def test_an_address_that_would_forge_a_header_is_refused(session: Session, address: str) -> None:
    actor = a_member(session)

    with pytest.raises(FaultsError, match="no mail address"):
        outbox.put(session, a_message(actor, to=address), at=NOON)


@pytest.mark.parametrize(
    "subject", ["Draft\nBcc: rival@else.example", "Draft\r\n\r\nHi", "", "a\x00b"]
)
def test_a_subject_that_would_forge_a_header_is_refused(session: Session, subject: str) -> None:
    actor = a_member(session)

    with pytest.raises(FaultsError, match="subject"):
        outbox.put(session, a_message(actor, subject=subject), at=NOON)


def test_only_whoever_made_a_message_sees_its_private_link(session: Session) -> None:
    actor = a_member(session)

    kept = outbox.put(session, a_message(actor), at=NOON)

    assert LINK in outbox.shown_to(kept, actor.person_id)
    assert outbox.shown_to(kept, "somebody else") == f"Read it here: {HIDDEN}\n"


def test_a_message_carried_by_hand_keeps_the_day_and_the_way_and_no_link(session: Session) -> None:
    actor = a_member(session)
    outbox.put(session, a_message(actor), at=NOON)
    command = HandOver(message_id="message1", on=date(2026, 3, 1), how="To the manager")

    done = outbox.hand_over(session, actor, command, at=NOON)

    assert (done.state, done.settled_on) == (MessageState.HANDED_OVER, date(2026, 3, 1))
    assert done.settled_how == "To the manager"
    assert not done.secret
    assert LINK not in done.text


def test_a_hand_over_without_words_or_in_the_future_is_refused(session: Session) -> None:
    actor = a_member(session)
    outbox.put(session, a_message(actor), at=NOON)
    command = HandOver(message_id="message1", on=date(2026, 3, 9), how=" ")

    with pytest.raises(FaultsError) as refusal:
        outbox.hand_over(session, actor, command, at=NOON)

    assert [fault.where for fault in refusal.value.faults] == ["on", "how"]


def test_two_people_do_not_carry_the_same_message(session: Session) -> None:
    actor = a_member(session)
    kept = outbox.put(session, a_message(actor), at=NOON)
    command = HandOver(message_id=kept.id, on=date(2026, 3, 1), how="By hand", seen=7)

    with pytest.raises(ConflictError):
        outbox.hand_over(session, actor, command, at=NOON)


def test_a_settled_message_is_not_settled_twice(session: Session) -> None:
    actor = a_member(session)
    outbox.put(session, a_message(actor), at=NOON)
    outbox.withdraw(session, actor, "message1", at=NOON)

    with pytest.raises(RefusedError, match="settled already"):
        outbox.withdraw(session, actor, "message1", at=NOON)


def test_a_message_whose_link_is_gone_is_not_sent_again(session: Session) -> None:
    actor = a_member(session)
    kept = outbox.put(session, a_message(actor), at=NOON)
    sent = replace(outbox.without_secret(kept), state=MessageState.SENT, next_at=None)
    change_message(session, sent)
    outbox.mark_bounced(session, actor, kept.id, how="No such mailbox", at=NOON)

    with pytest.raises(RefusedError, match="Make a new link"):
        outbox.try_again(session, actor, kept.id, at=NOON)


def test_a_dead_link_takes_its_messages_back(session: Session) -> None:
    actor = a_member(session)
    outbox.put(session, a_message(actor), at=NOON)
    outbox.put(session, a_message(actor, id="message2", about_id="other"), at=NOON)

    outbox.withdraw_about(session, actor, "notice1", at=NOON)

    states = {one.id: one.state for one in list_messages(session)}
    assert states == {"message1": MessageState.WITHDRAWN, "message2": MessageState.WAITING}


def test_the_log_tells_of_a_message_and_neither_its_address_nor_its_text(session: Session) -> None:
    actor = a_member(session)
    outbox.put(session, a_message(actor), at=NOON)
    outbox.withdraw(session, actor, "message1", at=NOON)

    told = list_events(session)

    assert [one.kind for one in told] == ["message.put", "message.withdrawn"]
    assert "diner" not in repr(told)
    assert "secret" not in repr(told)
