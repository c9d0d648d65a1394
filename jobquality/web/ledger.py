"""The organization's ledger, for its people: its head, its witnesses, and a change of keys."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from http import HTTPStatus

from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.errors import Fault, FaultsError
from jobquality.http import current
from jobquality.services.heads import read_heads
from jobquality.services.keys import ProposeKey, decide_key, propose_key
from jobquality.services.proposals import Verdict
from jobquality.services.witnesses import (
    NameWitness,
    ProposeEnd,
    decide_end,
    dismiss_witness,
    is_last_for,
    name_witness,
    propose_end,
)
from jobquality.store.database import Session
from jobquality.store.organizations import get_organization
from jobquality.store.people import list_people
from jobquality.store.proposals import ProposalKind, ProposalState, get_proposal, list_proposals
from jobquality.store.witnesses import list_witnesses
from jobquality.web.forms import chosen
from jobquality.web.languages import current_language, current_speaker
from jobquality.web.moments import moment_words
from jobquality.web.once import once
from jobquality.web.proofs import fresh
from jobquality.web.visitors import current_actor, needs
from jobquality.web.work import work_blueprint

blueprint = work_blueprint("ledger", __name__)

_PAGE = "web/ledger/page.html"


@blueprint.get("/ledger")
@needs(Action.LOOK)
def page() -> str:
    """Show the head, who witnesses it, and the keys."""
    return _page({})


@blueprint.post("/ledger/witnesses")
@needs(Action.MANAGE)
@fresh
def witness() -> Response:
    """Name a witness."""
    here, actor = current(), current_actor()
    command = NameWitness(
        id=here.new_id(),
        name=request.form.get("name", ""),
        email=request.form.get("email", ""),
        language=request.form.get("language", current_language()),
    )

    def work(session: Session) -> str:
        return name_witness(session, actor, command, at=here.clock()).id

    return _done_or_again(lambda: once(actor, work))


@blueprint.post("/ledger/witnesses/<witness_id>/end")
@needs(Action.MANAGE)
@fresh
def dismiss(witness_id: str) -> Response:
    """Tell a witness no more, or ask another person to agree where it is the last one."""
    here, actor = current(), current_actor()
    why = f"why-{witness_id}"
    command = ProposeEnd(id=here.new_id(), witness_id=witness_id, reason=request.form.get(why, ""))

    def work(session: Session) -> str:
        if why in request.form:
            with _faults_at(why):
                return propose_end(session, actor, command, at=here.clock()).id
        return dismiss_witness(session, actor, witness_id, at=here.clock()).id

    return _done_or_again(lambda: once(actor, work))


@blueprint.post("/ledger/key")
@needs(Action.MANAGE)
@fresh
def propose() -> Response:
    """Ask for a new signing key."""
    here, actor = current(), current_actor()
    command = ProposeKey(id=here.new_id(), reason=request.form.get("reason", ""))

    def work(session: Session) -> str:
        return propose_key(session, actor, command, at=here.clock()).id

    return _done_or_again(lambda: once(actor, work))


@blueprint.post("/ledger/key/<proposal_id>")
@needs(Action.PUBLISH)
@fresh
def decide(proposal_id: str) -> Response:
    """Decide on a new signing key, or on the end of the last witness.

    The old key is removed once the new one signs.
    """
    here, actor = current(), current_actor()
    verdict = Verdict(
        proposal_id=proposal_id,
        is_accepted=chosen("verdict", "accept", "refuse") == "accept",
        answer=request.form.get("answer", ""),
    )

    def work(session: Session) -> str:
        if get_proposal(session, proposal_id).kind is ProposalKind.WITNESS:
            decide_end(session, actor, verdict, at=here.clock())
            return ""
        decided = decide_key(session, actor, verdict, keys=here.keys, at=here.clock())
        return decided.subject if verdict.is_accepted else ""

    retired = once(actor, work)
    if retired:
        here.keys.retire(actor.organization_id, retired)
    return redirect(url_for("ledger.page"), HTTPStatus.SEE_OTHER)


@contextmanager
def _faults_at(field: str) -> Iterator[None]:
    """Let what is refused of a reason stand at its own field: the page has another one."""
    try:
        yield
    except FaultsError as refusal:
        raise FaultsError(replace(one, where=field) for one in refusal.faults) from None


def _done_or_again(do: Callable[[], str]) -> Response:
    try:
        do()
    except FaultsError as refusal:
        shown = _page(request.form, refusal.faults)
        return make_response(shown, HTTPStatus.UNPROCESSABLE_ENTITY)
    return redirect(url_for("ledger.page"), HTTPStatus.SEE_OTHER)


def _page(typed: Mapping[str, str], faults: Iterable[Fault] = ()) -> str:
    here, actor, say = current(), current_actor(), current_speaker()
    with here.database.reading(actor.organization_id) as session:
        organization = get_organization(session, actor.organization_id)
        heads = read_heads(session, organization.slug)
        witnesses = list_witnesses(session)
        open_ones = list_proposals(session, kind=ProposalKind.KEY, state=ProposalState.OPEN)
        endings = list_proposals(session, kind=ProposalKind.WITNESS, state=ProposalState.OPEN)
        people = {one.id: one.name for one in list_people(session)}
    return render_template(
        _PAGE,
        heads=heads,
        witnesses=witnesses,
        proposals=open_ones,
        endings={one.subject: one for one in endings},
        is_last=lambda one: is_last_for(witnesses, actor, one.id, at=here.clock()),
        people=people,
        actor=actor,
        may_manage=actor.may(Action.MANAGE),
        may_decide=actor.may(Action.PUBLISH),
        typed=typed,
        faults=tuple(faults),
        moment=lambda at: moment_words(at, organization.time_zone, say),
    )
