"""`jobquality check`: is everything as it should be, and what is to be done where it is not?"""

import json
import os
import secrets
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click

from jobquality.cli.findings import Finding, Level, fault, fine, quick_findings, warning
from jobquality.cli.installed import installation
from jobquality.config import Settings
from jobquality.documents.trial import OTHERS, try_drawing
from jobquality.errors import FaultsError, JobQualityError, SetupError
from jobquality.mailing import MailServer
from jobquality.reading.numbers import count_words
from jobquality.rubrics.catalog import Catalog, shipped
from jobquality.services.backups import LAST, Installation
from jobquality.services.chainkeys import find_foreign_keys, signing_key
from jobquality.services.keyfiles import find_other_files
from jobquality.services.logseals import LATE, find_unsealed, second_of
from jobquality.services.rechecking import find_still_missed
from jobquality.services.sealing import plain_files
from jobquality.services.standards import live
from jobquality.store.border import is_above
from jobquality.store.database import EVERY_ORGANIZATION, Session, open_database
from jobquality.store.dumps import look_into
from jobquality.store.files import FileStore
from jobquality.store.guards import find_unguarded
from jobquality.store.keys import Keyring
from jobquality.store.organizations import Organization, list_organizations
from jobquality.store.practice import has_signed_as
from jobquality.store.rowkeys import RowKey, has_marks
from jobquality.store.schema import check_ready

_OLDEST = timedelta(hours=26)
#: What brings the letters that our own fonts do not hold.
_PACKAGES = dict(zip(OTHERS, ("fonts-noto-cjk", "fonts-noto-color-emoji"), strict=True))
_SIGNS = {Level.OK: "ok     ", Level.WARNING: "WARNING", Level.FAULT: "FAULT  "}


class _FaultyError(click.ClickException):
    """Something must be put right. Exit code 1."""


@click.command(short_help="Look at settings, disk, clock, database, mail, fonts and backups.")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
def check(*, as_json: bool) -> None:
    """Look at everything that a working installation needs, and say what to do.

    Nothing is changed and no mail is sent. Run it with the same settings as the service.

    Exit codes: 0 nothing must be put right (there may be warnings), 1 something must.
    """
    found = tuple(_findings())
    if as_json:
        click.echo(json.dumps([asdict(one) for one in found], indent=1))
    else:
        for one in found:
            click.echo(f"{_SIGNS[one.level]}  {one.name}: {one.said} {one.remedy}".rstrip())
    faults = sum(one.level is Level.FAULT for one in found)
    if faults:
        raise _FaultyError(f"{count_words(faults, 'fault', 'faults')} to put right.")


def _findings() -> Iterator[Finding]:
    try:
        here = installation()
    except SetupError as refusal:
        yield fault("folder", str(refusal), "")
        return
    if not here.secret_key:
        yield _no_secret(here)
    # Whatever else is wrong is looked at, too.
    secret = here.secret_key or secrets.token_hex(32)
    try:
        settings = Settings.from_environ({**os.environ, "SECRET_KEY": secret})
    except FaultsError as refusal:
        for one in refusal.faults:
            yield fault("settings", one.message, one.remedy)
        return
    at = datetime.now(UTC)
    quick = tuple(quick_findings(settings, os.environ, at=at))
    yield from (one for one in quick if here.secret_key or one.name != "secret")
    if not any(one.stops for one in quick):
        yield from _sealed(settings)
    yield _mail(settings)
    yield from _drawing()
    yield _backups(settings, at)


def _no_secret(here: Installation) -> Finding:
    """Say that there is no secret; where something was kept with one, a new one would not do."""
    place = here.data / "secret_key"
    try:
        was_used = bool(look_into(here.url).tables)
    except JobQualityError:  # that it does not answer is said below
        was_used = True
    if not was_used:
        return fine("secret", f"It is made at the first start, as {place}.")
    said = f"SECRET_KEY is not set, and {place} is missing: phones were set up with a secret."
    remedy = (
        f"Use the kept secret: put {place} back from a backup, or set SECRET_KEY to it. "
        "With a new one the codes of people's phones are no longer right."
    )
    return fault("secret", said, remedy)


