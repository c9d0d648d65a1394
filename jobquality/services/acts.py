"""Append an act to a chain, and keep what follows from it in the lists."""

from collections.abc import Callable
from datetime import datetime

from jobquality.ledger.acts import Act, dump_act, kind_of
from jobquality.services.ledger import append
from jobquality.store.database import Session
from jobquality.store.keys import Keyring
from jobquality.store.publications import Entry, last_entry


def append_act(
    session: Session,
    organization_id: str,
    make: Callable[[int], Act],
    *,
    keys: Keyring,
    at: datetime,
) -> Entry:
    """Sign an act, link it to the chain and return its entry; `make` gets the entry's number.

    Raises:
        RefusedError: the clock is behind the last entry.
        ConflictError: somebody else appended at the same moment.
        SetupError: the key that signed so far is not here.
    """
    last = last_entry(session, organization_id)
    act = make(1 if last is None else last.number + 1)
    return append(
        session,
        organization_id,
        kind=kind_of(act).value,
        content=dump_act(act),
        keys=keys,
        at=at,
    )
