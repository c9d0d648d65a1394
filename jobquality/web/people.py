"""Who works here: everybody sees it, administrators change it."""

import secrets
from collections import Counter
from collections.abc import Callable, Sequence
from http import HTTPStatus
from typing import Any

from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action, Actor, Role
from jobquality.errors import FaultsError
from jobquality.http import current
from jobquality.schemas.accounts import InviteSchema, read_form
from jobquality.services import people as services
from jobquality.services.accountchanges import (
    ProposeChange,
    Secrets,
    change_of,
    decide_change,
    list_changes,
    may_decide,
    propose_change,
)
from jobquality.services.hands import FROM_SERVER
from jobquality.services.pairs import Change, is_shared, list_deciding
from jobquality.services.people import Invite, Link
from jobquality.services.proposals import Verdict
from jobquality.store.database import Session
from jobquality.store.invitations import get_invitation, list_invitations
from jobquality.store.links import list_left
from jobquality.store.organizations import get_organization
from jobquality.store.people import Person, list_people
from jobquality.store.tokens import Token, list_tokens
from jobquality.web.forms import again, chosen, typed
from jobquality.web.hands import doubts_shown
from jobquality.web.languages import current_speaker
from jobquality.web.moments import moment_words
from jobquality.web.once import once, secret_of_form
from jobquality.web.proofs import fresh
from jobquality.web.visitors import current_actor, needs

_PAGE, _LINK = "web/accounts/people.html", "web/accounts/link.html"


@needs(Action.LOOK)
def people() -> str:
    """Show who works here, and who is invited."""
    shown = _shown()
    return render_template(_PAGE, typed={"roles": _offered(shown["people"])}, faults=(), **shown)


@needs(Action.MANAGE)
@fresh
def invite() -> Response | str:
    """Make a link for somebody new, and show it once."""
    actor = current_actor()
    try:
        (read,) = read_form([InviteSchema()], typed(), current_speaker())
    except FaultsError as refusal:
        return again(_PAGE, refusal.faults, _shown())
    token, at = secret_of_form(actor, "invitation"), current().clock()
    command = Invite(
        link=Link(id=current().new_id(), token=token),
        name=read["name"],
        roles=frozenset(read["roles"]),
    )
    made = once(actor, lambda session: services.invite(session, actor, command, at=at).id)
    return _show_link(actor, made, token, "invited")


@needs(Action.MANAGE)
@fresh
def password_link(person_id: str) -> str:
    """Make a link by which somebody chooses another password, and show it once."""
    actor, at = current_actor(), current().clock()
    token = secret_of_form(actor, "invitation")
    link = Link(id=current().new_id(), token=token)

    def offer(session: Session) -> str:
        return services.offer_password(session, actor, person_id, link, at=at).id

    return _show_link(actor, once(actor, offer), token, "renewed")


@needs(Action.MANAGE)
def withdraw(invitation_id: str) -> Response:
    """End an invitation."""
    actor, at = current_actor(), current().clock()

    def end(session: Session) -> str:
        services.withdraw_invitation(session, actor, invitation_id, at=at)
        return invitation_id

    return _done(actor, end)


@needs(Action.MANAGE)
@fresh
def roles(person_id: str) -> Response:
    """Give somebody other roles."""
    actor, at = current_actor(), current().clock()
    wanted = frozenset(role for role in Role if role in request.form.getlist("roles"))
    seen = request.form.get("seen", 0, type=int)

    def change(session: Session) -> str:
        return services.change_roles(session, actor, person_id, wanted, seen=seen, at=at).id

    return _done(actor, change)


@needs(Action.MANAGE)
@fresh
def close(person_id: str) -> Response:
    """Keep somebody out from now on."""
    actor, at = current_actor(), current().clock()
    key = secrets.token_hex(32)

    def end(session: Session) -> str:
        return services.close_account(session, actor, person_id, session_key=key, at=at).id

    return _done(actor, end)


@needs(Action.MANAGE)
@fresh
def reopen(person_id: str) -> Response:
    """Let somebody in again."""
    actor, at = current_actor(), current().clock()
    return _done(actor, lambda session: services.open_account(session, actor, person_id, at=at).id)


@needs(Action.MANAGE)
@fresh
def drop_second_step(person_id: str) -> Response:
    """Ask somebody who lost their phone for their password only."""
    actor, at = current_actor(), current().clock()

    def drop(session: Session) -> str:
        return services.drop_second_step(session, actor, person_id, at=at).id

    return _done(actor, drop)


