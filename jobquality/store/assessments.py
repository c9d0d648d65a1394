"""Assessments and their answers."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select, tuple_
from sqlalchemy.exc import IntegrityError

from jobquality.access.states import AssessmentState
from jobquality.errors import ConflictError, NotFoundError
from jobquality.scoring.facts import Grade
from jobquality.store.database import Session
from jobquality.store.rows import (
    AnswerRow,
    AnswerVersionRow,
    AssessmentRow,
    SaidRow,
    WaitingAnswerRow,
)
from jobquality.store.versions import SENTENCE, check_version


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """One edition × one employer scope × one day.

    `sites` are ids of establishments; none means the employer as a whole. `previous_id` is
    the assessment whose answers this one started from. A hold blocks every transition.
    """

    id: str
    organization_id: str
    employer_id: str
    rubric: str
    edition: str
    on: date
    sites: tuple[str, ...]
    state: AssessmentState
    author_id: str
    created_at: datetime
    changed_at: datetime
    reviewer_id: str | None = None
    previous_id: str | None = None
    hold_since: datetime | None = None
    hold_reason: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Workers:
    """How many workers were asked about one answer, how many confirmed it, and when.

    No name, date, shift or quote. Under five asked, it is shown to nobody outside the team
    and cannot give grade E3. `month` is `2026-03`.
    """

    asked: int
    confirming: int
    month: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer to one question, as written: `7.25`, `na: no tips here`, `unknown`.

    `carried` says that it comes from last year and nobody has confirmed it yet; such an
    answer does not count. `law_checked_on` is the day on which somebody looked for a rule
    of law and knows of none.
    """

    assessment_id: str
    organization_id: str
    criterion: str
    answer: str
    author_id: str
    answered_at: datetime
    on: date | None = None
    grade: Grade | None = None
    source: str = ""
    note: str = ""
    workers: Workers | None = None
    law_checked_on: date | None = None
    carried: bool = False
    version: int = 1


def add_assessment(session: Session, assessment: Assessment) -> None:
    """Keep a new assessment."""
    session.add(
        AssessmentRow(
            id=assessment.id,
            organization_id=assessment.organization_id,
            employer_id=assessment.employer_id,
            rubric=assessment.rubric,
            author_id=assessment.author_id,
            previous_id=assessment.previous_id,
            created_at=assessment.created_at,
            **_columns(assessment),
        )
    )
    session.flush()


def change_assessment(session: Session, assessment: Assessment) -> None:
    """Write the edition, day, sites, state, reviewer and hold of an assessment anew.

    Raises:
        ConflictError: somebody changed it since `assessment.version`.
    """
    row = session.get_one(AssessmentRow, assessment.id)
    check_version(row, assessment.version)
    for name, value in _columns(assessment).items():
        setattr(row, name, value)
    session.flush()


def get_assessment(session: Session, assessment_id: str) -> Assessment:
    """Return one assessment.

    Raises:
        NotFoundError: there is none of that id.
    """
    row = session.scalars(select(AssessmentRow).where(AssessmentRow.id == assessment_id)).first()
    if row is None:
        raise NotFoundError("There is no such assessment.")
    return _assessment(row)


def hold_still(session: Session, assessment_id: str) -> None:
    """Let nobody move an assessment to another state until this transaction ends.

    Others may answer meanwhile: only moving it waits. SQLite lets one write at a time anyway.
    """
    session.scalars(
        select(AssessmentRow)
        .where(AssessmentRow.id == assessment_id)
        .with_for_update(read=True)
        .execution_options(populate_existing=True)
    ).first()


def move_assessments(session: Session, assessment_ids: Iterable[str], *, employer_id: str) -> None:
    """Let assessments belong to another record of the same employer."""
    for assessment_id in assessment_ids:
        session.get_one(AssessmentRow, assessment_id).employer_id = employer_id
    session.flush()


def list_assessments(session: Session, employer_id: str | None = None) -> tuple[Assessment, ...]:
    """Return every assessment, or those of one employer, newest first."""
    wanted = select(AssessmentRow).order_by(
        AssessmentRow.on.desc(), AssessmentRow.created_at.desc()
    )
    if employer_id is not None:
        wanted = wanted.where(AssessmentRow.employer_id == employer_id)
    return tuple(_assessment(row) for row in session.scalars(wanted))


def walk_assessments(
    session: Session, *, after: str = "", state: AssessmentState | None = None, limit: int
) -> tuple[Assessment, ...]:
    """Return assessments, oldest first, those that follow one; an unknown one has none after it.

    What is started meanwhile comes at the end, so that a walk meets each once.
    """
    order = AssessmentRow.created_at, AssessmentRow.id
    wanted = select(AssessmentRow).order_by(*order).limit(limit)
    if state is not None:
        wanted = wanted.where(AssessmentRow.state == state.value)
    if after:
        row = session.scalars(select(AssessmentRow).where(AssessmentRow.id == after)).first()
        if row is None:
            return ()
        wanted = wanted.where(tuple_(*order) > tuple_(row.created_at, row.id))
    return tuple(_assessment(row) for row in session.scalars(wanted))


def list_answers(session: Session, assessment_id: str) -> dict[str, Answer]:
    """Return the answers of an assessment by criterion."""
    rows = session.scalars(select(AnswerRow).where(AnswerRow.assessment_id == assessment_id))
    return {row.criterion: answer_in(row) for row in rows}


