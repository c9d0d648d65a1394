"""Practice centers: which organizations they are, whose, and what is left out for them.

A practice center is an organization of samples whose people can log in. Its own log says so,
with the event by which it was opened, and the log of the organization that made it says that
it is theirs. Neither can be changed, so neither can a practice center become anything else.

Source: docs/decisions/0051-practice.md
"""

from collections.abc import Collection

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import InstrumentedAttribute

from jobquality.store.database import Session
from jobquality.store.rows import BodyRow, EventRow, OrganizationRow

#: How the log of a practice center says that it is one, and how that of its maker names it.
OPENED, MADE = "practice.opened", "practice.made"


#: What a body says of its organization; in a text of somebody its quotes would be escaped.
_SAID = {True: '%"is_sample":true%', False: '%"is_sample":false%'}


def practice_ids() -> Select[str]:
    """Return what selects the ids of all practice centers, for a part of another query.

    None that signed anything as real is one, whatever its row and its log say.
    """
    is_real = _bodies_say(is_sample=False, of=OrganizationRow.id)
    return (
        select(OrganizationRow.id)
        .join(EventRow, EventRow.organization_id == OrganizationRow.id)
        .where(OrganizationRow.is_sample.is_(True), EventRow.kind == OPENED, ~is_real)
    )


def has_signed_as(session: Session, organization_id: str, *, is_sample: bool) -> bool:
    """Say whether a body of the chain says so of its organization, whatever the row says."""
    wanted = select(OrganizationRow.id).where(
        OrganizationRow.id == organization_id,
        _bodies_say(is_sample=is_sample, of=OrganizationRow.id),
    )
    return session.scalars(wanted).first() is not None


def list_flags(session: Session, organization_ids: Collection[str]) -> dict[str, bool]:
    """Return whether each of these organizations is a sample, as its row has it."""
    wanted = select(OrganizationRow.id, OrganizationRow.is_sample)
    found = session.execute(wanted.where(OrganizationRow.id.in_(sorted(organization_ids))))
    return {row.id: row.is_sample for row in found}


def _bodies_say(*, is_sample: bool, of: InstrumentedAttribute[str]) -> ColumnElement[bool]:
    return (
        select(BodyRow.hash)
        .where(BodyRow.organization_id == of, BodyRow.content.like(_SAID[is_sample]))
        .exists()
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
