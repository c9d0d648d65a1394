"""Documents with a reply: the employer offers them, and only the team sees them.

Each is a claim (E0) that counts for nothing until somebody of the team looked at it and takes
it over as evidence of the draft.
"""

from dataclasses import dataclass
from datetime import datetime

from jobquality.access.actors import Action, Actor, check_may
from jobquality.errors import NotFoundError, RefusedError
from jobquality.ledger.form import load_snapshot
from jobquality.scoring.facts import Grade
from jobquality.services.events import EventKind, record
from jobquality.services.evidence import EvidenceCommand, add_evidence
from jobquality.services.replies import check_open
from jobquality.services.replyspeakers import check_speaks
from jobquality.store import replypapers as store
from jobquality.store.database import Session
from jobquality.store.evidence import Evidence
from jobquality.store.notices import Notice, get_notice
from jobquality.store.replypapers import ReplyPaper

#: Documents to one point, and to a draft in all: a stranger with the link could fill a disk.
MOST_PAPERS, MOST_IN_ALL = 10, 100
LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferPaper:
    """A file that passed the gate, the point to which it belongs, and who offers it."""

    id: str
    speaker_id: str
    criterion: str
    title: str
    sha256: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TakePaper:
    """A document to be taken over as evidence of this grade; `evidence_id` is the new one's."""

    paper_id: str
    evidence_id: str
    grade: Grade


def offer_paper(
    session: Session, notice_id: str, command: OfferPaper, *, at: datetime
) -> ReplyPaper:
    """Keep a document that an employer offers with its reply.

    Raises:
        NotFoundError: there is no such notice, or no such point in its draft.
        RefusedError: the reply was sent, the time is over, there are too many documents, or
            they may not write: see `check_speaks`.
    """
    notice = get_notice(session, notice_id)
    check_open(session, notice, at)
    speaker = check_speaks(session, notice, command.speaker_id)
    check_is_asked(notice, command.criterion)
    _check_room(store.list_papers(session, notice.id), command.criterion)
    paper = ReplyPaper(
        id=command.id,
        organization_id=notice.organization_id,
        assessment_id=notice.assessment_id,
        notice_id=notice.id,
        speaker_id=speaker.id,
        criterion=command.criterion,
        title=command.title,
        sha256=command.sha256,
        media_type=command.media_type,
        size=command.size,
        at=at,
    )
    store.add_paper(session, paper)
    _record(session, None, EventKind.PAPER_OFFERED, paper, at)
    return paper


def take_back_paper(session: Session, notice_id: str, paper_id: str, *, at: datetime) -> ReplyPaper:
    """Let an employer take a document back until the reply is sent; return what it was.

    Raises:
        NotFoundError: there is no such document to this notice.
        RefusedError: the reply was sent, or the time is over.
    """
    check_open(session, get_notice(session, notice_id), at)
    paper = get_paper_of(session, notice_id, paper_id)
    store.remove_paper(session, paper.id)
    _record(session, None, EventKind.PAPER_TAKEN_BACK, paper, at)
    return paper


def get_paper_of(session: Session, notice_id: str, paper_id: str) -> ReplyPaper:
    """Return one of the documents to a notice.

    Raises:
        NotFoundError: there is none of that id, or it belongs to another notice.
    """
    paper = store.get_paper(session, paper_id)
    if paper.notice_id != notice_id:
        raise NotFoundError("There is no such document.")
    return paper


def open_paper(
    session: Session, actor: Actor, assessment_id: str, paper_id: str, *, at: datetime
) -> ReplyPaper:
    """Return a document to somebody of the team, and keep that they opened it.

    Raises:
        NotFoundError: there is none of that id to this assessment.
    """
    check_may(actor, Action.LOOK)
    paper = store.get_paper(session, paper_id)
    if paper.assessment_id != assessment_id:
        raise NotFoundError("There is no such document.")
    _record(session, actor, EventKind.PAPER_OPENED, paper, at)
    return paper


def take_paper(
    session: Session, actor: Actor, assessment_id: str, command: TakePaper, *, at: datetime
) -> Evidence:
    """Make evidence of a document, of the grade that somebody of the team answers for.

    Raises:
        ForbiddenError: the actor may not assess.
        NotFoundError: there is no such document to this assessment.
        RefusedError: it was taken over before, or the assessment is no draft.
        FaultsError: no file can have this grade.
    """
    check_may(actor, Action.ASSESS)
    paper = store.get_paper(session, command.paper_id)
    if paper.assessment_id != assessment_id:
        raise NotFoundError("There is no such document.")
    if paper.taken_as:
        raise RefusedError("This document was taken over already.")
    evidence = EvidenceCommand(
        id=command.evidence_id,
        assessment_id=paper.assessment_id,
        criterion=paper.criterion,
        title=paper.title,
        grade=command.grade,
        sha256=paper.sha256,
        media_type=paper.media_type,
        size=paper.size,
    )
    added = add_evidence(session, actor, evidence, at=at)
    store.take_paper(session, paper.id, person_id=actor.person_id, evidence_id=added.id, at=at)
    _record(session, actor, EventKind.PAPER_TAKEN_OVER, paper, at)
    return added


def check_is_asked(notice: Notice, criterion: str) -> None:
    """Be quiet where a point is one of the draft.

    Raises:
        NotFoundError: it is none.
    """
    draft = load_snapshot(notice.draft)
    if criterion not in {one.criterion for one in draft.facts} | {one.node for one in draft.scores}:
        raise NotFoundError("There is no such point in the draft.")


def _check_room(papers: tuple[ReplyPaper, ...], criterion: str) -> None:
    if len(papers) >= MOST_IN_ALL:
        raise RefusedError(f"There are {MOST_IN_ALL} documents with this reply already.")
    if sum(one.criterion == criterion for one in papers) >= MOST_PAPERS:
        raise RefusedError(f"There are {MOST_PAPERS} documents to this point already.")


def _record(
    session: Session, actor: Actor | None, kind: EventKind, paper: ReplyPaper, at: datetime
) -> None:
    record(
        session,
        actor,
        kind,
        organization_id=paper.organization_id,
        about="assessment",
        about_id=paper.assessment_id,
        at=at,
    )
