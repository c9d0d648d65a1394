"""The pages of a draft of a standard: the check, both previews, the impact, and two people."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from http import HTTPStatus

from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.errors import Fault, FaultsError, RefusedError
from jobquality.http import current
from jobquality.reading.names import Names, day_words
from jobquality.rubrics.days import read_day
from jobquality.rubrics.laws import LAW_WORDS
from jobquality.scoring.differing_parts import ChangeKind
from jobquality.services import standard_drafts as services
from jobquality.services.assessments import today_of
from jobquality.services.figures import parameters_of
from jobquality.services.impact import is_stale, keep_impact, read_impact, work_out_impact
from jobquality.services.proposals import Verdict
from jobquality.services.standard_checks import Checked
from jobquality.services.standard_issuing import (
    ADVISED_NOTICE,
    ProposeEdition,
    Workbench,
    decide_edition,
    in_use_from,
    propose_edition,
)
from jobquality.store.database import Session
from jobquality.store.organizations import get_organization
from jobquality.store.people import list_people
from jobquality.store.proposals import Proposal, ProposalKind, ProposalState, list_proposals
from jobquality.store.standard_drafts import StandardDraft, get_draft, read_draft_files
from jobquality.store.standards import STANDARD
from jobquality.web.forms import chosen
from jobquality.web.impact import read_rows
from jobquality.web.languages import current_language, current_speaker
from jobquality.web.moments import moment_words
from jobquality.web.once import once
from jobquality.web.proofs import fresh
from jobquality.web.reading import read_method
from jobquality.web.standard_preview import form_page
from jobquality.web.visitors import current_actor, needs
from jobquality.web.work import work_blueprint

blueprint = work_blueprint("standard_drafts", __name__)

_LONGEST_REASON = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A draft with everything that its page tells."""

    draft: StandardDraft
    checked: Checked
    proposals: tuple[Proposal, ...]
    people: dict[str, str]
    zone: str
    today: date
    is_stale: bool


@blueprint.get("/standards/drafts/<draft_id>")
@needs(Action.LOOK)
def page(draft_id: str) -> str:
    """Show all that can be said of a draft, and what comes next."""
    return _page(_found(draft_id))


@blueprint.get("/standards/drafts/<draft_id>/method")
@needs(Action.LOOK)
def method(draft_id: str) -> str:
    """Show the page that everybody would see."""
    here, found = current(), _found(draft_id)
    language = current_language()
    shown = read_method(found.checked.edition, here.catalog.parameters, language, current_speaker())
    return render_template("web/standards/method.html", method=shown, draft=found.draft, history=())


@blueprint.get("/standards/drafts/<draft_id>/form")
@needs(Action.LOOK)
def form(draft_id: str) -> str:
    """Show every question as an advocate would see it; nothing can be saved there."""
    here, actor = current(), current_actor()
    with here.database.reading(actor.organization_id) as session:
        draft = get_draft(session, draft_id)
        edition = services.edition_of_draft(session, draft, here.catalog)
        parameters = parameters_of(session, here.catalog)
        organization = get_organization(session, actor.organization_id)
    return form_page(draft, edition, parameters, organization, at=here.clock())


@blueprint.get("/standards/drafts/<draft_id>.yaml")
@needs(Action.LOOK)
def file(draft_id: str) -> Response:
    """Hand out the file of a draft, byte for byte."""
    here = current()
    with here.database.reading(current_actor().organization_id) as session:
        draft = get_draft(session, draft_id)
        content = read_draft_files(session, draft_id)[STANDARD]
    response = make_response(content)
    response.mimetype = "application/yaml"
    name = f"{draft.rubric}-{draft.edition}.yaml"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@blueprint.post("/standards/drafts/<draft_id>/impact")
@needs(Action.MANAGE)
def measure(draft_id: str) -> Response:
    """Score the next publications by the new edition; nothing else is written."""
    here, actor = current(), current_actor()

    with here.database.reading(actor.organization_id) as session:
        worked = work_out_impact(session, draft_id, catalog=here.catalog, at=here.clock())
    once(actor, lambda session: keep_impact(session, worked).id)
    return _back(draft_id, "impact")


@blueprint.post("/standards/drafts/<draft_id>/propose")
@needs(Action.MANAGE)
@fresh
def propose(draft_id: str) -> Response:
    """Propose that it is published."""
    here, actor = current(), current_actor()
    day = read_day(request.form.get("in_use_from", "").strip())
    command = ProposeEdition(
        id=here.new_id(),
        draft_id=draft_id,
        in_use_from=day or date.min,
        reason=request.form.get("reason", "")[: _LONGEST_REASON + 1],
        seen=0,
    )

    def work(session: Session) -> str:
        return propose_edition(session, actor, command, catalog=here.catalog, at=here.clock()).id

    return _done_or_again(draft_id, lambda: once(actor, work))


