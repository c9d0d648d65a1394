"""The outbox of an organization: what goes to whom, how far it came, and what hands carry."""

from collections.abc import Callable, Iterable, Mapping
from http import HTTPStatus
from zoneinfo import ZoneInfo

from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.documents.letters import letter_pdf
from jobquality.errors import Fault, FaultsError, RefusedError, check_faults
from jobquality.http import current
from jobquality.ledger.form import load_snapshot
from jobquality.ledger.recompute import rebuild
from jobquality.ledger.withholding import as_shown
from jobquality.reading.names import day_words
from jobquality.reading.scorecard import read_scorecard
from jobquality.reading.values import ScorecardWords
from jobquality.rubrics.days import read_day
from jobquality.schemas.replies import read_lines
from jobquality.services import outbox
from jobquality.services.outbox import HandOver, Message, MessageKind, MessageState
from jobquality.store.database import Session
from jobquality.store.notices import get_notice
from jobquality.store.organizations import Organization, get_organization
from jobquality.store.outbox import get_message, list_messages
from jobquality.web.documents import send_pdf
from jobquality.web.languages import current_speaker
from jobquality.web.moments import moment_words
from jobquality.web.once import once
from jobquality.web.visitors import current_actor, needs
from jobquality.web.work import work_blueprint
from jobquality.wording import Speaker

blueprint = work_blueprint("messages", __name__)
_DONE_WITH_IT = ("again", "bounced", "withdraw")

_MOST = 200


@blueprint.get("/messages")
@needs(Action.LOOK)
def listing() -> str:
    """Show every message and how far it came."""
    with current().database.reading(current_actor().organization_id) as session:
        organization = get_organization(session, current_actor().organization_id)
        found = list_messages(session, limit=_MOST)
    return render_template(
        "web/messages/listing.html",
        messages=found,
        most=_MOST,
        actor=current_actor(),
        action=Action,
        **telling_messages(organization),
    )


@blueprint.get("/messages/<message_id>")
@needs(Action.LOOK)
def page(message_id: str) -> str:
    """Show one message, with its text to copy, and what can be done with it."""
    return _page(message_id)


@blueprint.get("/messages/<message_id>/letter.pdf")
@needs(Action.NOTIFY)
def letter(message_id: str) -> Response:
    """Give the letter of a notice as PDF, to whoever made its link."""
    with current().database.reading(current_actor().organization_id) as session:
        message = get_message(session, message_id)
        organization = get_organization(session, message.organization_id)
        is_letter = message.kind == MessageKind.NOTICE_LETTER and message.secret
        if not is_letter or message.made_by != current_actor().person_id:
            raise RefusedError(
                "Only whoever wrote the letter can print it, and only until it is on its way. "
                "Make a new link and a letter with it."
            )
        draft = get_notice(session, message.about_id).draft
    written = message.put_at or current().clock()
    on = written.astimezone(ZoneInfo(organization.time_zone)).date()
    say = Speaker(message.language)
    pdf = letter_pdf(message, _read(draft, say), day=day_words(on, say))
    return send_pdf(pdf, name=f"notice-{message.language}-{on.isoformat()}.pdf")


@blueprint.post("/messages/<message_id>/done")
@needs(Action.NOTIFY)
def done(message_id: str) -> Response:
    """Mark a message as carried by hand."""
    faults: list[Fault] = []
    how = read_lines(request.form.get("how", ""), "how", faults)
    on = read_day(request.form.get("on", ""))
    if on is None:
        remedy = "Choose the day, or write it as 2026-03-01."
        faults.append(Fault(message="The day is missing.", where="on", remedy=remedy))

    def work(session: Session) -> str:
        check_faults(faults)
        if on is not None:
            command = HandOver(message_id=message_id, on=on, how=how)
            outbox.hand_over(session, current_actor(), command, at=current().clock())
        return "done"

    return _did(message_id, work)


