"""`jobquality move`: from SQLite to PostgreSQL, or back."""

from contextlib import closing

import click

from jobquality.cli.installed import disk_told, installation, tell
from jobquality.cli.verify import lines_of
from jobquality.errors import SetupError
from jobquality.rubrics.catalog import shipped
from jobquality.services.standards import live
from jobquality.services.verifying import KeptHead, verify
from jobquality.store.database import EVERY_ORGANIZATION, open_database
from jobquality.store.dumps import look_into
from jobquality.store.moving import move_rows
from jobquality.store.schema import migrate


class _BrokenError(click.ClickException):
    """What was moved is not whole. Exit code 1."""


@click.command(short_help="Move the database to PostgreSQL, or back to SQLite.")
@click.option("--to", "target", metavar="URL", required=True, help="An empty database.")
def move(target: str) -> None:
    """Copy every row of DATABASE_URL into an empty database, and verify it there.

    Stop the service first: what is written meanwhile would stay behind. Files and keys stay
    where they are. Nothing is taken away here; set DATABASE_URL to the new one when it is done.

    Exit codes: 0 moved and whole, 1 refused, or not whole; 2 not understood.
    """
    source = installation().url
    before = look_into(source)
    if not before.tables:
        raise SetupError("There is nothing to move: DATABASE_URL names no database of ours.")
    if target == source:
        raise SetupError("--to names the same database as DATABASE_URL.")
    with disk_told():
        migrate(source)
        migrate(target)
        total = move_rows(source, target, tell=tell)
    heads = [KeptHead(organization=name, head=head) for name, head in before.heads.items()]
    with (
        closing(open_database(target)) as database,
        database.reading(EVERY_ORGANIZATION) as session,
    ):
        report = verify(session, live(shipped(), database), heads=heads)
    for line in lines_of(report):
        click.echo(line)
    if not report.is_whole:
        raise _BrokenError("Moved, but not everything is whole. Look at the lines above.")
    click.echo(f"Moved: {total} rows. Now set DATABASE_URL to the new database.")
