"""The employer's door before the draft: who fills it in, section by section, and send in.

Looking at the link changes nothing, because scanners of mail look at links too. Inside, the
address holds no secret any more.
"""

from collections.abc import Iterable
from contextlib import suppress
from http import HTTPStatus

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.errors import ConflictError, Fault, RefusedError
from jobquality.http import current
from jobquality.schemas.claims import Section, read_section
from jobquality.scoring.answers import find_questions
from jobquality.services import questionnaires as services
from jobquality.services.claims import KeepClaims, keep_claims, send_in
from jobquality.services.claimsheets import read_claimsheet
from jobquality.services.claimspeakers import introduce
from jobquality.services.speakers import LONGEST_FIELD
from jobquality.store.assessments import get_assessment
from jobquality.store.claims import Questionnaire, list_speakers
from jobquality.store.database import EVERY_ORGANIZATION, Session
from jobquality.store.employers import get_employer
from jobquality.store.organizations import Organization, get_organization
from jobquality.web import claimpapers
from jobquality.web.caching import keep_private
from jobquality.web.claimed import ClaimAsker
from jobquality.web.languages import current_speaker
from jobquality.web.limits import check_tries, forgive, tries_at
from jobquality.web.moments import moment_words
from jobquality.web.once import once
from jobquality.web.portal import (
    LINK,
    SPEAKER,
    Portal,
    find_portal,
    inside,
    look_again,
    shut,
    visitor_of,
)
from jobquality.web.replaced import stop_if_replaced
from jobquality.web.security import drop_from_visit, keep_in_visit, renew_visit
from jobquality.web.sessions import digest_of
from jobquality.web.speaking import Knock, check_not_own, code_of, is_own, let_in

blueprint = Blueprint("questionnaire", __name__, url_prefix="/<any(en,es):language>/questions")
blueprint.after_request(keep_private)

_OWN = (
    "You are logged in at the organization that asks. Log out first if you want to see "
    "what the employer sees."
)

blueprint.get("/documents/<criterion>")(claimpapers.documents)
blueprint.post("/documents/<criterion>")(claimpapers.add)
blueprint.get("/files/<document_id>")(claimpapers.file)
blueprint.post("/files/<document_id>")(claimpapers.take_back)


@blueprint.url_value_preprocessor
def _allow_files(endpoint: str | None, values: dict[str, object] | None) -> None:
    """Let this one form carry a file; it is set here because the token is read before the view."""
    del values
    if endpoint == "questionnaire.add":
        request.max_content_length = claimpapers.LARGEST_REQUEST


@blueprint.get("/from/<token>")
def door(token: str) -> str:
    """Say who asks, and whether to open the questions."""
    questionnaire, organization = _look(token)
    with current().database.reading(questionnaire.organization_id) as session:
        assessment = get_assessment(session, questionnaire.assessment_id)
        employer = get_employer(session, assessment.employer_id)
    return render_template(
        "web/claims/door.html",
        questionnaire=questionnaire,
        organization=organization,
        employer=employer.name,
        is_own=is_own(questionnaire.organization_id),
    )


@blueprint.post("/from/<token>")
def enter(token: str) -> Response:
    """Open the questions on this device."""
    questionnaire, _ = _look(token)
    check_not_own(questionnaire.organization_id, _OWN)
    here = current()
    # Two who open it at the same moment both come in: it was opened, whoever was first.
    with (
        suppress(ConflictError),
        here.database.transaction(questionnaire.organization_id) as session,
    ):
        services.open_questionnaire(session, digest_of(token), at=here.clock())
    renew_visit()
    keep_in_visit(LINK, digest_of(token))
    return redirect(url_for("questionnaire.page"), HTTPStatus.SEE_OTHER)


@blueprint.get("")
def page() -> Response:
    """Ask who fills it in; then show the sections and how far they are."""
    portal = find_portal()
    if portal is not None and portal.speaker is None:
        return make_response(_who(portal))
    return _overview()


@blueprint.post("")
def come() -> Response:
    """Keep who somebody says they are, or let them go on as before with their code."""
    portal = find_portal()
    if portal is None:
        return shut("lost")
    return let_in(_knock(portal))


@blueprint.get("/sections/<topic_id>")
@inside
def section(portal: Portal, topic_id: str) -> Response:
    """Show one section with its questions."""
    return make_response(_section(portal, topic_id, ClaimAsker(portal.sheet, current_speaker())))


@blueprint.post("/sections/<topic_id>")
@inside
def save(portal: Portal, topic_id: str) -> Response:
    """Keep whatever of a section can be kept, and show the rest as it was typed."""
    ClaimAsker(portal.sheet, current_speaker()).topic(topic_id)
    sent = _sent(portal)
    try:
        late = _keep(portal, sent)
    except RefusedError:
        return _closed_meanwhile(sent)
    if sent.faults or late:
        now = find_portal() or portal
        asker = ClaimAsker(now.sheet, current_speaker(), section=sent, late=late)
        status = HTTPStatus.CONFLICT if late else HTTPStatus.UNPROCESSABLE_ENTITY
        return make_response(_section(now, topic_id, asker), status)
    return redirect(_after(portal, topic_id), HTTPStatus.SEE_OTHER)


@blueprint.post("/send")
@inside
def send(portal: Portal) -> Response:
    """Send it in, and show the receipt."""
    here = current()

    def work(session: Session) -> str:
        questionnaire = look_again(session, portal)
        send_in(session, questionnaire, portal.speaker_id, at=here.clock())
        return "sent"

    try:
        once(visitor_of(portal.questionnaire, portal.speaker), work)
    except RefusedError:
        return _overview(status=HTTPStatus.CONFLICT)
    return redirect(url_for("questionnaire.receipt"), HTTPStatus.SEE_OTHER)


