"""Dated figures that an organization brings, such as its living wage."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from jobquality.errors import ConflictError, NotFoundError
from jobquality.store.database import Session
from jobquality.store.rows import RateRow

_SAME = (
    "Somebody else added a figure for this place and day at the same moment. "
    "Reload the page to see theirs."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """One figure: `value` is a number as text in the unit of `parameter`.

    `confirmed_by` is a second person, who looked at its source too.
    """

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
    confirmed_by: str | None = None
    confirmed_at: datetime | None = None


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
            confirmed_by=row.confirmed_by,
            confirmed_at=row.confirmed_at,
        )
        for row in rows
    )


def drop_rate(session: Session, rate_id: str) -> None:
    """Take a figure away that nobody confirmed; whatever was published holds its own."""
    row = session.scalars(
        select(RateRow).where(RateRow.id == rate_id, RateRow.confirmed_by.is_(None))
    ).first()
    if row is not None:
        session.delete(row)
        session.flush()


def confirm_rate(session: Session, rate_id: str, *, by: str, at: datetime) -> None:
    """Keep that a second person stands behind a figure; the first one to do so stays.

    Raises:
        NotFoundError: there is no such figure.
    """
    row = session.scalars(select(RateRow).where(RateRow.id == rate_id)).first()
    if row is None:
        raise NotFoundError("There is no such figure.")
    if row.confirmed_by is None:
        row.confirmed_by, row.confirmed_at = by, at
    session.flush()
