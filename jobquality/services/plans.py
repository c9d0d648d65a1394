"""Actions of the plan that an employer takes up: who sees to each, and until when."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from jobquality.errors import Fault, RefusedError, check_faults
from jobquality.services.after import Door
from jobquality.services.events import EventKind, record
from jobquality.services.statements import Speak, check_may_speak, claims_of, speak
from jobquality.store import plans as store
from jobquality.store.database import Session
from jobquality.store.plans import PlanAction
from jobquality.store.statements import Statement, Topic
from jobquality.store.versions import check_version

LONGEST_OWNER = 200
ABOUT = "employer"


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeAction:
    """An action to take up, or one whose owner or day changes; `seen` is 0 for a new one."""

    id: str
    criterion: str
    owner: str
    due_on: date | None = None
    seen: int = 0


def take_action(
    session: Session, door: Door, speaker_id: str, command: TakeAction, *, at: datetime
) -> PlanAction:
    """Keep who sees to an action and until when. One that is done is taken up anew.

    Raises:
        NotFoundError: there is no such speaker.
        RefusedError: the center refused them, or nothing is published now.
        ConflictError: somebody else wrote it since `command.seen`.
        FaultsError: it is no question of the score, or nobody is named.
    """
    speaker = check_may_speak(session, door, speaker_id)
    if door.published is None:
        raise RefusedError("Nothing is published of you now, so there is no plan.")
    check_faults(_faults(command, claims_of(door.published)))
    action = PlanAction(
        id=command.id,
        organization_id=door.organization_id,
        employer_id=door.employer_id,
        publication_hash=door.published.hash,
        speaker_id=speaker.id,
        criterion=command.criterion,
        owner=command.owner,
        due_on=command.due_on,
        taken_at=at,
    )
    _log(session, door, EventKind.PLAN_TAKEN_UP, command.criterion, at)
    known = {one.criterion: one for one in store.list_actions(session, door.records)}
    before = known.get(command.criterion)
    if before is None:
        store.add_action(session, action)
        return action
    check_version(before, command.seen)
    return store.change_action(session, replace(action, id=before.id, version=before.version))


def finish(
    session: Session, door: Door, speaker_id: str, command: Speak, *, at: datetime
) -> Statement:
    """Keep what an employer says; where it says that an action is done, the action is done.

    Raises:
        NotFoundError, RefusedError, FaultsError: as `speak`.
    """
    statement = speak(session, door, speaker_id, command, at=at)
    if statement.topic is not Topic.FIXED:
        return statement
    for one in store.list_actions(session, door.records):
        if one.criterion in statement.criteria and not one.is_done:
            store.change_action(session, replace(one, statement_id=statement.id))
            _log(session, door, EventKind.PLAN_DONE, one.criterion, at)
    return statement


def _faults(command: TakeAction, claims: frozenset[str]) -> Iterator[Fault]:
    if command.criterion not in claims:
        message = "This belongs to no question of the score."
        yield Fault(message=message, remedy="Open the page anew.")
    if not command.owner or len(command.owner) > LONGEST_OWNER:
        message = "Nobody is named who sees to it, or the name is too long."
        yield Fault(message=message, where="owner", remedy="Give a name or a position.")


def _log(session: Session, door: Door, kind: EventKind, criterion: str, at: datetime) -> None:
    record(
        session,
        None,
        kind,
        organization_id=door.organization_id,
        about=ABOUT,
        about_id=door.employer_id,
        at=at,
        details={"criterion": criterion},
    )
