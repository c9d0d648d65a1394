"""`jobquality keys`: what only the person at the server can do for a key that is lost."""

import os
import secrets
from collections.abc import Collection, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import click

from jobquality.config import data_of, database_url_of
from jobquality.errors import SetupError
from jobquality.services.people import Link
from jobquality.services.renewing import CAUSES, Held, Renewal, find_named, let_in_anew, list_held
from jobquality.store.database import EVERY_ORGANIZATION, Database, open_database
from jobquality.store.keys import Keyring
from jobquality.store.people import Person
from jobquality.store.renewing import Renewing
from jobquality.store.schema import check_ready

_FILE = "sqlite:///"


@click.group("keys", short_help="Let everybody in anew, where keys/rows.key is lost for good.")
def keys() -> None:
    """Help where a key is lost: run it on the server itself."""


@keys.command("renew-rows")
@click.option("--cause", type=click.Choice(CAUSES), help="Why: everybody reads it in the ledger.")
@click.option(
    "--administrator",
    "administrators",
    multiple=True,
    metavar="EMAIL",
    help="Somebody whom you know, who lets the others in. At least one of each organization.",
)
@click.option("--yes", is_flag=True, help="Ask nothing: you know each of them.")
@click.option("--language", type=click.Choice(["en", "es"]), default="en", show_default=True)
def renew_rows(
    cause: str | None, administrators: tuple[str, ...], *, yes: bool, language: str
) -> None:
    """Make a new keys/rows.key, where the old one is gone with every backup of it.

    Without the key nobody can tell an account or a link from a forged one. So nothing is
    believed: every visit, token, passkey, code, invitation and link ends, and every account is
    closed. The administrators whom you name get a link each, for a new password. They open the
    others again on the page People, one by one, and look at the roles of each.

    Stop the service first, and make a backup. Without --administrator it lists the accounts and
    changes nothing. The log and the public ledger of each organization say what happened.
    """
    at, data = datetime.now(UTC), data_of(os.environ)
    with closing(_database()) as database:
        with database.reading(EVERY_ORGANIZATION) as session:
            held = list_held(session)
        if not administrators or cause is None:
            _tell_all(held)
            raise click.UsageError("Name --cause, and each --administrator whom you know.")
        named = find_named(held, administrators)
        _ask(named, held, is_known=yes)
        links = {
            one.id: Link(id=secrets.token_hex(16), token=secrets.token_hex(32)) for one in named
        }
        renewal = Renewal(cause=cause, links=links, at=at)
        unsaid = Renewing(database, data / "keys").renew(
            links, lambda opened: let_in_anew(opened, renewal, keys=Keyring(data / "keys"))
        )
    for line in (*_lines(named, links, language), *_unsaid(unsaid)):
        click.echo(line)


def _tell_all(held: Collection[Held]) -> None:
    for one in held:
        click.echo(f"{one.organization.slug}: {one.organization.name}")
        for person in one.people:
            click.echo(f"  {person.email}  {person.name}  ({', '.join(sorted(person.roles))})")


def _ask(named: Collection[Person], held: Collection[Held], *, is_known: bool) -> None:
    slugs = {one.organization.id: one.organization.slug for one in held}
    for person in named:
        whom = f"{person.name} <{person.email}>, administrator of {slugs[person.organization_id]}"
        if not is_known:
            click.confirm(f"Do you know {whom}, and have you spoken with them?", abort=True)


def _lines(named: Collection[Person], links: dict[str, Link], language: str) -> Iterator[str]:
    site = (os.environ.get("PUBLIC_URL") or "http://localhost:8000").rstrip("/")
    yield "A new keys/rows.key is made. Start the service, and back up the folder keys now."
    for person in named:
        yield f"For {person.name}, once, within a day:"
        yield f"{site}/{language}/join/{links[person.id].token}"


def _unsaid(slugs: Collection[str]) -> Iterator[str]:
    for slug in slugs:
        yield f"{slug}: the key that signs is missing too, so its ledger could not say so."


def _database() -> Database:
    url = database_url_of(os.environ)
    if url.startswith(_FILE) and not Path(url.removeprefix(_FILE)).exists():
        raise SetupError("There is no database yet. Set JOBQUALITY_DATA or DATABASE_URL.")
    database = open_database(url)
    check_ready(database)
    return database
