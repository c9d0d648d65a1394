"""Review: submit, return, approve, hold; and who did what when."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus

from flask import make_response, redirect, render_template, request, url_for
from flask_wtf.csrf import generate_csrf
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.access.states import AssessmentState
from jobquality.errors import ConflictError, Fault, FaultsError, check_faults
from jobquality.http import current
from jobquality.ledger.comparing import fingerprint
from jobquality.ledger.snapshot import Snapshot
from jobquality.reading.names import Names
from jobquality.schemas.replies import read_lines
from jobquality.services import looks
from jobquality.services import reviews as services
from jobquality.services.approvals import authors_of
from jobquality.services.drafts import draft_snapshot
from jobquality.services.grounds import find_publishing_faults
from jobquality.services.history import Event, history_of
from jobquality.services.inbox import find_next
from jobquality.services.looks import Done, LookAt
from jobquality.services.reviews import Approve, Mark, SendBack, Submit, find_unconfirmed
from jobquality.services.shown import Shown, load_shown, shown_now
from jobquality.store.assessments import Assessment, get_assessment
from jobquality.store.corrections import Correcting, find_correcting
from jobquality.store.database import Session
from jobquality.store.employers import Employer, get_employer
from jobquality.store.evidence import Evidence, list_evidence
from jobquality.store.guests import list_guests
from jobquality.store.looks import Verdict
from jobquality.store.organizations import Organization, get_organization
from jobquality.web.called import called, changed_words
from jobquality.web.drafts import names_of, read_draft
from jobquality.web.forms import chosen, told
from jobquality.web.lacking import Lack
from jobquality.web.languages import current_speaker
from jobquality.web.looks import Review, read_changes, read_review
from jobquality.web.moments import moment_words
from jobquality.web.once import new_key, once
from jobquality.web.proofs import fresh
from jobquality.web.returned import asked_back
from jobquality.web.telling import tell
from jobquality.web.visitors import current_actor, needs, wants_json
from jobquality.web.work import work_blueprint
from jobquality.wording.whys import own_words

blueprint = work_blueprint("reviews", __name__)
blueprint.app_context_processor(asked_back)

_COMMENT = "comment-"
_VERDICTS = {verdict.value: verdict for verdict in Verdict}
_MARKS = {"hold": services.hold, "lift": services.lift, "abandon": services.abandon}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Everything that a page about an assessment shows; `draft` is None where none can be made."""

    assessment: Assessment
    employer: Employer
    organization: Organization
    draft: Snapshot | None
    problems: tuple[Fault, ...]
    evidence: tuple[Evidence, ...]
    events: tuple[Event, ...]
    is_author: bool
    correcting: Correcting | None = None


@blueprint.get("/assessments/<assessment_id>/review")
@needs(Action.LOOK, guests=True)
def page(assessment_id: str) -> str:
    """Show what would be approved, what stands in the way, and what happened so far."""
    return review_page(assessment_id)


@blueprint.post("/assessments/<assessment_id>/submit")
@needs(Action.ASSESS)
def submit(assessment_id: str) -> Response:
    """Hand a draft to the reviewer."""
    here, actor = current(), current_actor()
    faults: list[Fault] = []
    comment = read_lines(request.form.get("comment", ""), "comment", faults)
    command = Submit(id=here.new_id(), assessment_id=assessment_id, comment=comment)

    def work(session: Session) -> str:
        check_faults(faults)
        services.submit(session, actor, command, catalog=here.catalog, at=here.clock())
        return url_for("reviews.page", assessment_id=assessment_id)

    try:
        return redirect(once(actor, work), HTTPStatus.SEE_OTHER)
    except FaultsError as refusal:
        shown = review_page(assessment_id, faults=refusal.faults, typed=request.form)
        return make_response(shown, HTTPStatus.UNPROCESSABLE_ENTITY)


@blueprint.post("/assessments/<assessment_id>/review")
@needs(Action.REVIEW, guests=True)
@fresh
def decide(assessment_id: str) -> Response:
    """Approve exactly what was seen, or return it with comments."""
    actor = current_actor()
    try:
        return redirect(once(actor, _decision(assessment_id)), HTTPStatus.SEE_OTHER)
    except FaultsError as refusal:
        shown = review_page(assessment_id, faults=refusal.faults, typed=request.form)
        return make_response(shown, HTTPStatus.UNPROCESSABLE_ENTITY)
    except ConflictError as refusal:
        changed = Fault(message=changed_words(refusal, _names(assessment_id)))
        saw = load_shown(request.form.get("saw", ""))
        shown = review_page(assessment_id, faults=[changed], typed=request.form, saw=saw)
        return make_response(shown, HTTPStatus.CONFLICT)


