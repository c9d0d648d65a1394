"""Look at an edition before anybody publishes it: faults, tests, laws, and what changes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from jobquality.errors import Fault, FaultsError, RefusedError
from jobquality.rubrics.bridges import Bridge, load_bridge
from jobquality.rubrics.bridging import propose_bridge, same_only
from jobquality.rubrics.catalog import Catalog, Edition, newest_first
from jobquality.rubrics.catalog.editions import EditionFiles, read_edition
from jobquality.rubrics.laws import Break, Law, find_breaks, kept_laws
from jobquality.rubrics.parameters import Parameters
from jobquality.rubrics.reuse import find_reused, find_reworded
from jobquality.rubrics.warnings import warnings_on
from jobquality.scoring.checking import missing_in, more_faults, without_rows
from jobquality.scoring.differences import Differences, find_differences
from jobquality.scoring.examples import Tried, try_examples
from jobquality.services.standards import bases_in
from jobquality.store.database import Session
from jobquality.store.standards import check_owner, find_own, list_own

#: Where the fault of a bridge is.
IN_BRIDGE = "bridge.yaml"
_MENDED_AT_ONCE, _SOON_READ = 100, 128 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What an administrator sees of an edition that can be used.

    `follows` is the edition that it is held against, `bridge` says which answer of that one
    is which of this; None where there is none. `kept` are the laws that it keeps.
    """

    edition: Edition
    tried: tuple[Tried, ...]
    warnings: tuple[Fault, ...]
    kept: tuple[Law, ...]
    breaks: tuple[Break, ...]
    follows: Edition | None
    differences: Differences | None
    bridge: Bridge | None

    @property
    def failed(self) -> tuple[Tried, ...]:
        """The tests of the file that do not come out."""
        return tuple(one for one in self.tried if one.instead)

    @property
    def kind(self) -> str:
        """The kind of change from the edition before; empty for a first one."""
        found = self.differences.kind if self.differences else None
        return found.value if found else ""


def read_upload(
    session: Session, files: EditionFiles, *, organization_id: str, catalog: Catalog
) -> Edition:
    """Return the edition that uploaded files hold, if this organization may publish it.

    Raises:
        FaultsError: they cannot be used; names every fault with its line.
        RefusedError: the id ships, belongs to somebody else, or the edition is there already.
    """
    try:
        edition = read_edition(files, catalog.parameters, bases=bases_in(catalog))
    except FaultsError as error:
        raise FaultsError(_all_faults(error, files, catalog)) from None
    faults = tuple(without_rows(edition.rubric, catalog.parameters))
    if faults:
        raise FaultsError(faults)
    check_name(session, edition, organization_id=organization_id, catalog=catalog)
    return replace(edition, owner=organization_id)


def check_name(
    session: Session, edition: Edition, *, organization_id: str, catalog: Catalog
) -> None:
    """Be quiet where an organization may publish an edition of that name.

    Raises:
        RefusedError: the id ships, belongs to somebody else, or the edition is not newer than
            every one before it.
    """
    rubric = edition.rubric
    if any(one.rubric.id == rubric.id for one in catalog.by_name.values()):
        raise RefusedError(
            f"The id '{rubric.id}' belongs to a standard that ships with jobquality. "
            "Give yours an id of its own."
        )
    check_owner(session, rubric.id, organization_id)
    if find_own(session, rubric.id, rubric.edition):
        raise RefusedError(
            f"The edition {rubric.name} is published already, and never changes. "
            "Give yours the next number."
        )
    newest = _newest_own(session, rubric.id, catalog)
    if newest and _order(newest) < _order(edition):
        raise RefusedError(
            f"The edition {newest.rubric.name} is newer than {rubric.name}. "
            "Give yours the next number."
        )


def find_followed(session: Session, edition: Edition, catalog: Catalog) -> Edition | None:
    """Return the edition that one is held against: the newest before it, else what it extends."""
    own = _newest_own(session, edition.rubric.id, catalog)
    if own is not None:
        return own
    return catalog.find(edition.rubric.extends) if edition.rubric.extends else None


def check_ids(
    session: Session, edition: Edition, bridge: bytes | None, *, catalog: Catalog
) -> None:
    """Be quiet where every id asks what it asked in the editions before.

    Raises:
        FaultsError: an id asks something else, and no bridge says what became of it.
    """
    follows = find_followed(session, edition, catalog)
    if follows is None:
        return
    own = _all_own(session, edition.rubric.id, catalog)
    earlier = [one.rubric for one in own] or [follows.rubric]
    linked = read_bridge(bridge, follows, edition) if bridge else None
    faults = tuple(find_reused(edition.rubric, earlier, linked))
    if faults:
        raise FaultsError(sorted(faults, key=lambda one: one.line or 0))


def read_bridge(content: bytes | None, old: Edition, new: Edition) -> Bridge:
    """Return the bridge between two editions; without a file, what is the same in both.

    Raises:
        FaultsError: the file does not fit the two; `where` says that it is the bridge.
    """
    if content is None:
        return same_only(propose_bridge(old.rubric, new.rubric))
    try:
        return load_bridge(content, old.rubric, new.rubric)
    except FaultsError as error:
        raise FaultsError(replace(fault, where=IN_BRIDGE) for fault in error.faults) from None


def check_edition(
    edition: Edition,
    follows: Edition | None,
    *,
    parameters: Parameters,
    bridge: bytes | None = None,
    on: date,
) -> Checked:
    """Return everything that can be said of an edition that can be used.

    `on` is the day for tests that name none.
    """
    rubric = edition.rubric
    linked = read_bridge(bridge, follows, edition) if bridge and follows else None
    reworded = find_reworded(rubric, follows.rubric, linked) if follows else ()
    return Checked(
        edition=edition,
        tried=tuple(try_examples(rubric, parameters, on=on)),
        warnings=(*reworded, *warnings_on(rubric, parameters), *missing_in(edition)),
        kept=kept_laws(rubric),
        breaks=find_breaks(rubric),
        follows=follows,
        differences=find_differences(follows.rubric, rubric) if follows else None,
        bridge=read_bridge(bridge, follows, edition) if follows else None,
    )


def _all_faults(error: FaultsError, files: EditionFiles, catalog: Catalog) -> Iterator[Fault]:
    """Yield the faults of the files in their order, with what else can be said of the standard.

    Where there is more than anybody mends in one go, no time is spent on looking for more.
    """
    more: tuple[Fault, ...] = ()
    if len(error.faults) <= _MENDED_AT_ONCE and len(files.standard) <= _SOON_READ:
        _, more = more_faults(files.standard, catalog.parameters, bases_in(catalog).content)
    yield from sorted((*error.faults, *more), key=lambda one: (one.where, one.line or 0))


def _newest_own(session: Session, rubric: str, catalog: Catalog) -> Edition | None:
    return next(iter(_all_own(session, rubric, catalog)), None)


def _all_own(session: Session, rubric: str, catalog: Catalog) -> list[Edition]:
    """Return every published edition of an own standard, the newest first."""
    found = [catalog.find(one.name) for one in list_own(session, rubric=rubric)]
    return sorted((one for one in found if one), key=_order)


def _order(edition: Edition) -> tuple[str, int, int]:
    return newest_first(edition.rubric.id, edition.rubric.edition)
