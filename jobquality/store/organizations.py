"""Organizations: the tenants of this installation."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from jobquality.errors import NotFoundError
from jobquality.store.database import Session
from jobquality.store.rows import OrganizationRow
from jobquality.store.versions import check_version


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """A workers' center, coalition or agency.

    `contact` is where people report errors; `languages` are those it publishes in. The
    organization of samples has people that cannot log in and a chain that may be deleted.
    """

    id: str
    slug: str
    name: str
    contact: str
    region: str
    funding: str
    languages: tuple[str, ...]
    time_zone: str
    is_sample: bool
    created_at: datetime
    version: int = 1


def add_organization(session: Session, organization: Organization) -> None:
    """Keep a new organization."""
    session.add(
        OrganizationRow(
            id=organization.id,
            slug=organization.slug,
            name=organization.name,
            contact=organization.contact,
            region=organization.region,
            funding=organization.funding,
            languages=",".join(organization.languages),
            time_zone=organization.time_zone,
            is_sample=organization.is_sample,
            created_at=organization.created_at,
        )
    )
    session.flush()


def change_organization(session: Session, organization: Organization) -> None:
    """Write an organization anew: all but its id, its public name, its kind and its first day.

    Raises:
        ConflictError: somebody changed it since `organization.version`.
    """
    row = session.get_one(OrganizationRow, organization.id)
    check_version(row, organization.version)
    row.name = organization.name
    row.contact = organization.contact
    row.region = organization.region
    row.funding = organization.funding
    row.languages = ",".join(organization.languages)
    row.time_zone = organization.time_zone
    session.flush()


def hold_organization(session: Session, organization_id: str) -> None:
    """Let nobody else who asks this change the organization's people until the work is done."""
    session.get_one(OrganizationRow, organization_id, with_for_update=True)


def get_organization(session: Session, organization_id: str) -> Organization:
    """Return one organization.

    Raises:
        NotFoundError: there is none of that id.
    """
    row = session.get(OrganizationRow, organization_id)
    if row is None:
        raise NotFoundError("There is no such organization.")
    return _value(row)


def find_organization(session: Session, slug: str) -> Organization | None:
    """Return the organization of that public name, or None."""
    row = session.scalars(select(OrganizationRow).where(OrganizationRow.slug == slug)).first()
    return _value(row) if row else None


def list_organizations(session: Session) -> tuple[Organization, ...]:
    """Return every organization, by name."""
    rows = session.scalars(select(OrganizationRow).order_by(OrganizationRow.name))
    return tuple(_value(row) for row in rows)


def _value(row: OrganizationRow) -> Organization:
    return Organization(
        id=row.id,
        slug=row.slug,
        name=row.name,
        contact=row.contact,
        region=row.region,
        funding=row.funding,
        languages=tuple(row.languages.split(",")),
        time_zone=row.time_zone,
        is_sample=row.is_sample,
        created_at=row.created_at,
        version=row.version,
    )
