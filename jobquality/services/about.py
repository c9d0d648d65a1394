"""What stands on an employer's page beside its facts: names, its chain, and what waits."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jobquality.services.factsigning import Forged, find_forged
from jobquality.services.renames import identity_of, is_published
from jobquality.store.database import Session
from jobquality.store.employers import (
    Employer,
    Scope,
    list_employers,
    list_family,
    list_of_brand,
    list_records,
)
from jobquality.store.names import EmployerName, list_names, list_old_slugs
from jobquality.store.people import list_people
from jobquality.store.renames import ChangeState, IdentityChange, list_changes


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One fact that would change: what it is, what it was and what it would be."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """A change of who an employer is, which waits for a second person."""

    employer: Employer
    change: IdentityChange
    steps: tuple[Step, ...]
    proposed_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Everything beside the facts; `people` are names by id.

    `forged` is what was changed past the program, and `past` each fact of it: as it stands here,
    and as it was signed.
    """

    names: tuple[EmployerName, ...]
    old_slugs: tuple[str, ...]
    parts: tuple[Employer, ...]
    brand: Employer | None
    operators: tuple[Employer, ...]
    chains: tuple[Employer, ...]
    waiting: Proposed | None
    is_public: bool
    forged: Forged | None
    past: tuple[Step, ...]
    people: Mapping[str, str]


def read_about(session: Session, employer: Employer) -> About:
    """Return what stands on the page of an employer."""
    open_changes = list_changes(session, employer.id, state=ChangeState.OPEN)
    brands = list_records(session, [employer.brand_id] if employer.brand_id else [])
    is_chain = employer.scope is Scope.CHAIN
    own = list_of_brand(session, employer.id) if is_chain else ()
    forged = find_forged(session, employer)
    return About(
        names=list_names(session, [employer.id]),
        old_slugs=list_old_slugs(session, employer.id),
        parts=list_family(session, employer.id)[1:],
        brand=brands.get(employer.brand_id or ""),
        operators=tuple(one for one in own if one.id != employer.id),
        chains=list_chains(session, but=employer.id),
        waiting=next(_proposed(session, open_changes), None),
        is_public=is_published(session, employer.id),
        forged=forged,
        past=tuple(_past(session, employer, forged.signed)) if forged else (),
        people={one.id: one.name for one in list_people(session)},
    )


def list_proposed(session: Session) -> tuple[Proposed, ...]:
    """Return every change that waits for a second person, by employer, newest first."""
    found = list_changes(session, state=ChangeState.OPEN)
    return tuple(_proposed(session, sorted(found, key=lambda one: one.employer_id)))


def list_chains(session: Session, *, but: str = "") -> tuple[Employer, ...]:
    """Return the chains and brands of the organization, by name."""
    found = list_employers(session)
    return tuple(one for one in found if one.scope is Scope.CHAIN and one.id != but)


def _proposed(session: Session, changes: Sequence[IdentityChange]) -> Iterator[Proposed]:
    """Yield changes in words, in three queries for however many; none for none."""
    if not changes:
        return
    people = {one.id: one.name for one in list_people(session)}
    brands = {one.id: one.name for one in list_employers(session)}
    employers = list_records(session, {one.employer_id for one in changes})
    for one in changes:
        employer = employers[one.employer_id]
        was = identity_of(employer)
        yield Proposed(
            employer=employer,
            change=one,
            steps=tuple(
                _step(name, was[name], one.wanted[name], brands)
                for name in was
                if name in one.wanted
            ),
            proposed_by=people.get(one.proposed_by, ""),
        )


def _past(session: Session, employer: Employer, signed: Employer) -> Iterator[Step]:
    """Yield each fact that stands here otherwise than it was signed."""
    now, said = identity_of(employer), identity_of(signed)
    brands = {one.id: one.name for one in list_employers(session)}
    for name, one in now.items():
        if one != said[name]:
            yield _step(name, one, said[name], brands)


def _step(field: str, before: str, after: str, brands: Mapping[str, str]) -> Step:
    if field == "brand_id":
        before, after = brands.get(before, ""), brands.get(after, "")
    return Step(field=field, before=before, after=after)
