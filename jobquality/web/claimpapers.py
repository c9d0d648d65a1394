"""An employer's own documents: let in through the one gate, and given back to it alone."""

from collections.abc import Iterable
from http import HTTPStatus

from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.errors import Fault, FaultsError, NotFoundError, RefusedError, check_faults
from jobquality.http import current
from jobquality.schemas.claims import read_title
from jobquality.services.claimpapers import (
    LONGEST_TITLE,
    MOST_IN_ALL,
    MOST_PAPERS,
    AddPaper,
    add_paper,
    get_paper,
    take_back_paper,
)
from jobquality.services.evidence import is_file_free
from jobquality.store.database import Session
from jobquality.uploads.gate import ACCEPTED, LARGEST, Clean, let_in
from jobquality.web.claimed import ClaimAsker
from jobquality.web.files import serve_file
from jobquality.web.languages import current_speaker
from jobquality.web.moments import moment_words
from jobquality.web.once import once
from jobquality.web.portal import Portal, inside, look_again, visitor_of

#: A little more than a file may weigh, so that one just above it is refused beside its field.
LARGEST_REQUEST = LARGEST + 1024 * 1024


@inside
def documents(portal: Portal, criterion: str) -> Response:
    """Show the documents behind an answer, and ask for more while it is open."""
    return make_response(_page(portal, criterion))


@inside
def add(portal: Portal, criterion: str) -> Response:
    """Put a document behind an answer."""
    ClaimAsker(portal.sheet, current_speaker()).question(criterion)
    if not portal.is_open:
        return make_response(_page(portal, criterion), HTTPStatus.CONFLICT)
    try:
        _keep(portal, criterion)
    except FaultsError as refusal:
        shown = _page(portal, criterion, refusal.faults)
        return make_response(shown, HTTPStatus.UNPROCESSABLE_ENTITY)
    except RefusedError:
        full = Fault(message=current_speaker()("claims_paper_many", most=_most_here(portal)))
        return make_response(_page(portal, criterion, [full]), HTTPStatus.CONFLICT)
    return _back(criterion)


@inside
def file(portal: Portal, document_id: str) -> Response:
    """Give an employer its own document back."""
    with current().database.reading(portal.questionnaire.organization_id) as session:
        paper = get_paper(session, portal.questionnaire, document_id)
    return serve_file(paper.sha256, paper.media_type, of=paper.id)


@inside
def take_back(portal: Portal, document_id: str) -> Response:
    """Let somebody take a document of theirs back, until it was sent in."""
    here = current()
    organization_id = portal.questionnaire.organization_id
    with here.database.reading(organization_id) as session:
        criterion = get_paper(session, portal.questionnaire, document_id).criterion

    def work(session: Session) -> str:
        return take_back_paper(
            session, look_again(session, portal), portal.speaker_id, document_id
        ).sha256

    try:
        sha256 = once(visitor_of(portal.questionnaire, portal.speaker), work)
    except RefusedError:
        stays = Fault(message=current_speaker()("claims_paper_stays"))
        return make_response(_page(portal, criterion, [stays]), HTTPStatus.CONFLICT)
    _drop_if_free(organization_id, sha256)
    return _back(criterion)


def _keep(portal: Portal, criterion: str) -> None:
    """Keep a document; of one that is refused, or came twice, no file stays on the disk."""
    here = current()
    command = _command(criterion)
    try:
        once(
            visitor_of(portal.questionnaire, portal.speaker),
            lambda session: (
                add_paper(
                    session,
                    look_again(session, portal),
                    portal.speaker_id,
                    command,
                    at=here.clock(),
                ).id
            ),
        )
    finally:
        _drop_if_free(portal.questionnaire.organization_id, command.sha256)


def _drop_if_free(organization_id: str, sha256: str) -> None:
    here = current()
    with here.database.reading(organization_id) as session:
        is_free = is_file_free(session, sha256)
    if is_free:
        here.files.remove(sha256)


def _most_here(portal: Portal) -> int:
    """Return which of the two limits was reached."""
    count = sum(map(len, portal.sheet.papers.values()))
    return MOST_IN_ALL if count >= MOST_IN_ALL else MOST_PAPERS


def _command(criterion: str) -> AddPaper:
    """Read the form and the file; only a file without any fault beside it is kept."""
    here = current()
    faults: list[Fault] = []
    clean = _file(faults)
    title = read_title(request.form, faults, current_speaker())
    check_faults(faults)
    if clean is None:
        raise NotFoundError("There is no file.")
    return AddPaper(
        id=here.new_id(),
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


def _page(portal: Portal, criterion: str, faults: Iterable[Fault] = ()) -> str:
    asker = ClaimAsker(portal.sheet, current_speaker())
    asked = asker.question(criterion)
    zone = portal.organization.time_zone
    said = (asker.own(criterion), *asker.colleagues(criterion))
    sent_at = portal.questionnaire.sent_in_at
    return render_template(
        "web/claims/documents.html",
        portal=portal,
        asked=asked,
        topic_id=asker.topic_of(criterion),
        said=[one for one in said if one is not None and one.documents],
        stays=lambda paper: sent_at is not None and paper.added_at <= sent_at,
        moment=lambda at, say: moment_words(at, zone, say),
        accepted=ACCEPTED,
        longest=LONGEST_TITLE,
        typed=request.form,
        faults=tuple(faults),
    )


def _back(criterion: str) -> Response:
    return redirect(url_for("questionnaire.documents", criterion=criterion), HTTPStatus.SEE_OTHER)
