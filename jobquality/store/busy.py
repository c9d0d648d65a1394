"""What a database says when it cannot do something now, as a refusal in our own words."""

from sqlalchemy.exc import DBAPIError

from jobquality.errors import ConflictError, FullError, JobQualityError, PausedError
from jobquality.store.versions import SENTENCE

_BUSY = (
    "The database has too much to do at this moment, so nothing was saved. "
    "Wait a little, then send it again."
)
_FULL = (
    "The disk of this installation is full, so nothing was saved. "
    "Tell the people who run it, then send it again."
)
_AWAY = "The database does not answer at this moment. Wait a little, then try again."

#: SQLite's primary result codes. Source: https://sqlite.org/rescode.html
_SQLITE = {5: _BUSY, 6: _BUSY, 13: _FULL}
#: Two wrote the same key at the same moment: SQLite's extended codes, and PostgreSQL's state.
_TAKEN = {1555, 2067, "23505"}
#: PostgreSQL's states, or their classes. Source: PostgreSQL 16, appendix A.
_POSTGRESQL = {
    "55P03": _BUSY,  # a lock was not to be had in time
    "40P01": _BUSY,  # two waited for each other
    "40001": _BUSY,  # serialization
    "53100": _FULL,
    "53": _BUSY,  # out of memory, or of connections
    "57P": _AWAY,  # it is being stopped or started
    "08": _AWAY,
}


def refusal_of(error: DBAPIError) -> JobQualityError | None:
    """Return the refusal that an error of the database means, or None where it is our own."""
    codes = {getattr(error.orig, name, None) for name in ("sqlite_errorcode", "sqlstate")}
    return ConflictError(SENTENCE) if codes & _TAKEN else _pause_of(error)


def _pause_of(error: DBAPIError) -> PausedError | None:
    said = _of_sqlite(error.orig) or _of_postgresql(error.orig)
    if said is None and error.connection_invalidated:
        said = _AWAY
    if said is None:
        return None
    return FullError(said) if said == _FULL else PausedError(said)


def _of_sqlite(error: BaseException | None) -> str | None:
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else _SQLITE.get(code & 0xFF)


def _of_postgresql(error: BaseException | None) -> str | None:
    """Return what a state means; without one, the server was never reached."""
    state: str | None = getattr(error, "sqlstate", "")
    if state is None:
        return _AWAY if type(error).__name__ == "OperationalError" else None
    found = (_POSTGRESQL[state[:size]] for size in (5, 3, 2) if state[:size] in _POSTGRESQL)
    return next(found, None)
