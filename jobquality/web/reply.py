"""The employer's own door: the draft, its sources, and the reply.

Looking at the link starts no clock, because scanners of mail look at links too; only somebody
who says who they are on the page behind it does. Inside, the address holds no secret any more.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from http import HTTPStatus
from zoneinfo import ZoneInfo

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from jobquality.access.states import Stance
from jobquality.errors import ConflictError, Fault, FaultsError, RefusedError, check_faults
from jobquality.http import current
from jobquality.ledger.form import load_snapshot
from jobquality.reading.names import day_words
from jobquality.rubrics.days import read_day
from jobquality.schemas.replies import read_lines
from jobquality.services import notices as services
from jobquality.services.copies import copy_for_employer
from jobquality.services.notices import ReplyCommand, Stated
from jobquality.services.replies import LONGEST_STATEMENT, LONGEST_TEXT
from jobquality.services.replyspeakers import come_in
from jobquality.services.shown import parts_of
from jobquality.services.speakers import LONGEST_FIELD
from jobquality.services.speakersagain import come_again, list_carried
from jobquality.store.database import EVERY_ORGANIZATION, Session
from jobquality.store.notices import Notice
from jobquality.store.organizations import Organization, get_organization
from jobquality.store.replyspeakers import get_speaker, list_speakers
from jobquality.web import replypapers, replyplan, replyread, replytime
from jobquality.web.caching import keep_private
from jobquality.web.drafts import read_draft
from jobquality.web.files import serve_file
from jobquality.web.languages import current_speaker
from jobquality.web.limits import check_tries, forgive, tries_at
from jobquality.web.once import once
from jobquality.web.replaced import stop_if_replaced
from jobquality.web.replyportal import SPEAKER, VISIT, Portal, employer_of, find_portal, inside
from jobquality.web.replywords import asked_of, find_changes, remarks_of, said_by
from jobquality.web.security import drop_from_visit, keep_in_visit, renew_visit
from jobquality.web.sessions import digest_of
from jobquality.web.speaking import Knock, check_not_own, code_of, is_own, let_in

blueprint = Blueprint("reply", __name__)
blueprint.after_request(keep_private)

_AT = "/<any(en,es):language>/reply"
_STANCE, _TEXT, _ON = "stance-", "text-", "on-"
_OWN = (
    "You are logged in at the organization that wrote this. Opening the link would "
    "start the employer's clock. Log out first if you want to see what they see."
)
_LIMITS = {"statement": LONGEST_STATEMENT, "text": LONGEST_TEXT}


blueprint.get(f"{_AT}/documents/<criterion>")(replypapers.documents)
blueprint.post(f"{_AT}/documents/<criterion>")(replypapers.add)
blueprint.get(f"{_AT}/files/<paper_id>")(replypapers.file)
blueprint.post(f"{_AT}/files/<paper_id>")(replypapers.take_back)
blueprint.post(f"{_AT}/decision")(replyread.let)
blueprint.get(f"{_AT}/time")(replytime.time)
blueprint.post(f"{_AT}/time")(replytime.ask)
blueprint.get(f"{_AT}/plan.pdf")(replyplan.pdf)
blueprint.get(f"{_AT}/plan.xlsx")(replyplan.table)


@blueprint.url_value_preprocessor
def _allow_files(endpoint: str | None, values: dict[str, object] | None) -> None:
    """Let this one form carry a file; it is set here because the token is read before the view."""
    del values
    if endpoint == "reply.add":
        request.max_content_length = replypapers.LARGEST_REQUEST


@blueprint.get("/<any(en,es):language>/reply/<token>")
def door(token: str) -> str:
    """Say who wrote, and ask whether to open the draft."""
    notice, organization = _look(token)
    employer = load_snapshot(notice.draft).employer.name
    return render_template(
        "web/reply/door.html",
        notice=notice,
        organization=organization,
        employer=employer,
        is_own=is_own(notice.organization_id),
    )


@blueprint.post("/<any(en,es):language>/reply/<token>")
def enter(token: str) -> AnyResponse:
    """Come in on this device; the draft opens once somebody said who they are."""
    notice, _ = _look(token)
    check_not_own(notice.organization_id, _OWN)
    renew_visit()
    keep_in_visit(VISIT, digest_of(token))
    if notice.delivered_at is None:
        drop_from_visit(SPEAKER)  # by a new link they say again who they are: that starts the clock
    return redirect(url_for("reply.page"), HTTPStatus.SEE_OTHER)


@blueprint.get("/<any(en,es):language>/reply")
def page() -> AnyResponse:
    """Ask who is there; then show the draft, and the reply as it stands."""
    portal = find_portal()
    if portal is not None and portal.needs_introduction:
        return make_response(_who(portal))
    return _draft()


@inside
def _draft(portal: Portal) -> AnyResponse:
    return make_response(_page(portal))


@blueprint.post("/<any(en,es):language>/reply/who")
def come() -> AnyResponse:
    """Keep who somebody says they are; the first one starts the clock: this is the delivery."""
    portal = find_portal()
    if portal is None:
        return _draft()
    check_not_own(portal.notice.organization_id, _OWN)
    return let_in(_knock(portal))


@blueprint.post("/<any(en,es):language>/reply")
@inside
def save(portal: Portal) -> AnyResponse:
    """Keep the reply as it stands, or send it for good; what was typed is kept in any case."""
    try:
        visitor = employer_of(portal.notice, portal.speaker_id)
        once(visitor, lambda session: _save(session, portal))
    except FaultsError as refusal:
        shown = _page(portal, faults=refusal.faults, typed=request.form)
        return make_response(shown, HTTPStatus.UNPROCESSABLE_ENTITY)
    except (ConflictError, RefusedError) as refusal:
        changed = [Fault(message=str(refusal))]
        shown = _page(find_portal() or portal, faults=changed, typed=request.form, is_both=True)
        return make_response(shown, HTTPStatus.CONFLICT)
    return redirect(_next_page(portal), HTTPStatus.SEE_OTHER)


def _next_page(portal: Portal) -> str:
    """Return where a saved form leads: to the documents of a point, to more time, or back."""
    wanted, _, criterion = request.form.get("do", "").partition(":")
    if wanted == "papers" and criterion in asked_of(portal):
        return url_for("reply.documents", criterion=criterion)
    return url_for("reply.time") if wanted == "time" else url_for("reply.page", saved="yes")


@blueprint.get("/<any(en,es):language>/reply/copies/<copy_id>")
@inside
def copy(portal: Portal, copy_id: str) -> AnyResponse:
    """Give out a cleared copy of evidence behind this draft, and of nothing else."""
    notice = portal.notice
    with current().database.reading(notice.organization_id) as session:
        found = copy_for_employer(session, notice.assessment_id, copy_id, draft=portal.draft)
    return serve_file(found.sha256, found.media_type, of=found.id)


@blueprint.post("/<any(en,es):language>/reply/leave")
def leave() -> AnyResponse:
    """Close the draft on this device; the link opens it again."""
    for name in (VISIT, SPEAKER):
        drop_from_visit(name)
    renew_visit()
    return redirect(url_for("start.page"), HTTPStatus.SEE_OTHER)


def _look(token: str) -> tuple[Notice, Organization]:
    """Return what is behind a link; guesses are counted, right ones are not."""
    tries = tries_at("reply")
    check_tries(tries)
    stop_if_replaced(digest_of(token), tries)
    with current().database.reading(EVERY_ORGANIZATION) as session:
        notice = services.look_behind(session, digest_of(token))
        organization = get_organization(session, notice.organization_id)
    forgive(tries)
    return notice, organization


def _knock(portal: Portal) -> Knock:
    here, digest, notice = current(), portal.digest, portal.notice
    return Knock(
        visitor=employer_of(notice),
        about=notice.id,
        slot=SPEAKER,
        came=lambda session: (
            *list_speakers(session, notice.id),
            *list_carried(session, notice),
        ),
        introduce=lambda session, command: come_in(session, digest, command, at=here.clock()),
        page=url_for("reply.page"),
        ask=lambda faults: _who(portal, faults),
        again=lambda session, known: come_again(
            session, digest, get_speaker(session, known), here.new_id(), at=here.clock()
        ),
    )


def _save(session: Session, portal: Portal) -> str:
    faults: list[Fault] = []
    command = _read_reply(portal.speaker_id, faults)
    check_faults(faults)
    services.reply(
        session,
        portal.notice.id,
        command,
        at=current().clock(),
        catalog=current().catalog,
    )
    return "saved"


def _read_reply(speaker_id: str, faults: list[Fault]) -> ReplyCommand:
    form = request.form
    is_final = form.get("do") == "send"
    if is_final and form.get("final") != "yes":
        message = "Sending is final. Tick that you want it."
        faults.append(Fault(message=message, where="final-yes"))
    version = form.get("version", "")
    known = version.isascii() and version.isdecimal() and len(version) < len(str(2**31))
    named = [name.removeprefix(_STANCE) for name in form if name.startswith(_STANCE)]
    return ReplyCommand(
        speaker_id=speaker_id,
        statement=read_lines(form.get("statement", ""), "statement", faults),
        stances={
            name: Stated(
                stance=form[f"{_STANCE}{name}"],
                text=read_lines(form.get(f"{_TEXT}{name}", ""), f"{_TEXT}{name}", faults),
                fixed_on=_read_day(name, form.get(f"{_ON}{name}", ""), faults),
            )
            for name in named
            if form[f"{_STANCE}{name}"]
        },
        is_final=is_final,
        seen=int(version) if known else 0,
    )


def _read_day(name: str, text: str, faults: list[Fault]) -> date | None:
    """Return the day of a repair; only where that was chosen does it matter what stands there."""
    day = read_day(text.strip())
    if day is None and text.strip() and request.form[f"{_STANCE}{name}"] == Stance.FIXED:
        remedy = "Choose the day, or write it as 2026-03-01."
        message = "This is no day that we can read."
        faults.append(Fault(message=message, where=f"{_ON}{name}", remedy=remedy))
    return day


def _who(portal: Portal, faults: Iterable[Fault] = ()) -> str:
    return render_template(
        "web/reply/who.html",
        portal=portal,
        notice=portal.notice,
        typed=request.form,
        faults=tuple(faults),
        longest=LONGEST_FIELD,
        is_again=_is_again(portal),
    )


def _is_again(portal: Portal) -> bool:
    """Say whether somebody could go on here by a code that they got before."""
    notice = portal.notice
    with current().database.reading(notice.organization_id) as session:
        came = list_speakers(session, notice.id) if notice.delivered_at is None else ()
        return bool(came or list_carried(session, notice))


def _page(
    portal: Portal,
    *,
    faults: Iterable[Fault] = (),
    typed: Mapping[str, str] | None = None,
    is_both: bool = False,
) -> str:
    words = read_draft(portal.draft)
    points, zone = asked_of(portal), ZoneInfo(portal.organization.time_zone)
    rubric = current().catalog.edition(portal.draft.rubric, portal.draft.edition).rubric
    behind = {part for name in points for part in parts_of(rubric, name)}
    return render_template(
        "web/reply/page.html",
        portal=portal,
        notice=portal.notice,
        code=code_of(portal.speaker_id) if portal.speaker else "",
        words=words,
        newer=read_draft(portal.newer) if portal.newer else None,
        changes=find_changes(portal, words),
        titles=points,
        remarks=remarks_of(portal.newer or portal.draft),
        rubric=rubric,
        other_copies=[one for one in portal.copies if one.evidence.criterion not in behind],
        copy_address=lambda one: url_for("reply.copy", copy_id=one.id),
        typed=typed if typed is not None else _typed(portal),
        theirs=portal.replies if is_both else {},
        stances=tuple(Stance),
        longest=_LIMITS,
        faults=tuple(faults),
        is_saved=request.args.get("saved") == "yes" and not faults,
        day_of=lambda at: day_words(at.astimezone(zone).date(), current_speaker()),
        today=current().clock().astimezone(zone).date(),
        **said_by(portal),
    )


def _typed(portal: Portal) -> dict[str, str]:
    """Return what was saved, as the form says it; at first what was said of the draft before."""
    statement, replies = portal.notice.statement, portal.replies
    if portal.former and not (statement or replies):
        statement, replies = portal.former.notice.statement, portal.former.standing
    stances = {f"{_STANCE}{name}": str(one.stance) for name, one in replies.items()}
    texts = {f"{_TEXT}{name}": one.text for name, one in replies.items()}
    days = {
        f"{_ON}{name}": one.fixed_on.isoformat() for name, one in replies.items() if one.fixed_on
    }
    return {**stances, **texts, **days, "statement": statement}
