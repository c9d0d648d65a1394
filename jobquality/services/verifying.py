"""Hold everything published against its signatures, its chain and its own figures."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime

from jobquality.access.states import PublicationState
from jobquality.ledger.acts import EditionIssued, StoodBeside, StoodKnown
from jobquality.ledger.audit import Audit, Published, Wrong, audit, find_cut
from jobquality.ledger.certificate import CertificateBody
from jobquality.ledger.chain import Head
from jobquality.rubrics.catalog import Catalog
from jobquality.services.beside import find_beside
from jobquality.services.chainkeys import find_foreign_keys
from jobquality.services.keyfiles import find_other_files
from jobquality.services.likeness import look_key
from jobquality.services.signed import find_unsigned
from jobquality.services.standards import is_as_issued
from jobquality.store.chains import (
    Stand,
    StandOfCertificate,
    count_bodies,
    list_certificate_stands,
    list_homeless,
    list_stands,
    walk_chain,
)
from jobquality.store.database import Session
from jobquality.store.guards import find_unguarded
from jobquality.store.keys import Keyring
from jobquality.store.marks import marker_of
from jobquality.store.organizations import Organization, list_organizations
from jobquality.store.publications import list_public_keys
from jobquality.store.standards import find_own, read_files


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptHead:
    """The head of a chain as somebody wrote it down; `organization` is its id or slug."""

    organization: str
    head: Head


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What was found of one organization; `wrong` is the first thing that fails.

    `gone` counts the bodies that tombstones took the place of: their hashes are kept. `beside`
    is the act since which the chain says what stands beside it, `known` that since which it says
    what is known of employers, each None before there is one. `log_until` is when the log was
    sealed last.
    """

    organization: str
    entries: int
    scores: int
    head: Head
    wrong: Wrong | None
    gone: int = 0
    beside: StoodBeside | None = None
    known: StoodKnown | None = None
    log_until: datetime | None = None
    is_sample: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was found of every organization, and the kept heads that belong to none.

    `unguarded` is what refuses changes in the database and is gone or changed, or is not ours.
    `homeless` are ids under which something was published, and no organization has them.
    `is_proven` is off where the key was not here that proves who wrote the log.
    `keys` is what is wrong with the files of keys, where they were looked at.
    """

    organizations: tuple[Verified, ...]
    lost: tuple[str, ...]
    unguarded: tuple[str, ...] = ()
    homeless: tuple[str, ...] = ()
    is_proven: bool = True
    keys: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether nothing fails anywhere."""
        is_guarded = not (self.lost or self.unguarded or self.homeless or self.keys)
        return is_guarded and all(one.wrong is None for one in self.organizations)


def verify(
    session: Session,
    catalog: Catalog,
    *,
    heads: Iterable[KeptHead] = (),
    keys: Keyring | None = None,
) -> Report:
    """Return whether every chain is whole, and the first thing that fails in each.

    `keys` are the files of keys where they are this installation's. The session belongs to every
    organization.
    """
    kept = tuple(heads)
    organizations = list_organizations(session)
    known = {name for one in organizations for name in (one.id, one.slug)}
    return Report(
        organizations=tuple(
            _with_twins(_verify(session, one, catalog, kept), one, organizations)
            for one in organizations
        ),
        lost=tuple(one.organization for one in kept if one.organization not in known),
        unguarded=find_unguarded(session),
        homeless=list_homeless(session),
        is_proven=marker_of(session) is not None,
        keys=tuple(find_other_files(session, keys)) if keys else (),
    )


def _with_twins(
    found: Verified, organization: Organization, others: Iterable[Organization]
) -> Verified:
    """Say that another organization looks the same to a reader, where nothing worse is found."""
    same = look_key(organization.name)
    twins = [one.slug for one in others if one.id != organization.id and look_key(one.name) == same]
    if found.wrong or not twins:
        return found
    message = f"Another organization here has a name that looks the same: {', '.join(twins)}."
    return replace(found, wrong=Wrong(number=None, message=message))


def _verify(
    session: Session, organization: Organization, catalog: Catalog, kept: Iterable[KeptHead]
) -> Verified:
    keys = {key.key_id: key.public_key for key in list_public_keys(session, organization.id)}
    with closing(walk_chain(session, organization.id)) as chain:
        found = audit(chain, organization_id=organization.id, keys=keys, catalog=catalog)
    heads = [one.head for one in kept if one.organization in (organization.id, organization.slug)]
    return Verified(
        organization=organization.slug,
        entries=found.entries,
        scores=len(found.published),
        head=found.head,
        wrong=found.wrong or next(_find_wrongs(session, organization, found, heads), None),
        gone=len(found.gone),
        beside=found.said.beside,
        known=found.said.known,
        log_until=found.said.logs[-1].at if found.said.logs else None,
        is_sample=organization.is_sample,
    )


