"""Who did what when to an assessment: for the people inside, in one line each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from jobquality.access.actors import Role
from jobquality.store.assessments import Assessment
from jobquality.store.database import Session
from jobquality.store.guests import list_guests
from jobquality.store.notices import list_notices
from jobquality.store.people import list_people
from jobquality.store.publications import list_publications
from jobquality.store.reviews import Step, list_steps

#: Kept for the machine, not for people.
_UNSHOWN = frozenset({Step.SEEN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened: a step, or `started`, `delivered`, `answered`, `published`.

    `person` is empty where the employer did it. `about` is a question, or the way and the
    day of an attempt.
    """

    at: datetime
    what: str
    person: str = ""
    roles: tuple[Role, ...] = ()
    about: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _People:
    """Who they are, by id; guests have no role here."""

    roles: Mapping[str, frozenset[Role]]
    names: Mapping[str, str]


def history_of(session: Session, assessment: Assessment) -> tuple[Event, ...]:
    """Return all that happened to an assessment, oldest first."""
    people = _People(
        roles={person.id: person.roles for person in list_people(session)},
        names=names_in(session, assessment.id),
    )
    events = (
        *_beginning(assessment, people),
        *_steps(session, assessment, people),
        *_from_employer(session, assessment),
        *_publication(session, assessment, people),
    )
    return tuple(sorted(events, key=lambda event: event.at))


def names_in(session: Session, assessment_id: str) -> dict[str, str]:
    """Return the names of everybody who may have done something to an assessment, by id."""
    guests = list_guests(session, assessment_id)
    known = {one.person_id: one.known_as for one in guests if one.person_id}
    return {person.id: person.name for person in list_people(session)} | known


def _beginning(assessment: Assessment, people: _People) -> Iterator[Event]:
    yield _by(people, assessment.author_id, assessment.created_at, "started")


def _steps(session: Session, assessment: Assessment, people: _People) -> Iterator[Event]:
    for step in list_steps(session, assessment.id):
        if step.step not in _UNSHOWN:
            yield _by(
                people, step.person_id, step.at, step.step, about=step.criterion, said=step.comment
            )


def _from_employer(session: Session, assessment: Assessment) -> Iterator[Event]:
    for notice in list_notices(session, assessment.id):
        if notice.delivered_at is not None:
            yield Event(at=notice.delivered_at, what="delivered", about=notice.delivered_how)
        if notice.answered_at is not None:
            yield Event(at=notice.answered_at, what="answered", comment=notice.replied_by)


def _publication(session: Session, assessment: Assessment, people: _People) -> Iterator[Event]:
    for one in list_publications(session, assessment_id=assessment.id):
        yield _by(people, one.published_by, one.published_at, "published")


def _by(  # noqa: PLR0913  # who, when, what, and what was said
    people: _People,
    person_id: str,
    at: datetime,
    what: str,
    *,
    about: str = "",
    said: str = "",
) -> Event:
    return Event(
        at=at,
        what=what,
        person=people.names.get(person_id, ""),
        roles=tuple(sorted(people.roles.get(person_id, ()))),
        about=about,
        comment=said,
    )
