"""Kinds of devices that people logged in from, so that a new one is told."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select, update

from jobquality.store.database import Session
from jobquality.store.people import Person
from jobquality.store.rows import DeviceRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """A kind of device, such as `Firefox/Windows`, and the day it came first."""

    device: str
    first_on: date


def note_device(session: Session, person: Person, device: str, on: date) -> tuple[Device, ...]:
    """Write down from what somebody logs in; return the new kinds that they were not told of.

    The first of all needs no telling, and the one they hold now is no news to them.
    """
    known = list_devices(session, person.id)
    if device not in {one.device for one in known}:
        session.add(
            DeviceRow(
                person_id=person.id,
                organization_id=person.organization_id,
                device=device,
                first_on=on,
                told=not known,
            )
        )
        session.flush()
    untold = (
        DeviceRow.person_id == person.id, DeviceRow.told.is_(False), DeviceRow.device != device
    )  # fmt: skip
    news = tuple(_value(row) for row in session.scalars(select(DeviceRow).where(*untold)))
    session.execute(update(DeviceRow).where(*untold).values(told=True))
    return news


def list_devices(session: Session, person_id: str) -> tuple[Device, ...]:
    """Return every kind of device that somebody logged in from, the first one first."""
    wanted = select(DeviceRow).where(DeviceRow.person_id == person_id)
    rows = session.scalars(wanted.order_by(DeviceRow.first_on, DeviceRow.device))
    return tuple(_value(row) for row in rows)


def _value(row: DeviceRow) -> Device:
    return Device(device=row.device, first_on=row.first_on)