def _sealed(settings: Settings) -> Iterator[Finding]:
    with closing(open_database(settings.database_url)) as database:
        try:
            check_ready(database)
        except JobQualityError:
            return  # it was said already
        with database.reading(EVERY_ORGANIZATION) as session:
            plain = plain_files(session, FileStore(settings.data / "files"))
            unguarded = find_unguarded(session)
            yield from _wall(session)
            yield from _logs(session, datetime.now(UTC))
            yield from _marks(session, settings.data / "keys")
            yield from _of_keys(session, Keyring(settings.data / "keys"))
            yield from _samples(session)
            yield _scores(session, live(shipped(), database))
    if unguarded:
        said = f"A guard is missing, changed or not ours: {', '.join(unguarded)}."
        remedy = "Somebody with all rights took it away. Run `jobquality verify`, then restore."
        yield fault("guards", said, remedy)
    else:
        yield fine("guards", "The database refuses to change what was published.")
    yield _evidence(len(plain))


def _evidence(plain: int) -> Finding:
    if not plain:
        return fine("evidence", "No file of evidence lies open.")
    said = f"{count_words(plain, 'file of evidence lies', 'files of evidence lie')} open."
    return warning("evidence", said, "Seal them: jobquality files seal")


def _marks(session: Session, folder: Path) -> Iterator[Finding]:
    """Say where the key is gone that proves accounts and links."""
    place = RowKey(folder).place
    if not place.exists() and has_marks(session):
        said = (
            f"{place} is missing, and accounts and links are marked with it: nobody can log in, "
            "and no link opens."
        )
        remedy = (
            "Put it back from any backup. If every copy is lost: jobquality keys renew-rows lets "
            "the administrators whom you know in anew, and ends everything else."
        )
        yield fault("key of marks", said, remedy)


def _of_keys(session: Session, keys: Keyring) -> Iterator[Finding]:
    yield _signing(session, keys)
    yield from _foreign(session)
    yield from _filed(session, keys)


def _signing(session: Session, keys: Keyring) -> Finding:
    """Say whether the key is there by which each organization signs."""
    lost = [one.slug for one in list_organizations(session) if _has_lost_key(session, one, keys)]
    if not lost:
        return fine("signing keys", "Every key that signs is there.")
    said = f"The key that signs is missing or another: {', '.join(lost)} can publish nothing."
    return fault("signing keys", said, f"Restore the folder {keys.folder} from a backup.")


def _foreign(session: Session) -> Iterator[Finding]:
    """Name keys in the list that no entry stands for: nobody signs with them."""
    for one in list_organizations(session):
        wrong = next(find_foreign_keys(session, one.id), None)
        if wrong is not None:
            remedy = (
                "Somebody wrote it into the database; the folder of keys needs no backup for it. "
                "Change who may write there, then run `jobquality verify`."
            )
            yield fault("list of keys", f"{one.slug}: {wrong}", remedy)


def _filed(session: Session, keys: Keyring) -> Iterator[Finding]:
    """Name files of keys that no chain knows: a chain that was signed anew leaves such behind."""
    for said in find_other_files(session, keys):
        remedy = (
            "Hold the chain against a head that a witness kept: `jobquality verify --head`. "
            "If it fits, the file is left over from a change that failed: move it away."
        )
        yield fault("key files", said, remedy)


def _samples(session: Session) -> Iterator[Finding]:
    """Name organizations that are marked as samples and signed as real, or so."""
    for one in list_organizations(session):
        if has_signed_as(session, one.id, is_sample=not one.is_sample):
            now, signed = ("a sample", "real") if one.is_sample else ("real", "a sample")
            said = f"{one.slug} is marked as {now}; what it signed says that it is {signed}."
            remedy = (
                "Somebody turned it in the database. Change who may write there, then restore "
                "the database from a backup."
            )
            yield fault("samples", said, remedy)


