"""What people do with sector initiatives, and what each one can show."""

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import count

from jobquality.access.actors import Action, Actor, check_may
from jobquality.errors import Fault, FaultsError, NotFoundError
from jobquality.services.events import EventKind, note
from jobquality.services.naming import check_no_employer
from jobquality.services.practice import check_real
from jobquality.store import initiatives as store
from jobquality.store.database import Session
from jobquality.store.initiatives import Activity, Initiative, Kind, Partner, Way
from jobquality.store.versions import check_version

_LONGEST_SLUG = 60
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeCommand:
    """What somebody says of an initiative; `version` is the one that was seen, 0 when new."""

    id: str
    name: str
    about: str
    sector: str
    place: str
    rubric: str
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerCommand:
    """Who takes part, and in what."""

    id: str
    initiative_id: str
    name: str
    part: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityCommand:
    """What was done; `version` is the one that was seen, 0 when new."""

    id: str
    initiative_id: str
    kind: Kind
    way: Way
    title: str
    text: str
    on: date
    workers: int | None
    employers: int | None
    source: str
    version: int = 0


def add_initiative(
    session: Session, actor: Actor, command: InitiativeCommand, *, at: datetime
) -> Initiative:
    """Add an initiative that the actor's organization leads.

    Raises:
        ForbiddenError: the actor may not lead initiatives.
        RefusedError: it is practice.
        FaultsError: a text names an employer.
    """
    check_may(actor, Action.LEAD)
    check_real(session, actor)
    check_no_employer(session, {"name": command.name, "about": command.about})
    initiative = Initiative(
        id=command.id,
        organization_id=actor.organization_id,
        slug=_free_slug(session, command.name),
        name=command.name,
        about=command.about,
        sector=command.sector,
        place=command.place,
        rubric=command.rubric,
        created_by=actor.person_id,
        created_at=at,
        written_by=actor.person_id,
    )
    store.add_initiative(session, initiative)
    note(session, actor, EventKind.INITIATIVE_ADDED, initiative.id, at=at)
    return initiative


def change_initiative(
    session: Session, actor: Actor, command: InitiativeCommand, *, at: datetime
) -> Initiative:
    """Change an initiative, which hides it until another person shows it again.

    Its public name stays, so that old links still lead to it.

    Raises:
        ForbiddenError: the actor may not lead initiatives.
        NotFoundError: there is no such initiative.
        ConflictError: somebody changed it since the version that was seen.
        FaultsError: a text names an employer.
    """
    check_may(actor, Action.LEAD)
    before = store.get_initiative(session, command.id)
    check_no_employer(session, {"name": command.name, "about": command.about})
    changed = replace(
        before,
        name=command.name,
        about=command.about,
        sector=command.sector,
        place=command.place,
        rubric=command.rubric,
        written_by=actor.person_id,
        shown_by=None,
        shown_at=None,
        version=command.version,
    )
    store.change_initiative(session, changed)
    note(session, actor, EventKind.INITIATIVE_CHANGED, command.id, at=at)
    return store.get_initiative(session, command.id)


def add_partner(
    session: Session, actor: Actor, command: PartnerCommand, *, at: datetime
) -> Partner:
    """Add an organization that takes part.

    Raises:
        ForbiddenError: the actor may not lead initiatives.
        NotFoundError: there is no such initiative.
        FaultsError: an organization of that name takes part already, or a text names an
            employer.
    """
    check_may(actor, Action.LEAD)
    store.get_initiative(session, command.initiative_id)
    check_no_employer(session, {"partner_name": command.name, "part": command.part})
    known = store.list_partners(session, command.initiative_id)
    if command.name.casefold() in {one.name.casefold() for one in known}:
        message = "This organization takes part already."
        raise FaultsError([Fault(message=message, where="partner_name")])
    partner = Partner(
        id=command.id,
        organization_id=actor.organization_id,
        initiative_id=command.initiative_id,
        name=command.name,
        part=command.part,
        written_by=actor.person_id,
    )
    store.add_partner(session, partner)
    note(session, actor, EventKind.INITIATIVE_CHANGED, command.initiative_id, at=at)
    return partner


