"""The sender: takes messages out of the outbox one by one and gives each to the mail server.

A message is claimed in one transaction, sent outside of any, and marked in another. Who is
killed in between leaves it claimed; after a while it is sent again, under the same id. So it
may come twice at the very worst, and is never lost.

Source: docs/decisions/0030-mail.md
"""

import logging
import re
import smtplib
import ssl
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from threading import Event, Thread
from urllib.parse import unquote, urlsplit

from jobquality.config import Settings
from jobquality.errors import BusyError, ConflictError
from jobquality.services.events import EventKind
from jobquality.services.outbox import put_on_hold, tell, without_secret
from jobquality.services.witnesses import is_anybody_untold, tell_witnesses
from jobquality.store.database import EVERY_ORGANIZATION, Database
from jobquality.store.organizations import get_organization
from jobquality.store.outbox import (
    Message,
    MessageState,
    change_message,
    find_due,
    get_message,
    list_open,
)
from jobquality.store.rowkeys import open_marking

_LOG = logging.getLogger(__name__)
#: How long whoever claimed a message has for it: longer than the slowest server may take.
LEASE = timedelta(minutes=15)
#: How long to wait after each failed try; after the last of them, people take over.
WAITS = tuple(timedelta(minutes=one) for one in (1, 5, 15, 60, 240, 720, 1440, 1440))
_PATIENCE = 30.0
_POLL = 5.0
_LONGEST_SAID = 300
_MARKS = 5
_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
_PLAIN_PORT, _TLS_PORT = 587, 465
_LAST_TEMPORARY = 499


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why a server did not take a message.

    `why` is unreachable, login, address or refused; `detail` the server's own words. What is
    final is not tried again.
    """

    why: str
    detail: str
    is_final: bool = False

    def __str__(self) -> str:
        """Return what is kept of it."""
        return f"{self.why}: {self.detail}"


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """A mail server, and the address that we write from."""

    host: str
    port: int
    user: str
    password: str
    is_tls: bool
    sender: str

    @classmethod
    def of(cls, settings: Settings) -> "MailServer | None":
        """Return the mail server of an installation, or None where none is set."""
        if not settings.mail_server:
            return None
        parts = urlsplit(settings.mail_server)
        is_tls = parts.scheme == "smtps"
        host = urlsplit(settings.public_url).hostname or "localhost"
        return cls(
            host=parts.hostname or "",
            port=parts.port or (_TLS_PORT if is_tls else _PLAIN_PORT),
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
            is_tls=is_tls,
            sender=settings.mail_from or f"jobquality@{host}",
        )

    def send(self, mail: EmailMessage) -> Failure | None:
        """Give the server a mail; return why it did not take it, or None."""
        try:
            with closing(self._open()) as server:
                server.send_message(mail)
        except (smtplib.SMTPException, OSError, ssl.SSLError) as error:
            return _failure(error)
        return None

    def check(self) -> Failure | None:
        """Reach the server as for a mail, and send none; return what is wrong, or None."""
        try:
            self._open().close()
        except (smtplib.SMTPException, OSError, ssl.SSLError) as error:
            return _failure(error)
        return None

    def _open(self) -> smtplib.SMTP:
        context = ssl.create_default_context()
        if self.is_tls:
            server: smtplib.SMTP = smtplib.SMTP_SSL(
                self.host, self.port, timeout=_PATIENCE, context=context
            )
        else:
            server = smtplib.SMTP(self.host, self.port, timeout=_PATIENCE)
        try:
            self._enter(server, context)
        except (smtplib.SMTPException, OSError):
            server.close()
            raise
        return server

    def _enter(self, server: smtplib.SMTP, context: ssl.SSLContext) -> None:
        """Close the line to listeners, unless it does not leave this machine; then log in."""
        server.ehlo()
        if not self.is_tls and self.host not in _LOCAL and server.has_extn("starttls"):
            server.starttls(context=context)
            server.ehlo()
        elif not self.is_tls and self.host not in _LOCAL and self.user:
            raise smtplib.SMTPNotSupportedError("It offers no STARTTLS, so no password is sent.")
        if self.user:
            server.login(self.user, self.password)


def mail_of(message: Message, *, name: str, reply_to: str, sender: str) -> EmailMessage:
    """Return a message as a mail: one part of plain text, nothing else. `name` is who writes."""
    mail = EmailMessage(policy=SMTP)
    domain = sender.rpartition("@")[2]
    mail["From"] = Address(display_name=" ".join(name.split()), addr_spec=sender)
    mail["To"] = Address(addr_spec=message.to)
    mail["Subject"] = message.subject
    mail["Date"] = message.put_at or datetime.now(UTC)
    mail["Message-ID"] = f"<{message.id}@{domain}>"
    mail["Content-Language"] = message.language
    mail["Auto-Submitted"] = "auto-generated"
    if reply_to:
        mail["Reply-To"] = Address(addr_spec=reply_to)
    mail.set_content(message.text, charset="utf-8", cte="quoted-printable")
    return mail


def send_due(
    database: Database, server: MailServer | None, *, clock: Callable[[], datetime]
) -> tuple[int, int]:
    """Send whatever is due; return how many were taken, and how many were not.

    Without a server, everything that waits is left to people's hands.
    """
    if server is None:
        _leave_to_hands(database, at=clock())
        return 0, 0
    taken = failed = 0
    while (message := _claim(database, at=clock())) is not None:
        failure = server.send(_mail(database, message, server))
        _mark_surely(database, message, failure, at=clock())
        taken, failed = taken + (failure is None), failed + (failure is not None)
    return taken, failed


def start(settings: Settings) -> Event:
    """Send in a thread of its own as long as this program runs; set the event to end it.

    Each process of the service has one; who claims a message first sends it.
    """
    stop = Event()
    server = MailServer.of(settings)

    def run() -> None:
        with closing(open_marking(settings.database_url, settings.data)) as database:
            while not stop.wait(_POLL):
                _round(database, server)

    Thread(target=run, name="mail", daemon=True).start()
    return stop


def tell_due(database: Database, *, at: datetime) -> int:
    """Put the messages that are due by themselves: heads of chains to their witnesses."""
    with database.transaction(EVERY_ORGANIZATION) as session:
        return tell_witnesses(session, at=at)


def _round(database: Database, server: MailServer | None) -> None:
    try:
        _tell_due(database)
        send_due(database, server, clock=lambda: datetime.now(UTC))
    except Exception as error:  # noqa: BLE001  # a thread that ends takes all later mail with it
        # What it said may quote an address or a letter.
        kind = type(error).__name__
        _LOG.error("A round of mail failed (%s); the next one follows.", kind)


def _tell_due(database: Database) -> None:
    at = datetime.now(UTC)
    with database.reading(EVERY_ORGANIZATION) as session:
        waiting = is_anybody_untold(session, at=at)
    if waiting:
        tell_due(database, at=at)


def _leave_to_hands(database: Database, *, at: datetime) -> None:
    with database.reading(EVERY_ORGANIZATION) as session:
        if not list_open(session, (MessageState.WAITING,)):
            return
    with database.transaction(EVERY_ORGANIZATION) as session:
        put_on_hold(session, at=at)


def _claim(database: Database, *, at: datetime) -> Message | None:
    """Return a message that is ours alone for a while, or None."""
    with database.reading(EVERY_ORGANIZATION) as session:
        if find_due(session, at=at) is None:
            return None
    try:
        with database.transaction(EVERY_ORGANIZATION) as session:
            due = find_due(session, at=at)
            if due is None:
                return None
            return change_message(session, replace(due, tries=due.tries + 1, next_at=at + LEASE))
    except ConflictError:
        return None  # somebody else has it; what else is due comes with the next round


def _mail(database: Database, message: Message, server: MailServer) -> EmailMessage:
    with database.reading(EVERY_ORGANIZATION) as session:
        organization = get_organization(session, message.organization_id)
    reply_to = organization.contact if _is_address(organization.contact) else ""
    return mail_of(message, name=organization.name, reply_to=reply_to, sender=server.sender)


def _is_address(text: str) -> bool:
    return re.fullmatch(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", text) is not None


def _mark_surely(
    database: Database, message: Message, failure: Failure | None, *, at: datetime
) -> None:
    """Mark what was sent, and try again while others write: unmarked, it would go out twice."""
    for _ in range(_MARKS):
        try:
            return _mark(database, message, failure, at=at)
        except (BusyError, ConflictError):
            _LOG.warning("Message %s could not be marked yet; trying again.", message.id)
    return _mark(database, message, failure, at=at)


def _mark(database: Database, message: Message, failure: Failure | None, *, at: datetime) -> None:
    with database.transaction(EVERY_ORGANIZATION) as session:
        now = get_message(session, message.id)
        if failure is None:
            # Whatever somebody did meanwhile, it is on its way: that is what has to be shown.
            gone = replace(
                without_secret(now), state=MessageState.SENT, next_at=None, said="", settled_at=at
            )
            change_message(session, gone)
            tell(session, None, EventKind.MESSAGE_SENT, now, at=at)
        elif now.version == message.version:
            change_message(session, _failed(now, failure, at))
            tell(session, None, EventKind.MESSAGE_FAILED, now, at=at)


def _failed(message: Message, failure: Failure, at: datetime) -> Message:
    has_more = not failure.is_final and message.tries <= len(WAITS)
    return replace(
        message,
        state=MessageState.FAILED,
        said=str(failure),
        next_at=at + WAITS[message.tries - 1] if has_more else None,
    )


def _failure(error: Exception) -> Failure:
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return Failure(why="login", detail=_words(error.smtp_code, error.smtp_error))
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, said = next(iter(error.recipients.values()))
        is_final = code > _LAST_TEMPORARY
        return Failure(why="address", detail=_words(code, said), is_final=is_final)
    if isinstance(error, smtplib.SMTPResponseException):
        return Failure(why="refused", detail=_words(error.smtp_code, error.smtp_error))
    return Failure(why="unreachable", detail=_words(0, str(error) or type(error).__name__))


def _words(code: int, said: bytes | str) -> str:
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    plain = " ".join("".join(one if one.isprintable() else " " for one in text).split())
    return f"{code} {plain}".removeprefix("0 ")[:_LONGEST_SAID]
