"""The log of an organization: read, narrowed, and taken along as a file."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from flask import Response, render_template, request, url_for

from jobquality.access.actors import Action
from jobquality.http import FILE_POLICY, current
from jobquality.reading.names import city_words, day_words
from jobquality.schemas.logbook import Asked, read_asked
from jobquality.services.events import EventKind, note
from jobquality.services.logbook import (
    Entry,
    list_people_of_log,
    of_thing,
    read_all,
    read_page,
)
from jobquality.store.database import Session
from jobquality.store.events import Event, WantedEvents
from jobquality.store.logbook import name_people, name_things
from jobquality.store.organizations import get_organization
from jobquality.tables.logbook import COLUMNS, FORMATS, MEDIA_TYPES, log_file
from jobquality.web.languages import current_speaker
from jobquality.web.once import once
from jobquality.web.proofs import fresh
from jobquality.web.visitors import current_actor, needs
from jobquality.web.work import work_blueprint
from jobquality.wording import Speaker

blueprint = work_blueprint("logbook", __name__)

_MOST = 50
#: Stand for who and what in a sentence until it is taken apart: nobody can type them.
_WHO, _WHAT = "\ue000", "\ue001"
#: What the log can be narrowed to: the first words of the kinds.
GROUPS = tuple(dict.fromkeys(kind.value.partition(".")[0] for kind in EventKind))


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One event as it is read; `parts` are the pieces of its sentence, each with what it is."""

    parts: tuple[tuple[str, str], ...]
    at: str
    more: str
    address: str
    thing: str


@blueprint.get("/log")
@needs(Action.LOOK)
def page() -> str:
    """Show the newest events, or those that somebody asks for."""
    here, actor, say = current(), current_actor(), current_speaker()
    asked = read_asked(request.args)
    with here.database.reading(actor.organization_id) as session:
        zone = get_organization(session, actor.organization_id).time_zone
        wanted = _wanted(session, asked, zone)
        shown = read_page(session, actor, wanted, before=asked.before, most=_MOST)
        people, names = list_people_of_log(session, actor), name_people(session)
        thing = _named(session, asked)
    words = _Words(say=say, zone=ZoneInfo(zone), people=names)
    return render_template(
        "web/logbook/page.html",
        asked=asked,
        days=tuple(_by_day(shown.entries, words)),
        total=shown.total,
        older=shown.older,
        people=people,
        groups=[(one, say(f"log_group_{one}")) for one in GROUPS],
        thing=thing,
        zone=city_words(zone, say),
        formats=FORMATS,
        sees=_sees(),
    )


@blueprint.post("/log/export")
@needs(Action.LOOK)
@fresh
def export() -> Response:
    """Give out exactly the events that were asked for, as a file; the log tells of it."""
    here, actor = current(), current_actor()
    asked = read_asked(request.form)
    form = request.form.get("format", "")
    form = form if form in FORMATS else FORMATS[0]
    with here.database.reading(actor.organization_id) as session:
        zone = get_organization(session, actor.organization_id).time_zone
        words = _Words(say=current_speaker(), zone=ZoneInfo(zone), people=name_people(session))
        entries = read_all(session, actor, _wanted(session, asked, zone))
        records = [_record(one, words) for one in entries]
    content = log_file(records, form)

    def tell(session: Session) -> str:
        count = str(len(records))
        note(session, actor, EventKind.LOG_EXPORTED, at=here.clock(), format=form, count=count)
        return count

    once(actor, tell)
    response = Response(content, mimetype=MEDIA_TYPES[form])
    response.headers["Content-Disposition"] = f'attachment; filename="log.{form}"'
    response.headers["Row-Count"] = str(len(records))
    response.headers["Content-Security-Policy"] = FILE_POLICY
    return response


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """What sentences are made with: the language, the time zone, and who is called what."""

    say: Speaker
    zone: ZoneInfo
    people: dict[str, str]

    def who(self, entry: Entry) -> str:
        if entry.event.person_id is None or not entry.event.is_ours:
            return self.say("log_nobody")
        return str(self.say.called(entry.who)) or self.say("log_stranger")

    def sentence(self, entry: Entry, who: str, what: str) -> str:
        if not entry.event.is_ours:
            return self.say("log_not_ours")
        name = f"event_{entry.event.kind.replace('.', '_')}"
        return self.say(name, who=who, what=what)

    def what(self, entry: Entry) -> str:
        known = self.say.called(entry.what.name) if entry.what else ""
        return str(known) or self.say("log_something")

    def more(self, event: Event) -> str:
        return more_words(event, self.say, self.people) if event.is_ours else ""

    def local(self, event: Event) -> datetime:
        return event.at.astimezone(self.zone)


def _by_day(entries: tuple[Entry, ...], words: _Words) -> Iterator[tuple[str, list[Line]]]:
    days = groupby(entries, lambda one: words.local(one.event).date())
    for day, found in days:
        yield day_words(day, words.say), [_line(one, words) for one in found]


