"""What organizations later said of what they published: corrected, withdrawn, or gone.

It is read from the signed acts themselves, never from a list beside them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from jobquality.access.states import PublicationState
from jobquality.errors import GoneError
from jobquality.ledger.acts import Act, ActKind, Correction, Tombstone, Withdrawal, load_act
from jobquality.ledger.canonical import hash_of
from jobquality.ledger.form import load_snapshot
from jobquality.reading.scorecard import day_where
from jobquality.store.chains import list_of_kinds
from jobquality.store.database import Session
from jobquality.store.publications import Entry, Publication

_KINDS = (ActKind.CORRECTION, ActKind.WITHDRAWAL, ActKind.TOMBSTONE)
#: Acts never change, so each needs to be read only once while it is in use.
_REMEMBERED = 2048


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """That a publication was set right, and by which entry that is said."""

    entry: Entry
    act: Correction


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """That a publication is not said any more, and by which entry that is said."""

    entry: Entry
    act: Withdrawal


@dataclass(frozen=True, slots=True, kw_only=True)
class Buried:
    """That a body gave way to a tombstone, and by which entry that is said."""

    entry: Entry
    act: Tombstone


Amend = Corrected | TakenBack | Buried


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """That of a correction the score before, or the right one, is gone: by its last act."""

    is_before: bool
    by: TakenBack | Buried


@dataclass(frozen=True, slots=True, kw_only=True)
class Amends:
    """Everything that was said later, oldest first. An act speaks of its own chain alone."""

    said: tuple[Amend, ...]

    def correction_by(self, publication: Publication) -> Corrected | None:
        """Return what a publication sets right, or None where it is no correction."""
        found = (one for one in self._corrected(publication))
        return next((one for one in found if one.act.publication == publication.hash), None)

    def correction_of(self, publication: Publication) -> Corrected | None:
        """Return how a publication was set right, or None."""
        found = (one for one in self._corrected(publication))
        return next((one for one in found if one.act.corrects == publication.hash), None)

    @property
    def correcting(self) -> frozenset[str]:
        """The hashes of all publications that set another one right."""
        return frozenset(one.act.publication for one in self.said if isinstance(one, Corrected))

    def corrections_of(self, line: Iterable[Publication]) -> tuple[Corrected, ...]:
        """Return every correction that some of these publications are, the newest first."""
        found = (self.correction_by(one) for one in line)
        return tuple(sorted((one for one in found if one), key=_at, reverse=True))

    def withdrawal_of(self, publication: Publication) -> TakenBack | None:
        """Return how a publication was taken back, or None."""
        found = (
            one for one in self._own(publication.organization_id) if isinstance(one, TakenBack)
        )
        return next((one for one in found if one.act.publication == publication.hash), None)

    def tombstone_of(self, organization_id: str, body_hash: str) -> Buried | None:
        """Return how a body gave way, or None."""
        found = (one for one in self._own(organization_id) if isinstance(one, Buried))
        return next((one for one in found if one.act.body == body_hash), None)

    def missing_of(self, organization_id: str, act: Correction) -> Missing | None:
        """Return which score of a correction is gone, that before first; None where both stand."""
        both = ((True, act.corrects), (False, act.publication))
        found = ((is_before, self._gone_by(organization_id, one)) for is_before, one in both)
        return next((Missing(is_before=side, by=by) for side, by in found if by), None)

    def _gone_by(self, organization_id: str, publication: str) -> TakenBack | Buried | None:
        own = self._own(organization_id)
        back = (one for one in own if isinstance(one, TakenBack))
        taken = next((one for one in back if one.act.publication == publication), None)
        return self.tombstone_of(organization_id, publication) or taken

    def _corrected(self, publication: Publication) -> Iterator[Corrected]:
        own = self._own(publication.organization_id)
        return (one for one in own if isinstance(one, Corrected))

    def _own(self, organization_id: str) -> Iterator[Amend]:
        return (one for one in self.said if one.entry.organization_id == organization_id)


def read_amends(session: Session) -> Amends:
    """Return all that was said later in the chains that the session sees.

    An act that is not what was signed says nothing; `verify` names it.
    """
    found = list_of_kinds(session, [kind.value for kind in _KINDS])
    return Amends(
        said=tuple(
            _amend(entry, read_act(entry.kind, content))
            for entry, content in found
            if hash_of(content) == entry.hash
        )
    )


def gone(publication: Publication, amends: Amends) -> GoneError:
    """Return the refusal for whoever asks for a withdrawn publication: when and why."""
    said = amends.withdrawal_of(publication)
    if said is None or publication.state is not PublicationState.WITHDRAWN:
        return GoneError("This scorecard was withdrawn. Its hash stays in the ledger.")
    at = said.act.at
    day = day_where(load_snapshot(publication.content), at) if publication.content else at.date()
    return GoneError(
        f"This scorecard was withdrawn on {day:%Y-%m-%d}: {said.act.reason} "
        f"Its hash stays in the ledger: {publication.hash}"
    )


def _at(amend: Amend) -> datetime:
    return amend.act.at


def _amend(entry: Entry, act: Act) -> Amend:
    if isinstance(act, Correction):
        return Corrected(entry=entry, act=act)
    if isinstance(act, Withdrawal):
        return TakenBack(entry=entry, act=act)
    if isinstance(act, Tombstone):
        return Buried(entry=entry, act=act)
    raise TypeError(f"{entry.kind} takes nothing back")


@lru_cache(maxsize=_REMEMBERED)
def read_act(kind: str, content: str) -> Act:
    """Return an act, as `load_act` does, and remember it."""
    return load_act(kind, content)
