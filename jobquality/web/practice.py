"""Practice: make a practice center, go into it, remove it, and go on to the real one."""

import secrets

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.errors import FaultsError
from jobquality.http import current
from jobquality.services import practice as services
from jobquality.services.accounts import NewPerson
from jobquality.services.practice import OpenPractice, is_address, new_address, practice_for
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.erasing import empty_the_log
from jobquality.store.organizations import get_organization
from jobquality.store.people import has_real_people
from jobquality.store.practice import list_ownerless
from jobquality.web.forms import again, typed
from jobquality.web.languages import current_language, current_speaker
from jobquality.web.logins import is_open
from jobquality.web.newcomers import read_newcomer
from jobquality.web.proofs import fresh
from jobquality.web.security import enter, find_in_visit, leave
from jobquality.web.setups import KNOWN, has_code, let_set_up
from jobquality.web.visitors import current_actor, current_person, needs
from jobquality.web.work import work_blueprint
from jobquality.wording import Speaker
from jobquality.wording.sentence import LANGUAGES

blueprint = work_blueprint("practice", __name__)

#: Where the invented restaurant stands.
_STATE = "TX"
_FORM, _PAGE, _GONE = (
    "web/practice/opening.html",
    "web/practice/page.html",
    "web/practice/gone.html",
)


def opening() -> Response | str:
    """Let whoever has the code of the set-up practice first."""
    if is_open() or _is_there():
        return redirect(url_for("accounts.login"))
    if not has_code():
        return redirect(url_for("accounts.setup"))
    if request.method == "POST":
        return _open_first()
    return render_template(_FORM, typed={"email": new_address()}, faults=())


@blueprint.get("/practice")
@needs(Action.LOOK)
def page() -> str:
    """Say what practice is, and what can be done about it now."""
    with current().database.reading(EVERY_ORGANIZATION) as session:
        found = practice_for(session, current_actor())
    return render_template(_PAGE, practice=found, person=current_person())


@blueprint.post("/practice")
@needs(Action.MANAGE)
def make() -> Response:
    """Make the practice center of this organization, and go into it."""
    here, actor, person = current(), current_actor(), current_person()
    new = NewPerson(
        id=here.new_id(),
        name=person.name,
        email=new_address(),
        password_hash=None,
        session_key=secrets.token_hex(32),
        language=current_language(),
    )
    with here.database.transaction(EVERY_ORGANIZATION) as session:
        zone = get_organization(session, actor.organization_id).time_zone
        command = _command(new, time_zone=zone)
        made = services.make_practice(session, actor, command, at=here.clock())
    enter(made)
    return redirect(url_for("desk.page"))


@blueprint.post("/practice/enter")
@needs(Action.MANAGE)
def go_in() -> Response:
    """Go on practicing: from one's own account into that of practice."""
    with current().database.reading(EVERY_ORGANIZATION) as session:
        person = services.enter_practice(session, current_actor())
    enter(person)
    return redirect(url_for("desk.page"))


@blueprint.post("/practice/remove")
@needs(Action.MANAGE)
def remove() -> Response | str:
    """Remove the practice center whole: people, chain, files and key."""
    here, actor, is_here = current(), current_actor(), current_person().is_sample
    with here.database.transaction(EVERY_ORGANIZATION) as session:
        gone, files = services.remove_practice(session, actor, at=here.clock())
        is_set_up = has_real_people(session)
    # Only what no row names any more goes from the disk, so a kill in between loses nothing.
    for name in files:
        here.files.remove(name)
    here.keys.forget(gone)
    empty_the_log(here.settings.database_url)
    if not is_here:
        return redirect(url_for("practice.page"))
    leave()
    others = [Speaker(code) for code in LANGUAGES if code != current_language()]
    return render_template(_GONE, code="" if is_set_up else let_set_up(), others=others)


@blueprint.post("/practice/begin")
@needs(Action.MANAGE)
@fresh
def begin() -> Response:
    """Go on from practice to the set-up of the real organization."""
    with current().database.reading(EVERY_ORGANIZATION) as session:
        services.check_may_begin(session, current_actor())
    let_set_up()
    return redirect(url_for("accounts.opening"))


def invented(say: Speaker) -> dict[str, str]:
    """Return what the form of a new employer says in practice, so that nobody types a real one."""
    return {
        "name": say("practice_employer_name"),
        "sector": "722511",
        "place": _STATE,
        "headcount": "22",
        "fact_tipped_workers": "yes",
    }


def _is_there() -> bool:
    """Say whether practice was opened before the set-up already."""
    with current().database.reading(EVERY_ORGANIZATION) as session:
        return bool(list_ownerless(session))


def _command(person: NewPerson, time_zone: str = "America/New_York") -> OpenPractice:
    new_id, places = current().new_id, current().catalog.parameters.places
    say = current_speaker()
    return OpenPractice(
        organization_id=new_id(),
        name=say("practice_name"),
        region=say("practice_region"),
        funding=say("practice_funding"),
        person=person,
        figure_id=new_id(),
        figure=say("practice_figure"),
        place=places.find(_STATE) or "",
        time_zone=time_zone,
    )


def _open_first() -> Response:
    here = current()
    try:
        new = new_in_practice(())
    except FaultsError as refusal:
        return again(_FORM, refusal.faults)
    command = _command(new)
    digest = find_in_visit(KNOWN) or ""
    with here.database.transaction(EVERY_ORGANIZATION) as session:
        person = services.open_first(session, digest, command, at=here.clock())
    enter(person)
    return redirect(url_for("desk.page"))


def new_in_practice(known: tuple[str, ...]) -> NewPerson:
    """Return who joins practice: the address is ours, whatever was sent.

    Raises:
        FaultsError: the name or the password will not do.
    """
    told = typed()
    sent = str(told.get("email", ""))
    email = sent if is_address(sent) else new_address()
    name = str(told.get("name", ""))
    return read_newcomer({**told, "email": email}, (*known, name))
