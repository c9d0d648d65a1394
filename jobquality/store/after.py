"""How employers come in after publication: their links, who speaks, and the promised time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select

from jobquality.errors import NotFoundError
from jobquality.store.claims import Standing
from jobquality.store.database import Session
from jobquality.store.rows import AfterLinkRow, AfterSpeakerRow, AnswerTimeRow
from jobquality.store.versions import check_version


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterLink:
    """A private link of an employer; `token_digest` is all that is kept of it."""

    id: str
    organization_id: str
    employer_id: str
    token_digest: str
    made_by: str
    made_at: datetime
    opened_at: datetime | None = None
    ended_at: datetime | None = None
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterSpeaker:
    """Somebody who says that they may speak for the employer.

    `door` says through which link they came; `way` how the center checked it, `reason` what
    it noted, or why it refused.
    """

    id: str
    organization_id: str
    employer_id: str
    door: str
    name: str
    role: str
    contact: str
    came_at: datetime
    state: Standing = Standing.PENDING
    way: str = ""
    reason: str = ""
    decided_by: str | None = None
    decided_at: datetime | None = None
    version: int = 1

    @property
    def who(self) -> str:
        """Who this is, in words: name and role."""
        return f"{self.name}, {self.role}"


def add_link(session: Session, link: AfterLink) -> None:
    """Keep a new link."""
    session.add(AfterLinkRow(**_plain(link)))
    session.flush()


def change_link(session: Session, link: AfterLink) -> AfterLink:
    """Write when a link was opened or ended.

    Raises:
        ConflictError: somebody changed it since `link.version`.
    """
    row = session.get_one(AfterLinkRow, link.id)
    check_version(row, link.version)
    row.opened_at, row.ended_at = link.opened_at, link.ended_at
    session.flush()
    return _link(row)


def get_link(session: Session, link_id: str) -> AfterLink:
    """Return one link.

    Raises:
        NotFoundError: there is none of that id.
    """
    return _one_link(session, AfterLinkRow.id == link_id)


def link_behind(session: Session, token_digest: str) -> AfterLink:
    """Return the link of that digest.

    Raises:
        NotFoundError: none of that digest is alive.
    """
    is_alive = AfterLinkRow.ended_at.is_(None)
    return _one_link(session, (AfterLinkRow.token_digest == token_digest) & is_alive)


def list_links(session: Session, employer_ids: Iterable[str]) -> tuple[AfterLink, ...]:
    """Return the links of an employer's records, oldest first."""
    rows = session.scalars(
        select(AfterLinkRow)
        .where(AfterLinkRow.employer_id.in_(tuple(employer_ids)))
        .order_by(AfterLinkRow.made_at, AfterLinkRow.id)
    )
    return tuple(_link(row) for row in rows)


def add_speaker(session: Session, speaker: AfterSpeaker) -> None:
    """Keep somebody who came."""
    session.add(AfterSpeakerRow(**{**_plain(speaker), "state": speaker.state.value}))
    session.flush()


def change_speaker(session: Session, speaker: AfterSpeaker) -> AfterSpeaker:
    """Write what the center made of somebody.

    Raises:
        ConflictError: somebody else decided since `speaker.version`.
    """
    row = session.get_one(AfterSpeakerRow, speaker.id)
    check_version(row, speaker.version)
    row.state, row.way, row.reason = speaker.state.value, speaker.way, speaker.reason
    row.decided_by, row.decided_at = speaker.decided_by, speaker.decided_at
    session.flush()
    return _speaker(row)


def get_speaker(session: Session, speaker_id: str) -> AfterSpeaker:
    """Return somebody who came.

    Raises:
        NotFoundError: there is nobody of that id.
    """
    wanted = select(AfterSpeakerRow).where(AfterSpeakerRow.id == speaker_id)
    row = session.scalars(wanted).first()
    if row is None:
        raise NotFoundError("There is nobody of that id.")
    return _speaker(row)


def list_speakers(
    session: Session, employer_ids: Iterable[str] | None = None
) -> tuple[AfterSpeaker, ...]:
    """Return those who came for an employer's records, or for all, in the order they came."""
    wanted = select(AfterSpeakerRow).order_by(AfterSpeakerRow.came_at, AfterSpeakerRow.id)
    if employer_ids is not None:
        wanted = wanted.where(AfterSpeakerRow.employer_id.in_(tuple(employer_ids)))
    return tuple(_speaker(row) for row in session.scalars(wanted))


def find_answer_days(session: Session, organization_id: str) -> int | None:
    """Return in how many days an organization promises to answer, or None: it said nothing."""
    wanted = select(AnswerTimeRow).where(AnswerTimeRow.organization_id == organization_id)
    row = session.scalars(wanted).first()
    return row.days if row else None


def keep_answer_days(session: Session, organization_id: str, days: int) -> None:
    """Write in how many days an organization promises to answer."""
    wanted = select(AnswerTimeRow).where(AnswerTimeRow.organization_id == organization_id)
    row = session.scalars(wanted).first()
    if row is None:
        session.add(AnswerTimeRow(organization_id=organization_id, days=days))
    else:
        row.days = days
    session.flush()


def _plain(value: AfterLink | AfterSpeaker) -> dict[str, object]:
    names = value.__dataclass_fields__
    return {name: getattr(value, name) for name in names if name != "version"}


def _one_link(session: Session, wanted: ColumnElement[bool]) -> AfterLink:
    row = session.scalars(select(AfterLinkRow).where(wanted)).first()
    if row is None:
        raise NotFoundError("There is no such link.")
    return _link(row)


def _link(row: AfterLinkRow) -> AfterLink:
    return AfterLink(
        id=row.id,
        organization_id=row.organization_id,
        employer_id=row.employer_id,
        token_digest=row.token_digest,
        made_by=row.made_by,
        made_at=row.made_at,
        opened_at=row.opened_at,
        ended_at=row.ended_at,
        version=row.version,
    )


def _speaker(row: AfterSpeakerRow) -> AfterSpeaker:
    return AfterSpeaker(
        id=row.id,
        organization_id=row.organization_id,
        employer_id=row.employer_id,
        door=row.door,
        name=row.name,
        role=row.role,
        contact=row.contact,
        came_at=row.came_at,
        state=Standing(row.state),
        way=row.way,
        reason=row.reason,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        version=row.version,
    )
