"""What the things are called that events are about: a few queries for a whole page of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import literal, select

from jobquality.store.database import Session
from jobquality.store.rows import (
    AssessmentRow,
    CertificateRow,
    EmployerRow,
    GuestRow,
    InitiativeRow,
    InvitationRow,
    PersonRow,
    PublicationRow,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What an event is about: how it is called, and the employer that it belongs to, if any."""

    name: str
    employer_id: str = ""


def name_things(
    session: Session, wanted: Mapping[str, Iterable[str]]
) -> Mapping[tuple[str, str], Thing]:
    """Return things by what they are and their id; `wanted` holds the ids of each sort.

    What is gone, or of a sort that has no name, is left out.
    """
    found: dict[tuple[str, str], Thing] = {}
    for about, query, key in _QUERIES:
        ids = set(wanted.get(about, ()))
        if ids:
            for thing_id, name, employer_id in session.execute(query.where(key.in_(ids))):
                found[about, thing_id] = Thing(name=name, employer_id=employer_id or "")
    return found


def name_people(session: Session) -> dict[str, str]:
    """Return the names of everybody who may have done something here, by id; guests too."""
    guests = session.execute(
        select(GuestRow.person_id, GuestRow.name, GuestRow.affiliation).where(
            GuestRow.person_id.is_not(None)
        )
    )
    known = {str(one): f"{name} ({affiliation})" for one, name, affiliation in guests}
    people = session.execute(select(PersonRow.id, PersonRow.name))
    return known | {str(one): name for one, name in people}


def things_of_employer(session: Session, employer_id: str) -> frozenset[str]:
    """Return the ids of everything that belongs to an employer, its own among them."""
    found = {employer_id}
    for column, owner in (
        (AssessmentRow.id, AssessmentRow.employer_id),
        (PublicationRow.hash, PublicationRow.employer_id),
        (CertificateRow.code, CertificateRow.employer_id),
    ):
        found.update(session.scalars(select(column).where(owner == employer_id)))
    return frozenset(found)


def _of_employer(row: Any, key: Any) -> Any:  # noqa: ANN401  # any table with an employer
    return select(key, EmployerRow.name, EmployerRow.id).join(
        EmployerRow, EmployerRow.id == row.employer_id
    )


def _named(key: Any, name: Any) -> Any:  # noqa: ANN401  # any table with a name
    return select(key, name, literal("")).where(key.is_not(None))


_QUERIES: tuple[tuple[str, Any, Any], ...] = (
    ("assessment", _of_employer(AssessmentRow, AssessmentRow.id), AssessmentRow.id),
    ("publication", _of_employer(PublicationRow, PublicationRow.hash), PublicationRow.hash),
    ("certificate", _of_employer(CertificateRow, CertificateRow.code), CertificateRow.code),
    ("employer", select(EmployerRow.id, EmployerRow.name, EmployerRow.id), EmployerRow.id),
    ("account", _named(PersonRow.id, PersonRow.name), PersonRow.id),
    ("invitation", _named(InvitationRow.id, InvitationRow.name), InvitationRow.id),
    ("initiative", _named(InitiativeRow.id, InitiativeRow.name), InitiativeRow.id),
)
