"""Go through a whole chain with its bodies and name the first thing that is wrong."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from jobquality.errors import FaultsError, NotFoundError
from jobquality.ledger.acts import ActKind, load_act
from jobquality.ledger.audit_acts import GONE, Said, fault_of_act
from jobquality.ledger.canonical import hash_of
from jobquality.ledger.certificate import CertificateBody, load_certificate
from jobquality.ledger.chain import NOTHING, Head, Linked, Signed, find_fault, head_of
from jobquality.ledger.form import load_snapshot
from jobquality.ledger.recompute import recomputed
from jobquality.ledger.snapshot import Snapshot
from jobquality.rubrics.catalog import Catalog

PUBLICATION, CERTIFICATE = "publication", "certificate"
_MOST_NAMED = 3
#: What a tombstone may take the place of: what speaks of somebody.
_MAY_GO = frozenset({PUBLICATION, CERTIFICATE, ActKind.STATEMENT.value})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """The first thing that is wrong; `number` is that of its entry, or None for none."""

    number: int | None
    message: str

    def __str__(self) -> str:
        """Return it as one line."""
        return self.message if self.number is None else f"entry {self.number}: {self.message}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What the lists and the certificates repeat of one snapshot."""

    number: int
    hash: str
    employer_id: str
    level: str
    scoring_hash: str
    revision: int
    supersedes: str
    published_at: datetime
    published_by: str
    people: tuple[str, ...] = ()
    name: str = ""
    slug: str = ""
    issuer: str = ""
    issuer_slug: str = ""
    is_sample: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """How far a chain was found whole; `head` is the newest link that is.

    `entries` are those that are whole, `certificates` bodies by their hashes, `links` hashes
    of links by their numbers. `gone` are hashes of bodies that tombstones took the place of,
    with the kind and number of each; `said` is what the acts say.
    """

    entries: int
    published: tuple[Published, ...]
    gone: Mapping[str, tuple[str, int]]
    said: Said
    certificates: Mapping[str, CertificateBody]
    links: Mapping[int, str]
    head: Head
    wrong: Wrong | None


class _Walk:
    """One chain on the way through it."""

    def __init__(self, organization_id: str, keys: Mapping[str, str], catalog: Catalog) -> None:
        self.published: dict[str, Published] = {}
        self.certificates: dict[str, CertificateBody] = {}
        self.links: dict[int, str] = {}
        self.gone: dict[str, tuple[str, int]] = {}
        self.said = Said()
        self.before: Linked | None = None
        self._organization_id = organization_id
        self._keys = keys
        self._catalog = catalog

    def find_fault(self, entry: Signed, content: str | None) -> str:
        if entry.organization_id != self._organization_id:
            return "It belongs to another organization."
        fault = (
            find_fault(entry, self.before, self._keys)
            or self._fault_of_key(entry)
            or self._fault_of_body(entry, content)
        )
        if not fault:
            self.before = entry
            self.links[entry.number] = head_of(entry).hash
        return fault

    def find_unmarked(self) -> Wrong | None:
        """Return the first body that is gone without a tombstone."""
        for name, (_, number) in self.gone.items():
            if name not in self.said.tombstones:
                return Wrong(number=number, message="Its body is missing.")
        return None

    def _fault_of_key(self, entry: Signed) -> str:
        """Return a fault where another key signs than the one that the chain itself names."""
        before = self.before
        wanted = self.said.next_key or (before.key_id if before else entry.key_id)
        if entry.key_id == wanted:
            return ""
        return f"It is signed with the key {entry.key_id}; that of this time is {wanted}."

    def _fault_of_body(self, entry: Signed, content: str | None) -> str:
        if content is None or (not content and entry.kind not in _MAY_GO):
            return "Its body is missing."
        if not content:
            self.gone[entry.hash] = (entry.kind, entry.number)
            return ""
        if hash_of(content) != entry.hash:
            return "Its body was changed: it has another hash than the one that was signed."
        return self._fault_of_content(entry, content)

    def _fault_of_content(self, entry: Signed, content: str) -> str:
        try:
            return self._fault_of_kind(entry, content)
        except FaultsError as error:
            return f"Its body cannot be read: {error.faults[0]}"

    def _fault_of_kind(self, entry: Signed, content: str) -> str:
        if entry.kind == PUBLICATION:
            return self._fault_of_snapshot(entry, load_snapshot(content))
        if entry.kind == CERTIFICATE:
            return self._fault_of_certificate(entry, load_certificate(content))
        if entry.kind in set(ActKind):
            return self._fault_of_act(entry, content)
        return f"This program does not know entries of the kind '{entry.kind}'."

    def _fault_of_snapshot(self, entry: Signed, snapshot: Snapshot) -> str:
        self.published[entry.hash] = published_of(entry, snapshot)
        return _fault_of_promises(entry, snapshot) or self._fault_of_score(snapshot)

    def _fault_of_act(self, entry: Signed, content: str) -> str:
        return fault_of_act(
            self.said,
            entry,
            load_act(entry.kind, content),
            supersedes={name: one.supersedes for name, one in self.published.items()}
            | dict.fromkeys(self.gone, GONE),
            bodies=self.published.keys()
            | self.certificates.keys()
            | self.gone.keys()
            | self.said.statements.keys(),
        )

    def _fault_of_certificate(self, entry: Signed, body: CertificateBody) -> str:
        self.certificates[entry.hash] = body
        said = (body.number, body.issuer_id, body.issued_at)
        if said != (entry.number, entry.organization_id, entry.at):
            return "Its body is that of another entry."
        if body.publication in self.gone:
            return ""
        behind = self.published.get(body.publication)
        if behind is None:
            return "It certifies a score that was not published before."
        certified = (body.employer_id, body.level, body.scoring_hash)
        is_same = certified == (behind.employer_id, behind.level, behind.scoring_hash)
        return "" if is_same else "It certifies something else than the score that it names."

    def _fault_of_score(self, snapshot: Snapshot) -> str:
        try:
            rubric = self._catalog.get(snapshot.rubric, snapshot.edition)
        except NotFoundError as error:
            return f"Its score cannot be worked out again here. {error}"
        differences = recomputed(snapshot, rubric, self._catalog.parameters.places)
        if not differences:
            return ""
        named = "; ".join(str(one) for one in differences[:_MOST_NAMED])
        more = len(differences) - _MOST_NAMED
        return f"Its score is another one: {named}{f'; and {more} more' if more > 0 else ''}."


