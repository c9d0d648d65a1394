"""Guest reviewers: who may see which one assessment of another organization, and until when."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import CursorResult, select, update

from jobquality.access.states import AssessmentState
from jobquality.errors import NotFoundError
from jobquality.store.database import Session
from jobquality.store.marks import is_ours, marked
from jobquality.store.rows import (
    AssessmentRow,
    EmployerRow,
    EvidenceRow,
    GuestRow,
    OrganizationRow,
    PersonRow,
)

#: How long a link can be opened that nobody has opened yet.
LINK_LASTS = timedelta(days=7)
_ENDED = (AssessmentState.PUBLISHED.value, AssessmentState.ABANDONED.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """Leave to review one assessment.

    `name` and `affiliation` are as the host wrote them; `person_id` is who took it, None
    before. It ends at `expires_at`, or at `ended_at` if the host withdrew it.
    """

    id: str
    organization_id: str
    assessment_id: str
    token_digest: str
    name: str
    affiliation: str
    invited_by: str
    created_at: datetime
    expires_at: datetime
    person_id: str | None = None
    joined_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def known_as(self) -> str:
        """How the history names them."""
        return f"{self.name} ({self.affiliation})"

    def is_open(self, at: datetime) -> bool:
        """Say whether it has not ended by itself or by the host."""
        return self.ended_at is None and at < self.expires_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """Leave that holds now, with what its holder has to know of the host."""

    guest: Guest
    employer_id: str
    employer_name: str
    host_name: str
    state: AssessmentState


def add_guest(session: Session, guest: Guest) -> None:
    """Keep new leave."""
    session.add(
        GuestRow(
            id=guest.id,
            organization_id=guest.organization_id,
            assessment_id=guest.assessment_id,
            token_digest=guest.token_digest,
            name=guest.name,
            affiliation=guest.affiliation,
            invited_by=guest.invited_by,
            created_at=guest.created_at,
            expires_at=guest.expires_at,
            person_id=guest.person_id,
            joined_at=guest.joined_at,
            ended_at=guest.ended_at,
        )
    )
    session.flush()


def get_guest(session: Session, guest_id: str) -> Guest:
    """Return leave, whatever became of it.

    Raises:
        NotFoundError: there is none of that id.
    """
    row = session.scalars(select(GuestRow).where(GuestRow.id == guest_id)).first()
    if row is None:
        raise NotFoundError("There is no such guest.")
    return _value(row)


def list_guests(session: Session, assessment_id: str) -> tuple[Guest, ...]:
    """Return everybody who was ever invited to an assessment, oldest first."""
    wanted = select(GuestRow).where(GuestRow.assessment_id == assessment_id)
    rows = session.scalars(wanted.order_by(GuestRow.created_at, GuestRow.id))
    return tuple(_value(row) for row in rows)


def find_link(session: Session, token_digest: str, *, at: datetime) -> Guest | None:
    """Return the leave that a link gives, or None; the session sees every organization.

    A link dies with the account of whoever made it, and with its assessment.
    """
    row = session.scalars(
        _open(select(GuestRow), at)
        .join(PersonRow, PersonRow.id == GuestRow.invited_by)
        .where(
            GuestRow.token_digest == token_digest,
            GuestRow.person_id.is_(None),
            GuestRow.created_at > at - LINK_LASTS,
            PersonRow.active.is_(True),
        )
    ).first()
    return _value(row) if row and is_ours(row) else None


def take_link(session: Session, guest_id: str, person_id: str, *, at: datetime) -> bool:
    """Let somebody take leave, once, and say whether it was there to be taken."""
    this = (GuestRow.id == guest_id, GuestRow.person_id.is_(None))
    row = session.scalars(select(GuestRow).where(*this)).first()
    if row is None or not is_ours(row):
        return False
    said = {name: getattr(row, name) for name in GuestRow.MARKED} | {"person_id": person_id}
    mark = marked(session, GuestRow, said)
    taken = session.execute(
        update(GuestRow).where(*this).values(person_id=person_id, joined_at=at, **mark)
    )
    return bool(cast("CursorResult[Any]", taken).rowcount)


def end_guest(session: Session, guest_id: str, *, at: datetime) -> None:
    """End leave; what has ended stays as it is."""
    session.execute(
        update(GuestRow)
        .where(GuestRow.id == guest_id, GuestRow.ended_at.is_(None))
        .values(ended_at=at)
    )


def lengthen_stays(session: Session, assessment_id: str, until: datetime, *, at: datetime) -> int:
    """Let nobody's leave end before `until`, and say how many were lengthened.

    What has ended, by itself or by the host, stays so.
    """
    lengthened = session.execute(
        update(GuestRow)
        .where(
            GuestRow.assessment_id == assessment_id,
            GuestRow.ended_at.is_(None),
            GuestRow.expires_at > at,
            GuestRow.expires_at < until,
        )
        .values(expires_at=until)
    )
    return cast("CursorResult[Any]", lengthened).rowcount


def find_grant(
    session: Session,
    person_id: str,
    *,
    at: datetime,
    assessment_id: str = "",
    evidence_id: str = "",
) -> Grant | None:
    """Return somebody's leave to see an assessment, or the one that evidence belongs to.

    The session sees every organization: the leave says whose the assessment is.
    """
    wanted = _grants(person_id, at)
    if evidence_id:
        wanted = wanted.join(EvidenceRow, EvidenceRow.assessment_id == GuestRow.assessment_id)
        wanted = wanted.where(EvidenceRow.id == evidence_id)
    else:
        wanted = wanted.where(GuestRow.assessment_id == assessment_id)
    found = session.execute(wanted.limit(1)).first()
    return _grant(*found) if found and is_ours(found[0]) else None


def list_grants(session: Session, person_id: str, *, at: datetime) -> tuple[Grant, ...]:
    """Return what somebody may review as a guest now, the oldest invitation first."""
    wanted = _grants(person_id, at).order_by(GuestRow.created_at, GuestRow.id)
    return tuple(_grant(*found) for found in session.execute(wanted) if is_ours(found[0]))


def _grants(person_id: str, at: datetime) -> Any:  # noqa: ANN401 - a query of many columns
    wanted = select(
        GuestRow, AssessmentRow.state, EmployerRow.id, EmployerRow.name, OrganizationRow.name
    )
    return (
        _open(wanted, at)
        .join(EmployerRow, EmployerRow.id == AssessmentRow.employer_id)
        .join(OrganizationRow, OrganizationRow.id == GuestRow.organization_id)
        .where(GuestRow.person_id == person_id)
    )


def _open(wanted: Any, at: datetime) -> Any:  # noqa: ANN401 - any query
    return wanted.join(AssessmentRow, AssessmentRow.id == GuestRow.assessment_id).where(
        GuestRow.ended_at.is_(None),
        GuestRow.expires_at > at,
        AssessmentRow.state.not_in(_ENDED),
    )


def _grant(row: GuestRow, state: str, employer_id: str, employer: str, host: str) -> Grant:
    return Grant(
        guest=_value(row),
        employer_id=employer_id,
        employer_name=employer,
        host_name=host,
        state=AssessmentState(state),
    )


def _value(row: GuestRow) -> Guest:
    return Guest(
        id=row.id,
        organization_id=row.organization_id,
        assessment_id=row.assessment_id,
        token_digest=row.token_digest,
        name=row.name,
        affiliation=row.affiliation,
        invited_by=row.invited_by,
        created_at=row.created_at,
        expires_at=row.expires_at,
        person_id=row.person_id,
        joined_at=row.joined_at,
        ended_at=row.ended_at,
    )
