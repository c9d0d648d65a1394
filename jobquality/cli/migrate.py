"""`jobquality migrate`: bring the database up to date, or say what that would do."""

import os

import click

from jobquality.config import database_url_of
from jobquality.store.dumps import look_into
from jobquality.store.schema import migrate as bring_up_to_date
from jobquality.store.schema import steps_to_newest


@click.command(short_help="Bring the database up to date.")
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
def migrate(*, dry_run: bool) -> None:
    """Bring the database of DATABASE_URL to this program's tables, whole or not at all.

    A start does the same. Back up first. A database of a newer program is refused: there is no
    way back but to restore a backup with the older program.
    """
    url = database_url_of(os.environ)
    steps = steps_to_newest(look_into(url).schema)
    for one in steps:
        click.echo(one)
    if not steps:
        click.echo("Up to date: nothing to do.")
    elif dry_run:
        click.echo("Nothing was done.")
    else:
        bring_up_to_date(url)
        click.echo("Up to date.")
