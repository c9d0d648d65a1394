"""Traces of rows: every change of what leads to a publication is told by an event of the log.

Whoever writes a row that is `Traced` need not think of it: the session collects what was written,
and the next event of that assessment takes it along (`take_traces`). What no event took is told
by one of its own when the transaction ends (`store.events`).

Source: docs/decisions/0060-traces.md
"""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import ColumnElement, event, inspect, select
from sqlalchemy.orm import Session, SessionTransaction

from jobquality.ledger.traces import ANY, NONE, Trace, Traces, dump_traces
from jobquality.store.marks import Marker, marker_of
from jobquality.store.rows import (
    AnswerRow,
    AssessmentRow,
    EvidenceRow,
    NoticeRow,
    Row,
    Traced,
)

#: What stands for the answers and the evidence of an assessment that somebody handed over.
ANSWERS = "answers"
_UNTOLD, _BEFORE = "untold", "untold before"
#: From the first on a reviewer looks at the answers; in a draft they change as people write.
_HANDED_OVER, _DRAFT = frozenset({"in_review", "approved"}), "draft"
#: Columns of answers and evidence that are not of what was handed over.
_APART = frozenset({"version", "visibility", "of_worker"})


@dataclass(slots=True)
class Untold:
    """What was written of one assessment and no event has told yet; `at` is its newest moment."""

    organization_id: str
    parts: dict[str, Trace] = field(default_factory=dict)
    at: datetime = datetime(2000, 1, 1, tzinfo=UTC)

    def add(self, name: str, found: Trace) -> None:
        """Keep one change; the first print and the last one count."""
        first = self.parts[name].was if name in self.parts else found.was
        self.parts[name] = Trace(first, found.now)
        if first == found.now != ANY:
            del self.parts[name]


def take_traces(session: Session, assessment_id: str) -> str:
    """Return what was written of an assessment since its last event, as text; empty for nothing."""
    found = untold_traces(session, about_id=assessment_id).get(assessment_id)
    _untold(session).pop(assessment_id, None)
    return dump_traces(found) if found else ""


def untold_traces(
    session: Session, *, about_id: str = "", organization_id: str = ""
) -> Mapping[str, Traces]:
    """Return by assessment what this transaction wrote since the last event.

    Of one, or of those of an organization.
    """
    session.flush()
    marker = marker_of(session)
    name = marker.name if marker else ""
    return {
        key: Traces(key=name, parts=one.parts)
        for key, one in list_untold(session).items()
        if about_id == key or organization_id == one.organization_id
    }


def list_untold(session: Session) -> dict[str, Untold]:
    """Return the assessments of which something was written that no event told."""
    return {name: one for name, one in _untold(session).items() if one.parts}


def rows_of(session: Session, assessment_id: str) -> Mapping[str, str]:
    """Return the print of every part of what stands there of one assessment, by its name."""
    return read_rows(session, assessment_id=assessment_id).get(assessment_id, {})


def read_rows(session: Session, **wanted: str) -> Mapping[str, Mapping[str, str]]:
    """Return prints by assessment: of one (`assessment_id`), or of an `organization_id`."""
    marker = marker_of(session)
    found: dict[str, dict[str, str]] = {}
    if marker is None:
        return found
    homes = _homes(session, wanted)
    for kind in traced_kinds():
        for row in session.scalars(select(kind).where(_which(kind, wanted))):
            home = homes.get(row.notice_id, "") if _hangs_on_notice(kind) else _home(row)
            found.setdefault(home, {}).update(_prints(marker, row))
    for assessment_id, prints in found.items():
        answers = _print_of_answers(session, marker, assessment_id)
        prints[f"{ANSWERS}/{assessment_id}"] = answers
    return found


def older_traces(marker: Marker, rows: Mapping[str, str]) -> str:
    """Return what stands there before anything was traced, as text: nobody can tell since when."""
    kept = {name: Trace(ANY, now) for name, now in rows.items()}
    return dump_traces(Traces(key=marker.name, parts=kept))


def traced_kinds() -> list[Any]:
    """Return every table whose rows are traced."""
    return [one.class_ for one in Row.registry.mappers if issubclass(one.class_, Traced)]


@event.listens_for(Session, "after_flush")
def _collect(session: Session, _context: object) -> None:
    marker = marker_of(session)
    if marker is None:
        return
    for row, before, after in _changes(session, marker):
        for name in before | after:
            _keep(session, row, name, Trace(before.get(name, NONE), after.get(name, NONE)))
    for row in (*session.new, *session.dirty):
        if isinstance(row, AssessmentRow) and inspect(row).attrs.state.history.has_changes():
            _hand_over(session, marker, row)


