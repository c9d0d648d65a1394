"""Deadlines for a calendar: what ends, what was promised, and what is to be looked up again.

Each person has an address of their own that nobody can guess. It reads and cannot change
anything; a new one takes the place of the old.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from jobquality.access.actors import Action, Actor, check_may
from jobquality.access.states import CertificateStatus
from jobquality.errors import ForbiddenError, NotFoundError
from jobquality.rubrics.catalog import Catalog
from jobquality.services.afterdesk import after_items
from jobquality.services.carrying import expiring
from jobquality.services.events import EventKind, record
from jobquality.store.assessments import list_assessments
from jobquality.store.calendars import (
    Calendar,
    calendar_behind,
    end_calendar,
    find_calendar,
    set_calendar,
)
from jobquality.store.certificates import list_certificates
from jobquality.store.database import Session
from jobquality.store.desk import clocks, names_of_employers
from jobquality.store.people import get_person
from jobquality.store.rates import list_rates

#: How far ahead the ends of evidence and certificates are told.
AHEAD = timedelta(days=365)
_OVER = frozenset({CertificateStatus.REVOKED, CertificateStatus.REPLACED})


class DeadlineKind(StrEnum):
    """What ends."""

    CLOCK = "clock"
    READING = "reading"
    EVIDENCE = "evidence"
    CERTIFICATE = "certificate"
    ANSWER = "answer"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """Something that ends. `id` stays the same when the end moves.

    `title` names evidence, or which parameter a figure of one's own is, and `place` where it
    holds; then there is no employer. `employer_id` is there where something was promised.
    """

    id: str
    kind: DeadlineKind
    employer: str
    ends: datetime | date
    assessment_id: str = ""
    title: str = ""
    employer_id: str = ""
    place: str = ""


def make_calendar(session: Session, actor: Actor, token_digest: str, *, at: datetime) -> None:
    """Give somebody an address for their calendar; an earlier one dies.

    Raises:
        ForbiddenError: the actor may not look, or is a guest.
    """
    _check_member(actor)
    calendar = Calendar(
        person_id=actor.person_id,
        organization_id=actor.organization_id,
        token_digest=token_digest,
        made_at=at,
    )
    set_calendar(session, calendar)
    _tell(session, actor, EventKind.CALENDAR_MADE, at=at)


def stop_calendar(session: Session, actor: Actor, *, at: datetime) -> None:
    """Let the address of one's calendar die.

    Raises:
        ForbiddenError: the actor may not look, or is a guest.
    """
    _check_member(actor)
    if find_calendar(session, actor.person_id) is not None:
        end_calendar(session, actor.person_id)
        _tell(session, actor, EventKind.CALENDAR_ENDED, at=at)


def open_calendar(session: Session, token_digest: str) -> Actor:
    """Return whose calendar an address opens.

    Raises:
        NotFoundError: no address of that digest is alive, or its person may not look any more.
    """
    calendar = calendar_behind(session, token_digest)
    person = get_person(session, calendar.person_id)
    if not person.active or not person.actor.may(Action.LOOK):
        raise NotFoundError("There is no such calendar.")
    return person.actor


def deadlines_of(
    session: Session, *, catalog: Catalog, on: date, at: datetime
) -> tuple[Deadline, ...]:
    """Return what ends from `on`, for a year ahead, in an organization, as it stands at `at`."""
    return (
        *_clocks(session, at),
        *_evidence(session, catalog, on),
        *_certificates(session, on),
        *_answers(session, on),
        *_figures(session, on),
    )


def _clocks(session: Session, at: datetime) -> Iterator[Deadline]:
    names = names_of_employers(session)
    running = clocks(session)
    for one in list_assessments(session):
        clock = running.get(one.id)
        ends = clock.end(at) if clock else None
        if ends is not None:
            yield Deadline(
                id=f"clock-{one.id}",
                kind=DeadlineKind.CLOCK,
                employer=names[one.employer_id][0],
                ends=ends,
                assessment_id=one.id,
            )
        if clock is not None and clock.read_until is not None:
            yield Deadline(
                id=f"reading-{one.id}",
                kind=DeadlineKind.READING,
                employer=names[one.employer_id][0],
                ends=clock.read_until,
                assessment_id=one.id,
            )


def _evidence(session: Session, catalog: Catalog, on: date) -> Iterator[Deadline]:
    names = names_of_employers(session)
    for one in expiring(session, on + AHEAD, catalog=catalog):
        if one.ends_on >= on:
            yield Deadline(
                id=f"evidence-{one.evidence.id}",
                kind=DeadlineKind.EVIDENCE,
                employer=names[one.assessment.employer_id][0],
                ends=one.ends_on,
                assessment_id=one.assessment.id,
                title=one.evidence.title,
            )


def _certificates(session: Session, on: date) -> Iterator[Deadline]:
    names = names_of_employers(session)
    for one in list_certificates(session):
        if one.status not in _OVER and on <= one.valid_until <= on + AHEAD:
            yield Deadline(
                id=f"certificate-{one.code}",
                kind=DeadlineKind.CERTIFICATE,
                employer=names[one.employer_id][0],
                ends=one.valid_until,
            )


def _answers(session: Session, on: date) -> Iterator[Deadline]:
    """Yield the days by which we promised an employer an answer after publication."""
    for one in after_items(session):
        if one.answer_by >= on:
            yield Deadline(
                id=f"answer-{one.statement_id}",
                kind=DeadlineKind.ANSWER,
                employer=one.employer,
                ends=one.answer_by,
                employer_id=one.employer_id,
            )


def _figures(session: Session, on: date) -> Iterator[Deadline]:
    """Yield when figures of one's own are to be looked up again, where no newer one came first."""
    rates = list_rates(session)
    for one in rates:
        is_over = any(
            (later.parameter, later.place) == (one.parameter, one.place)
            and one.first < later.first <= one.check_by
            for later in rates
        )
        if not is_over and on <= one.check_by <= on + AHEAD:
            yield Deadline(
                id=f"figure-{one.id}",
                kind=DeadlineKind.FIGURE,
                employer="",
                ends=one.check_by,
                title=one.parameter,
                place=one.place,
            )


def _check_member(actor: Actor) -> None:
    check_may(actor, Action.LOOK)
    if actor.is_guest:
        raise ForbiddenError("A guest has no calendar here.")


def _tell(session: Session, actor: Actor, kind: EventKind, *, at: datetime) -> None:
    record(
        session,
        actor,
        kind,
        organization_id=actor.organization_id,
        about="person",
        about_id=actor.person_id,
        at=at,
    )
