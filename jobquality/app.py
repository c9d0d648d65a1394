"""Where everything is put together; nothing else knows every part."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

from flask import Flask
from jinja2 import StrictUndefined

from jobquality import http, logs, paths
from jobquality.api import add_api
from jobquality.config import Settings
from jobquality.rubrics.catalog import Catalog, shipped
from jobquality.services.editions import register_editions
from jobquality.services.restoring import check_whole
from jobquality.services.samples.making import make_samples
from jobquality.services.standards import live
from jobquality.store.database import EVERY_ORGANIZATION, Database, open_database
from jobquality.store.files import FileStore
from jobquality.store.keys import Keyring
from jobquality.store.rowkeys import mark_rows, marker_in, open_marking
from jobquality.store.samples import is_untouched
from jobquality.store.schema import check_ready, migrate
from jobquality.web.accounts import add_accounts
from jobquality.web.blueprint import add_pages
from jobquality.web.languages import called
from jobquality.web.samples import workshop_of
from jobquality.web.sessions import ServerSessions

#: What a form or an upload may weigh unless its own page says otherwise.
_LARGEST_REQUEST = 1024 * 1024
_ONE_YEAR = 365 * 24 * 60 * 60


def prepare(settings: Settings, *, at: datetime, catalog: Catalog | None = None) -> None:
    """Make the data folder, bring the database up to date and register what we ship.

    Raises:
        SetupError: the database is newer than this program, a published edition changed, or a
            restore was cut off.
    """
    settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    check_whole(settings.data)
    if settings.read_only:
        with closing(open_database(settings.database_url)) as database:
            check_ready(database)
        return
    migrate(settings.database_url)
    with closing(open_database(settings.database_url)) as database:
        mark_rows(database, settings.data / "keys")
        with database.transaction() as session:
            register_editions(session, (catalog or shipped()).editions(), at=at)


def create_app(
    settings: Settings,
    *,
    database: Database | None = None,
    catalog: Catalog | None = None,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Flask:
    """Return the application; connects to nothing before the first request."""
    app = logs.NumberedApp(
        __name__, template_folder=paths.templates(), static_folder=paths.static()
    )
    app.config.update(
        SECRET_KEY=settings.secret_key,
        MAX_CONTENT_LENGTH=_LARGEST_REQUEST,
        SEND_FILE_MAX_AGE_DEFAULT=_ONE_YEAR,  # every address of a static file carries its hash
    )
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.autoescape = True
    app.jinja_env.finalize = called
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    opened = database or open_database(settings.database_url)
    marker = opened.marker or marker_in(settings.data / "keys")
    opened = replace(opened, is_closed=settings.read_only, marker=marker)
    app.extensions["jobquality"] = _context(settings, opened, catalog or shipped(), clock)
    app.session_interface = ServerSessions()
    logs.number_requests(app)
    app.before_request(http.check_address)
    app.before_request(http.check_open)
    app.after_request(http.add_headers)
    add_accounts(app)
    add_pages(app)
    add_api(app)
    return app


def add_samples(settings: Settings) -> bool:
    """Make the samples where nobody has ever used this installation; say whether it did.

    Once removed they stay away: the next start finds that somebody was here.
    """
    with closing(open_marking(settings.database_url, settings.data)) as database:
        here = _context(settings, database, shipped(), lambda: datetime.now(UTC))
        with database.transaction(EVERY_ORGANIZATION) as session:
            if not (settings.has_samples and is_untouched(session)):
                return False
            make_samples(session, workshop_of(here))
    return True


def _context(
    settings: Settings, database: Database, catalog: Catalog, clock: Callable[[], datetime]
) -> http.Context:
    return http.Context(
        settings=settings,
        database=database,
        catalog=live(catalog, database),
        clock=clock,
        files=FileStore(settings.data / "files"),
        keys=Keyring(settings.data / "keys"),
    )
