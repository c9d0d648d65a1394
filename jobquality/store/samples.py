"""Organizations of samples: the shipped one is found, and any is removed whole."""

from sqlalchemy import delete, select

from jobquality.errors import RefusedError
from jobquality.store.database import Session
from jobquality.store.practice import has_signed_as, practice_ids
from jobquality.store.rows import OrganizationRow, Row, SetupCodeRow
from jobquality.store.sweeping import WITH_FILES


def find_samples(session: Session) -> str | None:
    """Return the id of the organization of shipped samples, or None where there is none.

    Practice centers are organizations of samples, too, and are never meant here. The session
    belongs to every organization.
    """
    return session.scalars(
        select(OrganizationRow.id).where(
            OrganizationRow.is_sample.is_(True), OrganizationRow.id.not_in(practice_ids())
        )
    ).first()


def is_untouched(session: Session) -> bool:
    """Say whether nobody ever used this installation: no organization, and no set-up code."""
    organizations = session.scalars(select(OrganizationRow.id).limit(1)).first()
    codes = session.scalars(select(SetupCodeRow.digest).limit(1)).first()
    return organizations is None and codes is None


def remove_samples(session: Session, organization_id: str) -> tuple[str, ...]:
    """Delete everything of an organization of samples; return the names of its files.

    The session belongs to every organization. The database itself refuses to delete a real
    organization's chain.

    Raises:
        RefusedError: it is a real organization, by its row or by anything that it signed.
    """
    organization = session.get(OrganizationRow, organization_id)
    is_sample = organization is not None and organization.is_sample
    if not is_sample or has_signed_as(session, organization_id, is_sample=False):
        raise RefusedError("Only the samples can be removed. Nothing of a real organization can.")
    files = _files(session, organization_id)
    session.expunge_all()
    for table in reversed(Row.metadata.sorted_tables):
        if "organization_id" in table.columns:
            session.execute(delete(table).where(table.c.organization_id == organization_id))
    session.execute(delete(OrganizationRow).where(OrganizationRow.id == organization_id))
    return files


def _files(session: Session, organization_id: str) -> tuple[str, ...]:
    """Return the files that only this organization names."""
    own: set[str] = set()
    others: set[str] = set()
    for row in WITH_FILES:
        for name, owner in session.execute(select(row.sha256, row.organization_id)):
            (own if owner == organization_id else others).add(name)
    return tuple(sorted(own - others - {""}))
