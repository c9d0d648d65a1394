"""The dated figures that an organization brings: added with their source, never changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from jobquality.access.actors import Action, Actor, check_may
from jobquality.errors import Fault, check_faults
from jobquality.rubrics.fields import nearest
from jobquality.rubrics.parameters import Parameters
from jobquality.rubrics.units import how_to_write, read_number, show_number
from jobquality.services.events import EventKind, note
from jobquality.services.figures import is_overruled
from jobquality.store import rates as store
from jobquality.store.database import Session
from jobquality.store.people import get_person
from jobquality.store.rates import Rate, list_rates

_LONGEST_VALUE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class RateCommand:
    """One figure: `value` is a number as text, in the unit of `parameter`."""

    id: str
    parameter: str
    place: str
    first: date
    value: str
    source: str
    as_of: date
    check_by: date


@dataclass(frozen=True, slots=True, kw_only=True)
class RateStanding:
    """One figure and how it stands: past its check date, or out of use beside what ships."""

    rate: Rate
    due: bool
    overruled: bool


def add_rate(
    session: Session, actor: Actor, command: RateCommand, *, shipped: Parameters, at: datetime
) -> Rate:
    """Add a figure; every assessment of the organization uses it from its first day on.

    Raises:
        ForbiddenError: the actor is no administrator.
        FaultsError: the parameter or place is not known, the value is no amount, the days do
            not fit, or there is a figure for the same place and day; names every one.
    """
    check_may(actor, Action.MANAGE)
    check_faults(rate_faults(command, shipped, on=at.date()))
    rate = Rate(
        id=command.id,
        organization_id=actor.organization_id,
        parameter=command.parameter,
        place=shipped.places.find(command.place) or "",
        first=command.first,
        value=command.value,
        source=command.source,
        as_of=command.as_of,
        check_by=command.check_by,
        added_by=actor.person_id,
        added_at=at,
    )
    _make_room(session, rate)
    check_faults(_clashes(rate, list_rates(session), shipped))
    store.add_rate(session, rate)
    note(session, actor, EventKind.RATE_ADDED, rate.id, at=at)
    return rate


def _make_room(session: Session, rate: Rate) -> None:
    """Take away what stands at the same place and day, where nobody can confirm it any more."""
    for one in list_rates(session):
        is_lone = _is_same(one, rate) and one.confirmed_by is None
        if is_lone and not get_person(session, one.added_by).active:
            store.drop_rate(session, one.id)


def rate_faults(command: RateCommand, shipped: Parameters, *, on: date) -> Iterator[Fault]:
    """Yield what is wrong with a figure by itself, whatever else is kept; `on` is today."""
    if command.parameter not in shipped.by_id:
        message = f"'{command.parameter[:60]}' is not a figure that a standard uses."
        remedy = nearest(command.parameter, shipped.by_id) or "Choose one of the list."
        yield Fault(message=message, where="parameter", remedy=remedy)
    if shipped.places.find(command.place) is None:
        message = f"We do not know the place '{command.place[:60]}'."
        yield Fault(message=message, where="place", remedy=shipped.places.nearest(command.place))
    yield from _value_faults(command, shipped)
    if not command.source:
        remedy = "Say where it can be seen: an ordinance, a notice, minutes."
        yield Fault(message="The source is missing.", where="source", remedy=remedy)
    if command.as_of > on:
        message = "The day it was read has not come yet."
        yield Fault(message=message, where="as_of", remedy="Write the day you looked it up.")
    if command.check_by <= command.as_of:
        message = "It has to be looked up again after the day it was read."
        yield Fault(message=message, where="check_by", remedy="A year later is usual.")


def standing_of(session: Session, shipped: Parameters, *, on: date) -> tuple[RateStanding, ...]:
    """Return every figure of the organization with how it stands on a day."""
    return tuple(
        RateStanding(rate=rate, due=on > rate.check_by, overruled=is_overruled(rate, shipped))
        for rate in list_rates(session)
    )


def _value_faults(command: RateCommand, shipped: Parameters) -> Iterator[Fault]:
    number = read_number(command.value)
    known = shipped.by_id.get(command.parameter)
    if number is None or len(command.value) > _LONGEST_VALUE:
        message = f"'{command.value[:_LONGEST_VALUE]}' is not a number."
        yield Fault(message=message, where="value", remedy=how_to_write(command.value))
    elif number <= 0:
        yield Fault(message="The figure is not above 0.", where="value", remedy="Correct it.")
    elif known and known.unit.most is not None and number > known.unit.most:
        message = f"{command.value} {known.unit.words} is more than there can be."
        yield Fault(message=message, where="value", remedy="Correct it.")


def _is_same(one: Rate, other: Rate) -> bool:
    return (one.parameter, one.place, one.first) == (other.parameter, other.place, other.first)


def _clashes(rate: Rate, known: tuple[Rate, ...], shipped: Parameters) -> Iterator[Fault]:
    same = [one for one in known if _is_same(one, rate)]
    if same:
        message = f"There is a figure for this place from this day already: {same[0].value}."
        remedy = "Figures are never changed. If it was wrong, start the right one a day later."
        yield Fault(message=message, where="first", remedy=remedy)
    elif is_overruled(rate, shipped):
        ours = _shipped_value(rate, shipped)
        message = f"A figure that ships for this place and day says {ours}."
        remedy = "Start yours on another day; if ours is wrong, please tell us."
        yield Fault(message=message, where="value", remedy=remedy)


def _shipped_value(rate: Rate, shipped: Parameters) -> str:
    rows = shipped.by_id[rate.parameter].rows
    same = (row for row in rows if (row.place, row.first) == (rate.place, rate.first))
    return show_number(next(row.value for row in same if not row.limits))
