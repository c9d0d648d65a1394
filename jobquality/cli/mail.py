"""`jobquality mail`: send what waits in the outbox now."""

from contextlib import closing
from datetime import UTC, datetime

import click

from jobquality.cli.installed import settings_here
from jobquality.errors import SetupError
from jobquality.mailing import MailServer, send_due, tell_due
from jobquality.reading.numbers import count_words
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.outbox import list_open
from jobquality.store.rowkeys import open_marking
from jobquality.store.schema import check_ready


class _FailedError(click.ClickException):
    """The mail server did not take something. Exit code 1."""


@click.group()
def mail() -> None:
    """Look after mail that waits to be sent."""


@mail.command(short_help="Send now what is due.")
def send() -> None:
    """Give the mail server every message that is due; the running service does the same by itself.

    Exit codes: 0 everything due was taken, 1 something was not; the page Messages says why.
    """
    settings = settings_here()
    server = MailServer.of(settings)
    if server is None:
        raise SetupError("No mail server is set. Set MAIL_SERVER (see docs/administrator.md).")
    with closing(open_marking(settings.database_url, settings.data)) as database:
        check_ready(database)
        tell_due(database, at=datetime.now(UTC))
        taken, failed = send_due(database, server, clock=lambda: datetime.now(UTC))
        with database.reading(EVERY_ORGANIZATION) as session:
            waiting = len(list_open(session))
    click.echo(f"{count_words(taken, 'message was', 'messages were')} sent.")
    click.echo(f"{count_words(waiting, 'message waits', 'messages wait')} for mail or a hand.")
    if failed:
        raise _FailedError("The mail server did not take everything. See the page Messages.")
