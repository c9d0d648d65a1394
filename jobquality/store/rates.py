"""Dated figures that an organization brings, such as its living wage."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from jobquality.errors import ConflictError
from jobquality.store.database import Session
from jobquality.store.rows import RateRow

_SAME = (
    "Somebody else added a figure for this place and day at the same moment. "
    "Reload the page to see theirs."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """One figure: `value` is a number as text in the unit of `parameter`."""

    id: str
    organization_id: str
    parameter: str
    place: str
    first: date
    value: str
    source: str
    as_of: date
    check_by: date
    added_by: str
    added_at: datetime


def add_rate(session: Session, rate: Rate) -> None:
    """Keep a new figure; figures are added, never changed.

    Raises:
        ConflictError: somebody added one for the same place and day at the same moment.
    """
    session.add(
        RateRow(
            id=rate.id,
            organization_id=rate.organization_id,
            parameter=rate.parameter,
            place=rate.place,
            first=rate.first,
            value=rate.value,
            source=rate.source,
            as_of=rate.as_of,
            check_by=rate.check_by,
            added_by=rate.added_by,
            added_at=rate.added_at,
        )
    )
    try:
        session.flush()
    except IntegrityError as error:
        raise ConflictError(_SAME) from error


def list_rates(session: Session) -> tuple[Rate, ...]:
    """Return every figure, by parameter, place and first day."""
    rows = session.scalars(
        select(RateRow).order_by(RateRow.parameter, RateRow.place, RateRow.first)
    )
    return tuple(
        Rate(
            id=row.id,
            organization_id=row.organization_id,
            parameter=row.parameter,
            place=row.place,
            first=row.first,
            value=row.value,
            source=row.source,
            as_of=row.as_of,
            check_by=row.check_by,
            added_by=row.added_by,
            added_at=row.added_at,
        )
        for row in rows
    )
