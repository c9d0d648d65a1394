"""Editions that are looked at before anybody publishes them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select

from jobquality.errors import NotFoundError
from jobquality.store.database import Session
from jobquality.store.rows import StandardDraftFileRow, StandardDraftRow
from jobquality.store.versions import check_version


class DraftState(StrEnum):
    """Where a draft of an edition stands."""

    OPEN = "open"
    ISSUED = "issued"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardDraft:
    """One draft. `follows` is the edition that it is held against; `impact` is JSON or empty."""

    id: str
    organization_id: str
    rubric: str
    edition: str
    follows: str
    made_by: str
    made_at: datetime
    impact: str = ""
    state: DraftState = DraftState.OPEN
    version: int = 1

    @property
    def name(self) -> str:
        """The name that the edition will have."""
        return f"{self.rubric}@{self.edition}"


def add_draft(session: Session, draft: StandardDraft, files: Mapping[str, bytes]) -> None:
    """Keep a new draft with its files, which never change."""
    session.add(
        StandardDraftRow(
            id=draft.id,
            organization_id=draft.organization_id,
            rubric=draft.rubric,
            edition=draft.edition,
            follows=draft.follows,
            impact=draft.impact,
            made_by=draft.made_by,
            made_at=draft.made_at,
            state=draft.state.value,
        )
    )
    session.flush()
    for part, content in files.items():
        session.add(
            StandardDraftFileRow(
                organization_id=draft.organization_id,
                draft_id=draft.id,
                part=part,
                content=content,
            )
        )
    session.flush()


def change_draft(session: Session, draft: StandardDraft) -> StandardDraft:
    """Write the state and the impact of a draft, and return it with its new version.

    Raises:
        ConflictError: somebody changed it since `draft.version`.
    """
    row = _row_of(session, draft.id)
    check_version(row, draft.version)
    row.state = draft.state.value
    row.impact = draft.impact
    session.flush()
    return _value(row)


def get_draft(session: Session, draft_id: str) -> StandardDraft:
    """Return one draft.

    Raises:
        NotFoundError: there is none of that id.
    """
    return _value(_row_of(session, draft_id))


def list_drafts(session: Session, state: DraftState = DraftState.OPEN) -> tuple[StandardDraft, ...]:
    """Return the drafts in a state, newest first."""
    rows = session.scalars(
        select(StandardDraftRow)
        .where(StandardDraftRow.state == state.value)
        .order_by(StandardDraftRow.made_at.desc(), StandardDraftRow.id)
    )
    return tuple(_value(row) for row in rows)


def read_draft_files(session: Session, draft_id: str) -> dict[str, bytes]:
    """Return the files of a draft by part, byte for byte."""
    wanted = select(StandardDraftFileRow).where(StandardDraftFileRow.draft_id == draft_id)
    return {row.part: row.content for row in session.scalars(wanted)}


def _row_of(session: Session, draft_id: str) -> StandardDraftRow:
    wanted = select(StandardDraftRow).where(StandardDraftRow.id == draft_id)
    row = session.scalars(wanted).first()
    if row is None:
        raise NotFoundError("There is no such draft of a standard.")
    return row


def _value(row: StandardDraftRow) -> StandardDraft:
    return StandardDraft(
        id=row.id,
        organization_id=row.organization_id,
        rubric=row.rubric,
        edition=row.edition,
        follows=row.follows,
        impact=row.impact,
        made_by=row.made_by,
        made_at=row.made_at,
        state=DraftState(row.state),
        version=row.version,
    )
