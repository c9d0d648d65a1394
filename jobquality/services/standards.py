"""Standards that organizations bring: found beside those that ship, and chosen for work."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from jobquality.access.actors import Action, Actor, check_may
from jobquality.errors import Fault, FaultsError, IntegrityFailedError, NotFoundError, SetupError
from jobquality.ledger.acts import ActKind, EditionIssued, load_act, print_of_parts
from jobquality.rubrics.catalog import Catalog, Edition, newest_first
from jobquality.rubrics.catalog.editions import Bases, EditionFiles, read_edition
from jobquality.services.events import EventKind, record
from jobquality.store import standards as store
from jobquality.store.database import EVERY_ORGANIZATION, Database, Session
from jobquality.store.publications import find_body
from jobquality.store.standards import BRIDGE, STANDARD, OwnEdition

_NOT_WORDS = (STANDARD, BRIDGE)


class OwnShelf:
    """The published editions of all organizations, each read once: none ever changes.

    A name is looked up in the database only while it is not known; what everybody may see
    of a published edition is everything.
    """

    def __init__(self, database: Database, shipped: Catalog) -> None:
        self._database = database
        self._catalog = replace(shipped, shelf=self)
        self._kept: dict[str, Edition] = {}

    def find(self, name: str) -> Edition | None:
        """Return the edition of that name: `texas_kitchens@2026.1`."""
        found = self._kept.get(name) or self._read(name)
        if found is not None:
            self._kept[name] = found
        return found

    def newest(self, rubric_id: str) -> Edition | None:
        """Return the newest edition of a standard, whether it is in use yet or not."""
        with self._database.reading(EVERY_ORGANIZATION) as session:
            known = store.list_own(session, rubric=rubric_id)
        ordered = sorted(known, key=lambda one: newest_first(one.rubric, one.edition))
        return self.find(ordered[0].name) if ordered else None

    def known(self) -> tuple[Edition, ...]:
        """Return those that were found so far; whatever a page tells of is among them."""
        return tuple(self._kept.values())

    def _read(self, name: str) -> Edition | None:
        rubric_id, _, edition = name.partition("@")
        with self._database.reading(EVERY_ORGANIZATION) as session:
            own = store.find_own(session, rubric_id, edition)
            files = store.read_files(session, name) if own else {}
            if own is not None:
                _check_as_issued(session, own, files)
        return None if own is None else edition_of(own, files, self._catalog)


def is_as_issued(files: Mapping[str, bytes], act: EditionIssued) -> bool:
    """Say whether files are those of an entry: the standard, and its words where it says them."""
    file = hashlib.sha256(files.get(STANDARD, b"")).hexdigest()
    return file == act.file and act.parts in ("", print_of_parts(files))


def _check_as_issued(session: Session, own: OwnEdition, files: Mapping[str, bytes]) -> None:
    """Be quiet where the entry of an edition names these files.

    Raises:
        IntegrityFailedError: it names others, or there is none.
    """
    body = find_body(session, own.act_hash)
    act = load_act(ActKind.EDITION, body) if body else None
    if not isinstance(act, EditionIssued) or not is_as_issued(files, act):
        raise IntegrityFailedError(f"The standard {own.name} is not the one that was issued.")


def live(shipped: Catalog, database: Database) -> Catalog:
    """Return what ships together with what the organizations of a database published."""
    return replace(shipped, shelf=OwnShelf(database, shipped))


def edition_of(own: OwnEdition, files: dict[str, bytes], catalog: Catalog) -> Edition:
    """Return a published edition as it is read from its files.

    Raises:
        SetupError: this release cannot read what an earlier one published.
    """
    try:
        found = read_edition(files_of(own.name, files), catalog.parameters, bases=bases_in(catalog))
    except FaultsError as error:
        message = f"The standard {own.name} was published here and cannot be read any more."
        raise SetupError(f"{message} {error.faults[0]}") from error
    return replace(found, owner=own.organization_id, in_use_from=own.in_use_from)


def files_of(name: str, parts: dict[str, bytes]) -> EditionFiles:
    """Return the parts of an edition that are kept, as files."""
    return EditionFiles(
        name=f"{name}.yaml",
        standard=parts.get(STANDARD, b""),
        words={part: content for part, content in parts.items() if part not in _NOT_WORDS},
    )


def bases_in(catalog: Catalog) -> Bases:
    """Return what finds an edition that another one extends: any that is published here."""

    def found(name: str) -> Edition:
        edition = catalog.find(name)
        if edition is None:
            raise NotFoundError(f"There is no standard {name}.")
        return edition

    return Bases(content=lambda name: found(name).content, edition=found)


def editions_in_use(session: Session, catalog: Catalog, *, on: date) -> tuple[Edition, ...]:
    """Return the editions by which an organization starts assessments on a day.

    Where it never chose, these are all that ship, and the newest in use of each of its own.
    What was chosen by its id alone is its newest edition in use.
    """
    chosen = store.list_in_use(session)
    own = [catalog.find(one.name) for one in store.list_own(session)]
    known = [*catalog.by_name.values(), *(one for one in own if one is not None)]
    if not chosen:
        mine = (one for one in known if one.owner)
        return (*catalog.by_name.values(), *_newest(mine, on=on))
    return tuple(_chosen(chosen, known, on=on))


def newest_in_use(session: Session, catalog: Catalog, rubric: str, *, on: date) -> Edition | None:
    """Return the newest edition of a standard that is in use on a day, of one's own or shipped."""
    own = (catalog.find(one.name) for one in store.list_own(session, rubric=rubric))
    known = [*catalog.by_name.values(), *(one for one in own if one is not None)]
    return next(iter(_newest((one for one in known if one.rubric.id == rubric), on=on)), None)


def choose_standards(
    session: Session, actor: Actor, names: Sequence[str], *, catalog: Catalog, at: datetime
) -> tuple[str, ...]:
    """Keep by which standards new assessments of an organization start.

    Raises:
        ForbiddenError: the actor is no administrator.
        FaultsError: none is chosen, or one is not known.
    """
    check_may(actor, Action.MANAGE)
    own = {one.name for one in store.list_own(session)}
    names = tuple(dict.fromkeys(names))
    known = {name for edition in (*catalog.by_name, *own) for name in _names_of(edition)}
    if not names or not set(names) <= known:
        message = "Choose at least one standard of the list."
        raise FaultsError([Fault(message=message, where="in_use")])
    store.choose_in_use(session, actor.organization_id, names)
    record(
        session,
        actor,
        EventKind.STANDARDS_CHOSEN,
        organization_id=actor.organization_id,
        at=at,
        details={"names": ", ".join(names)},
    )
    return names


def _names_of(edition: str) -> tuple[str, str]:
    return edition, edition.partition("@")[0]


def _chosen(chosen: Iterable[str], known: Sequence[Edition], *, on: date) -> Iterator[Edition]:
    by_name = {one.rubric.name: one for one in known}
    for name in chosen:
        if "@" in name:
            found = [by_name[name]] if name in by_name else []
        else:
            found = list(_newest((one for one in known if one.rubric.id == name), on=on))
        yield from found


def _newest(editions: Iterable[Edition], *, on: date) -> Iterator[Edition]:
    """Yield the newest edition of each standard that is in use on a day."""
    usable = [one for one in editions if one.in_use_from is None or one.in_use_from <= on]
    seen: set[str] = set()
    for one in sorted(usable, key=lambda one: newest_first(one.rubric.id, one.rubric.edition)):
        if one.rubric.id not in seen:
            seen.add(one.rubric.id)
            yield one
