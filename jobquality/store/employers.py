"""Employers and their establishments."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.exc import IntegrityError

from jobquality.errors import ConflictError, NotFoundError, RefusedError
from jobquality.store.database import Session
from jobquality.store.rows import EmployerRow, EstablishmentRow, OldSlugRow
from jobquality.store.tenancy import past_the_border
from jobquality.store.versions import check_version

_SAME_NAME = (
    "Somebody else took this name at the same moment. Nothing was overwritten. "
    "Reload the page to see theirs, then try again."
)


class Scope(StrEnum):
    """What an employer is: one business, a chain or brand, or somebody who runs a brand's sites."""

    SINGLE = "single"
    CHAIN = "chain"
    FRANCHISEE = "franchisee"


@dataclass(frozen=True, slots=True, kw_only=True)
class Employer:
    """An employer.

    `name_key` is the name as it is compared (letters that look alike are one). `sector` is a
    NAICS code, `place` a code of our list. `profile` holds further facts as written, such as
    `tipped_workers: yes`; place, sector and headcount are not repeated in it. `registration`
    is a number that only this employer has (EIN, license); it is never public. `sites_known`
    is how many sites it has in all, on a day, after a source. `merged_into` is the id of the
    record that this one is a part of now.
    """

    id: str
    organization_id: str
    slug: str
    name: str
    name_key: str
    sector: str
    place: str
    created_by: str
    created_at: datetime
    legal_name: str = ""
    headcount: int | None = None
    profile: Mapping[str, str] = field(default_factory=dict)
    website: str = ""
    registration: str = ""
    scope: Scope = Scope.SINGLE
    brand_id: str | None = None
    sites_known: int | None = None
    sites_known_on: date | None = None
    sites_known_source: str = ""
    merged_into: str | None = None
    version: int = 1

    @property
    def facts(self) -> dict[str, str]:
        """Everything that decides which criteria apply, as the scorer wants it."""
        given = {"place": self.place, "sector": self.sector, **self.profile}
        if self.headcount is not None:
            given["headcount"] = str(self.headcount)
        return {name: value for name, value in given.items() if value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Establishment:
    """One workplace; `slug` tells it apart inside its employer, `brand_id` is its brand's."""

    id: str
    organization_id: str
    employer_id: str
    slug: str
    name: str
    address: str
    place: str
    created_at: datetime
    headcount: int | None = None
    brand_id: str | None = None
    version: int = 1


def add_employer(session: Session, employer: Employer) -> None:
    """Keep a new employer.

    Raises:
        ConflictError: somebody took the same name at the same moment.
    """
    session.add(
        EmployerRow(
            id=employer.id,
            organization_id=employer.organization_id,
            created_by=employer.created_by,
            created_at=employer.created_at,
            **_columns(employer),
        )
    )
    _flush(session)


def change_employer(session: Session, employer: Employer) -> None:
    """Write an employer anew.

    Raises:
        ConflictError: somebody changed it since `employer.version`, or took its new name at
            the same moment.
    """
    row = session.get_one(EmployerRow, employer.id)
    check_version(row, employer.version)
    for name, value in _columns(employer).items():
        setattr(row, name, value)
    _flush(session)


def get_employer(session: Session, employer_id: str) -> Employer:
    """Return one employer.

    Raises:
        NotFoundError: there is none of that id.
    """
    row = session.scalars(select(EmployerRow).where(EmployerRow.id == employer_id)).first()
    if row is None:
        raise NotFoundError("There is no such employer.")
    return _value(row)


def get_whole(session: Session, employer_id: str) -> Employer:
    """Return one employer that is a record of its own.

    Raises:
        NotFoundError: there is none of that id.
        RefusedError: the record became a part of another one; names it.
    """
    employer = get_employer(session, employer_id)
    if employer.merged_into is not None:
        kept = get_employer(session, employer.merged_into)
        raise RefusedError(f"This record is a part of {kept.name} now. Open that employer.")
    return employer


def find_employer(session: Session, slug: str) -> Employer | None:
    """Return the employer of that public name, or None."""
    row = session.scalars(select(EmployerRow).where(EmployerRow.slug == slug)).first()
    return _value(row) if row else None


def is_slug_taken(session: Session, slug: str) -> bool:
    """Say whether an employer of any organization has this public name.

    Public names are one for the whole installation, SAMPLE included, and those that an
    employer once had too. This looks past the border between organizations, through the bare
    tables, and tells only yes or no.
    """
    tables = (EmployerRow.__table__, OldSlugRow.__table__)
    asked = [select(table.c.slug).where(table.c.slug == slug).limit(1) for table in tables]
    with past_the_border(session) as connection:
        return any(connection.execute(one).first() is not None for one in asked)


def list_employers(session: Session) -> tuple[Employer, ...]:
    """Return every employer, by name; records that became a part of another are left out."""
    rows = session.scalars(
        select(EmployerRow)
        .where(EmployerRow.merged_into.is_(None))
        .order_by(EmployerRow.name, EmployerRow.id)
    )
    return tuple(_value(row) for row in rows)


def list_family(session: Session, employer_id: str) -> tuple[Employer, ...]:
    """Return an employer and every record that became a part of it, itself first."""
    rows = session.scalars(
        select(EmployerRow)
        .where(or_(EmployerRow.id == employer_id, EmployerRow.merged_into == employer_id))
        .order_by(EmployerRow.merged_into.is_not(None), EmployerRow.created_at, EmployerRow.id)
    )
    return tuple(_value(row) for row in rows)


def family_of(session: Session, employer_id: str) -> tuple[str, ...]:
    """Return the ids of all records of one employer, whichever of them is asked by."""
    return families_of(session, [employer_id]).get(employer_id, ())


def families_of(session: Session, employer_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the ids of all records of each employer, by the record it is asked by.

    Two queries for however many; records that are not there are left out.
    """
    kept = {
        one.id: one.merged_into or one.id for one in list_records(session, employer_ids).values()
    }
    wanted = tuple(set(kept.values()))
    rows = session.execute(
        select(EmployerRow.id, EmployerRow.merged_into)
        .where(or_(EmployerRow.id.in_(wanted), EmployerRow.merged_into.in_(wanted)))
        .order_by(EmployerRow.merged_into.is_not(None), EmployerRow.created_at, EmployerRow.id)
    )
    found: dict[str, tuple[str, ...]] = {}
    for record_id, merged_into in rows:
        whole = merged_into or record_id
        found[whole] = (*found.get(whole, ()), record_id)
    return {record_id: found.get(whole, ()) for record_id, whole in kept.items()}


def list_records(session: Session, employer_ids: Iterable[str]) -> dict[str, Employer]:
    """Return records by their id, those that became a part of another one too."""
    wanted = EmployerRow.id.in_(tuple(employer_ids))
    return {row.id: _value(row) for row in session.scalars(select(EmployerRow).where(wanted))}


def list_of_brand(session: Session, brand_id: str) -> tuple[Employer, ...]:
    """Return a brand and the employers that run sites of it, by name."""
    rows = session.scalars(
        select(EmployerRow)
        .where(
            EmployerRow.merged_into.is_(None),
            or_(EmployerRow.id == brand_id, EmployerRow.brand_id == brand_id),
        )
        .order_by(EmployerRow.name, EmployerRow.id)
    )
    return tuple(_value(row) for row in rows)


def add_establishment(session: Session, establishment: Establishment) -> None:
    """Keep a new establishment."""
    session.add(
        EstablishmentRow(
            id=establishment.id,
            organization_id=establishment.organization_id,
            employer_id=establishment.employer_id,
            slug=establishment.slug,
            name=establishment.name,
            address=establishment.address,
            place=establishment.place,
            headcount=establishment.headcount,
            created_at=establishment.created_at,
            brand_id=establishment.brand_id,
        )
    )
    session.flush()


def change_establishment(session: Session, establishment: Establishment) -> Establishment:
    """Write what a workplace is said to be now; its slug and its record stay.

    Raises:
        ConflictError: somebody changed it since `establishment.version`.
        NotFoundError: it is there no more.
    """
    row = session.get(EstablishmentRow, establishment.id, populate_existing=True)
    if row is None:
        raise NotFoundError("There is no such workplace.")
    check_version(row, establishment.version)
    row.name, row.address = establishment.name, establishment.address
    row.place, row.headcount = establishment.place, establishment.headcount
    row.brand_id = establishment.brand_id
    session.flush()
    return replace(establishment, version=row.version)


def remove_establishment(session: Session, establishment_id: str) -> None:
    """Take away a workplace; whoever asks made sure that nothing names it."""
    session.delete(session.get_one(EstablishmentRow, establishment_id))
    session.flush()


def move_establishment(
    session: Session, establishment_id: str, *, employer_id: str, slug: str
) -> None:
    """Let a workplace belong to another record."""
    row = session.get_one(EstablishmentRow, establishment_id)
    row.employer_id, row.slug = employer_id, slug
    session.flush()


def list_establishments(
    session: Session, employer_id: str | None = None, *, brand_id: str | None = None
) -> tuple[Establishment, ...]:
    """Return the establishments of an employer, those that carry a brand, or all, by name."""
    wanted = [] if employer_id is None else [EstablishmentRow.employer_id == employer_id]
    if brand_id is not None:
        wanted.append(EstablishmentRow.brand_id == brand_id)
    return _sites(session, *wanted)


def list_sites(session: Session, site_ids: Iterable[str]) -> tuple[Establishment, ...]:
    """Return establishments by their ids, by name."""
    wanted = tuple(site_ids)
    return _sites(session, EstablishmentRow.id.in_(wanted)) if wanted else ()


def list_carriers(session: Session, brand_ids: Iterable[str]) -> frozenset[str]:
    """Return the ids of the employers that carry one of these brands, or have a site that does."""
    wanted = tuple(brand_ids)
    own = select(EmployerRow.id).where(EmployerRow.brand_id.in_(wanted))
    marked = select(EstablishmentRow.employer_id).where(EstablishmentRow.brand_id.in_(wanted))
    return frozenset((*session.scalars(own), *session.scalars(marked)))


def _sites(session: Session, *wanted: ColumnElement[bool]) -> tuple[Establishment, ...]:
    rows = session.scalars(
        select(EstablishmentRow).where(*wanted).order_by(EstablishmentRow.name, EstablishmentRow.id)
    )
    return tuple(
        Establishment(
            id=row.id,
            organization_id=row.organization_id,
            employer_id=row.employer_id,
            slug=row.slug,
            name=row.name,
            address=row.address,
            place=row.place,
            headcount=row.headcount,
            created_at=row.created_at,
            brand_id=row.brand_id,
            version=row.version,
        )
        for row in rows
    )


def _flush(session: Session) -> None:
    try:
        session.flush()
    except IntegrityError as error:  # two people, one name, one moment
        raise ConflictError(_SAME_NAME) from error


def _columns(employer: Employer) -> dict[str, object]:
    return {
        "slug": employer.slug,
        "name": employer.name,
        "name_key": employer.name_key,
        "legal_name": employer.legal_name,
        "sector": employer.sector,
        "place": employer.place,
        "headcount": employer.headcount,
        "profile": json.dumps(dict(employer.profile), sort_keys=True),
        "website": employer.website,
        "registration": employer.registration,
        "scope": employer.scope.value,
        "brand_id": employer.brand_id,
        "sites_known": employer.sites_known,
        "sites_known_on": employer.sites_known_on,
        "sites_known_source": employer.sites_known_source,
        "merged_into": employer.merged_into,
    }


def _value(row: EmployerRow) -> Employer:
    return Employer(
        id=row.id,
        organization_id=row.organization_id,
        slug=row.slug,
        name=row.name,
        name_key=row.name_key,
        legal_name=row.legal_name,
        sector=row.sector,
        place=row.place,
        headcount=row.headcount,
        profile=json.loads(row.profile),
        website=row.website,
        registration=row.registration,
        scope=Scope(row.scope),
        brand_id=row.brand_id,
        sites_known=row.sites_known,
        sites_known_on=row.sites_known_on,
        sites_known_source=row.sites_known_source,
        merged_into=row.merged_into,
        created_by=row.created_by,
        created_at=row.created_at,
        version=row.version,
    )
