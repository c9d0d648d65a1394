"""What stands beside the chains, as they say it: who is called what, and what is worth what.

`verify` walks whole chains. A page asks this instead: it reads the few acts that speak of
employers and certificates once for each head of a chain, and remembers them.

Source: docs/decisions/0044-signed-beside.md, 0052-signed-facts.md
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from jobquality.access.states import CertificateStatus
from jobquality.ledger.acts import (
    Act,
    ActKind,
    FactsChanged,
    House,
    HouseChanged,
    IdentityChanged,
    Merged,
    StatusChanged,
    StoodBeside,
    StoodKnown,
    Tombstone,
    Worth,
    called_of,
)
from jobquality.ledger.canonical import hash_of
from jobquality.ledger.certificate import CertificateBody, load_certificate
from jobquality.ledger.disputes import Disputes
from jobquality.ledger.facts import Facts, nothing_known
from jobquality.ledger.form import load_snapshot
from jobquality.services.amends import read_act
from jobquality.services.facts import is_as_listed, listed_of
from jobquality.services.whole import find_whole, is_body
from jobquality.store.certificates import Certificate
from jobquality.store.chains import Tip, count_entries, list_of_kinds, list_tips
from jobquality.store.database import Session
from jobquality.store.employers import Employer, list_records
from jobquality.store.organizations import Organization
from jobquality.store.practice import has_signed_as
from jobquality.store.publications import Entry, Publication

_KINDS = (
    ActKind.BESIDE.value,
    ActKind.IDENTITY.value,
    ActKind.MERGER.value,
    ActKind.ORGANIZATION.value,
    ActKind.STATUS.value,
    ActKind.FACTS.value,
    ActKind.KNOWN.value,
)
_OF_DISPUTES = (
    ActKind.STATEMENT.value,
    ActKind.CORRECTION.value,
    ActKind.WITHDRAWAL.value,
    ActKind.TOMBSTONE.value,
)
#: How many standings are remembered: one of each chain, and some that others still look at.
_MOST = 64
#: How many bodies are remembered by what they call their employer.
_MOST_CALLED = 16384


@dataclass(slots=True, kw_only=True)
class Standing:
    """What a chain says since its entry `since`; `is_broken` where some of it cannot be read.

    `called` are the records that an act names, `parts` those that are a part of another one,
    `worth` the certificates that an act speaks of. What no act speaks of stands as it was
    published: a record is called as its scores call it, and a certificate is valid. `facts` is
    None before the chain says what is known of employers; then nothing is of the others.
    `disputes` are those of the whole chain, None where a court let words of one go: then it
    cannot tell which of them are open.
    """

    since: int
    house: House | None = None
    called: dict[str, str] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)
    worth: dict[str, Worth] = field(default_factory=dict)
    facts: dict[str, Facts] | None = None
    disputes: Disputes | None = None
    is_broken: bool = False

    def family_of(self, record_id: str) -> frozenset[str]:
        """Return all records that are one employer with this one."""
        whole = self.parts.get(record_id) or record_id
        return frozenset({whole, *(one for one, into in self.parts.items() if into == whole)})

    def worth_of(self, certificate: Certificate) -> Worth:
        """Return what a certificate is worth."""
        valid = CertificateStatus.VALID.value
        fresh = Worth(certificate=certificate.hash, status=valid, reason="")
        return self.worth.get(certificate.hash, fresh)

    def facts_of(self, employer_id: str) -> Facts | None:
        """Return what is known of an employer; None before the chain says such things."""
        if self.facts is None:
            return None
        return self.facts.get(employer_id) or nothing_known(employer_id)

    def calls(self, record: Employer, proof: str) -> bool:
        """Say whether a record is called so; `proof` is what a signed score of it calls it."""
        said = self.called.get(record.id, proof)
        is_called = not said or said == called_of(record.id, record.name, record.slug)
        return is_called and not self.is_broken

    def take(self, act: Act) -> None:
        """Follow one more act."""
        if isinstance(act, StoodBeside):
            self.house = act.house
            self.called = {one.employer: one.called for one in act.employers}
            self.parts = {one.employer: one.merged_into for one in act.employers if one.merged_into}
            self.worth = {one.certificate: one for one in act.certificates}
        elif isinstance(act, IdentityChanged):
            self.called[act.employer] = act.called
        elif isinstance(act, HouseChanged):
            self.house = act.house
        elif isinstance(act, Merged):
            self._merge(act)
        elif isinstance(act, StatusChanged):
            worth = Worth(certificate=act.certificate, status=act.status, reason=act.reason)
            self.worth[act.certificate] = worth
        else:
            self._know(act)

    def _know(self, act: Act) -> None:
        if isinstance(act, StoodKnown):
            self.facts = {one.employer: one for one in act.facts}
            for brand in act.brands:
                self.called.setdefault(brand.employer, brand.called)
        elif isinstance(act, FactsChanged) and self.facts is not None:
            self.facts[act.facts.employer] = act.facts

    def _merge(self, act: Merged) -> None:
        is_known = act.kept in self.called
        self.called.setdefault(act.kept, act.called)
        for record in act.records:
            # Undone, what came along with a record is a part of that one again.
            back = "" if record == act.merged else act.merged
            self.parts[record] = back if act.is_undone else act.kept
        if act.is_undone and not is_known:
            del self.called[act.kept]


#: By chain, and by its head: a chain with another head says other things.
_HELD: dict[Tip, Standing | None] = {}
#: What whole bodies call their employer, by their hash: bodies never change.
_CALLED: dict[str, tuple[str, str, bool]] = {}


def standings_of(session: Session, organization_ids: Collection[str]) -> Mapping[str, Standing]:
    """Return what chains say, by organization; not those that do not say such things yet."""
    found: dict[str, Standing] = {}
    for tip in list_tips(session, organization_ids):
        if tip not in _HELD:
            while len(_HELD) >= _MOST:
                _HELD.pop(next(iter(_HELD)), None)
            _HELD[tip] = _read(session, tip)
        standing = _HELD[tip]
        if standing is not None:
            found[tip.organization_id] = standing
    return found


def find_miscalled(session: Session, whole: Collection[Publication]) -> frozenset[str]:
    """Return the hashes of those whose employer is called otherwise today than its chain says.

    Or is a part of another one, or none, or known otherwise, and no entry says so; or that the
    list gives to an employer that their own body does not speak of. Each is what was signed, or
    its body is gone.
    """
    standings = standings_of(session, {one.organization_id for one in whole})
    strict = [one for one in whole if one.organization_id in standings]
    records = list_records(session, {one.employer_id for one in strict}) if strict else {}
    kept = list_records(session, {one.merged_into for one in records.values() if one.merged_into})
    misknown = find_known_otherwise(session, {**records, **kept}.values())
    return frozenset(
        one.hash
        for one in strict
        if not _is_called(one, records.get(one.employer_id), kept, standings[one.organization_id])
        or _whole_of(one, records) in misknown
    )


def find_known_otherwise(session: Session, records: Collection[Employer]) -> frozenset[str]:
    """Return the ids of those that are known otherwise today than their chain says."""
    standings = standings_of(session, {one.organization_id for one in records})
    strict = [
        one
        for one in records
        if one.organization_id in standings and standings[one.organization_id].facts is not None
    ]
    listed = listed_of(session, strict)
    return frozenset(
        one.id
        for one in strict
        if not is_as_listed(standings[one.organization_id].facts_of(one.id), listed[one.id])
    )


def _whole_of(publication: Publication, records: Mapping[str, Employer]) -> str:
    record = records.get(publication.employer_id)
    return (record.merged_into or record.id) if record else ""


def proof_of(publication: Publication) -> str:
    """Return what a whole body calls the employer that it was published of, as it is signed."""
    return _said_by(publication)[1] if publication.content else ""


def is_said_a_sample(publication: Publication) -> bool:
    """Say whether a whole body was signed as a sample."""
    return _said_by(publication)[2]


def as_signed(session: Session, certificates: Iterable[Certificate]) -> tuple[Certificate, ...]:
    """Return certificates, each as its body and its chain say, whatever its row says.

    One whose body is not the one that was signed, or that no signed entry has, is left out.
    """
    every = tuple(certificates)
    whole = find_whole(session, [one.hash for one in every]) if every else frozenset()
    listed = tuple(_as_said(one) for one in every if is_body(one, whole))
    standings = standings_of(session, {one.organization_id for one in listed})
    return tuple(_as_signed(one, standings.get(one.organization_id)) for one in listed)


@lru_cache(maxsize=_MOST_CALLED)
def _read_certificate(content: str) -> CertificateBody:
    return load_certificate(content)


def _as_said(certificate: Certificate) -> Certificate:
    """Return a certificate with what its own body says; without a body, as its row is."""
    if not certificate.content:
        return certificate
    body = _read_certificate(certificate.content)
    return replace(
        certificate,
        code=body.code,
        number=body.number,
        publication_hash=body.publication,
        employer_id=body.employer_id,
        valid_from=body.valid_from,
        valid_until=body.valid_until,
        issued_at=body.issued_at,
    )


def rightly_merged(session: Session, records: Mapping[str, Employer]) -> dict[str, Employer]:
    """Return records, each a part of what its chain says, whatever its row says."""
    standings = standings_of(session, {one.organization_id for one in records.values()})
    return {key: _part(one, standings.get(one.organization_id)) for key, one in records.items()}


def _part(record: Employer, standing: Standing | None) -> Employer:
    said = record.merged_into if standing is None else standing.parts.get(record.id) or None
    return record if said == record.merged_into else replace(record, merged_into=said)


def house_as_signed(session: Session, organization: Organization) -> Organization:
    """Return an organization with what its chain says of it, whatever its row says.

    One that signed anything as real is no sample.
    """
    if organization.is_sample and has_signed_as(session, organization.id, is_sample=False):
        organization = replace(organization, is_sample=False)
    standing = standings_of(session, [organization.id]).get(organization.id)
    said = standing.house if standing else None
    if said is None:
        return organization
    return replace(
        organization,
        name=said.name,
        contact=said.contact,
        region=said.region,
        funding=said.funding,
    )


def _as_signed(certificate: Certificate, standing: Standing | None) -> Certificate:
    if standing is None:
        return certificate
    said = standing.worth_of(certificate)
    status = CertificateStatus(said.status)
    return replace(certificate, status=status, reason=said.reason)


def _is_called(
    publication: Publication,
    record: Employer | None,
    kept: Mapping[str, Employer],
    standing: Standing,
) -> bool:
    if record is None or not _is_of(publication, record):
        return False
    proof = proof_of(publication) if publication.number > standing.since else ""
    into = standing.parts.get(record.id, "")
    if not standing.calls(record, proof) or into != (record.merged_into or ""):
        return False
    whole = kept.get(into)
    return not into or (whole is not None and standing.calls(whole, ""))


def _is_of(publication: Publication, record: Employer) -> bool:
    return not publication.content or _said_by(publication)[0] == record.id


def _said_by(publication: Publication) -> tuple[str, str, bool]:
    """Return the record that a body speaks of, what it calls it, and whether it is a sample."""
    if publication.hash not in _CALLED:
        if len(_CALLED) >= _MOST_CALLED:
            _CALLED.clear()
        snapshot = load_snapshot(publication.content)
        said, is_sample = snapshot.employer, snapshot.organization.is_sample
        called = called_of(said.id, said.name, said.slug)
        _CALLED[publication.hash] = said.id, called, is_sample
    return _CALLED[publication.hash]


def _read(session: Session, tip: Tip) -> Standing | None:
    """Return what a chain says; None where it is whole and does not say such things yet."""
    owner = tip.organization_id
    found = list_of_kinds(session, _KINDS + _OF_DISPUTES, organization_id=owner)
    whole = find_whole(session, [entry.hash for entry, _ in found])
    said = {entry.hash for entry, content in found if hash_of(content) == entry.hash} & whole
    standing: Standing | None = None
    for entry, content in (one for one in found if one[0].hash in said):
        act = read_act(entry.kind, content)
        if isinstance(act, StoodBeside) and standing is None:
            standing = Standing(since=act.number)
        if standing is not None:
            standing.take(act)
    is_cut = count_entries(session, owner) != tip.number
    if is_cut or any(one.kind in _KINDS and one.hash not in said for one, _ in found):
        # Whoever took the first such act away left a gap: then nobody is called rightly.
        standing = standing or Standing(since=0)
        standing.is_broken = True
    if standing is not None:
        _dispute(standing, found, whole)
    return standing


def _dispute(
    standing: Standing, found: Iterable[tuple[Entry, str]], whole: Collection[str]
) -> None:
    """Follow the disputes of a chain, as far as each word of them is there or rightly gone."""
    disputes, empty, buried = Disputes(), set[str](), set[str]()
    for entry, content in found:
        if entry.hash not in whole or (content and hash_of(content) != entry.hash):
            standing.is_broken = True
        elif not content:
            empty.add(entry.hash)
        else:
            act = read_act(entry.kind, content)
            disputes.take(entry.hash, act)
            buried |= {act.body} if isinstance(act, Tombstone) else set()
    standing.disputes = None if empty else disputes
    standing.is_broken = standing.is_broken or not empty <= buried
