"""What the running service does by itself: it seals the logs, and lets chains begin to say more.

It looks once a minute whether something was added to a chain, or a day is over. Who writes at
the same moment is never kept from it: whatever cannot be done now comes with the next round.
Once a day it works some of the published scores out again.

Source: docs/decisions/0044-signed-beside.md
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from threading import Event, Thread

from jobquality.config import Settings
from jobquality.errors import BusyError, ConflictError, JobQualityError, RefusedError, SetupError
from jobquality.rubrics.catalog import Catalog, shipped
from jobquality.services.beginning import begin_beside
from jobquality.services.knowing import begin_known
from jobquality.services.logseals import find_unsealed, is_log_due, seal_log
from jobquality.services.rechecking import Missed, look_again
from jobquality.services.standards import live
from jobquality.store.database import EVERY_ORGANIZATION, Database
from jobquality.store.keys import Keyring
from jobquality.store.organizations import Organization, list_organizations
from jobquality.store.rowkeys import open_marking

_LOG = logging.getLogger(__name__)
_POLL = 60.0
#: Of which organizations it was said that they cannot be sealed: it is said once, not each minute.
_WARNED: set[str] = set()


def seal_due(database: Database, keys: Keyring, *, clock: Callable[[], datetime]) -> int:
    """Seal every log that is due; return how many were.

    The samples are left alone: their whole chain may go.
    """
    return sum(_seal(database, one.id, keys, at=clock()) for one in _owners(database))


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedNow:
    """What was done about the log of one organization; `refusal` says why nothing could be."""

    organization: str
    entries: int
    refusal: str = ""


def seal_now(
    database: Database, keys: Keyring, *, clock: Callable[[], datetime]
) -> Iterator[SealedNow]:
    """Seal every log that holds anything unsealed, due or not, and yield what came of each.

    Chains begin to say what they do not say yet, whether there is anything to seal or not.
    """
    begin_due(database, keys, at=clock())
    for one in _owners(database):
        with database.reading(one.id) as session:
            waiting = find_unsealed(session, one.id)
        entries = waiting.events if waiting else 0
        refusal = _refusal(database, one.id, keys, at=clock()) if waiting else None
        yield SealedNow(
            organization=one.slug, entries=entries, refusal=str(refusal) if refusal else ""
        )


def start(settings: Settings) -> Event:
    """Look after the logs in a thread of its own as long as this program runs.

    Set the event to end it. Each process of the service has one; who is first seals.
    """
    stop = Event()
    keys = Keyring(settings.data / "keys")

    def run() -> None:
        looked: date | None = None
        with closing(open_marking(settings.database_url, settings.data)) as database:
            while not stop.wait(_POLL):
                _round(database, keys)
                today = datetime.now(UTC).date()
                if looked != today:
                    looked = today
                    _daily_round(database, keys)

    Thread(target=run, name="upkeep", daemon=True).start()
    return stop


def _round(database: Database, keys: Keyring) -> None:
    try:
        seal_due(database, keys, clock=lambda: datetime.now(UTC))
    except Exception:  # noqa: BLE001  # a thread that ends seals nothing any more
        _LOG.exception("The logs could not be sealed; the next round follows.")


def look_due(database: Database, catalog: Catalog, *, at: datetime) -> tuple[Missed, ...]:
    """Work the scores of this day's share out again; return those that do not come out.

    The log of each organization is told, and so is whoever keeps the service.
    """
    found: list[Missed] = []
    for one in _owners(database):
        with database.transaction(one.id) as session:
            missed = look_again(session, one.id, catalog, at=at)
        for each in missed:
            _LOG.error("%s: entry %s does not come out again.", one.slug, each.number)
        found += missed
    return tuple(found)


def begin_due(database: Database, keys: Keyring, *, at: datetime) -> None:
    """Let each chain begin to say what it does not say yet, as after an update."""
    for one in _owners(database):
        with (
            suppress(BusyError, ConflictError, RefusedError, SetupError),
            database.transaction(one.id) as session,
        ):
            begin_beside(session, one.id, keys=keys, at=at)
            begin_known(session, one.id, keys=keys, at=at)


def _daily_round(database: Database, keys: Keyring) -> None:
    at = datetime.now(UTC)
    try:
        begin_due(database, keys, at=at)
        look_due(database, live(shipped(), database), at=at)
    except Exception:  # noqa: BLE001  # as for the logs
        _LOG.exception("Published scores could not be worked out again; tomorrow follows.")


def _owners(database: Database) -> tuple[Organization, ...]:
    """Return the organizations whose chains are kept; those of samples may go whole."""
    with database.reading(EVERY_ORGANIZATION) as session:
        return tuple(one for one in list_organizations(session) if not one.is_sample)


def _seal(database: Database, organization_id: str, keys: Keyring, *, at: datetime) -> bool:
    with database.reading(organization_id) as session:
        if not is_log_due(session, organization_id, at=at):
            return False
    refusal = _refusal(database, organization_id, keys, at=at)
    if isinstance(refusal, (RefusedError, SetupError)):
        _warn(organization_id, refusal)
    if refusal is not None:
        return False  # or somebody else writes, or was faster
    _WARNED.discard(organization_id)
    return True


def _refusal(
    database: Database, organization_id: str, keys: Keyring, *, at: datetime
) -> JobQualityError | None:
    """Seal one log; return what kept it from being sealed, or None."""
    try:
        with database.transaction(organization_id) as session:
            begin_beside(session, organization_id, keys=keys, at=at)
            begin_known(session, organization_id, keys=keys, at=at)
            seal_log(session, organization_id, keys=keys, at=at)
    except (BusyError, ConflictError, RefusedError, SetupError) as refusal:
        return refusal
    return None


def _warn(organization_id: str, refusal: Exception) -> None:
    if organization_id not in _WARNED:
        _LOG.warning("The log of %s is not sealed: %s", organization_id, refusal)
    _WARNED.add(organization_id)
