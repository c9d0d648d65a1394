"""The employer says that it has read the decision on its reply, so that nothing waits for that."""

from http import HTTPStatus

from flask import redirect, url_for
from werkzeug.wrappers import Response

from jobquality.http import current
from jobquality.services.readfirst import let_publish
from jobquality.store.database import Session
from jobquality.web.once import once
from jobquality.web.replyportal import Portal, employer_of, inside


@inside
def let(portal: Portal) -> Response:
    """Keep that the decision was read, and that it may be published."""

    def work(session: Session) -> str:
        let_publish(session, portal.notice.id, portal.speaker_id, at=current().clock())
        return "read"

    once(employer_of(portal.notice, portal.speaker_id), work)
    return redirect(url_for("reply.page", _anchor="next-title"), HTTPStatus.SEE_OTHER)
