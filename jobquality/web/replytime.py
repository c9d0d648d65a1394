"""The employer asks for more time: once, with a reason, before the end."""

from collections.abc import Iterable
from http import HTTPStatus

from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.errors import Fault, FaultsError, RefusedError, check_faults
from jobquality.http import current
from jobquality.schemas.replies import read_lines
from jobquality.services.extensions import LONGEST_REASON, AskTime, ask_time
from jobquality.services.replyspeakers import LONGEST_NAME
from jobquality.store.database import Session
from jobquality.web.once import once
from jobquality.web.replyportal import Portal, employer_of, find_portal, inside
from jobquality.web.replywords import said_by


@inside
def time(portal: Portal) -> Response:
    """Ask why more time is needed, or show what was asked and answered."""
    return make_response(_page(portal))


@inside
def ask(portal: Portal) -> Response:
    """Keep that the employer asks for more time."""
    here, notice = current(), portal.notice
    faults: list[Fault] = []
    command = AskTime(
        id=here.new_id(),
        notice_id=notice.id,
        speaker_id=portal.speaker_id,
        reason=read_lines(request.form.get("reason", ""), "reason", faults),
        asked_by=" ".join(read_lines(request.form.get("asked_by", ""), "asked_by", faults).split()),
    )

    def work(session: Session) -> str:
        check_faults(faults)
        return ask_time(session, command, at=here.clock()).id

    try:
        once(employer_of(notice, portal.speaker_id), work)
    except FaultsError as refusal:
        return make_response(_page(portal, refusal.faults), HTTPStatus.UNPROCESSABLE_ENTITY)
    except RefusedError as refusal:
        shown = _page(find_portal() or portal, [Fault(message=str(refusal))])
        return make_response(shown, HTTPStatus.CONFLICT)
    return redirect(url_for("reply.time"), HTTPStatus.SEE_OTHER)


def _page(portal: Portal, faults: Iterable[Fault] = ()) -> str:
    return render_template(
        "web/reply/time.html",
        portal=portal,
        notice=portal.notice,
        typed=request.form,
        longest={"reason": LONGEST_REASON, "name": LONGEST_NAME},
        faults=tuple(faults),
        **said_by(portal),
    )
