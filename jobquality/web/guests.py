"""Guest reviewers: the host invites and withdraws; the guest comes in by a link."""

from http import HTTPStatus

from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.errors import ConflictError, FaultsError, NotFoundError
from jobquality.http import current
from jobquality.services import guests as services
from jobquality.services.accounts import NewPerson
from jobquality.services.guests import InviteGuest, join_as_guest, open_guest_link, take_leave
from jobquality.services.people import Link
from jobquality.store.assessments import get_assessment
from jobquality.store.database import EVERY_ORGANIZATION, Session
from jobquality.store.employers import get_employer
from jobquality.store.guests import Guest, get_guest
from jobquality.store.organizations import Organization, get_organization
from jobquality.store.people import Person
from jobquality.web.forms import again, refuse, typed
from jobquality.web.languages import current_speaker
from jobquality.web.limits import check_tries, forgive, tries_at
from jobquality.web.moments import moment_words
from jobquality.web.newcomers import read_newcomer
from jobquality.web.once import once, secret_of_form
from jobquality.web.proofs import fresh
from jobquality.web.reviews import review_page
from jobquality.web.security import enter
from jobquality.web.visitors import current_actor, find_current_person, needs
from jobquality.web.work import work_blueprint

blueprint = work_blueprint("guests", __name__)

_DOOR = "web/guests/door.html"
_TOO_MANY = services.LONGEST + 1


@blueprint.post("/assessments/<assessment_id>/guests")
@needs(Action.HOST)
@fresh
def invite(assessment_id: str) -> Response | str:
    """Make a link for a reviewer of another organization, and show it once."""
    here, actor = current(), current_actor()
    token = secret_of_form(actor, f"guest of {assessment_id}")
    command = InviteGuest(
        link=Link(id=here.new_id(), token=token),
        assessment_id=assessment_id,
        name=request.form.get("guest_name", ""),
        affiliation=request.form.get("affiliation", ""),
        days=request.form.get("guest_days", services.USUAL, type=_days),
    )

    def work(session: Session) -> str:
        return services.invite_guest(session, actor, command, at=here.clock()).id

    try:
        made = once(actor, work)
    except FaultsError as refusal:
        shown = review_page(assessment_id, faults=refusal.faults, typed=request.form)
        return make_response(shown, HTTPStatus.UNPROCESSABLE_ENTITY)
    return _link_once(made, token)


def _link_once(guest_id: str, token: str) -> str:
    here, actor = current(), current_actor()
    with here.database.reading(actor.organization_id) as session:
        guest = get_guest(session, guest_id)
        zone = get_organization(session, actor.organization_id).time_zone
    address = here.settings.public_url + url_for("accounts.guest", token=token)
    ends = moment_words(guest.expires_at, zone, current_speaker())
    return render_template("web/guests/link.html", guest=guest, address=address, ends=ends)


@blueprint.post("/guests/<guest_id>/withdraw")
@needs(Action.HOST)
def withdraw(guest_id: str) -> Response:
    """End a guest's leave from their next request on."""
    here, actor = current(), current_actor()

    def end(session: Session) -> str:
        return services.withdraw_guest(session, actor, guest_id, at=here.clock()).assessment_id

    page = url_for("reviews.page", assessment_id=once(actor, end), _anchor="guests-title")
    return redirect(page, HTTPStatus.SEE_OTHER)


def door(token: str) -> Response | str:
    """Let a guest in: with the account they have, or with a new one that has no role."""
    tries = tries_at("join")
    check_tries(tries)
    try:
        shown = _shown(token)
    except NotFoundError:
        return make_response(render_template("web/accounts/ended.html"), HTTPStatus.NOT_FOUND)
    forgive(tries)
    if request.method != "POST":
        return render_template(_DOOR, typed={"name": shown["guest"].name}, faults=(), **shown)  # type: ignore[attr-defined]  # it is a guest
    person = find_current_person()
    try:
        return _take(token, person) if person else _join(token)
    except FaultsError as refusal:
        return again(_DOOR, refusal.faults, shown)


def _take(token: str, person: Person) -> Response:
    here = current()
    with here.database.transaction(EVERY_ORGANIZATION) as session:
        guest = take_leave(session, token, person, at=here.clock())
    return _to_review(guest)


def _join(token: str) -> Response:
    here = current()
    new = _new_person()
    try:
        with here.database.transaction(EVERY_ORGANIZATION) as session:
            guest = open_guest_link(session, token, at=here.clock())
            person = join_as_guest(session, token, new, at=here.clock())
    except ConflictError as error:
        raise refuse("email", "accounts_email_taken") from error
    enter(person)
    return _to_review(guest)


def _to_review(guest: Guest) -> Response:
    page = url_for("reviews.page", assessment_id=guest.assessment_id)
    return redirect(page, HTTPStatus.SEE_OTHER)


def _shown(token: str) -> dict[str, object]:
    here = current()
    with here.database.reading(EVERY_ORGANIZATION) as session:
        guest = open_guest_link(session, token, at=here.clock())
        host: Organization = get_organization(session, guest.organization_id)
        assessment = get_assessment(session, guest.assessment_id)
        employer = get_employer(session, assessment.employer_id)
    return {
        "guest": guest,
        "host": host,
        "employer_name": employer.name,
        "ends": moment_words(guest.expires_at, host.time_zone, current_speaker()),
        "here": request.path,
        "visitor": find_current_person(),
    }


def _new_person() -> NewPerson:
    return read_newcomer(typed(), [request.form.get(name, "") for name in ("name", "email")])


def _days(text: str) -> int:
    """Return the days of a stay; what is no number is refused as too many."""
    return (
        int(text) if text.isascii() and text.isdecimal() and len(text) < len("1000") else _TOO_MANY
    )