def list_answered(session: Session, employer_id: str) -> frozenset[str]:
    """Return the ids of an employer's assessments in which something is answered."""
    rows = session.scalars(
        select(AnswerRow.assessment_id)
        .join(AssessmentRow, AssessmentRow.id == AnswerRow.assessment_id)
        .where(AssessmentRow.employer_id == employer_id)
        .distinct()
    )
    return frozenset(rows)


def find_answer(session: Session, assessment_id: str, criterion: str) -> Answer | None:
    """Return one answer, or None where there is none yet."""
    row = _find_row(session, assessment_id, criterion)
    return answer_in(row) if row else None


def keep_answer(session: Session, answer: Answer, *, seen: int) -> Answer:
    """Write an answer and return it with its new version; the one before stays remembered.

    `seen` is the version that the writer saw, 0 where there was no answer yet.

    Raises:
        ConflictError: somebody answered since then.
    """
    row = _find_row(session, answer.assessment_id, answer.criterion)
    if row is None and seen != 0:
        raise ConflictError(SENTENCE)
    if row is None:
        row = _new_row(answer)
        session.add(row)
    else:
        check_version(row, seen)
        fill_said(row, answer)
        row.carried = answer.carried
    try:
        session.flush()
    except IntegrityError as error:  # the first answer, given by two at the same moment
        raise ConflictError(SENTENCE) from error
    kept = answer_in(row)
    if kept.version != seen:  # the same words at the same moment are no new version
        session.add(_version_of(kept))
        session.flush()
    return kept


def add_answers(session: Session, answers: Iterable[Answer]) -> None:
    """Write many answers at once into an assessment that nobody has answered yet."""
    rows = [_new_row(one) for one in answers]
    session.add_all(rows)
    session.flush()
    session.add_all(_version_of(answer_in(row)) for row in rows)
    session.flush()


def _new_row(answer: Answer) -> AnswerRow:
    row = AnswerRow(
        assessment_id=answer.assessment_id,
        organization_id=answer.organization_id,
        criterion=answer.criterion,
        carried=answer.carried,
    )
    fill_said(row, answer)
    return row


def _find_row(session: Session, assessment_id: str, criterion: str) -> AnswerRow | None:
    return session.scalars(
        select(AnswerRow).where(
            AnswerRow.assessment_id == assessment_id, AnswerRow.criterion == criterion
        )
    ).first()


def fill_said(row: SaidRow, answer: Answer) -> None:
    """Write what an answer says into a row that holds such words."""
    row.answer = answer.answer
    row.on = answer.on
    row.grade = answer.grade.value if answer.grade else None
    row.source = answer.source
    row.note = answer.note
    row.workers_asked = answer.workers.asked if answer.workers else None
    row.workers_confirming = answer.workers.confirming if answer.workers else None
    row.workers_month = answer.workers.month if answer.workers else None
    row.law_checked_on = answer.law_checked_on
    row.author_id = answer.author_id
    row.answered_at = answer.answered_at


def answer_in(row: AnswerRow | AnswerVersionRow | WaitingAnswerRow) -> Answer:
    """Return the answer in a row; one that waits has no version of its own yet."""
    workers = None
    if row.workers_asked is not None:
        workers = Workers(
            asked=row.workers_asked,
            confirming=row.workers_confirming or 0,
            month=row.workers_month or "",
        )
    return Answer(
        assessment_id=row.assessment_id,
        organization_id=row.organization_id,
        criterion=row.criterion,
        answer=row.answer,
        author_id=row.author_id,
        answered_at=row.answered_at,
        on=row.on,
        grade=Grade(row.grade) if row.grade else None,
        source=row.source,
        note=row.note,
        workers=workers,
        law_checked_on=row.law_checked_on,
        carried=not isinstance(row, WaitingAnswerRow) and row.carried,
        version=1 if isinstance(row, WaitingAnswerRow) else row.version,
    )


def _version_of(answer: Answer) -> AnswerVersionRow:
    row = AnswerVersionRow(
        assessment_id=answer.assessment_id,
        organization_id=answer.organization_id,
        criterion=answer.criterion,
        version=answer.version,
        carried=answer.carried,
    )
    fill_said(row, answer)
    return row


def _columns(assessment: Assessment) -> dict[str, object]:
    return {
        "edition": assessment.edition,
        "on": assessment.on,
        "sites": json.dumps(assessment.sites),
        "state": assessment.state.value,
        "reviewer_id": assessment.reviewer_id,
        "hold_since": assessment.hold_since,
        "hold_reason": assessment.hold_reason,
        "changed_at": assessment.changed_at,
    }


def _assessment(row: AssessmentRow) -> Assessment:
    return Assessment(
        id=row.id,
        organization_id=row.organization_id,
        employer_id=row.employer_id,
        rubric=row.rubric,
        edition=row.edition,
        on=row.on,
        sites=tuple(json.loads(row.sites)),
        state=AssessmentState(row.state),
        author_id=row.author_id,
        created_at=row.created_at,
        changed_at=row.changed_at,
        reviewer_id=row.reviewer_id,
        previous_id=row.previous_id,
        hold_since=row.hold_since,
        hold_reason=row.hold_reason,
        version=row.version,
    )
