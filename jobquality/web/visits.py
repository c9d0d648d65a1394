"""One's own visits: where somebody is logged in, and how to end what is not theirs."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.errors import NotFoundError
from jobquality.http import current
from jobquality.reading.names import day_words
from jobquality.services.events import EventKind, note
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.organizations import get_organization
from jobquality.store.people import Person
from jobquality.store.sessions import Visit, end_visit, list_visits
from jobquality.web.languages import current_speaker
from jobquality.web.security import current_visit_digest, find_in_visit
from jobquality.web.visitors import current_person, needs
from jobquality.wording import Speaker

_NAMED_BY = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitRow:
    """A visit as its owner sees it; `id` is a part of a digest and opens nothing."""

    id: str
    device: str
    began_on: date
    seen_on: date
    is_this: bool


@needs(Action.LOOK)
def end_one(visit_id: str) -> Response:
    """End one of one's own visits: its key opens nothing from the next request on."""
    person = current_person()
    _end(person, _named(person, visit_id))
    return redirect(url_for("accounts.me", _anchor="visits-title"))


@needs(Action.LOOK)
def end_others() -> Response:
    """End every visit of one's own but this one."""
    mine, person = current_visit_digest(), current_person()
    _end(person, *(one for one in _visits(person) if one.digest != mine))
    return redirect(url_for("accounts.me", _anchor="visits-title"))


def visit_rows(person: Person) -> list[VisitRow]:
    """Return the visits of a person as they see them, the newest first."""
    with current().database.reading(person.organization_id) as session:
        zone = ZoneInfo(get_organization(session, person.organization_id).time_zone)
    mine, say = current_visit_digest(), current_speaker()
    return [
        VisitRow(
            id=one.digest[:_NAMED_BY],
            device=device_words(one.device or "?/?", say),
            began_on=one.created_at.astimezone(zone).date(),
            seen_on=one.seen_at.astimezone(zone).date(),
            is_this=one.digest == mine,
        )
        for one in _visits(person)
    ]


def device_words(device: str, say: Speaker) -> str:
    """Return `Firefox on Windows`; what is unknown is called so."""
    browser, _, system = device.partition("/")
    return say(
        "visits_device",
        browser=say("visits_browser") if browser == "?" else browser,
        system=say("visits_system") if system == "?" else system,
    )


def find_news() -> list[tuple[str, str]]:
    """Return the new kinds of devices that this visit was told of: the words and the day."""
    if request.endpoint not in {"desk.page", "accounts.me"}:
        return []
    say = current_speaker()
    return [
        (device_words(one, say), day_words(date.fromisoformat(on), say))
        for one, on in find_in_visit("news") or ()
    ]


def _visits(person: Person) -> tuple[Visit, ...]:
    here = current()
    with here.database.reading(EVERY_ORGANIZATION) as session:
        return list_visits(session, person.id, at=here.clock())


def _named(person: Person, visit_id: str) -> Visit:
    for one in _visits(person):
        if one.digest[:_NAMED_BY] == visit_id:
            return one
    raise NotFoundError("There is no such visit.")


def _end(person: Person, *visits: Visit) -> None:
    here = current()
    with here.database.transaction(EVERY_ORGANIZATION) as session:
        for visit in visits:
            end_visit(session, visit.digest)
        count = str(len(visits))
        kind = EventKind.VISITS_ENDED
        note(session, person.actor, kind, person.id, at=here.clock(), count=count)
