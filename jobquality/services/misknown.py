"""Hold what is known of employers against what the chain itself says of it.

Whoever changes a brand, a further name, the number of sites or which sites carry whose brand,
and forges all traces of it too, has no key to say so in the chain.
"""

from collections.abc import Iterator, Mapping

from jobquality.ledger.audit import Audit, Wrong
from jobquality.ledger.beside import Beside
from jobquality.ledger.facts import Facts, Mark, nothing_known
from jobquality.ledger.known import known_of
from jobquality.services.facts import hash_of_name, listed_of, mark_of
from jobquality.services.untraced import find_untraced
from jobquality.store.database import Session
from jobquality.store.employers import Employer, list_records, list_sites
from jobquality.store.names import EmployerName, list_names


def find_misknown(
    session: Session, organization_id: str, found: Audit, beside: Beside | None
) -> Iterator[Wrong]:
    """Yield whatever is known of an employer and was not signed so.

    Where the chain does not say yet what is known, rows are held against their traces.
    """
    known = known_of(found.said)
    if known is None or beside is None:
        yield from find_untraced(session, organization_id)
        return
    records = list_records(session, beside.employers)
    listed = listed_of(session, records.values())
    names: dict[str, list[EmployerName]] = {}
    for name in list_names(session, records):
        names.setdefault(name.employer_id, []).append(name)
    for key, record in records.items():
        number, said = known.get(key, (beside.employers[key][0], nothing_known(key)))
        for message in (
            *_fields(said, listed[key], record),
            *_names(said, names.get(key, ())),
        ):
            yield Wrong(number=number, message=message)
    yield from _find_unmarked(session, known)


def _fields(said: Facts, listed: Facts, record: Employer) -> Iterator[str]:
    if listed.scope != said.scope:
        yield f"The employer is said to be '{listed.scope}' now; the chain says '{said.scope}'."
    if listed.brand != said.brand:
        yield f"The employer carries {_brand(listed)} now; the chain says {_brand(said)}."
    if listed.sites != said.sites:
        yield f"The employer has {_sites(listed)} now; the chain says {_sites(said)}."
    elif listed.counted_on != said.counted_on:
        yield "The day on which the employer's sites were counted is not what the chain says."
    elif listed.source != said.source:
        told = record.sites_known_source or "nothing"
        yield f"The number of sites is said to come from '{told}'; no entry says so."


def _brand(facts: Facts) -> str:
    return f"the brand '{facts.brand}'" if facts.brand else "no brand"


def _sites(facts: Facts) -> str:
    return "no known number of sites" if facts.sites is None else f"{facts.sites} sites"


def _names(said: Facts, names: tuple[EmployerName, ...] | list[EmployerName]) -> Iterator[str]:
    public = [one for one in names if one.is_public]
    for one in public:
        if hash_of_name(one) not in said.names:
            yield f"The employer has the further name '{one.text}'; no entry says so."
    gone = len(set(said.names) - {hash_of_name(one) for one in public})
    if gone:
        what = "A further name" if gone == 1 else f"{gone} further names"
        yield f"{what} of the employer that the chain has {'is' if gone == 1 else 'are'} gone."


def _find_unmarked(session: Session, known: Mapping[str, tuple[int, Facts]]) -> Iterator[Wrong]:
    """Yield each site whose brand, name or address is another one than a score was signed with."""
    said: dict[str, tuple[int, Mark]] = {
        mark.site: (number, mark) for number, one in known.values() for mark in one.marks
    }
    sites = {one.id: mark_of(one) for one in list_sites(session, said)}
    for site, (number, mark) in said.items():
        if sites.get(site) != mark:
            message = "A site that carries another employer's brand is gone, or is another one."
            yield Wrong(number=number, message=message)
