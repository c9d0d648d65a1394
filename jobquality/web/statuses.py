"""What a certificate is worth from now on: one person at once, or one and another."""

from http import HTTPStatus

from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.access.states import CertificateStatus
from jobquality.errors import Fault, FaultsError, ForbiddenError, check_faults
from jobquality.http import current
from jobquality.services import statuses
from jobquality.services.certificates import ChangeStatus, grouped_code
from jobquality.services.certifying import Offer, check_certifier, offer_certificate
from jobquality.services.proposals import Verdict
from jobquality.store.certificates import get_certificate
from jobquality.store.database import Session
from jobquality.store.people import list_people
from jobquality.store.proposals import ProposalKind, ProposalState, get_proposal, list_proposals
from jobquality.web.drafts import names_of
from jobquality.web.forms import chosen
from jobquality.web.once import once
from jobquality.web.proofs import fresh
from jobquality.web.visitors import current_actor, needs
from jobquality.web.whys import read_why, why_choices
from jobquality.wording.whys import own_words

_STEPS = {
    CertificateStatus.VALID: (CertificateStatus.SUSPENDED, CertificateStatus.REVOKED),
    CertificateStatus.SUSPENDED: (CertificateStatus.VALID, CertificateStatus.REVOKED),
}


@needs(Action.CERTIFY)
@fresh
def change(code: str) -> Response:
    """Suspend a certificate or lift that at once; propose the rest to another person."""
    actor = current_actor()
    faults: list[Fault] = []
    reason = read_why(statuses.KIND, faults, choice="why", own="reason")
    wanted = request.form.get("status", "")
    seen = request.form.get("seen", "")
    if wanted not in set(CertificateStatus) or not seen.isdecimal():
        faults.append(Fault(where="status", message="Choose what it is worth from now on."))

    def work(session: Session) -> str:
        check_faults(faults)
        command = ChangeStatus(
            code=code, status=CertificateStatus(wanted), reason=reason, seen=int(seen)
        )
        return _changed_or_proposed(session, command)

    try:
        body_hash = once(actor, work)
    except FaultsError as refusal:
        shown = choose_page(_publication_of(code), faults=refusal.faults)
        return make_response(shown, HTTPStatus.UNPROCESSABLE_ENTITY)
    return redirect(url_for("certificates.choose", body_hash=body_hash), HTTPStatus.SEE_OTHER)


@needs(Action.LOOK)
def standing(code: str) -> Response:
    """Lead to where it is said what a certificate is worth."""
    at = url_for("certificates.choose", body_hash=_publication_of(code), _anchor=f"of-{code}")
    return redirect(at, HTTPStatus.SEE_OTHER)


@needs(Action.CERTIFY)
@fresh
def decide(proposal_id: str) -> Response:
    """Decide as the second person what a certificate is worth from now on."""
    actor = current_actor()
    verdict = Verdict(
        proposal_id=proposal_id,
        is_accepted=chosen("verdict", "accept", "refuse") == "accept",
        stands_for_reason=request.form.get("stands") == "yes",
    )

    def work(session: Session) -> str:
        return statuses.decide_status(session, actor, verdict, _way()).subject

    try:
        code = once(actor, work)
    except FaultsError as refusal:
        shown = choose_page(_publication_of(_code_of(proposal_id)), faults=refusal.faults)
        return make_response(shown, HTTPStatus.UNPROCESSABLE_ENTITY)
    return redirect(url_for("certificates.standing", code=code), HTTPStatus.SEE_OTHER)


def _changed_or_proposed(session: Session, command: ChangeStatus) -> str:
    """Do at once what one person may, propose the rest; return the score that it rests on."""
    here, actor = current(), current_actor()
    if statuses.needs_two(command):
        statuses.propose_status(session, actor, command, proposal_id=here.new_id(), at=here.clock())
    else:
        statuses.change_alone(session, actor, command, _way())
    return get_certificate(session, command.code).publication_hash


def _way() -> statuses.Way:
    here = current()
    return statuses.Way(
        catalog=here.catalog,
        keys=here.keys,
        at=here.clock(),
        public_url=here.settings.public_url,
    )


def _code_of(proposal_id: str) -> str:
    with current().database.reading(current_actor().organization_id) as session:
        return get_proposal(session, proposal_id).subject


def _publication_of(code: str) -> str:
    with current().database.reading(current_actor().organization_id) as session:
        return get_certificate(session, code).publication_hash


def choose_page(body_hash: str, faults: tuple[Fault, ...] = ()) -> str:
    """Return the page of the certificates of a score; with faults, its form as it was sent."""
    here, actor = current(), current_actor()
    with here.database.reading(actor.organization_id) as session:
        offer = offer_certificate(
            session, body_hash, catalog=here.catalog, at=here.clock(), is_https=is_https()
        )
        waiting = list_proposals(session, kind=ProposalKind.STATUS, state=ProposalState.OPEN)
        people = {one.id: one.name for one in list_people(session)}
    names = names_of(offer.snapshot.rubric, offer.snapshot.edition)
    return render_template(
        "web/certificates/choose.html",
        offer=offer,
        level=names.level(offer.snapshot.level),
        until=names.day(offer.valid_until) if offer.valid_until else "",
        obstacles=[*offer.obstacles, *_obstacles_of_actor(offer)],
        steps={one.code: _STEPS.get(one.status, ()) for one in offer.issued},
        grouped=grouped_code,
        proposals={one.subject: one for one in waiting},
        people=people,
        me=actor.person_id,
        own_of=lambda one: own_words(statuses.KIND, one.reason),
        whys=why_choices(statuses.KIND),
        typed=request.form,
        may_certify=actor.may(Action.CERTIFY),
        faults=faults,
    )


def _obstacles_of_actor(offer: Offer) -> list[str]:
    here, actor = current(), current_actor()
    found = [] if actor.may(Action.CERTIFY) else ["role"]
    try:
        with here.database.reading(actor.organization_id) as session:
            check_certifier(session, actor, offer, at=here.clock())
    except ForbiddenError:
        found.append("author")
    return found


def is_https() -> bool:
    """Say whether this installation is reached by an address that nobody can forge."""
    return current().settings.public_url.startswith("https://")
