"""The employer's own door: the draft, its sources, and the reply.

Looking at the link starts no clock, because scanners of mail look at links too; only the
button on the page behind it does. Inside, the address holds no secret any more.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from jobquality.access.actors import Actor
from jobquality.access.states import AssessmentState, Stance
from jobquality.errors import (
    ConflictError,
    Fault,
    FaultsError,
    ForbiddenError,
    NotFoundError,
    check_faults,
)
from jobquality.http import current
from jobquality.ledger.form import load_snapshot
from jobquality.ledger.snapshot import Snapshot
from jobquality.schemas.replies import read_lines
from jobquality.services import notices as services
from jobquality.services.copies import Cleared, copies_for_employer, copy_for_employer
from jobquality.services.notices import ReplyCommand, Stated
from jobquality.services.replies import LONGEST_NAME, LONGEST_STATEMENT, LONGEST_TEXT, counted
from jobquality.store.assessments import get_assessment
from jobquality.store.database import EVERY_ORGANIZATION, Session
from jobquality.store.notices import Notice, Reply, list_replies
from jobquality.store.organizations import Organization, get_organization
from jobquality.web.caching import keep_private
from jobquality.web.drafts import read_draft
from jobquality.web.files import serve_file
from jobquality.web.limits import check_tries, forgive, tries_at
from jobquality.web.moments import moment_words
from jobquality.web.once import once
from jobquality.web.security import drop_from_visit, find_in_visit, keep_in_visit, renew_visit
from jobquality.web.sessions import digest_of
from jobquality.web.visitors import find_current_person

blueprint = Blueprint("reply", __name__)
blueprint.after_request(keep_private)

#: Where the visit keeps which link opened it; a link made anew closes every visit of the old.
_VISIT = "notice"
_STANCE, _TEXT = "stance-", "text-"
_LIMITS = {"statement": LONGEST_STATEMENT, "text": LONGEST_TEXT, "name": LONGEST_NAME}


@dataclass(frozen=True, slots=True, kw_only=True)
class Portal:
    """What an employer sees: the frozen draft, what they wrote so far, and the clock."""

    notice: Notice
    draft: Snapshot
    organization: Organization
    replies: Mapping[str, Reply]
    is_open: bool
    is_over: bool
    is_given_up: bool
    copies: tuple[Cleared, ...]

    def copies_of(self, criterion: str) -> tuple[Cleared, ...]:
        """Return the cleared copies of what lies behind one answer."""
        return tuple(one for one in self.copies if one.evidence.criterion == criterion)


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
        is_own=_is_own(notice),
    )


@blueprint.post("/<any(en,es):language>/reply/<token>")
def enter(token: str) -> AnyResponse:
    """Open the draft; the first time, this is the delivery and starts the clock."""
    notice, _ = _look(token)
    if _is_own(notice):
        raise ForbiddenError(
            "You are logged in at the organization that wrote this. Opening the link would "
            "start the employer's clock. Log out first if you want to see what they see."
        )
    here = current()
    with here.database.transaction(notice.organization_id) as session:
        services.open_portal(session, digest_of(token), at=here.clock())
    renew_visit()
    keep_in_visit(_VISIT, digest_of(token))
    return redirect(url_for("reply.page"), HTTPStatus.SEE_OTHER)


@blueprint.get("/<any(en,es):language>/reply")
def page() -> AnyResponse:
    """Show the draft, and the reply as it stands."""
    portal = find_portal()
    if portal is None:
        return make_response(render_template("web/reply/lost.html"), HTTPStatus.FORBIDDEN)
    return make_response(_page(portal))


@blueprint.post("/<any(en,es):language>/reply")
def save() -> AnyResponse:
    """Keep the reply as it stands, or send it for good."""
    portal = find_portal()
    if portal is None:
        return make_response(render_template("web/reply/lost.html"), HTTPStatus.FORBIDDEN)
    try:
        once(_employer(portal.notice), lambda session: _save(session, portal.notice))
    except FaultsError as refusal:
        shown = _page(portal, faults=refusal.faults, typed=request.form)
        return make_response(shown, HTTPStatus.UNPROCESSABLE_ENTITY)
    except ConflictError as refusal:
        changed = [Fault(message=str(refusal))]
        shown = _page(find_portal() or portal, faults=changed, typed=request.form, is_both=True)
        return make_response(shown, HTTPStatus.CONFLICT)
    return redirect(url_for("reply.page", saved="yes"), HTTPStatus.SEE_OTHER)


@blueprint.get("/<any(en,es):language>/reply/copies/<copy_id>")
def copy(copy_id: str) -> AnyResponse:
    """Give out a cleared copy of evidence behind this draft, and of nothing else."""
    portal = find_portal()
    if portal is None:
        return make_response(render_template("web/reply/lost.html"), HTTPStatus.FORBIDDEN)
    notice = portal.notice
    with current().database.reading(notice.organization_id) as session:
        found = copy_for_employer(session, notice.assessment_id, copy_id, draft=portal.draft)
    return serve_file(found.sha256, found.media_type, of=found.id)


@blueprint.post("/<any(en,es):language>/reply/leave")
def leave() -> AnyResponse:
    """Close the draft on this device; the link opens it again."""
    drop_from_visit(_VISIT)
    renew_visit()
    return redirect(url_for("start.page"), HTTPStatus.SEE_OTHER)


def find_portal() -> Portal | None:
    """Return what the employer of this visit sees, or None where no living link was opened."""
    digest = find_in_visit(_VISIT)
    try:
        return _portal(digest) if isinstance(digest, str) else None
    except NotFoundError:
        return None


def _portal(digest: str) -> Portal:
    here = current()
    now: datetime = here.clock()
    with here.database.reading(EVERY_ORGANIZATION) as session:
        notice = services.look_behind(session, digest)
        state = get_assessment(session, notice.assessment_id).state
        is_given_up = state is AssessmentState.ABANDONED
        draft = load_snapshot(notice.draft)
        return Portal(
            notice=notice if is_given_up else counted(session, notice, at=now),
            draft=draft,
            organization=get_organization(session, notice.organization_id),
            replies=list_replies(session, notice.id),
            is_open=notice.is_open(now) and not is_given_up,
            is_over=notice.ends_at is not None and now >= notice.ends_at,
            is_given_up=is_given_up,
            copies=()
            if is_given_up
            else copies_for_employer(session, notice.assessment_id, draft=draft),
        )


def _look(token: str) -> tuple[Notice, Organization]:
    """Return what is behind a link; guesses are counted, right ones are not."""
    tries = tries_at("reply")
    check_tries(tries)
    with current().database.reading(EVERY_ORGANIZATION) as session:
        notice = services.look_behind(session, digest_of(token))
        organization = get_organization(session, notice.organization_id)
    forgive(tries)
    return notice, organization


def _is_own(notice: Notice) -> bool:
    person = find_current_person()
    return person is not None and person.organization_id == notice.organization_id


def _employer(notice: Notice) -> Actor:
    """Return somebody for whom a form is sent once; no role lets them do anything else."""
    return Actor(
        person_id=f"notice {notice.id}",
        organization_id=notice.organization_id,
        name="",
        roles=frozenset(),
    )


def _save(session: Session, notice: Notice) -> str:
    faults: list[Fault] = []
    command = _read_reply(faults)
    check_faults(faults)
    services.reply(session, notice.id, command, at=current().clock())
    return "saved"


def _read_reply(faults: list[Fault]) -> ReplyCommand:
    form = request.form
    is_final = form.get("do") == "send"
    if is_final and form.get("final") != "yes":
        message = "Sending is final. Tick that you want it."
        faults.append(Fault(message=message, where="final-yes"))
    version = form.get("version", "")
    known = version.isascii() and version.isdecimal() and len(version) < len(str(2**31))
    named = [name.removeprefix(_STANCE) for name in form if name.startswith(_STANCE)]
    return ReplyCommand(
        statement=read_lines(form.get("statement", ""), "statement", faults),
        replied_by=" ".join(read_lines(form.get("replied_by", ""), "replied_by", faults).split()),
        stances={
            name: Stated(
                stance=form[f"{_STANCE}{name}"],
                text=read_lines(form.get(f"{_TEXT}{name}", ""), f"{_TEXT}{name}", faults),
            )
            for name in named
            if form[f"{_STANCE}{name}"]
        },
        is_final=is_final,
        seen=int(version) if known else 0,
    )


def _page(
    portal: Portal,
    *,
    faults: Iterable[Fault] = (),
    typed: Mapping[str, str] | None = None,
    is_both: bool = False,
) -> str:
    zone = portal.organization.time_zone
    words = read_draft(portal.draft)
    claims = {line.id for topic in words.topics for line in topic.lines}
    claims |= {one.id for one in words.findings if one.checked == "found"}
    return render_template(
        "web/reply/page.html",
        portal=portal,
        notice=portal.notice,
        words=words,
        other_copies=[one for one in portal.copies if one.evidence.criterion not in claims],
        copy_address=lambda one: url_for("reply.copy", copy_id=one.id),
        typed=typed if typed is not None else _typed(portal),
        theirs=portal.replies if is_both else {},
        stances=tuple(Stance),
        longest=_LIMITS,
        faults=tuple(faults),
        is_saved=request.args.get("saved") == "yes" and not faults,
        moment=lambda at, say: moment_words(at, zone, say),
    )


def _typed(portal: Portal) -> dict[str, str]:
    """Return what was saved, as the form says it."""
    stances = {f"{_STANCE}{name}": str(one.stance) for name, one in portal.replies.items()}
    texts = {f"{_TEXT}{name}": one.text for name, one in portal.replies.items()}
    notice = portal.notice
    return {**stances, **texts, "statement": notice.statement, "replied_by": notice.replied_by}
