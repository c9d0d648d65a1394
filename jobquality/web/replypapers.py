"""Documents with a reply: let in through the one gate, given back to the employer alone."""

from collections.abc import Iterable
from http import HTTPStatus

from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.errors import Fault, FaultsError, NotFoundError, RefusedError, check_faults
from jobquality.http import current
from jobquality.schemas.claims import read_title
from jobquality.services.evidence import is_file_free
from jobquality.services.replypapers import (
    LONGEST_TITLE,
    OfferPaper,
    offer_paper,
    take_back_paper,
)
from jobquality.store.database import Session
from jobquality.store.replypapers import ReplyPaper
from jobquality.uploads.gate import ACCEPTED, LARGEST, Clean, let_in
from jobquality.web.files import serve_file
from jobquality.web.languages import current_speaker
from jobquality.web.once import once
from jobquality.web.replyportal import Portal, employer_of, find_portal, inside
from jobquality.web.replywords import asked_of, said_by

#: A little more than a file may weigh, so that one just above it is refused beside its field.
LARGEST_REQUEST = LARGEST + 1024 * 1024


@inside
def documents(portal: Portal, criterion: str) -> Response:
    """Show the employer's documents to a point, and ask for more while it is open."""
    return make_response(_page(portal, criterion))


@inside
def add(portal: Portal, criterion: str) -> Response:
    """Put a document behind what the employer says to a point."""
    _title(portal, criterion)
    try:
        _keep(portal, criterion)
    except FaultsError as refusal:
        return _again(portal, criterion, refusal.faults, HTTPStatus.UNPROCESSABLE_ENTITY)
    except RefusedError as refusal:
        return _again(portal, criterion, [Fault(message=str(refusal))], HTTPStatus.CONFLICT)
    return _back(criterion)


@inside
def file(portal: Portal, paper_id: str) -> Response:
    """Give an employer its own document back."""
    paper = _own(portal, paper_id)
    return serve_file(paper.sha256, paper.media_type, of=paper.id)


@inside
def take_back(portal: Portal, paper_id: str) -> Response:
    """Let an employer take a document back until the reply is sent."""
    here, notice = current(), portal.notice
    criterion = _own(portal, paper_id).criterion

    def work(session: Session) -> str:
        return take_back_paper(session, notice.id, paper_id, at=here.clock()).sha256

    try:
        sha256 = once(employer_of(notice, portal.speaker_id), work)
    except RefusedError as refusal:
        return _again(portal, criterion, [Fault(message=str(refusal))], HTTPStatus.CONFLICT)
    _drop_if_free(notice.organization_id, sha256)
    return _back(criterion)


def _own(portal: Portal, paper_id: str) -> ReplyPaper:
    """Return a document that whoever is here may see.

    Raises:
        NotFoundError: there is none of that id, or they may not.
    """
    found = next((one for one in portal.papers if one.id == paper_id), None)
    if found is None:
        raise NotFoundError("There is no such document.")
    return found


def _keep(portal: Portal, criterion: str) -> None:
    """Keep a document; of one that is refused, or came twice, no file stays on the disk."""
    here, notice = current(), portal.notice
    command = _command(portal, criterion)

    def work(session: Session) -> str:
        return offer_paper(session, notice.id, command, at=here.clock()).id

    try:
        once(employer_of(notice, portal.speaker_id), work)
    finally:
        _drop_if_free(notice.organization_id, command.sha256)


def _drop_if_free(organization_id: str, sha256: str) -> None:
    here = current()
    with here.database.reading(organization_id) as session:
        is_free = is_file_free(session, sha256)
    if is_free:
        here.files.remove(sha256)


def _command(portal: Portal, criterion: str) -> OfferPaper:
    """Read the form and the file; only a file without any fault beside it is kept."""
    here = current()
    faults: list[Fault] = []
    clean = _file(faults)
    title = read_title(request.form, faults, current_speaker())
    check_faults(faults)
    if clean is None:
        raise NotFoundError("There is no file.")
    return OfferPaper(
        id=here.new_id(),
        speaker_id=portal.speaker_id,
        criterion=criterion,
        title=title,
        sha256=here.files.keep(clean.content),
        media_type=clean.kind.media_type,
        size=len(clean.content),
    )


def _file(faults: list[Fault]) -> Clean | None:
    sent = request.files.get("file")
    if sent is None or not sent.filename:
        faults.append(Fault(message=current_speaker()("claims_paper_none"), where="file"))
        return None
    try:
        return let_in(sent.stream.read(LARGEST + 1), sent.filename)
    except FaultsError as refusal:
        faults.extend(refusal.faults)
        return None


def _title(portal: Portal, criterion: str) -> str:
    """Return what a point of the draft is called.

    Raises:
        NotFoundError: there is no such point.
    """
    asked = asked_of(portal)
    if criterion not in asked:
        raise NotFoundError("There is no such point in the draft.")
    return asked[criterion]


def _page(portal: Portal, criterion: str, faults: Iterable[Fault] = ()) -> str:
    return render_template(
        "web/reply/documents.html",
        portal=portal,
        criterion=criterion,
        title=_title(portal, criterion),
        papers=portal.papers_of(criterion),
        accepted=ACCEPTED,
        longest=LONGEST_TITLE,
        typed=request.form,
        faults=tuple(faults),
        **said_by(portal),
    )


def _again(portal: Portal, criterion: str, faults: Iterable[Fault], status: HTTPStatus) -> Response:
    return make_response(_page(find_portal() or portal, criterion, faults), status)


def _back(criterion: str) -> Response:
    return redirect(url_for("reply.documents", criterion=criterion), HTTPStatus.SEE_OTHER)
