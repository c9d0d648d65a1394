"""Seal the log: what was written into it stands in the chain, so that none of it can go unseen.

Two that write at the same moment may keep their events in another order than their numbers, so
each seal looks back for an hour, for whatever came late. A seal counts where the chain has its
hash, and what comes in later under an older number is named by `verify`.

What changes whose hands an account is in stands in no other entry, so it is sealed at once.

Source: docs/decisions/0044-signed-beside.md
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from jobquality.errors import ConflictError, RefusedError, SetupError
from jobquality.ledger.acts import Act, ActKind, LogSealed, load_act
from jobquality.ledger.audit import Wrong
from jobquality.ledger.canonical import hash_of, moment_text
from jobquality.ledger.logs import Sealed, dump_sealed, load_sealed, print_of, seal_of
from jobquality.services.acts import append_act
from jobquality.services.events import EventKind, written_now
from jobquality.store.database import Session
from jobquality.store.events import Event, last_number, list_events
from jobquality.store.keys import Keyring
from jobquality.store.logseals import add_log_seal, last_log_seals, list_log_seals
from jobquality.store.organizations import get_organization
from jobquality.store.publications import last_entry

#: How long the log goes unsealed where nothing else is added to the chain.
EVERY = timedelta(days=1)
#: How late a seal may be before somebody is told: the service looks once a minute.
LATE = timedelta(minutes=10)
#: What changes whose hands an account is in, or what it may do.
WEIGHTY = frozenset(
    {
        EventKind.PASSWORD_RESET,
        EventKind.PASSWORD_LINK,
        EventKind.STEP_REMOVED,
        EventKind.RESET_PROPOSED,
        EventKind.REMOVAL_PROPOSED,
        EventKind.CONFIRMED,
        EventKind.ROLES_CHANGED,
        EventKind.CLOSED,
        EventKind.REOPENED,
        EventKind.INVITED,
        EventKind.JOINED,
        EventKind.GUEST_INVITED,
        EventKind.GUEST_JOINED,
        EventKind.MARKS_RENEWED,
    }
)
#: Longer than anything takes that the program writes at once.
LONGEST = timedelta(hours=1)
#: How many numbers a finding names.
_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsealed:
    """How many events no seal stands for, since when, and from when on that is due."""

    events: int
    since: datetime
    due: datetime


def find_unsealed(session: Session, organization_id: str) -> Unsealed | None:
    """Return what of a log is not sealed; None where all is, or where there is no chain yet."""
    last = last_entry(session, organization_id)
    fresh = _find_fresh(session, organization_id) if last is not None else ()
    if last is None or not fresh:
        return None
    weighty = [one.at for one in fresh if one.kind in WEIGHTY]
    # An entry that is no seal was added to the chain, so what was written with it is due.
    waits = last.at + EVERY if last.kind == ActKind.LOG.value else last.at
    return Unsealed(
        events=len(fresh), since=min(one.at for one in fresh), due=min([waits, *weighty])
    )


def is_log_due(session: Session, organization_id: str, *, at: datetime) -> bool:
    """Say whether the log has to be sealed.

    That is where something was added to the chain or done to an account, or a day is over.
    """
    found = find_unsealed(session, organization_id)
    return found is not None and found.due <= at


def seal_weighty(session: Session, organization_id: str, *, keys: Keyring, at: datetime) -> None:
    """Seal the log where this transaction did something to an account, and there is a chain.

    What cannot be sealed now comes with the next round of the service: nobody is refused for
    it. The samples are left alone.
    """
    if not written_now(session) & WEIGHTY or last_entry(session, organization_id) is None:
        return
    if not get_organization(session, organization_id).is_sample:
        with suppress(ConflictError, RefusedError, SetupError), session.begin_nested():
            seal_log(session, organization_id, keys=keys, at=at)


def seal_log(session: Session, organization_id: str, *, keys: Keyring, at: datetime) -> None:
    """Say in the chain what was written into the log since the last seal, if anything was.

    Raises:
        RefusedError: the clock is behind the last entry.
        ConflictError: somebody else appended at the same moment.
        SetupError: the key that signed so far is not here.
    """
    fresh = _find_fresh(session, organization_id)
    if not fresh:
        return
    content = dump_sealed(seal_of(fresh))

    def made(number: int) -> Act:
        log = hash_of(content)
        return LogSealed(number=number, organization=organization_id, at=at, log=log)

    entry = append_act(session, organization_id, made, keys=keys, at=at)
    add_log_seal(session, organization_id, entry.number, content)


def find_shortened(
    session: Session, organization_id: str, acts: tuple[LogSealed, ...]
) -> Iterator[Wrong]:
    """Yield each seal some of whose events are missing or changed, and each that is gone."""
    kept = list_log_seals(session, organization_id)
    for number in sorted(kept.keys() - {act.number for act in acts}):
        yield Wrong(number=None, message=f"A seal of the log is kept under {number}; no entry is.")
    if not acts:
        return
    events = list_events(session, organization_id=organization_id, after=None)
    prints = {str(one.number): print_of(one) for one in events}
    yield from _find_slipped_in(session, (one.number for one in events), acts, kept)
    since = ""
    for act in acts:
        message = _fault_of_seal(act, kept.get(act.number, ""), prints, since)
        if message:
            yield Wrong(number=act.number, message=message)
        since = second_of(act.at)


def find_unmarked(session: Session, organization_id: str) -> Iterator[Wrong]:
    """Yield the events that somebody else than the program wrote."""
    events = list_events(session, organization_id=organization_id, after=None)
    found = [one.number for one in events if not one.is_ours]
    if found:
        numbers = ", ".join(map(str, found))
        message = f"Events {numbers} of the log were not written by the program."
        yield Wrong(number=None, message=message)


def _find_slipped_in(
    session: Session,
    numbers: Iterable[int],
    acts: tuple[LogSealed, ...],
    kept: Mapping[int, str],
) -> Iterator[Wrong]:
    """Yield the events that came in under a number that was passed long ago, or never given."""
    sealed = [_trusted(kept.get(act.number, ""), act) for act in acts]
    known = {int(name) for one in sealed for name in one.events}
    last, given = acts[-1].at - LONGEST, last_number(session)
    settled = _highest(one for one, act in zip(sealed, acts, strict=True) if act.at <= last)
    found = sorted(
        number
        for number in set(numbers) - known
        if number <= settled or (given is not None and number > given)
    )
    if found:
        message = f"{_named(found)} of the log came in past the program: no seal stands for them."
        yield Wrong(number=acts[-1].number, message=message)


def _highest(seals: Iterable[Sealed]) -> int:
    return max((int(name) for one in seals for name in one.events), default=0)


def _named(numbers: list[int]) -> str:
    return "Events " + ", ".join(map(str, numbers[:_SHOWN])) + (" …" if numbers[_SHOWN:] else "")


def second_of(at: datetime) -> str:
    """Return a moment as people read it here: to the second, in UTC."""
    return moment_text(at.replace(microsecond=0))


def _fault_of_seal(act: LogSealed, content: str, prints: Mapping[str, str], since: str) -> str:
    until = second_of(act.at)
    span = f"between {since} and {until}" if since else f"until {until}"
    if hash_of(content) != act.log:
        return f"The list of what the log held {span} is gone or was changed."
    sealed = load_sealed(content).events
    lost = sum(1 for name, print_ in sealed.items() if prints.get(name) != print_)
    if not lost:
        return ""
    events = "1 event" if lost == 1 else f"{lost} events"
    return f"{events} of the log {span} {'is' if lost == 1 else 'are'} missing or changed."


def _find_fresh(session: Session, organization_id: str) -> tuple[Event, ...]:
    """Return the events that no seal stands for yet; a seal counts where the chain has its hash."""
    found = last_log_seals(session, organization_id, span=LONGEST)
    seals = [_trusted(one.content, load_act(ActKind.LOG, one.body)) for one in found]
    known = {int(name) for one in seals for name in one.events}
    is_old = [one.at <= found[-1].at - LONGEST for one in found]
    after = _highest(one for one, old in zip(seals, is_old, strict=True) if old)
    given = last_number(session)
    events = list_events(session, organization_id=organization_id, after=after)
    # The next ones come under lower numbers than one that was never given: it stays out.
    return tuple(
        one for one in events if one.number not in known and (given is None or one.number <= given)
    )


def _trusted(content: str, act: Act) -> Sealed:
    """Return what a seal stands for; nothing where its entry says otherwise, as `verify` does."""
    if not isinstance(act, LogSealed) or hash_of(content) != act.log:
        return Sealed(events={})
    return load_sealed(content)
