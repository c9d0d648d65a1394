"""Recovery codes: what lets a person in once when their phone is gone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from sqlalchemy import CursorResult, delete, select, update

from jobquality.store.database import Session
from jobquality.store.marks import is_ours
from jobquality.store.people import Person
from jobquality.store.rows import RecoveryCodeRow


@dataclass(frozen=True, slots=True, kw_only=True)
class CodesLeft:
    """How many codes somebody has left, and the days on which others were used."""

    left: int
    used_on: tuple[date, ...]


def replace_recovery_codes(session: Session, person: Person, digests: Iterable[str]) -> None:
    """Keep new codes of a person; every older one opens nothing any more."""
    drop_recovery_codes(session, person.id)
    session.add_all(
        RecoveryCodeRow(
            digest=digest,
            organization_id=person.organization_id,
            person_id=person.id,
            used_on=None,
        )
        for digest in digests
    )
    session.flush()


def use_recovery_code(session: Session, person_id: str, digest: str, on: date) -> bool:
    """Use a code up, and say whether it was there to be used: of two at once, one is told so."""
    this = (
        RecoveryCodeRow.digest == digest,
        RecoveryCodeRow.person_id == person_id,
        RecoveryCodeRow.used_on.is_(None),
    )
    found = session.scalars(select(RecoveryCodeRow).where(*this)).first()
    if found is None or not is_ours(found):
        return False
    used = session.execute(update(RecoveryCodeRow).where(*this).values(used_on=on, mark=""))
    return bool(cast("CursorResult[Any]", used).rowcount)


def count_recovery_codes(session: Session, person_id: str) -> CodesLeft:
    """Return how many codes somebody has left."""
    days = session.scalars(
        select(RecoveryCodeRow.used_on).where(RecoveryCodeRow.person_id == person_id)
    ).all()
    used = tuple(sorted(day for day in days if day is not None))
    return CodesLeft(left=len(days) - len(used), used_on=used)


def list_recovery_digests(session: Session, person_id: str) -> tuple[str, ...]:
    """Return the digests of the codes that somebody has left."""
    wanted = select(RecoveryCodeRow.digest).where(
        RecoveryCodeRow.person_id == person_id, RecoveryCodeRow.used_on.is_(None)
    )
    return tuple(session.scalars(wanted.order_by(RecoveryCodeRow.digest)))


def drop_recovery_codes(session: Session, person_id: str) -> None:
    """Forget every code of a person."""
    session.execute(delete(RecoveryCodeRow).where(RecoveryCodeRow.person_id == person_id))