@blueprint.get("/receipt")
@inside
def receipt(portal: Portal) -> Response:
    """Show what was sent in, and when: the answers as they stood at that moment."""
    sent_at = portal.questionnaire.sent_in_at
    if sent_at is None:
        return redirect(url_for("questionnaire.page"), HTTPStatus.SEE_OTHER)
    here = current()
    with here.database.reading(EVERY_ORGANIZATION) as session:
        sheet = read_claimsheet(
            session, portal.questionnaire, portal.speaker, catalog=here.catalog, at=sent_at
        )
    asker = ClaimAsker(sheet, current_speaker())
    shown = render_template(
        "web/claims/receipt.html", rows=asker.rows(), asker=asker, **_around(portal)
    )
    return make_response(shown)


@blueprint.post("/leave")
def leave() -> Response:
    """Close the questions on this device; the link opens them again."""
    drop_from_visit(LINK)
    drop_from_visit(SPEAKER)
    renew_visit()
    return redirect(url_for("start.page"), HTTPStatus.SEE_OTHER)


def _look(token: str) -> tuple[Questionnaire, Organization]:
    """Return what is behind a link; guesses are counted, right ones are not."""
    here = current()
    tries = tries_at("questions")
    check_tries(tries)
    stop_if_replaced(digest_of(token), tries)
    with here.database.reading(EVERY_ORGANIZATION) as session:
        questionnaire = services.look_behind(session, digest_of(token), at=here.clock())
        organization = get_organization(session, questionnaire.organization_id)
    forgive(tries)
    return questionnaire, organization


def _knock(portal: Portal) -> Knock:
    at, asked = current().clock, portal.questionnaire
    return Knock(
        visitor=visitor_of(asked, None),
        about=asked.id,
        slot=SPEAKER,
        came=lambda session: list_speakers(session, [asked.id]),
        introduce=lambda session, command: introduce(session, asked, command, at=at()),
        page=url_for("questionnaire.page"),
        ask=lambda faults: _who(portal, faults),
    )


def _sent(portal: Portal) -> Section:
    questions = find_questions(portal.sheet.sheet.edition.rubric)
    asked = {name: questions[name] for name in sorted(portal.sheet.asked)}
    return read_section(asked, request.form, today=portal.sheet.sheet.today, say=current_speaker())


def _keep(portal: Portal, sent: Section) -> tuple[str, ...]:
    """Keep what was understood; return where a newer answer of the same person stands.

    Where two windows save for the first time at the same moment, the later one asks again and
    finds the other's answer.
    """
    try:
        return _keep_once(portal, sent)
    except ConflictError:
        return _keep_once(portal, sent)


def _keep_once(portal: Portal, sent: Section) -> tuple[str, ...]:
    here = current()

    def work(session: Session) -> str:
        command = KeepClaims(
            questionnaire=look_again(session, portal), speaker_id=portal.speaker_id, said=sent.said
        )
        return " ".join(keep_claims(session, command, catalog=here.catalog, at=here.clock()))

    return tuple(once(visitor_of(portal.questionnaire, portal.speaker), work).split())


def _after(portal: Portal, topic_id: str) -> str:
    """Return where a section leads: on to the next, to a document, or back to a question."""
    do, _, name = request.form.get("do", "").partition(":")
    if do == "here" and name in portal.sheet.asked:
        return url_for("questionnaire.section", topic_id=topic_id, saved=name, _anchor=name)
    if do == "document" and name in portal.sheet.asked:
        return url_for("questionnaire.documents", criterion=name)
    topics = portal.sheet.topics
    place = topics.index(topic_id) + 1
    if do == "next" and place < len(topics):
        return url_for("questionnaire.section", topic_id=topics[place], saved="section")
    return url_for("questionnaire.page", saved="section")


def _who(portal: Portal, faults: Iterable[Fault] = ()) -> str:
    return render_template(
        "web/claims/who.html",
        portal=portal,
        typed=request.form,
        faults=tuple(faults),
        longest=LONGEST_FIELD,
    )


@inside
def _overview(portal: Portal, status: HTTPStatus = HTTPStatus.OK) -> Response:
    asker = ClaimAsker(portal.sheet, current_speaker())
    shown = render_template(
        "web/claims/overview.html",
        topics=asker.topics(),
        progress=asker.progress(),
        rows=asker.rows(),
        code=code_of(portal.speaker.id) if portal.speaker else "",
        asker=asker,
        is_empty=status is HTTPStatus.CONFLICT,
        **_around(portal),
    )
    return make_response(shown, status)


def _section(portal: Portal, topic_id: str, asker: ClaimAsker) -> str:
    topic = asker.topic(topic_id)
    topics = asker.topics()
    place = [one.id for one in topics].index(topic_id)
    return render_template(
        "web/claims/section.html",
        topic=topic,
        place=place + 1,
        count=len(topics),
        before=topics[place - 1] if place else None,
        following=topics[place + 1] if place + 1 < len(topics) else None,
        questions=asker.questions(topic),
        asker=asker,
        **_around(portal),
    )


def _closed_meanwhile(sent: Section) -> Response:
    """Show what was typed when the draft went on meanwhile, so that it can be copied."""
    portal = find_portal()
    if portal is None:
        return shut("lost")
    asker = ClaimAsker(portal.sheet, current_speaker())
    shown = render_template(
        "web/claims/closed.html",
        said=sent.said,
        typed=sent.typed,
        asker=asker,
        **_around(portal),
    )
    return make_response(shown, HTTPStatus.CONFLICT)


def _around(portal: Portal) -> dict[str, object]:
    zone = portal.organization.time_zone
    return {
        "portal": portal,
        "saved": request.args.get("saved", ""),
        "moment": lambda at, say: moment_words(at, zone, say),
    }
