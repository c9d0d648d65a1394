"""Initiatives and what they did, made with as few words as a test needs."""

from datetime import UTC, date, datetime
from itertools import count

from jobquality.access.actors import Role
from jobquality.services import initiatives as services
from jobquality.services.initiatives import ActivityCommand, InitiativeCommand, PartnerCommand
from jobquality.services.showing import Item, Show, What, show, to_read
from jobquality.store.database import Session
from jobquality.store.initiatives import (
    Activity,
    Initiative,
    Kind,
    Partner,
    Way,
    get_initiative,
)
from jobquality.store.organizations import get_organization
from jobquality.store.people import Person
from tests.live.factories import stored_person

AT = datetime(2026, 9, 1, 12, tzinfo=UTC)
_numbers = count(1)

#: What a browser sends of a new initiative.
TYPED = {
    "name": "Good Restaurant Jobs",
    "about": "Better jobs in restaurants.",
    "sector": "722",
    "sector_code": "",
    "place": "Texas",
    "rubric": "restaurants_us",
}
DONE = {
    "kind": "training",
    "way": "move_up",
    "title": "Line cook course",
    "text": "Twelve weeks, in English and Spanish.",
    "on": "2026-02-20",
    "workers": "14",
    "employers": "",
    "source": "https://center.example/course",
}


def command_of(**but: object) -> InitiativeCommand:
    """Return what somebody says of an initiative for restaurants in Texas."""
    given: dict[str, object] = {
        "id": f"initiative{next(_numbers)}",
        "name": "Good Restaurant Jobs",
        "about": "Better jobs in restaurants.",
        "sector": "722",
        "place": "48",
        "rubric": "restaurants_us",
    }
    return InitiativeCommand(**given | but)  # type: ignore[arg-type]  # a test says what it needs


def stored_initiative(session: Session, person: Person, **but: object) -> Initiative:
    """Write an initiative."""
    return services.add_initiative(session, person.actor, command_of(**but), at=AT)


def stored_activity(
    session: Session, person: Person, initiative: Initiative, **but: object
) -> Activity:
    """Write an activity: a training of 14 workers that helps them move up."""
    given: dict[str, object] = {
        "id": f"activity{next(_numbers)}",
        "initiative_id": initiative.id,
        "kind": Kind.TRAINING,
        "way": Way.MOVE_UP,
        "title": "Line cook course",
        "text": "Twelve weeks.",
        "on": date(2026, 2, 20),
        "workers": 14,
        "employers": None,
        "source": "",
    }
    command = ActivityCommand(**given | but)  # type: ignore[arg-type]  # a test says what it needs
    return services.add_activity(session, person.actor, command, at=AT)


def stored_partner(
    session: Session, person: Person, initiative: Initiative, name: str = "Elm College"
) -> Partner:
    """Write who takes part."""
    command = PartnerCommand(
        id=f"partner{next(_numbers)}", initiative_id=initiative.id, name=name, part="Teaches."
    )
    return services.add_partner(session, person.actor, command, at=AT)


def show_of(what: What, one: Item) -> Show:
    """Return what somebody sends who has read it."""
    initiative_id = one.id if isinstance(one, Initiative) else one.initiative_id
    return Show(initiative_id=initiative_id, what=what, item_id=one.id, version=one.version)


def shown(session: Session, initiative: Initiative) -> Initiative:
    """Let a second person show all that was written of an initiative."""
    organization = get_organization(session, initiative.organization_id)
    reader = stored_person(session, organization, Role.REVIEWER)
    for what, one in to_read(session, get_initiative(session, initiative.id)):
        show(session, reader.actor, show_of(what, one), at=AT)
    return get_initiative(session, initiative.id)
