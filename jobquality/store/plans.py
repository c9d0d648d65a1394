"""Actions of the improvement plan that an employer took up for itself."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import select

from jobquality.store.database import Session
from jobquality.store.rows import PlanActionRow
from jobquality.store.versions import check_version


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAction:
    """One action: who sees to it, until when, and what was said when it was done."""

    id: str
    organization_id: str
    employer_id: str
    publication_hash: str
    speaker_id: str
    criterion: str
    owner: str
    taken_at: datetime
    due_on: date | None = None
    statement_id: str | None = None
    version: int = 1

    @property
    def is_done(self) -> bool:
        """Whether the employer says that it is done."""
        return self.statement_id is not None


def add_action(session: Session, action: PlanAction) -> None:
    """Keep an action that was taken up."""
    said = {name: value for name, value in asdict(action).items() if name != "version"}
    session.add(PlanActionRow(**said))
    session.flush()


def change_action(session: Session, action: PlanAction) -> PlanAction:
    """Write who sees to an action, until when, and whether it is done.

    Raises:
        ConflictError: somebody changed it since `action.version`.
    """
    row = session.get_one(PlanActionRow, action.id)
    check_version(row, action.version)
    row.owner, row.due_on, row.statement_id = action.owner, action.due_on, action.statement_id
    row.publication_hash, row.speaker_id = action.publication_hash, action.speaker_id
    session.flush()
    return _action(row)


def list_actions(
    session: Session, employer_ids: Iterable[str] | None = None
) -> tuple[PlanAction, ...]:
    """Return what an employer took up, or all employers, the soonest due first."""
    wanted = select(PlanActionRow).order_by(
        PlanActionRow.due_on.is_(None), PlanActionRow.due_on, PlanActionRow.criterion
    )
    if employer_ids is not None:
        wanted = wanted.where(PlanActionRow.employer_id.in_(tuple(employer_ids)))
    return tuple(_action(row) for row in session.scalars(wanted))


def _action(row: PlanActionRow) -> PlanAction:
    return PlanAction(
        id=row.id,
        organization_id=row.organization_id,
        employer_id=row.employer_id,
        publication_hash=row.publication_hash,
        speaker_id=row.speaker_id,
        criterion=row.criterion,
        owner=row.owner,
        taken_at=row.taken_at,
        due_on=row.due_on,
        statement_id=row.statement_id,
        version=row.version,
    )