def remove_partner(
    session: Session, actor: Actor, *, initiative_id: str, partner_id: str, at: datetime
) -> None:
    """Remove an organization that takes part no more.

    Raises:
        ForbiddenError: the actor may not lead initiatives.
        NotFoundError: it takes no part in this initiative.
    """
    check_may(actor, Action.LEAD)
    store.remove_partner(session, initiative_id, partner_id)
    note(session, actor, EventKind.INITIATIVE_CHANGED, initiative_id, at=at)


def add_activity(
    session: Session, actor: Actor, command: ActivityCommand, *, at: datetime
) -> Activity:
    """Record what was done.

    Raises:
        ForbiddenError: the actor may not lead initiatives.
        NotFoundError: there is no such initiative.
        FaultsError: its day has not come yet, or a text names an employer.
    """
    check_may(actor, Action.LEAD)
    store.get_initiative(session, command.initiative_id)
    _check_past(command.on, at)
    _check_texts(session, command)
    activity = Activity(
        id=command.id,
        organization_id=actor.organization_id,
        initiative_id=command.initiative_id,
        kind=command.kind,
        way=command.way,
        title=command.title,
        text=command.text,
        on=command.on,
        workers=command.workers,
        employers=command.employers,
        source=command.source,
        added_by=actor.person_id,
        added_at=at,
        written_by=actor.person_id,
    )
    store.add_activity(session, activity)
    note(session, actor, EventKind.INITIATIVE_CHANGED, command.initiative_id, at=at)
    return activity


def change_activity(
    session: Session, actor: Actor, command: ActivityCommand, *, at: datetime
) -> Activity:
    """Correct what was recorded, which hides it until another person shows it again.

    Who recorded it first, and when, stays.

    Raises:
        ForbiddenError: the actor may not lead initiatives.
        NotFoundError: the initiative has no such activity.
        ConflictError: somebody changed it since the version that was seen.
        FaultsError: its day has not come yet, or a text names an employer.
    """
    check_may(actor, Action.LEAD)
    before = store.get_activity(session, command.initiative_id, command.id)
    _check_past(command.on, at)
    _check_texts(session, command)
    changed = replace(
        before,
        kind=command.kind,
        way=command.way,
        title=command.title,
        text=command.text,
        on=command.on,
        workers=command.workers,
        employers=command.employers,
        source=command.source,
        written_by=actor.person_id,
        shown_by=None,
        shown_at=None,
        version=command.version,
    )
    store.change_activity(session, changed)
    note(session, actor, EventKind.INITIATIVE_CHANGED, command.initiative_id, at=at)
    return store.get_activity(session, command.initiative_id, command.id)


def remove_activity(  # noqa: PLR0913  # who removes which activity as they saw it, and when
    session: Session,
    actor: Actor,
    *,
    initiative_id: str,
    activity_id: str,
    version: int,
    at: datetime,
) -> None:
    """Remove an activity that was recorded by mistake.

    Raises:
        ForbiddenError: the actor may not lead initiatives.
        NotFoundError: the initiative has no such activity.
        ConflictError: somebody changed it since the version that was seen.
    """
    check_may(actor, Action.LEAD)
    activity = store.get_activity(session, initiative_id, activity_id)
    check_version(activity, version)
    store.remove_activity(session, activity)
    note(session, actor, EventKind.INITIATIVE_CHANGED, initiative_id, at=at)


def get_public_initiative(session: Session, slug: str) -> Initiative:
    """Return the initiative of that public name, once a second person has shown it.

    Raises:
        NotFoundError: there is none, or nobody has shown it as it stands.
    """
    found = store.find_initiative(session, slug) if "\0" not in slug else None
    if found is None or not found.is_shown:
        raise NotFoundError("There is no such initiative.")
    return found


def _check_texts(session: Session, command: ActivityCommand) -> None:
    texts = {"title": command.title, "text": command.text, "source": command.source}
    check_no_employer(session, texts)


def _check_past(on: date, at: datetime) -> None:
    # A day more: somewhere it is tomorrow already.
    if (on - at.date()).days > 1:
        message = "This day has not come yet."
        remedy = "Record what was done, once it is done."
        raise FaultsError([Fault(message=message, where="on", remedy=remedy)])


def _free_slug(session: Session, name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    base = _NOT_IN_SLUG.sub("-", plain)[:_LONGEST_SLUG].strip("-") or "initiative"
    numbered = (base if number == 1 else f"{base}-{number}" for number in count(1))
    return next(slug for slug in numbered if not store.taken_slugs(session, [slug]))
