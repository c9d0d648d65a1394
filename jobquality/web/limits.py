"""How often something may be tried: counted in our own table, for all workers together.

The figures are those of the Python Package Index. A limit on a name counts for one address
only, so that nobody can lock somebody else out from afar.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import request
from limits import RateLimitItem, RateLimitItemPerHour, RateLimitItemPerMinute
from limits.storage import Storage
from limits.strategies import FixedWindowRateLimiter
from werkzeug.exceptions import TooManyRequests

from jobquality.http import current
from jobquality.store.database import Database
from jobquality.store.limits import count_try, find_count, forget_tries

_FEW = RateLimitItemPerMinute(10, 5)
_SOME = RateLimitItemPerMinute(60, 5)
_FEW_AN_HOUR = RateLimitItemPerHour(20)
_MANY = RateLimitItemPerMinute(1000, 5)
_ONCE = RateLimitItemPerMinute(1, 5)


class SqlStorage(Storage):
    """Keeps the counts of the `limits` library in our own table."""

    STORAGE_SCHEME = None

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._database = database
        self._clock = clock

    @property
    def base_exceptions(self) -> type[Exception] | tuple[type[Exception], ...]:
        """Return nothing: what the database cannot do is no reason to let anybody through."""
        return ()

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Count `amount` more tries and return how many there are."""
        with self._database.transaction() as session:
            return count_try(
                session, key, amount=amount, at=self._clock(), within=timedelta(seconds=expiry)
            )

    def get(self, key: str) -> int:
        """Return how many tries there are."""
        return self._find(key)[0]

    def get_expiry(self, key: str) -> float:
        """Return when the span of the tries ends."""
        return self._find(key)[1].timestamp()

    def check(self) -> bool:
        """Say that it works; `/health/ready` asks the database itself."""
        return True

    def reset(self) -> int:
        """Forget all tries."""
        with self._database.transaction() as session:
            return forget_tries(session)

    def clear(self, key: str) -> None:
        """Forget the tries under one key."""
        with self._database.transaction() as session:
            forget_tries(session, key)

    def _find(self, key: str) -> tuple[int, datetime]:
        with self._database.reading() as session:
            return find_count(session, key, at=self._clock())


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """One thing that is counted: the limit, and what tells its counts apart."""

    limit: RateLimitItem
    about: tuple[str, ...]


def tries_at(door: str, *who: str) -> tuple[Try, ...]:
    """Return what one try at a door counts for: who is meant, from where, and everybody."""
    address = request.remote_addr or ""
    meant = (Try(limit=_FEW, about=(door, "who", _hidden(*who, address))),) if who else ()
    return (
        *meant,
        Try(limit=_FEW, about=(door, "from", _hidden(address))),
        Try(limit=_MANY, about=(door, "all")),
    )


def guesses_at(door: str) -> tuple[Try, ...]:
    """Return what one look counts for at a door that opens to whoever knows a code.

    Looks that find something count as well: else the limit itself would tell which do.
    """
    address = request.remote_addr or ""
    return (Try(limit=_SOME, about=(door, "from", _hidden(address))),)


def tries_of(door: str, person_id: str) -> tuple[Try, ...]:
    """Return what one try counts for wherever it comes from.

    Only behind a right password: before it, this would let anybody lock anybody out.
    """
    return (Try(limit=_FEW_AN_HOUR, about=(door, "person", _hidden(person_id))),)


def check_tries(tries: tuple[Try, ...]) -> None:
    """Count one more try, and be quiet when it is not one too many.

    Raises:
        TooManyRequests: it is; says in how many seconds the next one counts anew.
    """
    limiter = _limiter()
    reached = [one for one in tries if not limiter.hit(one.limit, *one.about)]
    if reached:
        ends = max(limiter.get_window_stats(one.limit, *one.about).reset_time for one in reached)
        wait = max(1, round(ends - current().clock().timestamp()))
        raise TooManyRequests(retry_after=wait)


def forgive(tries: tuple[Try, ...]) -> None:
    """Take back one try: it was right, and twelve colleagues may share one address."""
    limiter = _limiter()
    for one in tries:
        limiter.hit(one.limit, *one.about, cost=-1)


def is_first_use(*about: str) -> bool:
    """Say whether this is seen for the first time within five minutes."""
    return _limiter().hit(_ONCE, "use", _hidden(*about))


def _limiter() -> FixedWindowRateLimiter:
    here = current()
    return FixedWindowRateLimiter(SqlStorage(here.database, here.clock))


def _hidden(*words: str) -> str:
    """Return a text that tells counts apart and says nothing about anybody."""
    return hashlib.sha256("\0".join(words).encode()).hexdigest()
