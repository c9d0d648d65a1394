"""Correcting, withdrawing and emptying what was published, for the people who may."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from http import HTTPStatus

from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action, Actor
from jobquality.errors import Fault, FaultsError, check_faults
from jobquality.http import Context, current
from jobquality.ledger.acts import Cause
from jobquality.schemas.replies import read_lines
from jobquality.services.corrections import StartCorrection, start_correction
from jobquality.services.evidence import is_file_free
from jobquality.services.proposals import Verdict
from jobquality.services.records import read_record
from jobquality.services.tombstones import (
    ProposeTombstone,
    decide_tombstone,
    propose_tombstone,
)
from jobquality.services.withdrawals import (
    ProposeWithdrawal,
    decide_withdrawal,
    propose_withdrawal,
)
from jobquality.store.database import Session
from jobquality.store.organizations import get_organization
from jobquality.store.people import list_people
from jobquality.store.proposals import ProposalKind, get_proposal
from jobquality.web.forms import chosen
from jobquality.web.languages import current_speaker
from jobquality.web.moments import moment_words
from jobquality.web.once import once
from jobquality.web.proofs import fresh
from jobquality.web.visitors import current_actor, needs
from jobquality.web.whys import read_why, why_choices
from jobquality.web.work import work_blueprint
from jobquality.wording.whys import made_why, own_words

blueprint = work_blueprint("corrections", __name__)

#: The field of the reason of a correction: the page has another reason beside it.
_WHY, _CHOICE = "correct_reason", "correct_why"
_CAUSES = {
    "withdraw": (Cause.ERROR, Cause.AGREEMENT, Cause.COURT_ORDER, Cause.OTHER),
    "empty": (Cause.COURT_ORDER, Cause.ERASURE),
}


@blueprint.get("/record/<body_hash>")
@needs(Action.LOOK)
def page(body_hash: str) -> str:
    """Show where a body of the ledger stands, and what can be done about it."""
    return _page(body_hash)


@blueprint.post("/record/<body_hash>/correct")
@needs(Action.ASSESS)
def start(body_hash: str) -> Response:
    """Begin a correction, and lead to its assessment."""
    here, actor = current(), current_actor()
    faults: list[Fault] = []
    reason = read_why("correction", faults, choice=_CHOICE, own=_WHY)
    command = StartCorrection(id=here.new_id(), publication=body_hash, reason=reason)

    def work(session: Session) -> str:
        check_faults(faults)
        return start_correction(session, actor, command, new_id=here.new_id, at=here.clock()).id

    return _done(
        body_hash, "correct", work, lambda made: url_for("assessments.page", assessment_id=made)
    )


@blueprint.post("/record/<body_hash>/withdraw")
@needs(Action.PUBLISH)
@fresh
def withdraw(body_hash: str) -> Response:
    """Propose to take a publication back."""
    here, actor = current(), current_actor()
    faults: list[Fault] = []
    own = read_lines(request.form.get("reason", ""), "reason", faults)
    cause = _cause("withdraw", faults)
    reason = made_why("withdrawal", cause.value, own)

    def work(session: Session) -> str:
        check_faults(faults)
        command = ProposeWithdrawal(
            id=here.new_id(), publication=body_hash, cause=cause, reason=reason
        )
        return propose_withdrawal(session, actor, command, at=here.clock()).id

    return _done(body_hash, "withdraw", work)


@blueprint.post("/record/<body_hash>/empty")
@needs(Action.PUBLISH)
@fresh
def empty(body_hash: str) -> Response:
    """Propose to let a body give way to a tombstone."""
    here, actor = current(), current_actor()
    faults: list[Fault] = []
    own, order = (
        read_lines(request.form.get(name, ""), name, faults) for name in ("reason", "order")
    )
    cause = _cause("empty", faults)
    reason = made_why("tombstone", cause.value, own)

    def work(session: Session) -> str:
        check_faults(faults)
        command = ProposeTombstone(
            id=here.new_id(), body=body_hash, cause=cause, reason=reason, order=order
        )
        return propose_tombstone(session, actor, command, at=here.clock()).id

    return _done(body_hash, "empty", work)


@blueprint.post("/record/proposals/<proposal_id>")
@needs(Action.PUBLISH)
@fresh
def decide(proposal_id: str) -> Response:
    """Decide as the second person; files of a body that is gone leave the disk."""
    here, actor = current(), current_actor()
    verdict = Verdict(
        proposal_id=proposal_id,
        is_accepted=chosen("verdict", "accept", "refuse") == "accept",
        answer=request.form.get("answer", ""),
        stands_for_reason=request.form.get("stands") == "yes",
    )

    def work(session: Session) -> str:
        return " ".join(_decided(session, actor, verdict, here))

    try:
        subject, *files = once(actor, work).split(" ")
    except FaultsError as refusal:
        shown = _page(_subject_of(proposal_id), "decide", refusal.faults)
        return make_response(shown, HTTPStatus.UNPROCESSABLE_ENTITY)
    with here.database.reading(actor.organization_id) as session:
        free = [name for name in files if is_file_free(session, name)]
    for name in free:
        here.files.remove(name)
    return redirect(url_for("corrections.page", body_hash=subject), HTTPStatus.SEE_OTHER)


def _subject_of(proposal_id: str) -> str:
    with current().database.reading(current_actor().organization_id) as session:
        return get_proposal(session, proposal_id).subject


def _decided(session: Session, actor: Actor, verdict: Verdict, here: Context) -> Iterable[str]:
    """Decide, and return the hash that it is about with the files that go."""
    proposal = get_proposal(session, verdict.proposal_id)
    if proposal.kind is ProposalKind.TOMBSTONE:
        emptied = decide_tombstone(
            session,
            actor,
            verdict,
            keys=here.keys,
            at=here.clock(),
            public_url=here.settings.public_url,
        )
        return (emptied.proposal.subject, *emptied.files)
    decided = decide_withdrawal(
        session,
        actor,
        verdict,
        catalog=here.catalog,
        keys=here.keys,
        at=here.clock(),
        public_url=here.settings.public_url,
    )
    return (decided.subject,)


def _cause(form: str, faults: list[Fault]) -> Cause:
    """Return the kind of reason that was chosen, or a fault."""
    wanted = request.form.get("cause", "")
    found = next((one for one in _CAUSES[form] if one.value == wanted), None)
    if found is None:
        message = "Choose what kind of reason it is."
        faults.append(Fault(where="cause", message=message, remedy="It is public."))
    return found or Cause.OTHER


def _done(
    body_hash: str,
    form: str,
    work: Callable[[Session], str],
    after: Callable[[str], str] | None = None,
) -> Response:
    try:
        made = once(current_actor(), work)
    except FaultsError as refusal:
        shown = _page(body_hash, form, (_placed(one, form) for one in refusal.faults))
        return make_response(shown, HTTPStatus.UNPROCESSABLE_ENTITY)
    target = after(made) if after else url_for("corrections.page", body_hash=body_hash)
    return redirect(target, HTTPStatus.SEE_OTHER)


def _placed(fault: Fault, form: str) -> Fault:
    is_why = form == "correct" and fault.where == "reason"
    return replace(fault, where=_WHY) if is_why else fault


def _page(body_hash: str, form: str = "", faults: Iterable[Fault] = ()) -> str:
    here, actor, say = current(), current_actor(), current_speaker()
    with here.database.reading(actor.organization_id) as session:
        record = read_record(session, body_hash)
        zone = get_organization(session, actor.organization_id).time_zone
        people = {one.id: one.name for one in list_people(session)}
    return render_template(
        "web/corrections/page.html",
        record=record,
        people=people,
        actor=actor,
        may_assess=actor.may(Action.ASSESS),
        may_publish=actor.may(Action.PUBLISH),
        causes={
            name: [(one.value, say(f"amends_cause_{one.value}")) for one in known]
            for name, known in _CAUSES.items()
        },
        whys={"correction": why_choices("correction")},
        own_of=lambda one: own_words(one.kind.value, one.reason),
        form_sent=form,
        typed=request.form if form else {},
        faults=tuple(faults),
        moment=lambda at: moment_words(at, zone, say),
    )
