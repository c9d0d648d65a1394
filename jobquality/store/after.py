"""How employers come in after publication: their links, who speaks, and the promised time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select

from jobquality.errors import NotFoundError
from jobquality.store.database import Session
from jobquality.store.marks import is_ours
from jobquality.store.rows import AfterLinkRow, AfterSpeakerRow, AnswerTimeRow
from jobquality.store.speakers import Speakers, Speaking
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
class AfterSpeaker(Speaking):
    """Somebody who says that they may speak for the employer; `door` says by which link."""

    employer_id: str
    door: str


_SPEAKERS = Speakers(AfterSpeakerRow, AfterSpeaker, ("employer_id", "door"))

add_speaker = _SPEAKERS.add
change_speaker = _SPEAKERS.change
get_speaker = _SPEAKERS.get


def add_link(session: Session, link: AfterLink) -> None:
    """Keep a new link."""
    session.add(AfterLinkRow(**_plain(link)))
    session.flush()


def change_link(session: Session, link: AfterLink) -> AfterLink:
    """Write when a link was opened or ended, or its new address and who made that.

    Raises:
        ConflictError: somebody changed it since `link.version`.
    """
    row = session.get_one(AfterLinkRow, link.id)
    check_version(row, link.version)
    row.opened_at, row.ended_at = link.opened_at, link.ended_at
    row.token_digest, row.made_by, row.made_at = link.token_digest, link.made_by, link.made_at
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
    return _one_link(session, (AfterLinkRow.token_digest == token_digest) & is_alive, opens=True)


def list_links(session: Session, employer_ids: Iterable[str]) -> tuple[AfterLink, ...]:
    """Return the links of an employer's records, oldest first."""
    rows = session.scalars(
        select(AfterLinkRow)
        .where(AfterLinkRow.employer_id.in_(tuple(employer_ids)))
        .order_by(AfterLinkRow.made_at, AfterLinkRow.id)
    )
    return tuple(_link(row) for row in rows)


def list_speakers(
    session: Session, employer_ids: Iterable[str] | None = None
) -> tuple[AfterSpeaker, ...]:
    """Return those who came for an employer's records, or for all, in the order they came."""
    if employer_ids is None:
        return _SPEAKERS.find_all(session)
    return _SPEAKERS.find_all(session, AfterSpeakerRow.employer_id.in_(tuple(employer_ids)))


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


def _plain(link: AfterLink) -> dict[str, object]:
    names = link.__dataclass_fields__
    return {name: getattr(link, name) for name in names if name != "version"}


def _one_link(session: Session, wanted: ColumnElement[bool], *, opens: bool = False) -> AfterLink:
    row = session.scalars(select(AfterLinkRow).where(wanted)).first()
    if row is None or (opens and not is_ours(row)):
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
