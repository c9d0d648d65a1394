"""Keep the promise that nothing published changes, for the rubric editions we ship."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from jobquality.errors import SetupError
from jobquality.store.database import Session
from jobquality.store.editions import RegisteredEdition, add_edition, registered_editions


class Edition(Protocol):
    """As much of a rubric as the register keeps."""

    @property
    def id(self) -> str:
        """The rubric's id."""

    @property
    def edition(self) -> str:
        """The edition, `YEAR.N`."""

    @property
    def scoring_hash(self) -> str:
        """Changes with anything that can change a score."""

    @property
    def wording_hash(self) -> str:
        """Changes with any wording."""


def register_editions(session: Session, editions: Iterable[Edition], *, at: datetime) -> None:
    """Register every edition not seen before, and check those that were.

    Wording may improve; whatever can move a score may not.

    Raises:
        SetupError: one or more editions are not what was registered; names every one.
    """
    known = {(seen.rubric, seen.edition): seen for seen in registered_editions(session)}
    shipped = {(edition.id, edition.edition): edition for edition in editions}
    changed = [
        _sentence(known[name], known.keys() | shipped.keys())
        for name, edition in shipped.items()
        if name in known and known[name].scoring_hash != edition.scoring_hash
    ]
    if changed:
        raise SetupError("\n".join(changed))
    for name in shipped.keys() - known.keys():
        add_edition(session, _first_sight(shipped[name], at=at))


def _first_sight(edition: Edition, *, at: datetime) -> RegisteredEdition:
    return RegisteredEdition(
        rubric=edition.id,
        edition=edition.edition,
        scoring_hash=edition.scoring_hash,
        wording_hash=edition.wording_hash,
        first_seen=at,
    )


def _sentence(seen: RegisteredEdition, taken: Iterable[tuple[str, str]]) -> str:
    return (
        f"{seen.rubric} {seen.edition} is not the file that was registered on "
        f"{seen.first_seen:%Y-%m-%d}. Nothing published changes: put the old file back and "
        f"publish the new one as {_next_edition(seen, taken)}."
    )


def _next_edition(seen: RegisteredEdition, taken: Iterable[tuple[str, str]]) -> str:
    """Return the first free edition of the same year, such as 2026.2 after 2026.1."""
    year = seen.edition.partition(".")[0]
    numbers = [
        int(edition.partition(".")[2])
        for rubric, edition in taken
        if rubric == seen.rubric and edition.partition(".")[0] == year
    ]
    return f"{year}.{max(numbers) + 1}"
