"""`jobquality files`: files of people lie encrypted on the disk; those of before can be, too."""

import os
from contextlib import closing

import click

from jobquality.config import data_of, database_url_of
from jobquality.reading.numbers import count_words
from jobquality.services.sealing import plain_files, seal_all
from jobquality.store.database import EVERY_ORGANIZATION, open_database
from jobquality.store.files import FileStore
from jobquality.store.schema import check_ready

#: How many files between two lines of progress.
_STEP = 100


class _BrokenError(click.ClickException):
    """A file could not be sealed. Exit code 1."""


@click.group()
def files() -> None:
    """Look after the files that people gave."""


@files.command(short_help="Encrypt files that lie open on the disk from before.")
def seal() -> None:
    """Encrypt every file of evidence that was kept before files were sealed.

    The service may run meanwhile. A kill loses nothing: run it again, and it goes on. Issued
    documents are public and stay as they are.

    Exit codes: 0 nothing lies open, 1 a file is damaged and stays as it is.
    """
    kept = FileStore(data_of(os.environ) / "files")
    with closing(open_database(database_url_of(os.environ))) as database:
        check_ready(database)
        with database.reading(EVERY_ORGANIZATION) as session:
            names = plain_files(session, kept)
    faults = 0
    for number, one in enumerate(seal_all(names, kept), start=1):
        if one.fault:
            click.echo(f"Not sealed: {one.name}: {one.fault}")
            faults += 1
        if number % _STEP == 0:
            click.echo(f"{number} of {len(names)}")
    click.echo(f"Sealed: {count_words(len(names) - faults, 'file', 'files')}.")
    if faults:
        raise _BrokenError("Not every file could be sealed. Look at the lines above.")
