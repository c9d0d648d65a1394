"""What a seal of the log stands for: its events by number, each with a print of its own.

The list stays with the organization, its hash is an act of the chain. An event holds ids and
nothing else, so that no erasure ever changes one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from jobquality.ledger.canonical import canonical_text, hash_of, moment_text
from jobquality.ledger.form import dump_form, load_form

#: 32 hex digits are 128 bits.
_PRINT = 32


class Told(Protocol):
    """An event of the log."""

    @property
    def number(self) -> int: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def at(self) -> datetime: ...  # noqa: D102
    @property
    def person_id(self) -> str | None: ...  # noqa: D102
    @property
    def about(self) -> str: ...  # noqa: D102
    @property
    def about_id(self) -> str: ...  # noqa: D102
    @property
    def details(self) -> Mapping[str, str]: ...  # noqa: D102


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """The events of one seal: the print of each by its number."""

    events: Mapping[str, str]


def seal_of(events: Iterable[Told]) -> Sealed:
    """Return what a seal of these events stands for."""
    return Sealed(events={str(one.number): print_of(one) for one in events})


def print_of(event: Told) -> str:
    """Return what an event is, in 32 hex digits: another event has another one."""
    said = {
        "about": event.about,
        "about_id": event.about_id,
        "at": moment_text(event.at),
        "details": dict(event.details),
        "kind": event.kind,
        "number": event.number,
        "person": event.person_id,
    }
    return hash_of(canonical_text(said))[:_PRINT]


def dump_sealed(sealed: Sealed) -> str:
    """Return it as canonical JSON; the act has the hash of this text."""
    return dump_form(sealed)


def load_sealed(content: str) -> Sealed:
    """Return what `dump_sealed` wrote so.

    Raises:
        FaultsError: it is not of this form.
    """
    return load_form(Sealed, content)
