"""What employers say after publication, and the documents that they put beside it."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import func, select

from jobquality.errors import NotFoundError
from jobquality.store.database import Session
from jobquality.store.rows import (
    BodyRow,
    EmployerRow,
    PublicationRow,
    StatementPaperRow,
    StatementRow,
)
from jobquality.store.versions import check_version


class Topic(StrEnum):
    """What an employer does: dispute a score, say that something is fixed, or only speak."""

    DISPUTE = "dispute"
    FIXED = "fixed"
    STATEMENT = "statement"


class StatementState(StrEnum):
    """Where it stands: to be checked, back once for a worker's name, printed, or refused."""

    WAITING = "waiting"
    RETURNED = "returned"
    PRINTED = "printed"
    REFUSED = "refused"


class Outcome(StrEnum):
    """What comes of it: the score stays, will be corrected, or is withdrawn."""

    STAYS = "stays"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing that an employer says; no `criteria` means the whole score.

    `answer_by` is the day that was promised. Once it is printed its words are those of the
    body under `act_hash`. `outcome` is empty while nobody decided; `earlier_decisions` are the
    hashes of those that another one took the place of, oldest first.
    """

    id: str
    organization_id: str
    employer_id: str
    publication_hash: str
    speaker_id: str
    topic: Topic
    criteria: tuple[str, ...]
    text: str
    said_at: datetime
    answer_by: date
    fixed_on: date | None = None
    state: StatementState = StatementState.WAITING
    return_reason: str = ""
    checked_by: str | None = None
    checked_at: datetime | None = None
    act_hash: str = ""
    next_assessment_id: str | None = None
    outcome: str = ""
    decision_hash: str = ""
    earlier_decisions: tuple[str, ...] = ()
    answered_at: datetime | None = None
    version: int = 1

    @property
    def is_open_dispute(self) -> bool:
        """Whether it contests a score and nobody has decided on it."""
        is_printed = self.state is StatementState.PRINTED
        return self.topic is Topic.DISPUTE and is_printed and not self.outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document beside a statement; its name says nothing but its number."""

    id: str
    organization_id: str
    statement_id: str
    number: int
    sha256: str
    media_type: str
    size: int
    added_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A statement with its words, and those of the decision, as the chain has them.

    A body is empty where it gave way to a tombstone. `earlier` are the decisions that another
    one took the place of, oldest first.
    """

    statement: Statement
    body: str
    decision: str
    earlier: tuple[str, ...] = ()


def add_statement(session: Session, statement: Statement) -> None:
    """Keep a new statement."""
    row = StatementRow(
        id=statement.id,
        organization_id=statement.organization_id,
        employer_id=statement.employer_id,
        publication_hash=statement.publication_hash,
        speaker_id=statement.speaker_id,
        topic=statement.topic.value,
        said_at=statement.said_at,
        answer_by=statement.answer_by,
    )
    _fill(row, statement)
    session.add(row)
    session.flush()


def change_statement(session: Session, statement: Statement) -> Statement:
    """Write where a statement stands, and return it with its new version.

    Raises:
        ConflictError: somebody changed it since `statement.version`.
    """
    row = session.get_one(StatementRow, statement.id)
    check_version(row, statement.version)
    _fill(row, statement)
    session.flush()
    return _statement(row)


def get_statement(session: Session, statement_id: str) -> Statement:
    """Return one statement.

    Raises:
        NotFoundError: there is none of that id.
    """
    row = session.scalars(select(StatementRow).where(StatementRow.id == statement_id)).first()
    if row is None:
        raise NotFoundError("There is no such statement.")
    return _statement(row)


def list_statements(
    session: Session, employer_ids: Iterable[str] | None = None
) -> tuple[Statement, ...]:
    """Return what employers said, oldest first: those of an employer's records, or all."""
    wanted = select(StatementRow).order_by(StatementRow.said_at, StatementRow.id)
    if employer_ids is not None:
        wanted = wanted.where(StatementRow.employer_id.in_(tuple(employer_ids)))
    return tuple(_statement(row) for row in session.scalars(wanted))


def find_said(session: Session, act_hash: str) -> Statement | None:
    """Return the statement whose words are those of an entry, or None."""
    row = session.scalars(select(StatementRow).where(StatementRow.act_hash == act_hash)).first()
    return None if row is None else _statement(row)


