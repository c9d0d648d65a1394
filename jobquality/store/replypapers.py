"""Documents that an employer offers with its reply; only the team sees them."""

from dataclasses import asdict, dataclass, fields
from datetime import datetime

from sqlalchemy import ColumnElement, Select, select

from jobquality.errors import NotFoundError
from jobquality.store.database import Session
from jobquality.store.rows import ReplyPaperRow, ReplySpeakerRow
from jobquality.store.speakers import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyPaper:
    """One document to one point of a draft: a claim (E0) until somebody takes it over.

    `speaker_id` is who offered it, empty where nobody had to say who they are yet; `taken_as` is
    the evidence that somebody of the team made of it, or empty.
    """

    id: str
    organization_id: str
    assessment_id: str
    notice_id: str
    criterion: str
    title: str
    sha256: str
    media_type: str
    size: int
    at: datetime
    speaker_id: str = ""
    taken_by: str | None = None
    taken_at: datetime | None = None
    taken_as: str = ""


def add_paper(session: Session, paper: ReplyPaper) -> None:
    """Keep a document; its file is on the disk already."""
    session.add(ReplyPaperRow(**asdict(paper)))
    session.flush()


def get_paper(session: Session, paper_id: str) -> ReplyPaper:
    """Return one document.

    Raises:
        NotFoundError: there is none of that id.
    """
    return _paper(_row(session, paper_id))


def list_papers(session: Session, notice_id: str) -> tuple[ReplyPaper, ...]:
    """Return the documents to a notice, in the order in which they came.

    Those of somebody who was not the employer are not among them.
    """
    refused = _refused_at(notice_id)
    return _papers(session, notice_id, ReplyPaperRow.speaker_id.not_in(refused))


def list_refused_papers(session: Session, notice_id: str) -> tuple[ReplyPaper, ...]:
    """Return the documents of those who were not the employer, for the record of the team."""
    return _papers(session, notice_id, ReplyPaperRow.speaker_id.in_(_refused_at(notice_id)))


def remove_paper(session: Session, paper_id: str) -> None:
    """Forget a document; its file stays until nobody names it any more."""
    session.delete(_row(session, paper_id))
    session.flush()


def take_paper(
    session: Session, paper_id: str, *, person_id: str, evidence_id: str, at: datetime
) -> None:
    """Keep that somebody of the team made evidence of a document."""
    row = _row(session, paper_id)
    row.taken_by, row.taken_at, row.taken_as = person_id, at, evidence_id
    session.flush()


def _refused_at(notice_id: str) -> Select[str]:
    return select(ReplySpeakerRow.id).where(
        ReplySpeakerRow.notice_id == notice_id, ReplySpeakerRow.state == Standing.REFUSED.value
    )


def _papers(
    session: Session, notice_id: str, wanted: ColumnElement[bool]
) -> tuple[ReplyPaper, ...]:
    rows = session.scalars(
        select(ReplyPaperRow)
        .where(ReplyPaperRow.notice_id == notice_id, wanted)
        .order_by(ReplyPaperRow.at, ReplyPaperRow.id)
    )
    return tuple(_paper(row) for row in rows)


def _row(session: Session, paper_id: str) -> ReplyPaperRow:
    row = session.scalars(select(ReplyPaperRow).where(ReplyPaperRow.id == paper_id)).first()
    if row is None:
        raise NotFoundError("There is no such document.")
    return row


def _paper(row: ReplyPaperRow) -> ReplyPaper:
    return ReplyPaper(**{one.name: getattr(row, one.name) for one in fields(ReplyPaper)})
