"""What everyone may see: every employer's published scores, and the search among them."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import fuzz

from jobquality.access.states import PublicationState
from jobquality.errors import FaultsError, IntegrityFailedError, NotFoundError
from jobquality.ledger.form import load_snapshot
from jobquality.ledger.snapshot import Issuer, Roles, Snapshot, Subject
from jobquality.rubrics.places import Places
from jobquality.services.amends import Amends, Corrected, TakenBack, read_amends
from jobquality.services.families import find_public
from jobquality.services.known import Known, known_of
from jobquality.services.likeness import name_key
from jobquality.services.sealed import FAILED, check_whole, find_changed
from jobquality.store.database import Session
from jobquality.store.employers import families_of
from jobquality.store.practice import list_practice
from jobquality.store.publications import Publication, list_publications, list_standing

#: How much of a name and of what was typed is the same, in percent, where a slip is likely.
_ALIKE = 80
_SHORTEST_GUESS = 4
#: Bodies never change, so each needs to be read only once while it is in use.
_REMEMBERED = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """One publication with what it says, and what is known of the employer today beside it.

    `is_changed` says that it is not what was signed, so that nothing of it can be relied on.
    `corrected` is the act by which this one sets an earlier one right, `withdrawn` the one
    that takes this one back.
    """

    publication: Publication
    snapshot: Snapshot
    known: Known
    is_changed: bool = False
    corrected: Corrected | None = None
    withdrawn: TakenBack | None = None

    @property
    def name(self) -> str:
        """What the employer is called today, as far as two people stand behind it."""
        if self.is_changed:
            return self.known.name
        return self.known.name_of(self.snapshot.employer.name)

    @property
    def key(self) -> str:
        """The name as it is compared."""
        return name_key(self.name)

    @property
    def formerly(self) -> tuple[str, ...]:
        """What the employer was called before."""
        return self.known.formerly_of(self.snapshot.employer.name)

    @property
    def is_of_part(self) -> bool:
        """Whether it was published of a record that is a part of another one now."""
        return self.publication.employer_id != self.known.id

    @property
    def is_current(self) -> bool:
        """Whether nothing newer replaced it."""
        return self.publication.state is PublicationState.CURRENT

    @property
    def is_withdrawn(self) -> bool:
        """Whether it may not be shown any more."""
        return self.publication.state is PublicationState.WITHDRAWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """A publication whose body a tombstone took the place of; its place in the line is left."""

    publication: Publication
    revision: int
    is_of_part: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Everything that was published of an employer, oldest first, and what is gone of it."""

    known: Known
    published: tuple[Published, ...]
    gone: tuple[Gone, ...]
    amends: Amends

    @property
    def newest(self) -> Publication:
        """The newest that is current, or else the newest of all, withdrawn or gone."""
        current = current_of(self.published)
        if current is not None:
            return current.publication
        every = [one.publication for one in self.published]
        every += [one.publication for one in self.gone]
        return max(every, key=lambda one: (one.published_at, one.number))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What somebody looks for; empty parts look for everything."""

    name: str = ""
    sector: str = ""
    place: str = ""
    level: str = ""


def list_current(session: Session) -> tuple[Published, ...]:
    """Return the current publication of every employer, by name; the newest of all records."""
    newest = read_standing(session, list_standing(session))
    return tuple(sorted(newest, key=lambda one: (one.key, one.publication.hash)))


def read_standing(session: Session, found: Iterable[Publication]) -> tuple[Published, ...]:
    """Return what stands of each employer, of what `list_standing` found.

    What a row alone calls withdrawn or replaced is among it, as what is not what was signed.
    """
    amends = read_amends(session)
    return newest_of(
        one
        for one in read_all(session, found, amends)
        if one.is_current or (one.is_changed and amends.withdrawal_of(one.publication) is None)
    )


def list_compared(session: Session) -> tuple[Published, ...]:
    """Return what is current of every employer, as `list_current`, without what is practice."""
    practice = list_practice(session)
    found = list_current(session)
    return tuple(one for one in found if one.publication.organization_id not in practice)


def list_listed(session: Session) -> tuple[Published, ...]:
    """Return one publication of every employer, by name: the current one, or one taken back.

    The newest that was withdrawn is there where nothing is current. Where its body is gone, an
    older one tells whose it was; without any, nothing can be told of the employer.
    Of a body that cannot be read the name alone is known: it stands in the list all the same.
    What is published in practice is in no list: whoever has its address sees it.
    """
    practice = list_practice(session)
    current, back = (
        [one for one in listed if one.organization_id not in practice]
        for listed in (
            list_standing(session),
            list_publications(session, state=PublicationState.WITHDRAWN),
        )
    )
    current = [one for one in current if one.state is not PublicationState.WITHDRAWN]
    gone = _newest_gone(session, [one for one in back if not one.content])
    older = _older(session, gone)
    newest = newest_of(read_all(session, [*current, *back, *older], unread=_unread))
    amends = read_amends(session) if gone else Amends(said=())
    told = (stand_in(one, gone.get(one.known.id), amends) for one in newest)
    return tuple(sorted(told, key=lambda one: (one.key, one.publication.hash)))


def stand_in(published: Published, gone: Publication | None, amends: Amends) -> Published:
    """Return what is told of an employer whose newest score may have no body any more.

    Where nothing is current and that one is the newest, an older one gives it name and place.
    """
    if gone is None or published.is_current or published.publication.number > gone.number:
        return published
    back = amends.withdrawal_of(gone)
    # Whatever is gone was withdrawn first; one of which no act says so tells nothing at all.
    is_changed = published.is_changed or back is None
    return replace(published, publication=gone, withdrawn=back, is_changed=is_changed)


def _newest_gone(session: Session, gone: Collection[Publication]) -> dict[str, Publication]:
    """Return the newest without a body by the employer that it counts for today."""
    whole = families_of(session, {one.employer_id for one in gone}) if gone else {}
    ordered = sorted(gone, key=lambda one: one.number)
    return {whole[one.employer_id][0]: one for one in ordered}


def _older(session: Session, gone: Mapping[str, Publication]) -> tuple[Publication, ...]:
    """Return what was replaced of employers of whom the newest has no body."""
    if not gone:
        return ()
    records = families_of(session, gone.keys())
    every = sorted({one for family in records.values() for one in family})
    return list_publications(session, employer_ids=every, state=PublicationState.SUPERSEDED)


def read_all(
    session: Session,
    found: Iterable[Publication],
    amends: Amends | None = None,
    *,
    unread: Callable[[Publication, Known], Snapshot | None] = lambda _, __: None,
) -> list[Published]:
    """Return publications with what they say and what is known today, in their order.

    Those whose body is gone say nothing any more. `unread` says what stands for a body that
    cannot be read any more; without it such a publication is left out.
    """
    listed = [one for one in found if one.content]
    said = amends or (read_amends(session) if listed else Amends(said=()))
    changed = find_changed(session, listed, said)
    proofs = [one for one in listed if one.hash not in changed]
    known = known_of(session, {one.employer_id for one in listed}, proofs)
    corrections = {one.act.publication: one for one in said.said if isinstance(one, Corrected)}
    return [
        Published(
            publication=one,
            snapshot=snapshot,
            known=known[one.employer_id],
            is_changed=one.hash in changed,
            corrected=corrections.get(one.hash),
            withdrawn=said.withdrawal_of(one) if one.hash not in changed else None,
        )
        for one in listed
        if (snapshot := _read_if_whole(one, changed) or unread(one, known[one.employer_id]))
        is not None
    ]


def _unread(publication: Publication, known: Known) -> Snapshot:
    """Return a snapshot that says nothing but whom it was of."""
    nobody = Issuer(
        id=publication.organization_id,
        slug="",
        name="",
        contact="",
        region="",
        funding="",
        is_sample=False,
    )
    subject = Subject(id=known.id, slug=known.slug, name=known.name, profile={}, sites=())
    return Snapshot(
        engine="",
        organization=nobody,
        employer=subject,
        rubric="",
        edition="",
        scoring_hash="",
        on=publication.published_at.date(),
        revision=0,
        supersedes="",
        facts=(),
        parameters=(),
        evidence=(),
        scores=(),
        level="",
        if_evidence_holds="",
        could_reach="",
        roles=Roles(assessed_by=(), reviewed_by="", published_by=""),
    )


def newest_of(listed: Iterable[Published]) -> tuple[Published, ...]:
    """Return one publication of each employer, the first of those that come newest first."""
    newest: dict[str, Published] = {}
    for one in listed:
        newest.setdefault(one.known.id, one)
    return tuple(newest.values())


def history_of(session: Session, slug: str) -> tuple[Published, ...]:
    """Return everything that was published of an employer and has its body, oldest first.

    Raises:
        NotFoundError: there is no such employer, or nothing was published of it.
    """
    return line_of(session, slug).published


def line_of(session: Session, slug: str) -> Line:
    """Return everything that was published of an employer, oldest first, and what is gone.

    Raises:
        NotFoundError: there is no such employer, or nothing was published of it.
        IntegrityFailedError: a body is gone or cannot be read, or a score is withdrawn, and
            no signed act says so.
    """
    found = find_public(session, slug)
    if found is None:
        raise NotFoundError("Nothing is published under that name.")
    record = found.publications[0].employer_id
    amends = read_amends(session)
    read = read_all(session, found.publications, amends)
    known = read[0].known if read else known_of(session, [record])[record]
    _check_places(session, found.publications, read, amends)
    return Line(
        known=known,
        amends=amends,
        published=tuple(
            sorted(read, key=lambda one: (one.publication.published_at, one.snapshot.revision))
        ),
        gone=tuple(_gone(found.publications, known)),
    )


def _check_places(
    session: Session,
    publications: tuple[Publication, ...],
    read: Collection[Published],
    amends: Amends,
) -> None:
    """Refuse where something was taken away, or put back, and no signed act says so."""
    check_whole(session, [one for one in publications if not one.content], amends)
    if len(read) < sum(bool(one.content) for one in publications):
        raise IntegrityFailedError(FAILED)
    for one in read:
        is_said = amends.withdrawal_of(one.publication) is not None
        if one.is_changed and (one.is_withdrawn or is_said):
            raise IntegrityFailedError(FAILED)


def _gone(publications: Iterable[Publication], known: Known) -> Iterator[Gone]:
    """Yield those without a body; the revisions of one record are counted, oldest first."""
    counted: dict[str, int] = {}
    for one in sorted(publications, key=lambda one: one.number):
        counted[one.employer_id] = counted.get(one.employer_id, 0) + 1
        if not one.content:
            yield Gone(
                publication=one,
                revision=counted[one.employer_id],
                is_of_part=one.employer_id != known.id,
            )


def current_of(history: Iterable[Published]) -> Published | None:
    """Return what holds now of an employer's publications, oldest first: the newest current."""
    return next((one for one in reversed(tuple(history)) if one.is_current), None)


