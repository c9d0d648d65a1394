"""The dated figures of one organization: those that ship, and the rates that it brings."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from itertools import pairwise

from jobquality.rubrics.catalog import Catalog
from jobquality.rubrics.parameters import Parameters
from jobquality.rubrics.rows import Parameter, Row
from jobquality.store.database import Session
from jobquality.store.rates import Rate, list_rates

_ONE_DAY = timedelta(days=1)


def parameters_of(session: Session, catalog: Catalog) -> Parameters:
    """Return the shipped figures with the organization's own rates added.

    A rate holds until the next one of the same parameter and place starts. One that stands
    against a figure that ships is left out: see `is_overruled`.
    """
    return join_rates(catalog.parameters, list_rates(session))


def join_rates(shipped: Parameters, rates: Iterable[Rate]) -> Parameters:
    """Return `shipped` with the rows of `rates` added, each exactly as it was written."""
    usable = (rate for rate in rates if not is_overruled(rate, shipped))
    rows: dict[tuple[str, str], list[Row]] = {}
    for rate in sorted(usable, key=lambda one: one.first):
        rows.setdefault((rate.parameter, rate.place), []).append(_row(rate))
    return shipped.joined(
        _more(shipped.by_id[name], one_after_the_other)
        for (name, _), one_after_the_other in rows.items()
    )


def is_overruled(rate: Rate, shipped: Parameters) -> bool:
    """Say whether a rate cannot be used beside what ships.

    It is refused when it is entered; a later release may still ship the same figure with
    another value, or no longer know the parameter, and nobody's scores may stop for that.
    """
    known = shipped.by_id.get(rate.parameter)
    if known is None or shipped.places.find(rate.place) is None:
        return True
    mine = _row(rate)
    return any(row.known_for == mine.known_for and row.value != mine.value for row in known.rows)


def _more(known: Parameter, rows: list[Row]) -> Parameter:
    return replace(known, rows=tuple(_ended(rows)))


def _ended(rows: list[Row]) -> Iterator[Row]:
    for row, following in pairwise(rows):
        yield replace(row, last=following.first - _ONE_DAY)
    yield rows[-1]


def _row(rate: Rate) -> Row:
    return Row(
        place=rate.place,
        first=rate.first,
        last=None,
        limits=(),
        value=Fraction(rate.value),
        source=rate.source,
        as_of=rate.as_of,
        last_checked=rate.as_of,
        check_by=rate.check_by,
        note="",
        line=0,
        is_added=True,
    )
