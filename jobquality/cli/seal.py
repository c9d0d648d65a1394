"""`jobquality seal`: let each chain say now what its log holds."""

import os
from contextlib import closing
from datetime import UTC, datetime

import click

from jobquality.config import data_of, database_url_of
from jobquality.reading.numbers import count_words
from jobquality.store.keys import Keyring
from jobquality.store.rowkeys import open_proving
from jobquality.store.schema import check_ready
from jobquality.upkeep import SealedNow, seal_now


class _UnsealedError(click.ClickException):
    """A log could not be sealed. Exit code 1."""


@click.command(short_help="Seal the log of each organization now.")
def seal() -> None:
    """Sign what was written into the logs, so that `jobquality verify` names whatever is lost.

    The running service does the same by itself: within a minute after something was published,
    otherwise once a day. Where it does not run all the time, let cron do it.

    Exit codes: 0 every log is sealed, 1 one is not; its line says why.
    """
    data = data_of(os.environ)
    keys = Keyring(data / "keys")
    with closing(open_proving(database_url_of(os.environ), data)) as database:
        check_ready(database)
        done = tuple(seal_now(database, keys, clock=lambda: datetime.now(UTC)))
    for one in done:
        click.echo(_line(one))
    if any(one.refusal for one in done):
        raise _UnsealedError("Not every log is sealed. Look at the lines above.")


def _line(one: SealedNow) -> str:
    if one.refusal:
        return f"{one.organization}: NOT SEALED: {one.refusal}"
    if not one.entries:
        return f"{one.organization}: nothing to seal."
    return f"{one.organization}: {count_words(one.entries, 'entry', 'entries')} of the log sealed."
