"""A private calendar of deadlines: its address is made here, and read by a calendar program."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from flask import Blueprint, render_template, request, url_for
from icalendar import Calendar, Event, vUri
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.http import current
from jobquality.reading.names import place_words
from jobquality.services.calendars import (
    Deadline,
    DeadlineKind,
    deadlines_of,
    make_calendar,
    open_calendar,
    stop_calendar,
)
from jobquality.store.calendars import find_calendar
from jobquality.store.database import EVERY_ORGANIZATION, Session
from jobquality.store.organizations import get_organization
from jobquality.store.people import get_person
from jobquality.web.languages import current_speaker
from jobquality.web.moments import moment_words
from jobquality.web.once import once, secret_of_form
from jobquality.web.proofs import fresh
from jobquality.web.sessions import digest_of
from jobquality.web.visitors import current_actor, needs
from jobquality.web.work import work_blueprint
from jobquality.wording import Speaker

blueprint = work_blueprint("calendars", __name__)
#: The feed itself: outside of the work, without a session; its address is all the proof.
feeds = Blueprint("feeds_of_people", __name__)

_AT_NOTICE = (DeadlineKind.CLOCK, DeadlineKind.READING)
_REFRESH = timedelta(hours=6)


@blueprint.get("/calendar")
@needs(Action.LOOK)
def page() -> str:
    """Say what the calendar holds, and whether it has an address."""
    return _page()


@blueprint.post("/calendar")
@needs(Action.LOOK)
@fresh
def make() -> str:
    """Make an address, or a new one; it is shown this once. Or let it die."""
    here, actor = current(), current_actor()
    if request.form.get("do") == "stop":
        once(actor, _stop)
        return _page()
    token = secret_of_form(actor, "calendar")

    def work(session: Session) -> str:
        make_calendar(session, actor, digest_of(token), at=here.clock())
        return "made"

    once(actor, work)
    address = url_for("feeds_of_people.calendar", token=token)
    return _page(address=f"{here.settings.public_url}{address}")


@feeds.get("/calendar/<token>.ics")
def calendar(token: str) -> Response:
    """Give the deadlines of whoever has this address; nothing can be changed by it."""
    here = current()
    with here.database.reading(EVERY_ORGANIZATION) as session:
        actor = open_calendar(session, digest_of(token))
    with here.database.reading(actor.organization_id) as session:
        organization = get_organization(session, actor.organization_id)
        language = get_person(session, actor.person_id).language
        now = here.clock()
        on = now.astimezone(ZoneInfo(organization.time_zone)).date()
        found = deadlines_of(session, catalog=here.catalog, on=on, at=now)
    made = _calendar(found, Speaker(language), at=now)
    response = Response(made.to_ical(), mimetype="text/calendar")
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _stop(session: Session) -> str:
    stop_calendar(session, current_actor(), at=current().clock())
    return "stopped"


def _page(*, address: str = "") -> str:
    actor = current_actor()
    with current().database.reading(actor.organization_id) as session:
        organization = get_organization(session, actor.organization_id)
        kept = find_calendar(session, actor.person_id)
    say = current_speaker()
    return render_template(
        "web/calendars/page.html",
        address=address,
        made_at=moment_words(kept.made_at, organization.time_zone, say) if kept else "",
    )


def _calendar(found: tuple[Deadline, ...], say: Speaker, *, at: datetime) -> Calendar:
    made = Calendar()
    made.add("prodid", "-//jobquality//deadlines//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", say("calendars_name"))
    made.add("refresh-interval", _REFRESH, parameters={"value": "DURATION"})
    for one in found:
        made.add_component(_event(one, say, at=at))
    return made


def _event(deadline: Deadline, say: Speaker, *, at: datetime) -> Event:
    event = Event()
    host = current().settings.public_url.partition("//")[2]
    event.add("uid", f"{deadline.id}@{host}")
    event.add("dtstamp", at)
    event.add("dtstart", deadline.ends)
    event.add("summary", _summary(deadline, say))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    address = _address(deadline, say.language)
    if address:
        event.add("url", vUri(f"{current().settings.public_url}{address}"))
    return event


def _summary(deadline: Deadline, say: Speaker) -> str:
    title, place = deadline.title, ""
    if deadline.kind is DeadlineKind.FIGURE:
        title = say.spoken_or(f"rates_{title}", title)
        place = place_words(deadline.place, current().catalog.parameters.places, say)
    words = {"employer": deadline.employer, "title": title, "place": place}
    return say(f"calendars_{deadline.kind}", **words)


def _address(deadline: Deadline, language: str) -> str:
    if deadline.kind is DeadlineKind.FIGURE:
        return url_for("rates.listing", language=language)
    if deadline.employer_id:
        return url_for("disputes.page", employer_id=deadline.employer_id, language=language)
    if not deadline.assessment_id:
        return ""
    endpoint = "notices.page" if deadline.kind in _AT_NOTICE else "assessments.page"
    return url_for(endpoint, assessment_id=deadline.assessment_id, language=language)