def _find_wrongs(
    session: Session, organization: Organization, found: Audit, heads: Iterable[Head]
) -> Iterator[Wrong]:
    """Yield what is wrong around a chain that is whole in itself."""
    organization_id = organization.id
    yield from (cut for cut in (find_cut(found, head) for head in heads) if cut)
    named = {one.hash for one in found.published} | set(found.certificates)
    bodies = len(named | found.said.acts | found.gone.keys())
    if count_bodies(session, organization_id) != bodies:
        yield Wrong(number=None, message="There is a body that belongs to no entry.")
    yield from find_misplaced(
        found.published,
        list_stands(session, organization_id),
        withdrawn=found.said.withdrawn,
        gone=found.gone,
    )
    yield from find_foreign_keys(session, organization_id)
    yield from _find_misread_editions(session, found.said.editions)
    yield from _find_misplaced_certificates(
        found.certificates, list_certificate_stands(session, organization_id), found.gone
    )
    yield from find_beside(session, organization_id, found)
    yield from find_unsigned(session, organization, found)


def find_misplaced(
    published: Iterable[Published],
    stands: tuple[Stand, ...],
    *,
    withdrawn: Collection[str] = (),
    gone: Collection[str] = (),
) -> Iterator[Wrong]:
    """Yield every publication whose place in the lists is not what its body and the acts say.

    `withdrawn` and `gone` are hashes of those that were taken back, or whose bodies are.
    """
    listed = {stand.hash: stand for stand in stands}
    by_employer: dict[str, list[Published]] = {}
    for one in published:
        stand = listed.pop(one.hash, None)
        message = _find_misstatement(one, stand)
        if message:
            yield Wrong(number=one.number, message=message)
        by_employer.setdefault(one.employer_id, []).append(one)
    for stand in (one for name, one in listed.items() if name not in gone):
        yield Wrong(number=stand.number, message="A publication is listed that is no entry.")
    yield from _find_misstated(stands, withdrawn)
    # Where a body is gone, nobody can tell any more what followed what.
    with_gap = {stand.employer_id for stand in stands if stand.hash in gone}
    states = {stand.hash: stand.state for stand in stands}
    for line in (one for name, one in by_employer.items() if name not in with_gap):
        yield from _find_breaks(line, states)


def _find_misstated(stands: Iterable[Stand], withdrawn: Collection[str]) -> Iterator[Wrong]:
    """Yield what the list calls withdrawn and the chain does not, and the other way round."""
    for stand in stands:
        is_listed = stand.state is PublicationState.WITHDRAWN
        if is_listed and stand.hash not in withdrawn:
            yield Wrong(number=stand.number, message="It is listed as withdrawn; no entry says so.")
        if not is_listed and stand.hash in withdrawn:
            yield Wrong(number=stand.number, message="It was withdrawn; the list does not say so.")


def _find_misstatement(published: Published, stand: Stand | None) -> str:
    if stand is None:
        return "It is not in the list of publications."
    said = (stand.number, stand.employer_id, stand.published_at, stand.published_by)
    meant = (
        published.number,
        published.employer_id,
        published.published_at,
        published.published_by,
    )
    return "" if said == meant else "The list of publications says something else of it."


def _find_breaks(line: list[Published], states: Mapping[str, PublicationState]) -> Iterator[Wrong]:
    """Yield what is wrong in the line of one employer's publications, oldest first."""
    replaced = {one.supersedes for one in line}
    for place, one in enumerate(line, start=1):
        before = line[place - 2].hash if place > 1 else ""
        if one.revision != place or one.supersedes not in ("", before):
            yield Wrong(number=one.number, message="It does not follow the revision before it.")
        allowed = _allowed_states(is_replaced=one.hash in replaced, is_last=place == len(line))
        if states.get(one.hash) not in allowed:
            yield Wrong(number=one.number, message=f"Its state cannot be {states.get(one.hash)}.")


def _allowed_states(*, is_replaced: bool, is_last: bool) -> frozenset[PublicationState]:
    if is_replaced:
        return frozenset({PublicationState.SUPERSEDED, PublicationState.WITHDRAWN})
    if is_last:
        return frozenset({PublicationState.CURRENT, PublicationState.WITHDRAWN})
    return frozenset({PublicationState.WITHDRAWN})


def _find_misread_editions(
    session: Session, issued: Mapping[str, EditionIssued]
) -> Iterator[Wrong]:
    """Yield each standard of an organization's own that is not what its entry says."""
    for name, act in issued.items():
        own = find_own(session, act.rubric, act.edition)
        files = read_files(session, name) if own else {}
        if own is None or own.in_use_from != act.in_use_from or not is_as_issued(files, act):
            message = f"The standard {name} is another one than the one that was issued."
            yield Wrong(number=act.number, message=message)


def _find_misplaced_certificates(
    signed: Mapping[str, CertificateBody],
    listed: Iterable[StandOfCertificate],
    gone: Collection[str],
) -> Iterator[Wrong]:
    stands = {stand.hash: stand for stand in listed if stand.hash not in gone}
    for name, body in signed.items():
        stand = stands.pop(name, None)
        if stand is None:
            yield Wrong(number=body.number, message="It is not in the list of certificates.")
        elif stand != _as_listed(name, body):
            message = "The list of certificates says something else of it."
            yield Wrong(number=body.number, message=message)
    for stand in stands.values():
        yield Wrong(number=stand.number, message="A certificate is listed that is no entry.")


def _as_listed(name: str, body: CertificateBody) -> StandOfCertificate:
    return StandOfCertificate(
        hash=name,
        number=body.number,
        code=body.code,
        publication=body.publication,
        employer_id=body.employer_id,
        valid_from=body.valid_from,
        valid_until=body.valid_until,
        issued_at=body.issued_at,
    )