def _has_lost_key(session: Session, organization: Organization, keys: Keyring) -> bool:
    known = signing_key(session, organization.id)
    try:
        if known:  # otherwise the first publication makes one
            keys.signer(organization.id, known)
    except JobQualityError:
        return True
    return False


def _wall(session: Session) -> Iterator[Finding]:
    if is_above(session.connection()):
        said = "The user of DATABASE_URL passes the wall between organizations."
        yield warning("database user", said, "Name an ordinary user, not a superuser.")


def _logs(session: Session, at: datetime) -> Iterator[Finding]:
    """Say where the log was not sealed in time: then nobody could tell what is missing in it."""
    is_late = False
    for one in list_organizations(session):
        found = None if one.is_sample else find_unsealed(session, one.id)
        if found is not None and found.due + LATE < at:
            is_late = True
            entries = count_words(found.events, "entry", "entries")
            be = "is" if found.events == 1 else "are"
            since = second_of(found.since)
            said = f"{one.slug}: {entries} of the log since {since} {be} not sealed."
            remedy = "Is the service running? If not, run `jobquality seal`, or let cron do it."
            yield warning("log", said, remedy)
    if not is_late:
        yield fine("log", "The logs are sealed.")


def _scores(session: Session, catalog: Catalog) -> Finding:
    """Say which published scores the service found not to come out again, and still do not."""
    missed = find_still_missed(session, catalog)
    if not missed:
        return fine("scores", "No published score was found that does not come out again.")
    slugs = {one.id: one.slug for one in list_organizations(session)}
    named = ", ".join(f"{slugs[one.organization_id]} entry {one.number}" for one in missed)
    said = f"Published scores do not come out again: {named}."
    return fault("scores", said, "Run `jobquality verify`, and read what it names.")


def _mail(settings: Settings) -> Finding:
    server = MailServer.of(settings)
    if server is None:
        return fine("mail", "MAIL_SERVER is not set: people carry messages by hand.")
    failure = server.check()
    if failure is not None:
        return fault("mail", f"The server of MAIL_SERVER: {failure}.", "Look at MAIL_SERVER.")
    return fine("mail", f"{server.host} of MAIL_SERVER answers.")


def _drawing() -> Iterator[Finding]:
    """Draw a page with our own letters, and read it back; with letters of other fonts too."""
    try:
        trial = try_drawing()
    except JobQualityError as refusal:
        remedy = "Install what WeasyPrint needs (on Debian: apt install libpango-1.0-0)."
        yield fault("documents", f"No PDF can be drawn: {refusal}", remedy)
        return
    if trial.is_right:
        yield fine("documents", "A page was drawn with our letters, and read back.")
    else:
        said = "A page came out without its words or without our letters."
        yield fault("fonts", said, "Install jobquality anew: its folder of fonts is not whole.")
    for kind in trial.missing:
        said = f"No font here has letters for {kind}: in a PDF they are boxes."
        yield warning("letters", said, f"On Debian: apt install {_PACKAGES[kind]}.")


def _backups(settings: Settings, at: datetime) -> Finding:
    place = settings.data / LAST
    remedy = "Run `jobquality backup DIR` each night. One without keys does not count."
    if not place.is_file():
        return warning("backups", "No whole backup was ever made here.", remedy)
    when, _, folder = place.read_text(encoding="utf-8").strip().partition(" ")
    age = at - datetime.fromisoformat(when)
    hours = count_words(int(age.total_seconds() // 3600), "hour", "hours")
    if age > _OLDEST:
        return warning("backups", f"The last whole backup is {hours} old: {folder}", remedy)
    return fine("backups", f"The last whole backup is {hours} old: {folder}")
