"""What is known of employers as their rows have it, in the form in which a chain says it."""

from collections.abc import Iterable
from dataclasses import replace

from jobquality.ledger.facts import Facts, Mark, further_of, place_of, source_of
from jobquality.store.database import Session
from jobquality.store.employers import Employer, Establishment
from jobquality.store.names import EmployerName, list_names


def listed_of(session: Session, records: Iterable[Employer]) -> dict[str, Facts]:
    """Return what the rows of employers say of them; the brands of their sites are left out."""
    known = {one.id: one for one in records}
    names: dict[str, list[str]] = {one: [] for one in known}
    for name in list_names(session, known) if known else ():
        if name.is_public:
            names[name.employer_id].append(hash_of_name(name))
    return {key: _listed(one, names[key]) for key, one in known.items()}


def hash_of_name(name: EmployerName) -> str:
    """Return a further name as a chain has it."""
    return further_of(name.employer_id, name.kind.value, name.text, name.since, name.until)


def mark_of(site: Establishment) -> Mark:
    """Return that a site carries another employer's brand, as a chain has it."""
    called = place_of(site.id, site.name, site.address)
    return Mark(site=site.id, brand=site.brand_id or "", called=called)


def is_as_listed(said: Facts | None, listed: Facts) -> bool:
    """Say whether a row says what its chain does, or the chain does not say such things yet."""
    return said is None or replace(said, marks=()) == listed


def _listed(one: Employer, names: Iterable[str]) -> Facts:
    return Facts(
        employer=one.id,
        scope=one.scope.value,
        brand=one.brand_id or "",
        sites=one.sites_known,
        counted_on=one.sites_known_on,
        source=source_of(one.id, one.sites_known_source),
        names=tuple(sorted(set(names))),
        marks=(),
    )