def audit(
    entries: Iterable[tuple[Signed, str | None]],
    *,
    organization_id: str,
    keys: Mapping[str, str],
    catalog: Catalog,
) -> Audit:
    """Return how far a chain is whole: links, signatures, bodies, and every score again.

    `entries` come in the order of their numbers, each with its body or None. Nothing after
    the first thing that is wrong is looked at.
    """
    walk = _Walk(organization_id, keys, catalog)
    wrong = _first_wrong(walk, entries)
    unmarked = walk.find_unmarked()
    if wrong is None or (unmarked and (unmarked.number or 0) < (wrong.number or 0)):
        wrong = unmarked or wrong
    return Audit(
        entries=len(walk.links),
        published=tuple(walk.published.values()),
        gone=walk.gone,
        said=walk.said,
        certificates=walk.certificates,
        links=walk.links,
        head=head_of(walk.before),
        wrong=wrong,
    )


def _first_wrong(walk: _Walk, entries: Iterable[tuple[Signed, str | None]]) -> Wrong | None:
    for entry, content in entries:
        fault = walk.find_fault(entry, content)
        if fault:
            return Wrong(number=entry.number, message=fault)
    return None


def find_cut(found: Audit, kept: Head) -> Wrong | None:
    """Return what is wrong where a head that somebody kept is not in the chain any more."""
    if kept == NOTHING or found.links.get(kept.number) == kept.hash:
        return None
    if kept.number > found.head.number:
        message = f"The chain ends at {found.head.number}: its end was cut off."
        return Wrong(number=kept.number, message=message)
    message = "It is another one than the head that was published."
    return Wrong(number=kept.number, message=message)


def _fault_of_promises(entry: Signed, snapshot: Snapshot) -> str:
    if snapshot.organization.id != entry.organization_id:
        return "Its body speaks of another organization."
    if snapshot.published_at != entry.at:
        return "Its body was published at another moment than the entry says."
    return _fault_of_people(snapshot) or _fault_of_notice(snapshot)


def _fault_of_people(snapshot: Snapshot) -> str:
    roles = snapshot.roles
    is_second = roles.reviewed_by and roles.reviewed_by not in roles.assessed_by
    return "" if is_second and roles.published_by else "No second person stands behind it."


def _fault_of_notice(snapshot: Snapshot) -> str:
    notice, at = snapshot.notice, snapshot.published_at
    if notice is None or at is None or not notice.delivered_at < notice.ended_at <= at:
        return "It was published before the employer's clock had ended."
    if notice.is_shortened and not snapshot.organization.is_sample:
        return "The employer's clock was shortened, which only samples may."
    return ""


def published_of(entry: Linked, snapshot: Snapshot) -> Published:
    """Return what the lists and the certificates repeat of a snapshot and its entry."""
    return Published(
        number=entry.number,
        hash=entry.hash,
        employer_id=snapshot.employer.id,
        level=snapshot.level,
        scoring_hash=snapshot.scoring_hash,
        revision=snapshot.revision,
        supersedes=snapshot.supersedes,
        published_at=entry.at,
        published_by=snapshot.roles.published_by,
        people=(*snapshot.roles.assessed_by, snapshot.roles.reviewed_by),
        name=snapshot.employer.name,
        slug=snapshot.employer.slug,
        issuer=snapshot.organization.name,
        issuer_slug=snapshot.organization.slug,
        is_sample=snapshot.organization.is_sample,
    )