def _changes(
    session: Session, marker: Marker
) -> Iterator[tuple[Any, dict[str, str], dict[str, str]]]:
    """Yield each row that was written, and its prints before and after."""
    for row in _traced(session.new):
        yield row, {}, _prints(marker, row)
    for row in _traced(session.dirty):
        yield row, _prints(marker, row, before=True), _prints(marker, row)
    for row in _traced(session.deleted):
        yield row, _prints(marker, row, before=True), {}


def _traced(rows: Iterable[object]) -> Iterator[Any]:
    return (row for row in rows if isinstance(row, Traced))


@event.listens_for(Session, "after_transaction_create")
def _remember(session: Session, begun: SessionTransaction) -> None:
    """Keep what was untold before a part of a transaction that may be undone alone."""
    if begun.nested:
        kept = session.info.setdefault(_BEFORE, WeakKeyDictionary())
        kept[begun] = deepcopy(_untold(session))


@event.listens_for(Session, "after_soft_rollback")
def _forget(session: Session, undone: SessionTransaction) -> None:
    session.info[_UNTOLD] = session.info.get(_BEFORE, {}).get(undone, {})


def _hand_over(session: Session, marker: Marker, row: AssessmentRow) -> None:
    """Keep the answers as they are handed over or approved; a draft binds nobody to them."""
    name = f"{ANSWERS}/{row.id}"
    if row.state in _HANDED_OVER:
        _keep(session, row, name, Trace(ANY, _print_of_answers(session, marker, row.id)))
    elif row.state == _DRAFT or row in session.new:
        _keep(session, row, name, Trace(ANY, ANY))


def _keep(session: Session, row: Any, name: str, found: Trace) -> None:  # noqa: ANN401 - any traced row
    if found.was == found.now != ANY:
        return
    home = _home_of(session, row)
    untold = _untold(session).setdefault(home, Untold(organization_id=row.organization_id))
    untold.add(name, found)
    moments = (one for one in vars(row).values() if isinstance(one, datetime))
    untold.at = max([untold.at, *moments])


def _untold(session: Session) -> dict[str, Untold]:
    found: dict[str, Untold] = session.info.setdefault(_UNTOLD, {})
    return found


def _prints(marker: Marker, row: Any, *, before: bool = False) -> dict[str, str]:  # noqa: ANN401 - as above
    """Return the print of each part of a row; `before`, as it was when it was read."""
    key = "/".join(str(one) for one in inspect(row).mapper.primary_key_from_instance(row))
    found = {}
    for part, columns in row.TRACED.items():
        values = {name: _was(row, name) if before else getattr(row, name) for name in columns}
        found[f"{part}/{key}"] = marker.print(part, values)
    return found


def _was(row: Any, name: str) -> object:  # noqa: ANN401 - as above
    history = inspect(row).attrs[name].history
    return history.deleted[0] if history.deleted else getattr(row, name)


def _print_of_answers(session: Session, marker: Marker, assessment_id: str) -> str:
    connection, said = session.connection(), {}
    for name in (AnswerRow.__tablename__, EvidenceRow.__tablename__):
        table = Row.metadata.tables[name]
        columns = [one for one in table.columns if one.name not in _APART]
        keys = list(table.primary_key.columns)
        query = select(*columns).where(table.c.assessment_id == assessment_id).order_by(*keys)
        said[name] = [list(one) for one in connection.execute(query)]
    return marker.print(ANSWERS, said)


def _hangs_on_notice(kind: Any) -> bool:  # noqa: ANN401 - any traced table
    return kind is not AssessmentRow and not hasattr(kind, "assessment_id")


def _home(row: Any) -> str:  # noqa: ANN401 - as above
    return str(row.id if isinstance(row, AssessmentRow) else row.assessment_id)


def _home_of(session: Session, row: Any) -> str:  # noqa: ANN401 - as above
    """Return the assessment of a row, in the middle of a flush too."""
    if not _hangs_on_notice(type(row)):
        return _home(row)
    found = select(NoticeRow.assessment_id).where(NoticeRow.id == row.notice_id)
    return str(session.connection().scalar(found))


def _homes(session: Session, wanted: Mapping[str, str]) -> Mapping[str, str]:
    found = select(NoticeRow.id, NoticeRow.assessment_id).where(_which(NoticeRow, wanted))
    return {one.id: one.assessment_id for one in session.execute(found)}


def _which(kind: Any, wanted: Mapping[str, str]) -> ColumnElement[bool]:  # noqa: ANN401 - as above
    ((name, value),) = wanted.items()
    if name == "organization_id":
        column = kind.organization_id
    elif _hangs_on_notice(kind):
        of_it = select(NoticeRow.id).where(NoticeRow.assessment_id == value)
        hangs: ColumnElement[bool] = kind.notice_id.in_(of_it)
        return hangs
    else:
        column = kind.id if kind is AssessmentRow else kind.assessment_id
    found: ColumnElement[bool] = column == value
    return found
