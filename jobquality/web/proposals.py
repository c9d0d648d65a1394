"""What one person proposed: where it is decided, and how they take it back."""

from collections.abc import Callable, Mapping
from http import HTTPStatus

from flask import redirect, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.http import current
from jobquality.services.proposals import take_back as end
from jobquality.store.database import Session
from jobquality.store.proposals import Proposal, ProposalKind
from jobquality.web.once import once
from jobquality.web.visitors import current_actor, needs
from jobquality.web.work import work_blueprint

blueprint = work_blueprint("proposals", __name__)

#: Where a proposal of each kind is decided; the rest of the address follows from the proposal.
DECIDED_AT: Mapping[ProposalKind, Callable[[Proposal], str]] = {
    ProposalKind.EDITION: lambda one: url_for(
        "standard_drafts.page", draft_id=one.subject, _anchor="decision"
    ),
    ProposalKind.ACCOUNT: lambda one: url_for("accounts.people", _anchor=f"proposal-{one.id}"),
    ProposalKind.STATUS: lambda one: url_for("certificates.standing", code=one.subject),
    ProposalKind.KEY: lambda one: url_for("ledger.page", _anchor=f"proposal-{one.id}"),
    ProposalKind.WITNESS: lambda one: url_for("ledger.page", _anchor=f"proposal-{one.id}"),
    ProposalKind.WITHDRAWAL: lambda one: url_for("corrections.page", body_hash=one.subject),
    ProposalKind.TOMBSTONE: lambda one: url_for("corrections.page", body_hash=one.subject),
}


@blueprint.post("/proposals/<proposal_id>/back")
@needs(Action.LOOK)
def take_back(proposal_id: str) -> Response:
    """Take back what nobody has decided on yet, and go back to where it was proposed."""
    here, actor = current(), current_actor()

    def work(session: Session) -> str:
        ended = end(session, actor, proposal_id, at=here.clock())
        at = DECIDED_AT.get(ended.kind)
        return at(ended) if at else url_for("desk.page")

    return redirect(once(actor, work), HTTPStatus.SEE_OTHER)
