"""What was signed of employers whose rows somebody changed past the program.

Numbers, days and ids stand in the chain as they are. Words stand there as hashes, so whatever
is written anywhere is tried until it fits; what fits nowhere is not shown.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from jobquality.ledger.facts import Facts, place_of, source_of
from jobquality.services.facts import hash_of_name
from jobquality.services.standing import Standing, standings_of
from jobquality.store.database import Session
from jobquality.store.employers import (
    Employer,
    Establishment,
    Scope,
    list_establishments,
    list_of_brand,
    list_sites,
)
from jobquality.store.names import EmployerName, list_names
from jobquality.store.renames import list_changes


def rightly_known(session: Session, records: Mapping[str, Employer]) -> dict[str, Employer]:
    """Return records, each with what its chain says of it, whatever its row says."""
    said = _said_of(session, records.values())
    return {key: _right(session, one, said.get(one.id)) for key, one in records.items()}


def public_names(session: Session, records: Mapping[str, Employer]) -> tuple[EmployerName, ...]:
    """Return the further names that two people stand behind, as the chain of each record says."""
    said = _said_of(session, records.values())
    return tuple(
        one for one in list_names(session, records) if _is_public(one, said.get(one.employer_id))
    )


def carriers_of(
    session: Session, brand: Employer
) -> tuple[frozenset[str], tuple[Establishment, ...]]:
    """Return who runs sites of a brand, itself included, and the sites of others that carry it."""
    standing = _standing(session, brand)
    if standing is None or standing.facts is None:
        operators = frozenset(one.id for one in list_of_brand(session, brand.id))
        return operators, list_establishments(session, brand_id=brand.id)
    said = standing.facts.values()
    own = {one.employer for one in said if one.brand == brand.id} | {brand.id}
    marks = {mark.site: mark for one in said for mark in one.marks if mark.brand == brand.id}
    sites = (one for one in list_sites(session, marks))
    return (
        frozenset(one for one in own if one not in standing.parts),
        tuple(
            one for one in sites if place_of(one.id, one.name, one.address) == marks[one.id].called
        ),
    )


def _standing(session: Session, record: Employer) -> Standing | None:
    return standings_of(session, [record.organization_id]).get(record.organization_id)


def _said_of(session: Session, records: Iterable[Employer]) -> dict[str, Facts]:
    """Return what chains say of those of these records of whom they say such things."""
    listed = tuple(records)
    standings = standings_of(session, {one.organization_id for one in listed})
    strict = {one.id: standings.get(one.organization_id) for one in listed}
    found = ((key, one.facts_of(key)) for key, one in strict.items() if one is not None)
    return {key: facts for key, facts in found if facts is not None}


def _right(session: Session, record: Employer, said: Facts | None) -> Employer:
    if said is None or _is_right(record, said):
        return record
    return replace(
        record,
        scope=Scope(said.scope),
        brand_id=said.brand or None,
        sites_known=said.sites,
        sites_known_on=said.counted_on,
        sites_known_source=_source(session, record, said.source),
    )


def _is_right(record: Employer, said: Facts) -> bool:
    listed = (record.scope.value, record.brand_id or "", record.sites_known, record.sites_known_on)
    source = source_of(record.id, record.sites_known_source)
    return (*listed, source) == (said.scope, said.brand, said.sites, said.counted_on, said.source)


def _source(session: Session, record: Employer, said: str) -> str:
    changes = list_changes(session, record.id)
    told = [one.wanted.get("sites_known_source", "") for one in changes]
    tried = (record.sites_known_source, *told)
    return next((one for one in tried if said and source_of(record.id, one) == said), "")


def _is_public(name: EmployerName, said: Facts | None) -> bool:
    return name.is_public if said is None else hash_of_name(name) in said.names