@needs(Action.MANAGE)
@fresh
def propose(person_id: str) -> Response | str:
    """Ask another person to agree to a change of somebody's account."""
    here, actor = current(), current_actor()
    try:
        command = ProposeChange(
            id=here.new_id(),
            person_id=person_id,
            change=Change(chosen("change", *Change)),
            reason=request.form.get("reason", ""),
        )
        once(actor, lambda session: propose_change(session, actor, command, at=here.clock()).id)
    except FaultsError as refusal:
        shown = _shown()
        typed_there = {"roles": _offered(shown["people"]), "person": person_id, **request.form}
        page = render_template(_PAGE, typed=typed_there, faults=refusal.faults, **shown)
        return make_response(page, HTTPStatus.UNPROCESSABLE_ENTITY)
    return redirect(url_for("accounts.people"), HTTPStatus.SEE_OTHER)


@needs(Action.PUBLISH)
@fresh
def decide(proposal_id: str) -> Response | str:
    """Carry a change of an account out as the second person, or refuse it."""
    here, actor = current(), current_actor()
    verdict = Verdict(
        proposal_id=proposal_id, is_accepted=chosen("verdict", "accept", "refuse") == "accept"
    )
    token = secret_of_form(actor, "invitation")
    held = Secrets(link=Link(id=here.new_id(), token=token), session_key=secrets.token_hex(32))

    def work(session: Session) -> str:
        decided = decide_change(session, actor, verdict, secrets=held, at=here.clock())
        is_link = change_of(decided) is Change.PASSWORD and verdict.is_accepted
        return held.link.id if is_link else ""

    made = once(actor, work)
    return (
        _show_link(actor, made, token, "renewed")
        if made
        else redirect(url_for("accounts.people"), HTTPStatus.SEE_OTHER)
    )


def _done(actor: Actor, work: Callable[[Session], str]) -> Response:
    once(actor, work)
    return redirect(url_for("accounts.people"))


def _offered(people: Sequence[Person]) -> list[str]:
    """Return the roles ticked for somebody new: whoever comes second is there to review too."""
    is_second = sum(one.active for one in people) == 1
    return [Role.ADVOCATE, Role.REVIEWER] if is_second else [Role.ADVOCATE]


def _shown() -> dict[str, Any]:
    here, actor = current(), current_actor()
    with here.database.reading(actor.organization_id) as session:
        return {
            "people": list_people(session),
            "invitations": list_invitations(session, at=here.clock()),
            "actor": actor,
            "may_manage": actor.may(Action.MANAGE),
            "all_roles": tuple(Role),
            "names": {
                FROM_SERVER: current_speaker()("accounts_from_server"),
                **{person.id: person.name for person in list_people(session)},
            },
            "doubts": doubts_shown(session),
            **_pairs_shown(session, actor),
            "left": Counter(one.made_by for one in list_left(session, at=here.clock())),
            "may_notify": actor.may(Action.NOTIFY),
            "tokens": _by_person(list_tokens(session, at=here.clock())),
        }


def _pairs_shown(session: Session, actor: Actor) -> dict[str, object]:
    """Return what waits for a second person, and what one alone may do to whose account."""
    people = list_people(session)
    zone = get_organization(session, actor.organization_id).time_zone
    say = current_speaker()
    deciding = list_deciding(session, people, at=current().clock())
    return {
        "waiting": list_changes(session),
        "change_of": change_of,
        "may_decide": lambda one: may_decide(actor, one),
        "moment": lambda at: moment_words(at, zone, say),
        "shared": {
            one.id: frozenset(
                change for change in Change if is_shared(people, deciding, actor, one, change)
            )
            for one in people
        }
        if actor.may(Action.MANAGE)
        else {},
        "decides": deciding - {actor.person_id},
    }


def _by_person(tokens: tuple[Token, ...]) -> dict[str, list[Token]]:
    found: dict[str, list[Token]] = {}
    for token in tokens:
        found.setdefault(token.person_id, []).append(token)
    return found


def _show_link(actor: Actor, invitation_id: str, token: str, what: str) -> str:
    with current().database.reading(actor.organization_id) as session:
        invitation = get_invitation(session, invitation_id)
        zone = get_organization(session, actor.organization_id).time_zone
    address = current().settings.public_url + url_for("accounts.join", token=token)
    return render_template(
        _LINK,
        invitation=invitation,
        address=address,
        what=what,
        ends=moment_words(invitation.expires_at, zone, current_speaker()),
    )
