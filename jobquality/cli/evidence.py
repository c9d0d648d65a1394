"""`jobquality evidence`: do the files of evidence and what the database says of them agree?"""

import os
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime

import click

from jobquality.config import data_of, database_url_of
from jobquality.services.sweeping import Swept
from jobquality.services.sweeping import remove_unnamed as take_away
from jobquality.services.sweeping import sweep as sweep_files
from jobquality.store.database import EVERY_ORGANIZATION, open_database
from jobquality.store.files import FileStore
from jobquality.store.schema import check_ready


class _BrokenError(click.ClickException):
    """A file is gone or damaged. Exit code 1."""


@click.group()
def evidence() -> None:
    """Look after the files of evidence."""


@evidence.command(short_help="Check files, and take away what kills left half written.")
@click.option(
    "--remove-unnamed",
    is_flag=True,
    help="Also take away files that nothing names and nobody needed for a day.",
)
def sweep(*, remove_unnamed: bool) -> None:
    """Read every file again, compare it with its fingerprint, and look for strays.

    Half-written files older than a day are taken away. Files that nothing names are listed,
    and stay unless you ask for their removal. Nothing that something names is ever touched.

    Exit codes: 0 every file is there and whole, 1 something is missing or damaged.
    """
    files = FileStore(data_of(os.environ) / "files")
    at = datetime.now(UTC)
    with closing(open_database(database_url_of(os.environ))) as database:
        check_ready(database)
        with database.reading(EVERY_ORGANIZATION) as session:
            swept = sweep_files(session, files, at=at)
            gone = take_away(session, files, swept, at=at) if remove_unnamed else ()
    for line in _lines(swept, gone):
        click.echo(line)
    if not swept.is_whole:
        raise _BrokenError("Not every file is whole. Restore those above from a backup.")


def _lines(swept: Swept, gone: tuple[str, ...]) -> Iterator[str]:
    yield f"Half-written files taken away: {swept.half_written}"
    for name in swept.missing:
        yield f"Missing: {name}"
    for name in swept.damaged:
        yield f"Damaged: {name}"
    for name in swept.unnamed:
        yield f"{'Removed' if name in gone else 'Named by nothing'}: {name}"
    if swept.is_whole:
        yield "Every file that is named is there and whole."
