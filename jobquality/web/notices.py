"""Notice to the employer: the link, the hand-over, the clock, and the decision on a reply."""

from datetime import timedelta

from flask import request
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.errors import Fault, check_faults
from jobquality.http import current
from jobquality.rubrics.days import read_day
from jobquality.schemas.replies import read_lines
from jobquality.services import notices as services
from jobquality.services.deliveries import Heard, confirm_heard
from jobquality.services.linkmakers import ANYWAY, check_not_lonely
from jobquality.services.notices import (
    Delivery,
    RenewLink,
    ResumeNotice,
    SendNotice,
)
from jobquality.store.database import Session
from jobquality.store.notices import Notice
from jobquality.web import decisions
from jobquality.web.forms import chosen
from jobquality.web.noticed import done, last_notice, notice_page
from jobquality.web.once import secret_of_form
from jobquality.web.proofs import fresh
from jobquality.web.publishing import publish, publishing
from jobquality.web.sessions import digest_of
from jobquality.web.visitors import current_actor, needs
from jobquality.web.ways import send_out
from jobquality.web.work import work_blueprint

blueprint = work_blueprint("notices", __name__)

blueprint.get("/assessments/<assessment_id>/publish")(publishing)
blueprint.post("/assessments/<assessment_id>/publish")(publish)
blueprint.post("/assessments/<assessment_id>/notice/decision")(decisions.decide)
blueprint.post("/assessments/<assessment_id>/notice/decision/back")(decisions.take_back)
blueprint.post("/assessments/<assessment_id>/notice/sign")(decisions.sign)
blueprint.post("/assessments/<assessment_id>/notice/speakers/<reply_speaker_id>")(decisions.speaker)
blueprint.post("/assessments/<assessment_id>/notice/time")(decisions.answer_time)
blueprint.get("/assessments/<assessment_id>/notice/papers/<paper_id>")(decisions.open_paper)
blueprint.post("/assessments/<assessment_id>/notice/papers/<paper_id>")(decisions.take_paper)

_FAR = timedelta(days=10_000)


@blueprint.get("/assessments/<assessment_id>/notice")
@needs(Action.LOOK, guests=True)
def page(assessment_id: str) -> str:
    """Show where the notice stands, and what can be done now."""
    return notice_page(assessment_id)


@blueprint.post("/assessments/<assessment_id>/notice")
@needs(Action.NOTIFY)
def send(assessment_id: str) -> Response:
    """Make the notice, and show its link this once."""
    here, actor = current(), current_actor()
    token = new_token()
    command = SendNotice(
        id=here.new_id(),
        assessment_id=assessment_id,
        token_digest=digest_of(token),
        days=_days(request.form.get("days", "")),
    )

    def work(session: Session) -> str:
        check_not_lonely(session, actor, assessment_id, is_known=_is_known())
        sent = services.send_notice(session, actor, command, catalog=here.catalog, at=here.clock())
        send_out(session, actor, sent, token=token)
        return "sent"

    return done(assessment_id, work, token=token)


@blueprint.post("/assessments/<assessment_id>/notice/resume")
@needs(Action.NOTIFY)
def resume(assessment_id: str) -> Response:
    """Go on under the earlier clock, where nothing got worse for the employer."""
    here, actor = current(), current_actor()
    command = ResumeNotice(id=here.new_id(), assessment_id=assessment_id)

    def work(session: Session) -> str:
        services.resume_notice(session, actor, command, catalog=here.catalog, at=here.clock())
        return "resumed"

    return done(assessment_id, work)


@blueprint.post("/assessments/<assessment_id>/notice/link")
@needs(Action.NOTIFY)
def link(assessment_id: str) -> Response:
    """Make a new link to the same draft, and show it this once."""
    here, actor = current(), current_actor()
    token = new_token()

    def work(session: Session) -> str:
        notice = last_notice(session, assessment_id)
        check_not_lonely(session, actor, assessment_id, is_known=_is_known())
        command = RenewLink(id=here.new_id(), notice_id=notice.id, token_digest=digest_of(token))
        renewed = services.renew_link(session, actor, command, at=here.clock())
        send_out(session, actor, renewed, token=token)
        return "renewed"

    return done(assessment_id, work, token=token)


@blueprint.post("/assessments/<assessment_id>/notice/delivery")
@needs(Action.NOTIFY)
def deliver(assessment_id: str) -> Response:
    """Record a hand-over, or an attempt at one."""
    here, actor = current(), current_actor()

    def work(session: Session) -> str:
        is_attempt = chosen("kind", "hand", "attempt") == "attempt"
        do = services.record_attempt if is_attempt else services.record_delivery
        command = _delivery(last_notice(session, assessment_id), is_attempt=is_attempt)
        do(session, actor, command, at=here.clock())
        return "recorded"

    return done(assessment_id, work)


@blueprint.post("/assessments/<assessment_id>/notice/heard")
@needs(Action.REVIEW, guests=True)
@fresh
def heard(assessment_id: str) -> Response:
    """Keep that a second person checked that the employer has the draft."""
    here, actor = current(), current_actor()

    def work(session: Session) -> str:
        command = Heard(id=here.new_id(), notice_id=last_notice(session, assessment_id).id)
        confirm_heard(session, actor, command, at=here.clock())
        return "heard"

    return done(assessment_id, work)


def new_token() -> str:
    """Return the token of a link: the same for the same form, so a double click shows one.

    It follows from the form's random key and the installation's secret, so it is never kept.
    """
    return secret_of_form(current_actor(), f"notice {request.path}")


def _is_known() -> bool:
    """Say whether somebody ticked that they know that nobody here could decide then."""
    return request.form.get(ANYWAY) == "yes"


def _delivery(notice: Notice, *, is_attempt: bool) -> Delivery:
    faults: list[Fault] = []
    on = read_day(request.form.get("on", ""))
    how = read_lines(request.form.get("how", ""), "how", faults)
    if on is None:
        remedy = "Choose the day, or write it as 2026-03-01."
        faults.append(Fault(message="The day is missing.", where="on", remedy=remedy))
    check_faults(faults)
    return Delivery(
        id=current().new_id(),
        notice_id=notice.id,
        on=on or notice.sent_at.date(),
        how=how,
        way=request.form.get("way", "") if is_attempt else "",
    )


def _days(text: str) -> int:
    """Return the days of the clock; what is no number is refused as too many."""
    known = text.isascii() and text.isdecimal() and len(text) < len(str(_FAR.days))
    return int(text) if known else _FAR.days
