"""Witnesses outside get the newest head, once a day at most, and never the same one twice."""

from datetime import timedelta
from pathlib import Path

import pytest

from jobquality.mailing import _round, mail_of
from jobquality.services.events import EventKind, note
from jobquality.services.heads import read_heads
from jobquality.services.logseals import seal_log
from jobquality.services.proposals import Verdict
from jobquality.services.witnesses import (
    NameWitness,
    ProposeEnd,
    decide_end,
    dismiss_witness,
    is_anybody_untold,
    name_witness,
    propose_end,
    tell_witnesses,
)
from jobquality.store.database import EVERY_ORGANIZATION, Database, Session
from jobquality.store.outbox import Message, MessageState, list_open
from jobquality.store.tenancy import belong
from tests.live.factories import stored_person
from tests.live.ledger.published import Center, stored_center

WITNESS = "w" * 32


@pytest.fixture
def center(session: Session, tmp_path: Path) -> Center:
    """A center with one publication and a witness."""
    made = stored_center(session, tmp_path)
    made.publish(made.employer())
    person = stored_person(session, made.organization)
    named = NameWitness(id=WITNESS, name="Journal", email="desk@journal.example", language="es")
    name_witness(session, person.actor, named, at=made.publications[-1].published_at)
    belong(session, EVERY_ORGANIZATION)
    return made


def told(center: Center, **later: float) -> list[Message]:
    """Let time pass since the last publication, tell whom it is time to tell, and look."""
    at = center.publications[-1].published_at + timedelta(**later)
    tell_witnesses(center.session, at=at)
    return [one for one in list_open(center.session, tuple(MessageState)) if one.kind == "head"]


def test_a_witness_gets_the_head_as_everybody_sees_it_and_not_twice(center: Center) -> None:
    (message,) = told(center, minutes=1)
    name = read_heads(center.session, center.organization.slug).name_of_newest
    belong(center.session, EVERY_ORGANIZATION)
    assert (message.to, message.language) == ("desk@journal.example", "es")
    assert message.text.count(name) == 2
    assert "testigo" in message.text
    assert len(told(center, days=3)) == 1


def test_a_new_entry_is_told_the_day_after_and_not_before(center: Center) -> None:
    told(center, minutes=1)
    center.publish(center.employer())
    first = center.publications[0].published_at
    hours = (center.publications[-1].published_at - first) / timedelta(hours=1)
    assert len(told(center, hours=23 - hours)) == 1
    assert is_anybody_untold(center.session, at=first + timedelta(hours=25))
    assert len(told(center, hours=25 - hours)) == 2


def test_whoever_is_no_witness_any_more_is_told_so_once_with_the_head_and_nothing_more(
    center: Center,
) -> None:
    person = stored_person(center.session, center.organization)
    belong(center.session, center.organization.id)
    at = center.publications[-1].published_at
    asked = ProposeEnd(id="p" * 32, witness_id=WITNESS, reason="They closed.")
    propose_end(center.session, center.author.actor, asked, at=at)
    decide_end(center.session, person.actor, Verdict(proposal_id=asked.id, is_accepted=True), at=at)
    dismiss_witness(center.session, person.actor, WITNESS, at=at)
    belong(center.session, EVERY_ORGANIZATION)
    (last,) = told(center, days=2)
    assert (last.to, last.language) == ("desk@journal.example", "es")
    assert "ya no es testigo" in last.subject
    head = read_heads(center.session, center.organization.slug).name_of_newest
    assert last.text.count(head) == 1


def test_the_mail_is_plain_text_with_nothing_to_click(center: Center) -> None:
    (message,) = told(center, minutes=1)
    mail = mail_of(message, name="Center", reply_to="", sender="record@center.example")
    assert mail.get_content_type() == "text/plain"
    assert "http" not in message.text


def test_that_only_the_log_was_sealed_is_told_once_a_week(center: Center) -> None:
    told(center, minutes=1)
    owner, at = center.organization.id, center.publications[-1].published_at
    belong(center.session, owner)
    note(center.session, center.author.actor, EventKind.LOGGED_IN, at=at)
    seal_log(center.session, owner, keys=center.keys, at=at + timedelta(hours=1))
    belong(center.session, EVERY_ORGANIZATION)
    assert len(told(center, days=6)) == 1
    assert len(told(center, days=7, minutes=1)) == 2


def test_the_running_program_tells_them_by_itself(center: Center, database: Database) -> None:
    """One round of its thread of mail, without a mail server: the head waits for a hand."""
    _round(database, None)

    (message,) = list_open(center.session, tuple(MessageState))
    assert (message.kind, message.to) == ("head", "desk@journal.example")
    assert message.state is MessageState.BY_HAND
