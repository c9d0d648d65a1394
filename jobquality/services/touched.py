"""What a figure that changed touches: publications and certificates that rest on the old one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from jobquality.access.states import CertificateStatus
from jobquality.ledger.snapshot import UsedParameter
from jobquality.rubrics.catalog import Catalog
from jobquality.rubrics.parameters import NoFigureError, Parameters
from jobquality.rubrics.rows import Row
from jobquality.scoring.exact import read_exact
from jobquality.services.figures import parameters_of
from jobquality.services.published import Published, list_current, read_all
from jobquality.store.certificates import list_certificates
from jobquality.store.database import Session
from jobquality.store.publications import list_publications

#: How early a row that is to be looked up again is told.
SOON = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """A current publication and one figure that would be another one today.

    `then` and `now` are exact numbers as text; `certificate` is the code of the valid
    certificate that rests on it, or on one that it took the place of; or empty. Nothing
    published moves: a new assessment does.
    """

    published: Published
    parameter: str
    unit: str
    then: str
    now: Row
    certificate: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    """A row that ships, past the day by which it should be looked up again, or soon to be."""

    parameter: str
    unit: str
    row: Row
    is_late: bool


def list_touched(session: Session, catalog: Catalog, *, on: date) -> tuple[Touched, ...]:
    """Return every current publication whose figures changed, by name of the employer.

    A certificate stays valid where its score was set right in the employer's favor. So what a
    valid one rests on is looked at too, whatever took its place.
    """
    figures = parameters_of(session, catalog)
    valid = {
        one.publication_hash: one.code
        for one in list_certificates(session)
        if one.status is CertificateStatus.VALID and one.valid_until >= on
    }
    current = list_current(session)
    older = valid.keys() - {one.publication.hash for one in current}
    resting = read_all(session, list_publications(session, hashes=older)) if older else ()
    found: dict[tuple[str, str, str], Touched] = {}
    for published in (*resting, *current):
        code = valid.get(published.publication.hash, "")
        for one in _touched(published, figures, code, on=on):
            key = (published.known.id, one.parameter, one.then)
            code_before = found[key].certificate if key in found else ""
            found[key] = replace(one, certificate=code or code_before)
    return tuple(sorted(found.values(), key=lambda one: (one.published.key, one.parameter)))


def _touched(
    published: Published, figures: Parameters, certificate: str, *, on: date
) -> Iterator[Touched]:
    for used, now in _changed(published, figures, on):
        yield Touched(
            published=published,
            parameter=used.id,
            unit=used.unit,
            then=used.rows[0].value,
            now=now,
            certificate=certificate,
        )


def list_due(figures: Parameters, *, on: date) -> tuple[DueRow, ...]:
    """Return the rows that are in force and due for a check, the longest overdue first."""
    found = (
        DueRow(parameter=one.id, unit=one.unit.name, row=row, is_late=_check_by(row) < on)
        for one in figures.by_id.values()
        for row in one.rows
        if row.holds_on(on) and _check_by(row) <= on + SOON
    )
    return tuple(sorted(found, key=lambda one: (_check_by(one.row), one.parameter, one.row.place)))


def _check_by(row: Row) -> date:
    return row.check_by or date.max


def _changed(
    published: Published, figures: Parameters, on: date
) -> Iterator[tuple[UsedParameter, Row]]:
    for used in published.snapshot.parameters:
        try:
            found = figures.look_up(used.id, profile=published.snapshot.employer.profile, on=on)
        except NoFigureError:
            continue
        if found.row.value != read_exact(used.rows[0].value):
            yield used, found.row
