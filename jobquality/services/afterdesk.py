"""What waits for the team after publication: who speaks, what to check, what to decide."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jobquality.store.after import list_speakers
from jobquality.store.database import Session
from jobquality.store.desk import names_of_employers
from jobquality.store.proposals import ProposalKind, ProposalState, list_proposals
from jobquality.store.speakers import Standing
from jobquality.store.statements import Statement, StatementState, Topic, list_statements


class AfterTask(StrEnum):
    """What comes next for a statement."""

    SPEAKER = "speaker"
    CHECK = "check"
    DECIDE = "decide"
    CONFIRM = "confirm"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterItem:
    """One thing on the desk; `answer_by` is the day that was promised to the employer."""

    task: AfterTask
    employer_id: str
    employer: str
    answer_by: date
    statement_id: str
    topic: Topic | None = None


def after_items(session: Session) -> tuple[AfterItem, ...]:
    """Return everything that employers wait for after publication, the soonest promise first."""
    said = [one for one in list_statements(session) if one.answered_at is None]
    waiting = [one for one in said if one.state is not StatementState.REFUSED]
    if not waiting:
        return ()
    names = names_of_employers(session)
    standing = {one.id: one.state for one in list_speakers(session)}
    open_ones = list_proposals(session, kind=ProposalKind.DECISION, state=ProposalState.OPEN)
    proposed = {one.subject for one in open_ones}
    found = [
        AfterItem(
            task=task,
            employer_id=one.employer_id,
            employer=names[one.employer_id][0],
            answer_by=one.answer_by,
            statement_id=one.id,
            topic=one.topic,
        )
        for one in waiting
        for task in [_task(one, standing[one.speaker_id], is_proposed=one.id in proposed)]
        if task is not None
    ]
    return tuple(sorted(found, key=lambda one: (one.answer_by, one.employer)))


def _task(one: Statement, standing: Standing, *, is_proposed: bool) -> AfterTask | None:
    if standing is Standing.REFUSED or one.state is StatementState.RETURNED:
        return None
    if one.state is StatementState.WAITING:
        return AfterTask.SPEAKER if standing is Standing.PENDING else AfterTask.CHECK
    if is_proposed:
        return AfterTask.CONFIRM
    return AfterTask.FIXED if one.topic is Topic.FIXED else AfterTask.DECIDE
