"""“This is fixed”: a new assessment that starts from the published one, and how long it took."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

from jobquality.access.actors import Action, Actor, check_may
from jobquality.errors import RefusedError
from jobquality.ledger.snapshot import Snapshot
from jobquality.rubrics.catalog import Catalog
from jobquality.rubrics.model import Rubric
from jobquality.scoring.answers import FOUND, NONE_FOUND
from jobquality.scoring.facts import Grade
from jobquality.services.assessments import StartAssessment, start_assessment
from jobquality.services.events import EventKind
from jobquality.services.statements import log
from jobquality.store import statements as store
from jobquality.store.assessments import Assessment, get_assessment
from jobquality.store.database import Session
from jobquality.store.evidence import Evidence, add_evidence
from jobquality.store.organizations import get_organization
from jobquality.store.publications import Publication, get_publication
from jobquality.store.statements import Statement, StatementState, Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeUp:
    """Start a new assessment from what an employer says is fixed.

    `title` is what its documents are called there, before their number.
    """

    id: str
    statement_id: str
    title: str
    seen: int
    paper_ids: tuple[str, ...] = ()


def take_up(
    session: Session, actor: Actor, command: TakeUp, *, catalog: Catalog, at: datetime
) -> Assessment:
    """Start from the published assessment; the employer's documents lie behind the question.

    They count as its word alone (E0) until somebody looked at them.

    Raises:
        ForbiddenError: the actor may not assess.
        NotFoundError: there is no such statement.
        RefusedError: it is not printed, says nothing of the kind, or was taken up already.
        ConflictError: somebody changed it since `command.seen`.
    """
    check_may(actor, Action.ASSESS)
    statement = store.get_statement(session, command.statement_id)
    is_printed = statement.state is StatementState.PRINTED
    if statement.topic is not Topic.FIXED or not is_printed or statement.answered_at is not None:
        raise RefusedError("There is nothing to take up here. Reload the page.")
    publication = get_publication(session, statement.publication_hash)
    before = get_assessment(session, publication.assessment_id)
    zone = ZoneInfo(get_organization(session, statement.organization_id).time_zone)
    start = StartAssessment(
        id=command.id,
        employer_id=before.employer_id,
        rubric=before.rubric,
        edition=before.edition,
        on=at.astimezone(zone).date(),
        sites=before.sites,
        previous_id=before.id,
    )
    started = start_assessment(session, actor, start, catalog=catalog, at=at)
    for evidence in _evidence(session, actor, command, statement, at):
        add_evidence(session, evidence)
    taken = replace(statement, next_assessment_id=started.id, answered_at=at, version=command.seen)
    store.change_statement(session, taken)
    log(session, actor, EventKind.FIX_TAKEN_UP, statement, at=at)
    return started


def days_of(
    statement: Statement, history: Iterable[tuple[Publication, Snapshot]], rubric: Rubric
) -> int | None:
    """Return in how many days something was fixed, or None where no score shows it yet.

    From the publication that it is about to the first later one, oldest first in `history`,
    that says something better to the question.
    """
    found = list(history)
    before = next((one for one in found if one[0].hash == statement.publication_hash), None)
    if statement.topic is not Topic.FIXED or before is None:
        return None
    for published, snapshot in found[found.index(before) + 1 :]:
        if _is_better(before[1], snapshot, statement.criteria[0], rubric):
            return (published.published_at - before[0].published_at).days
    return None


def _is_better(before: Snapshot, after: Snapshot, criterion: str, rubric: Rubric) -> bool:
    if criterion in {one.id for one in rubric.critical}:
        answers = [_answer(one, criterion) for one in (before, after)]
        return answers == [FOUND, NONE_FOUND]
    first, last = (_low(one, criterion) for one in (before, after))
    if first is None or last is None:
        return False
    return last < first if rubric.lower_is_better else last > first


def _answer(snapshot: Snapshot, criterion: str) -> str:
    return next((one.answer.strip() for one in snapshot.facts if one.criterion == criterion), "")


def _low(snapshot: Snapshot, criterion: str) -> Fraction | None:
    row = next((one for one in snapshot.scores if one.node == criterion), None)
    return None if row is None or row.low is None else Fraction(row.low)


def _evidence(
    session: Session, actor: Actor, command: TakeUp, statement: Statement, at: datetime
) -> Iterator[Evidence]:
    papers = store.list_papers(session, [statement.id]).get(statement.id, ())
    for paper, new_id in zip(papers, command.paper_ids, strict=False):
        yield Evidence(
            id=new_id,
            organization_id=statement.organization_id,
            assessment_id=command.id,
            criterion=statement.criteria[0],
            title=f"{command.title} {paper.number}",
            grade=Grade.E0,
            sha256=paper.sha256,
            media_type=paper.media_type,
            size=paper.size,
            added_by=actor.person_id,
            added_at=at,
        )