@blueprint.post("/assessments/<assessment_id>/mark")
@needs(Action.REVIEW)
def mark(assessment_id: str) -> Response:
    """Set or lift a hold, or give an assessment up."""
    here, actor = current(), current_actor()
    faults: list[Fault] = []
    reason = read_lines(request.form.get("reason", ""), "reason", faults)
    command = Mark(id=here.new_id(), assessment_id=assessment_id, reason=reason)
    do = _MARKS.get(request.form.get("mark", ""))

    def work(session: Session) -> str:
        check_faults(faults if do else [Fault(message="Choose what to do.", where="reason")])
        if do is not None:
            do(session, actor, command, at=here.clock())
        return url_for("reviews.page", assessment_id=assessment_id)

    try:
        return redirect(once(actor, work), HTTPStatus.SEE_OTHER)
    except FaultsError as refusal:
        shown = review_page(assessment_id, faults=refusal.faults, typed=request.form)
        return make_response(shown, HTTPStatus.UNPROCESSABLE_ENTITY)


@blueprint.post("/assessments/<assessment_id>/review/<criterion>")
@needs(Action.REVIEW, guests=True)
def look(assessment_id: str, criterion: str) -> Response:
    """Accept one answer, or ask about it."""
    here, actor = current(), current_actor()
    faults: list[Fault] = []
    verdict = _VERDICTS.get(request.form.get("verdict", ""), Verdict.ACCEPTED)
    field = f"ask-{criterion}"
    command = LookAt(
        assessment_id=assessment_id,
        criterion=criterion,
        verdict=verdict,
        mark=request.form.get("mark", ""),
        comment=read_lines(request.form.get(field, ""), field, faults),
    )

    def work(session: Session) -> str:
        check_faults(faults)
        looks.look_at(session, actor, command, catalog=here.catalog, at=here.clock())
        return verdict

    try:
        once(actor, work)
    except (FaultsError, ConflictError) as refusal:
        return _not_looked(assessment_id, refusal)
    if wants_json():
        said = current_speaker()(f"looks_said_{verdict}")
        return _told(HTTPStatus.OK, said, status=verdict)
    return redirect(_after(assessment_id), HTTPStatus.SEE_OTHER)


@blueprint.post("/assessments/<assessment_id>/done/<criterion>")
@needs(Action.ASSESS)
def done(assessment_id: str, criterion: str) -> Response:
    """Tell the reviewer what was done about their question."""
    here, actor = current(), current_actor()
    faults: list[Fault] = []
    field = f"done-{criterion}"
    command = Done(
        id=here.new_id(),
        assessment_id=assessment_id,
        criterion=criterion,
        comment=read_lines(request.form.get(field, ""), field, faults),
    )

    def work(session: Session) -> str:
        check_faults(faults)
        looks.mark_done(session, actor, command, at=here.clock())
        return criterion

    once(actor, work)
    back = url_for("assessments.page", assessment_id=assessment_id, _anchor="returned")
    return redirect(back, HTTPStatus.SEE_OTHER)


class _Decision:
    """What the reviewer sent: read once, done in one transaction."""

    def __init__(self, assessment_id: str) -> None:
        self.assessment_id = assessment_id
        self.faults: list[Fault] = []
        self.comments = self._comments()
        self.id = current().new_id()

    def __call__(self, session: Session) -> str:
        here, actor = current(), current_actor()
        check_faults(self.faults)
        if chosen("decision", "approve", "return") == "approve":
            return self._approve(session)
        back = SendBack(
            id=self.id,
            assessment_id=self.assessment_id,
            version=_number(request.form.get("version", "")),
            comments=self.comments,
        )
        services.send_back(session, actor, back, at=here.clock())
        return url_for("reviews.page", assessment_id=self.assessment_id)

    def _approve(self, session: Session) -> str:
        """Approve what was seen."""
        here, actor = current(), current_actor()
        command = self._approval()
        services.approve(session, actor, command, catalog=here.catalog, at=here.clock())
        return url_for("notices.page", assessment_id=self.assessment_id)

    def _approval(self) -> Approve:
        return Approve(
            id=self.id,
            assessment_id=self.assessment_id,
            version=_number(request.form.get("version", "")),
            seen=_read_seen(request.form.get("seen", "")),
            confirmed=frozenset(request.form.getlist("finding")),
            comments=self.comments,
            knows_partly=request.form.get("partly") == "yes",
            stands_for_reason=request.form.get("reason_read") == "yes",
        )

    def _comments(self) -> dict[str, str]:
        whole = {"": read_lines(request.form.get("comment", ""), "comment", self.faults)}
        named = {
            name.removeprefix(_COMMENT): read_lines(text, name, self.faults)
            for name, text in request.form.items()
            if name.startswith(_COMMENT)
        }
        return whole | named


def _decision(assessment_id: str) -> _Decision:
    return _Decision(assessment_id)


def _read_seen(text: str) -> Mapping[str, str]:
    """Return the fingerprint that the page carried; a broken one is that of nothing."""
    try:
        seen = json.loads(text)
    except ValueError:
        return {}
    return {str(name): str(part) for name, part in seen.items()} if isinstance(seen, dict) else {}


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < len(str(2**31)) else 0


