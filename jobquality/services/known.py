"""What is known of employers today, beside what was published of them.

A publication never changes, and an employer does: it gets another name, two records of it
become one, somebody counts its sites. All of this is told beside a scorecard and never enters
it, and two people stand behind each of it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jobquality.services.likeness import name_key
from jobquality.services.rightfacts import public_names, rightly_known
from jobquality.services.rightnames import rightly_called
from jobquality.services.standing import rightly_merged
from jobquality.store.database import Session
from jobquality.store.employers import Employer, Scope, list_records
from jobquality.store.names import EmployerName, NameKind
from jobquality.store.publications import Publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An employer as it is today: its record, and the names that two people stand behind.

    `merged` are the names of records that became a part of it.
    """

    id: str
    slug: str
    name: str
    scope: Scope
    formerly: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    brand: str = ""
    brand_slug: str = ""
    sites_known: int | None = None
    sites_known_on: date | None = None
    sites_known_source: str = ""

    def name_of(self, published: str) -> str:
        """Return what an employer is called, of whom something was published under a name.

        That is its name of today only where two people said that it had the other one.
        """
        said = name_key(published)
        return self.name if said in {name_key(one) for one in self.names} else published

    def formerly_of(self, published: str) -> tuple[str, ...]:
        """Return the names that it had before, the published one too where that is old."""
        now = self.name_of(published)
        return tuple(one for one in self.formerly if one != now)


def known_of(
    session: Session, employer_ids: Iterable[str], proofs: Iterable[Publication] = ()
) -> Mapping[str, Known]:
    """Return what is known today of records, by their ids; a part is known as the whole.

    What a chain calls otherwise than its row does has the name of the chain, and whatever else
    is known of it is what the chain says, too. `proofs` are
    scores of these records that are what was signed, where somebody has read them already.
    """
    wanted = set(employer_ids)
    records = rightly_merged(session, list_records(session, wanted))
    kept = list_records(session, {one.merged_into or one.id for one in records.values()})
    kept = rightly_known(session, kept)
    brands = list_records(session, {one.brand_id for one in kept.values() if one.brand_id})
    both = rightly_called(session, {**rightly_known(session, brands), **kept}, proofs)
    kept, brands = ({name: both[name] for name in each} for each in (kept, brands))
    names: dict[str, list[EmployerName]] = {}
    for name in public_names(session, kept):
        names.setdefault(name.employer_id, []).append(name)
    known = {one.id: _known(one, names.get(one.id, []), brands) for one in kept.values()}
    return {one.id: known[one.merged_into or one.id] for one in records.values()}


def _known(
    employer: Employer, public: Sequence[EmployerName], brands: Mapping[str, Employer]
) -> Known:
    brand = brands.get(employer.brand_id or "")
    brand = brand if brand and brand.scope is Scope.CHAIN else None
    return Known(
        id=employer.id,
        slug=employer.slug,
        name=employer.name,
        scope=employer.scope,
        formerly=tuple(dict.fromkeys(one.text for one in public if one.kind is NameKind.FORMER)),
        names=tuple(one.text for one in public),
        brand=brand.name if brand else "",
        brand_slug=brand.slug if brand else "",
        sites_known=employer.sites_known,
        sites_known_on=employer.sites_known_on,
        sites_known_source=employer.sites_known_source,
    )