@blueprint.post("/messages/<message_id>/state")
@needs(Action.NOTIFY)
def state(message_id: str) -> Response:
    """Send a message again, take it back, or mark it as come back."""
    here, actor = current(), current_actor()
    faults: list[Fault] = []
    how = read_lines(request.form.get("how", ""), "how", faults)
    wanted = request.form.get("do", "")
    if wanted not in _DONE_WITH_IT:
        remedy = f"Choose one of: {', '.join(_DONE_WITH_IT)}."
        faults.append(Fault(message="What to do with it is not said.", where="do", remedy=remedy))

    def work(session: Session) -> str:
        check_faults(faults)
        if wanted == "bounced":
            outbox.mark_bounced(session, actor, message_id, how=how, at=here.clock())
        elif wanted == "again":
            outbox.try_again(session, actor, message_id, at=here.clock())
        else:
            outbox.withdraw(session, actor, message_id, at=here.clock())
        return wanted

    return _did(message_id, work)


def telling_messages(organization: Organization) -> dict[str, object]:
    """Return what pages need to tell how far a message came."""
    say = current_speaker()
    has_server = bool(current().settings.mail_server)
    return {
        "has_server": has_server,
        "message_state": MessageState,
        "state_of": lambda message: _state(message, has_server=has_server),
        "kind_of": lambda message: say.spoken_or(f"messages_kind_{message.kind}", message.kind),
        "sent_to": _sent_to,
        "why_of": lambda message: _why(message, say),
        "message_moment": lambda at: moment_words(at, organization.time_zone, say),
        "message_day": lambda on: day_words(on, say),
    }


def needs_somebody(message: Message) -> bool:
    """Say whether a message goes no further by itself: a hand, or a look at it, is needed."""
    has_server = bool(current().settings.mail_server)
    return _state(message, has_server=has_server) is not MessageState.WAITING


def _sent_to(message: Message) -> str:
    """Return the address to show; colleagues' own are for administrators, as on People."""
    is_theirs = message.kind == MessageKind.ACCOUNT
    return "" if is_theirs and not current_actor().may(Action.MANAGE) else message.to


def _state(message: Message, *, has_server: bool) -> MessageState:
    """Return the state to show: without a server, what waits is carried by hand."""
    if message.state is MessageState.WAITING and not has_server:
        return MessageState.BY_HAND
    return message.state


def _why(message: Message, say: Speaker) -> tuple[str, str]:
    """Return why a message failed, in plain words, and what the server said."""
    why, _, said = message.said.partition(": ")
    return say.spoken_or(f"messages_why_{why}", ""), said.rstrip(".")


def _did(message_id: str, work: Callable[[Session], str]) -> Response:
    try:
        once(current_actor(), work)
    except FaultsError as refusal:
        shown = _page(message_id, faults=refusal.faults, typed=request.form)
        return make_response(shown, HTTPStatus.UNPROCESSABLE_ENTITY)
    return redirect(url_for("messages.page", message_id=message_id), HTTPStatus.SEE_OTHER)


def _page(
    message_id: str, *, faults: Iterable[Fault] = (), typed: Mapping[str, str] | None = None
) -> str:
    actor = current_actor()
    with current().database.reading(actor.organization_id) as session:
        message = get_message(session, message_id)
        organization = get_organization(session, message.organization_id)
        assessment_id = _assessment_of(session, message)
    return render_template(
        "web/messages/page.html",
        message=message,
        actor=actor,
        action=Action,
        text=outbox.shown_to(message, actor.person_id),
        hidden=outbox.HIDDEN,
        is_mine=message.made_by == actor.person_id,
        letter_kind=MessageKind.NOTICE_LETTER,
        assessment_id=assessment_id,
        faults=tuple(faults),
        typed=typed or {},
        **telling_messages(organization),
    )


def _assessment_of(session: Session, message: Message) -> str:
    if message.about != "notice":
        return ""
    return get_notice(session, message.about_id).assessment_id


def _read(draft: str, say: Speaker) -> ScorecardWords:
    snapshot = load_snapshot(draft)
    catalog = current().catalog
    edition = catalog.edition(snapshot.rubric, snapshot.edition)
    snapshot = as_shown(snapshot, edition.rubric, catalog.parameters.places)
    card = rebuild(snapshot, edition.rubric, catalog.parameters.places)
    return read_scorecard(card, snapshot, edition, catalog.parameters.places, say)
