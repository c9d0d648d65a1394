"""The one query helper: each organization sees its own rows, and nobody can forget to ask so.

A session belongs to an organization, or openly to every one of them (the public pages, the
login). Every query that the ORM sends is narrowed here, whatever it was written like. A
session that belongs to nobody finds nothing and may write nothing.

A guest's session is narrower still: it finds one assessment of its host, what hangs on it, and
the few things of the host without which it cannot be read.

Source: docs/decisions/0009-tenancy.md, docs/decisions/0025-guests.md
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import ColumnElement, Connection, event, false, select
from sqlalchemy.orm import (
    ORMExecuteState,
    Session,
    SessionTransaction,
    UOWTransaction,
    with_loader_criteria,
)

from jobquality.access.guests import OnlyAssessment
from jobquality.store.border import EVERY_ORGANIZATION, say_whose
from jobquality.store.rows import (
    AccountHandRow,
    AssessmentRow,
    BodyRow,
    EventRow,
    EvidenceRow,
    IntentRow,
    NoticeRow,
    OfOrganization,
    OutboxRow,
    PersonRow,
    QuestionnaireRow,
    RateRow,
    Row,
)

__all__ = ["EVERY_ORGANIZATION", "belong", "past_the_border"]

_SCOPE = "organization"

#: Of these a guest's session sees the host's: names in a history, whose hands an account may be
#: in, figures in a score, public words, and what was sent twice. Everything that does not hang on
#: the assessment is shut.
_BESIDE = (PersonRow, AccountHandRow, RateRow, BodyRow, IntentRow)
#: What a guest's act leaves beside the assessment: that it was sent, that it happened, who is told.
_FROM_GUESTS = (IntentRow, EventRow, OutboxRow)


def belong(session: Session, organization_id: str | None) -> Session:
    """Let everything that this session reads and writes belong to one organization."""
    was_said = _SCOPE in session.info
    session.info[_SCOPE] = organization_id
    if was_said:  # the first time there is no connection yet: `_say_whose` comes before any use
        say_whose(session.connection(), organization_id)
    return session


@contextmanager
def past_the_border(session: Session) -> Iterator[Connection]:
    """Give the bare connection, for the few questions that are asked of every organization.

    What comes back to the caller may be no more than a yes or a no, a name that is taken, or
    the hash of a file.
    """
    connection = session.connection()
    say_whose(connection, EVERY_ORGANIZATION)
    yield connection
    say_whose(connection, session.info.get(_SCOPE))


@contextmanager
def of_everybody(session: Session) -> Iterator[None]:
    """Let the log tell of what was written, whomever the session belongs to by now."""
    scope = session.info.get(_SCOPE)
    belong(session, EVERY_ORGANIZATION)
    yield
    belong(session, scope)


@event.listens_for(Session, "after_begin")
def _say_whose(session: Session, _begun: SessionTransaction, connection: Connection) -> None:
    say_whose(connection, session.info.get(_SCOPE))


@event.listens_for(Session, "do_orm_execute")
def _narrow(state: ORMExecuteState) -> None:
    scope = state.session.info.get(_SCOPE)
    if scope == EVERY_ORGANIZATION or state.is_column_load or state.is_relationship_load:
        return
    _refuse_what_cannot_be_narrowed(state)
    if isinstance(scope, OnlyAssessment):
        state.statement = state.statement.options(*_inside(scope))
        return
    state.statement = state.statement.options(
        with_loader_criteria(
            OfOrganization,
            (lambda row: row.organization_id == scope) if scope else (lambda _: false()),
            include_aliases=True,
        )
    )


def _inside(scope: OnlyAssessment) -> Iterator[Any]:
    """Yield, for every table, what of it a guest sees."""
    for mapper in Row.registry.mappers:
        row: Any = mapper.class_
        if issubclass(row, OfOrganization):
            seen = (row.organization_id == str(scope)) & _hangs_on(row, scope)
            yield with_loader_criteria(row, seen, include_aliases=True)


def _hangs_on(row: Any, scope: OnlyAssessment) -> ColumnElement[bool]:  # noqa: ANN401 - any table
    """Return which rows of a table hang on the guest's assessment."""
    if row in _BESIDE:
        return row.organization_id.is_not(None)  # type: ignore[no-any-return]  # any table
    if row is AssessmentRow:
        return row.id == scope.assessment_id
    if row.__tablename__ == "employers":
        return row.id == scope.employer_id  # type: ignore[no-any-return]
    return _by_parent(row, scope)


def _by_parent(row: Any, scope: OnlyAssessment) -> ColumnElement[bool]:  # noqa: ANN401 - as above
    one = scope.assessment_id
    parents: dict[str, Any] = {
        "employer_id": [scope.employer_id],
        "assessment_id": [one],
        "evidence_id": select(EvidenceRow.id).where(EvidenceRow.assessment_id == one),
        "notice_id": select(NoticeRow.id).where(NoticeRow.assessment_id == one),
        "questionnaire_id": select(QuestionnaireRow.id).where(
            QuestionnaireRow.assessment_id == one
        ),
    }
    for name, ids in parents.items():
        if name in row.__table__.columns:
            return getattr(row, name).in_(ids)  # type: ignore[no-any-return]  # as above
    return false()


def _refuse_what_cannot_be_narrowed(state: ORMExecuteState) -> None:
    """Let nothing past the border by mistake: bare SQL is sent through `session.connection()`."""
    mapper = state.bind_mapper
    is_written = mapper is not None and issubclass(mapper.class_, OfOrganization)
    if not state.is_orm_statement or (state.is_insert and is_written):
        raise RuntimeError(
            "This statement cannot be narrowed to one organization. Write it with the rows, and "
            "add new ones with session.add."
        )


@event.listens_for(Session, "before_flush")
def _keep_apart(session: Session, _context: UOWTransaction, _instances: object) -> None:
    scope = session.info.get(_SCOPE)
    for row in (*session.new, *session.dirty, *session.deleted):
        _keep_inside(session, scope, row)
        if isinstance(row, OfOrganization) and scope not in (
            EVERY_ORGANIZATION,
            row.organization_id,
        ):
            raise RuntimeError(
                f"A row of organization {row.organization_id} was written by a session that "
                f"belongs to {scope}."
            )


def _keep_inside(session: Session, scope: object, row: Any) -> None:  # noqa: ANN401 - any row
    """Let a guest write what hangs on their assessment, and nothing else."""
    if not isinstance(scope, OnlyAssessment) or isinstance(row, _FROM_GUESTS):
        return
    if _assessment_of(session, row) != scope.assessment_id:
        raise RuntimeError(f"A guest of one assessment wrote a row of {row.__tablename__}.")


def _assessment_of(session: Session, row: Any) -> object:  # noqa: ANN401 - any row
    """Return the assessment that a row hangs on, by itself or by the evidence it names."""
    if isinstance(row, AssessmentRow):
        return row.id
    if hasattr(row, "assessment_id") or not hasattr(row, "evidence_id"):
        return getattr(row, "assessment_id", None)
    named = select(EvidenceRow.assessment_id).where(EvidenceRow.id == row.evidence_id)
    return session.scalars(named).first()