def list_printed(session: Session, hashes: Iterable[str]) -> tuple[Printed, ...]:
    """Return what is printed beside publications, oldest first, with its words of the chain."""
    rows = session.scalars(
        select(StatementRow)
        .where(
            StatementRow.publication_hash.in_(tuple(hashes)),
            StatementRow.state == StatementState.PRINTED.value,
        )
        .order_by(StatementRow.said_at, StatementRow.id)
    ).all()
    if not rows:
        return ()
    found = [_statement(row) for row in rows]
    wanted = {
        name
        for one in found
        for name in (one.act_hash, one.decision_hash, *one.earlier_decisions)
        if name
    }
    bodies = {
        row.hash: row.content
        for row in session.scalars(select(BodyRow).where(BodyRow.hash.in_(wanted)))
    }
    return tuple(
        Printed(
            statement=one,
            body=bodies.get(one.act_hash, ""),
            decision=bodies.get(one.decision_hash, ""),
            earlier=tuple(bodies.get(name, "") for name in one.earlier_decisions),
        )
        for one in found
    )


def spoken_of(session: Session) -> dict[str, datetime]:
    """Return the publications beside which an employer's words are printed, and when the last came.

    They stand beside each publication of the employer, whichever of its records it was of.
    """
    whole = func.coalesce(EmployerRow.merged_into, EmployerRow.id)
    spoke = (
        select(whole.label("whole"), func.max(StatementRow.said_at).label("last"))
        .join(PublicationRow, PublicationRow.employer_id == EmployerRow.id)
        .join(StatementRow, StatementRow.publication_hash == PublicationRow.hash)
        .where(StatementRow.state == StatementState.PRINTED.value)
        .group_by(whole)
        .subquery()
    )
    found = session.execute(
        select(PublicationRow.hash, spoke.c.last)
        .join(EmployerRow, PublicationRow.employer_id == EmployerRow.id)
        .join(spoke, spoke.c.whole == whole)
    )
    return {name: last for name, last in found}  # noqa: C416 - rows are no pairs


def add_paper(session: Session, paper: Paper) -> None:
    """Keep a document."""
    session.add(StatementPaperRow(**asdict(paper)))
    session.flush()


def get_paper(session: Session, paper_id: str) -> Paper:
    """Return one document.

    Raises:
        NotFoundError: there is none of that id.
    """
    wanted = select(StatementPaperRow).where(StatementPaperRow.id == paper_id)
    row = session.scalars(wanted).first()
    if row is None:
        raise NotFoundError("There is no such document.")
    return _paper(row)


def list_papers(session: Session, statement_ids: Iterable[str]) -> dict[str, tuple[Paper, ...]]:
    """Return the documents of statements, by statement."""
    rows = session.scalars(
        select(StatementPaperRow)
        .where(StatementPaperRow.statement_id.in_(tuple(statement_ids)))
        .order_by(StatementPaperRow.number)
    )
    found: dict[str, tuple[Paper, ...]] = {}
    for row in rows:
        found[row.statement_id] = (*found.get(row.statement_id, ()), _paper(row))
    return found


def _fill(row: StatementRow, statement: Statement) -> None:
    row.criteria = json.dumps(statement.criteria)
    row.text = statement.text
    row.fixed_on = statement.fixed_on
    row.state = statement.state.value
    row.return_reason = statement.return_reason
    row.checked_by = statement.checked_by
    row.checked_at = statement.checked_at
    row.act_hash = statement.act_hash
    row.next_assessment_id = statement.next_assessment_id
    row.outcome = statement.outcome
    row.decision_hash = statement.decision_hash
    row.earlier_decisions = json.dumps(statement.earlier_decisions)
    row.answered_at = statement.answered_at


def _statement(row: StatementRow) -> Statement:
    return Statement(
        id=row.id,
        organization_id=row.organization_id,
        employer_id=row.employer_id,
        publication_hash=row.publication_hash,
        speaker_id=row.speaker_id,
        topic=Topic(row.topic),
        criteria=tuple(json.loads(row.criteria)),
        text=row.text,
        said_at=row.said_at,
        answer_by=row.answer_by,
        fixed_on=row.fixed_on,
        state=StatementState(row.state),
        return_reason=row.return_reason,
        checked_by=row.checked_by,
        checked_at=row.checked_at,
        act_hash=row.act_hash,
        next_assessment_id=row.next_assessment_id,
        outcome=row.outcome,
        decision_hash=row.decision_hash,
        earlier_decisions=tuple(json.loads(row.earlier_decisions)),
        answered_at=row.answered_at,
        version=row.version,
    )


def _paper(row: StatementPaperRow) -> Paper:
    return Paper(
        id=row.id,
        organization_id=row.organization_id,
        statement_id=row.statement_id,
        number=row.number,
        sha256=row.sha256,
        media_type=row.media_type,
        size=row.size,
        added_at=row.added_at,
    )
