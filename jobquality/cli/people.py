"""`jobquality people`: what only the person at the server can do for people who are locked out."""

import os
import secrets
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import click

from jobquality.config import data_of, database_url_of
from jobquality.errors import NotFoundError, SetupError
from jobquality.services.lockouts import close_from_server, reset_from_server
from jobquality.services.people import Link
from jobquality.store.database import EVERY_ORGANIZATION, Database
from jobquality.store.rowkeys import open_marking
from jobquality.store.schema import check_ready

_FILE = "sqlite:///"


@click.group(
    "people",
    short_help="Let somebody in who is locked out, or close the account of one who is lost.",
)
def people() -> None:
    """Help people whom nobody else can help: run it on the server itself."""


@people.command("reset")
@click.argument("email")
@click.option(
    "--lost-phone",
    is_flag=True,
    help="Also forget their phone, passkeys and recovery codes, and end every visit.",
)
@click.option("--language", type=click.Choice(["en", "es"]), default="en", show_default=True)
def reset(email: str, *, lost_phone: bool, language: str) -> None:
    """Print a link by which one person chooses a new password: once, within a day.

    For a center whose only administrator is locked out. Everybody else asks an administrator.
    The link stands under People as made on the server.
    """
    link = Link(id=secrets.token_hex(16), token=secrets.token_hex(32))
    with closing(_database()) as database, database.transaction(EVERY_ORGANIZATION) as session:
        person = reset_from_server(
            session, email, link, lost_phone=lost_phone, at=datetime.now(UTC)
        )
    if person is None:
        raise NotFoundError(f"Nobody who may log in has the address {email}.")
    site = (os.environ.get("PUBLIC_URL") or "http://localhost:8000").rstrip("/")
    click.echo(f"For {person.name}, once, within a day:")
    click.echo(f"{site}/{language}/join/{link.token}")


@people.command("close")
@click.argument("email")
def close(email: str) -> None:
    """Close the account of somebody whom nobody reaches any more.

    For an administrator who is lost: no other one closes that account alone. It ends every
    visit, link and token of theirs; what they wrote stays. The log says that the server did it.
    """
    key = secrets.token_hex(32)
    with closing(_database()) as database, database.transaction(EVERY_ORGANIZATION) as session:
        person = close_from_server(session, email, session_key=key, at=datetime.now(UTC))
    if person is None:
        raise NotFoundError(f"Nobody who may log in has the address {email}.")
    click.echo(f"The account of {person.name} is closed. An administrator can open it again.")


def _database() -> Database:
    url = database_url_of(os.environ)
    if url.startswith(_FILE) and not Path(url.removeprefix(_FILE)).exists():
        raise SetupError("There is no database yet. Set JOBQUALITY_DATA or DATABASE_URL.")
    database = open_marking(url, data_of(os.environ))
    check_ready(database)
    return database