def search(listed: Iterable[Published], wanted: Wanted, places: Places) -> tuple[Published, ...]:
    """Return those that are meant, in the order in which they came.

    A name is found by its words, by a part of it, without its accents, and with a slip; so
    are names that the employer had before, or is known by too.
    """
    key = name_key(wanted.name)
    return tuple(
        one
        for one in listed
        if (not key or any(_is_meant(key, other) for other in _keys(one)))
        and one.snapshot.employer.sector.startswith(wanted.sector)
        and (not wanted.place or wanted.place in places_of(one, places))
        and wanted.level in ("", level_of(one))
    )


def level_of(published: Published) -> str | None:
    """Return the level of a score; None where no score is told."""
    is_silent = published.is_changed or published.is_withdrawn
    return None if is_silent else published.snapshot.level


def places_of(published: Published, places: Places) -> tuple[str, ...]:
    """Return the place of an employer and its sites, and all that these lie in."""
    employer = published.snapshot.employer
    codes = (places.find(code) for code in (employer.place, *(one.place for one in employer.sites)))
    return tuple(dict.fromkeys(outer for code in codes if code for outer in places.chain(code)))


def _is_meant(wanted: str, key: str) -> bool:
    if all(word in key for word in wanted.split()):
        return True
    return len(wanted) >= _SHORTEST_GUESS and fuzz.partial_ratio(wanted, key) >= _ALIKE


def _keys(published: Published) -> Iterator[str]:
    yield published.key
    yield from (name_key(one) for one in published.known.names)


def _read_if_whole(publication: Publication, changed: Collection[str]) -> Snapshot | None:
    try:
        return _read(publication.content)
    except FaultsError:
        if publication.hash in changed:
            return None
        raise


@lru_cache(maxsize=_REMEMBERED)
def _read(content: str) -> Snapshot:
    return load_snapshot(content)