def _names(assessment_id: str) -> Names:
    """Return what the things of an assessment are called."""
    with current().database.reading(current_actor().organization_id) as session:
        assessment = get_assessment(session, assessment_id)
    return names_of(assessment.rubric, assessment.edition)


def review_page(
    assessment_id: str,
    *,
    faults: Iterable[Fault] = (),
    typed: Mapping[str, str] | None = None,
    saw: Mapping[str, Shown] | None = None,
) -> str:
    """Return the page of the review; with faults, its forms as they were typed."""
    actor = current_actor()
    with current().database.reading(actor.organization_id) as session:
        sheet = read_sheet(session, assessment_id)
        review = _review(session, sheet)
        waiting = find_next(session, actor, assessment_id) if actor.may(Action.REVIEW) else None
        now = shown_now(session, assessment_id) if saw else {}
        guests = list_guests(session, assessment_id) if actor.may(Action.HOST) else ()
    draft = sheet.draft
    names = names_of(sheet.assessment.rubric, sheet.assessment.edition)
    lack, faults = Lack(sheet.employer.place, names), tuple(faults)
    return render_template(
        "web/reviews/page.html",
        sheet=sheet,
        review=review,
        everything=request.args.get("show") == "all",
        words=read_draft(draft) if draft else None,
        names=names,
        seen=json.dumps(fingerprint(draft), sort_keys=True) if draft else "",
        confirmed=request.form.getlist("finding"),
        own_words=own_words("correction", sheet.correcting.reason) if sheet.correcting else "",
        meanwhile=read_changes(sheet.assessment, saw or {}, now),
        waiting=waiting,
        guests=guests,
        clock=current().clock(),
        problems=tuple(lack.said(sheet.problems)),
        lacking=lack.listed(faults or sheet.problems),
        faults=tuple(called(lack.said(faults, where="lacking"), names)),
        typed=typed or {},
        **around(sheet.organization),
    )


def _review(session: Session, sheet: Sheet) -> Review | None:
    """Return the answers one by one, for somebody who may say something to them now."""
    actor = current_actor()
    is_open = sheet.assessment.state is AssessmentState.IN_REVIEW
    if sheet.draft is None or not is_open or sheet.is_author or not actor.may(Action.REVIEW):
        return None
    return read_review(session, actor, sheet.assessment, sheet.draft, sheet.evidence)


def _not_looked(assessment_id: str, refusal: FaultsError | ConflictError) -> Response:
    is_fault = isinstance(refusal, FaultsError)
    faults = refusal.faults if isinstance(refusal, FaultsError) else [Fault(message=str(refusal))]
    status = HTTPStatus.UNPROCESSABLE_ENTITY if is_fault else HTTPStatus.CONFLICT
    if wants_json():
        return _told(status, " ".join(told(refusal)), status="")
    return make_response(review_page(assessment_id, faults=faults, typed=request.form), status)


def _after(assessment_id: str) -> str:
    """Return the page again, at the answer that comes next; never an address from outside."""
    name = request.form.get("next", "")
    return url_for(
        "reviews.page",
        assessment_id=assessment_id,
        show="all" if request.form.get("show") == "all" else None,
        _anchor=f"item-{name}" if name.isidentifier() else "decide",
    )


def _told(code: HTTPStatus, said: str, **told: str) -> Response:
    """Answer our script, with the key and token for the next time."""
    return tell(code, said=said, key=new_key(), csrf=generate_csrf(), **told)


def read_sheet(session: Session, assessment_id: str) -> Sheet:
    """Return everything that a page about an assessment shows.

    Raises:
        NotFoundError: there is no such assessment in the actor's organization.
    """
    assessment = get_assessment(session, assessment_id)
    draft, problems = _find_draft(session, assessment)
    return Sheet(
        assessment=assessment,
        employer=get_employer(session, assessment.employer_id),
        organization=get_organization(session, assessment.organization_id),
        draft=draft,
        problems=problems,
        evidence=list_evidence(session, assessment_id),
        events=history_of(session, assessment),
        is_author=current_actor().person_id in authors_of(session, assessment),
        correcting=find_correcting(session, assessment_id),
    )


def around(organization: Organization) -> dict[str, object]:
    """Return what the pages of review and notice can say."""
    return {
        "actor": current_actor(),
        "action": Action,
        "state": AssessmentState,
        "moment": lambda at, say: moment_words(at, organization.time_zone, say),
    }


def _find_draft(
    session: Session, assessment: Assessment
) -> tuple[Snapshot | None, tuple[Fault, ...]]:
    here = current()
    unconfirmed = tuple(find_unconfirmed(session, assessment))
    try:
        faults = find_publishing_faults(session, assessment, catalog=here.catalog)
        draft = draft_snapshot(session, assessment.id, catalog=here.catalog, at=here.clock())
    except FaultsError as refusal:
        return None, (*unconfirmed, *refusal.faults)
    return draft, (*unconfirmed, *faults)
