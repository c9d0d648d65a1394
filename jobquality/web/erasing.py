"""Erase an account: somebody's that is closed, or one's own."""

import secrets

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.http import current
from jobquality.services import erasing as services
from jobquality.store.database import Session
from jobquality.store.erasing import scrub
from jobquality.store.people import Person, get_person
from jobquality.web.once import once
from jobquality.web.proofs import fresh
from jobquality.web.security import leave
from jobquality.web.visitors import current_actor, current_person, needs

_PAGE = "web/accounts/erase.html"


@needs(Action.MANAGE)
def page(person_id: str) -> Response | str:
    """Say what goes, what stays, and where the name stands in what people wrote."""
    actor = current_actor()
    with current().database.reading(actor.organization_id) as session:
        person = get_person(session, person_id)
    if person.active or person.erased_at is not None:
        return redirect(url_for("accounts.people"))
    return _shown(person)


@needs(Action.LOOK)
def own_page() -> str:
    """The same of one's own account."""
    return _shown(current_person())


@needs(Action.MANAGE)
@fresh
def erase(person_id: str) -> Response:
    """Erase an account that was closed before."""
    here, actor = current(), current_actor()
    key = secrets.token_hex(32)

    def work(session: Session) -> str:
        return services.erase(session, actor, person_id, session_key=key, at=here.clock()).id

    once(actor, work)
    scrub(here.settings.database_url)
    return redirect(url_for("accounts.people"))


@needs(Action.LOOK)
@fresh
def erase_me() -> Response:
    """Erase one's own account, and log out."""
    here, actor = current(), current_actor()
    key = secrets.token_hex(32)

    def work(session: Session) -> str:
        return services.erase_oneself(session, actor, session_key=key, at=here.clock()).id

    once(actor, work)
    leave()
    scrub(here.settings.database_url)
    return redirect(url_for("phone.left"))


def _shown(person: Person) -> str:
    actor = current_actor()
    with current().database.reading(actor.organization_id) as session:
        mentions = services.mentions_of(session, actor, person.id)
    places = {one.table: 0 for one in mentions}
    for one in mentions:
        places[one.table] += one.count
    return render_template(
        _PAGE,
        person=person,
        is_own=person.id == actor.person_id,
        places=places,
        former=services.former_name(person.roles),
    )
