"""`jobquality init`: everything that a start needs, made once."""

import os
from contextlib import closing
from datetime import UTC, datetime

import click

from jobquality.cli.installed import disk_told, kept_secret, settings_here
from jobquality.config import data_of
from jobquality.rubrics.catalog import shipped
from jobquality.services.editions import register_editions
from jobquality.store.database import open_database
from jobquality.store.schema import migrate


@click.command(short_help="Make the folder of data, its secret and the database.")
def init() -> None:
    """Make what is missing: JOBQUALITY_DATA, a secret in it, and the tables of DATABASE_URL.

    What is there already stays as it is. Then: jobquality check, jobquality serve.
    """
    with disk_told():
        data = data_of(os.environ)
        if not os.environ.get("SECRET_KEY"):
            kept_secret(os.environ)
        settings = settings_here()
        migrate(settings.database_url)
        with (
            closing(open_database(settings.database_url)) as database,
            database.transaction() as session,
        ):
            register_editions(session, shipped().editions(), at=datetime.now(UTC))
    click.echo(f"Ready: {data.absolute()}. Start with: jobquality serve")