def _line(entry: Entry, words: _Words) -> Line:
    event = entry.event
    sentence = words.sentence(entry, _WHO, _WHAT)
    return Line(
        parts=tuple(_parts(sentence, words.who(entry), words.what(entry))),
        at=f"{words.local(event):%H:%M}",
        more=words.more(event),
        address=_address(entry),
        thing=f"{event.about}:{event.about_id}" if event.about_id and entry.what else "",
    )


def _parts(sentence: str, who: str, what: str) -> Iterator[tuple[str, str]]:
    """Yield the pieces of a sentence: `text`, `who` and `what`, each with its words."""
    text = ""
    for letter in sentence:
        if letter not in {_WHO, _WHAT}:
            text += letter
            continue
        yield "text", text
        yield ("who", who) if letter == _WHO else ("what", what)
        text = ""
    yield "text", text


def more_words(event: Event, say: Speaker, people: dict[str, str]) -> str:
    """Return what is told beside the sentence of an event."""
    told = dict(event.details)
    found = [*_moved(told, say), *_reason(told, say)]
    if "failures" in told:
        found.append(say("log_failures", count=told["failures"]))
    if "after" in told:
        roles = [_roles(told.get(name, ""), say) for name in ("before", "after")]
        found.append(say("log_roles", before=roles[0], after=roles[1]))
    if "fields" in told:
        found.append(_fields(told["fields"], say))
    if "count" in told:
        found.append(say("log_count", count=told["count"]))
    if "proposed_by" in told:
        who = people.get(told["proposed_by"], "") or say("log_stranger")
        found.append(say("log_proposed_by", who=who))
    return " · ".join(found)


def _moved(told: dict[str, str], say: Speaker) -> Iterator[str]:
    """Yield from which edition to which one a draft went."""
    if "to" in told and "from" in told:
        yield say("newer_log", old=told["from"], new=told["to"])


def _reason(told: dict[str, str], say: Speaker) -> Iterator[str]:
    """Yield why somebody did it, where they had to say so."""
    if "reason" in told:
        yield say("log_reason", reason=told["reason"])


def _roles(codes: str, say: Speaker) -> str:
    return ", ".join(say(f"accounts_role_{one}") for one in codes.split()) or say("log_no_role")


def _fields(codes: str, say: Speaker) -> str:
    return ", ".join(say.spoken_or(f"log_field_{one}", one) for one in codes.split())


def _address(entry: Entry) -> str:
    """Return where the thing is found, or nothing."""
    thing, about_id = entry.what, entry.event.about_id
    if thing is None:
        return ""
    makers: dict[str, Callable[[], str]] = {
        "assessment": lambda: url_for("assessments.page", assessment_id=about_id),
        "initiative": lambda: url_for("initiatives.page", initiative_id=about_id),
        "account": lambda: url_for("accounts.people"),
        "invitation": lambda: url_for("accounts.people"),
    }
    make = makers.get(entry.event.about)
    if make is not None:
        return make()
    known = thing.employer_id
    return url_for("employers.page", employer_id=known) if known else ""


def _wanted(session: Session, asked: Asked, zone: str) -> WantedEvents:
    about, _, about_id = asked.thing.partition(":")
    return WantedEvents(
        person_id=asked.person,
        kind=asked.kind,
        things=of_thing(session, about, about_id) if about_id else None,
        since=_start(asked.since, zone),
        until=_start(asked.until + timedelta(days=1), zone) if asked.until else None,
    )


def _start(day: date | None, zone: str) -> datetime | None:
    return datetime.combine(day, time(), tzinfo=ZoneInfo(zone)) if day else None


def _named(session: Session, asked: Asked) -> str:
    """Return what the thing is called that the log is narrowed to; empty where it is not."""
    about, _, about_id = asked.thing.partition(":")
    found = name_things(session, {about: [about_id]}) if about_id else {}
    return found[about, about_id].name if found else ""


def _sees() -> str:
    """Say in a word how much of the log somebody sees."""
    actor = current_actor()
    if actor.may(Action.MANAGE):
        return "all"
    return "reviews" if actor.may(Action.REVIEW) else "own"


def _record(entry: Entry, words: _Words) -> dict[str, str]:
    event = entry.event
    sentence = words.sentence(entry, words.who(entry), words.what(entry))
    cells = (
        str(event.number),
        f"{event.at:%Y-%m-%dT%H:%M:%SZ}",
        f"{words.local(event):%Y-%m-%d %H:%M}",
        words.who(entry),
        event.person_id or "",
        event.kind,
        sentence,
        words.more(event),
        event.about,
        event.about_id,
        json.dumps(event.said, ensure_ascii=False, sort_keys=True),
    )
    return dict(zip(COLUMNS, cells, strict=True))
