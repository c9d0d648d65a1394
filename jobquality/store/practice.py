"""Practice centers: which organizations they are, whose, and what is left out for them.

A practice center is an organization of samples whose people can log in. Its own log says so,
with the event by which it was opened, and the log of the organization that made it says that
it is theirs. Neither can be changed, so neither can a practice center become anything else.

Source: docs/decisions/0051-practice.md
"""

from sqlalchemy import Select, select

from jobquality.store.database import Session
from jobquality.store.rows import EventRow, OrganizationRow

#: How the log of a practice center says that it is one, and how that of its maker names it.
OPENED, MADE = "practice.opened", "practice.made"


def practice_ids() -> Select[str]:
    """Return what selects the ids of all practice centers, for a part of another query."""
    return (
        select(OrganizationRow.id)
        .join(EventRow, EventRow.organization_id == OrganizationRow.id)
        .where(OrganizationRow.is_sample.is_(True), EventRow.kind == OPENED)
    )


def list_practice(session: Session) -> frozenset[str]:
    """Return the ids of all practice centers; the session belongs to every organization."""
    return frozenset(session.scalars(practice_ids()))


def is_practice(session: Session, organization_id: str) -> bool:
    """Say whether an organization is a practice center."""
    wanted = practice_ids().where(OrganizationRow.id == organization_id).limit(1)
    return session.scalars(wanted).first() is not None


def find_opener(session: Session, practice_id: str) -> str | None:
    """Return the id of whoever opened a practice center: their account in it."""
    wanted = select(EventRow.person_id).where(
        EventRow.organization_id == practice_id, EventRow.kind == OPENED
    )
    return session.scalars(wanted.limit(1)).first()


def find_maker(session: Session, practice_id: str) -> tuple[str, str | None] | None:
    """Return the organization that made a practice center, and who in it; None before set-up.

    The session belongs to every organization.
    """
    found = session.execute(
        select(EventRow.organization_id, EventRow.person_id).where(
            EventRow.kind == MADE, EventRow.about_id == practice_id
        )
    ).first()
    return None if found is None else (found[0], found[1])


def find_practice_of(session: Session, organization_id: str) -> str | None:
    """Return the practice center that an organization made and that is still there.

    The session belongs to every organization.
    """
    made = select(EventRow.about_id).where(
        EventRow.kind == MADE, EventRow.organization_id == organization_id
    )
    return session.scalars(practice_ids().where(OrganizationRow.id.in_(made)).limit(1)).first()


def list_ownerless(session: Session) -> tuple[str, ...]:
    """Return the practice centers that no real organization made: those of the set-up."""
    made = select(EventRow.about_id).where(EventRow.kind == MADE)
    return tuple(session.scalars(practice_ids().where(OrganizationRow.id.not_in(made))))
