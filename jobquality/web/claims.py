"""The advocate's side: ask the employer, see what it says, confirm who says it, and use it."""

from http import HTTPStatus
from zoneinfo import ZoneInfo

from flask import make_response, redirect, request, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.errors import FaultsError
from jobquality.http import current
from jobquality.reading.names import day_words
from jobquality.schemas.claims import read_version, read_wish
from jobquality.services.assessments import today_of
from jobquality.services.claims import TakeClaim, take_claim
from jobquality.services.claimspeakers import decide_speaker
from jobquality.services.questionnaires import (
    RenewQuestionnaire,
    SendQuestionnaire,
    renew_questionnaire,
    send_questionnaire,
    withdraw_questionnaire,
)
from jobquality.store.claims import get_claim, get_questionnaire, get_speaker
from jobquality.store.database import Session
from jobquality.store.organizations import get_organization
from jobquality.web.claiming import answers_page, letter_page
from jobquality.web.languages import current_speaker
from jobquality.web.notices import new_token
from jobquality.web.once import once
from jobquality.web.proofs import fresh
from jobquality.web.sessions import digest_of
from jobquality.web.speaking import decision_of_form
from jobquality.web.visitors import current_actor, needs
from jobquality.web.work import work_blueprint

blueprint = work_blueprint("claims", __name__)


@blueprint.get("/assessments/<assessment_id>/employer")
@needs(Action.LOOK)
def page(assessment_id: str) -> str:
    """Show what was asked of the employer, by whom it was answered, and what they say."""
    return answers_page(assessment_id)


@blueprint.post("/assessments/<assessment_id>/employer")
@needs(Action.ASSESS)
def send(assessment_id: str) -> Response:
    """Make the link, and show it this once with a letter around it."""
    here, actor = current(), current_actor()
    token = new_token()

    def work(session: Session) -> str:
        command = SendQuestionnaire(
            id=here.new_id(),
            assessment_id=assessment_id,
            token_digest=digest_of(token),
            topics=tuple(request.form.getlist("topics")),
            wanted_by=read_wish(
                request.form, today=today_of(session, actor, here.clock()), say=current_speaker()
            ),
        )
        return send_questionnaire(session, actor, command, catalog=here.catalog, at=here.clock()).id

    try:
        made = once(actor, work)
    except FaultsError as refusal:
        shown = answers_page(assessment_id, refusal.faults)
        return make_response(shown, HTTPStatus.UNPROCESSABLE_ENTITY)
    return make_response(letter_page(made, token))


@blueprint.post("/questionnaires/<questionnaire_id>/link")
@needs(Action.ASSESS)
def renew(questionnaire_id: str) -> Response:
    """Make a new link to the same questions, and show it this once."""
    here, actor = current(), current_actor()
    token = new_token()
    command = RenewQuestionnaire(id=questionnaire_id, token_digest=digest_of(token))
    made = once(
        actor,
        lambda session: renew_questionnaire(session, actor, command, at=here.clock()).id,
    )
    return make_response(letter_page(made, token))


@blueprint.post("/questionnaires/<questionnaire_id>/withdraw")
@needs(Action.ASSESS)
def withdraw(questionnaire_id: str) -> Response:
    """Let the link open nothing any more."""
    here, actor = current(), current_actor()

    def work(session: Session) -> str:
        done = withdraw_questionnaire(session, actor, questionnaire_id, at=here.clock())
        return done.assessment_id

    return _back(once(actor, work))


@blueprint.post("/speakers/<speaker_id>")
@needs(Action.NOTIFY)
@fresh
def decide(speaker_id: str) -> Response:
    """Accept that somebody speaks for the employer, or refuse it."""
    here, actor = current(), current_actor()
    with here.database.reading(actor.organization_id) as session:
        asked = get_questionnaire(session, get_speaker(session, speaker_id).questionnaire_id)

    def work(session: Session) -> str:
        command = decision_of_form(speaker_id)
        return decide_speaker(session, actor, command, at=here.clock()).id

    try:
        once(actor, work)
    except FaultsError as refusal:
        shown = answers_page(asked.assessment_id, refusal.faults, about=speaker_id)
        return make_response(shown, HTTPStatus.UNPROCESSABLE_ENTITY)
    return _back(asked.assessment_id)


@blueprint.post("/claims/<claim_id>/take")
@needs(Action.ASSESS)
def take(claim_id: str) -> Response:
    """Use what the employer says as the answer, with the employer as its source."""
    here, actor = current(), current_actor()
    with here.database.reading(actor.organization_id) as session:
        claimed = get_claim(session, claim_id)
        zone = get_organization(session, actor.organization_id).time_zone
    said_on = claimed.at.astimezone(ZoneInfo(zone)).date()
    command = TakeClaim(
        claim_id=claim_id,
        claim_seen=read_version(request.form.get("claim_seen", "")),
        seen=read_version(request.form.get("seen", "")),
        source=current_speaker()("claims_source", day=day_words(said_on, current_speaker())),
    )
    once(
        actor,
        lambda session: str(
            take_claim(session, actor, command, catalog=here.catalog, at=here.clock()).version
        ),
    )
    if request.form.get("back") == "employer":
        return _back(claimed.assessment_id, anchor=claimed.criterion)
    where = url_for(
        "assessments.question",
        assessment_id=claimed.assessment_id,
        criterion=claimed.criterion,
        saved=claimed.criterion,
    )
    return redirect(where, HTTPStatus.SEE_OTHER)


def _back(assessment_id: str, anchor: str | None = None) -> Response:
    where = url_for("claims.page", assessment_id=assessment_id, _anchor=anchor)
    return redirect(where, HTTPStatus.SEE_OTHER)