@blueprint.post("/standards/drafts/<draft_id>/decide")
@needs(Action.PUBLISH)
@fresh
def decide(draft_id: str) -> Response:
    """Publish it for ever as the second person, or refuse it."""
    here, actor = current(), current_actor()
    bench = Workbench(catalog=here.catalog, keys=here.keys)

    def work(session: Session) -> str:
        verdict = _verdict_on(session, get_draft(session, draft_id))
        return decide_edition(session, actor, verdict, bench=bench, at=here.clock()).id

    return _done_or_again(draft_id, lambda: once(actor, work))


@blueprint.post("/standards/drafts/<draft_id>/drop")
@needs(Action.MANAGE)
def drop(draft_id: str) -> Response:
    """Put it away."""
    actor, seen = current_actor(), request.form.get("seen", 0, type=int)
    once(actor, lambda session: services.drop_draft(session, actor, draft_id, seen=seen).id)
    return redirect(url_for("standards.listing"), HTTPStatus.SEE_OTHER)


def _verdict_on(session: Session, draft: StandardDraft) -> Verdict:
    """Return what the second person says of the draft's open proposal."""
    is_accepted = chosen("verdict", "accept", "refuse") == "accept"
    waiting = list_proposals(session, kind=ProposalKind.EDITION, state=ProposalState.OPEN)
    found = next((one for one in waiting if one.subject == draft.id), None)
    if found is None:
        raise RefusedError("There is nothing to decide here any more. Reload the page.")
    return Verdict(
        proposal_id=found.id,
        is_accepted=is_accepted,
        answer=request.form.get("answer", "")[:_LONGEST_REASON],
        seen=request.form.get("seen", 0, type=int),
    )


def _done_or_again(draft_id: str, do: Callable[[], str]) -> Response:
    try:
        do()
    except FaultsError as refusal:
        shown = _page(_found(draft_id), refusal.faults)
        return make_response(shown, HTTPStatus.UNPROCESSABLE_ENTITY)
    return _back(draft_id, "decision")


def _back(draft_id: str, anchor: str) -> Response:
    where = url_for("standard_drafts.page", draft_id=draft_id, _anchor=anchor)
    return redirect(where, HTTPStatus.SEE_OTHER)


def _found(draft_id: str) -> Found:
    here, actor = current(), current_actor()
    with here.database.reading(actor.organization_id) as session:
        draft = get_draft(session, draft_id)
        today = today_of(session, actor, here.clock())
        checked = services.look_at_draft(session, draft, catalog=here.catalog, on=today)
        proposals = list_proposals(session, kind=ProposalKind.EDITION)
        return Found(
            draft=draft,
            checked=checked,
            proposals=tuple(one for one in proposals if one.subject == draft.id),
            people={one.id: one.name for one in list_people(session)},
            zone=get_organization(session, actor.organization_id).time_zone,
            today=today,
            is_stale=is_stale(session, draft, checked.edition),
        )


def _page(found: Found, faults: tuple[Fault, ...] = ()) -> str:
    here, actor, say = current(), current_actor(), current_speaker()
    edition, differences = found.checked.edition, found.checked.differences
    impact = read_impact(found.draft)
    method = read_method(edition, here.catalog.parameters, current_language(), say)
    return render_template(
        "web/standards/draft.html",
        draft=found.draft,
        checked=found.checked,
        method=method,
        laws=LAW_WORDS,
        changes={kind.value: differences.of(kind) for kind in ChangeKind} if differences else {},
        impact=impact,
        rows=tuple(read_rows(impact, edition, here.catalog, say)) if impact else (),
        is_stale=found.is_stale,
        open_one=next((one for one in found.proposals if one.decided_at is None), None),
        decided=[one for one in found.proposals if one.decided_at is not None],
        in_use_from=in_use_from,
        people=found.people,
        actor=actor,
        may_manage=actor.may(Action.MANAGE),
        may_decide=actor.may(Action.PUBLISH),
        advised=found.today + ADVISED_NOTICE,
        soonest=found.today,
        names=Names.of(edition, say),
        typed=request.form,
        faults=faults,
        day=lambda on: day_words(on, say),
        moment=lambda at: moment_words(at, found.zone, say),
        is_short=lambda on: on - found.today < ADVISED_NOTICE - timedelta(days=1),
    )
