"""The sender: mail goes out once, is tried again, and is never lost (R19)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from jobquality import mailing
from jobquality.errors import BusyError, ConflictError
from jobquality.mailing import LEASE, WAITS, MailServer, mail_of, send_due
from jobquality.services import outbox
from jobquality.services.outbox import HIDDEN, Message, MessageState
from jobquality.store.database import EVERY_ORGANIZATION, Database
from jobquality.store.events import list_events
from jobquality.store.outbox import change_message, get_message
from tests.live.factories import NOON
from tests.live.messages.postbox import Postbox, running_postbox
from tests.live.messages.test_outbox import LINK, a_member, a_message


@pytest.fixture
def postbox() -> Iterator[Postbox]:
    with running_postbox() as postbox:
        yield postbox


def put_one(database: Database, **but: object) -> Message:
    with database.transaction() as session:
        return outbox.put(session, a_message(a_member(session), **but), at=NOON)


def kept(database: Database) -> Message:
    with database.reading(EVERY_ORGANIZATION) as session:
        return get_message(session, "message1")


def send(database: Database, server: MailServer | None, at: datetime = NOON) -> tuple[int, int]:
    return send_due(database, server, clock=lambda: at)


def test_a_message_is_sent_once_and_its_link_is_forgotten(
    database: Database, postbox: Postbox
) -> None:
    put_one(database)

    assert send(database, postbox.server) == (1, 0)
    assert send(database, postbox.server) == (0, 0)

    assert len(postbox.mails) == 1
    assert LINK in postbox.mails[0].get_content()
    assert (kept(database).state, kept(database).secret) == (MessageState.SENT, "")
    assert kept(database).text == f"Read it here: {HIDDEN}\n"


def test_mail_is_plain_text_with_nothing_to_load_and_no_address_but_its_link(
    database: Database, postbox: Postbox
) -> None:
    put_one(database)

    send(database, postbox.server)

    (mail,), (raw,) = postbox.mails, postbox.raw
    assert mail.get_content_type() == "text/plain"
    assert not mail.is_multipart()
    assert mail.get_content().count("http") == 1
    assert b"<img" not in raw
    assert "disposition-notification-to" not in {name.lower() for name in mail}


def test_mail_says_who_writes_and_where_an_answer_goes(
    database: Database, postbox: Postbox
) -> None:
    put_one(database, subject="Un borrador sobre su trabajo – año 2026", language="es")

    send(database, postbox.server)

    mail = postbox.mails[0]
    assert mail["Subject"] == "Un borrador sobre su trabajo – año 2026"
    assert str(mail["From"]).endswith("<notices@jobs.example.org>")
    assert mail["Reply-To"] == "errors@center.example"
    assert mail["To"] == "office@diner.example"


def test_the_name_of_an_organization_forges_no_header() -> None:
    message = Message(
        id="m", organization_id="o", kind="notice", to="a@b.example", language="en",
        subject="Draft", text="Hello", about="", about_id="",
    )  # fmt: skip
    name = 'Center\r\nBcc: rival@else.example\r\n\r\n"<x@y.example>, '

    mail = mail_of(message, name=name, reply_to="", sender="notices@jobs.example.org")

    head = mail.as_bytes().partition(b"\r\n\r\n")[0]
    assert b"\r\nBcc" not in head
    assert len(mail["From"].addresses) == 1
    assert mail["From"].addresses[0].addr_spec == "notices@jobs.example.org"


def test_a_server_that_is_down_is_tried_again_later_and_said_so(database: Database) -> None:
    put_one(database)
    with running_postbox() as gone:
        server = gone.server

    assert send(database, server) == (0, 1)

    failed = kept(database)
    assert failed.state is MessageState.FAILED
    assert failed.said.startswith("unreachable: ")
    assert (failed.tries, failed.next_at) == (1, NOON + WAITS[0])
    assert failed.secret == LINK


def test_what_failed_goes_out_once_the_server_is_back(database: Database, postbox: Postbox) -> None:
    put_one(database)
    postbox.answers["MAIL"] = "451 Try later"
    send(database, postbox.server)
    postbox.answers.clear()

    assert send(database, postbox.server) == (0, 0)
    assert send(database, postbox.server, NOON + WAITS[0]) == (1, 0)
    assert kept(database).state is MessageState.SENT


def test_an_address_that_is_not_there_is_not_tried_again(
    database: Database, postbox: Postbox
) -> None:
    put_one(database)
    postbox.answers["RCPT"] = "550 No such\x07 mailbox"

    send(database, postbox.server)

    assert kept(database).said == "address: 550 No such mailbox"
    assert kept(database).next_at is None


def test_after_the_last_try_people_take_over(database: Database, postbox: Postbox) -> None:
    put_one(database)
    postbox.answers["MAIL"] = "451 Try later"
    at = NOON
    while (due := kept(database).next_at) is not None:
        at = due
        send(database, postbox.server, at)

    assert kept(database).tries == len(WAITS) + 1
    assert at - NOON == sum(WAITS, timedelta())


def test_a_sender_killed_between_sending_and_marking_loses_nothing(
    database: Database, postbox: Postbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_one(database)
    with monkeypatch.context() as kill:
        kill.setattr("jobquality.mailing._mark", _die)
        with pytest.raises(SystemExit):
            send(database, postbox.server)

    assert send(database, postbox.server, NOON + LEASE - timedelta(seconds=1)) == (0, 0)
    assert send(database, postbox.server, NOON + LEASE) == (1, 0)
    first, second = postbox.mails
    assert first["Message-ID"] == second["Message-ID"]


def _die(*_: object, **__: object) -> None:
    raise SystemExit


def test_two_senders_at_once_do_not_send_the_same(
    database: Database, postbox: Postbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_one(database)
    real = MailServer.send
    meanwhile: list[tuple[int, int]] = []

    def slow(server: MailServer, mail: object) -> object:
        meanwhile.append(send_due(database, postbox.server, clock=lambda: NOON))
        return real(server, mail)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(MailServer, "send", slow)
    send(database, postbox.server)

    assert meanwhile == [(0, 0)]
    assert len(postbox.mails) == 1


def test_what_was_taken_back_while_it_was_sent_is_shown_as_sent(
    database: Database, postbox: Postbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_one(database)
    real = MailServer.send

    def withdrawn_meanwhile(server: MailServer, mail: object) -> object:
        with database.transaction(EVERY_ORGANIZATION) as session:
            now = get_message(session, "message1")
            change_message(session, replace(now, state=MessageState.WITHDRAWN, next_at=None))
        return real(server, mail)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(MailServer, "send", withdrawn_meanwhile)
    send(database, postbox.server)

    assert kept(database).state is MessageState.SENT


def test_what_cannot_be_marked_at_once_is_marked_a_little_later(
    database: Database, postbox: Postbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_one(database)
    busy = iter([BusyError("Others write."), ConflictError("Somebody else changed this.")])

    def interrupted(*given: object, **named: object) -> None:
        for refusal in busy:
            raise refusal
        real(*given, **named)  # type: ignore[arg-type]  # handed on as it came

    real = mailing._mark  # noqa: SLF001  # the moment that must not be lost
    monkeypatch.setattr(mailing, "_mark", interrupted)

    assert send(database, postbox.server) == (1, 0)
    assert kept(database).state is MessageState.SENT


def test_without_a_mail_server_everything_is_left_to_hands(database: Database) -> None:
    put_one(database)

    assert send(database, None) == (0, 0)

    assert (kept(database).state, kept(database).next_at) == (MessageState.BY_HAND, None)
    assert kept(database).secret == LINK


def test_the_log_tells_that_mail_failed_and_went_out(database: Database, postbox: Postbox) -> None:
    put_one(database)
    postbox.answers["MAIL"] = "451 Try later"
    send(database, postbox.server)
    postbox.answers.clear()
    send(database, postbox.server, NOON + WAITS[0])

    with database.reading(EVERY_ORGANIZATION) as session:
        told = [one.kind for one in list_events(session)]

    assert told == ["message.put", "message.failed", "message.sent"]
