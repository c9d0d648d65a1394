"""Links that let one person in, once; only the digest of each is kept."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import CursorResult, select, update

from jobquality.access.actors import Role
from jobquality.errors import NotFoundError
from jobquality.store.database import Session
from jobquality.store.marks import is_ours
from jobquality.store.rows import InvitationRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """A link for one person. `person_id` says whose new password it asks for.

    Without one it lets somebody new join, under `name` and with `roles`.
    """

    id: str
    organization_id: str
    token_digest: str
    name: str
    roles: frozenset[Role]
    invited_by: str
    created_at: datetime
    expires_at: datetime
    person_id: str | None = None


def add_invitation(session: Session, invitation: Invitation) -> None:
    """Keep a new invitation."""
    session.add(
        InvitationRow(
            id=invitation.id,
            organization_id=invitation.organization_id,
            token_digest=invitation.token_digest,
            name=invitation.name,
            roles=",".join(sorted(invitation.roles)),
            invited_by=invitation.invited_by,
            created_at=invitation.created_at,
            expires_at=invitation.expires_at,
            used_at=None,
            used_by=invitation.person_id,
            withdrawn_at=None,
        )
    )
    session.flush()


def find_invitation(session: Session, token_digest: str, *, at: datetime) -> Invitation | None:
    """Return the invitation that this link opens now, or None."""
    wanted = select(InvitationRow).where(InvitationRow.token_digest == token_digest, *_open(at))
    row = session.scalars(wanted).first()
    return _value(row) if row and is_ours(row) else None


def get_invitation(session: Session, invitation_id: str) -> Invitation:
    """Return one invitation, whatever became of it.

    Raises:
        NotFoundError: there is none of that id.
    """
    wanted = select(InvitationRow).where(InvitationRow.id == invitation_id)
    row = session.scalars(wanted).first()
    if row is None:
        raise NotFoundError("There is no such invitation.")
    return _value(row)


def list_invitations(session: Session, *, at: datetime) -> tuple[Invitation, ...]:
    """Return every invitation that can still be used, newest first."""
    wanted = select(InvitationRow).where(*_open(at)).order_by(InvitationRow.created_at.desc())
    return tuple(_value(row) for row in session.scalars(wanted))


def use_invitation(session: Session, invitation_id: str, person_id: str, *, at: datetime) -> bool:
    """Use an invitation up, and say whether it was there to be used."""
    return _end(session, (InvitationRow.id == invitation_id, *_open(at)), used_at=at,
                used_by=person_id)  # fmt: skip


def withdraw_invitation(session: Session, invitation_id: str, *, at: datetime) -> bool:
    """End an invitation, and say whether it was open."""
    return _end(session, (InvitationRow.id == invitation_id, *_open(at)), withdrawn_at=at)


def withdraw_invitations_of(session: Session, person_id: str, *, at: datetime) -> None:
    """End every open invitation that somebody made, and every link for their own password."""
    theirs = (InvitationRow.invited_by == person_id) | (InvitationRow.used_by == person_id)
    _end(session, (theirs, *_open(at)), withdrawn_at=at)


def withdraw_links_for(session: Session, person_id: str, *, at: datetime) -> None:
    """End every open link for this person's password."""
    _end(session, (InvitationRow.used_by == person_id, *_open(at)), withdrawn_at=at)


def _open(at: datetime) -> tuple[Any, ...]:
    return (
        InvitationRow.used_at.is_(None),
        InvitationRow.withdrawn_at.is_(None),
        InvitationRow.expires_at > at,
    )


def _end(session: Session, which: tuple[Any, ...], **values: object) -> bool:
    ended = session.execute(update(InvitationRow).where(*which).values(**values, mark=""))
    return bool(cast("CursorResult[Any]", ended).rowcount)


def _value(row: InvitationRow) -> Invitation:
    return Invitation(
        id=row.id,
        organization_id=row.organization_id,
        token_digest=row.token_digest,
        name=row.name,
        roles=frozenset(Role(name) for name in row.roles.split(",") if name),
        invited_by=row.invited_by,
        created_at=row.created_at,
        expires_at=row.expires_at,
        person_id=row.used_by,
    )
